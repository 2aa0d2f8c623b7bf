//! Messages of a chat, as telephones export them: each begins with its day and time.

/// Marks of direction that nobody sees, which telephones put before a message.
const MARKS: [char; 3] = ['\u{200E}', '\u{200F}', '\u{61C}'];

/// Whether a line begins as a message does: `[21.11.2026, 07.12.33] Anna: …`,
/// `21/11/2026, 07:12 - Anna: …`, `[07:12, 21/11/2026] Anna: …`.
pub(crate) fn begins_message(line: &str) -> bool {
    /// Day, month, year, hour and minute.
    const FEWEST_NUMBERS: usize = 5;
    let line = line.trim_start_matches(|c: char| MARKS.contains(&c) || c.is_whitespace());
    let parts = match line.strip_prefix('[') {
        Some(inside) => inside.split_once(']'),
        None => line.split_once(" - "),
    };
    let Some((stamp, behind)) = parts else { return false };
    let is_part = |c: char| {
        c.is_ascii_digit() || c.is_whitespace() || ".,:/-".contains(c) || "AaPpMm".contains(c)
    };
    let numbers = stamp.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty());
    stamp.starts_with(|c: char| c.is_ascii_digit())
        && stamp.chars().all(is_part)
        && numbers.count() >= FEWEST_NUMBERS
        && !behind.trim().is_empty()
}

/// Whether a line is what Teams writes above a message: `[10:14] Anne Bech`, `Anne Bech 10:14`.
pub(crate) fn is_sender(line: &str) -> bool {
    let line = line.trim();
    if line.starts_with('[') {
        return has_time(line).is_some_and(is_name);
    }
    let Some((name, time)) = line.rsplit_once(' ') else { return false };
    is_time(time) && is_name(name.trim_end_matches(','))
}

/// What stands behind a time in brackets with which a line begins: `[10:14] Anne: Hej`,
/// `[maandag 10:14] Anne`.
pub(crate) fn has_time(line: &str) -> Option<&str> {
    const LONGEST: usize = 32;
    let (stamp, behind) = line.trim_start().strip_prefix('[')?.split_once("] ")?;
    let is_one =
        stamp.len() <= LONGEST && stamp.split_whitespace().next_back().is_some_and(is_time);
    is_one.then(|| behind.trim()).filter(|behind| !behind.is_empty())
}

fn is_time(word: &str) -> bool {
    let parts: Vec<&str> = word.split([':', '.']).collect();
    let is_number = |it: &&str| matches!(it.len(), 1 | 2) && it.bytes().all(|b| b.is_ascii_digit());
    matches!(parts.len(), 2 | 3) && parts[1].len() == 2 && parts.iter().all(is_number)
}

/// Whether these words may be the name of somebody: one to four, in capitals but `van der`.
fn is_name(words: &str) -> bool {
    const NO_NAMES: [&str; 7] = ["Kl", "Klokken", "Om", "At", "Dag", "Vers", "Kapitel"];
    let count = words.split_whitespace().count();
    let is_part = |word: &str| {
        word.chars().all(|c| c.is_alphabetic() || "-’'.".contains(c))
            && !NO_NAMES.contains(&word.trim_end_matches('.'))
    };
    let mut first_and_last = [words.split(' ').next(), words.split(' ').next_back()].into_iter();
    (1..=4).contains(&count)
        && words.split_whitespace().all(is_part)
        && first_and_last.all(|it| it.is_some_and(|it| it.starts_with(char::is_uppercase)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_wrote_a_message_is_known_by_the_time_beside_the_name() {
        for line in [
            "[10:14] Anne Bech",
            "[12.11.2026 10.14] Anne",
            "[maandag 10:14] Anne van der Berg",
            "Anne Bech 10:14",
            "Anne Bech, 10:14",
        ] {
            assert!(is_sender(line), "{line}");
        }
        for line in [
            "Kl. 10:14",
            "Vi ses 10:14",
            "[10] Anne",
            "[10:14] så kom hun",
            "Matthæus 5",
            "10:14",
            "[10:14]",
        ] {
            assert!(!is_sender(line), "{line}");
        }
    }

    #[test]
    fn messages_are_known_by_their_day_and_time() {
        for line in [
            "[21.11.2026, 07.12.33] Anna: Er du der?",
            "\u{200E}[21.11.2026, 07.12.33] Anna: billede udeladt",
            "21/11/2026, 07:12 - Anna: Hej",
            "21.11.2026 07.12 - Anna: Hej",
            "11/21/26, 7:12\u{202F}PM - Anna: Hi",
            "[07:12, 21/11/2026] Anna: Hoi",
            "[2026-11-21 07:12] Anna Bech",
        ] {
            assert!(begins_message(line), "{line}");
        }
        for line in [
            "21.11.2026 mødtes vi",
            "[1] Anna",
            "12:30 - Lunch",
            "12.30-13.00 Frokost",
            "+45 12 34 56 78 - Anna",
            "[12345678] a",
            "",
        ] {
            assert!(!begins_message(line), "{line}");
        }
    }
}
