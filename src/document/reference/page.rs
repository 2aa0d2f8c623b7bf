//! The reference as the text of a handbook page, for people who are not programmers.

use super::Subject;
use super::layout::{inner, lines};
use crate::base::marks::MOST_MARKS;
use crate::data::bounds;
use crate::data::fields::example;
use crate::data::{Field, Notation, Shape};
use crate::document::markdown::weight;

/// The page without its front matter.
pub fn markdown() -> String {
    let mut page = INTRODUCTION
        .replace("{text}", &bounds::TEXT.to_string())
        .replace("{address}", &bounds::ADDRESS.to_string())
        .replace("{entries}", &bounds::ENTRIES.to_string());
    for subject in Subject::all() {
        section(subject, &mut page);
    }
    page.push_str(&too_much());
    page
}

/// The limits of texts and drawings themselves.
fn too_much() -> String {
    let drawing = crate::picture::DRAWING;
    format!(
        "\n## Limits\n\n\
         Readers should not wait because of one file. Hardly anything that somebody writes or \
         draws comes near these limits. Storywall reports what is over a limit, and publishes \
         nothing until it is corrected.\n\n\
         A page\n\
         : A page is at most {times} times as long as its text; a short one may have {free} bytes \
         more. A text that grows more than that repeats something very often: links, footnotes, \
         headings, empty cells or one picture. Feeds contain whole stories; of a story that would \
         grow much in a feed, they contain the beginning.\n\n\
         A letter\n\
         : A letter has at most {marks} accents and other marks, which is twice as many as any \
         language uses.\n\n\
         A drawing (SVG)\n\
         : A drawing has at most {pieces} pieces. A piece that is used again counts each time (and \
         each group that is used again five more), and long paths and texts count as several. At \
         most {depth} groups may be inside each other. At most {filters} shadows and blurs are \
         allowed, with {steps} steps in all, and {layers} layers: one for each thing that is \
         see-through as a whole, two for a blend or a pattern, four for a mask. At most \
         {kilobytes} kB are allowed without photos, and {megapixels} million pixels of photos. \
         Where something moves, a tenth of the pieces, filters and layers is allowed. Save a \
         larger drawing as PNG.\n",
        times = weight::MOST_TIMES,
        free = weight::FREE,
        marks = MOST_MARKS,
        pieces = drawing.pieces,
        depth = drawing.depth,
        filters = drawing.filters,
        steps = drawing.steps,
        layers = drawing.layers,
        kilobytes = drawing.bytes / 1000,
        megapixels = drawing.pixels / 1_000_000,
    )
}

const INTRODUCTION: &str = "\
Every file begins with a few lines of fields, between two lines of three dashes. They say what the \
page is called and who wrote it. The text comes below. For a story, this is enough:

```yaml
---
title: Pump four went quiet
author: jonas-holm
lang: en
---
```

You can leave out every other field on this page, unless it is marked *needed*. Leave out what you \
do not know: a gap is better than a guess. The order of the fields does not matter. If you mistype \
the name of a field, `storywall check` names the line, and the field that you probably meant.

## How to write a value

Text
: Write it as it is. Put it between quotes if it contains a colon or a `#`: `title: \"Night shift: \
  the long one\"`. A text has at most {text} characters, unless the field says otherwise; longer \
  texts belong below the dashes.

Yes or no
: Write `yes` or `no`. `true` and `false`, `ja`, `nej` and `nee` work too.

A day
: Write year, month and day: `2026-11-21`. Write an hour after a `T`: `2027-01-15T23:59`.

A span of time
: Write a number and a letter: `90d` for days, `2w` for weeks, `6m` for months, `1y` for years.

A list
: Write it between brackets, with commas: `[pumps, cold mornings]`. A single entry needs no \
  brackets. A list has at most {entries} entries, unless the field says otherwise.

A web address
: Copy it from the browser, with `https://`. It has at most {address} characters.

A name
: Use the name of a file, without folder and ending: `jonas-holm` is \
  `content/people/jonas-holm.md`. Pages and stories keep their folder: \
  `stories/2026/first-winter`. For goals, teams and roles, use their `id` in \
  `content/programme.toml`.

Fields within a field
: Write them on the lines below it, each with two spaces before it. The examples show how.

