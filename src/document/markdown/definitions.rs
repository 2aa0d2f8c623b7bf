//! Lists of definitions whose groups have no empty line between them. Of `Navn`, `: Ole`, `Alder`,
//! `: 40`, the parser takes `Alder` for more words about `Navn`.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::meant::Placed;

/// Makes a term of its own of the line above a definition, where the parser took it for a part of
/// the definition before it.
pub(super) fn parted(text: &str, events: &mut Vec<Placed<'_>>) {
    let is_definition =
        |event: &Event<'_>| matches!(event, Event::Start(Tag::DefinitionListDefinition));
    let definitions = events.iter().enumerate().filter(|(_, (event, _))| is_definition(event));
    let starts: Vec<usize> = definitions.map(|(at, _)| at).collect();
    // Of two definitions in a row, the first may end with the term of the second.
    for start in starts.windows(2).rev().map(|pair| pair[0]) {
        let Some(last) = last_line(text, events, start) else { continue };
        let (_, line_break) = events[last.line_break].clone();
        let end = events[last.end].1.clone();
        let term = line_break.end..end.end;
        events[last.end].0 = Event::End(TagEnd::DefinitionListTitle);
        let mut between = vec![];
        if last.is_paragraph {
            events.remove(last.end - 1);
            between.push((Event::End(TagEnd::Paragraph), line_break.clone()));
        }
        between.push((Event::End(TagEnd::DefinitionListDefinition), line_break));
        between.push((Event::Start(Tag::DefinitionListTitle), term));
        events.splice(last.line_break..=last.line_break, between);
    }
}

/// The last line of a definition, by the places of its events.
struct LastLine {
    line_break: usize,
    /// Where the definition ends.
    end: usize,
    is_paragraph: bool,
}

/// The last line of the definition that begins at `start`, if it is a term.
fn last_line(text: &str, events: &[Placed<'_>], start: usize) -> Option<LastLine> {
    let (mut depth, mut end) = (0_usize, None);
    // Breaks in words that stand in the definition itself, and in its last paragraph.
    let mut breaks = [None, None];
    for (at, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(tag) => {
                // What is above another block is not its last line.
                if depth == 1 && !is_inline(tag) {
                    breaks = [None, None];
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            Event::SoftBreak | Event::HardBreak if depth <= 2 => breaks[depth - 1] = Some(at),
            _ => {}
        }
        if depth == 0 {
            end = Some(at);
            break;
        }
    }
    let end = end?;
    let is_paragraph = matches!(events[end - 1].0, Event::End(TagEnd::Paragraph));
    let line_break = breaks[usize::from(is_paragraph)]?;
    let (next, place) = events.get(end + 1)?;
    if !matches!(next, Event::Start(Tag::DefinitionListDefinition)) {
        return None;
    }
    let words = events[line_break + 1].1.start;
    let between = text.get(words..place.start)?;
    let parts = |at: usize| {
        let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
        text.get(line..at)
    };
    // It begins where the term of the first definition does.
    let term = events[..start].iter().rev().find_map(|(event, range)| {
        matches!(event, Event::Start(Tag::DefinitionListTitle)).then_some(range.start)
    })?;
    let is_term =
        !between.trim_end_matches([' ', '>', '\t', ':']).trim_end_matches('\n').contains('\n')
            && parts(words)? == parts(term)?;
    is_term.then_some(LastLine { line_break, end, is_paragraph })
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::super::Trust::Submitted;
    use super::super::tests::{html, read};

    #[test]
    fn groups_need_no_empty_line_between_them() {
        for (text, expected) in [
            ("Navn\n: Ole\nAlder\n: 40\n", "dt Navn dd Ole dt Alder dd 40"),
            ("Navn\n\n: Ole\n\nAlder\n\n: 40\n", "dt Navn dd Ole dt Alder dd 40"),
            (
                "Navn\n: Ole\nAlder\n: 40\nBy\n: Esbjerg\n: Ribe\n",
                "dt Navn dd Ole dt Alder dd 40 dt By dd Esbjerg dd Ribe",
            ),
            ("> Navn\n> : Ole\n> Alder\n> : 40\n", "dt Navn dd Ole dt Alder dd 40"),
            ("Navn\n: Ole *og\n  Kim*\n**Alder**\n: 40\n", "dt Navn dd Ole og Kim dt Alder dd 40"),
            ("Navn\n: Ole\nog Kim\n", "dt Navn dd Ole og Kim"),
            ("Navn\n: Ole\n  og Kim\n: Bo\n", "dt Navn dd Ole og Kim dd Bo"),
            ("Navn\n: Ole\n\n  Kim\nAlder\n: 40\n", "dt Navn dd Ole Kim dt Alder dd 40"),
        ] {
            let html = html(&read(text, Submitted));
            let mut found = String::new();
            let mut rest = html.as_str();
            while let Some((words, behind)) = rest.split_once('<') {
                let (tag, behind) = behind.split_once('>').expect("a tag ends");
                found.push_str(words);
                found.push(' ');
                if matches!(tag, "dt" | "dd") {
                    found.push_str(tag);
                    found.push(' ');
                }
                rest = behind;
            }
            let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(found, expected, "{text}");
        }
    }
}
