//! The short texts with which a site begins, from `starter/texts/`: filled with what is known, and with
//! gaps for what is not. `{{name}}` in a template stands for a value that is written as the place
//! demands: quoted in TOML and in fields, escaped in Markdown. A line whose value is not known is
//! left out.

use include_dir::{Dir, include_dir};

use super::answers::{Answers, LANGUAGES};
use crate::base::SourcePath;
use crate::cli::files::NewFile;
use crate::document::Kind;
use crate::document::new_text::{self, NewText};
use crate::language::Language;

static TEXTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter/texts");

/// What a text leaves to its original when it is a translation.
const ONLY_ORIGINALS: [&str; 6] = ["order", "owner", "about", "answered_by", "related", "lens"];

/// What to write where nobody is named yet, in each language.
const WHO: [(&str, &str); 3] = [
    ("en", "[[fill: who answers? Name and telephone number]]"),
    ("da", "[[fill: hvem svarer? Navn og telefonnummer]]"),
    ("nl", "[[fill: wie geeft antwoord? Naam en telefoonnummer]]"),
];
/// The same where the number is known.
const WHOSE_NUMBER: [(&str, &str); 3] = [
    ("en", "[[fill: who answers? The name]]"),
    ("da", "[[fill: hvem svarer? Navnet]]"),
    ("nl", "[[fill: wie geeft antwoord? De naam]]"),
];
/// The number of a helper who gave none: in their own file, to which every text leads.
const NUMBER: [(&str, &str); 3] = [
    ("en", "[[fill: at which telephone number?]]"),
    ("da", "[[fill: på hvilket telefonnummer?]]"),
    ("nl", "[[fill: op welk telefoonnummer?]]"),
];
/// Whom the programme names, which is a file.
const CONTACT: [(&str, &str); 3] = [
    ("en", "[[fill: who answers? The name of their file in content/people/]]"),
    ("da", "[[fill: hvem svarer? Navnet på vedkommendes fil i content/people/]]"),
    ("nl", "[[fill: wie geeft antwoord? De naam van het bestand in content/people/]]"),
];
const COMPANY: [(&str, &str); 3] = [
    ("en", "[[fill: what is the company called?]]"),
    ("da", "[[fill: hvad hedder firmaet?]]"),
    ("nl", "[[fill: hoe heet het bedrijf?]]"),
];
const ROLE: &str = "{en: Story helper, da: Historiehjælper, nl: Verhalenhulp}";

/// All files of the site.
pub(super) fn files(answers: &Answers) -> Vec<NewFile> {
    let (first, others) = answers.codes().split_first().expect("a site has a language");
    let helper = answers.helper.as_deref().map(|name| helper_path(name, first));
    let values = Values { answers, helper };
    let mut files = vec![
        values.settings("site.toml", template("site.toml")),
        values.settings("content/programme.toml", template("programme.toml")),
    ];
    for file in texts(first) {
        files.push(values.text(file.0, first, file.1, true));
    }
    for language in others {
        files.extend(texts(language).map(|(name, text)| values.text(name, language, text, false)));
    }
    if let (Some(name), Some(path)) = (&answers.helper, &values.helper) {
        files.push(person(path.clone(), name, answers));
    }
    files
}

/// The texts in a language, by their names in `content/` without the ending.
fn texts(language: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let folder = TEXTS.get_dir(language).expect("each language has texts");
    let inner = folder.dirs().flat_map(Dir::files);
    folder.files().chain(inner).map(|file| {
        let path = file.path().to_str().expect("embedded names are UTF-8");
        let name = path.split_once('/').map_or(path, |(_, name)| name);
        let text = file.contents_utf8().expect("a template is text");
        (name.trim_end_matches(".md"), text)
    })
}

fn template(name: &str) -> &'static str {
    let file = TEXTS.get_file(name).expect("the template is there");
    file.contents_utf8().expect("a template is text")
}

/// Where the file of the helper is, whatever they are called: there are names of which no letter
/// fits into an address.
fn helper_path(name: &str, language: &str) -> SourcePath {
    let language = Language::parse(language).expect("a language of the starter has a code");
    let path = |called| new_text::path(Kind::Person, called, 0, &language);
    path(name).or_else(|| path("helper")).expect("a plain word fits into an address")
}

fn person(path: SourcePath, name: &str, answers: &Answers) -> NewFile {
    let mut fields = vec![("name", new_text::as_text(name)), ("role", in_languages(ROLE, answers))];
    let phone = answers.phone.as_deref().unwrap_or(of(&NUMBER, answers.codes()[0]));
    fields.push(("contact", format!("{{phone: {}}}", quoted(phone))));
    NewFile::text(path, NewText { fields, ..NewText::default() }.source())
}

