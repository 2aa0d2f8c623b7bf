//! What a reader of any page would notice: every page of the example and of the tiny site is read,
//! and every link of it followed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::ROOT;
use crate::html::{Piece, count, pieces, plain, told, values};
use crate::project::{Pages, Project, human, options, public};

/// A site, read.
struct Read {
    pages: Pages,
    /// Where it says that it is published.
    base: &'static str,
    languages: &'static [&'static str],
}

fn sites() -> Vec<Read> {
    let example = || Project::on_disk(Path::new(ROOT));
    let tiny = || Project::on_disk(&Path::new(ROOT).join("tests/golden/site"));
    let all = [
        (example(), options(), "https://people.sundbro.example/", &["en", "da", "nl"][..]),
        (example(), public(), "https://people.sundbro.example/", &["en", "da", "nl"][..]),
        (tiny(), options(), "https://people.harbour.example/wall/", &["en", "da"][..]),
        (tiny(), public(), "https://people.harbour.example/wall/", &["en", "da"][..]),
    ];
    let read = all.into_iter().map(|(project, options, base, languages)| {
        let snapshot = project.open(options);
        assert!(!snapshot.has_errors(), "{}", human(&snapshot, snapshot.diagnostics()));
        let pages = Pages::of(&snapshot);
        assert_eq!(pages.mistakes, []);
        Read { pages, base, languages }
    });
    read.collect()
}

