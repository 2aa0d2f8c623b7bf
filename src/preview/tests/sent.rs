//! What the preview says that files are.

use std::collections::BTreeSet;

use super::*;
use crate::base::{Picture, PictureFormat, Tells, media_type};
use crate::picture::Offer;

#[test]
fn whatever_may_be_published_is_sent_as_what_it_is() {
    let hash = Hash::of(b"x");
    let picture = |ending: &str, format| {
        let picture =
            Picture { width: 900, height: 600, format, hash, moves: false, is_deep: false };
        change(&format!("content/a.{ending}"), Content::Picture(picture))
    };
    let mut files = vec![
        change(
            "site.toml",
            Content::Text("title = \"Harbour\"\nbase_url = \"https://h.example/\"\n".into()),
        ),
        picture("jpg", PictureFormat::Jpeg),
        picture("svg", PictureFormat::Svg),
    ];
    let mut page = "---\ntitle: All\n---\n[photo](a.jpg) [drawing](a.svg)\n".to_owned();
    for offer in Offer::all() {
        let path = format!("a.{}", offer.ending);
        page += &format!("[file]({path})\n");
        let tells = Tells::default();
        let content = match offer.is_recording() {
            true => Content::Recording { hash },
            false => Content::File { hash, tells },
        };
        files.push(change(&format!("content/{path}"), content));
    }
    files.push(change("content/all.md", Content::Text(page.into())));
    let scene = Scene::with(files);
    let mut seen = BTreeSet::new();
    for address in scene.snapshot.addresses() {
        let options = PreviewOptions::default();
        let answer =
            scene.seen(&scene.snapshot, address.as_str(), &options, |request| answer(&request));
        let ending = address.as_str().rsplit('.').next().expect("an ending");
        let of_ending = media_type::of(ending);
        seen.insert(ending.to_owned());
        match (answer, ending) {
            (Answer::Page(page), "html") => assert_eq!(page.status, Status::Found, "{address}"),
            (Answer::Page(_), _) => panic!("{address} is no page"),
            (Answer::Other(output), "xml" | "json") => {
                let feeds = [media_type::ATOM, media_type::JSON_FEED, of_ending];
                assert!(feeds.contains(&output.media_type), "{address}: {}", output.media_type);
            }
            (Answer::Other(output), _) => assert_eq!(output.media_type, of_ending, "{address}"),
        }
    }
    let offered = Offer::all().map(|offer| offer.ending);
    for ending in offered.chain(["html", "css", "js", "svg", "webp", "jpg", "woff2", "webmanifest"])
    {
        assert!(seen.contains(ending), "no .{ending} is published");
    }
}
