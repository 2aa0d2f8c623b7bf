//! Whose request it is: of the writer, who sits at this machine, or of a guest, who sees what a
//! build would publish and nothing else.
//!
//! Decided for each request, whatever address the server listens at. A guest is whoever comes from
//! another address than this machine's own to itself (loopback), and whoever comes through something
//! that passes requests on: a reverse proxy or a tunnel on this machine speaks from loopback for
//! others. In doubt it is a guest, who learns nothing that is not going to be published.

use std::net::IpAddr;

use axum::http::uri::Uri;
use axum::http::{HeaderMap, HeaderName, Version, header};

use super::guard;

/// The kind of client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// Sees the bar, drafts, other days, and what is wrong.
    Writer,
    /// Sees the bytes of a build.
    Guest,
}

/// Prefixes of the headers that are added where a request is passed on: by proxies, networks that
/// deliver pages, tunnels, and doors that ask for a name. No browser sends such a header to a server
/// that it asks itself.
const PASSED_ON: &[&str] = &[
    "forwarded",
    "via",
    "proxy-",
    "client-ip",
    "true-client-",
    "front-end-",
    "wl-proxy-",
    "x-forward",
    "x-real-",
    "x-client-",
    "x-cluster-",
    "x-original-",
    "x-rewrite-",
    "x-replaced-",
    "x-proxy",
    "x-remote-",
    "x-auth-request-",
    "x-scheme",
    "x-url-scheme",
    "x-host",
    "x-https",
    "x-ssl-",
    "x-request-start",
    "x-tunnel-",
    "x-envoy-",
    "x-varnish",
    "x-amz",
    "x-azure-",
    "x-arr-",
    "x-ms-",
    "x-appengine-",
    "x-cloud-",
    "x-goog-",
    "x-vercel-",
    "x-nf-",
    "x-akamai-",
    "akamai-",
    "cdn-",
    "cf-",
    "fastly-",
    "fly-",
    "ngrok-",
    "tailscale-",
];

impl Who {
    /// Of a request that came from `peer`.
    pub(super) fn of(peer: IpAddr, version: Version, uri: &Uri, headers: &HeaderMap) -> Who {
        let is_direct = is_here(peer)
            // Browsers have spoken 1.1 for decades; proxies speak 1.0 to those behind them.
            && version == Version::HTTP_11
            // Only proxies are asked for whole addresses.
            && uri.authority().is_none()
            && !headers.keys().any(is_passed_on)
            && names_this_machine(headers)
            && !is_shown_elsewhere(headers);
        if is_direct { Who::Writer } else { Who::Guest }
    }
}

/// Whether the address is this machine's own.
pub(super) fn is_here(peer: IpAddr) -> bool {
    peer.to_canonical().is_loopback()
}

fn is_passed_on(name: &HeaderName) -> bool {
    PASSED_ON.iter().any(|begin| name.as_str().starts_with(begin))
}

/// Whether the request is for a name by which a machine asks itself.
fn names_this_machine(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|host| host.to_str().ok()) else {
        return false;
    };
    let name = guard::name(host);
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    bare.parse().map_or_else(|_| guard::is_localhost(name), is_here)
}