#[test]
fn every_page_is_whole() {
    let mut wrong = vec![];
    for site in sites() {
        let addresses: BTreeSet<&str> = site.pages.all.keys().map(String::as_str).collect();
        let ids: BTreeMap<&str, BTreeSet<String>> =
            site.pages.html().map(|(address, html)| (address, ids(html))).collect();
        for (address, html) in site.pages.html() {
            let page = pieces(html);
            let mut tell = |what: String| wrong.push(format!("{address}: {what}"));
            of_page(address, &page, site.languages, &mut tell);
            of_links(address, &page, &addresses, &ids, &mut tell);
            of_words(&page, &mut tell);
            if !html.contains("<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self';") {
                tell("does not begin with its policy".to_owned());
            }
        }
        for address in &addresses {
            if address.ends_with(".html") && !in_other_language(address, site.languages) {
                let others = site.languages[1..].iter().map(|code| format!("{code}/{address}"));
                let missing = others.filter(|other| !addresses.contains(other.as_str()));
                wrong.extend(missing.map(|other| format!("there is no {other}")));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(
        wrong.is_empty(),
        "{} mistakes\n{}",
        wrong.len(),
        wrong[..wrong.len().min(60)].join("\n")
    );
}

fn in_other_language(address: &str, languages: &[&str]) -> bool {
    languages[1..].iter().any(|code| address.starts_with(&format!("{code}/")))
}

fn ids(html: &str) -> BTreeSet<String> {
    values(&pieces(html), &["id"]).into_iter().map(str::to_owned).collect()
}

fn of_page(address: &str, page: &[Piece<'_>], languages: &[&str], tell: &mut impl FnMut(String)) {
    for (element, wanted) in [("html", 1), ("h1", 1), ("main", 1)] {
        let found = count(page, element);
        if found != wanted {
            tell(format!("{found} <{element}>"));
        }
    }
    // The title of a chart has an id, by which the chart is named.
    let is_title = |piece: &&Piece<'_>| matches!(piece, Piece::Open { name: "title", attributes } if attributes.is_empty());
    let titles = page.iter().filter(is_title).count();
    if titles != 1 {
        tell(format!("{titles} <title>"));
    }
    let language = page.iter().find_map(|piece| match piece {
        Piece::Open { name: "html", attributes } => {
            attributes.iter().find(|(name, _)| *name == "lang")
        }
        _ => None,
    });
    let own = languages[1..].iter().find(|code| address.starts_with(&format!("{code}/")));
    let own = own.unwrap_or(&languages[0]);
    if language.map(|(_, code)| code.as_str()) != Some(own) {
        tell(format!("its language is {language:?}"));
    }
    let mut seen = BTreeSet::new();
    for id in values(page, &["id"]) {
        if !seen.insert(id) {
            tell(format!("the id {id} is there twice"));
        }
    }
    for (at, piece) in page.iter().enumerate() {
        // A place that waits for what a script will say is empty on purpose.
        let waits = matches!(piece, Piece::Open { attributes, .. } if attributes.iter().any(|(name, _)| *name == "role"));
        let empty = !waits && matches!(page.get(at + 1), Some(Piece::Close(_)));
        match piece {
            Piece::Open {
                name: name @ ("h1" | "h2" | "h3" | "title" | "p" | "li" | "summary"),
                ..
            } if empty => {
                tell(format!("an empty <{name}>"));
            }
            Piece::Open { name: "img", attributes }
                if !attributes.iter().any(|(name, _)| *name == "alt") =>
            {
                tell("a picture without alt".to_owned());
            }
            _ => {}
        }
    }
}

fn of_links(
    address: &str,
    page: &[Piece<'_>],
    addresses: &BTreeSet<&str>,
    ids: &BTreeMap<&str, BTreeSet<String>>,
    tell: &mut impl FnMut(String),
) {
    for link in values(page, &["href", "src", "action", "poster"]) {
        if link.trim().is_empty() {
            tell("an empty address".to_owned());
        }
        if link.starts_with("//") {
            tell(format!("{link} has no scheme"));
        }
        let has_scheme =
            link.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
        if has_scheme || link.trim().is_empty() {
            continue;
        }
        let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
        let target = if path.is_empty() { Some(address.to_owned()) } else { joined(address, path) };
        match target.filter(|target| addresses.contains(target.as_str())) {
            None => tell(format!("{link} leads nowhere")),
            Some(target) => {
                let known = ids.get(target.as_str());
                if !anchor.is_empty() && !known.is_some_and(|ids| ids.contains(anchor)) {
                    tell(format!("{link} has no such place"));
                }
            }
        }
    }
}

/// Where a relative link leads. A page that answers for missing ones begins at the host.
fn joined(from: &str, link: &str) -> Option<String> {
    if let Some(whole) = link.strip_prefix("/wall/").or_else(|| link.strip_prefix('/')) {
        return from.ends_with("404.html").then(|| whole.to_owned());
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Nothing of the making is left.
fn of_words(page: &[Piece<'_>], tell: &mut impl FnMut(String)) {
    for words in told(page) {
        let marks = [
            "{{",
            "{%",
            "{#",
            "}}",
            "%}",
            "{ $",
            "NaN",
            "undefined",
            "[object",
            "[LINK",
            "\u{FFFD}",
        ];
        // A code of a report is called so.
        let words = words.replace("undefined-footnote", "");
        for mark in marks.iter().filter(|mark| words.contains(**mark)) {
            tell(format!("“{mark}” stands in “{}”", words.chars().take(60).collect::<String>()));
        }
        if ["null", "None", "Some("].iter().any(|mark| words == *mark || words.starts_with("Some("))
        {
            tell(format!("somebody reads “{words}”"));
        }
    }
}

#[test]
fn every_feed_can_be_read() {
    for site in sites() {
        for (address, bytes) in &site.pages.all {
            let ending = address.rsplit('.').next().unwrap_or_default();
            let text = || std::str::from_utf8(bytes).expect("text");
            match ending {
                "json" | "webmanifest" => {
                    let json: serde_json::Value = serde_json::from_slice(bytes)
                        .unwrap_or_else(|why| panic!("{address}: {why}"));
                    let ids: Vec<&str> = json["items"]
                        .as_array()
                        .into_iter()
                        .flatten()
                        .map(|item| item["id"].as_str().expect("an item has an id"))
                        .collect();
                    all_differ(address, &ids);
                    for url in
                        json["items"].as_array().into_iter().flatten().map(|item| &item["url"])
                    {
                        is_there(&site, address, url.as_str().expect("an item has an address"));
                    }
                    for icon in json["icons"].as_array().into_iter().flatten() {
                        let src = icon["src"].as_str().expect("an icon has a file");
                        let target = joined(address, src).unwrap_or_default();
                        assert!(site.pages.all.contains_key(&target), "{address}: no icon {src}");
                    }
                }
                "xml" => {
                    let feed = pieces(text());
                    is_well_formed(address, &feed);
                    let places = locations(&feed);
                    assert!(!places.is_empty(), "{address} says nothing");
                    places.iter().for_each(|place| is_there(&site, address, place));
                }
                _ => {}
            }
        }
    }
}

fn all_differ(address: &str, ids: &[&str]) {
    let different: BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(different.len(), ids.len(), "{address} has one id twice: {ids:?}");
}

/// The addresses of a feed or a sitemap.
fn locations(feed: &[Piece<'_>]) -> Vec<String> {
    let mut places: Vec<String> = values(feed, &["href"]).into_iter().map(str::to_owned).collect();
    for pair in feed.windows(2) {
        if let [Piece::Open { name: "loc", .. }, Piece::Words(place)] = pair {
            places.push(place.clone());
        }
        if let [Piece::Open { name: "content", .. }, Piece::Words(html)] = pair {
            let inside = pieces(html);
            places.extend(values(&inside, &["href", "src"]).into_iter().map(str::to_owned));
        }
    }
    places
}

fn is_there(site: &Read, address: &str, place: &str) {
    let place = plain(place);
    let Some(path) = place.strip_prefix(site.base) else {
        let host = site.base.split('/').nth(2).expect("a base has a host");
        let outside = place.contains(':') && !place.contains(host);
        assert!(outside, "{address}: {place} is no whole address");
        return;
    };
    let path = path.split('#').next().unwrap_or_default();
    assert!(site.pages.all.contains_key(path), "{address}: there is no {place}");
}

/// Every element is closed by its own name, and nothing stands outside of the one root.
fn is_well_formed(address: &str, pieces: &[Piece<'_>]) {
    let mut open = vec![];
    for piece in pieces {
        match piece {
            // Tags that close themselves are those of links and categories here.
            Piece::Open { name: "link" | "category", .. } => {}
            Piece::Open { name, .. } => open.push(*name),
            Piece::Close(name) => assert_eq!(open.pop(), Some(*name), "{address}"),
            Piece::Words(words) => assert!(!open.is_empty(), "{address}: {words}"),
        }
    }
    assert!(open.is_empty(), "{address}: {open:?} is not closed");
}
