//! The pages made by the program say what the program does: the handbook's page about fields, and
//! the list of all codes.

#![expect(clippy::disallowed_methods, reason = "the pages are compared with their files")]

use storywall::document::reference::{code_list, markdown};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content/writing-front-matter.md");
const CODES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/codes.md");

#[test]
fn the_page_about_fields_is_up_to_date() {
    let page = std::fs::read_to_string(PAGE).expect("the page is there");
    let (front, body) = parts(&page);
    let wanted = markdown();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PAGE, format!("{front}{wanted}")).expect("the page can be written");
    } else {
        let differs = body.lines().zip(wanted.lines()).position(|(is, should)| is != should);
        assert!(
            body == wanted,
            "content/writing-front-matter.md is not what the fields say (line {} of its text): \
             run storywall schema --markdown, or this test with UPDATE=1",
            differs.map_or(body.lines().count().min(wanted.lines().count()), |line| line) + 1,
        );
    }
}

#[test]
fn the_list_of_codes_is_up_to_date() {
    let wanted = format!("# Codes of reports\n\n{}", code_list());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(CODES, wanted).expect("the list can be written");
    } else {
        let list = std::fs::read_to_string(CODES).expect("the list is there");
        assert!(
            list == wanted,
            "docs/codes.md is not what the table of codes says: run this test with UPDATE=1"
        );
    }
}

/// The front matter with the empty line below it, and the rest.
fn parts(page: &str) -> (&str, &str) {
    let end = page.find("\n---\n\n").expect("the front matter ends") + "\n---\n\n".len();
    page.split_at(end)
}
