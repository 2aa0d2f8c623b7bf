//! Passwords: beside the word that announces one, and in addresses.

use super::{Found, Private};

pub(super) fn find(line: &str, found: &mut Found) {
    announced(line, found);
    in_addresses(line, found);
}

const WORDS: &[&str] = &[
    "adgangskode",
    "adgangskoden",
    "kodeord",
    "kodeordet",
    "passcode",
    "password",
    "passwort",
    "wachtwoord",
];
const SHORTEST: usize = 4;

/// `Password: ` and one word with a digit or a sign, as in no sentence about passwords.
fn announced(line: &str, found: &mut Found) {
    for (at, _) in line.match_indices([':', '=']) {
        let is_quote = |c: char| "\"'`*_ ".contains(c);
        let before = line[..at].trim_end_matches(is_quote);
        let has_word = WORDS.iter().any(|word| {
            let from = before.len().checked_sub(word.len());
            from.and_then(|from| before.get(from..)).is_some_and(|it| it.eq_ignore_ascii_case(word))
        });
        if !has_word {
            continue;
        }
        let rest = &line[at + 1..];
        let word = rest.trim_start_matches(|c| is_quote(c) || c == '\t');
        let start = line.len() - word.len();
        let ends = |c: char| c.is_whitespace() || "\"'`<>|".contains(c);
        let word = word.split(ends).next().unwrap_or_default();
        let word = word.trim_end_matches(['.', ',', ':', ';', ')', '*']);
        if is_password(word) {
            found.push((start..start + word.len(), Private::Password));
        }
    }
}

fn is_password(word: &str) -> bool {
    let inner = word.trim_end_matches(['!', '?']);
    let has_sign = inner.contains(|c: char| c.is_numeric() || "!#%&+=?@^~$€£§".contains(c));
    // `8-digit`, and names that stand in place of one.
    let digits = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_count = digits > 0 && inner[digits..].starts_with('-');
    word.chars().count() >= SHORTEST && has_sign && !is_count && !is_placeholder(word)
}

fn is_placeholder(word: &str) -> bool {
    word.starts_with(['$', '{', '[', '%', '(']) || word.contains(['(', '…']) || word.contains("://")
}

/// `https://user:password@host/`
fn in_addresses(line: &str, found: &mut Found) {
    for (at, sign) in line.match_indices("://") {
        let start = at + sign.len();
        let ends = |c: char| c.is_whitespace() || "/?#<>\"'`()[]".contains(c);
        let host = line[start..].split(ends).next().unwrap_or_default();
        let Some((user, _)) = host.rsplit_once('@') else { continue };
        let Some((name, password)) = user.split_once(':') else { continue };
        let is_shown = !password.is_empty() && !password.bytes().all(|byte| byte == b'*');
        if is_shown && !is_placeholder(password) {
            let from = start + name.len() + 1;
            found.push((from..from + password.len(), Private::Password));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[test]
    fn a_password_is_one_word_behind_its_name() {
        for (line, password) in [
            ("Adgangskode: Sommer2026", "Sommer2026"),
            ("Wifi-password: pumpe!4, husk det", "pumpe!4"),
            ("**Wachtwoord:** `Zomer#26`", "Zomer#26"),
            ("password=hunter22", "hunter22"),
            ("{\"password\": \"hunter22\"}", "hunter22"),
            ("https://anna:Hemmelig1@intern.example/a", "Hemmelig1"),
            ("postgres://app:aBc@db.example:5432/x", "aBc"),
        ] {
            assert_eq!(words(find, line), [(password, Private::Password)], "{line}");
        }
        for line in [
            "Password: at least 12 signs",
            "Password: 8-digit, please",
            "Adgangskode: spørg Anna!",
            "Wachtwoord: ${WACHTWOORD}",
            "password: <password>",
            "Password: ********",
            "https://user:$TOKEN@host.example/",
            "https://user@host.example/a:b@c",
            "http://localhost:4000/",
            "Password: https://x.example/a?b=1",
        ] {
            assert_eq!(words(find, line), [], "{line}");
        }
    }
}
