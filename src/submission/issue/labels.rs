//! The headings and answers of the form “tell a story”, in the languages that it has
//! (`starter/forge/words/`), and those that people give a form of their own.

/// What a part of the form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Story,
    Author,
    People,
    Audience,
    Theme,
    Ticks,
}

const LABELS: &[(Part, &[&str])] = &[
    (Part::Title, &["title", "headline", "titel", "overskrift", "kop"]),
    (
        Part::Story,
        &[
            "what happened",
            "the story",
            "your story",
            "story",
            "hvad skete der",
            "historien",
            "din historie",
            "historie",
            "wat gebeurde er",
            "wat is er gebeurd",
            "het verhaal",
            "je verhaal",
            "verhaal",
        ],
    ),
    (
        Part::Author,
        &[
            "who tells it",
            "your name",
            "author",
            "hvem fortæller den",
            "hvem fortæller",
            "dit navn",
            "forfatter",
            "wie vertelt het",
            "je naam",
            "auteur",
        ],
    ),
    (
        Part::People,
        &[
            "who else is in it",
            "who else is in it and did they say yes",
            "hvem er ellers med",
            "hvem er ellers med og har de sagt ja",
            "wie komt er nog meer in voor",
            "wie komt er nog meer in voor en zeiden ze ja",
        ],
    ),
    (Part::Audience, &["who may see it", "hvem må se den", "wie mag het zien"]),
    (Part::Theme, &["theme", "tema", "thema"]),
    (Part::Ticks, &["before you send it", "før du sender", "voordat je het verstuurt"]),
];

const AUDIENCES: &[(&str, &[&str])] = &[
    ("internal", &["only colleagues", "kun kolleger", "alleen collega's"]),
    (
        "shareable",
        &[
            "colleagues may retell it outside",
            "kolleger må fortælle den videre",
            "collega's mogen het navertellen",
        ],
    ),
    ("public", &["anyone", "alle", "iedereen"]),
];

/// With what a tick begins that says that the others in the story agreed.
const CONSENT: &[&str] = &["i have asked", "jeg har spurgt", "ik heb het gevraagd"];

/// With what a tick begins that says that whoever tells it stands by it.
const STANDS: &[&str] = &["i stand by", "jeg kan stå ved", "jeg står ved", "ik sta achter"];

/// With what a question ends that asks for names and for what these people said.
const THEIR_CONSENT: &[&str] = &["did they say yes", "har de sagt ja", "zeiden ze ja"];

/// Answers to who else is in it that name nobody.
const NOBODY: &[&str] = &[
    "-",
    "–",
    "nobody",
    "nobody else",
    "no one",
    "no one else",
    "none",
    "no",
    "ingen",
    "ingen andre",
    "nej",
    "niemand",
    "niemand anders",
    "geen",
    "nee",
];

impl Part {
    pub(super) fn of(label: &str) -> Option<Part> {
        let label = plain(label);
        let known = LABELS.iter().find(|(_, labels)| labels.contains(&&*label));
        known.map(|(part, _)| *part)
    }
}

/// Who may see it: the answer, or the one that is ticked. Two answers are none, and neither is one with
/// words beside it.
pub(super) fn audience(words: &str) -> Option<&'static str> {
    let ticks: Vec<(bool, &str)> = words.lines().filter_map(tick).collect();
    let answers: Vec<&str> = match ticks.is_empty() {
        true => vec![words],
        false if has_words_beside_ticks(words) => return None,
        false => ticks.into_iter().filter(|(is_ticked, _)| *is_ticked).map(|it| it.1).collect(),
    };
    let [answer] = answers[..] else { return None };
    let answer = plain(answer);
    let known = AUDIENCES.iter().find(|(_, answers)| answers.contains(&&*answer));
    known.map(|(audience, _)| *audience)
}

pub(super) fn is_consent(label: &str) -> bool {
    let label = plain(label);
    CONSENT.iter().any(|begin| label.starts_with(begin))
}

pub(super) fn stands_by(label: &str) -> bool {
    let label = plain(label);
    STANDS.iter().any(|begin| label.starts_with(begin))
}

