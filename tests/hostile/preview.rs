//! Guests of a preview: what they see, what they never see, and what they cannot use up.

#[allow(dead_code, reason = "these tests need a part of it")]
#[path = "../live/client.rs"]
mod client;

use std::io::{ErrorKind, Read, Write};
use std::net::{IpAddr, TcpStream, UdpSocket};
use std::time::{Duration, Instant};

use client::{PATIENCE, Preview, Reply, build, built};

/// What makes a request of this machine a guest's.
const PASSED_ON: &[(&str, &str)] = &[("X-Forwarded-For", "10.0.0.9")];
const BY_NAME: &[(&str, &str)] = &[("Host", "box.example")];

const DRAFT: &str = "---\ntitle: Secret draft\nauthor: anna-bech\nstatus: draft\n\
                     photos: [{file: hidden.png, alt: A pump}]\n---\nNot yet.\n";
const LATER: &str = "---\ntitle: Secret plan\nauthor: anna-bech\ndate: 2999-01-01\n---\nLater.\n";

/// The day on which guests look: where the site is, another one begins an hour or two before UTC's.
fn today() -> String {
    let now = jiff::Timestamp::now().in_tz("Europe/Copenhagen").expect("the site's time zone");
    now.date().to_string()
}

/// The tiny site with texts that nobody may see yet.
fn with_secrets(arguments: &[&str]) -> Preview {
    let preview = Preview::tiny(&[arguments, &["--allow-host", "box.example"]].concat());
    let pump = preview.path("content/stories/2026/pumpe.png");
    std::fs::copy(pump, preview.path("content/stories/2026/hidden.png")).expect("a picture");
    preview.write("content/stories/2026/draft.md", DRAFT);
    preview.write("content/stories/2026/later.md", LATER);
    preview.wait_for("stories/2026/draft.html?drafts=yes", |reply| reply.status == 200);
    preview.settle();
    preview
}

fn guest(preview: &Preview, address: &str) -> Reply {
    preview.ask("GET", &format!("{}{address}", preview.mount), PASSED_ON)
}

/// An address of this machine that is not loopback, if it has one. Nothing is sent.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_loopback() && !ip.is_unspecified()).then_some(ip)
}

fn connect(preview: &Preview, to: IpAddr) -> TcpStream {
    let port: u16 = preview.host.rsplit(':').next().and_then(|it| it.parse().ok()).expect("a port");
    let stream = TcpStream::connect((to, port)).expect("the preview listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a time can be set");
    stream
}

/// What the program holds in memory, in megabytes.
fn memory(preview: &Preview) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", preview.id()));
    let status = status.expect("the system tells of its processes");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let size = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    size.expect("a number of kilobytes") / 1024
}

/// Whether the other end has hung up, whatever it said before.
fn is_cut(mut stream: &TcpStream) -> bool {
    stream.set_nonblocking(true).expect("it can be asked");
    let mut bytes = [0; 4096];
    loop {
        match stream.read(&mut bytes) {
            Ok(0) => return true,
            Ok(_) => {}
            Err(error) => return error.kind() != ErrorKind::WouldBlock,
        }
    }
}

// ── What guests see ──────────────────────────────────────────────────────────────────────────

#[test]
fn guests_see_the_bytes_of_a_build_and_nothing_more() {
    let preview = with_secrets(&["--drafts"]);
    let out = build(&preview.path(""), &["--today", &today()]);
    let files = built(out.path());
    assert!(files.len() > 20, "{} files", files.len());
    for (address, bytes) in &files {
        let path = format!("/{address}");
        for who in [PASSED_ON, BY_NAME] {
            let reply = preview.ask("GET", &path, who);
            assert!(matches!(reply.status, 200 | 302), "{address}: {}", reply.status);
            assert!(reply.body == *bytes, "{address} differs for {who:?}");
        }
    }
    // The writer sees more.
    assert!(preview.get("").text().contains("<storywall-preview"));
    assert!(preview.get("stories/").text().contains("Secret draft"));
}