[The programme](#the-programme) and [the site](#the-site) have files of their own, without lines of \
dashes. In them, write `=` in place of the colon, and put text between quotes. A name in brackets, \
as in `[purpose]`, begins a group; a name in double brackets, as in `[[goals]]`, begins one entry of \
a list. Write a text that differs by language as `{ en = \"Workshop\", da = \"Værksted\" }`.
";

fn section(subject: Subject, page: &mut String) {
    let (heading, one) = subject.names();
    page.push_str(&format!("\n## {heading}\n\n{}\n", subject.about()));
    let needed: Vec<Field> =
        subject.fields().iter().filter(|field| field.required).copied().collect();
    let fences = match subject.notation() {
        Notation::Yaml => "---\n",
        Notation::Toml => "",
    };
    if !needed.is_empty() {
        let lines = format!("{fences}{}{fences}", lines(&needed, subject.notation()));
        page.push_str(&format!("\nThe smallest one:\n\n{}", fenced(&lines, subject.notation())));
    }
    fields(subject.fields(), one, subject.notation(), page);
}

/// A table of the fields, followed by the fields inside them.
fn fields(fields: &[Field], of: &str, notation: Notation, page: &mut String) {
    page.push_str(
        "\n| Field | What it is for | What to write | For example |\n|---|---|---|---|\n",
    );
    for field in fields {
        let name = code(field.name);
        let name = match field.unless {
            Some(other) => format!("{name} *needed*, unless {}", code(&format!("{other}: yes"))),
            None if field.required => format!("{name} *needed*"),
            None => name,
        };
        let (what, example) = match inner(field) {
            Some(_) => {
                let link = format!("[fields of its own](#{})", anchor(&within(field, of)));
                let what = match field.shape {
                    Shape::List(_) => format!("a list, each entry with {link}{}", bound(field)),
                    _ => link,
                };
                (what, String::new())
            }
            None => {
                let what = words(&field.shape) + &bound(field);
                (what, code(&example(field, notation)))
            }
        };
        page.push_str(&format!("| {name} | {} | {what} | {example} |\n", cell(&doc(field))));
    }
    for field in fields {
        let Some(inside) = inner(field) else { continue };
        let heading = within(field, of);
        page.push_str(&format!("\n### {heading}\n\n{}\n\n", cell(&doc(field))));
        page.push_str(&fenced(&lines(&[*field], notation), notation));
        self::fields(inside, &format!("{} of {of}", code(field.name)), notation, page);
    }
}

/// This is unique on the page, because no two things with the same name have a field with the same
/// name.
fn within(field: &Field, of: &str) -> String {
    format!("Inside {} of {of}", code(field.name))
}

/// The limit of a field, if it differs from the limits at the beginning of the page.
fn bound(field: &Field) -> String {
    let what = match field.shape {
        Shape::List(_) => "entries",
        _ => "characters",
    };
    match field.most == bounds::most(&field.shape, None) {
        true => String::new(),
        false => format!("; at most {} {what}", field.most),
    }
}

/// What a field may hold, in words.
fn words(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Number => "a whole number, 0 or more".to_owned(),
        Shape::Amount => "a number, with a point or a comma before fractions".to_owned(),
        Shape::YesNo => "yes or no".to_owned(),
        Shape::Date => "a day".to_owned(),
        Shape::Deadline => "a day, or a day and an hour".to_owned(),
        Shape::Every => "a span of time".to_owned(),
        Shape::Zone => {
            "a time zone, by continent and city, or `AoE` (anywhere on Earth)".to_owned()
        }
        Shape::WebAddress => "a web address, with `https://` before it".to_owned(),
        Shape::Choice(choices) => {
            let choices: Vec<String> = choices.iter().map(|word| code(word)).collect();
            format!("one of {}", choices.join(", "))
        }
        Shape::Name("file") => "the name of a file beside this one".to_owned(),
        Shape::Name("opportunity") => "the name of an event".to_owned(),
        Shape::Name(what) => format!("the name of a {what}"),
        Shape::Language => "the code of a language of the site".to_owned(),
        Shape::Localized => "text, or a text for each language".to_owned(),
        Shape::List(shape) => format!("{}, or a list of them", words(shape)),
        Shape::Group(_) => "fields of its own".to_owned(),
        Shape::Table(shape) => format!("for each name: {}", words(shape)),
    }
}

/// The sentences of its doc comment.
pub(super) fn doc(field: &Field) -> String {
    field.doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

fn fenced(lines: &str, notation: Notation) -> String {
    let language = match notation {
        Notation::Yaml => "yaml",
        Notation::Toml => "toml",
    };
    format!("```{language}\n{lines}```\n")
}

/// Prose for a table cell: escaped where it could end the cell or begin a tag.
pub(super) fn cell(text: &str) -> String {
    let mut cell = String::new();
    let mut in_code = false;
    for c in text.chars() {
        match c {
            '`' => in_code = !in_code,
            '|' => cell.push('\\'),
            '<' if !in_code => cell.push('\\'),
            _ => {}
        }
        cell.push(c);
    }
    cell
}

/// A text as inline code; any text is possible.
pub(super) fn code(text: &str) -> String {
    let runs = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(runs + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{}{space}{fence}", text.replace('|', "\\|"))
}

/// The id that a heading gets. These headings are plain ASCII.
fn anchor(heading: &str) -> String {
    let words: Vec<String> = heading
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cell_texts_escape_pipes_and_tags() {
        assert_eq!(cell("a|b <i> `<c|d>`"), r"a\|b \<i> `<c\|d>`");
        assert_eq!(code("a|b"), r"`a\|b`");
        assert_eq!(code("`a`"), "`` `a` ``");
    }

    #[test]
    fn anchors_are_words_joined() {
        assert_eq!(anchor("Inside `we_cover` of an event"), "inside-we-cover-of-an-event");
    }

    #[test]
    fn shapes_have_words() {
        let cases = [
            (Shape::List(&Shape::Name("opportunity")), "the name of an event, or a list of them"),
            (Shape::Choice(&["a", "b"]), "one of `a`, `b`"),
            (Shape::Table(&Shape::List(&Shape::Text)), "for each name: text, or a list of them"),
        ];
        for (shape, expected) in cases {
            assert_eq!(words(&shape), expected);
        }
    }
}
