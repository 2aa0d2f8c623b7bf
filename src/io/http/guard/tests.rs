//! Who may ask the preview.

use super::*;

fn admits(pairs: &[(&'static str, &'static str)]) -> bool {
    let mut headers = HeaderMap::new();
    for (name, value) in pairs {
        headers.append(*name, value.parse().expect("a header"));
    }
    Hosts(vec!["box.example".to_owned()]).admit(&Method::GET, &headers).is_ok()
}

#[test]
fn only_names_that_nobody_else_can_point_here_are_ours() {
    for host in [
        "localhost:4000",
        "localhost",
        "127.0.0.1:4000",
        "[::1]:4000",
        "[::1]",
        "192.168.1.4",
        "LOCALHOST:4000",
        "site.localhost:80",
        "box.example:4000",
    ] {
        assert!(admits(&[("host", host)]), "{host}");
    }
    for host in [
        "evil.example",
        "evil.example:4000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example:127.0.0.1",
        "",
        ":4000",
        "127.0.0.1@evil.example",
    ] {
        assert!(!admits(&[("host", host)]), "{host}");
    }
    assert!(!admits(&[]));
    assert!(!admits(&[("host", "localhost"), ("host", "evil.example")]));
}

#[test]
fn pages_of_others_read_nothing() {
    let own = ("host", "localhost:4000");
    assert!(admits(&[own, ("origin", "http://localhost:4000")]));
    for origin in ["http://evil.example", "null", "http://localhost:4001", "http://localhost"] {
        assert!(!admits(&[own, ("origin", origin)]), "{origin}");
    }
    assert!(admits(&[own, ("sec-fetch-site", "same-origin")]));
    assert!(admits(&[own, ("sec-fetch-site", "none")]));
    for site in ["cross-site", "same-site"] {
        assert!(!admits(&[own, ("sec-fetch-site", site)]), "{site}");
        let followed = [("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
        assert!(admits(&[own, ("sec-fetch-site", site), followed[0], followed[1]]));
        let framed = [("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")];
        assert!(!admits(&[own, ("sec-fetch-site", site), framed[0], framed[1]]));
    }
}