#[test]
fn no_light_no_reason_and_no_photo_of_a_draft_reaches_a_guest() {
    let preview = with_secrets(&[]);
    for address in ["", "stories/", "stories/2026/draft.html", "stories/2026/later.html"] {
        let plain = guest(&preview, address);
        for query in [
            "drafts=yes",
            "today=2999-12-24",
            "today=2020-01-01",
            "audience=public",
            "today=2999-12-24&audience=internal&drafts=yes",
        ] {
            let reply = guest(&preview, &format!("{address}?{query}"));
            assert_eq!(reply.status, plain.status, "{address}?{query}");
            assert!(reply.body == plain.body, "{address}?{query}");
        }
        for word in ["Secret", "draft.md", "storywall-preview", "_preview", "drafts=yes"] {
            assert!(!plain.text().contains(word), "{address} says {word}");
        }
    }
    let gone = guest(&preview, "stories/2026/draft.html");
    let never = guest(&preview, "stories/2026/never.html");
    assert_eq!(gone.status, 404);
    let never = never.text().replace("never.html", "draft.html");
    assert_eq!(gone.text(), never, "a draft is as good as nothing");
    // The writer's looks make nothing known to guests.
    let page = preview.get("stories/2026/draft.html?drafts=yes").text();
    let at = page.find("media/stories/2026/hidden").expect("its picture is shown");
    let address = page[at..].split(['"', ' ']).next().expect("an address ends");
    assert_eq!(preview.get(address).status, 200);
    assert_eq!(guest(&preview, address).status, 404);
    // Where a text went is the writer's to know.
    let [from, to] = ["was", "is"].map(|name| format!("content/stories/2026/{name}.md"));
    preview.write(&from, "---\ntitle: Here\nauthor: anna-bech\ndate: 2026-11-02\n---\nText.\n");
    preview.wait_for("stories/2026/was.html", |reply| reply.status == 200);
    assert_eq!(guest(&preview, "stories/2026/was.html").status, 200);
    std::fs::rename(preview.path(&from), preview.path(&to)).expect("renamed");
    preview.wait_for("stories/2026/is.html", |reply| reply.status == 200);
    let gone = |name: &str| {
        let reply = guest(&preview, &format!("stories/2026/{name}.html"));
        assert_eq!(reply.status, 404);
        reply.text().replace(&format!("/{name}.html"), "")
    };
    assert_eq!(gone("was"), gone("never"));
}

#[test]
fn guests_cannot_use_the_tools_of_the_preview() {
    let preview = Preview::tiny(&["--allow-host", "box.example", "--editor", "true {path}"]);
    for who in [PASSED_ON, BY_NAME] {
        let status = preview.ask("GET", "/_status", who);
        assert_eq!(status.text(), "{ \"alive\": true }\n");
        for path in [
            "/_live?at=index.html",
            "/_live?at=index.html&once&drafts=yes",
            "/_preview/preview.js",
            "/_preview/paper.css",
            "/_open",
        ] {
            assert_eq!(preview.ask("GET", path, who).status, 404, "{path}");
        }
        let form = "file=content/purpose.md&line=1&column=1";
        assert_eq!(preview.send("POST", "/_open", who, form).status, 405);
    }
    assert_eq!(preview.get("_preview/preview.js").status, 200);
}

