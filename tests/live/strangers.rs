//! Who may ask, and how far they come.

use std::io::Write;

use crate::client::Preview;

#[test]
fn requests_for_other_host_names_are_refused() {
    let preview = Preview::tiny(&["--allow-host", "box.example"]);
    let port = preview.host.rsplit(':').next().expect("a port").to_owned();
    for host in ["evil.example", "127.0.0.1.evil.example", "evil.example:80", ""] {
        let reply = preview.ask("GET", "/", &[("Host", host)]);
        assert!(matches!(reply.status, 400 | 403), "{host}: {}", reply.status);
        assert!(!reply.text().contains("<html"), "{host}");
    }
    for host in ["localhost".to_owned(), format!("[::1]:{port}"), "box.example".to_owned()] {
        assert_eq!(preview.ask("GET", "/", &[("Host", &host)]).status, 200, "{host}");
    }
}

#[test]
fn no_page_of_others_reads_shows_or_starts_anything() {
    let preview = Preview::tiny(&["--editor", "true {path}"]);
    let form = "file=content/purpose.md&line=1&column=1";
    for headers in [
        vec![("Origin", "http://evil.example")],
        vec![("Origin", "null")],
        vec![("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors")],
        vec![("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Mode", "cors")],
        vec![
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Mode", "navigate"),
            ("Sec-Fetch-Dest", "iframe"),
        ],
    ] {
        for path in ["/", "/_live?at=index.html", "/_status", "/_preview/preview.js"] {
            assert_eq!(preview.ask("GET", path, &headers).status, 403, "{path} {headers:?}");
        }
        assert_eq!(preview.send("POST", "/_open", &headers, form).status, 403, "{headers:?}");
    }
    let follow = [
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Mode", "navigate"),
        ("Sec-Fetch-Dest", "document"),
    ];
    assert_eq!(preview.ask("GET", "/", &follow).status, 200, "a link in a chat may be followed");
    assert_eq!(preview.send("POST", "/_open", &follow, form).status, 403);
    let reply = preview.get("");
    assert_eq!(reply.header("cross-origin-resource-policy"), Some("same-origin"));
    assert!(
        reply
            .header("content-security-policy")
            .is_some_and(|it| it.contains("frame-ancestors 'none'"))
    );
    assert_eq!(reply.header("access-control-allow-origin"), None);
}

#[test]
fn the_desk_is_for_the_writer_alone() {
    let preview = Preview::tiny(&[]);
    preview.write("thanks.toml", THANKS);
    let desk = preview.get("_desk.html");
    assert_eq!(desk.status, 200);
    assert!(desk.text().contains("would like: Yankie bars"), "{}", desk.text());
    for address in ["_desk.html", "_desk.html?today=2026-11-21"] {
        let through = [("X-Forwarded-For", "10.0.0.7")];
        let reply = preview.ask("GET", &format!("/{address}"), &through);
        assert_eq!(reply.status, 404, "{address}");
        assert!(!reply.text().contains("Yankie"), "{address}");
    }
    let published = Preview::tiny(&["--as-published"]);
    assert_eq!(published.get("_desk.html").status, 404);
}

const THANKS: &str = "[[thanks]]\nstory = \"stories/2026/pumpe\"\nwould_like = \"Yankie bars\"\n";

#[test]
fn no_path_leaves_the_site() {
    let preview = Preview::tiny(&[]);
    std::fs::write(preview.path("secret.html"), "secret").expect("writable");
    std::fs::write(preview.path("content/secret.txt"), "secret").expect("writable");
    std::os::unix::fs::symlink("/etc/passwd", preview.path("content/stories/passwd.png"))
        .expect("a link can be made");
    std::os::unix::fs::symlink("/etc", preview.path("content/etc")).expect("a link can be made");
    preview.settle();
    for path in [
        "/../secret.html",
        "/stories/../../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/%2e%2e%2fsecret.html",
        "/%252e%252e%252fsecret.html",
        "/..%5csecret.html",
        "/%5c%5clocalhost%5cc$%5csecret.html",
        "//localhost/secret.html",
        "/secret.html",
        "/secret.html%00.png",
        "/content/secret.txt",
        "/secret.txt",
        "/media/secret.txt",
        "/site.toml",
        "/content/site.toml",
        "/.storywall/",
        "/media/stories/passwd.png",
        "/stories/passwd.png",
        "/etc/passwd",
        "/media/etc/passwd",
        "/content/etc/passwd",
        "/_preview/../../secret.html",
        "/_preview/%2e%2e/mod.rs",
        "/%ff%fe",
    ] {
        let reply = preview.ask("GET", path, &[]);
        assert!(matches!(reply.status, 400 | 404), "{path}: {}", reply.status);
        let text = reply.text();
        assert!(!text.contains("root:") && !text.starts_with("secret"), "{path}");
    }
}

#[test]
fn scripts_in_an_address_are_never_run() {
    let preview = Preview::tiny(&[]);
    for path in [
        "/%3Cscript%3Ealert(1)%3C/script%3E.html",
        "/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E.html",
        "/index.html?today=%3Cscript%3Ealert(1)%3C/script%3E",
        "/index.html?today=%22onload=alert(1)%20",
    ] {
        let text = preview.ask("GET", path, &[]).text();
        assert!(!text.contains("<script>alert") && !text.contains("<img src=x"), "{path}");
        assert!(!text.contains("\"onload="), "{path}");
    }
}

#[test]
fn heads_that_never_end_and_callers_that_never_speak_stop_nobody() {
    let preview = Preview::tiny(&[]);
    let long = "x".repeat(40_000);
    let reply = preview.ask("GET", "/", &[("X-Long", &long)]);
    assert!(matches!(reply.status, 0 | 400 | 431), "{}", reply.status);
    let silent: Vec<_> = (0..300)
        .map(|_| {
            let mut stream = preview.connect();
            let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: local");
            stream
        })
        .collect();
    // More than there is room for: who speaks is heard when the silent ones have been sent away.
    assert_eq!(preview.get("").status, 200);
    drop(silent);
    let body = "x".repeat(100_000);
    let reply = preview.send("POST", "/_open", &[], &format!("file={body}"));
    assert!(matches!(reply.status, 0 | 404 | 413), "{}", reply.status);
}

#[test]
fn an_editor_opens_files_of_the_site_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = folder.path().join("told");
    let script = folder.path().join("editor");
    std::fs::write(&script, format!("#!/bin/sh\nprintf '%s|' \"$@\" > {}\n", told.display()))
        .expect("writable");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&script, mode).expect("it may run");
    let preview =
        Preview::tiny(&["--editor", &format!("{} {{path}}:{{line}}:{{column}}", script.display())]);
    let origin = format!("http://{}", preview.host);
    let open = |form: &str| preview.send("POST", "/_open", &[("Origin", &origin)], form).status;
    for file in ["../secret", "%2Fetc%2Fpasswd", "content/nothing.md", "content/..%2F..%2Fx", ""] {
        assert_eq!(open(&format!("file={file}&line=1")), 404, "{file}");
    }
    assert!(!told.exists());
    assert_eq!(open("file=content/purpose.md&line=3&column=7"), 204);
    let begun = std::time::Instant::now();
    while std::fs::read_to_string(&told).unwrap_or_default().is_empty() {
        assert!(begun.elapsed() < crate::client::PATIENCE, "the editor was started");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let words = std::fs::read_to_string(&told).expect("told");
    assert!(words.ends_with("/content/purpose.md:3:7|"), "{words}");
}
