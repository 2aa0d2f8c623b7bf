//! Keys and tokens, by the forms that their makers gave them so that they can be found.

use super::{Found, Private};

/// How one begins, how many letters, digits and `_-` follow at least, and whose it is.
const FORMS: &[(&str, usize, &str)] = &[
    ("ghp_", 36, "GitHub"),
    ("gho_", 36, "GitHub"),
    ("ghs_", 36, "GitHub"),
    ("github_pat_", 40, "GitHub"),
    ("glpat-", 20, "GitLab"),
    ("AKIA", 16, "Amazon"),
    ("ASIA", 16, "Amazon"),
    ("AIza", 35, "Google"),
    ("xoxb-", 20, "Slack"),
    ("xoxp-", 20, "Slack"),
    ("sk_live_", 20, "Stripe"),
    ("rk_live_", 20, "Stripe"),
    ("npm_", 36, "npm"),
    ("SG.", 40, "SendGrid"),
    ("sk-ant-", 40, "Anthropic"),
    ("sk-proj-", 40, "OpenAI"),
    ("hf_", 30, "Hugging Face"),
    ("dckr_pat_", 20, "Docker"),
    ("pypi-", 50, "PyPI"),
    ("shpat_", 32, "Shopify"),
    ("dop_v1_", 60, "DigitalOcean"),
];

pub(super) fn find(line: &str, found: &mut Found) {
    named(line, found);
    tokens(line, found);
    if line.contains("-----BEGIN ") && line.contains("PRIVATE KEY-----") {
        found.push((0..line.trim_end().len(), Private::Key("a program")));
    }
    for (begin, least, owner) in FORMS {
        for (at, _) in line.match_indices(begin) {
            let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
            if line[..at].chars().next_back().is_some_and(is_sign) {
                continue;
            }
            let rest = &line[at + begin.len()..];
            let length = rest.find(|c| !is_sign(c)).unwrap_or(rest.len());
            let length = rest[..length].trim_end_matches('.').len();
            let has_digit = rest[..length].bytes().any(|byte| byte.is_ascii_digit());
            if length >= *least && has_digit {
                found.push((at..at + begin.len() + length, Private::Key(owner)));
            }
        }
    }
}

/// What stands before a key that has no beginning of its own, how many letters, digits and `+/=` the
/// key has at least, and whose it is.
const NAMED: &[(&str, usize, &str)] = &[
    ("aws_secret_access_key", 40, "Amazon"),
    ("secretaccesskey", 40, "Amazon"),
    ("accountkey", 44, "Azure"),
    ("sharedaccesskey", 40, "Azure"),
];

fn named(line: &str, found: &mut Found) {
    for (at, _) in line.match_indices([':', '=']) {
        let is_beside = |c: char| c == ' ' || c == '"' || c == '\'';
        let before = line[..at].trim_end_matches(is_beside);
        let is_named = |(name, ..): &&(&str, usize, &str)| {
            let from = before.len().checked_sub(name.len());
            from.and_then(|from| before.get(from..)).is_some_and(|it| it.eq_ignore_ascii_case(name))
        };
        let Some((_, least, owner)) = NAMED.iter().find(is_named) else { continue };
        let key = line[at + 1..].trim_start_matches(is_beside);
        let start = line.len() - key.len();
        let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
        let length = key.find(|c| !is_sign(c)).unwrap_or(key.len());
        if length >= *least {
            found.push((start..start + length, Private::Key(owner)));
        }
    }
}

/// A signed token of somebody who is signed in (RFC 7519): three parts, of which two are JSON.
fn tokens(line: &str, found: &mut Found) {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let mut from = 0;
    while let Some(at) = line[from..].find("eyJ").map(|at| from + at) {
        let length = line[at..].find(|c| !is_sign(c)).unwrap_or(line.len() - at);
        let token = line[at..at + length].trim_end_matches('.');
        let parts: Vec<&str> = token.split('.').take(6).collect();
        if matches!(parts.len(), 3 | 5) && parts[0].len() > 9 && parts[2].len() > 9 {
            found.push((at..at + token.len(), Private::Key("somebody who was signed in")));
        }
        from = at + length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Put together here, so that no scanner takes this file for a leak.
    fn key(begin: &str, length: usize) -> String {
        format!("{begin}{}", "aB3dE6gH9k".repeat(10).split_at(length).0)
    }

    #[test]
    fn keys_without_a_beginning_are_named_and_tokens_have_parts() {
        let secret = key("", 38) + "/+";
        let azure = key("", 86) + "==";
        let token = format!("eyJ{}.eyJ{}.{}", key("", 20), key("", 40), key("", 43));
        for (line, is) in [
            (format!("AWS_SECRET_ACCESS_KEY={secret}"), &secret),
            (format!("aws_secret_access_key = \"{secret}\""), &secret),
            (format!("AccountName=a;AccountKey={azure};EndpointSuffix=b"), &azure),
            (format!("Bearer {token}."), &token),
        ] {
            let mut found = vec![];
            find(&line, &mut found);
            let found: Vec<&str> = found.into_iter().map(|(range, _)| &line[range]).collect();
            assert_eq!(found, [is.as_str()], "{line}");
        }
        let mut found = vec![];
        find("AWS_SECRET_ACCESS_KEY=…, AccountKey=abc==, eyJhbGciOiJI.x og eyJ", &mut found);
        assert_eq!(found, []);
    }

    #[test]
    fn a_key_is_known_by_its_form() {
        for (begin, least, owner) in FORMS {
            let key = key(begin, *least);
            let line = format!("token={key} og mere");
            let mut found = vec![];
            find(&line, &mut found);
            assert_eq!(found, [(6..6 + key.len(), Private::Key(owner))], "{line}");
        }
        let mut found = vec![];
        find(&format!("AKIA i {} og {}", key("ghp_", 20), key("xghp_", 36)), &mut found);
        assert_eq!(found, []);
        find(&format!("-----BEGIN RSA {} KEY-----\n", "PRIVATE"), &mut found);
        assert_eq!(found.len(), 1);
    }
}