#[test]
fn a_forwarded_request_is_a_guests() {
    let preview = Preview::tiny(&["--allow-host", "box.example"]);
    let is_guests =
        |reply: &Reply| reply.status == 200 && !reply.text().contains("storywall-preview");
    let port = preview.host.rsplit(':').next().expect("a port").to_owned();
    for header in [
        ("Forwarded", "for=127.0.0.1;host=localhost"),
        ("Via", "1.1 proxy"),
        ("X-Forwarded-For", "127.0.0.1"),
        ("x-forwarded-host", "localhost"),
        ("X-Forwarded-Proto", ""),
        ("X-Real-IP", "::1"),
        ("CF-Connecting-IP", "127.0.0.1"),
        ("Forwarded-For", "127.0.0.1"),
        ("X-Azure-ClientIP", "127.0.0.1"),
        ("X-Azure-Ref", "1"),
        ("CF-Visitor", "{\"scheme\":\"https\"}"),
        ("CF-IPCountry", "DK"),
        ("Cf-Access-Jwt-Assertion", "a.b.c"),
        ("X-Amzn-Trace-Id", "Root=1-67891233-abcdef012345678912345678"),
        ("X-Amz-Cf-Id", "1"),
        ("ngrok-skip-browser-warning", "1"),
        ("X-Scheme", "https"),
        ("X-Host", "box.example"),
        ("X-Original-URL", "/"),
        ("X-Original-Proto", "https"),
        ("Front-End-Https", "on"),
        ("X-Arr-Ssl", "2048"),
        ("X-Arr-Log-Id", "1"),
        ("X-Ms-Proxy", "AzureAD-Application-Proxy"),
        ("X-Tunnel-Authorization", "tunnel"),
        ("X-Rewrite-URL", "/"),
        ("X-Vercel-Id", "1"),
        ("Fly-Client-IP", "127.0.0.1"),
        ("X-Cloud-Trace-Context", "1/2;o=1"),
        ("X-Request-Start", "1"),
        ("X-Varnish", "1"),
        ("X-Remote-User", "ana"),
        ("X-Auth-Request-User", "ana"),
        ("Proxy-Connection", "keep-alive"),
        ("Host", "box.example"),
        ("Host", "192.168.1.4"),
    ] {
        assert!(is_guests(&preview.ask("GET", "/", &[header])), "{header:?}");
    }
    let exchanged = [
        ("Host", preview.host.as_str()),
        ("Sec-Fetch-Site", "same-origin"),
        ("Referer", "https://box.example/"),
    ];
    assert!(is_guests(&preview.ask("GET", "/", &exchanged)));
    for line in ["GET / HTTP/1.0", &format!("GET http://localhost:{port}/ HTTP/1.1")] {
        let mut stream = preview.connect();
        let request = format!("{line}\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it is heard");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("an answer");
        assert!(text.contains(" 200 OK") && !text.contains("storywall-preview"), "{line}");
    }
    for host in ["localhost", "127.0.0.1", "[::1]:4000"] {
        let reply = preview.ask("GET", "/", &[("Host", host)]);
        assert!(reply.text().contains("storywall-preview"), "{host} is the writer's");
    }
}

#[test]
fn another_address_of_this_machine_is_not_the_writers() {
    let Some(ip) = own_address() else { return };
    let preview = Preview::tiny(&["--bind", "0.0.0.0"]);
    for host in ["localhost", "127.0.0.1:4000", &ip.to_string()] {
        let mut stream = connect(&preview, ip);
        let request =
            format!("GET /?drafts=yes HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it is heard");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("an answer");
        assert!(text.contains(" 200 OK") && !text.contains("storywall-preview"), "{host}");
    }
    assert!(preview.get("").text().contains("storywall-preview"), "the writer keeps everything");
}

#[test]
fn what_the_command_shows_early_is_the_writers_unless_it_is_shared() {
    let arguments = ["--drafts", "--today", "2999-02-01"];
    for (shared, status) in [(vec![], 404), (vec!["--share-drafts"], 200)] {
        let preview = with_secrets(&[&arguments[..], &shared].concat());
        for address in ["stories/2026/draft.html", "stories/2026/later.html"] {
            assert_eq!(preview.get(address).status, 200, "{address}");
            let reply = guest(&preview, address);
            assert_eq!(reply.status, status, "{address} {shared:?}");
            assert!(!reply.text().contains("storywall-preview"));
        }
        let other = guest(&preview, "stories/2026/draft.html?drafts=no");
        assert_eq!(other.status, status, "a light is nobody's but the writer's");
    }
}

#[test]
fn everybody_can_be_made_a_guest() {
    let preview = Preview::tiny(&["--as-published"]);
    assert_eq!(preview.get("_status").text(), "{ \"alive\": true }\n");
    let home = preview.get("?drafts=yes");
    assert!(home.status == 200 && !home.text().contains("storywall-preview"));
}

