//! What is previewed is what is built, byte for byte, but for what the preview adds.

use std::path::Path;

use crate::client::{Preview, ROOT, build, built};

#[test]
fn every_address_of_the_tiny_site_answers_what_a_build_writes() {
    equals(&Path::new(ROOT).join("tests/golden/site"), &[]);
}

#[test]
fn every_address_of_the_example_answers_what_a_build_writes() {
    equals(Path::new(ROOT), &[]);
}

#[test]
fn a_site_below_a_path_answers_what_a_build_writes() {
    let tiny = Path::new(ROOT).join("tests/golden/site");
    equals(&tiny, &["--base-url", "https://intranet.example/people/wall/"]);
}

#[test]
fn public_and_draft_sites_answer_what_a_build_writes() {
    equals(Path::new(ROOT), &["--audience", "public", "--drafts"]);
}

fn equals(project: &Path, arguments: &[&str]) {
    let preview = Preview::of(project, arguments);
    let out = build(&preview.path(""), arguments);
    let files = built(out.path());
    assert!(files.len() > 20, "{} files", files.len());
    // The tones of photos come a moment later.
    preview.settle();
    let mut wrong = vec![];
    for (address, bytes) in &files {
        let mut reply = preview.get(address);
        // A rough photo stands in for one that takes longer, and says that it must not be kept.
        for _ in 0..500 {
            if reply.header("cache-control") != Some("no-store") {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
            reply = preview.get(address);
        }
        let is_page = address.ends_with(".html");
        let shown = if is_page { reply.undecorated() } else { reply.body.clone() };
        let decorated = is_page && shown.len() < reply.body.len();
        if shown != *bytes || is_page != decorated || !matches!(reply.status, 200 | 302) {
            wrong.push(format!(
                "{address} ({}), {} bytes for {}",
                reply.status,
                shown.len(),
                bytes.len()
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), files.len(), wrong.join("\n"));
}
