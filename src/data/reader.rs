//! What a field is, and what reading one needs to know.

use super::{Node, Notation, Value, colors};
use crate::base::character::cleaned;
use crate::base::date::Zone;
use crate::base::{At, Code, Diagnostic, Places, Severity, Source, gap};

/// One field of a list of fields.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    /// What it is for, in sentences for authors.
    pub(crate) doc: &'static [&'static str],
    pub required: bool,
    /// The field whose yes takes its place: then, this one need not be there.
    pub(crate) unless: Option<&'static str>,
    pub shape: Shape,
    /// Entries of a list, else characters of each text in it.
    pub(crate) most: usize,
    /// As an author would write it in YAML.
    pub example: &'static str,
}

impl Field {
    /// Whether a file has it, or the field that takes its place.
    pub(crate) fn is_met(&self, has: impl Fn(&str) -> bool) -> bool {
        has(self.name) || self.unless.is_some_and(has)
    }
}

/// What a field may hold.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    Text,
    Number,
    /// A number that may have digits behind a point or a comma.
    Amount,
    YesNo,
    Date,
    /// A day, or a day and an hour.
    Deadline,
    /// `6m`, `1y`, `2w`, `90d`.
    Every,
    /// A time zone of the IANA list, or `AoE`.
    Zone,
    /// An http or https address.
    WebAddress,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// The name of something else of the site: a person, a theme, a team …
    Name(&'static str),
    /// A code of one of the site's languages.
    Language,
    /// A text, or a table of texts by language.
    Localized,
    List(&'static Shape),
    /// Fields within the field.
    Group(&'static [Field]),
    /// Keys that the author chooses, each with such a value.
    Table(&'static Shape),
}

/// A type that can stand in a list of fields.
pub(crate) trait FieldType: Sized {
    const SHAPE: Shape;

    /// The value, or `None` after a diagnostic has said why not.
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self>;
}

/// What reading a tree needs to know, and where its diagnostics go.
pub(crate) struct Reader<'a> {
    pub(crate) source: &'a Source,
    pub(crate) notation: Notation,
    /// Whether some of the file could not be read. Then no field is reported as missing.
    pub(crate) broken: bool,
    /// Whether readers see every character as it was typed.
    pub(crate) is_submitted: bool,
    /// The codes of the site's languages, the default first.
    pub(crate) languages: &'a [String],
    /// The time zone of the site, in which moments become days; without it, they are as written.
    pub(crate) zone: Option<&'a Zone>,
    /// The field whose value is being read, for what is said of the value; empty for a whole file.
    pub(crate) field: &'static str,
    /// The list of fields that is being read; none before that.
    pub(crate) fields: &'static [Field],
    /// Where the fields stand that remember their place.
    pub(crate) places: &'a mut Places,
    pub(crate) out: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// The place of a value that is checked later, with the whole site.
    pub(crate) fn anchor(&mut self, node: &Node) -> At {
        self.places.field(node.range.clone())
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.out.push(diagnostic);
    }

    /// An example of the field whose value is being read, or else this one.
    pub(super) fn example_or(&self, otherwise: &'static str) -> &'static str {
        let field = self.fields.iter().find(|field| field.name == self.field);
        field.map_or(otherwise, |field| field.example)
    }

    /// "“date” needs a date, not a list", with an example in the file's notation.
    pub(crate) fn wrong_type(&mut self, node: &Node, wanted: &str, example: &str) {
        let example = match self.notation {
            Notation::Yaml => example.to_owned(),
            Notation::Toml => in_toml(example),
        };
        let diagnostic = self.of_wrong_type(node, wanted);
        self.report(diagnostic.example(format!("For example: {example}")));
    }

    /// Reports a number, an answer or a time of TOML where a text is wanted: it lacks its quotes. In
    /// YAML, a text needs none. Whether it is one.
    pub(super) fn lacks_quotes(&mut self, node: &Node, wanted: &str) -> bool {
        let written = self.source.text.get(node.range.clone()).unwrap_or_default();
        // A heading that is the title stands below the fields, and no value of TOML begins or goes on so.
        let is_heading = written.starts_with('#') || written.contains('\n');
        let is_text = written.starts_with(['"', '\'']) || is_heading;
        if self.notation == Notation::Yaml || is_text || !matches!(node.value, Value::Scalar(_)) {
            return false;
        }
        let color = match self.field {
            "colors" => colors::meant(written).map(colors::hex),
            _ => None,
        };
        let text = color.unwrap_or_else(|| shortened(written.trim()));
        let hint = format!("Put it between quotes: \"{text}\"");
        let diagnostic = self.of_wrong_type(node, wanted).hint(hint);
        self.report(diagnostic);
        true
    }

    /// Reports a text of TOML with nothing between its quotes. Whether it is one. In YAML, an empty
    /// field is one that somebody left for later.
    pub(super) fn is_empty_text(&mut self, node: &Node) -> bool {
        let is_empty = matches!(&node.value, Value::Scalar(text) if text.trim().is_empty());
        if self.notation == Notation::Yaml || !is_empty {
            return false;
        }
        let message = match self.field {
            "" => "There is no text between these quotes".to_owned(),
            field => format!("“{field}” has no text between its quotes"),
        };
        let span = self.source.span(node.range.clone());
        self.report(
            Diagnostic::new(Code::EmptyField, span, message)
                .with_severity(Severity::Warning)
                .hint("Write it there, or remove it"),
        );
        true
    }

    /// As `wrong_type` says it, without a hint.
    pub(super) fn of_wrong_type(&self, node: &Node, wanted: &str) -> Diagnostic {
        let found = match &node.value {
            Value::Scalar(text) => format!("“{}”", shortened(text)),
            _ => node.described().to_owned(),
        };
        Diagnostic::new(
            Code::WrongType,
            self.source.span(node.range.clone()),
            match self.field {
                "" => format!("This needs {wanted}, not {found}"),
                field => format!("“{field}” needs {wanted}, not {found}"),
            },
        )
    }
}

/// The words of a field as readers see them. What is still to be filled in is reported.
pub(super) fn with_gaps(words: &str, node: &Node, reader: &mut Reader<'_>) -> String {
    let gaps = gap::find(words);
    if gaps.is_empty() {
        return words.to_owned();
    }
    let written = reader.source.text.get(node.range.clone()).unwrap_or_default();
    let mut places = gap::find(written).into_iter();
    for found in gaps {
        let within = places.next().map(|it| it.range).unwrap_or(0..written.len());
        let range = node.range.start + within.start..node.range.start + within.end;
        let span = reader.source.span(range);
        let words = &words[found.words];
        // Of a field within another one, nobody can say here whether the other can be left out.
        let field = reader.fields.iter().find(|field| field.name == reader.field);
        reader.report(match field {
            Some(field) if !field.required => gap::in_optional_field(span, words, field.name),
            _ => gap::in_field(span, words),
        });
    }
    match reader.is_submitted {
        true => words.to_owned(),
        false => gap::in_brackets(words).into_owned(),
    }
}

/// A field as an author would write it.
pub(crate) fn example(field: &Field, notation: Notation) -> String {
    match notation {
        Notation::Yaml => format!("{}: {}", field.name, field.example),
        Notation::Toml => format!("{} = {}", field.name, in_toml(field.example)),
    }
}

/// An example as TOML wants it: text between quotes, answers in English.
fn in_toml(example: &str) -> String {
    let is_day = example.len() == 10 && example.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let bare = is_day
        || example.starts_with(['[', '{', '"'])
        || example.parse::<f64>().is_ok()
        || matches!(example, "true" | "false");
    match example {
        "yes" => "true".to_owned(),
        "no" => "false".to_owned(),
        _ if bare => example.to_owned(),
        _ => format!("\"{example}\""),
    }
}

/// At most forty characters of what somebody typed.
pub(crate) fn shortened(text: &str) -> String {
    let mut short: String =
        text.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().count() > 40 {
        short.push('…');
    }
    short
}

/// A text as it was typed; anything else is reported.
pub(super) fn text(
    node: &Node,
    wanted: &str,
    example: &str,
    reader: &mut Reader<'_>,
) -> Option<String> {
    match &node.value {
        // Refused characters were reported when the keys were checked.
        Value::Scalar(text) => Some(cleaned(text).into_owned()),
        _ => {
            reader.wrong_type(node, wanted, example);
            None
        }
    }
}
