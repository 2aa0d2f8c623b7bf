//! A line for each diagnostic, as compilers print them: editors and scripts find the place in it.

use super::excerpt::visible_first;
use super::human::checks_page;
use super::lines::FileTexts;
use super::places::{place, sentences};
use super::{Counts, Report};

/// `content/a.md:2:1: error: There is no field called “tilte” here. Did you mean “title”? [unknown-field]`
pub(crate) fn short(report: &Report<'_>, folder: &str) -> String {
    let mut files = FileTexts::new(report.text_of);
    let mut text = String::new();
    for one in report.ordered() {
        let place = place(&one.span, folder, &mut files);
        let at = place.range.map_or_else(String::new, |it| format!(":{}:{}", it.line, it.column));
        let (file, severity) = (visible_first(&place.file), one.severity().word());
        let words = sentences(one, &mut files);
        text += &format!("{file}{at}: {severity}: {words} [{}]\n", one.code.name());
    }
    let sum = Counts::of(report.diagnostics).words();
    if sum.is_empty() { text } else { format!("{text}{sum}\n{}", checks_page(report)) }
}
