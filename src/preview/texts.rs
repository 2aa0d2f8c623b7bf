//! What the preview says, in the language of the page; everything escaped.

use super::{PreviewOptions, PreviewRequest};
use crate::base::escape::escaped;
use crate::base::percent;
use crate::base::{Date, UrlPath};
use crate::language::{Arg, Language};
use crate::report::Counts;

/// The interface texts for one request, in the language of its page.
#[derive(Clone, Copy)]
pub(super) struct PreviewTexts<'a> {
    pub(crate) request: &'a PreviewRequest<'a>,
    pub(crate) language: &'a Language,
}

impl PreviewTexts<'_> {
    pub(super) fn text(&self, key: &str) -> String {
        escaped(&self.request.snapshot.texts().get(self.language, key))
    }

    pub(super) fn text_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        escaped(&self.request.snapshot.texts().format(self.language, key, args))
    }

    pub(super) fn count(&self, key: &str, count: usize) -> String {
        self.text_with(key, &[("n", Arg::Number(i64::try_from(count).unwrap_or(i64::MAX)))])
    }

    /// 24 December 2026
    pub(super) fn day(&self, date: Date) -> String {
        self.request.snapshot.site().languages.locale(self.language).dates.long(date)
    }

    /// What speakers of a language call it; its code, if no text says.
    pub(super) fn own_name(&self, code: &str) -> String {
        let key = format!("own-name-{code}");
        let name = self.text(&key);
        if name == key { escaped(code) } else { name }
    }

    /// The address of a page under some options, for the inside of an attribute.
    pub(super) fn href(&self, address: &UrlPath, options: &PreviewOptions) -> String {
        let query = options.query();
        let mark = if query.is_empty() { "" } else { "?" };
        let path = percent::encoded(address.as_str());
        escaped(&format!("{}{path}{mark}{query}", self.request.mount))
    }

    /// "2 errors, 1 warning", each with its sign; empty if there are none.
    pub(super) fn tally(&self, counts: Counts) -> String {
        let parts = [
            ("error", "preview-errors", counts.errors),
            ("warning", "preview-warnings", counts.warnings),
            ("advice", "preview-advice", counts.advice),
        ];
        let parts = parts.into_iter().filter(|(_, _, count)| *count > 0);
        let part = |(class, key, count)| {
            let words = self.count(key, count);
            format!("<span class=\"sign {class}\">{words}</span>")
        };
        parts.map(part).collect::<Vec<_>>().join(" ")
    }
}
