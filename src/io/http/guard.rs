//! Which requests are answered: for a name of this machine, and from a page of the preview itself.
//!
//! A page of another site can make a browser ask us, and by a name that it controls even read what
//! we say (DNS rebinding). A browser names both, in `Host`, `Origin` and `Sec-Fetch-Site`.

use std::net::IpAddr;

use axum::http::{HeaderMap, Method, header};

/// Names that the site may be asked by, beside addresses of numbers, which nobody can point
/// elsewhere.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hosts(pub(crate) Vec<String>);

/// Why a request is refused, as a sentence.
pub(crate) type Refusal = String;

impl Hosts {
    /// Lets through what comes from the site itself, or from the address bar.
    pub(crate) fn admit(&self, method: &Method, headers: &HeaderMap) -> Result<(), Refusal> {
        let mut hosts = headers.get_all(header::HOST).iter();
        let host = hosts.next().and_then(|host| host.to_str().ok());
        let Some(host) = host.filter(|_| hosts.next().is_none()) else {
            return Err("The request does not say which host it is for.".to_owned());
        };
        let name = name(host);
        if !self.is_own(name) {
            return Err(format!(
                "This preview does not answer to the name “{name}”. If the preview is yours, start \
                 it with --allow-host {name}"
            ));
        }
        let origin = headers.get(header::ORIGIN).map(|it| it.to_str().unwrap_or("null"));
        if origin.is_some_and(|origin| authority(origin) != Some(host)) {
            return Err("A page of another site may not read this preview.".to_owned());
        }
        let header = |name: &str| headers.get(name).and_then(|it| it.to_str().ok());
        let is_ours = matches!(header("sec-fetch-site"), None | Some("same-origin" | "none"));
        // A link from a chat or a wiki is followed by a person, who then sees the page.
        let is_followed = *method == Method::GET
            && header("sec-fetch-mode") == Some("navigate")
            && header("sec-fetch-dest") == Some("document");
        if is_ours || is_followed {
            return Ok(());
        }
        Err("A page of another site may not show or read this preview.".to_owned())
    }

    fn is_own(&self, name: &str) -> bool {
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        let lower = name.trim_end_matches('.').to_ascii_lowercase();
        bare.parse::<IpAddr>().is_ok()
            || is_localhost(name)
            || self.0.iter().any(|own| own.eq_ignore_ascii_case(&lower))
    }
}

/// Whether a machine calls itself so.
pub(super) fn is_localhost(name: &str) -> bool {
    let lower = name.trim_end_matches('.').to_ascii_lowercase();
    lower == "localhost" || lower.ends_with(".localhost")
}

/// A host without its port.
pub(super) fn name(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) && !name.is_empty() => name,
        _ => host,
    }
}

/// What stands behind the scheme.
pub(super) fn authority(origin: &str) -> Option<&str> {
    origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"))
}

#[cfg(test)]
mod tests;
