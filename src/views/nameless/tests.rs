//! Whatever somebody's name is, markup and JSON stay what they are.

use super::*;
use serde_json::Value;

const PAGE: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Ask Mette Krogh">
<meta property="og:title" content="Mette Krogh">
<link rel="stylesheet" href="a.css" media="screen"><link rel="icon" href="i.svg">
<style>nav a { color: red }</style></head>
<body class="page wide"><a rel="noopener external" title="Example" href="https://e.example/">x</a>
<svg class="mark" viewBox="0 0 24 24"><path class="line" d="M1 2"/></svg>
<div class="meta link"><img src="a.jpg" alt="Mette Krogh" srcset="a.jpg 1x, b.jpg 2x"></div>
<!-- link rel -->
<p data-also="Mette Krogh">Mette Krogh</p></body></html>"#;

fn names(all: &[&str]) -> WithheldNames {
    WithheldNames::only(all, &[])
}

/// The tags, each with its attributes; the values that are read left out.
fn structure(html: &str) -> Vec<String> {
    let mut tags = vec![];
    with_tags(html, |tag, _| {
        let mut out = String::new();
        tag.write(&mut out, tag.name, |attribute, _| {
            crate::views::markup::is_read(tag, attribute).then(String::new)
        });
        tags.push(out);
    });
    tags
}

#[test]
fn names_of_markup_alter_no_markup() {
    for name in [
        "Example\" Rel=\"noopener External\" Title",
        "Example\" href=\"https",
        "Meta Http-Equiv",
        "Link Rel",
        "Doctype Html",
        "Svg Class",
        "Path Class=\"line\" D",
        "Noopener External",
        "Page Wide",
        "Width=device-width, Initial-scale=1",
        "Nav A",
        "Div> <img Src",
        "Stylesheet\" Href=\"a.css\" Media",
    ] {
        let now = nameless_markup(&names(&[name]), PAGE, None, "[x]").unwrap_or(PAGE.to_owned());
        assert_eq!(now, PAGE, "{name}");
    }
    let now = nameless_markup(&names(&["Mette Krogh"]), PAGE, None, "[x]").unwrap_or_default();
    assert_eq!(now, PAGE.replace("Mette Krogh", "[x]"));
}

#[test]
fn random_names_alter_no_markup_and_no_json() {
    let words = [
        "link", "meta", "rel", "class", "href", "svg", "path", "div", "\"", "<", ">", "=", "'",
        "/", "&", "-", "Content", "x", "title", "url", "{", "}", ":", ",", "[", "\\",
    ];
    let json = r#"{"title":"Red Boat","url":"https://e.example/","items":[{"id":"a","title":"link rel"}]}"#;
    let keys = |json: &str| {
        let parsed: Value = serde_json::from_str(json).expect("JSON");
        let keys: Vec<String> = parsed.as_object().expect("keys").keys().cloned().collect();
        (keys, parsed["items"][0].as_object().map(|it| it.len()), parsed["url"].clone())
    };
    let mut seed = 7_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % below
    };
    for _ in 0..4000 {
        let mut name = String::from(words[random(8)]);
        for _ in 0..=random(5) {
            name.push_str(["", " ", " "][random(3)]);
            name.push_str(words[random(words.len())]);
        }
        let names = names(&[&name]);
        let now = nameless_markup(&names, PAGE, None, "[x]").unwrap_or(PAGE.to_owned());
        assert_eq!(structure(&now), structure(PAGE), "{name}");
        let now = with_texts(json, |text| nameless_text(&names, text, "[\"x\"]"));
        let now = now.unwrap_or(json.to_owned());
        assert_eq!(keys(&now), keys(json), "{name}");
    }
}

#[test]
fn a_text_of_json_is_read_without_its_escapes() {
    let json = r#"{"title": "Ask J\u00f8rn \"Red\" Boat", "Red Boat": 20304050}"#;
    let names = names(&["Jørn \"Red\" Boat", "Red Boat", "Red Boat\",\"Url"]);
    let now = with_texts(json, |text| nameless_text(&names, text, "[\"x\"]"));
    let expected = r#"{"title": "Ask [\"x\"]", "Red Boat": 20304050}"#;
    assert_eq!(now.as_deref(), Some(expected));
}
