//! The addresses of links in an email: those that readers were given, without the detours that mail
//! programs put in.

use std::borrow::Cow;

use crate::base::percent;

/// Signs that stand around the words of a link and behind its address. No text has them: Unicode
/// keeps them for programs.
pub(super) const WORDS: char = '\u{fdd0}';
pub(super) const ADDRESS: char = '\u{fdd1}';
pub(super) const END: char = '\u{fdd2}';

/// Writes the address of each link behind its words, unless they are the same.
pub(super) fn written(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for (count, part) in text.split(WORDS).enumerate() {
        let link = part.split_once(ADDRESS).and_then(|(words, rest)| {
            let (address, rest) = rest.split_once(END)?;
            Some((words, address, rest))
        });
        match link {
            Some((words, address, rest)) if count > 0 => {
                written += &link_of(words, address);
                written += rest;
            }
            _ => written += part,
        }
    }
    written.replace([ADDRESS, END], "")
}

fn link_of(words: &str, address: &str) -> String {
    let address = direct(address);
    let said = words.trim();
    if !address.starts_with("http") {
        return words.to_owned();
    }
    if is_same(said, &address) || is_same(&direct(said), &address) {
        return words.replace(said, &direct(said));
    }
    match said.strip_suffix('…').or(said.strip_suffix("...")) {
        Some(begin) if !begin.is_empty() && bare(&address).starts_with(&bare(begin)) => {
            address.into_owned()
        }
        _ if said.is_empty() => words.to_owned(),
        _ => format!("{words} ({address})"),
    }
}

fn is_same(words: &str, address: &str) -> bool {
    bare(words) == bare(address)
}

/// What people write of an address.
fn bare(address: &str) -> String {
    let address = address.trim().to_lowercase();
    let address =
        address.strip_prefix("https://").or(address.strip_prefix("http://")).unwrap_or(&address);
    let address = address.strip_prefix("www.").unwrap_or(address).trim_end_matches('/');
    percent::decoded(address).map_or_else(|| address.to_owned(), Cow::into_owned)
}

const SAFELINKS: &str = ".safelinks.protection.outlook.com/";

/// The address to which one of Outlook's detours leads.
fn direct(address: &str) -> Cow<'_, str> {
    let found = || {
        let (_, behind) = address.split_once(SAFELINKS)?;
        let (_, asked) = behind.split_once('?')?;
        let asked = asked.split('&').map(|it| it.strip_prefix("amp;").unwrap_or(it));
        let url = percent::decoded(asked.into_iter().find_map(|it| it.strip_prefix("url="))?)?;
        let is_address = url.starts_with("http") && !url.contains(char::is_whitespace);
        is_address.then(|| url.into_owned())
    };
    found().map_or(Cow::Borrowed(address), Cow::Owned)
}

/// A text without Outlook's detours, which stand in emails of plain text too.
pub(super) fn without_detours(text: &str) -> Cow<'_, str> {
    if !text.contains(SAFELINKS) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("https://") {
        let (before, link) = rest.split_at(at);
        let ends = |c: char| c.is_whitespace() || "<>\"')]".contains(c);
        let (link, behind) = link.split_at(link.find(ends).unwrap_or(link.len()));
        out += before;
        out += &direct(link);
        rest = behind;
    }
    Cow::Owned(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DETOUR: &str = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.dr.dk%2Fa%3Fb%3D1&data=05%7C02&reserved=0";

    #[test]
    fn an_address_is_written_once_and_is_the_one_that_was_given() {
        for (words, address, shown) in [
            ("www.dr.dk", "https://www.dr.dk/", "www.dr.dk"),
            ("https://www.dr.dk/a", "https://www.dr.dk/a", "https://www.dr.dk/a"),
            ("dr.dk/a?b=1", DETOUR, "dr.dk/a?b=1"),
            (DETOUR, DETOUR, "https://www.dr.dk/a?b=1"),
            ("her", DETOUR, "her (https://www.dr.dk/a?b=1)"),
            ("https://www.dr.dk/a…", DETOUR, "https://www.dr.dk/a?b=1"),
            ("her", "https://a.example/b", "her (https://a.example/b)"),
            ("bo@a.example", "mailto:bo@a.example", "bo@a.example"),
        ] {
            let text = format!("Se {WORDS}{words}{ADDRESS}{address}{END} nu");
            assert_eq!(written(&text), format!("Se {shown} nu"));
        }
        assert_eq!(without_detours(&format!("dr<{DETOUR}> og")), "dr<https://www.dr.dk/a?b=1> og");
        assert_eq!(written(&format!("a{END}b{WORDS}c")), "abc");
    }
}
