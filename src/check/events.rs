//! Dates of the speaking board that cannot be, or look like a slip.

use crate::base::{Code, Diagnostic, Span};
use crate::document::kinds::Opportunity;
use crate::document::{Document, Kind};
use crate::site::Site;
use crate::site::words::is_sound;
use crate::speaking::{Event, Field, Finding};

pub(crate) fn run(site: &Site, out: &mut Vec<Diagnostic>) {
    for document in site.originals(Kind::Opportunity) {
        let Some(opportunity) = document.meta.opportunity() else { continue };
        for finding in Event::from(opportunity).findings() {
            out.push(said(document, opportunity, finding));
        }
        let place = opportunity.place.as_ref();
        let is_sound = is_sound(document);
        if is_sound && place.is_none_or(|place| place.city.is_none() && place.online.is_none()) {
            out.push(
                Diagnostic::new(Code::EventNowhere, document.top(), "This event has no place")
                    .hint("Add place: {city: Aarhus, country: DK} or place: {online: online}"),
            );
        }
        if is_sound
            && opportunity.start.is_none()
            && opportunity.kind == Some(crate::document::kinds::opportunity::Kind::Conference)
        {
            out.push(
                Diagnostic::new(Code::EventWithoutDate, document.top(), "This event has no date")
                    .hint("Add start: 2027-04-15"),
            );
        }
        if opportunity.url.0.contains("utm_") {
            out.push(
                Diagnostic::new(
                    Code::TrackingAddress,
                    document.top(),
                    "The web address contains utm_…, which tells the organisers where a reader \
                     comes from",
                )
                .hint("Remove the parts that begin with utm_ from url"),
            );
        }
    }
}

fn said(document: &Document, opportunity: &Opportunity, finding: Finding) -> Diagnostic {
    let (message, hint, field) = match finding {
        Finding::ClosesAfterStart => (
            "The call closes after the event has begun".to_owned(),
            "Check cfp.closes and start: one of the years may be wrong",
            Field::Closes,
        ),
        Finding::ClosesOnStart => (
            "The call closes on the day the event begins".to_owned(),
            "Correct cfp.closes if this is not meant",
            Field::Closes,
        ),
        Finding::ClosesLongBefore { days } => (
            format!("The call closes {days} days before the event"),
            "Check the year, and correct it if it is wrong",
            Field::Closes,
        ),
        Finding::OpensAfterCloses => (
            "The call opens after it has closed".to_owned(),
            "Check cfp.opens and cfp.closes, and correct the one that is wrong",
            Field::Opens,
        ),
        Finding::EndBeforeStart => (
            "The event ends before it begins".to_owned(),
            "Check start and end, and correct the one that is wrong",
            Field::End,
        ),
        Finding::EndWithoutStart => (
            "This event has an end, but no start".to_owned(),
            "Add start: with the first day of the event",
            Field::End,
        ),
        Finding::Long { days } => (
            format!("The event lasts {days} days"),
            "Check the month, and correct it if it is wrong",
            Field::End,
        ),
        Finding::OddYear { field, year } => (
            format!("The year {year} is far from today"),
            "Check the year, and correct it if it is wrong",
            field,
        ),
    };
    let span = place(document, opportunity, field);
    let diagnostic = match finding.is_impossible() {
        true => Diagnostic::new(Code::ImpossibleDates, span, message),
        false => Diagnostic::new(Code::OddDates, span, message),
    };
    diagnostic.hint(hint)
}

fn place(document: &Document, opportunity: &Opportunity, field: Field) -> Span {
    let cfp = opportunity.cfp.as_ref();
    let range = match field {
        Field::Start => opportunity.start.as_ref().map(|date| date.range.clone()),
        Field::End => opportunity.end.as_ref().map(|date| date.range.clone()),
        Field::Opens => cfp.and_then(|cfp| Some(cfp.opens.as_ref()?.range.clone())),
        Field::Closes => cfp.and_then(|cfp| Some(cfp.closes.as_ref()?.range.clone())),
    };
    range.map_or_else(|| document.top(), |range| document.span(range))
}
