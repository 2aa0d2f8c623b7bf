//! Options in an address of the preview.

use super::*;

fn base() -> BuildOptions {
    BuildOptions {
        today: Date::constant(2026, 11, 21),
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: Some("https://a.example/".to_owned()),
    }
}

#[test]
fn the_requested_options_are_applied() {
    let options = PreviewOptions::parse("today=2026-12-24&audience=public&drafts=yes&x=1");
    let seen = options.over(&base());
    assert_eq!(seen.today, Date::constant(2026, 12, 24));
    assert_eq!((seen.audience, seen.drafts), (BuildAudience::Public, true));
    assert_eq!(seen.base_url, base().base_url);
}

#[test]
fn without_requested_options_those_of_the_command_apply() {
    for query in ["", "today=", "today=&audience=&drafts=", "q=pump", "audience=nobody", "&&="] {
        let options = PreviewOptions::parse(query);
        assert!(options.is_plain(), "{query}");
        assert_eq!(options.over(&base()), base());
        assert_eq!(options.query(), "");
    }
}

#[test]
fn options_survive_their_address() {
    for query in [
        "today=2026-12-24",
        "audience=internal&drafts=no",
        "today=2026-12-24&audience=public&drafts=yes",
        "today=32+December%26drafts=yes",
        "today=%C3%A6%00%ff",
    ] {
        let options = PreviewOptions::parse(query);
        assert_eq!(PreviewOptions::parse(&options.query()), options, "{query}");
    }
}

#[test]
fn an_invalid_day_is_kept_for_the_message() {
    let options = PreviewOptions::parse("today=32%20December");
    assert_eq!(options.mistake.as_deref(), Some("32 December"));
    assert_eq!(options.over(&base()), base());
    assert!(!options.is_plain());
    let long = PreviewOptions::parse(&format!("today={}", "x".repeat(9_000)));
    assert_eq!(long.mistake.map(|it| it.len()), Some(40));
}
