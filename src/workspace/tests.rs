//! Which edits take the short way, and that both ways lead to the same.

use super::*;
use crate::base::date::parse_date;
use crate::site::BuildAudience;

const FRONT: &str = "---\ntitle: Pump four\nauthor: ana\n---\n";

fn text(path: &str, text: &str) -> Change {
    let path = SourcePath::new(path).expect("a path inside");
    Change { path, content: Content::Text(text.into()) }
}

fn workspace() -> Workspace {
    let mut workspace = Workspace::new(Settings {
        today: parse_date("2026-12-31").expect("a day"),
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: None,
    });
    workspace.apply(vec![
        text("site.toml", "title = \"A\"\nbase_url = \"https://a.example/\"\n"),
        text("content/people/ana.md", "---\nname: Ana\n---\n"),
        text("content/stories/pump.md", &format!("{FRONT}It was quiet.\n")),
    ]);
    workspace
}

/// Whether an edit of the story leaves what was found in the whole site as it was.
fn leaves_the_site(edited: &str) -> bool {
    let mut workspace = workspace();
    let before = workspace.apply(vec![]);
    let after = workspace.apply(vec![text("content/stories/pump.md", edited)]);
    Arc::ptr_eq(&before.found, &after.found)
}

#[test]
fn words_leave_the_site_as_it_is() {
    assert!(leaves_the_site(&format!("{FRONT}It was *very* quiet.\n\nToo quiet.\n")));
}

#[test]
fn what_others_may_notice_makes_the_site_anew() {
    for body in ["## Later\n", "[Ana](../people/ana.md)\n", "![Pump](pump.jpg)\n"] {
        assert!(!leaves_the_site(&format!("{FRONT}It was quiet.\n\n{body}")), "{body}");
    }
    assert!(!leaves_the_site("---\ntitle: Pump five\nauthor: ana\n---\nIt was quiet.\n"));
}
