//! Words that were typed without Markdown in mind, as Markdown that shows the same words: a sign is
//! escaped where Markdown would take it for its own. Lists with hyphens, stars or numbers in a row
//! stay lists, and lines that begin with > stay quotations.

use super::line_ends::{LineEnds, is_typed};
use crate::base::signed_number::signed_number;

/// Markdown that shows `text`, which has the line ends of Unix.
pub(super) fn to_markdown(text: &str, ends: LineEnds) -> String {
    let width = ends.width(text);
    let lines: Vec<&str> = text.trim().lines().map(|line| line.trim_matches(is_space)).collect();
    let items = items(&lines, width);
    let mut markdown = String::new();
    let depths: Vec<usize> = lines.iter().map(|line| depth(line)).collect();
    let depth_at = |at: usize| depths.get(at).copied().unwrap_or_default();
    // More than 50 is no quotation.
    let is_number = |at: usize| {
        depth_at(at) == 1
            && signed_number(lines[at]).is_some()
            && at.checked_sub(1).is_none_or(|before| depth_at(before) == 0)
            && depth_at(at + 1) == 0
    };
    let depth = |at: usize| if depth_at(at) > 0 && is_number(at) { 0 } else { depth_at(at) };
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |at| lines[at]);
        let depth_before = at.checked_sub(1).map_or(0, depth);
        let is_item = items[at].is_some();
        let goes_on = at > 0 && !before.is_empty() && !line.is_empty();
        let begins_list = is_item && at > 0 && items[at - 1].is_none();
        // Else the lines would go on in the quotation or the paragraph above.
        if goes_on && (depth_before != depth(at) || begins_list && bullet(line).is_none()) {
            markdown.push('\n');
        }
        match items[at] {
            Some(rest) => {
                let mark = &line[..line.len() - rest.len()];
                markdown += &format!("{mark} {}", escaped(rest.trim_start(), ""));
            }
            None if depth(at) < depth_at(at) => {
                markdown.push('\\');
                markdown += &escaped_signs(line);
            }
            None => markdown += &escaped(line, before),
        }
        let next = lines.get(at + 1).copied().unwrap_or_default();
        let begins_block =
            items.get(at + 1).is_some_and(Option::is_some) || depth(at + 1) != depth(at);
        let is_broken = !line.is_empty() && !next.is_empty() && !begins_block;
        if is_broken && is_typed(line, next, width) {
            markdown.push('\\');
        }
        markdown.push('\n');
    }
    markdown
}

/// Spaces at the edges of lines say nothing; those of no width are seen by nobody.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// How deep a line is in quotations.
fn depth(line: &str) -> usize {
    line.chars().take_while(|c| matches!(c, '>' | ' ')).filter(|c| *c == '>').count()
}

/// Of each line that is an entry of a list, what stands behind its sign. Numbers are a list where each
/// is the one before and one more; a day at the beginning of a sentence (`18. november`) is none.
fn items<'a>(lines: &[&'a str], width: Option<usize>) -> Vec<Option<&'a str>> {
    let mut items = vec![None; lines.len()];
    // The numbers of one list: lines, and the number of the last.
    let mut run: Vec<(usize, &'a str)> = vec![];
    let mut is_list = true;
    let mut last: Option<(u32, char)> = None;
    let mut end = |run: &mut Vec<(usize, &'a str)>, is_list: bool| {
        if is_list && run.len() > 1 {
            run.iter().for_each(|(at, rest)| items[*at] = Some(*rest));
        }
        run.clear();
    };
    let mut bullets = vec![];
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |at| lines[at]);
        // A program that broke the line before has not begun a list with this one.
        let is_of_program = !before.is_empty() && !is_typed(before, line, width);
        let follows = at > 0 && bullets.last() == Some(&(at - 1));
        if bullet(line).is_some() && (!is_of_program || follows) {
            bullets.push(at);
        }
        match numbered(line) {
            Some((number, mark, rest)) => {
                let follows =
                    last.is_some_and(|(before, sign)| sign == mark && before + 1 == number);
                if !run.is_empty() {
                    is_list &= follows;
                }
                is_list &= !is_of_program;
                run.push((at, rest));
                last = Some((number, mark));
            }
            None if line.is_empty() || !before.is_empty() => {}
            None => {
                end(&mut run, is_list);
                (is_list, last) = (true, None);
            }
        }
    }
    end(&mut run, is_list);
    let near = |at: usize| [at.wrapping_sub(2), at.wrapping_sub(1), at + 1, at + 2];
    for at in &bullets {
        let is_alone = !near(*at).iter().any(|other| bullets.binary_search(other).is_ok());
        // The sign of a number begins no list.
        if !(is_alone && signed_number(lines[*at]).is_some()) {
            items[*at] = bullet(lines[*at]);
        }
    }
    items
}

/// What stands behind the sign of a list.
fn bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '*', '+'])?;
    rest.starts_with([' ', '\t']).then_some(rest)
}

