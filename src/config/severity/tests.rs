//! Severities that `site.toml` gives.

use super::*;
use crate::base::{Source, SourcePath};
use crate::config::Config;

/// The weights of a site, and its faults with their places.
fn read(lines: &str) -> (Weights, Vec<(Code, String)>) {
    let text = format!("title = \"x\"\n[severity]\n{lines}");
    let source = Source::new(SourcePath::new("site.toml").expect("inside"), text.as_str());
    let mut out = vec![];
    let config = Config::read(&source, &mut out);
    let place =
        |diagnostic: &Diagnostic| text[diagnostic.span.range.clone().expect("a place")].to_owned();
    let diagnostic = out.iter().map(|diagnostic| (diagnostic.code, place(diagnostic))).collect();
    (config.file.severity.unwrap_or_default(), diagnostic)
}

#[test]
fn a_code_is_weighed_by_its_name() {
    let (weights, diagnostic) = read("orphan-page = \"off\"\n");
    assert_eq!((weights.of(Code::OrphanPage), diagnostic), (Some(Weight::Off), vec![]));
    assert_eq!(weights.of(Code::BrokenLink), None);
}

#[test]
fn unknown_and_fixed_codes_are_told_at_their_names() {
    let (weights, diagnostic) =
        read("orphan-pgae = \"off\"\nsame-address = \"off\"\nzebra = \"off\"\n");
    let wanted = [
        (Code::UnknownCode, "orphan-pgae"),
        (Code::FixedCode, "same-address"),
        (Code::UnknownCode, "zebra"),
    ];
    assert_eq!(diagnostic, wanted.map(|(code, place)| (code, place.to_owned())));
    assert_eq!(weights, Weights::default());
}

#[test]
fn no_fixed_code_can_be_weighed() {
    for code in Code::ALL {
        let (weights, diagnostic) = read(&format!("{} = \"off\"\n", code.name()));
        let is_free = code.why_fixed().is_none();
        assert_eq!(weights.of(*code).is_some(), is_free, "{code:?}");
        assert_eq!(diagnostic.is_empty(), is_free, "{code:?}: {diagnostic:?}");
    }
}

#[test]
fn earlier_names_still_weigh_unless_the_name_of_today_does() {
    for code in Code::ALL.iter().filter(|code| code.why_fixed().is_none()) {
        for old in code.row().old_names {
            let (weights, diagnostic) = read(&format!("{old} = \"advice\"\n"));
            assert_eq!((weights.of(*code), diagnostic), (Some(Weight::Advice), vec![]), "{old}");
            let both = format!("{} = \"off\"\n{old} = \"advice\"\n", code.name());
            assert_eq!(read(&both).0.of(*code), Some(Weight::Off), "{old}");
        }
    }
}

#[test]
fn one_word_for_all_problems_is_told_with_a_line_that_can_be_read() {
    let text = "title = \"x\"\nseverity = \"off\"\n";
    let source = Source::new(SourcePath::new("site.toml").expect("inside"), text);
    let mut out = vec![];
    Config::read(&source, &mut out);
    let [found] = &out[..] else { panic!("{out:?}") };
    let told = format!("{:?}", found.notes).replace("\\\"", "\"");
    let line = "severity = { orphan-page = \"off\" }";
    assert!(told.contains(line), "{told}");
    let source = Source::new(source.path, format!("title = \"x\"\n{line}\n"));
    let mut out = vec![];
    Config::read(&source, &mut out);
    assert_eq!(out, []);
}
