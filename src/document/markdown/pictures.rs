//! Pictures: each becomes a hole, with everything that is known about it.

use pulldown_cmark::{CowStr, Event};

use super::destinations::is_local;
use super::foreign::attribute_lists::sized;
use super::origin::BETWEEN_BRACKETS;
use super::walk::Walk;
use super::writer::Parting;
use super::{Image, Piece};

impl Walk<'_> {
    /// The event after the picture that begins at `at`.
    pub(super) fn image_end(&self, at: usize) -> usize {
        let mut depth = 0_usize;
        let mut next = at;
        while let Some((event, _)) = self.events.get(next) {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            next += 1;
            if depth == 0 {
                break;
            }
        }
        next
    }

    /// A picture with all that its words hold; returns the event after it.
    pub(super) fn image(
        &mut self,
        at: usize,
        destination: &CowStr<'_>,
        title: &CowStr<'_>,
        alone: bool,
    ) -> usize {
        let end = self.image_end(at);
        let range = self.events[at].1.clone();
        let mut alt = String::new();
        for (event, _) in &self.events[at..end] {
            match event {
                Event::Text(text) | Event::Code(text) => alt.push_str(text),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
        }
        let alt = super::characters::cleaned(alt.trim()).into_owned();
        self.writer().part(Parting::Yes);
        self.before = Some('x');
        let inner_end = match end - at {
            0..=2 => range.start,
            _ => self.events[end - 2].1.end,
        };
        let place = self.destination(inner_end, &range);
        let has_address = !destination.trim().is_empty();
        if !has_address || !is_local(destination) {
            let span = self.origin.span(place.unwrap_or(range));
            let diagnostic = match has_address {
                true => self.origin.remote_image(span, destination),
                false => self.origin.no_address(span, "picture", BETWEEN_BRACKETS),
            };
            self.diagnose(diagnostic);
            if alone && !alt.is_empty() {
                self.writer().raw("<p>");
            }
            self.writer().text(&alt);
            self.writer().part(Parting::Yes);
            if alone && !alt.is_empty() {
                self.writer().raw("</p>");
            }
            return end;
        }
        if alt.is_empty() {
            let diagnostic = self.origin.missing_alt(self.origin.span(range.clone()));
            self.diagnose(diagnostic);
        }
        let destination = destination.trim().to_owned();
        let sized = sized(&alt, &destination, self.origin.span(range.clone()));
        sized.into_iter().for_each(|sized| self.diagnose(sized));
        let span = self.origin.span(place.unwrap_or(range));
        let index = self.body.images.len();
        let title = super::characters::cleaned(title).into_owned();
        self.body.images.push(Image { destination, alt, title, span, alone });
        self.writer().hole(Piece::Image(index));
        end
    }
}
