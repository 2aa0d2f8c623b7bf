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
];

pub(super) fn find(line: &str, found: &mut Found) {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Put together here, so that no scanner takes this file for a leak.
    fn key(begin: &str, length: usize) -> String {
        format!("{begin}{}", "aB3dE6gH9k".repeat(10).split_at(length).0)
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
