//! What waits for those who run the programme, as facts: what is asked, what closes, what ends, what is
//! to be looked at again. The checks, the agendas of meetings and the editor's desk say it, each in its
//! own words; it is found out here alone. Nothing here is about who does not take part.

pub(crate) mod consents;
pub(crate) mod days;
pub(crate) mod programme;
pub(crate) mod quarters;
pub(crate) mod stories;
pub(crate) mod texts;
pub(crate) mod themes;
