//! What settings mean, and what is told where they mean nothing.

use super::*;

fn told(text: &str) -> (Config, Vec<(&'static str, String)>) {
    let source = Source::new(SourcePath::new("site.toml").expect("inside"), text);
    let mut out = vec![];
    let config = Config::read(&source, &mut out);
    let told = out.into_iter().map(|told| {
        let range = told.span.range.expect("a place");
        (told.code, source.text[range].to_owned())
    });
    (config, told.collect())
}

#[test]
fn every_fault_is_told_at_its_value() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("languages = [\"en\", \"../x\"]", &[("unknown-language", "\"../x\"")]),
        ("languages = ['en', 'x']", &[("unknown-language", "'x'")]),
        (
            "languages = [\"en\", \"\", \"da-\", \"en/..\"]",
            &[
                ("unknown-language", "\"\""),
                ("unknown-language", "\"da-\""),
                ("unknown-language", "\"en/..\""),
            ],
        ),
        ("languages = [\"en\", \"DA\"]", &[("unknown-language", "\"DA\"")]),
        ("languages = [\"en\", \"en\"]", &[("unknown-language", "\"en\"")]),
        ("languages = [\"en\"]\ndefault_language = \"da\"", &[("unknown-language", "\"da\"")]),
        ("default_language = \"da\"", &[]),
        ("languages = [\"en-GB\", \"sr-Latn-RS\", \"es-419\"]", &[]),
        ("theme = \"../x\"", &[("bad-theme", "\"../x\"")]),
        ("theme = \"a/b\"", &[("bad-theme", "\"a/b\"")]),
        ("base_url = \"https://x/y?z#q\"", &[("bad-address", "\"https://x/y?z#q\"")]),
        ("base_url = \"https://x/a/../y\"", &[("bad-address", "\"https://x/a/../y\"")]),
        ("base_url = \"https://x/%2E%2e/\"", &[("bad-address", "\"https://x/%2E%2e/\"")]),
        ("base_url = \"https://x/a..b/.c/\"", &[]),
        ("edit_url = \"https://x/y\"", &[("bad-address", "\"https://x/y\"")]),
        ("edit_url = \"https://x/{path}\"", &[]),
        (
            "per_page = 0\nfeed_length = 4000000000",
            &[("bad-number", "0"), ("bad-number", "4000000000")],
        ),
        ("title = \"a\\u202Eb\"", &[("control-character", "\"a\\u202Eb\"")]),
    ];
    for (text, wanted) in cases {
        let text = match text.starts_with("title") {
            true => (*text).to_owned(),
            false => format!("title = \"x\"\n{text}\n"),
        };
        let (_, told) = told(&text);
        let told: Vec<(&str, &str)> = told.iter().map(|(code, at)| (*code, at.as_str())).collect();
        assert_eq!(told, *wanted, "{text}");
    }
}

#[test]
fn avif_is_made_by_programs_that_can() {
    let (config, reported) = told("title = \"x\"\n[pictures]\navif = true\n");
    assert_eq!(config.avif, cfg!(feature = "avif"));
    let wanted: &[_] = if config.avif { &[] } else { &[("no-avif", "true".to_owned())] };
    assert_eq!(reported, wanted);
    let (config, reported) = told("title = \"x\"\n[pictures]\navif = false\n");
    assert!(!config.avif && reported.is_empty());
}

#[test]
fn nothing_hostile_is_meant() {
    let text = "title = \"x\"\nlanguages = [\"../x\", \"en/..\", \"\", \"da\", \"da\"]\ntheme = \"../x\"\nbase_url = \"https://x/y?z\"\nper_page = 0\n";
    let (config, _) = told(text);
    assert_eq!(config.languages, ["da"]);
    assert_eq!(config.theme, "default");
    assert_eq!(config.base_url, None);
    assert_eq!(config.per_page, 6);
}
