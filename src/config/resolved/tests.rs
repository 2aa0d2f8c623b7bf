//! What settings mean, and what is told where they mean nothing.

use super::*;

fn diagnostic(text: &str) -> (Config, Vec<(Code, String)>) {
    let source = Source::new(SourcePath::new("site.toml").expect("inside"), text);
    let mut out = vec![];
    let config = Config::read(&source, &mut out);
    let diagnostic = out.into_iter().map(|diagnostic| {
        let range = diagnostic.span.range.expect("a place");
        (diagnostic.code, source.text[range].to_owned())
    });
    (config, diagnostic.collect())
}

#[test]
fn every_mistake_is_reported_at_its_value() {
    let cases: &[(&str, &[(Code, &str)])] = &[
        ("languages = [\"en\", \"../x\"]", &[(Code::UnknownLanguage, "\"../x\"")]),
        ("languages = ['en', 'x']", &[(Code::UnknownLanguage, "'x'")]),
        (
            "languages = [\"en\", \"\", \"da-\", \"en/..\"]",
            &[
                (Code::EmptyField, "\"\""),
                (Code::UnknownLanguage, "\"da-\""),
                (Code::UnknownLanguage, "\"en/..\""),
            ],
        ),
        ("languages = [\"en\", \"DA\"]", &[(Code::UnknownLanguage, "\"DA\"")]),
        ("languages = [\"en\", \"en\"]", &[(Code::NamedTwice, "\"en\"")]),
        ("languages = [\"en\"]\ndefault_language = \"da\"", &[(Code::UnknownLanguage, "\"da\"")]),
        ("default_language = \"da\"", &[]),
        ("languages = [\"en-GB\", \"sr-Latn-RS\", \"es-419\"]", &[]),
        ("theme = \"../x\"", &[(Code::BadTheme, "\"../x\"")]),
        ("theme = \"a/b\"", &[(Code::BadTheme, "\"a/b\"")]),
        ("base_url = \"https://x/y?z#q\"", &[(Code::BadAddress, "\"https://x/y?z#q\"")]),
        ("base_url = \"https://x/a/../y\"", &[(Code::BadAddress, "\"https://x/a/../y\"")]),
        ("base_url = \"https://x/%2E%2e/\"", &[(Code::BadAddress, "\"https://x/%2E%2e/\"")]),
        ("base_url = \"https://x/a..b/.c/\"", &[]),
        ("edit_url = \"https://x/y\"", &[(Code::BadAddress, "\"https://x/y\"")]),
        ("edit_url = \"https://x/{path}\"", &[]),
        (
            "per_page = 0\nfeed_length = 4000000000",
            &[(Code::BadNumber, "0"), (Code::BadNumber, "4000000000")],
        ),
        ("title = \"a\\u202Eb\"", &[(Code::ControlCharacter, "\"a\\u202Eb\"")]),
    ];
    for (text, wanted) in cases {
        let text = match text.starts_with("title") {
            true => (*text).to_owned(),
            false => format!("title = \"x\"\n{text}\n"),
        };
        let (_, diagnostic) = diagnostic(&text);
        let diagnostic: Vec<(Code, &str)> =
            diagnostic.iter().map(|(code, at)| (*code, at.as_str())).collect();
        assert_eq!(diagnostic, *wanted, "{text}");
    }
}

#[test]
fn avif_is_made_by_programs_that_can() {
    let (config, reported) = diagnostic("title = \"x\"\n[pictures]\navif = true\n");
    assert_eq!(config.avif, cfg!(feature = "avif"));
    let wanted: &[_] = if config.avif { &[] } else { &[(Code::NoAvif, "true".to_owned())] };
    assert_eq!(reported, wanted);
    let (config, reported) = diagnostic("title = \"x\"\n[pictures]\navif = false\n");
    assert!(!config.avif && reported.is_empty());
}

#[test]
fn hostile_values_have_no_effect() {
    let text = "title = \"x\"\nlanguages = [\"../x\", \"en/..\", \"\", \"da\", \"da\"]\ntheme = \"../x\"\nbase_url = \"https://x/y?z\"\nper_page = 0\n";
    let (config, _) = diagnostic(text);
    assert_eq!(config.languages, ["da"]);
    assert_eq!(config.theme, "default");
    assert_eq!(config.base_url, None);
    assert_eq!(config.per_page, 6);
}

#[test]
fn a_number_below_zero_is_told_what_its_field_allows() {
    for (line, hint) in [
        ("per_page = -1", "Write a number from 6 to 200"),
        ("feed_length = 99999999999", "Write a number from 1 to 500"),
        ("[pictures]\nwidths = [-5]", "Write a number from 100 to 4000"),
    ] {
        let path = SourcePath::new("site.toml").expect("inside");
        let source = Source::new(path, format!("title = \"x\"\n{line}\n"));
        let mut out = vec![];
        Config::read(&source, &mut out);
        let notes: Vec<_> = out.iter().flat_map(|it| &it.notes).collect();
        assert!(matches!(notes[..], [crate::base::Note::Hint(told)] if told == hint), "{notes:?}");
    }
}

#[test]
fn every_number_of_the_settings_has_its_limits() {
    use crate::data::fields::FieldList;
    use crate::data::{Field, Shape};
    fn visit(fields: &[Field], found: &mut Vec<&'static str>) {
        for field in fields {
            match field.shape {
                Shape::Number | Shape::List(Shape::Number) => found.push(field.name),
                Shape::Group(inner) => visit(inner, found),
                _ => {}
            }
        }
    }
    let mut found = vec![];
    visit(crate::config::SiteFile::FIELDS, &mut found);
    found.sort_unstable();
    assert_eq!(found, ["feed_length", "per_page", "widths"]);
    assert!(found.iter().all(|name| crate::data::bounds::numbers(name).is_some()));
}
