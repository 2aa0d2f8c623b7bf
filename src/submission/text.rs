//! A text as it was sent: its letters, its fields, its title and its words.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::line_ends::LineEnds;
use super::words::Words;
use super::{SentFile, issue, plain_text};

/// More than anybody tells, in bytes.
const LONGEST: usize = 1 << 20;

pub(super) fn read(file: &SentFile, remarks: &mut Vec<String>) -> Result<Words, String> {
    if file.bytes.len() > LONGEST {
        return Err(format!("“{}” is longer than 1 MB of text", file.name));
    }
    let text = decoded(file, remarks);
    let ending = file.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let is_markdown = matches!(ending.as_deref(), Some("md" | "markdown"));
    if let Some(words) = issue::words(&one_line_end(&text), remarks) {
        return Ok(words);
    }
    words(&text, is_markdown, LineEnds::Guessed).map_err(|why| format!("“{}”: {why}", file.name))
}

/// The letters of a file: UTF-8, UTF-16 where its mark stands first, else those of Windows.
fn decoded(file: &SentFile, remarks: &mut Vec<String>) -> String {
    let bytes = &file.bytes[..];
    match bytes {
        [0xFF, 0xFE, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        _ => str::from_utf8(bytes).map_or_else(
            |_| {
                remarks.push(guessed_windows(&file.name));
                WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
            },
            str::to_owned,
        ),
    }
}

/// What is said of a text whose letters were guessed.
pub(super) fn guessed_windows(name: &str) -> String {
    format!(
        "“{name}” was saved in the letters of Windows (1252): look whether æ, ø, å, é and quotation \
         marks are right"
    )
}

/// Takes a text apart. What begins with fields was made for a story, so it is Markdown; so is what
/// says so. All else shows every character that was typed.
pub(super) fn words(text: &str, is_markdown: bool, ends: LineEnds) -> Result<Words, String> {
    let text = one_line_end(text);
    // This one stands in place of a picture.
    let is_empty =
        |line: &str| line.contains('\u{fffc}') && line.trim_matches(is_beside).is_empty();
    let lines = text.split_inclusive('\n').filter(|line| !is_empty(line));
    let text = lines.collect::<String>().replace('\u{fffc}', "");
    let text = text.replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'], "\n");
    if let Some(rest) = text.trim_start().strip_prefix("---\n") {
        let Some((fields, body)) = fields_and_body(rest) else {
            return Err("the fields at its beginning have no second --- below them".to_owned());
        };
        return Ok(Words { fields: fields.to_owned(), ..headed(body) });
    }
    if is_markdown {
        return Ok(headed(&text));
    }
    let (title, body) = first_line(&text);
    let titled = title.map(|title| plain_text::to_markdown(title, ends) + "\n");
    Ok(Words {
        fields: String::new(),
        title: title.map(str::to_owned),
        titled: titled.unwrap_or_default(),
        body: plain_text::to_markdown(body, ends),
    })
}

/// A text without the marks that nobody sees, and with one kind of line ends where two signs are one.
fn one_line_end(text: &str) -> String {
    // Phones put marks of direction, which nobody sees, around numbers and names.
    let is_mark = |c| {
        matches!(
            c,
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
    };
    text.replace(is_mark, "").replace("\r\n", "\n")
}

/// Signs that stand on a line without words.
fn is_beside(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{fffc}' | '\u{200b}')
}

fn fields_and_body(rest: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&rest[..at], &rest[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// Markdown of which a heading that stands first is the title.
fn headed(text: &str) -> Words {
    let body = text.trim_start_matches('\n');
    let Some(rest) = body.strip_prefix("# ") else {
        return Words { body: body.to_owned(), ..Words::default() };
    };
    let (title, below) = rest.split_once('\n').unwrap_or((rest, ""));
    Words {
        fields: String::new(),
        title: Some(title.trim().to_owned()),
        titled: format!("# {}\n\n", title.trim()),
        body: below.trim_start_matches('\n').to_owned(),
    }
}

/// The longest line that is taken for a title, in characters.
const LONGEST_TITLE: usize = 90;

/// A short line that stands alone above the text, and no sentence: people put their title there.
fn first_line(text: &str) -> (Option<&str>, &str) {
    let text = text.trim();
    let Some((first, below)) = text.split_once('\n') else { return (None, text) };
    let title = first.trim();
    let is_alone = below.lines().next().is_some_and(|line| line.trim().is_empty());
    let is_short = title.chars().count() <= LONGEST_TITLE;
    let ends_sentence = title.ends_with(['.', ',', ':', ';', '…']);
    match is_alone && is_short && !ends_sentence && !is_greeting(title) {
        true => (Some(title), below.trim_start()),
        false => (None, text),
    }
}

/// Whether somebody is greeted: `Hej Anna!` is no title.
fn is_greeting(line: &str) -> bool {
    const GREETINGS: &[&str] = &[
        "hej",
        "hejsa",
        "halløj",
        "kære",
        "godmorgen",
        "goddag",
        "hi",
        "hello",
        "hey",
        "dear",
        "good",
        "hoi",
        "hallo",
        "beste",
        "lieve",
        "goedemorgen",
        "goedemiddag",
        "dag",
    ];
    let first = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    GREETINGS.contains(&first.to_lowercase().as_str()) && line.split_whitespace().count() <= 5
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_bytes(name: &str, bytes: &[u8]) -> (Words, Vec<String>) {
        let mut remarks = vec![];
        let file = SentFile { name: name.to_owned(), bytes: bytes.to_vec() };
        (read(&file, &mut remarks).unwrap(), remarks)
    }

    #[test]
    fn letters_are_those_that_were_typed() {
        let (words, remarks) = read_bytes("a.txt", "Låsen på Ærø".as_bytes());
        assert_eq!((words.body.as_str(), remarks.len()), ("Låsen på Ærø\n", 0));
        let (words, remarks) = read_bytes("a.txt", b"L\xe5sen p\xe5 \xc6r\xf8 \x96 \x93ja\x94");
        assert_eq!((words.body.as_str(), remarks.len()), ("Låsen på Ærø – “ja”\n", 1));
        let utf16: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain("Ærø".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(read_bytes("a.txt", &utf16).0.body, "Ærø\n");
        let (words, _) = read_bytes("a.txt", "En.\n\u{fffc}\nto \u{fffc}tre\n".as_bytes());
        assert_eq!(words.body, "En.\\\nto tre\n");
        assert_eq!(read_bytes("a.txt", "\u{feff}Ærø\r\n".as_bytes()).0.body, "Ærø\n");
    }

    #[test]
    fn a_first_line_alone_is_the_title() {
        let title = |text: &str| words(text, false, LineEnds::Guessed).unwrap().title;
        assert_eq!(title("Pumpe fire\n\nDen larmede."), Some("Pumpe fire".to_owned()));
        assert_eq!(title("Hvad så?\n\nDen larmede."), Some("Hvad så?".to_owned()));
        for none in [
            "Hej Anna\n\nHer er min historie.",
            "Kære Anna!\n\nHer er den.",
            "Den larmede.\n\nSå blev den stille.",
            "Pumpe fire\nDen larmede.",
            "Pumpe fire",
        ] {
            assert_eq!(title(none), None, "{none}");
        }
    }

    #[test]
    fn markdown_stays_as_it_is() {
        let sent = "# Pump *four*\n\nIt **hummed**.\n\n- one\n";
        let (read, _) = read_bytes("a.md", sent.as_bytes());
        assert_eq!(read.title.as_deref(), Some("Pump *four*"));
        assert_eq!(read.body, "It **hummed**.\n\n- one\n");
        let (read, _) =
            read_bytes("a.txt", b"---\ntitle: Pump\nauthor: jonas\n---\nIt *hummed*.\n");
        assert_eq!(read.fields, "title: Pump\nauthor: jonas\n");
        assert_eq!(read.body, "It *hummed*.\n");
        let open = words("---\ntitle: Pump\n\nIt hummed.\n", false, LineEnds::Guessed);
        assert!(open.unwrap_err().contains("second ---"));
    }
}
