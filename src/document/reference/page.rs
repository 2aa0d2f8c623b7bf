//! The reference as the text of a handbook page, for people who do not program.

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

/// What holds for texts and drawings themselves.
fn too_much() -> String {
    let drawing = crate::picture::DRAWING;
    format!(
        "\n## What is too much\n\n\
         Readers should not wait for what one file costs them. Hardly anything that somebody \
         wrote or drew comes near these bounds; what passes one is told with its place, and \
         nothing is published before it is mended.\n\n\
         A text\n\
         : Its page is {times} times as long as the text at most, and short ones may have {free} \
         bytes more. What grows further repeats something: links, footnotes, headings, empty \
         cells, one picture. Feeds hold the whole of a story unless it grows much in them; then \
         they hold its beginning.\n\n\
         A letter\n\
         : Up to {marks} marks and joiners, accents and points among them: twice what any \
         language writes.\n\n\
         A drawing (SVG)\n\
         : Up to {pieces} pieces, counting what is used again as often as it is drawn (five more \
         for each group that is used), long paths and texts as several; in {depth} groups, one in \
         another; {filters} shadows and blurs of {steps} steps in all; {layers} layers: one for \
         what is see-through as a whole, two for a blend or a pattern, four for a mask; \
         {kilobytes} kB without its photos, and {megapixels} million pixels of those. Where \
         something moves, it is a tenth of the pieces, filters and layers. What is more can be \
         saved as PNG.\n",
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
Every text begins with a few lines between two lines of three dashes. They say what it is called \
and who tells it. What you tell comes below. For a story, this is enough:

```yaml
---
title: Pump four went quiet
author: jonas-holm
lang: en
---
```

Everything else on this page may be left out, unless it says *needed*. Leave out what you do not \
know: a gap is better than a guess. The order of the lines does not matter. If you mistype a \
name, you are told the line and what was probably meant.

## How to write a value

Text
: As it comes. Put it between quotes if it has a colon or a `#` in it: `title: \"Night shift: the \
  long one\"`. It has {text} characters at most, unless something else is said; what is longer \
  belongs below the dashes.

Yes or no
: `yes` or `no`; `true` and `false`, `ja`, `nej` and `nee` are understood too.

A day
: Year, month, day: `2026-11-21`. An hour is put behind a `T`: `2027-01-15T23:59`.

A span of time
: A number and a letter: `90d` for days, `2w` for weeks, `6m` for months, `1y` for years.

A list
: Between brackets, with commas: `[pumps, cold mornings]`. One thing alone needs no brackets. \
  It has {entries} entries at most, unless something else is said.

A web address
: As you copy it from the browser, `https://` and all: {address} characters at most.

A name
: What stands elsewhere on the site is called by the name of its file, without folder and ending: \
  `jonas-holm` is `content/people/jonas-holm.md`. Pages and stories keep their folder: \
  `stories/2026/first-winter`. Goals, teams and roles are called by their `id` in \
  `content/programme.toml`.

Fields within a field
: On the lines below it, each moved in by two spaces. The examples show how.

[The programme](#the-programme) and [the site](#the-site) have files of their own, without lines of \
dashes. There, `=` stands instead of the colon and text always stands between quotes. A name in \
brackets, as in `[purpose]`, begins a group; in double brackets, as in `[[goals]]`, it begins one \
entry of a list. A text that differs by language is written `{ en = \"Workshop\", da = \
\"Værksted\" }`.
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
        page.push_str(&format!("\nThe least it needs:\n\n{}", fenced(&lines, subject.notation())));
    }
    fields(subject.fields(), one, subject.notation(), page);
}

/// A table of the fields, and below it the fields that stand within them.
fn fields(fields: &[Field], of: &str, notation: Notation, page: &mut String) {
    page.push_str(
        "\n| Field | What it is for | What to write | For example |\n|---|---|---|---|\n",
    );
    for field in fields {
        let name = code(field.name);
        let name = if field.required { format!("{name} *needed*") } else { name };
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

/// Unique on the page, as no two things of one name have a field of one name.
fn within(field: &Field, of: &str) -> String {
    format!("Inside {} of {of}", code(field.name))
}

/// How much it may hold, where that is not what is said at the beginning.
fn bound(field: &Field) -> String {
    let what = match field.shape {
        Shape::List(_) => "entries",
        _ => "characters",
    };
    match field.most == bounds::most(&field.shape, None) {
        true => String::new(),
        false => format!("; {} {what} at most", field.most),
    }
}

/// What a field holds, in words.
fn words(shape: &Shape) -> String {
    match shape {
        Shape::Text => "a text".to_owned(),
        Shape::Number => "a whole number".to_owned(),
        Shape::YesNo => "yes or no".to_owned(),
        Shape::Date => "a day".to_owned(),
        Shape::Deadline => "a day, or a day and an hour".to_owned(),
        Shape::Every => "a span of time".to_owned(),
        Shape::Zone => "a time zone by its city, or `AoE` (anywhere on Earth)".to_owned(),
        Shape::WebAddress => "a web address, with `https://` before it".to_owned(),
        Shape::Choice(choices) => {
            let choices: Vec<String> = choices.iter().map(|word| code(word)).collect();
            format!("one of {}", choices.join(", "))
        }
        Shape::Name("file") => "the name of a file that lies beside this one".to_owned(),
        Shape::Name("opportunity") => "the name of an event".to_owned(),
        Shape::Name(what) => format!("the name of a {what}"),
        Shape::Language => "the code of a language of the site".to_owned(),
        Shape::Localized => "a text, or one for each language".to_owned(),
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

/// Prose in a table: nothing in it may end the cell or begin a tag.
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

/// A span of code, which is possible with any text.
pub(super) fn code(text: &str) -> String {
    let runs = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(runs + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{}{space}{fence}", text.replace('|', "\\|"))
}

/// The id that a heading gets; these headings are plain ASCII.
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
    fn nothing_ends_a_cell_or_begins_a_tag() {
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
            (Shape::Table(&Shape::List(&Shape::Text)), "for each name: a text, or a list of them"),
        ];
        for (shape, expected) in cases {
            assert_eq!(words(&shape), expected);
        }
    }
}
