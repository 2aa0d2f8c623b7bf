//! Lists of definitions whose groups have no empty line between them. Of `Navn`, `: Ole`, `Alder`,
//! `: 40`, the parser takes `Alder` for more words about `Navn`.

use std::collections::HashMap;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::meant::Placed;

/// Makes a term of its own of the line above a definition, where the parser took it for a part of
/// the definition before it.
pub(super) fn parted(text: &str, events: &mut Vec<Placed<'_>>) {
    let terms = terms(text, events);
    if terms.is_empty() {
        return;
    }
    let mut changed: HashMap<usize, Vec<Event<'_>>> = HashMap::new();
    for term in terms {
        let mut between = vec![];
        if term.is_paragraph {
            changed.insert(term.end - 1, vec![]);
            between.push(Event::End(TagEnd::Paragraph));
        }
        between.push(Event::End(TagEnd::DefinitionListDefinition));
        between.push(Event::Start(Tag::DefinitionListTitle));
        changed.insert(term.line_break, between);
        changed.insert(term.end, vec![Event::End(TagEnd::DefinitionListTitle)]);
    }
    let typed = std::mem::take(events);
    for (at, (event, range)) in typed.into_iter().enumerate() {
        match changed.remove(&at) {
            Some(others) => events.extend(others.into_iter().map(|it| (it, range.clone()))),
            None => events.push((event, range)),
        }
    }
}

/// The last line of a definition, which is a term, by the places of its events.
struct Term {
    line_break: usize,
    /// Where the definition ends.
    end: usize,
    is_paragraph: bool,
}

/// A list that is open.
struct List {
    /// Where the first term stands that was read.
    term: Option<usize>,
    /// How many blocks and marks are open around its definition.
    depth: usize,
    /// Breaks of lines in words that stand in the definition itself, and in its last paragraph.
    breaks: [Option<usize>; 2],
}

fn terms(text: &str, events: &[Placed<'_>]) -> Vec<Term> {
    let mut terms = vec![];
    let mut lists: Vec<List> = vec![];
    let mut depth = 0_usize;
    for (at, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::DefinitionList) => {
                lists.push(List { term: None, depth, breaks: [None, None] });
            }
            Event::End(TagEnd::DefinitionList) => _ = lists.pop(),
            _ => {}
        }
        let list = lists.last_mut();
        match event {
            Event::Start(tag) => {
                if let Some(list) = list {
                    match tag {
                        Tag::DefinitionListTitle => _ = list.term.get_or_insert(range.start),
                        Tag::DefinitionListDefinition => {
                            (list.depth, list.breaks) = (depth, [None, None]);
                        }
                        // What is above another block is not the last line.
                        _ if depth == list.depth + 1 && !is_inline(tag) => {
                            list.breaks = [None, None];
                        }
                        _ => {}
                    }
                }
                depth += 1;
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                if let (TagEnd::DefinitionListDefinition, Some(list)) = (tag, list) {
                    terms.extend(term(text, events, list, at));
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                let inner = list.and_then(|list| {
                    let inside = depth.checked_sub(list.depth + 1)?;
                    list.breaks.get_mut(inside)
                });
                inner.into_iter().for_each(|inner| *inner = Some(at));
            }
            _ => {}
        }
    }
    terms
}

/// The last line of the definition that ends at `end`, if it is a term.
fn term(text: &str, events: &[Placed<'_>], list: &List, end: usize) -> Option<Term> {
    let (next, place) = events.get(end + 1)?;
    if !matches!(next, Event::Start(Tag::DefinitionListDefinition)) {
        return None;
    }
    let is_paragraph = matches!(events[end - 1].0, Event::End(TagEnd::Paragraph));
    let line_break = list.breaks[usize::from(is_paragraph)]?;
    let words = events[line_break + 1].1.start;
    let between = text.get(words..place.start)?.trim_end_matches([' ', '>', '\t', ':']);
    // It begins where the first term does.
    let before = |at: usize| text.get(text[..at].rfind('\n').map_or(0, |at| at + 1)..at);
    let is_term = !between.trim_end_matches(['\n', '\r']).contains('\n')
        && before(words)? == before(list.term?)?;
    is_term.then_some(Term { line_break, end, is_paragraph })
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
