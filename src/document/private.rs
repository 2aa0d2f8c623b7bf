//! What tells too much of a person in a text, unless somebody says there why it may.

use std::ops::Range;

use crate::base::identity::{self, Private, phones};
use crate::base::{Code, Diagnostic, Places, Severity, Source};

use super::Kind;
use super::allowance::Allowances;
use super::facts::Phones;

/// A diagnostic for each. None repeats what it found.
pub(super) fn check(source: &Source, kind: Kind) -> Vec<Diagnostic> {
    let found = identity::find(&source.text).into_iter();
    let found = found.filter(|(_, what)| *what != Private::Mail || has_others_mail(kind));
    let mut allowances = Allowances::of(&source.text);
    let diagnostic = |(range, what): (Range<usize>, Private)| {
        let (code, message, remedy) = said(what);
        let is_own_account = code == Code::AccountNumber && !kind.is_submitted();
        let is_unsure = matches!(what, Private::MaybeCpr | Private::MaybePassword);
        let severity = match is_own_account || is_unsure {
            true => Severity::Warning,
            false => code.row().severities[0],
        };
        let allowance = allowances.at(range.start, code);
        let one = Diagnostic::new(code, source.span(range), message).with_severity(severity);
        allowance.told(one.hint(remedy))
    };
    found.filter_map(diagnostic).collect()
}

/// The telephone numbers of a file; where those stand that colleagues tell is written to `places`.
pub(super) fn phones(source: &Source, kind: Kind, places: &mut Places) -> Phones {
    if !has_others_mail(kind) {
        return Phones::Known(phones::possible(&source.text));
    }
    let others = identity::find(&source.text);
    let mut found = phones::find(&source.text);
    // Some groups of an account look like one.
    found.retain(|phone| {
        let next = others.partition_point(|(other, _)| other.end <= phone.range.start);
        others.get(next).is_none_or(|(other, _)| other.start >= phone.range.end)
    });
    places.phones = found.iter().map(|phone| phone.range.clone()).collect();
    let mut allowances = Allowances::of(&source.text);
    let told = found.into_iter().map(|phone| {
        let allowance = allowances.at(phone.range.start, Code::PrivatePhone);
        (phone.number, allowance)
    });
    Phones::Told(told.collect())
}

/// Whether an email address in a text of this kind is likely somebody else's: people may give their
/// own in their own file, and a handbook that of a club.
fn has_others_mail(kind: Kind) -> bool {
    kind.is_submitted() && kind != Kind::Person
}

fn said(what: Private) -> (Code, String, &'static str) {
    const REMOVE: &str = "Remove it: nobody needs it to understand the text";
    const REVOKE: &str = "Remove it, and make it invalid where it was issued: Git keeps what was \
                          committed, and whoever has it can use it";
    match what {
        Private::Cpr => {
            (Code::PersonNumber, "This looks like somebody's CPR number".into(), REMOVE)
        }
        Private::MaybeCpr => (
            Code::PersonNumber,
            "These ten digits may be somebody's CPR number: they begin with a day".into(),
            REMOVE,
        ),
        Private::Bsn => (
            Code::PersonNumber,
            "This looks like somebody's BSN (burgerservicenummer)".into(),
            REMOVE,
        ),
        Private::Iban => {
            (Code::AccountNumber, "This is the number of a bank account".into(), REMOVE)
        }
        Private::Card => {
            (Code::AccountNumber, "This is the number of a payment card".into(), REMOVE)
        }
        Private::Key(owner) => {
            (Code::SecretKey, format!("This is a secret key or token of {owner}"), REVOKE)
        }
        Private::Password => (
            Code::SecretKey,
            "This looks like a password".into(),
            "Remove it, and change it: Git keeps what was committed, and whoever has it can use it",
        ),
        Private::MaybePassword => (
            Code::SecretKey,
            "This may be a password".into(),
            "If it is one, remove it, and change it: Git keeps what was committed, and whoever has it \
             can use it",
        ),
        Private::Mail => (
            Code::PrivateMail,
            "This looks like somebody's private email address".into(),
            "Write their address at work, or how else to reach them",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    fn codes(kind: Kind, text: &str) -> Vec<(&'static str, Severity)> {
        let path = SourcePath::new("content/stories/a.md").unwrap();
        let found = check(&Source::new(path, text), kind);
        found.iter().map(|one| (one.code.name(), one.severity())).collect()
    }

    #[test]
    fn a_reason_at_its_place_allows_it() {
        let number = "Eksempel: 150358-7123";
        assert_eq!(codes(Kind::Story, number), [("person-number", Severity::Error)]);
        for allowed in [
            format!("<!-- allow person-number: the example of the tax office -->\n{number}"),
            format!("{number} <!-- allow person-number: nobody has it -->"),
            format!("---\n# allow person-number: nobody has it\ntitle: {number}\n---\n"),
        ] {
            assert_eq!(codes(Kind::Story, &allowed), [], "{allowed}");
        }
        for not in [
            format!("<!-- allow person-number -->\n{number}"),
            format!("<!-- allow person-number: -->\n{number}"),
            format!("<!-- allow account-number: it is ours -->\n{number}"),
            format!("<!-- allow person-number: nobody has it -->\n\n{number}"),
        ] {
            assert_eq!(codes(Kind::Story, &not).len(), 1, "{not}");
        }
    }

    #[test]
    fn a_handbook_may_have_the_account_of_the_company_and_people_their_own_address() {
        let account = "NL91 ABNA 0417 1643 00";
        assert_eq!(codes(Kind::Story, account), [("account-number", Severity::Error)]);
        assert_eq!(codes(Kind::Guideline, account), [("account-number", Severity::Warning)]);
        let mail = "mail: rosa@gmail.com";
        assert_eq!(codes(Kind::Story, mail), [("private-mail", Severity::Warning)]);
        assert_eq!(codes(Kind::Person, mail), []);
        assert_eq!(codes(Kind::Page, mail), []);
    }
}