/// Whether the browser believes to be at another place than the one that is asked: something
/// between the two exchanged the name.
fn is_shown_elsewhere(headers: &HeaderMap) -> bool {
    let value = |name: HeaderName| headers.get(name).and_then(|it| it.to_str().ok());
    let is_same_origin = headers.get("sec-fetch-site").is_some_and(|it| it == "same-origin");
    let page = value(header::REFERER).and_then(guard::authority);
    let page = page.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    is_same_origin && page.is_some_and(|page| Some(page) != value(header::HOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "127.0.0.1";

    fn who(peer: &str, headers: &[(&'static str, &str)]) -> Who {
        let mut all = HeaderMap::new();
        for (name, value) in headers {
            all.append(*name, value.parse().expect("a header"));
        }
        let uri = Uri::from_static("/stories/");
        Who::of(peer.parse().expect("an address"), Version::HTTP_11, &uri, &all)
    }

    #[test]
    fn who_sits_at_the_machine_and_asks_it_by_its_own_names_is_the_writer() {
        for peer in ["127.0.0.1", "127.0.0.2", "::1", "::ffff:127.0.0.1"] {
            for host in
                ["localhost", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000", "a.localhost"]
            {
                assert_eq!(who(peer, &[("host", host)]), Who::Writer, "{peer} {host}");
            }
        }
    }

    #[test]
    fn who_comes_from_elsewhere_is_a_guest_whatever_they_say() {
        for peer in
            ["192.168.1.7", "10.0.0.1", "172.17.0.1", "::ffff:10.0.0.1", "fe80::1", "2001:db8::1"]
        {
            for host in ["localhost:4000", "127.0.0.1", "192.168.1.4:4000"] {
                assert_eq!(who(peer, &[("host", host)]), Who::Guest, "{peer} {host}");
            }
        }
    }

    #[test]
    fn who_asks_this_machine_by_a_name_that_others_use_is_a_guest() {
        for host in [
            "box.example",
            "192.168.1.4:4000",
            "[2001:db8::1]:4000",
            "localhost.example",
            "0.0.0.0",
        ] {
            assert_eq!(who(HERE, &[("host", host)]), Who::Guest, "{host}");
        }
        assert_eq!(who(HERE, &[]), Who::Guest);
    }

    #[test]
    fn a_forwarded_request_is_a_guests() {
        for header in [
            "forwarded",
            "via",
            "x-forwarded-for",
            "x-forwarded-proto",
            "x-forwarded-host",
            "x-real-ip",
            "cf-connecting-ip",
            "tailscale-user-login",
        ] {
            // Even if it is empty, or says that it came from this machine.
            for value in ["", "127.0.0.1", "for=localhost"] {
                let headers = [("host", "localhost:4000"), (header, value)];
                assert_eq!(who(HERE, &headers), Who::Guest, "{header}: {value}");
            }
        }
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "localhost:4000".parse().expect("a header"));
        let here = HERE.parse().expect("an address");
        let path = Uri::from_static("/");
        assert_eq!(Who::of(here, Version::HTTP_10, &path, &headers), Who::Guest);
        let whole = Uri::from_static("http://localhost:4000/");
        assert_eq!(Who::of(here, Version::HTTP_11, &whole, &headers), Who::Guest);
    }

    #[test]
    fn what_browsers_send_makes_nobody_a_guest() {
        for header in [
            "accept",
            "accept-encoding",
            "accept-language",
            "cache-control",
            "connection",
            "cookie",
            "content-length",
            "content-type",
            "dnt",
            "if-modified-since",
            "if-none-match",
            "last-event-id",
            "origin",
            "pragma",
            "priority",
            "purpose",
            "range",
            "save-data",
            "sec-ch-ua",
            "sec-fetch-dest",
            "sec-gpc",
            "sec-purpose",
            "te",
            "upgrade-insecure-requests",
            "user-agent",
            "viewport-width",
            "x-requested-with",
        ] {
            let headers = [("host", "localhost:4000"), (header, "x")];
            assert_eq!(who(HERE, &headers), Who::Writer, "{header}");
        }
    }

    #[test]
    fn a_page_that_the_browser_shows_at_another_place_is_a_guests() {
        let own = ("host", "127.0.0.1:4000");
        let same = ("sec-fetch-site", "same-origin");
        assert_eq!(who(HERE, &[own, same, ("referer", "http://127.0.0.1:4000/a")]), Who::Writer);
        assert_eq!(who(HERE, &[own, same]), Who::Writer);
        // A link in a wiki that the writer follows.
        let cross = ("sec-fetch-site", "cross-site");
        assert_eq!(who(HERE, &[own, cross, ("referer", "https://wiki.example/")]), Who::Writer);
        for referer in
            ["https://box.example/handbook/", "http://127.0.0.1/", "http://localhost:4000/"]
        {
            assert_eq!(who(HERE, &[own, same, ("referer", referer)]), Who::Guest, "{referer}");
        }
    }
}
