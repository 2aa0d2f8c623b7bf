//! Meetings whose pages would have the same address, by an id or by their names.

use crate::base::{Anchor, At, Code, Diagnostic, Finding};
use crate::data::fields::shortened;
use crate::site::Site;

/// Each pair once, where the second one is written.
pub(super) fn run(site: &Site, out: &mut Vec<Finding>) {
    let language = site.default_language();
    let meetings = site.programme.meetings.iter();
    let mut parts: Vec<(String, At, &str)> = meetings
        .map(|it| {
            (it.address_part(language), it.address_at(), it.name.value.get(language, language))
        })
        .collect();
    parts.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    let place = |at| Anchor { path: site.programme_path.clone(), at };
    for pair in parts.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let ((part, first, one), (_, second, other)) = (&pair[0], &pair[1]);
        let message = match one == other {
            true => format!("Two meetings are called “{}”", shortened(other)),
            false => format!(
                "The meetings “{}” and “{}” would have the same address",
                shortened(one),
                shortened(other)
            ),
        };
        out.push(
            Diagnostic::new(Code::IdTwice, place(*second), message)
                .hint(format!("Give this one an id of its own, such as id = \"{part}-2\""))
                .place(place(*first), "the other one"),
        );
    }
}