#[test]
fn mistakes_are_shown_to_the_writer_only() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    let secrets = ["hush-hush", "content/", "themes/", "/site", "site.toml", "error[", "template"];
    let is_short = |reply: &Reply| {
        let text = reply.text();
        assert!(text.contains("<h1>This page cannot be shown right now</h1>"), "{text}");
        assert!(text.len() < 800, "{text}");
        for word in secrets {
            assert!(!text.contains(word), "{word} stands in {text}");
        }
    };
    // A template that fails: its pages alone.
    let template = "themes/default/templates/story.html";
    preview.write(template, "{# hush-hush #}{{ nothing.here }}");
    let own = preview.wait_for("stories/2026/bolt.html", |reply| reply.status == 500);
    assert!(own.text().contains("story.html:1"));
    let broken = guest(&preview, "stories/2026/bolt.html");
    assert_eq!(broken.status, 500);
    is_short(&broken);
    assert_eq!(guest(&preview, "guidelines/photos.html").status, 200);
    std::fs::remove_file(preview.path(template)).expect("deleted");
    // An error: a build would publish nothing.
    preview.edit("content/stories/2026/bolt.md", "author:", "theme: hush-hush\nauthor:");
    preview.wait_for("", |reply| reply.text().contains("hush-hush"));
    for address in ["", "stories/2026/bolt.html", "stories/", "nowhere.html", "feeds/stories.xml"] {
        let withheld = guest(&preview, address);
        assert_eq!(withheld.status, 503, "{address}");
        is_short(&withheld);
    }
    let danish = guest(&preview, "da/index.html").text();
    assert!(danish.contains("<h1>Siden kan ikke vises lige nu</h1>"), "{danish}");
    preview.edit("content/stories/2026/bolt.md", "theme: hush-hush\n", "");
    preview.wait_for("", |reply| !reply.text().contains("hush-hush"));
    assert_eq!(guest(&preview, "stories/2026/bolt.html").status, 200);
}

#[test]
fn a_photo_comes_to_guests_as_it_is_published_or_not_yet() {
    let preview = Preview::tiny(&[]);
    let pixels = image::RgbImage::from_fn(2400, 1800, |x, y| {
        image::Rgb([x, y, x ^ y].map(|it| u8::try_from(it % 256).unwrap_or(0)))
    });
    let file = preview.path("content/stories/2026/large.jpg");
    pixels.save_with_format(&file, image::ImageFormat::Jpeg).expect("a photo");
    let photo = "photos: [{file: large.jpg, alt: A pattern}]\nauthor:";
    preview.edit("content/stories/2026/bolt.md", "author:", photo);
    let shows = |reply: &Reply| reply.text().contains("large-");
    let page = preview.wait_for("stories/2026/bolt.html", shows).text();
    let parts = page.split("media/stories/2026/large").skip(1);
    let names = parts.filter_map(|part| part.split(['"', ' ', ',']).next());
    let mut addresses: Vec<String> =
        names.map(|name| format!("media/stories/2026/large{name}")).collect();
    addresses.sort();
    addresses.dedup();
    assert!(addresses.len() > 1, "{page}");
    let asked = |address: &String| {
        for _ in 0..20 {
            let reply = guest(&preview, address);
            if reply.status != 503 {
                return reply;
            }
        }
        panic!("{address} is never ready");
    };
    let seen: Vec<Reply> = addresses.iter().map(asked).collect();
    let out = build(&preview.path(""), &["--today", &today()]);
    for (address, reply) in addresses.iter().zip(&seen) {
        let published = std::fs::read(out.path().join("public").join(address)).expect(address);
        assert!(reply.status == 200 && reply.body == published, "{address} is a draft");
    }
}

// ── What nobody can use up ───────────────────────────────────────────────────────────────────

