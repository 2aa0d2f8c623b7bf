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

#[cfg(test)]
mod tests {
    use super::*;

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