/// Whether a question asks for names and for what these people said.
pub(super) fn asks_for_consent(label: &str) -> bool {
    let label = plain(label);
    THEIR_CONSENT.iter().any(|end| label.ends_with(end))
}

/// Whether the answer to a question says that nobody else is in the story. To one that also asks whether
/// they said yes, a mere no may mean that they did not.
pub(super) fn names_nobody(label: &str, answer: &str) -> bool {
    let answer = plain(answer);
    let answer = answer.trim_end_matches('!');
    let is_mere_no = ["no", "nej", "nee"].contains(&answer);
    NOBODY.contains(&answer) && !(is_mere_no && asks_for_consent(label))
}

/// Whether there are ticks of which none is set, and nothing else.
pub(super) fn is_unticked(words: &str) -> bool {
    let mut ticks = words.lines().filter_map(tick);
    !has_words_beside_ticks(words) && ticks.all(|(is_ticked, _)| !is_ticked)
}

/// Whether other lines stand beside ticks; comments of a form are none.
pub(super) fn has_words_beside_ticks(words: &str) -> bool {
    let is_comment = |line: &str| line.starts_with("<!--") && line.ends_with("-->");
    let mut lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.any(|line| tick(line).is_none() && !is_comment(line))
}

/// Whether a line is ticked, and what stands behind its box.
pub(super) fn tick(line: &str) -> Option<(bool, &str)> {
    let rest = line.trim().strip_prefix(['-', '*', '+'])?.trim_start();
    let (mark, label) = rest.strip_prefix('[')?.split_once(']')?;
    match mark {
        "x" | "X" => Some((true, label.trim())),
        "" | " " => Some((false, label.trim())),
        _ => None,
    }
}

/// A label without what people and forges change in it.
fn plain(label: &str) -> String {
    let label = label.to_lowercase().replace(['’', '‘'], "'").replace([',', '?', ':', '*'], "");
    label.trim().trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The forms that `storywall init --forge` writes, so that none of them says what is not known here.
    const FORMS: [(&str, &str); 3] = [
        (
            include_str!("../../../starter/forge/words/en/story.yml"),
            include_str!("../../../starter/forge/words/en/story.md"),
        ),
        (
            include_str!("../../../starter/forge/words/da/story.yml"),
            include_str!("../../../starter/forge/words/da/story.md"),
        ),
        (
            include_str!("../../../starter/forge/words/nl/story.yml"),
            include_str!("../../../starter/forge/words/nl/story.md"),
        ),
    ];

    #[test]
    fn every_label_and_answer_of_the_forms_is_known() {
        for (form, template) in FORMS {
            let labels = form.lines().filter_map(|line| line.strip_prefix("      label: "));
            let parts: Vec<Option<Part>> = labels.map(Part::of).collect();
            assert_eq!(parts.len(), 5, "{form}");
            assert!(parts.iter().all(Option::is_some), "{form}: {parts:?}");
            let headings = template.lines().filter_map(|line| line.strip_prefix("## "));
            headings.for_each(|it| assert!(Part::of(it).is_some(), "{it}"));
            let answers = form.lines().filter_map(|line| line.strip_prefix("        - "));
            let (ticks, answers): (Vec<&str>, Vec<&str>) =
                answers.partition(|answer| answer.starts_with("label: "));
            let found: Vec<_> = answers.iter().filter_map(|answer| audience(answer)).collect();
            assert_eq!(found, ["internal", "shareable", "public"], "{form}");
            let consent = ticks.iter().filter_map(|tick| tick.strip_prefix("label: "));
            assert_eq!(consent.filter(|label| is_consent(label)).count(), 1, "{form}");
            let stands = ticks.iter().filter_map(|tick| tick.strip_prefix("label: "));
            assert_eq!(stands.filter(|label| stands_by(label)).count(), 1, "{form}");
            let mut headings = template.lines().filter_map(|line| line.strip_prefix("## "));
            assert!(headings.any(asks_for_consent), "{template}");
            let ticks = template.lines().filter_map(tick);
            assert!(ticks.map(|(_, label)| audience(label)).all(|it| it.is_some()), "{template}");
        }
    }
}
