//! Bare addresses with spaces in them: `https://…/Delte dokumenter/Vagtplan 2026.docx` ends at its
//! first space.

use std::ops::Range;

use super::run::Run;
use super::walk::Walk;
use crate::base::{Code, Diagnostic};

/// Endings of the files to which such addresses lead.
const ENDINGS: &[&str] = &[".docx", ".doc", ".pdf", ".xlsx", ".xls", ".pptx", ".ppt", ".aspx"];
/// Bytes behind an address that are looked at, and words.
const NEAR: usize = 160;
const MOST_WORDS: usize = 8;

impl Walk<'_> {
    /// Reports an address that ends at a space in it.
    pub(super) fn cut_address(&mut self, run: &Run<'_>, place: Range<usize>) {
        let (address, behind) = (&run.text[place.clone()], &run.text[place.end..]);
        let Some(length) = rest_of(address, behind) else { return };
        // A link with a space in its address is told as that.
        if run.text[..place.start].ends_with("](") {
            return;
        }
        let folder = place.start + address.rfind('/').map_or(0, |slash| slash + 1);
        let whole = place.start..place.end + length;
        let hint = format!(
            "Write %20 in place of each space in it: {}",
            run.text[folder..whole.end].replace(' ', "%20")
        );
        let message = "This address ends at its first space, so it leads to another place";
        let span = self.origin.span(run.source(whole));
        self.diagnose(Diagnostic::new(Code::BlankInAddress, span, message).hint(hint));
    }
}

/// How many bytes behind an address belong to it: words up to the name of a file. Where the next word
/// is not that name, a `/` among the words shows that they are folders.
fn rest_of(address: &str, behind: &str) -> Option<usize> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest).split_once('/')?.1;
    let is_file = |word: &str| {
        let word = word.to_lowercase();
        ENDINGS.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending))
    };
    if path.is_empty() || is_file(address) || !behind.starts_with(' ') {
        return None;
    }
    let near = (0..=NEAR.min(behind.len())).rev().find(|end| behind.is_char_boundary(*end))?;
    let line = behind[..near].lines().next()?;
    let mut end = 0;
    for (at, word) in line.split(' ').skip(1).take(MOST_WORDS).enumerate() {
        end += 1 + word.len();
        let bare = word.trim_end_matches([',', '.', ';', ':', ')', '!', '?', '”', '"']);
        if bare.contains("://") || bare.is_empty() {
            return None;
        }
        if is_file(bare) {
            let end = end - (word.len() - bare.len());
            let is_first = at == 0 && !bare.contains(['(', '“', '"']);
            return (is_first || line[..end].contains('/')).then_some(end);
        }
        // A sentence goes on.
        if bare.len() < word.len() {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_goes_on_to_the_name_of_a_file() {
        for (address, behind, rest) in [
            ("https://x.dk/sites/Delte", " dokumenter/Vagtplan 2026.docx.", 30),
            ("https://x.dk/vagt", " plan.aspx og mere", 10),
        ] {
            assert_eq!(rest_of(address, behind), Some(rest), "{address}{behind}");
        }
        for (address, behind) in [
            ("https://x.dk", " dokumenter/Plan.docx"),
            ("https://x.dk/a.pdf", " og b/c.pdf"),
            ("https://x.dk/a", " og læs min rapport.pdf"),
            ("https://x.dk/a", " og https://x.dk/b.pdf"),
            ("https://x.dk/a", ", se a/b.pdf"),
            ("https://x.dk/a", " siger noget andet."),
            ("https://x.dk/a", ""),
        ] {
            assert_eq!(rest_of(address, behind), None, "{address}{behind}");
        }
    }
}