/// A number with a full stop or bracket, and what stands behind it.
fn numbered(line: &str) -> Option<(u32, char, &str)> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at(digits);
    let number = (digits <= 9).then(|| number.parse().ok()).flatten()?;
    let mark = rest.chars().next().filter(|c| matches!(c, '.' | ')'))?;
    let rest = &rest[1..];
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then_some((number, mark, rest))
}

/// One line that is no entry of a list. `before` is the line above it.
fn escaped(line: &str, before: &str) -> String {
    if line.is_empty() {
        return String::new();
    }
    if let Some(quoted) = line.strip_prefix('>') {
        let before = before.trim_start_matches(['>', ' ']);
        let before = if depth(line) > 1 { "" } else { before };
        return format!("> {}", escaped(quoted.trim_start(), before));
    }
    let mut line = escaped_signs(line);
    if let Some((number, mark, rest)) = numbered(&line) {
        return format!("{number}\\{mark}{rest}");
    }
    if is_read_as_block(&line, before) || bullet(&line).is_some() {
        line.insert(0, '\\');
    }
    line
}

/// Whether the whole line means something else to Markdown than its characters: a heading, a rule
/// below words, the rule of a table, a definition, a sign of a list with nothing behind it.
fn is_read_as_block(line: &str, before: &str) -> bool {
    let hashes = line.len() - line.trim_start_matches('#').len();
    let is_heading = (1..=6).contains(&hashes) && !line[hashes..].starts_with(|c: char| c != ' ');
    let is_of = |signs: &[char]| line.chars().all(|c| signs.contains(&c));
    let is_table = line.contains('|') && line.contains('-') && is_of(&['|', '-', ':', ' ']);
    let is_underline = !before.is_empty() && (is_of(&['=']) || is_of(&['-']));
    let is_meaning = line.starts_with(": ");
    let is_fence = before.is_empty() && line.starts_with("+++");
    is_heading
        || is_table
        || is_underline
        || is_meaning
        || is_fence
        || matches!(line, "-" | "*" | "+" | "---")
}

/// The signs inside a line that Markdown would take away.
fn escaped_signs(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let mut before = None;
    for (at, c) in line.char_indices() {
        let rest = &line[at + c.len_utf8()..];
        let next = rest.chars().next();
        let is_alone = |side: Option<char>| side.is_none_or(char::is_whitespace);
        let in_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
        let is_sign = match c {
            '\\' => next.is_none_or(|c| c.is_ascii_punctuation()),
            '`' => true,
            '*' => !(is_alone(before) && is_alone(next)) || next.is_none(),
            '_' => !(is_alone(before) && is_alone(next) || in_word(before) && in_word(next)),
            '~' => !(is_alone(before) && is_alone(next)),
            '[' => rest.starts_with(['^', '[', '!']) || is_box(rest),
            ']' => rest.starts_with(['(', '[', ':', '{']),
            '<' => next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            '&' => is_entity(rest),
            '{' => rest.starts_with(['#', '.', ':']),
            _ => false,
        };
        if is_sign {
            escaped.push('\\');
        }
        escaped.push(c);
        before = Some(c);
    }
    escaped
}

/// A box to tick.
fn is_box(rest: &str) -> bool {
    ["x]", "X]", " ]"].iter().any(|inside| rest.starts_with(inside))
}

