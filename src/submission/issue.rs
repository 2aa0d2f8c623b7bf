//! The text of an issue, as the form “tell a story” of a forge makes it: its headings say what each
//! part is. A part that nobody knows is one of the story's own.

mod labels;
mod pictures;

use self::labels::{Part, audience, is_consent};
use super::words::Words;
use crate::document::new_text::as_text;

/// What forges write where somebody left a part empty.
const EMPTY: &[&str] = &["_No response_", "*No response*", "_Intet svar_", "_Geen antwoord_"];

/// What the form writes before a title.
const BEFORE_TITLE: &[&str] = &["Story: ", "Historie: ", "Verhaal: "];

/// The words of an issue; `None` if it is another text. What is not taken is said.
pub(super) fn words(text: &str, remarks: &mut Vec<String>) -> Option<Words> {
    let (said, body) = head(text).unwrap_or((Head::default(), text));
    let parts = parts(body)?;
    let mut fields = String::new();
    let mut left = vec![];
    let mut title = said.title;
    let mut story = String::new();
    let is_nameless =
        parts.iter().any(|(part, _, words)| *part == Part::Author && labels::is_nameless(words));
    match said.account {
        _ if is_nameless => remarks.push(
            "The issue shows which account wrote it: delete it once the story is there".to_owned(),
        ),
        Some(account) => remarks.push(format!("The issue was written by the account {account}")),
        None => {}
    }
    for (part, label, words) in parts {
        let words = words.trim();
        let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match part {
            _ if words.is_empty() || EMPTY.contains(&words) => {}
            Part::Story => story = pictures::named(words, remarks),
            Part::Title => title = Some(without_prefix(&one_line).to_owned()),
            Part::Author if is_nameless => fields += "anonymous: yes\n",
            Part::Author => fields += &format!("author: {}\n", as_text(&one_line)),
            Part::Theme if is_file_name(&one_line) => fields += &format!("theme: {one_line}\n"),
            Part::Theme => remarks.push(format!(
                "“{one_line}” is not taken as a theme: name the file of one with --theme"
            )),
            Part::Audience => match audience(words) {
                Some(audience) => fields += &format!("audience: {audience}\n"),
                None => remarks.push(format!(
                    "“{one_line}” does not say clearly who may see it, so only colleagues may: ask, \
                     and write the field audience"
                )),
            },
            Part::People => {
                left.push(format!("{label} {one_line}"));
                remarks.push(
                    "The comment at the end says who else is in it: name them in the field people, \
                     with the day on which they said yes"
                        .to_owned(),
                );
            }
            Part::Ticks => fields += &ticks(words, remarks),
        }
    }
    let comments = left.iter().map(|words| format!("\n<!-- {} -->\n", commented(words)));
    let body = if story.is_empty() { story } else { format!("{}\n", story.trim_end()) };
    let body = if body.is_empty() { body } else { body + &comments.collect::<String>() };
    let titled = title.as_ref().map(|title| format!("# {title}\n\n")).unwrap_or_default();
    Some(Words { fields, title, titled, body })
}

/// What `gh issue view` writes above the text.
#[derive(Default)]
struct Head {
    title: Option<String>,
    account: Option<String>,
}

fn head(text: &str) -> Option<(Head, &str)> {
    let (head, body) = text.split_once("\n--\n").filter(|_| begins_with_head(text))?;
    let value = |name: &str| {
        let line = head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(":\t"))?;
        Some(line.trim()).filter(|value| !value.is_empty())
    };
    let title = value("title").map(|title| without_prefix(title).to_owned());
    Some((Head { title, account: value("author").map(str::to_owned) }, body))
}

/// Whether it is what `gh issue view` writes.
fn begins_with_head(text: &str) -> bool {
    let is_head = |line: &str| line.split_once(":\t").is_some() || line.ends_with(':');
    text.starts_with("title:\t")
        && text.lines().take(20).take_while(|line| is_head(line)).count() > 3
        && text.lines().take(20).any(|line| line.trim_end() == "--")
}

