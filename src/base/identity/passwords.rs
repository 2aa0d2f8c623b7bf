//! Passwords: beside the word that announces one, and in addresses.

use super::{Found, Private};

pub(super) fn find(line: &str, found: &mut Found) {
    announced(line, found);
    said(line, found);
    in_addresses(line, found);
}

/// Verbs behind which somebody says a password.
const VERBS: &[&str] = &["is", "was", "er", "var", "hedder", "luidt"];
/// Words of what a password is for begin with these: `adgangskoden til wifi er`.
const FOR: &[&str] = &["til", "for", "to", "of", "på", "af", "voor", "van", "op"];

/// `wachtwoord is Zomer2026!`: a word with letters and digits, as in no sentence about passwords.
fn said(line: &str, found: &mut Found) {
    /// Words between that of a password and the verb.
    const MOST: usize = 4;
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let mut at = 0;
    // Where the word stands, counted in words, and whether what follows says what it is for.
    let mut known: Option<(usize, bool)> = None;
    let mut is_next = false;
    for (number, word) in line.split_inclusive(char::is_whitespace).enumerate() {
        let typed = word.trim_end();
        let start = at;
        at += word.len();
        if is_next {
            is_next = false;
            let inner = typed.trim_start_matches(['"', '\'', '`', '*', '_', '“', '‘', '(']);
            let from = start + typed.len() - inner.len();
            let inner = inner
                .trim_end_matches(['"', '\'', '`', '*', '_', '”', '’', ')', '.', ',', ';', ':']);
            if is_said(inner) {
                found.push((from..from + inner.len(), Private::MaybePassword));
            }
        }
        let plain = bare(typed);
        let ends = typed.ends_with(['.', '!', '?', ';', ':']);
        let is_word = WORDS.contains(&&*plain) || SAID.contains(&&*plain);
        match known {
            _ if is_word => known = Some((number, false)),
            Some((from, is_for)) if VERBS.contains(&&*plain) && !ends => {
                is_next = is_for || number == from + 1;
                known = None;
            }
            Some((from, is_for)) => {
                let is_for = is_for || number == from + 1 && FOR.contains(&&*plain);
                known = (is_for && number - from < MOST).then_some((from, is_for));
            }
            None => {}
        }
        if ends && !is_word {
            known = None;
        }
    }
}

/// More forms of the words, which no colon follows.
const SAID: &[&str] = &["passwordet", "passordet", "løsenet", "wachtwoorden", "passcoden"];

/// Long enough, with letters and a digit, and neither a number with its unit nor a name of a rule.
fn is_said(word: &str) -> bool {
    const SHORTEST: usize = 7;
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let has_digit = word.contains(|c: char| c.is_ascii_digit());
    let is_number = word.trim_start_matches(|c: char| c.is_ascii_digit() || ".,-".contains(c));
    let is_of_rule =
        word.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'-')
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && !word.contains(|c: char| "!#%&?$".contains(c));
    letters >= 3
        && has_digit
        && is_number.len() == word.len()
        && !is_of_rule
        && word.chars().count() >= SHORTEST
        && is_password(word)
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
    fn a_password_may_stand_in_a_sentence() {
        for (line, password) in [
            ("Mijn wachtwoord is Zomer2026!", "Zomer2026!"),
            ("my password is hunter2secret.", "hunter2secret"),
            ("Adgangskoden er Sommer2026, husk det", "Sommer2026"),
            ("adgangskoden til wifi er **Sommer2026**", "Sommer2026"),
            ("Het wachtwoord van de kast was “Zomer2026”", "Zomer2026"),
        ] {
            assert_eq!(words(find, line), [(password, Private::MaybePassword)], "{line}");
        }
        for line in [
            "The password is 12 characters long",
            "My password is case-sensitive",
            "Wachtwoord is verplicht sinds 2026",
            "The password policy is ISO27001-based",
            "Password rule is ISO27001",
            "The password for this is ISO27001.",
            "Adgangskoden er 100% sikker",
            "The password is 8-digit-long",
            "Adgangskoden er 16-tegns2",
            "Adgangskoden er skiftet. Det er Sommer2026",
            "Koden er skrevet om i 2026",
            "The password was sent to anna2@x.example",
            "Password is https://x.example/a1b2c3d4",
        ] {
            assert_eq!(words(find, line), [], "{line}");
        }
    }

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
