//! How addresses answer: kinds of files, what is known already, parts, ways that lead elsewhere.

use std::net::TcpListener;

use crate::client::Preview;

#[test]
fn every_kind_of_file_has_its_content_type() {
    let preview = Preview::tiny(&[]);
    let home = preview.get("");
    let html = home.text();
    let asset = |start: &str| {
        let at = html.find(start).unwrap_or_else(|| panic!("{start} on the home page"));
        html[at..].split('"').next().expect("an address ends").to_owned()
    };
    for (address, media_type) in [
        ("", "text/html; charset=utf-8"),
        ("stories/", "text/html; charset=utf-8"),
        ("feeds/stories.xml", "application/atom+xml"),
        ("feeds/stories.json", "application/feed+json"),
        ("sitemap.xml", "application/xml"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json"),
        (&asset("assets/style-"), "text/css; charset=utf-8"),
        (&asset("assets/fonts/"), "font/woff2"),
        (&asset("assets/icon"), "image/svg+xml"),
        ("_preview/preview.js", "text/javascript; charset=utf-8"),
        ("_preview/preview.css", "text/css; charset=utf-8"),
        ("_status", "application/json"),
    ] {
        let reply = preview.get(address);
        assert_eq!(reply.status, 200, "{address}");
        assert_eq!(reply.header("content-type"), Some(media_type), "{address}");
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{address}");
        assert!(!reply.body.is_empty(), "{address}");
    }
}

#[test]
fn a_head_request_gets_the_answer_without_a_body() {
    let preview = Preview::tiny(&[]);
    for address in ["/", "/sitemap.xml", "/nothing.html"] {
        let (whole, head) = (preview.ask("GET", address, &[]), preview.ask("HEAD", address, &[]));
        assert_eq!((whole.status, head.body.len()), (head.status, 0), "{address}");
        let length = whole.body.len().to_string();
        assert_eq!(head.header("content-length"), Some(length.as_str()), "{address}");
        assert_eq!(head.header("content-type"), whole.header("content-type"), "{address}");
        assert_eq!(head.header("etag"), whole.header("etag"), "{address}");
    }
}

#[test]
fn an_unchanged_file_is_not_sent_to_a_browser_again() {
    let preview = Preview::tiny(&[]);
    let first = preview.get("stories/2026/bolt.html");
    let tag = first.header("etag").expect("a page has a tag").to_owned();
    let again = preview.ask("GET", "/stories/2026/bolt.html", &[("If-None-Match", &tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(again.header("etag"), Some(tag.as_str()));
    preview.edit("content/stories/2026/bolt.md", "\n---\n", "\n---\nFresh words.\n");
    preview.wait_for("stories/2026/bolt.html", |reply| reply.text().contains("Fresh words."));
    let then = preview.ask("GET", "/stories/2026/bolt.html", &[("If-None-Match", &tag)]);
    assert_eq!(then.status, 200);
}

#[test]
fn a_video_can_be_requested_in_parts() {
    let preview = Preview::tiny(&[]);
    // Twelve frames of MP3, none of which is a thousand bytes long.
    let sound = (0..413_u32).map(|n| (n % 251) as u8);
    let frame: Vec<u8> = [0xFF, 0xFB, 0x90, 0].into_iter().chain(sound).collect();
    let film: Vec<u8> = frame.repeat(12);
    let length = film.len();
    std::fs::write(preview.path("content/stories/2026/talk.mp3"), &film).expect("writable");
    preview.edit("content/stories/2026/bolt.md", "\n---\n", "\n---\n[Hear it](talk.mp3)\n");
    let story = preview.wait_for("stories/2026/bolt.html", |it| it.text().contains("talk-"));
    let html = story.text();
    let at = html.find("media/stories/2026/talk-").expect("the story leads to it");
    let address = format!("/{}", html[at..].split('"').next().expect("an address ends"));
    let address = address.as_str();
    let whole = preview.ask("GET", address, &[]);
    assert_eq!(whole.body, film);
    assert_eq!(whole.header("accept-ranges"), Some("bytes"));
    let part = |range: &str| preview.ask("GET", address, &[("Range", range)]);
    let middle = part("bytes=1000-1999");
    assert_eq!(middle.status, 206);
    assert_eq!(middle.header("content-range"), Some(format!("bytes 1000-1999/{length}").as_str()));
    assert_eq!(middle.body, film[1000..2000]);
    assert_eq!(part("bytes=-10").body, film[length - 10..]);
    assert_eq!(part("bytes=4990-").body, film[4990..]);
    let beyond = part(&format!("bytes={length}-"));
    let none = format!("bytes */{length}");
    assert_eq!((beyond.status, beyond.header("content-range")), (416, Some(none.as_str())));
    let stale = [("Range", "bytes=0-9"), ("If-Range", "\"another\"")];
    assert_eq!(preview.ask("GET", address, &stale).body, film);
}

#[test]
fn a_missing_page_links_to_the_home_page_from_any_depth() {
    let preview = Preview::tiny(&[]);
    let reply = preview.get("a/b/c.html");
    assert_eq!(reply.status, 404);
    assert!(reply.text().contains("href=\"../../index.html\""), "{}", reply.text());
    let danish = preview.get("da/nowhere.html");
    assert_eq!(danish.status, 404);
    assert!(danish.text().contains("lang=\"da\""));
}

#[test]
fn folders_and_old_addresses_redirect() {
    let preview = Preview::tiny(&[]);
    let folder = preview.get("stories");
    assert_eq!((folder.status, folder.header("location")), (302, Some("/stories/")));
    assert_eq!(preview.get("stories/").status, 200);
    preview.edit("content/stories/2026/bolt.md", "title:", "aliases: [the-bolt]\ntitle:");
    let old = preview.wait_for("the-bolt.html", |reply| reply.status != 404);
    assert_eq!((old.status, old.header("location")), (302, Some("/stories/2026/bolt.html")));
    assert!(old.text().contains("http-equiv=\"refresh\""), "it is what a plain server would say");
}

#[test]
fn a_site_below_a_path_is_only_there() {
    let preview = Preview::tiny(&["--base-url", "https://x.example/hand/book"]);
    assert_eq!(preview.mount, "/hand/book/");
    assert_eq!(preview.get("index.html").status, 200);
    let outside = preview.ask("GET", "/", &[]);
    assert_eq!((outside.status, outside.header("location")), (302, Some("/hand/book/")));
    assert_eq!(preview.get("nothing.html").status, 404);
}

#[test]
fn only_get_and_head_requests_are_answered() {
    let preview = Preview::tiny(&[]);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        assert_eq!(preview.ask(method, "/", &[]).status, 405, "{method}");
    }
}

#[test]
fn a_used_port_is_reported_and_the_next_one_is_used() {
    // Two neighbours that are free now; another test may take one, so it is tried again.
    for _ in 0..10 {
        let taken = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = taken.local_addr().expect("it has an address").port();
        let Some(next) = port.checked_add(1) else { continue };
        if TcpListener::bind(("127.0.0.1", next)).is_err() {
            continue;
        }
        let preview = Preview::tiny(&["--port", &port.to_string()]);
        assert_ne!(preview.host, format!("127.0.0.1:{port}"));
        assert_eq!(preview.get("").status, 200);
        return;
    }
    panic!("no two ports beside each other were free");
}

#[test]
fn ctrl_c_ends_it_in_order_whoever_is_listening() {
    let preview = Preview::tiny(&[]);
    let listener = preview.listen("at=index.html");
    let _silent = preview.connect();
    assert_eq!(preview.end("-INT"), Some(0));
    assert!(listener.ends());
    assert_eq!(Preview::tiny(&[]).end("-TERM"), Some(0));
}
