//! One set of diagnostics in every format.

use super::*;
use crate::base::{Code, Severity, Span};

const STORY: &str = "---\ntilte: Pumpe fire\nlang: da\nlang: nl\n---\n\
                     \tÆblegrød på æøå \u{1b}[31m\u{202e} rød\n";

const HUMAN: &str = r"error[unknown-field]: There is no field called “tilte” here
 --> content/a.md:2:1
  |
2 | tilte: Pumpe fire
  | ^^^^^
  = help: Did you mean “title”?

error[field-twice]: “lang” is written twice
 --> content/a.md:4:1
  |
4 | lang: nl
  | ^^^^
 --> content/a.md:3:1
  |
3 | lang: da
  | ---- the first time
  = help: Keep one of them

advice[raw-html]: “\u{202e}” turns the text around
 --> content/a.md:6:25
  |
6 |     Æblegrød på æøå \u{1b}[31m\u{202e} rød
  |                                        ^^^

warning[broken-link]: There is no x.md
 --> content/b.md:4:50001
  |
4 | …word word word word word word [broken](x.md) more more more more more more more more mor…
  |                                ^^^^^^^^^^^^^^
 --> content/a.md:6:2
  |
6 |     Æblegrød på æøå \u{1b}[31m\u{202e} rød
  |     -------- where it was

error[bad-picture]: This is no picture
--> content/c.png
 = note: a copy of it: content/d.png
 = help: Export it again

error[unreadable]: This file is not text
--> content/d.md

4 errors, 1 warning, 1 piece of advice in 4 files
";

const JSON: &str = r#"{
  "version": 1,
  "summary": {
    "errors": 1,
    "warnings": 0,
    "advice": 1,
    "files": 120
  },
  "diagnostics": [
    {
      "code": "field-twice",
      "severity": "error",
      "file": "content/a.md",
      "line": 4,
      "column": 1,
      "end_line": 4,
      "end_column": 5,
      "message": "“lang” is written twice",
      "hints": [
        "Keep one of them"
      ],
      "places": [
        {
          "file": "content/a.md",
          "line": 3,
          "column": 1,
          "label": "the first time"
        }
      ],
      "help": null
    },
    {
      "code": "raw-html",
      "severity": "advice",
      "file": "content/a.md",
      "line": 6,
      "column": 25,
      "end_line": 7,
      "end_column": 1,
      "message": "“\u202e” turns the text around",
      "hints": [],
      "places": [],
      "help": null
    }
  ]
}
"#;

const HTML: &str = r#"<ul class="report">
<li class="error"><p class="message"><strong class="sign">error</strong> There is no field called “tilte” here <code class="code">unknown-field</code></p>
<div class="where"><a>content/a.md:2:1</a></div>
<pre><code><mark>tilte</mark>: Pumpe fire</code></pre>
<p class="hint">Did you mean “title”?</p>
</li>
<li class="error"><p class="message"><strong class="sign">error</strong> “lang” is written twice <code class="code">field-twice</code></p>
<div class="where"><a>content/a.md:4:1</a></div>
<pre><code><mark>lang</mark>: nl</code></pre>
<div class="where">the first time: <a>content/a.md:3:1</a></div>
<pre><code><mark>lang</mark>: da</code></pre>
<p class="hint">Keep one of them</p>
</li>
<li class="advice"><p class="message"><strong class="sign">advice</strong> “\u{202e}” turns the text around <code class="code">raw-html</code></p>
<div class="where"><a>content/a.md:6:25</a></div>
<pre><code>    Æblegrød på æøå \u{1b}[31m\u{202e} <mark>rød</mark></code></pre>
</li>
<li class="error"><p class="message"><strong class="sign">error</strong> This is no picture <code class="code">bad-picture</code></p>
<div class="where"><a>content/c.png</a></div>
<p class="hint">Export it again</p>
<div class="where">a copy of it: <a>content/d.png</a></div>
</li>
</ul>
"#;

#[test]
fn the_human_report_shows_the_line() {
    assert_eq!(text(&diagnostics(), Screen::default()), HUMAN);
}

#[test]
fn the_json_report_is_one_object() {
    let some: Vec<Diagnostic> = diagnostics()
        .into_iter()
        .filter(|one| matches!(one.code, Code::FieldTwice | Code::RawHtml))
        .collect();
    assert_eq!(json(&report(&some)), JSON);
    let all: serde_json::Value =
        serde_json::from_str(&json(&report(&diagnostics()))).expect("JSON");
    let unreadable = &all["diagnostics"][5];
    assert_eq!(unreadable["file"], "content/d.md");
    assert!(unreadable["line"].is_null() && unreadable["end_column"].is_null());
    assert_eq!(all["diagnostics"][2]["message"], "“\u{202e}” turns the text around");
}

/// Every format leads to the page about codes where there is one, once to each reader who would look.
#[test]
fn a_report_leads_to_what_its_codes_mean() {
    let page = "https://e.example/checks/index.html";
    let all = diagnostics();
    let with = Report { checks_page: Some(page), ..report(&all) };
    let of = |format: fn(&Report<'_>) -> String| format(&with).matches(page).count();
    let codes: std::collections::BTreeSet<&str> = all.iter().map(|it| it.code.name()).collect();
    assert_eq!(of(|report| human(report, Screen::default())), 1);
    assert_eq!(of(|report| short(report, "")), 1);
    assert_eq!(of(json), all.len());
    assert_eq!(of(|report| github(report, "")), all.len());
    assert_eq!(of(|report| gitlab(report, "")), all.len());
    assert_eq!(of(|report| html(report, &|_| String::new())), all.len());
    assert_eq!(of(|report| sarif(report, "")), 2 * codes.len());
    assert!(sarif(&with, "").contains(&format!("\"helpUri\": \"{page}#field-twice\"")));
    let none = Report { checks_page: Some(page), ..report(&[]) };
    assert!(!human(&none, Screen::default()).contains(page));
}

#[test]
fn a_page_shows_the_place_and_a_way_to_it() {
    let not_shown = [Code::BrokenLink, Code::Unreadable];
    let all = diagnostics().into_iter();
    let some: Vec<Diagnostic> = all.filter(|one| !not_shown.contains(&one.code)).collect();
    assert_eq!(html(&report(&some), &|spot| format!("<a>{spot}</a>")), HTML);
}

#[test]
fn no_markup_comes_from_what_is_reported() {
    let span = || at("content/a.md", STORY, "tilte");
    let one = [Diagnostic::new(Code::WrongType, span(), "A <b>")
        .hint("\"<i>\" & so")
        .place(span(), "<u>")];
    let text_of = |_: &SourcePath| Some("---\ntilte<s>: <s>&amp;\n".into());
    let report = Report { diagnostics: &one, text_of: &text_of, files: 1, checks_page: None };
    let text = html(&report, &|_| String::new());
    for markup in ["<b>", "<i>", "<u>", "<s>"] {
        assert!(!text.contains(markup), "{markup} in {text}");
    }
    assert!(text.contains("&quot;&lt;i&gt;&quot; &amp; so"), "{text}");
    assert!(text.contains("<mark>tilte</mark>&lt;s&gt;: &lt;s&gt;&amp;amp;"), "{text}");
}

#[test]
fn a_report_without_findings_says_so() {
    let all_is_fine = "Everything is fine: nothing is wrong in 120 files.\n";
    assert_eq!(text(&[], Screen::default()), all_is_fine);
}

#[test]
fn colours_are_the_only_commands_a_terminal_gets() {
    let coloured = text(&diagnostics(), Screen { colours: true, width: 60 });
    assert!(coloured.contains("\u{1b}[91merror[unknown-field]"), "{coloured}");
    for command in coloured.split('\u{1b}').skip(1) {
        let end = command.find(|c: char| !"[;0123456789".contains(c)).expect("a command ends");
        assert_eq!(command.as_bytes()[end], b'm', "{command:?}");
    }
    assert!(!coloured.contains('\u{202e}'));
}

#[test]
fn a_screen_of_any_width_shows_every_mark() {
    for width in [0, 1, 40, 79, 500] {
        let screen = Screen { colours: false, width };
        assert_eq!(text(&diagnostics(), screen).matches("^^^").count(), 7, "{width}");
    }
}

#[test]
fn places_outside_the_text_do_no_harm() {
    let backwards = std::ops::Range { start: 5, end: 2 };
    let end = STORY.len()..STORY.len();
    for range in [0..0, 6..6, 7..8, 9_000..9_001, end, 3..4, backwards] {
        let span = Span { path: path("content/a.md"), range: Some(range) };
        let one = [Diagnostic::new(Code::WrongType, span.clone(), "Odd").place(span, "odd too")];
        assert!(text(&one, Screen::default()).contains("content/a.md:"));
        assert!(json(&report(&one)).contains("\"line\""));
    }
}

fn diagnostics() -> Vec<Diagnostic> {
    let text = long();
    let second = STORY.rfind("lang").expect("is written twice");
    let second = Span { path: path("content/a.md"), range: Some(second..second + 4) };
    vec![
        Diagnostic::new(Code::Unreadable, at("content/d.md", "abc", "b"), "This file is not text"),
        Diagnostic::new(Code::FieldTwice, second, "“lang” is written twice")
            .place(at("content/a.md", STORY, "lang"), "the first time")
            .hint("Keep one of them"),
        Diagnostic::new(
            Code::UnknownField,
            at("content/a.md", STORY, "tilte"),
            "There is no field called “tilte” here",
        )
        .hint("Did you mean “title”?"),
        Diagnostic::new(
            Code::RawHtml,
            at("content/a.md", STORY, "rød\n"),
            "“\u{202e}” turns the text around",
        ),
        Diagnostic::new(
            Code::BrokenLink,
            at("content/b.md", &text, "[broken](x.md)"),
            "There is no x.md",
        )
        .weighed(Severity::Warning)
        .place(at("content/a.md", STORY, "Æblegrød"), "where it was"),
        Diagnostic::new(Code::BadPicture, Span::file(path("content/c.png")), "This is no picture")
            .hint("Export it again")
            .place(Span::file(path("content/d.png")), "a copy of it"),
    ]
}

fn text(diagnostics: &[Diagnostic], screen: Screen) -> String {
    human(&report(diagnostics), screen)
}

fn report(diagnostics: &[Diagnostic]) -> Report<'_> {
    Report { diagnostics, text_of: &text_of, files: 120, checks_page: None }
}

fn text_of(path: &SourcePath) -> Option<Arc<str>> {
    match path.as_str() {
        "content/a.md" => Some(STORY.into()),
        "content/b.md" => Some(long().into()),
        _ => None,
    }
}

/// A line of a hundred thousand bytes.
fn long() -> String {
    let (before, after) = ("word ".repeat(10_000), " more".repeat(10_000));
    format!("---\ntitle: b\n---\n{before}[broken](x.md){after}\n")
}

fn path(path: &str) -> SourcePath {
    SourcePath::new(path).expect("a path inside")
}

fn at(file: &str, text: &str, word: &str) -> Span {
    let start = text.find(word).expect("the word is there");
    Span { path: path(file), range: Some(start..start + word.len()) }
}

#[test]
fn what_is_alike_is_told_once() {
    let text_of = |_: &SourcePath| Some("---\ntitle: x\n---\n".into());
    let told = |diagnostics: &[Diagnostic]| {
        let report = Report { diagnostics, text_of: &text_of, files: 50, checks_page: None };
        human(&report, Screen::default())
    };
    let orphan = |n: usize| {
        let span = Span { path: path(&format!("content/p{n:02}.md")), range: Some(0..3) };
        Diagnostic::new(Code::OrphanPage, span, "No page links to this page").hint("Add a link")
    };
    let many: Vec<Diagnostic> = (1..=16).map(orphan).collect();
    assert_eq!(
        told(&many),
        "warning[orphan-page]: No page links to this page
 --> content/p01.md:1:1
  |
1 | ---
  | ^^^
  = note: 16 times, also here: content/p02.md:1:1, content/p03.md:1:1, content/p04.md:1:1 and 12 more
  = help: Add a link

storywall check --format json lists all of them.

By kind (storywall explain CODE says more of each):
  16 warnings  orphan-page
16 warnings in 16 files
"
    );
    // Four further places are named: "and 1 more" is no shorter.
    assert!(told(&many[..5]).contains("content/p04.md:1:1, content/p05.md:1:1\n"));
    // Another remedy or severity is not alike.
    let other = [orphan(1), orphan(2).hint("Or remove it"), orphan(3).weighed(Severity::Error)];
    assert_eq!(told(&other).matches("No page links").count(), 3);
}

#[test]
fn a_handbook_full_of_mistakes_has_a_short_report() {
    let link = |n: usize| {
        let span = Span { path: path(&format!("content/p{n}.md")), range: None };
        Diagnostic::new(Code::BrokenLink, span, format!("This link leads to “{n}/”"))
    };
    let few: Vec<Diagnostic> = (0..20).map(link).collect();
    assert_eq!(text(&few, Screen::default()).matches("This link").count(), 20, "all at once");
    let many: Vec<Diagnostic> = (0..9_000).map(link).collect();
    let shown = text(&many, Screen::default());
    assert!(shown.lines().count() < 90, "{shown}");
    assert!(shown.contains(" = note: 8999 more of this kind:\n         content/p"), "{shown}");
    assert!(shown.contains("\n         and 8959 more\n"), "{shown}");
    assert!(shown.ends_with("  9000 errors  broken-link\n9000 errors in 9000 files\n"), "{shown}");
    let json: serde_json::Value = serde_json::from_str(&json(&report(&many))).expect("JSON");
    assert_eq!(json["diagnostics"].as_array().map(Vec::len), Some(9_000));
}

#[test]
fn what_differs_is_told_in_a_line_where_there_is_much() {
    let one = |code: Code, n: usize, message: &str, hint: &str| {
        let span = Span { path: path(&format!("content/p{n:02}.md")), range: None };
        Diagnostic::new(code, span, message.replace('N', &n.to_string()))
            .hint(hint.replace('N', &n.to_string()))
    };
    let mut all = vec![];
    for n in 0..12 {
        all.push(one(
            Code::UnknownPerson,
            n,
            "There is no person called “aN”",
            "Did you mean “bN”?",
        ));
        all.push(one(Code::OrphanTranslation, n, "It has no original", "Rename it to N"));
        all.push(one(Code::BadAlias, n, "“N” cannot be an alias", "Write it anew"));
    }
    all.push(one(Code::BadAlias, 90, "“90” cannot be an alias", "Write it anew"));
    all.push(one(Code::BadAlias, 91, "“90” cannot be an alias", "Write it anew"));
    let shown = text(&all, Screen::default());
    for line in [
        "content/p03.md: There is no person called “a3”. Did you mean “b3”?\n",
        "content/p03.md: Rename it to 3\n",
        "content/p03.md: “3” cannot be an alias\n",
        "content/p90.md: “90” cannot be an alias (2 times)\n",
    ] {
        assert!(shown.contains(line), "{line}{shown}");
    }
    assert!(!shown.contains("--format json"), "nothing is only counted: {shown}");
}
