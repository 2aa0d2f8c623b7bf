//! What the texts of a new site say, in every language and whatever its names are.

use super::super::answers::Languages;
use super::super::mistakes;
use super::*;
use crate::base::gap;

fn answers(name: &str, codes: &[&'static str]) -> Answers {
    Answers {
        name: Some(name.to_owned()),
        languages: Some(Languages(codes.to_vec())),
        helper: Some("Anna Bech".to_owned()),
        phone: Some("+45 00 00 44 11".to_owned()),
        forge: None,
    }
}

#[test]
fn each_language_has_the_same_texts_with_the_same_fields_and_gaps() {
    let shape = |text: &str| {
        let front = text.split("\n---\n").next().unwrap_or_default();
        let names = front.lines().filter_map(|line| line.split_once(':')).map(|(name, _)| name);
        let names: Vec<String> =
            names.filter(|name| !name.starts_with([' ', '-'])).map(str::to_owned).collect();
        (names, gap::find(text).len(), text.matches("{{").count(), text.matches("](").count())
    };
    let of_language = |code| {
        let mut texts: Vec<_> = texts(code).map(|(name, text)| (name, shape(text))).collect();
        texts.sort();
        texts
    };
    for code in LANGUAGES {
        assert_eq!(of_language(code), of_language("en"), "{code}");
        assert_eq!(of_language(code).len(), 12);
    }
}

#[test]
fn no_name_makes_a_file_wrong() {
    for name in [
        "A/S \"Søn & Co\" #1",
        "[[",
        "[[fill: x",
        "]] & &amp; <b> `x` *y* _z_",
        "{{who}} {{",
        "1. - + > # | ~~~ :::",
        "'Nord': \\ yes, {a: b} 🚢 @x",
        "---",
        "%: !important",
    ] {
        for codes in [&["en"][..], &["da", "en"], &["nl", "da", "en"]] {
            let mut answers = answers(name, codes);
            answers.helper = Some(format!("{name} Bech"));
            let files = files(&answers);
            assert_eq!(mistakes(&files), "", "{name}");
            let site = files[0].as_text().expect("settings are text");
            assert!(site.contains(&format!("title = {}", quoted(name))), "{site}");
        }
    }
}

#[test]
fn what_is_not_known_is_a_gap_and_nobody_is_invented() {
    let files = files(&Answers::default());
    assert_eq!(mistakes(&files), "");
    assert!(files.iter().all(|file| !file.path.as_str().contains("people/")));
    let gaps = |path: &str| {
        let file = files.iter().find(|file| file.path.as_str() == path).expect("it is there");
        gap::find(file.as_text().expect("a text")).len()
    };
    assert_eq!((gaps("site.toml"), gaps("content/programme.toml")), (1, 1));
    assert!(gaps("content/permission.md") >= 3);
    for file in &files {
        let text = file.as_text().expect("a text");
        assert!(!text.contains("{{") && !text.contains("Sundbro"), "{text}");
    }
}
