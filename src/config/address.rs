//! The address at which a site is published.

use crate::data::addresses::web_address;

/// The address of a site, with a slash at its end; every address of the site is put behind it.
pub(crate) fn base_address(written: &str) -> Result<String, (String, String)> {
    let address = web_address(written)?;
    match address.find(['?', '#']) {
        None => match without_steps(&address) {
            Some(short) => Err((
                "The address of the site contains a . or .. between slashes".to_owned(),
                format!("Write {}", with_slash(&short)),
            )),
            None => Ok(with_slash(&address)),
        },
        Some(at) => Err((
            format!("The address of the site contains a {}", &address[at..=at]),
            format!("Write {}", with_slash(&address[..at])),
        )),
    }
}

/// The address to which the steps of this one lead, `/a/../b` to `/b`; `None` if there are none.
fn without_steps(address: &str) -> Option<String> {
    let step = |part: &str| match part.to_ascii_lowercase().replace("%2e", ".").as_str() {
        "." => Some(0),
        ".." => Some(1),
        _ => None,
    };
    let (scheme, rest) = address.split_once("//")?;
    rest.split('/').any(|part| step(part).is_some()).then_some(())?;
    let mut parts: Vec<&str> = vec![];
    for part in rest.split('/') {
        match step(part) {
            None => parts.push(part),
            // The first is the name of the host.
            Some(back) => parts.truncate((parts.len().saturating_sub(back)).max(1)),
        }
    }
    Some(format!("{scheme}//{}", parts.join("/")))
}

/// The same address with a slash at its end.
pub(crate) fn with_slash(url: &str) -> String {
    format!("{}/", url.trim_end_matches('/'))
}
