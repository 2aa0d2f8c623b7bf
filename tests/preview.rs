//! The bars that the browser tests show are those that the program makes. `UPDATE=1` writes them
//! anew.
#![expect(clippy::disallowed_methods, reason = "it compares with files beside it")]

use std::path::Path;

use storywall::base::{Change, Content, Date, SourcePath, UrlPath};
use storywall::preview::{Answer, Editor, PreviewOptions, PreviewRequest, answer};
use storywall::site::{BuildAudience, BuildOptions};
use storywall::workspace::{Snapshot, Workspace};

const STORY: &str = "---\ntitle: Pump four\nauthor: ana\ndate: 2026-10-01\n---\nIt was quiet.\n";
const ODD: &str = "---\ntilte: Pump five\nauthor: ana\ndate: 2026-10-01\n---\n\
                   See [the pump](pump-nine.md) and [Bo](../people/bo.md).\n";

#[test]
fn the_bars_of_the_browser_tests_are_real() {
    let files = [
        ("site.toml", "title = \"Harbour\"\nlanguages = [\"en\", \"da\"]\n"),
        ("content/people/ana.md", "---\nname: Ana\n---\n"),
        ("content/stories/pump.md", STORY),
    ];
    let odd = [
        ("content/stories/odd.md", ODD),
        ("content/stories/draft.md", &STORY.replace("author", "status: draft\nauthor")),
        ("content/work.md", "---\ntitle: Work\n---\n[a](b.md)\n\n[c](d.md)\n\n[e](f.md)\n"),
        ("themes/default/templates/person.html", "{{ nonsense.x }}"),
    ];
    let well = snapshot(&files);
    let report = snapshot(&[&files[..], &odd[..]].concat());
    let bars = [
        ("well", bar(&well, "stories/pump.html?today=2026-11-21")),
        ("report", bar(&report, "stories/odd.html")),
        ("missing", bar(&report, "stories/draft.html")),
        ("options", bar(&report, "da/stories/odd.html?today=2026-12-24&drafts=yes")),
        ("broken", bar(&report, "people/ana.html")),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/preview");
    for (name, bar) in bars {
        let file = folder.join(format!("{name}.html"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&file, &bar).expect("the file can be written");
        }
        let known = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(known == bar, "{} is another bar now; UPDATE=1 writes it:\n{bar}", file.display());
    }
}

fn snapshot(files: &[(&str, &str)]) -> Snapshot {
    let change = |(path, text): &(&str, &str)| Change {
        path: SourcePath::new(path).expect("a path inside"),
        content: Content::Text((*text).into()),
    };
    let workspace = &mut Workspace::new(base());
    workspace.apply(files.iter().map(change).collect()).under(base())
}

fn base() -> BuildOptions {
    BuildOptions {
        today: Date::constant(2026, 11, 21),
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: None,
    }
}

fn bar(snapshot: &Snapshot, address: &str) -> String {
    let (address, query) = address.split_once('?').unwrap_or((address, ""));
    let options = PreviewOptions::parse(query);
    let request = PreviewRequest {
        snapshot: &snapshot.under(options.over(&base())),
        address: &UrlPath::new(address).expect("an address"),
        options: &options,
        base: &base(),
        mount: "/",
        number: 1,
        editor: &Editor::Address("edit://{path}:{line}:{column}".to_owned()),
        root: "/home/ana/handbook",
        moved: None,
        thanks: None,
        built: None,
    };
    match answer(&request) {
        Answer::Page(page) => page.bar,
        Answer::Other(_) => panic!("{address} is no page"),
    }
}
