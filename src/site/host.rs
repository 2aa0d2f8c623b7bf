//! The host at which a site is published: ids of meetings and of emails end with it.

use super::Site;

impl Site {
    /// One that nobody has where it is not known, or is not plain letters.
    pub(crate) fn host(&self) -> String {
        let base = self.base_url();
        let host = base.as_deref().and_then(host_of).filter(|host| host.is_ascii());
        host.unwrap_or("storywall.invalid").to_owned()
    }
}

/// The host of an address, without a port. One in numbers has colons itself: `[::1]`.
fn host_of(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    let end = host.find(']').map(|at| at + 1).or_else(|| host.find(':')).unwrap_or(host.len());
    Some(&host[..end]).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::host_of;

    #[test]
    fn a_host_has_no_port() {
        for (address, host) in [
            ("https://h.example/wall/", Some("h.example")),
            ("https://h.example:8080/", Some("h.example")),
            ("http://[::1]:8080/", Some("[::1]")),
            ("http://[::1]/", Some("[::1]")),
            ("https:///", None),
        ] {
            assert_eq!(host_of(address), host, "{address}");
        }
    }
}
