//! Which ends of lines somebody typed, and which a mail program put where a line grew too long.

use crate::base::chat::begins_message;

/// What is known of the ends of lines in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum LineEnds {
    /// All of them were typed.
    Typed,
    /// Some may have been put by a program.
    Guessed,
}

/// Mail programs break lines at 72 to 80 characters.
const LONGEST_BROKEN: usize = 80;
const SHORTEST_BROKEN: usize = 60;

impl LineEnds {
    /// How long lines may become where they were broken by a program; `None` if none was.
    pub(super) fn width(self, text: &str) -> Option<usize> {
        let longest = text.lines().map(|line| line.trim_end().chars().count()).max().unwrap_or(0);
        let is_broken = self == LineEnds::Guessed && longest <= LONGEST_BROKEN;
        is_broken.then_some(longest.max(SHORTEST_BROKEN))
    }
}

/// Whether the end between two lines was typed: a program would have put the first word of the next
/// line at the end of this one.
pub(super) fn is_typed(line: &str, next: &str, width: Option<usize>) -> bool {
    let Some(width) = width else { return true };
    if begins_message(next) {
        return true;
    }
    let word = next.split_whitespace().next().unwrap_or_default();
    line.trim_end().chars().count() + 1 + word.chars().count() <= width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_had_room_for_the_next_word_was_ended_by_hand() {
        let wrapped = "It was ten to eight and the end of my watch, and behind the funnel it\nbecame light.\nI took three.";
        let width = LineEnds::Guessed.width(wrapped);
        let lines: Vec<&str> = wrapped.lines().collect();
        assert!(!is_typed(lines[0], lines[1], width));
        assert!(is_typed(lines[1], lines[2], width));
        assert_eq!(LineEnds::Guessed.width(&"a ".repeat(60)), None);
        assert_eq!(LineEnds::Typed.width(wrapped), None);
    }
}
