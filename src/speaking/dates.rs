//! The dates of an opportunity as its file says them, for the rules of the board.

use super::{Call, Event, Status};
use crate::document::kinds::Opportunity;
use crate::document::kinds::opportunity::EventStatus;

impl From<&Opportunity> for Event {
    fn from(opportunity: &Opportunity) -> Event {
        Event {
            start: opportunity.start.as_ref().map(|date| date.value),
            end: opportunity.end.as_ref().map(|date| date.value),
            call: opportunity.cfp.as_ref().map(|cfp| Call {
                opens: cfp.opens.as_ref().map(|opens| opens.value.date),
                closes: cfp.closes.as_ref().map(|closes| closes.value),
                zone: cfp.tz.clone(),
            }),
            status: opportunity.status.map(|status| match status {
                EventStatus::Extended => Status::Extended,
                EventStatus::Closed => Status::Closed,
                EventStatus::Cancelled => Status::Cancelled,
            }),
        }
    }
}
