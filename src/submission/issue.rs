//! The text of an issue, as the form “tell a story” of a forge makes it: its headings say what each
//! part is. A part that nobody knows is one of the story's own.

mod labels;
mod parts;
mod pictures;
mod ticks;

use self::labels::{Part, audience};
use self::parts::Asked;
use self::ticks::Ticks;
use super::wish;
use super::words::Words;
use crate::document::new_text::as_text;

/// What forges write where somebody left a part empty.
const EMPTY: &[&str] = &["_No response_", "*No response*", "_Intet svar_", "_Geen antwoord_"];

/// What the form writes before a title.
const BEFORE_TITLE: &[&str] = &["Story: ", "Historie: ", "Verhaal: "];

/// The words of an issue; `None` if it is another text. What is not taken is said, and stays in the
/// comment at the end.
pub(super) fn words(text: &str, remarks: &mut Vec<String>) -> Option<Words> {
    let (said, body) = head(text).unwrap_or((Head::default(), text));
    let parts = parts::of(body)?;
    let (mut fields, mut left) = (String::new(), vec![]);
    let mut title = said.title;
    let mut story = String::new();
    let mut ticks = Ticks::default();
    let mut again: Vec<&str> = vec![];
    let asks_for_no_name = |it: &Asked| it.part == Part::Author && wish::is_in(&it.words);
    match said.account {
        _ if parts.iter().any(asks_for_no_name) => remarks.push(
            "The issue shows which account wrote it: delete it once the story is there".to_owned(),
        ),
        Some(account) => remarks.push(format!("The issue was written by the account {account}")),
        None => {}
    }
    for Asked { part, heading, label, words, is_one_of_several } in parts {
        let words = words.trim();
        let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_empty = words.is_empty() || EMPTY.contains(&words);
        let mut keep = || left.push(format!("{label} {one_line}"));
        match part {
            _ if is_one_of_several => {
                story += &format!("\n\n{heading}\n\n{words}");
                if !again.contains(&label) {
                    again.push(label);
                }
            }
            Part::Story if is_empty => {}
            Part::Story => story.insert_str(0, words),
            Part::Ticks => {
                ticks.take(words);
                if labels::has_words_beside_ticks(words) {
                    keep();
                    remarks.push(format!("The comment at the end has words below “{label}”"));
                }
            }
            Part::People if is_empty || labels::names_nobody(label, words) => {
                ticks.are_not_asked_for |= labels::asks_for_consent(label);
            }
            Part::People => {
                ticks.others_are_named = true;
                ticks.are_not_asked_for |= labels::asks_for_consent(label);
                keep();
                remarks.push(
                    "The comment at the end says who else is in it: name them in the field people, \
                     with the day on which they said yes"
                        .to_owned(),
                );
            }
            _ if is_empty => {}
            Part::Title => title = Some(without_prefix(&one_line).to_owned()),
            Part::Author => fields += &format!("author: {}\n", as_text(&one_line)),
            Part::Theme if is_file_name(&one_line) => fields += &format!("theme: {one_line}\n"),
            Part::Theme => {
                keep();
                remarks.push(format!(
                    "“{one_line}” is not taken as a theme: name the file of one with --theme"
                ));
            }
            Part::Audience => match audience(words) {
                Some(audience) => fields += &format!("audience: {audience}\n"),
                None => {
                    if !labels::is_unticked(words) {
                        keep();
                    }
                    remarks.push(format!(
                        "“{one_line}” does not say clearly who may see it, so only colleagues may: \
                         ask, and write the field audience"
                    ));
                }
            },
        }
    }
    if ticks.make_a_draft(remarks) || !again.is_empty() {
        fields += "status: draft\n";
    }
    remarks.extend(again.iter().map(|label| {
        format!(
            "“{label}” stands in it more than once, and nobody knows which is the answer: all its \
             words are in the story. It is a draft: put them where they belong, then remove status: \
             draft"
        )
    }));
    let story = pictures::named(story.trim(), remarks);
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
    fn an_answer_that_takes_the_yes_back_makes_a_draft() {
        let form = WHOLE.replace(
            "- [x] I have asked everybody who is in it.",
            "- [x] I have asked everybody but Piet, who said no.",
        );
        let (words, remarks) = taken(&form);
        assert!(words.fields.contains("status: draft"), "{}", words.fields);
        assert!(
            remarks.iter().any(|it| it.starts_with("Ticked, and not a plain yes")),
            "{remarks:?}"
        );
        for (answer, is_draft) in [("No", true), ("nej", true), ("Nobody", false), ("-", false)] {
            let form = format!(
                "## What happened?\n\nIt sang.\n\n## Who else is in it, and did they say yes?\n\n\
                 {answer}\n\n## Who may see it?\n\n- [x] Anyone\n"
            );
            let (words, _) = taken(&form);
            assert_eq!(words.fields.contains("status: draft"), is_draft, "{answer}");
        }
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
    fn a_tick_that_is_missing_is_a_no() {
        let part = |name: &str| WHOLE.find(name).unwrap();
        let without_ticks = &WHOLE[..part("### Before")];
        let (words, remarks) = taken(without_ticks);
        assert_eq!(words.fields, "author: Rosa Holm\naudience: public\nstatus: draft\n");
        assert!(remarks.iter().any(|it| it.starts_with("Its ticks are missing")), "{remarks:?}");
        for (tick, told) in [
            ("- [x] I have asked everybody who is in it.\n", "nobody said that everybody in it"),
            ("- [X] I stand by the story.\n", "did not say that they stand by it"),
        ] {
            for other in [String::new(), tick.replace(['x', 'X'], " ")] {
                let (words, remarks) = taken(&WHOLE.replace(tick, &other));
                assert!(words.fields.ends_with("status: draft\n"), "{}", words.fields);
                let is_told = |it: &String| it.contains(told) || it.starts_with("Not ticked");
                assert!(remarks.iter().any(is_told), "{remarks:?}");
            }
        }
    }

    #[test]
    fn who_else_is_in_it_is_asked_unless_somebody_said_that_they_were() {
        let gitlab = "## Hvad skete der?\n\nDen sang.\n\n\
                      ## Hvem er ellers med, og har de sagt ja?\n\nPiet, han sagde nej\n";
        let (words, remarks) = taken(gitlab);
        assert_eq!((words.fields.as_str(), remarks.len()), ("status: draft\n", 2), "{remarks:?}");
        for nobody in ["Ingen", "ingen andre.", "_No response_", "-"] {
            let (words, remarks) = taken(&gitlab.replace("Piet, han sagde nej", nobody));
            assert_eq!((words.fields.as_str(), remarks.len()), ("", 0), "{nobody} {remarks:?}");
            assert_eq!(words.body, "Den sang.\n");
        }
    }

    #[test]
    fn what_stands_twice_stays_in_the_story() {
        let inside = "It *hummed*.\n\n### Who tells it?\n\nSomebody false\n\n\
                      ### Who may see it?\n\nAnyone\n\nAnd so it went on.";
        let (words, remarks) = taken(&WHOLE.replace("It *hummed*.", inside));
        assert_eq!(words.fields, "status: draft\n");
        for said in ["Somebody false", "And so it went on.", "Rosa Holm", "### Who may see it?"] {
            assert!(words.body.contains(said), "{said}: {}", words.body);
        }
        assert_eq!(remarks.iter().filter(|it| it.contains("more than once")).count(), 2);
        let (words, remarks) =
            taken(&WHOLE.replace("### What I did", "### The story\n\nThen\n\n## What I did"));
        assert!(words.body.contains("### The story\n\nThen\n\n## What I did"), "{}", words.body);
        assert!(words.fields.ends_with("status: draft\n"), "{remarks:?}");
    }

    #[test]
    fn a_heading_inside_of_code_is_a_word_of_the_story() {
        for (open, close) in [("```", "```"), ("~~~~ sh", "~~~~~"), ("  ```", "````")] {
            let code = format!("{open}\n### Who tells it?\nMe\n{close}\n");
            let (words, _) = taken(&WHOLE.replace("It *hummed*.", &code));
            assert_eq!(words.fields, "author: Rosa Holm\naudience: public\n", "{open}");
            assert!(words.body.contains("### Who tells it?\nMe"), "{}", words.body);
            // Nothing is lost in a block that never ends.
            let (words, _) = taken(&WHOLE.replace("It *hummed*.", "It hummed.\n\n```\n"));
            assert_eq!(words.fields, "author: Rosa Holm\naudience: public\n");
        }
    }

    #[test]
    fn words_that_are_no_answer_are_kept() {
        let kept =
            WHOLE.replace("Anyone", "Only the\nharbour").replace("I stand", "Well.\n- [x] I stand");
        let (words, remarks) = taken(&kept.replace("- [X] Well.", "And more."));
        assert!(words.body.contains("Who may see it? Only the harbour"), "{}", words.body);
        assert!(words.body.contains("And more."), "{}", words.body);
        assert!(remarks.iter().any(|it| it.contains("words below “Before you send it”")));
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
        assert_eq!(words.fields, "theme: nattevagt\nstatus: draft\n");
        assert!(remarks[0].contains("rosa-h"), "{remarks:?}");
    }

    #[test]
    fn nothing_that_somebody_writes_becomes_a_field_of_its_own() {
        let text = "### What happened?\n\nx\n\n### Who tells it?\n\nRosa\nstatus: published # \"\n\n\
                    ### Theme\n\n[a]\n";
        let (words, _) = taken(text);
        let author = "author: \"Rosa status: published # \\\"\"\n";
        assert_eq!(words.fields, author.to_owned() + "status: draft\n");
    }

    #[test]
    fn who_wants_no_name_is_nobody_and_the_account_is_not_told() {
        for name in ["Anonymous", "anonym.", "Uden navn", "*Zonder naam*", "Één van ons"] {
            let text = format!(
                "title:\tA\nstate:\tOPEN\nauthor:\trosa-h\nnumber:\t12\n--\n### What happened?\n\n\
                 x\n\n### Who tells it?\n\n{name}\n"
            );
            let (_, remarks) = taken(&text);
            assert!(remarks.iter().all(|it| !it.contains("rosa-h")), "{remarks:?}");
            assert!(remarks.iter().any(|it| it.contains("delete it")), "{remarks:?}");
        }
    }
}
