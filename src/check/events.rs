//! Dates of the speaking board that cannot be, or look like a slip.

use crate::base::{Anchor, At, Code, Diagnostic, Finding};
use crate::document::kinds::Opportunity;
use crate::document::{Facts, Kind};
use crate::site::Site;
use crate::speaking::{DateFault, DateField, Event};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for document in site.originals(Kind::Opportunity) {
        let Some(opportunity) = document.meta.opportunity() else { continue };
        for fault in Event::from(opportunity).date_faults() {
            out.push(said(document, opportunity, fault));
        }
        let place = opportunity.place.as_ref();
        let is_sound = document.is_sound;
        if is_sound && place.is_none_or(|place| place.city.is_none() && place.online.is_none()) {
            out.push(
                Diagnostic::new(Code::EventNowhere, document.top(), "This event has no place")
                    .hint("Add place: {city: Aarhus, country: DK} or place: {online: online}"),
            );
        }
        if is_sound
            && opportunity.start.is_none()
            && opportunity.kind == Some(crate::document::kinds::opportunity::EventKind::Conference)
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
                    document.named("url"),
                    "The web address contains utm_…, which tells the organisers where a reader \
                     comes from",
                )
                .hint("Remove the parts that begin with utm_ from url"),
            );
        }
    }
}

fn said(document: &Facts, opportunity: &Opportunity, fault: DateFault) -> Finding {
    let (message, hint, field) = match fault {
        DateFault::ClosesAfterStart => (
            "The call closes after the event has begun".to_owned(),
            "Check cfp.closes and start: one of the years may be wrong",
            DateField::Closes,
        ),
        DateFault::ClosesOnStart => (
            "The call closes on the day the event begins".to_owned(),
            "Correct cfp.closes if this is not meant",
            DateField::Closes,
        ),
        DateFault::ClosesLongBefore { days } => (
            format!("The call closes {days} days before the event"),
            "Check the year, and correct it if it is wrong",
            DateField::Closes,
        ),
        DateFault::OpensAfterCloses => (
            "The call opens after it has closed".to_owned(),
            "Check cfp.opens and cfp.closes, and correct the one that is wrong",
            DateField::Opens,
        ),
        DateFault::EndBeforeStart => (
            "The event ends before it begins".to_owned(),
            "Check start and end, and correct the one that is wrong",
            DateField::End,
        ),
        DateFault::EndWithoutStart => (
            "This event has an end, but no start".to_owned(),
            "Add start: with the first day of the event",
            DateField::End,
        ),
        DateFault::Long { days } => (
            format!("The event lasts {days} days"),
            "Check the month, and correct it if it is wrong",
            DateField::End,
        ),
        DateFault::OddYear { field, year } => (
            format!("The year {year} is far from today"),
            "Check the year, and correct it if it is wrong",
            field,
        ),
    };
    let span = place(document, opportunity, field);
    let diagnostic = match fault.is_impossible() {
        true => Diagnostic::new(Code::ImpossibleDates, span, message),
        false => Diagnostic::new(Code::OddDates, span, message),
    };
    diagnostic.hint(hint)
}

fn place(document: &Facts, opportunity: &Opportunity, field: DateField) -> Anchor {
    let cfp = opportunity.cfp.as_ref();
    let at = match field {
        DateField::Start => opportunity.start.as_ref().map(|date| date.at),
        DateField::End => opportunity.end.as_ref().map(|date| date.at),
        DateField::Opens => cfp.and_then(|cfp| Some(cfp.opens.as_ref()?.at)),
        DateField::Closes => cfp.and_then(|cfp| Some(cfp.closes.as_ref()?.at)),
    };
    document.anchor(at.unwrap_or(At::Top))
}