/// The parts of the form, each with its heading and its words. Two headings must be known: one alone
/// may be a story's own.
fn parts(text: &str) -> Option<Vec<(Part, &str, String)>> {
    let mut parts: Vec<(Part, &str, String)> = vec![];
    for line in without_comments(text).lines() {
        let label = line.strip_prefix("### ").or(line.strip_prefix("## "));
        let known = label.and_then(|label| Some((Part::of(label)?, label)));
        // Nothing of a form stands twice: what does is a heading of the story.
        let known = known.filter(|(part, _)| parts.iter().all(|(other, ..)| other != part));
        match (known, parts.last_mut()) {
            (Some((part, label)), _) => parts.push((part, label.trim(), String::new())),
            // GitLab obeys it where it stands alone.
            (None, Some(_)) if line.starts_with("/label ") => {}
            (None, Some((_, _, words))) => {
                words.push_str(line);
                words.push('\n');
            }
            (None, None) if line.trim().is_empty() => {}
            (None, None) => return None,
        }
    }
    let has_story = parts.iter().any(|(part, ..)| *part == Part::Story);
    (has_story && parts.len() > 1).then_some(parts)
}

/// The text behind the comments with which the form begins.
fn without_comments(text: &str) -> &str {
    let mut text = text.trim_start();
    while let Some((_, behind)) = text.strip_prefix("<!--").and_then(|it| it.split_once("-->")) {
        text = behind.trim_start();
    }
    text
}

/// What the ticks say. A story of which nobody said that the others agreed waits as a draft.
fn ticks(words: &str, remarks: &mut Vec<String>) -> String {
    let mut fields = "";
    for (is_ticked, label) in words.lines().filter_map(labels::tick) {
        let label = label.trim_end_matches('.');
        match (is_ticked, is_consent(label)) {
            (true, _) => {}
            (false, true) => {
                fields = "status: draft\n";
                remarks.push(format!(
                    "Not ticked: “{label}”. It is a draft until everybody in it has said yes: ask, \
                     then remove status: draft"
                ));
            }
            (false, false) => remarks.push(format!("Not ticked: “{label}”")),
        }
    }
    fields.to_owned()
}

fn without_prefix(title: &str) -> &str {
    let title = title.trim();
    BEFORE_TITLE.iter().find_map(|prefix| title.strip_prefix(prefix)).unwrap_or(title).trim()
}

