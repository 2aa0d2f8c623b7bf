//! One story of about four kilobytes: front matter of plain lines, then text.

use std::fmt::Write;

use super::words::{Dice, TONGUES, Tongue};
use super::{PLACES, Scale, TEAMS, THEMES};

const FORMS: [&str; 5] = ["story", "how", "dilemma", "customer", "after-talk"];

/// How many pieces of code there are, unless each is to be new: people show the same commands.
const SNIPPETS: usize = 60;

/// Bytes of text at which a story ends.
const LENGTH: usize = 3_900;

/// Where the story lies, relative to `content/`, without its ending: `stories/2024/story-00017`.
pub fn name(number: usize, scale: &Scale) -> String {
    format!("stories/{}/story-{number:05}", year(number, scale))
}

/// The file.
pub fn text(number: usize, scale: &Scale) -> String {
    let mut dice = Dice::new(1, number);
    let tongue = TONGUES[dice.below(10) % 3];
    let mut text = front_matter(number, scale, tongue, &mut dice);
    let body_from = text.len();
    let code_at = dice.once_in(8).then(|| dice.below(LENGTH));
    let snippet = if scale.new_code { number } else { dice.below(SNIPPETS) };
    let table_at = dice.once_in(6).then(|| dice.below(LENGTH));
    let list_at = dice.once_in(2).then(|| dice.below(LENGTH));
    let mut pending = [(code_at, Block::Code), (table_at, Block::Table), (list_at, Block::List)];
    while text.len() - body_from < LENGTH {
        let length = text.len() - body_from;
        text.push_str(&tongue.paragraph(&mut dice));
        if dice.once_in(8) {
            let other = name(dice.below(scale.stories), scale);
            let _ = write!(text, " [{}](/{other}.md).", tongue.phrase(&mut dice, 3));
        }
        text.push_str("\n\n");
        if dice.once_in(7) {
            let _ = writeln!(text, "## {}\n", tongue.phrase(&mut dice, 4));
        }
        for (at, block) in &mut pending {
            if at.is_some_and(|at| at <= length) {
                *at = None;
                block.write(&mut text, snippet, tongue, &mut dice);
            }
        }
    }
    text
}

fn front_matter(number: usize, scale: &Scale, tongue: Tongue, dice: &mut Dice) -> String {
    let mut text = String::with_capacity(LENGTH + 1_500);
    let words = 3 + dice.below(6);
    let _ = writeln!(text, "---\ntitle: {} {number}", tongue.phrase(dice, words));
    let person = dice.below(scale.people());
    let _ = writeln!(text, "author: {}", super::person_id(person));
    // A story in a language that the site does not have would be a mistake.
    if TONGUES.iter().take(scale.languages).any(|known| known.code == tongue.code) {
        let _ = writeln!(text, "lang: {}", tongue.code);
    }
    let _ = writeln!(text, "date: {}", date(number, scale));
    let form = if dice.once_in(3) { FORMS[dice.below(FORMS.len())] } else { "story" };
    let _ = writeln!(text, "form: {form}\ntheme: theme-{:02}", dice.below(THEMES));
    if dice.once_in(5) {
        let _ = writeln!(text, "team: team-{:02}", dice.below(TEAMS));
    }
    if dice.once_in(5) {
        let _ = writeln!(text, "location: {}", PLACES[dice.below(PLACES.len())]);
    }
    if dice.once_in(4) {
        let _ = writeln!(text, "quote: {}", tongue.phrase(dice, 8));
    }
    if !dice.once_in(3) {
        let _ = writeln!(text, "summary: {}", tongue.sentence(dice));
    }
    if dice.once_in(10) {
        let _ = writeln!(
            text,
            "outcome:\n  - {{on: 2026-10-{:02}, type: applicant, note: {}}}",
            1 + dice.below(28),
            tongue.phrase(dice, 6).replace(',', ""),
        );
    }
    text.push_str("---\n");
    text
}

/// The newest story has number 0; the others lie behind it, evenly over seven years.
fn days_back(number: usize, scale: &Scale) -> usize {
    number * 2_500 / scale.stories.max(1)
}

fn year(number: usize, scale: &Scale) -> usize {
    2026 - days_back(number, scale) / 365
}

/// Every month has 28 days here, and December none.
fn date(number: usize, scale: &Scale) -> String {
    let day = 364 - days_back(number, scale) % 365;
    format!("{}-{:02}-{:02}", year(number, scale), 1 + day / 34, 1 + day % 28)
}

/// What stands between paragraphs.
#[derive(Clone, Copy)]
enum Block {
    Code,
    Table,
    List,
}

impl Block {
    fn write(self, text: &mut String, snippet: usize, tongue: Tongue, dice: &mut Dice) {
        let word = |dice: &mut Dice| tongue.phrase(dice, 1).to_lowercase();
        match self {
            Block::Code => {
                let dice = &mut Dice::new(5, snippet);
                let tongue = TONGUES[snippet % TONGUES.len()];
                let word = |dice: &mut Dice| tongue.phrase(dice, 1).to_lowercase();
                let _ = writeln!(
                    text,
                    "```rust\n/// {}\nfn step_{snippet}() {{",
                    tongue.sentence(dice)
                );
                for line in 0..4 + dice.below(8) {
                    let (size, label) = (dice.below(10_000), word(dice));
                    let _ =
                        writeln!(text, "    let x{line} = turn(\"{label}\", {size}); // {line}");
                }
                text.push_str("}\n```\n\n");
            }
            Block::Table => {
                let _ = writeln!(text, "| {} | {} | n |\n|---|---|--:|", word(dice), word(dice));
                for _ in 0..3 + dice.below(5) {
                    let phrase = tongue.phrase(dice, 2).replace(',', "");
                    let _ = writeln!(text, "| {phrase} | {} | {} |", word(dice), dice.below(1_000));
                }
                text.push('\n');
            }
            Block::List => {
                for _ in 0..3 + dice.below(5) {
                    let _ = writeln!(text, "- {}", tongue.sentence(dice));
                }
                text.push('\n');
            }
        }
    }
}