#[test]
fn unfinished_forms_delay_nobody() {
    let preview = Preview::tiny(&["--editor", "true {path}"]);
    let begin = |path: &str| {
        let mut stream = preview.connect();
        let request =
            format!("POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it is heard");
        stream
    };
    let silent: Vec<TcpStream> = (0..300).map(|n| begin(["/_open", "/"][n % 2])).collect();
    assert_eq!(preview.get("").status, 200, "somebody is answered while all of these wait");
    let begun = Instant::now();
    for stream in &silent {
        while !is_cut(stream) {
            assert!(begun.elapsed() < PATIENCE, "a form has its time, and no more");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

#[test]
fn very_slow_requests_are_disconnected() {
    let preview = Preview::tiny(&["--editor", "true {path}"]);
    let head = "POST /_open HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000\r\n\r\n";
    for begin in ["GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ", head] {
        let mut stream = preview.connect();
        stream.write_all(begin.as_bytes()).expect("it is heard");
        let begun = Instant::now();
        while !is_cut(&stream) {
            assert!(begun.elapsed() < PATIENCE, "{begin}");
            let _ = stream.write_all(b"x");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Six million bytes that begin as a paper does.
fn paper(filled_with: u8) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(6_000_000, filled_with);
    bytes
}

/// A story with papers of some megabytes each: their addresses.
fn large_files(preview: &Preview, many: u8) -> Vec<String> {
    let mut links = String::new();
    for n in 0..many {
        let file = format!("content/stories/2026/large{n}.pdf");
        std::fs::write(preview.path(&file), paper(n)).expect("writable");
        links += &format!("[Part {n}](large{n}.pdf)\n\n");
    }
    preview.edit("content/stories/2026/bolt.md", "\n---\n", &format!("\n---\n{links}"));
    let last = format!("large{}-", many - 1);
    let story = preview.wait_for("stories/2026/bolt.html", |it| it.text().contains(&last)).text();
    let parts = story.split("media/stories/2026/large").skip(1);
    let names = parts.filter_map(|part| part.split('"').next());
    names.map(|name| format!("/media/stories/2026/large{name}")).collect()
}

#[test]
fn readers_who_do_not_read_cost_little_and_keep_out_nobody() {
    let preview = Preview::tiny(&[]);
    let files = large_files(&preview, 20);
    preview.settle();
    let before = memory(&preview);
    for who in ["", "X-Forwarded-For: 10.0.0.9\r\n"] {
        let slow: Vec<TcpStream> = (0..300)
            .map(|n| {
                let mut stream = preview.connect();
                let file = &files[n % files.len()];
                let request = format!("GET {file} HTTP/1.1\r\nHost: localhost\r\n{who}\r\n");
                let _ = stream.write_all(request.as_bytes());
                stream
            })
            .collect();
        let begun = Instant::now();
        // As soon as it is plain that they do not read, there is room.
        loop {
            let reply = preview.get("");
            if reply.status == 200 {
                break;
            }
            assert!(begun.elapsed() < PATIENCE, "{}", reply.status);
            std::thread::sleep(Duration::from_millis(100));
        }
        assert!(memory(&preview) < before + 100, "{} MB, {before} before", memory(&preview));
        drop(slow);
    }
}

#[test]
fn a_large_file_comes_whole_in_parts_and_never_as_two() {
    let preview = Preview::tiny(&[]);
    let file = large_files(&preview, 1).remove(0);
    for who in [&[][..], PASSED_ON] {
        let whole = preview.ask("GET", &file, who);
        assert_eq!((whole.status, whole.body.len()), (200, 6_000_000));
        assert_eq!(whole.header("content-length"), Some("6000000"));
        let head = preview.ask("HEAD", &file, who);
        assert_eq!((head.header("content-length"), head.body.len()), (Some("6000000"), 0));
        let range = [who, &[("Range", "bytes=70000-3999999")]].concat();
        let part = preview.ask("GET", &file, &range);
        assert_eq!((part.status, part.body.len()), (206, 3_930_000));
    }
    let mut stream = preview.connect();
    let request = format!("GET {file} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("it is heard");
    let mut bytes = vec![0; 1000];
    stream.read_exact(&mut bytes).expect("it begins");
    // Somebody saves another one while it is sent.
    std::fs::write(preview.path("content/stories/2026/large0.pdf"), paper(9)).expect("writable");
    let _ = stream.read_to_end(&mut bytes);
    assert!(bytes.len() < 6_000_000 && !bytes.contains(&9), "{} bytes", bytes.len());
}

#[test]
fn a_reader_who_stops_reading_is_disconnected() {
    let preview = Preview::tiny(&[]);
    let files = large_files(&preview, 1);
    let mut stream = preview.connect();
    let request = format!("GET {} HTTP/1.1\r\nHost: localhost\r\n\r\n", files[0]);
    stream.write_all(request.as_bytes()).expect("it is heard");
    let mut first = [0; 12];
    stream.read_exact(&mut first).expect("an answer begins");
    assert_eq!(&first, b"HTTP/1.1 200");
    // Longer than anybody needs to take anything.
    std::thread::sleep(Duration::from_secs(26));
    let mut rest = vec![];
    let _ = stream.read_to_end(&mut rest);
    assert!(rest.len() < 6_000_000, "it was cut after {} bytes", rest.len());
}

#[test]
fn one_guest_has_a_share_of_the_places_and_the_writer_finds_one() {
    let Some(ip) = own_address() else { return };
    let preview = Preview::tiny(&["--bind", "0.0.0.0"]);
    let mut held: Vec<TcpStream> = (0..100).map(|_| connect(&preview, ip)).collect();
    let asked = "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let is_answered = |stream: &mut TcpStream| {
        let mut head = [0; 15];
        stream.write_all(asked.as_bytes()).is_ok() && stream.read_exact(&mut head).is_ok()
    };
    // Connections are taken in their order: after the last one, all have come in.
    assert!(is_answered(&mut connect(&preview, ip)));
    let answered = held.iter_mut().map(is_answered).filter(|is_answered| *is_answered).count();
    assert!(answered <= 32, "the others had to make room, {answered} had not");
    assert_eq!(preview.get("").status, 200);
}

#[test]
fn many_preview_options_use_no_more_memory_than_a_few() {
    let preview = Preview::tiny(&[]);
    preview.settle();
    let before = memory(&preview);
    for part in 0..10 {
        let asked: Vec<TcpStream> = (0..100)
            .map(|n| {
                let mut stream = preview.connect();
                let (year, month) = (1700 + part * 10 + n / 12, 1 + n % 12);
                let request = format!(
                    "GET /?today={year}-{month:02}-01 HTTP/1.1\r\nHost: localhost\r\n\
                     Connection: close\r\n\r\n"
                );
                stream.write_all(request.as_bytes()).expect("it is heard");
                stream
            })
            .collect();
        for mut stream in asked {
            let mut bytes = vec![];
            stream.read_to_end(&mut bytes).expect("an answer");
            // On a busy machine, who waits too long for a worker is told to come again.
            let is_answered =
                [b"HTTP/1.1 200", b"HTTP/1.1 503"].iter().any(|it| bytes.starts_with(*it));
            assert!(is_answered, "{}", String::from_utf8_lossy(&bytes));
        }
    }
    assert_eq!(preview.get("?today=1700-01-01").status, 200);
    let after = memory(&preview);
    assert!(after < before + 150, "{after} MB, {before} before");
}

#[test]
fn odd_requests_are_answered_or_disconnected_and_delay_nobody() {
    let preview = Preview::tiny(&[]);
    let headers = "X-A: b\r\n".repeat(500);
    let query = "a".repeat(15_000);
    let chunks = "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n";
    let requests = [
        ("a flood of headers", format!("GET / HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n")),
        ("a long query", format!("GET /?today={query} HTTP/1.1\r\nHost: localhost\r\n\r\n")),
        ("a query of a guest", format!("GET /?{query} HTTP/1.1\r\nHost: localhost\r\nVia: x\r\n\r\n")),
        ("two lengths", format!("POST / HTTP/1.1\r\nHost: localhost\r\n{chunks}")),
        (
            "an expectation",
            "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n"
                .to_owned(),
        ),
        (
            "endless chunks",
            "POST /_open HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFF\r\n"
                .to_owned(),
        ),
        ("a body of a page", "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n".to_owned()),
        ("no host", "GET / HTTP/1.1\r\n\r\n".to_owned()),
        ("another language", "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0".to_owned()),
        ("an upgrade", "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n".to_owned()),
    ];
    let open: Vec<(&str, TcpStream)> = requests
        .iter()
        .flat_map(|(what, request)| {
            (0..20).map(|_| {
                let mut stream = preview.connect();
                let _ = stream.write_all(request.as_bytes());
                (*what, stream)
            })
        })
        .collect();
    assert_eq!(preview.get("").status, 200);
    let begun = Instant::now();
    for (what, stream) in &open {
        while !is_cut(stream) {
            assert!(begun.elapsed() < PATIENCE, "{what} is held");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

#[test]
fn pipelined_requests_are_answered_in_order() {
    let preview = Preview::tiny(&[]);
    let mut stream = preview.connect();
    let one = "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let last = one.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    let requests = one.repeat(49) + &last;
    stream.write_all(requests.as_bytes()).expect("it is heard");
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("answers");
    assert_eq!(text.matches("HTTP/1.1 200 OK").count(), 50);
}