fn is_file_name(words: &str) -> bool {
    words.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Words inside a comment: two hyphens would end it.
fn commented(words: &str) -> String {
    words.replace("--", "- -").replace('>', "›")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(text: &str) -> (Words, Vec<String>) {
        let mut remarks = vec![];
        (words(text, &mut remarks).expect("an issue"), remarks)
    }

    const WHOLE: &str = "### Title\n\nStory: Pump four\n\n### What happened?\n\nIt *hummed*.\n\n\
        ### What I did\n\nI listened.\n\n### Who tells it?\n\nRosa Holm\n\n\
        ### Who else is in it?\n\nBo -- he said yes\n\n### Who may see it?\n\nAnyone\n\n\
        ### Before you send it\n\n- [x] I have asked everybody who is in it.\n- [X] I stand by the story.\n";

    #[test]
    fn a_form_that_is_filled_in_is_a_story_and_no_word_is_lost() {
        let (words, remarks) = taken(WHOLE);
        assert_eq!(words.title.as_deref(), Some("Pump four"));
        assert_eq!(words.fields, "author: Rosa Holm\naudience: public\n");
        assert_eq!(
            words.body,
            "It *hummed*.\n\n### What I did\n\nI listened.\n\n\
             <!-- Who else is in it? Bo - - he said yes -->\n"
        );
        assert_eq!(remarks.len(), 1, "{remarks:?}");
    }

    #[test]
    fn what_is_left_empty_is_nothing_and_a_yes_that_is_missing_makes_a_draft() {
        let text = "### Hvad skete der?\n\nDen stod stille.\n\n### Hvem er ellers med?\n\n\
                    _No response_\n\n### Hvem må se den?\n\n_No response_\n\n### Før du sender\n\n\
                    - [ ] Jeg har spurgt alle, der er med.\n- [ ] Jeg kan stå ved historien.\n";
        let (words, remarks) = taken(text);
        assert_eq!((words.fields.as_str(), words.title), ("status: draft\n", None));
        assert_eq!(words.body, "Den stod stille.\n");
        assert_eq!(remarks.len(), 2, "{remarks:?}");
    }

    #[test]
    fn a_template_of_gitlab_is_read_too() {
        let text = "<!-- Drie regels zijn genoeg. -->\n\n## Wat gebeurde er?\n\nHij zong.\n\n\
                    ## Wie komt er nog meer in voor, en zeiden ze ja?\n\n\n## Wie mag het zien?\n\n\
                    - [ ] Alleen collega's\n- [x] Collega's mogen het navertellen\n- [ ] Iedereen\n\n\
                    /label ~story\n";
        let (words, remarks) = taken(text);
        assert_eq!((words.fields.as_str(), remarks.len()), ("audience: shareable\n", 0));
        assert_eq!(words.body, "Hij zong.\n");
        // Two answers are none.
        let (words, remarks) = taken(&text.replace("[ ] Iedereen", "[x] Iedereen"));
        assert_eq!((words.fields.as_str(), remarks.len()), ("", 1));
    }

    #[test]
    fn another_text_is_no_issue() {
        for text in [
            "## What happened?\n\nIt hummed.\n",
            "It hummed.\n\n### What happened?\n\nx\n\n### Who may see it?\n\nAnyone\n",
            "### Who may see it?\n\nAnyone\n\n### Theme\n\nnight\n",
            "title:\tA\nIt hummed.\n",
        ] {
            assert_eq!(words(text, &mut vec![]), None, "{text}");
        }
    }

    #[test]
    fn what_gh_writes_above_it_says_the_title_and_the_account() {
        let text = "title:\tHistorie: Pumpe fire\nstate:\tOPEN\nauthor:\trosa-h\nlabels:\tstory\n\
                    comments:\t0\nmilestone:\t\nnumber:\t12\n--\n### Hvad skete der?\n\nDen sang.\n\n\
                    ### Tema\n\nnattevagt\n";
        assert!(begins_with_head(text));
        let (words, remarks) = taken(text);
        assert_eq!(words.title.as_deref(), Some("Pumpe fire"));
        assert_eq!(words.fields, "theme: nattevagt\n");
        assert!(remarks[0].contains("rosa-h"), "{remarks:?}");
    }

    #[test]
    fn who_wants_no_name_is_nobody_and_the_account_is_not_told() {
        for name in ["Anonymous", "anonym.", "Uden navn", "*Zonder naam*", "Één van ons"] {
            let text = format!(
                "title:\tA\nstate:\tOPEN\nauthor:\trosa-h\nnumber:\t12\n--\n### What happened?\n\n\
                 x\n\n### Who tells it?\n\n{name}\n"
            );
            let (words, remarks) = taken(&text);
            assert_eq!(words.fields, "anonymous: yes\n", "{name}");
            assert!(remarks.len() == 1 && !remarks[0].contains("rosa-h"), "{remarks:?}");
        }
        let (words, _) = taken("### What happened?\n\nx\n\n### Who tells it?\n\nAnonymus Bosch\n");
        assert_eq!(words.fields, "author: Anonymus Bosch\n");
    }

    #[test]
    fn nothing_that_somebody_writes_becomes_a_field_of_its_own() {
        let text = "### What happened?\n\nx\n\n### Who tells it?\n\nRosa\nstatus: published # \"\n\n\
                    ### Theme\n\n[a]\n";
        let (words, _) = taken(text);
        assert_eq!(words.fields, "author: \"Rosa status: published # \\\"\"\n");
    }
}
