//! What a browser makes of the example: builds it and runs every test of `tests/browser/` on it.

#![expect(
    clippy::disallowed_methods,
    reason = "a test of the whole program meets the outside world"
)]

use std::path::Path;
use std::process::{Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_storywall");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn people_can_use_the_example_in_a_browser() {
    let tests = Path::new(ROOT).join("tests/browser");
    let node = std::env::var("NODE").unwrap_or_else(|_| "node".to_owned());
    assert!(
        answers(&node),
        "Node is not installed: install the package “nodejs”, version 20 or later, or run ./test"
    );
    let chromium = std::env::var("CHROMIUM").ok().map_or_else(
        || {
            let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
            names.into_iter().any(answers)
        },
        |program| answers(&program),
    );
    assert!(
        chromium,
        "Chromium is not installed: install the package “chromium”, name its program in CHROMIUM, \
         or run ./test"
    );
    assert!(
        tests.join("node_modules/playwright-core").is_dir()
            && tests.join("node_modules/axe-core").is_dir()
            && tests.join("node_modules/ajv").is_dir()
            && tests.join("node_modules/@sveltia/cms").is_dir(),
        "The libraries of the browser tests are not installed: run `npm ci` in tests/browser, or \
         run ./test"
    );

    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let site = folder.path().join("site");
    let mut build = Command::new(PROGRAM);
    // The page for what is not there must know where it will stand.
    let published = ["--base-url", "https://people.sundbro.example/"];
    build.args(["build", "--root", ROOT, "--today", "2026-11-21"]).args(published);
    build.arg("--out").arg(&site);
    run(&mut build, "the example is built");

    let mut files: Vec<String> = std::fs::read_dir(&tests)
        .expect("tests/browser is there")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "tests/browser has tests");
    let mut looks = Command::new(&node);
    looks.current_dir(&tests).args(["--test", "--test-reporter=spec"]);
    // One file at a time, which is usual where there are two processors, leaves half of them unused.
    const TWO: &str = "--test-concurrency=2";
    if succeeds(&node, &[TWO, "--version"]) {
        looks.arg(TWO);
    }
    looks.args(&files);
    looks.env("SITE", &site).env("STORYWALL", PROGRAM).env("NO_COLOR", "1");
    run(&mut looks, "every browser test passes");
}

/// Whether there is such a program.
fn answers(program: &str) -> bool {
    succeeds(program, &["--version"])
}

fn succeeds(program: &str, args: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// What a program says is shown only when it fails.
fn run(command: &mut Command, what: &str) {
    let done = command.stdin(Stdio::null()).output().expect("the program can be started");
    assert!(
        done.status.success(),
        "not so: {what}\n{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}
