//! The editor's desk in the preview: a page that only the writer sees. No build makes it, and no address
//! of the site leads to it.

use super::texts::PreviewTexts;
use super::{PreviewRequest, editor};
use crate::base::{Diagnostic, SourcePath, Span, UrlPath};
use crate::config::thanks::ThanksFile;
use crate::language::Language;
use crate::report::{FileTexts, Spot};
use crate::views::desk::{Beside, DeskPage, PrivateList, with_places};
use crate::workspace::Snapshot;

/// Its address, in each language.
const DESK: &str = "_desk.html";

/// Whether the desk is shown there, in some language.
pub(crate) fn is_desk(snapshot: &Snapshot, address: &UrlPath) -> bool {
    language(snapshot, address).is_some()
}

/// The language in which the desk is shown there. A page of the site with that address comes first.
pub(super) fn language(snapshot: &Snapshot, address: &UrlPath) -> Option<Language> {
    if !address.as_str().ends_with(DESK) || snapshot.route(address).is_some() {
        return None;
    }
    let site = snapshot.site();
    let mut languages = site.languages.all();
    languages.find(|language| site.address(DESK, language.as_str()) == *address).cloned()
}

/// The way to it, for the panel of the bar.
pub(super) fn link(texts: &PreviewTexts<'_>) -> String {
    let request = texts.request;
    let address = request.snapshot.site().address(DESK, texts.language.as_str());
    format!(
        "<section>\n<h2>{}</h2>\n<p><a class=\"desk\" href=\"{}\">{}</a></p>\n</section>\n",
        texts.text("desk"),
        texts.href(&address, request.options),
        texts.text("desk-link"),
    )
}

/// The page.
pub(super) fn page(
    request: &PreviewRequest<'_>,
    language: &Language,
) -> Result<String, Diagnostic> {
    let snapshot = request.snapshot;
    let beside = Beside { thanks: PrivateList::read(request.thanks), built: request.built };
    let desk = snapshot.desk(language, &beside);
    let styles = format!("{}_preview/desk.css", request.mount);
    let here = request.address;
    let wanted = DeskPage { desk: &desk, language, here, path: DESK, styles: &styles };
    let html = snapshot.desk_page(&wanted)?;
    let list = ThanksFile::path();
    let text_of = |path: &SourcePath| match *path == list {
        true => request.thanks.map(Into::into),
        false => snapshot.text(path),
    };
    let mut files = FileTexts::new(&text_of);
    let place = |span: &Span| editor::place(request, &Spot::of(span, &mut files));
    Ok(with_places(&html, &desk, place))
}
