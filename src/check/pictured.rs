//! Pictures that may show somebody who does not agree to it, by what is said of them.

use crate::base::{Anchor, At, Code, Diagnostic, Finding, Severity};
use crate::document::Facts;
use crate::document::kinds::Person;
use crate::site::consent::{ConsentEnd, over, person};
use crate::site::pictured::{Pictured, Says};
use crate::site::{Site, Unseen};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for (path, pictured) in site.pictured.iter() {
        let facts = site.facts.get(path).filter(|facts| site.shows(facts));
        let Some(facts) = facts else { continue };
        let pictured = pictured.iter().filter(|it| site.media.contains_key(&it.path));
        out.extend(pictured.filter_map(|it| told(site, facts, it)));
    }
}

/// Whether the words at this place are why a picture is left out there: that is told here.
pub(super) fn is_told_at(site: &Site, document: &Facts, at: At) -> bool {
    let mut here = site.pictured.get(&document.path).into_iter().flatten();
    here.any(|it| it.at == at && it.is_left_out())
}

fn told(site: &Site, facts: &Facts, pictured: &Pictured) -> Option<Finding> {
    let known = person(site, &pictured.id)?;
    let span = facts.anchor(pictured.at);
    if pictured.is_left_out() {
        return Some(left_out(site, span, known, &pictured.says));
    }
    if site.unseen.get(&pictured.path) == Some(&Unseen::TakenDown) || pictured.is_over {
        return None;
    }
    let id = &pictured.id;
    let take_out = match pictured.at {
        At::Field(_) if facts.meta.story().is_some() => {
            format!("write {id} under shows: of the picture, or take it out")
        }
        _ => "take it out".to_owned(),
    };
    let no = "who does not agree to be shown in pictures";
    if let Says::FirstName(word) = &pictured.says {
        let message =
            format!("“{word}” in the description of this picture may be {}, {no}", known.name);
        let hint = format!(
            "If they are in the picture, {take_out}. If not, describe it without the name; if \
             somebody else is meant, write the first and the last name"
        );
        let told = Diagnostic::new(Code::FaceWithoutConsent, span, message).hint(hint);
        return Some(told.with_severity(Severity::Warning));
    }
    let message = format!("{} names {}, {no}", named(&pictured.says), known.name);
    let hint =
        format!("If they are in the picture, {take_out}. If not, {}", otherwise(&pictured.says));
    Some(Diagnostic::new(Code::FaceWithoutConsent, span, message).hint(hint))
}

/// A withdrawal, or a day that has come, never keeps the rest of the site from being published.
fn left_out(site: &Site, span: Anchor, known: &Person, says: &Says) -> Finding {
    let (no, ask) = match over(known, &site.options) {
        Some(ConsentEnd::Lapsed(day)) => (
            format!("agreed to be seen until {day} only"),
            "ask them, and write the new day in their file under consent: until:, or remove it",
        ),
        Some(ConsentEnd::TakenBack) | None => (
            "has withdrawn consent".to_owned(),
            "remove it when you like: nothing of it is published",
        ),
    };
    let why = match says {
        Says::Words | Says::FirstName(_) => format!("its description names {}", known.name),
        Says::FileName => format!("its file is called like {}", known.name),
    };
    let message = format!("This picture is not shown: {why}, who {no}");
    let hint = format!(
        "If they are in the picture, {ask}. If not, {}; then readers see it again",
        otherwise(says)
    );
    Diagnostic::new(Code::PhotoTakenDown, span, message).hint(hint)
}

fn named(says: &Says) -> &'static str {
    match says {
        Says::Words | Says::FirstName(_) => "The description of this picture",
        Says::FileName => "The file of this picture",
    }
}

fn otherwise(says: &Says) -> &'static str {
    match says {
        Says::Words | Says::FirstName(_) => "describe it without the name",
        Says::FileName => "rename the file without the name, and write its new name here",
    }
}
