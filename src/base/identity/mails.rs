//! Email addresses at providers for private people.

use std::ops::Range;

use super::{Found, Private};

/// Providers whose customers are private people, in Denmark, the Netherlands and everywhere.
const PROVIDERS: &[&str] = &[
    "aol.com",
    "casema.nl",
    "gmail.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hetnet.nl",
    "home.nl",
    "hotmail.com",
    "hotmail.dk",
    "hotmail.nl",
    "icloud.com",
    "jubii.dk",
    "kpnmail.nl",
    "live.com",
    "live.dk",
    "live.nl",
    "mac.com",
    "mail.dk",
    "mail.tele.dk",
    "me.com",
    "msn.com",
    "ofir.dk",
    "outlook.com",
    "outlook.dk",
    "planet.nl",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "stofanet.dk",
    "upcmail.nl",
    "webspeed.dk",
    "web.de",
    "xs4all.nl",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.dk",
    "youmail.dk",
    "ziggo.nl",
];

pub(super) fn find(line: &str, found: &mut Found) {
    let private = all(line).filter(|it| is_private(&line[it.clone()]));
    found.extend(private.map(|it| (it, Private::Mail)));
}

/// Whether an address is one at a provider for private people.
pub(crate) fn is_private(address: &str) -> bool {
    let host = address.rsplit('@').next().unwrap_or_default();
    PROVIDERS.iter().any(|provider| host.eq_ignore_ascii_case(provider))
}

/// Every email address in a line.
pub(crate) fn all(line: &str) -> impl Iterator<Item = Range<usize>> {
    line.match_indices('@').filter_map(|(at, _)| {
        let is_sign = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
        let name = line[..at].trim_end_matches(is_sign).len();
        let rest = &line[at + 1..];
        let host = rest.find(|c| !is_sign(c)).unwrap_or(rest.len());
        let host = rest[..host].trim_end_matches('.');
        (name < at && host.contains('.')).then(|| name..at + 1 + host.len())
    })
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[test]
    fn an_address_at_a_private_provider_is_found_and_no_other() {
        let line =
            "Skriv til <mette.k+x@Gmail.com>, ikke til info@sundbro.example eller @gmail.com.";
        assert_eq!(words(find, line), [("mette.k+x@Gmail.com", Private::Mail)]);
    }
}
