//! What to do about a link or a picture that leads nowhere, if nothing like it is there.

use crate::base::{Anchor, Note};
use crate::data::fields::shortened;

const LINK_HINT: &str =
    "Link to a file by its path from this one, with its ending, as in ../faq/bad-spelling.md";
/// What looks like an address lacks its beginning.
pub(super) fn remedy_for(destination: &str) -> Note<Anchor> {
    let host = destination.split('/').next().unwrap_or_default();
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending =
        (2..=6).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphabetic());
    match () {
        () if destination.contains("{{") || destination.contains("{%") => {
            Note::example(TEMPLATE_HINT)
        }
        () if destination.contains('@') => Note::hint(mail_hint(destination)),
        () if host.starts_with("www.") || (is_ending && !FILES.contains(&ending)) => {
            Note::hint(WEB_HINT)
        }
        () => Note::example(LINK_HINT),
    }
}

/// An address of somebody, perhaps with something before it that is none of it.
fn mail_hint(destination: &str) -> String {
    let address = destination.rsplit(['/', ':']).find(|part| part.contains('@'));
    let address = address.unwrap_or(destination).trim();
    format!("Begin an email address with mailto:, as in mailto:{}", shortened(address))
}

const TEMPLATE_HINT: &str = "What stands in braces is the notation of another tool: write the path \
                             of the file in its place, as in ../faq/bad-spelling.md";
pub(super) const PLACE_HINT: &str =
    "Remove the # and what follows it, or name a heading of that page";
const WEB_HINT: &str = "Begin an address outside this site with https://";
/// Endings of files that people link to.
const FILES: &[&str] = &[
    "md", "mdx", "markdown", "html", "htm", "pdf", "png", "jpg", "jpeg", "webp", "gif", "svg",
    "txt", "toml", "docx", "xlsx", "pptx", "csv", "zip",
];
pub(in crate::check) const PICTURE_HINT: &str = "Put the picture beside this file, and write its file name \
                                       here";

/// Why a file is not offered to readers, by its ending, and what to offer in its place.
pub(super) fn not_offered(destination: &str) -> (String, String) {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let (short, stem) = (shortened(destination), shortened(stem));
    match &*ending.to_lowercase() {
        "txt" | "text" | "log" | "rst" | "adoc" | "tex" | "org" | "ini" | "cfg" => (
            format!("“{short}” is a plain text, and plain texts are not offered to readers"),
            format!(
                "Copy its words into a page of its own, {stem}.md, and link to that; or offer it as \
                 PDF or in a ZIP archive"
            ),
        ),
        "pages" | "key" | "numbers" => (
            format!("“{short}” opens on Apple's computers only, so it is not offered to readers"),
            "In the program that made it, choose File, Export To, PDF; put the PDF beside this text, \
             and link to that"
                .to_owned(),
        ),
        "doc" | "dot" | "xls" | "ppt" | "pps" | "wpd" | "one" | "vsd" | "pub" => (
            format!("“{short}” has an old format, which is not offered to readers"),
            "Open it and save it again as .docx, .xlsx, .pptx or PDF, and link to that".to_owned(),
        ),
        "msg" | "eml" | "mbox" => (
            format!("“{short}” is an email, which names everybody who got it, so it is not offered"),
            "Copy what readers need into this text, or into a PDF".to_owned(),
        ),
        "gdoc" | "gsheet" | "gslides" | "webloc" | "url" | "lnk" => (
            format!("“{short}” is only a shortcut to a document that lies elsewhere"),
            "Link to the address of that document, or export it as PDF and link to that".to_owned(),
        ),
        "rar" | "7z" | "gz" | "tgz" | "bz2" | "xz" | "sit" => (
            format!("“{short}” is an archive that many readers cannot open, so it is not offered"),
            "Unpack it, pack it again as a ZIP archive, and link to that".to_owned(),
        ),
        "html" | "htm" | "xhtml" | "shtml" | "mht" | "mhtml" | "js" | "mjs" | "css" | "xml" | "xsl"
        | "svgz" | "swf" | "php" | "wasm" | "hta" => (
            format!("A browser might run “{short}” as a part of this site, so it is not offered"),
            "Print it to a PDF, or put it into a ZIP archive, and link to that".to_owned(),
        ),
        "exe" | "msi" | "app" | "dmg" | "pkg" | "deb" | "rpm" | "jar" | "apk" | "bat" | "cmd" | "sh"
        | "ps1" | "vbs" => (
            format!("“{short}” is a program, and programs are not offered to readers"),
            "Link to the place where it is kept, with https://".to_owned(),
        ),
        _ => (
            format!("“{short}” is of a kind that is not offered to readers"),
            "Save it as PDF or as a picture, or put it into a ZIP archive, and link to that"
                .to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_browser_runs_is_said_to_be_run() {
        for (name, why, remedy) in [
            ("plans/notes.txt", "plain text", "notes.md"),
            ("a.LOG", "plain text", "a.md"),
            ("talk.key", "Apple", "Export To, PDF"),
            ("plan.pages", "Apple", "Export To, PDF"),
            ("old.doc", "old format", ".docx"),
            ("mail.eml#x", "everybody who got it", "Copy what readers need"),
            ("all.7z", "archive", "ZIP"),
            ("page.html", "browser might run", "PDF"),
            ("setup.exe", "program", "https://"),
            ("drawing.dwg", "of a kind", "PDF"),
            ("data.json", "of a kind", "ZIP"),
            ("Makefile", "of a kind", "ZIP"),
        ] {
            let (told, hint) = not_offered(name);
            assert!(told.contains(why) && hint.contains(remedy), "{name}: {told}; {hint}");
            assert_eq!(told.contains("run"), name.ends_with("html"), "{told}");
        }
    }
}
