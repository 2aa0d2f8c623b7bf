//! What `storywall explain` says of codes: of the one that is asked for, or of all.

use serde_json::{Value, json};

use super::super::output::print;
use crate::base::codes::help::{HelpTexts, help, own_help};
use crate::base::{Code, Severity};
use crate::document::reference::code_list;
use crate::language::{Language, SHIPPED};

/// A language in which codes are explained.
pub(super) fn helped(language: &str) -> Result<String, String> {
    let language = Language::parse(language).map(|it| it.as_str().to_owned());
    language
        .filter(|it| own_help(it).is_some())
        .ok_or_else(|| format!("codes are explained in these languages: {}", SHIPPED.join(", ")))
}

/// Prints what these codes mean and what helps, in a language, or in English.
pub(super) fn explain(codes: &[Code], language: &str, as_json: bool) -> anyhow::Result<()> {
    let help = help(language);
    match as_json {
        true => print(&json_of(codes, help)),
        false => {
            let texts: Vec<String> = codes.iter().map(|code| text_of(*code, help)).collect();
            print(texts.join("\n").trim_end())
        }
    }
}

/// Prints all codes, as a page or for programs.
pub(super) fn list(as_json: bool) -> anyhow::Result<()> {
    match as_json {
        true => print(&json_of(Code::ALL, help("en"))),
        false => print(code_list().trim_end()),
    }
}

fn text_of(code: Code, help: &HelpTexts) -> String {
    let row = code.row();
    let or = format!(" {} ", help.word("or"));
    let mut text = format!("{}: {}\n", row.name, words(row.severities).join(&or));
    let weighing = match code.why_fixed() {
        None => format!(
            "{}: {} = \"error\", \"warning\", \"advice\"{or}\"off\"",
            help.word("changeable"),
            row.name
        ),
        Some(why) => format!("{}: {}", help.word("fixed"), why.words(help.language)),
    };
    let own = help.of(code);
    let plain = |words: &str| words.replace('`', "");
    let example = own.example.iter().map(|line| format!("  {line}"));
    let parts = [
        ("means", [own.meaning].into_iter().chain(own.why).map(plain).collect()),
        ("remedy", [plain(own.remedy)].into_iter().chain(example).collect()),
        ("severity", vec![weighing]),
        ("earlier", row.old_names.iter().map(|&name| name.to_owned()).collect()),
        ("similar", similar(code, help)),
    ];
    for (name, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
        text += &format!("\n{}\n", help.word(name));
        for line in lines {
            text += &format!("  {line}\n");
        }
    }
    text
}

/// Where codes about the same things are listed.
fn similar(code: Code, help: &HelpTexts) -> Vec<String> {
    let section = code.row().section;
    let (own, english) = (section.heading(help.language), section.heading("en"));
    let list = format!("{} storywall explain --codes", help.word("in"));
    // The list is English.
    vec![match help.language {
        "en" => format!("“{own}” {list}"),
        _ => format!("“{own}” (“{english}” {list})"),
    }]
}

fn json_of(codes: &[Code], help: &HelpTexts) -> String {
    let one = |code: &Code| -> Value {
        let (row, own) = (code.row(), help.of(*code));
        json!({
            "code": row.name,
            "language": help.language,
            "meaning": own.meaning,
            "why": own.why,
            "help": own.remedy,
            "example": own.example,
            "severities": words(row.severities),
            "can_be_changed": code.why_fixed().is_none(),
            "why_not": code.why_fixed().map(|why| why.words(help.language)),
            "section": row.section.heading(help.language),
            "earlier_names": row.old_names,
        })
    };
    let value = json!({ "codes": codes.iter().map(one).collect::<Vec<Value>>() });
    serde_json::to_string_pretty(&value).expect("words can be written")
}

fn words(severities: &[Severity]) -> Vec<&'static str> {
    severities.iter().map(|severity| severity.word()).collect()
}