/// A group of texts by language, in the languages of the site.
fn in_languages(group: &str, answers: &Answers) -> String {
    let entries = group.trim_matches(['{', '}']).split(", ");
    let own = entries.filter(|entry| answers.codes().iter().any(|code| entry.starts_with(code)));
    format!("{{{}}}", own.collect::<Vec<_>>().join(", "))
}

struct Values<'a> {
    answers: &'a Answers,
    helper: Option<SourcePath>,
}

impl Values<'_> {
    /// A file of settings, with its texts in the languages of the site.
    fn settings(&self, path: &str, template: &str) -> NewFile {
        let codes = self.answers.codes();
        let first = codes[0];
        let is_of_other = |line: &str| {
            let code = line.split_once(" = ").map_or("", |(code, _)| code);
            LANGUAGES.contains(&code) && !codes.contains(&code)
        };
        let kept = template.lines().filter(|line| !is_of_other(line));
        let value = |name: &str| match name {
            "title" => Some(quoted(self.answers.name.as_deref().unwrap_or(of(&COMPANY, first)))),
            "first_language" => Some(quoted(first)),
            "languages" => {
                let codes: Vec<String> = codes.iter().map(|code| quoted(code)).collect();
                Some(format!("[{}]", codes.join(", ")))
            }
            "time_zone" => zone(first).map(quoted),
            "contact" => Some(quoted(self.helper_id().unwrap_or(of(&CONTACT, first)))),
            _ => None,
        };
        let path = SourcePath::new(path).expect("a path inside");
        NewFile::text(path, filled(kept, value))
    }

    /// A text of `content/`.
    fn text(&self, name: &str, language: &str, template: &str, is_original: bool) -> NewFile {
        let ending = if is_original { "md".to_owned() } else { format!("{language}.md") };
        let path = SourcePath::new(&format!("content/{name}.{ending}")).expect("a path inside");
        let mut fences = 0;
        let kept = template.lines().filter(|line| {
            fences += usize::from(*line == "---");
            let field = line.split_once(':').map_or("", |(field, _)| field);
            is_original || fences > 1 || !ONLY_ORIGINALS.contains(&field)
        });
        let up = "../".repeat(name.matches('/').count());
        let value = |name: &str| match name {
            "company" => Some(match &self.answers.name {
                Some(name) => escaped(name),
                None => of(&COMPANY, language).to_owned(),
            }),
            "who" => Some(self.who(&up, language)),
            "owner" => self.helper_id().map(str::to_owned),
            "questions" => {
                let known = self.answers.helper.iter().chain(&self.answers.phone);
                let known: Vec<&str> = known.map(String::as_str).collect();
                (!known.is_empty()).then(|| quoted(&known.join(", ")))
            }
            _ => None,
        };
        NewFile::text(path, filled(kept, value))
    }

    fn helper_id(&self) -> Option<&str> {
        self.helper.as_ref()?.file_name().strip_suffix(".md")
    }

    /// Whom to ask, as a link; `up` leads to `content/`. What is not known is a gap.
    fn who(&self, up: &str, language: &str) -> String {
        let phone = self.answers.phone.as_ref().map(|number| {
            let digits: String =
                number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            format!("[{number}](tel:{digits})")
        });
        let name = self.answers.helper.as_ref().zip(self.helper_id());
        let name = name.map(|(name, id)| format!("[{}]({up}people/{id}.md)", escaped(name)));
        match (name, phone) {
            (Some(name), Some(phone)) => format!("{name}, {phone}"),
            (Some(name), None) => name,
            (None, Some(phone)) => format!("{}, {phone}", of(&WHOSE_NUMBER, language)),
            (None, None) => of(&WHO, language).to_owned(),
        }
    }
}

fn of(all: &[(&str, &'static str)], language: &str) -> &'static str {
    let own = all.iter().find(|(code, _)| *code == language);
    own.expect("each language has it").1
}

fn zone(language: &str) -> Option<&'static str> {
    match language {
        "da" => Some("Europe/Copenhagen"),
        "nl" => Some("Europe/Amsterdam"),
        _ => None,
    }
}

/// The lines of a template with their values. What a value holds is not filled in again.
fn filled<'a>(
    lines: impl Iterator<Item = &'a str>,
    value: impl Fn(&str) -> Option<String>,
) -> String {
    let line = |line: &str| {
        let mut parts = line.split("{{");
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once("}}").expect("a name in a template has an end");
            filled += &value(name)?;
            filled += rest;
        }
        Some(filled + "\n")
    };
    lines.filter_map(line).collect()
}

/// Between quotation marks: a text in JSON is the same text in TOML and YAML.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Words in Markdown, none of whose signs mean anything there. A gap in them stays one.
fn escaped(words: &str) -> String {
    let mut escaped = String::new();
    for c in words.chars() {
        let is_entity = c == '&' && words.contains(';');
        if is_entity || "\\`*_[]<>#!|~{}$^=+:@".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests;