fn is_entity(rest: &str) -> bool {
    let name = rest.split(';').next().unwrap_or_default();
    name.len() < rest.len()
        && !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::{Source, SourcePath};
    use crate::document::markdown::Piece;
    use crate::document::{Highlighter, ParseContext, parse};

    fn markdown(text: &str) -> String {
        to_markdown(text, LineEnds::Guessed).trim_end().to_owned()
    }

    #[test]
    fn words_without_signs_stay_as_they_are() {
        for text in [
            "Klokken var kvart i seks, og pumpe 4 sagde en lyd.\n\nSå blev der stille.",
            "- et\n- to",
            "1. først\n2. så",
            "#pumpe og C# & co. <3 :-) {sic} [griner] snake_case 5 * 3 a ~ b",
            "> Sådan sagde hun",
            "Først:\n- et\n- to",
            "– Hvad nu? sagde jeg.",
        ] {
            assert_eq!(markdown(text), text);
        }
    }

    #[test]
    fn what_markdown_would_take_away_is_escaped() {
        for (typed, expected) in [
            ("5*3*2 og *stjerner*", r"5\*3\*2 og \*stjerner\*"),
            ("_under_ a_b", r"\_under\_ a_b"),
            ("18. november var det koldt.", r"18\. november var det koldt."),
            ("# Overskrift", r"\# Overskrift"),
            ("Navn\n----", "Navn\\\n\\----"),
            ("---\nEfter", "\\---\\\nEfter"),
            ("[her](https://a.example)", r"[her\](https://a.example)"),
            ("<b>fed</b> &amp;", r"\<b>fed\</b> \&amp;"),
            (r"C:\_temp\ *", r"C:\\\_temp\ \*"),
            ("~20 til ~30", r"\~20 til \~30"),
            ("a | b\n--|--", "a | b\\\n\\--|--"),
            ("[\n](x)", "[\\\n\\](x)"),
            (
                "18. november larmede den.\n\n24. november kom smeden.",
                "18\\. november larmede den.\n\n24\\. november kom smeden.",
            ),
            ("1. et\n2. to\n4. fire\n5. fem", "1\\. et\\\n2\\. to\\\n4\\. fire\\\n5\\. fem"),
            ("3. et\n2. to", "3\\. et\\\n2\\. to"),
            ("`kode`", r"\`kode\`"),
            ("- [ ] køb mælk", r"- \[ ] køb mælk"),
            ("> [!NOTE]\n> nej", "> \\[!NOTE]\\\n> nej"),
        ] {
            assert_eq!(markdown(typed), expected, "{typed}");
        }
    }

    #[test]
    fn lines_that_were_ended_by_hand_stay_apart() {
        assert_eq!(markdown("Roser er røde\nmotoren er blå"), "Roser er røde\\\nmotoren er blå");
        let wrapped = "Ti minutter i otte, og vagten var slut, og bag skorstenen blev det\nlyst.";
        assert_eq!(markdown(wrapped), wrapped);
        assert_eq!(markdown("Vi havde:\n- én pumpe\n- to"), "Vi havde:\n- én pumpe\n- to");
    }

    #[test]
    fn lists_quotations_and_answers_stay_apart() {
        for (typed, expected) in [
            (
                "Vi gjorde:\n1.\tSlukkede\n2.\tTog låget af",
                "Vi gjorde:\n\n1. Slukkede\n2. Tog låget af",
            ),
            ("De tre:\n2. lampen\n3. pumpen", "De tre:\n\n2. lampen\n3. pumpen"),
            ("> Hvad?\nPumpen.\n> Hvem?\nSmeden.", "> Hvad?\n\nPumpen.\n\n> Hvem?\n\nSmeden."),
            (">> før\n> efter\nsidst", "> > før\n\n> efter\n\nsidst"),
            ("1. et\n2. to\n\nSå.\n\n1. og\n2. igen", "1. et\n2. to\n\nSå.\n\n1. og\n2. igen"),
        ] {
            assert_eq!(markdown(typed), expected, "{typed}");
        }
        let wrapped = "Klokken var mange, og alle var gået hjem, men så kom den gamle Karl,\n\
                       - den gamle smed fra værkstedet - ind ad døren, og han sagde at den\n\
                       1. december lukker pumpen, hvis isen holder så længe, og ikke før den\n\
                       2. december.";
        let kept = markdown(wrapped);
        assert!(kept.contains("\n\\- den gamle") && kept.contains("\n1\\. december"), "{kept}");
    }

    #[test]
    fn a_long_list_takes_no_longer_for_each_of_its_lines() {
        let long: String = (1..50_000).map(|number| format!("{number}. a\n5. b\n")).collect();
        assert!(markdown(&long).len() > long.len());
    }

    /// The words of a story that readers see, without spaces.
    fn shown(markdown: &str) -> String {
        let path = SourcePath::new("content/stories/2026/pump.md").unwrap();
        let text = format!("---\ntitle: Pump\nauthor: jonas\n---\n\n{markdown}");
        let languages = ["en".to_owned()];
        let highlighter = &Highlighter::new();
        let context = ParseContext::new(&languages, highlighter);
        let story = parse(&Source::new(path, text.as_str()), context);
        let pieces = story.prose.html.0.iter().map(|piece| match piece {
            Piece::Raw(html) => html,
            _ => "",
        });
        let html: String = pieces.collect();
        let mut words = String::new();
        for (at, part) in html.split('<').enumerate() {
            let behind = part.split_once('>').map_or("", |(_, behind)| behind);
            words.push_str(if at == 0 { part } else { behind });
        }
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")] {
            words = words.replace(entity, sign);
        }
        without_spaces(&words.replace("&amp;", "&"))
    }

    fn without_spaces(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        /// Whatever somebody types, its page shows all of it.
        #[test]
        fn every_character_is_shown(
            lines in prop::collection::vec(r"[a-c#*_`~<>&;|:=+.()!\\\[\]{}x/\-0-3 ]{0,14}", 1..6),
        ) {
            let text = lines.join("\n");
            // The signs of lists and quotations are not shown as they are typed.
            let is_list = |line: &String| {
                let line = line.trim();
                line.starts_with(['-', '*', '+', '>']) || numbered(line).is_some()
            };
            prop_assume!(!lines.iter().any(is_list));
            let markdown = markdown(&text);
            prop_assert_eq!(shown(&markdown), without_spaces(&text), "{:?}", markdown);
        }
    }
}
