//! Files of every role.

use crate::project::{try_all, way};

#[test]
fn a_file_of_every_role_is_noticed() {
    try_all(vec![
        way("the site's own file", |it| it.write("site.toml", "two\n"), &["site.toml: two"]),
        way(
            "the site's own file, exchanged",
            |it| {
                it.write("site.toml.QvBzLw", "two\n");
                it.rename("site.toml.QvBzLw", "site.toml");
            },
            &["site.toml: two"],
        ),
        way(
            "the programme",
            |it| it.write("content/programme.toml", "two\n"),
            &["content/programme.toml: two"],
        ),
        way(
            "a template",
            |it| it.write("themes/default/templates/base.html", "two\n"),
            &["themes/default/templates/base.html: two"],
        ),
        way(
            "a style",
            |it| it.write("themes/default/styles/a.css", "two\n"),
            &["themes/default/styles/a.css: two"],
        ),
        way(
            "texts",
            |it| it.write("themes/default/texts/en.ftl", "two\n"),
            &["themes/default/texts/en.ftl: two"],
        ),
        way(
            "a picture",
            |it| it.write("content/drawing.svg", "<svg viewBox='0 0 5 3'/>"),
            &["content/drawing.svg: 5×3"],
        ),
    ]);
}
