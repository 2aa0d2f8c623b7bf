//! A story that is begun without a name. Of who sent it, nothing is written down; where their own words
//! name them, that is said, for no word is changed.

use std::collections::BTreeSet;

use anyhow::ensure;

use super::author;
use super::received::Received;
use super::wish;
use crate::base::SourcePath;
use crate::cli::project::Project;
use crate::data::answers::Said;
use crate::site::common_words;
use crate::site::name_words::{NameWords, plain};

/// What is said wherever a story is begun without a name.
const OF_GIT: &str = "Git's history names whoever commits this file: the colleague who helps commits it, not the one \
     who tells the story";

/// Whether what was sent says that it is told without a name. What cannot be understood says so, too.
pub(super) fn is_sent(received: &Received) -> bool {
    received.value("anonymous").is_some_and(|said| Said::of(said) != Some(Said::No))
}

/// What is said of a file that is begun without a name, as sentences without a full stop. Its own name
/// must not tell who sent it.
pub(super) fn remarks(
    received: &Received,
    project: &Project,
    path: &SourcePath,
    source: &str,
) -> anyhow::Result<Vec<String>> {
    let sender = Sender::of(received, project);
    ensure!(
        !sender.is_in(path),
        "the file would be named after whoever sent this: add --file NAME, or write another title"
    );
    Ok(sender.told_in(source).into_iter().chain([OF_GIT.to_owned()]).collect())
}

/// Who sent a story, as far as what was sent says it.
struct Sender {
    /// Words of their names that hardly mean anything else.
    words: BTreeSet<String>,
    /// Words of their names that are words of a language as well.
    common: BTreeSet<String>,
    names: Vec<String>,
    mail: Option<String>,
}

impl Sender {
    fn of(received: &Received, project: &Project) -> Sender {
        let sender = received.submission.sender.as_ref();
        let own = sender.and_then(|sender| sender.name.clone()).filter(|name| !name.contains('@'));
        let known = author::known(received, project);
        let written = received.value("author").map(|author| author.replace('-', " "));
        let names = [own, known, written].into_iter().flatten();
        let names = names.map(|name| wish::without(&name)).filter(|name| !name.is_empty());
        let names: Vec<String> = names.collect();
        let all = names.iter().flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
        let all = all.filter(|word| word.chars().count() > 1).map(plain);
        let (common, words) = all.partition(|word| common_words::is_one(word) || word.len() < 3);
        let mail = received.address().map(str::to_lowercase);
        Sender { words, common, names, mail }
    }

    /// Whether a file of this name would tell who sent it.
    fn is_in(&self, path: &SourcePath) -> bool {
        let name = path.file_name();
        let mut words = name.split(|c: char| !c.is_alphanumeric());
        words.any(|word| has(&self.words, &plain(word)))
            || !NameWords::withheld(self.names.iter()).within(name).is_empty()
    }

    /// The lines of a file that name them, or that have a mail address, as a sentence without a full
    /// stop.
    fn told_in(&self, source: &str) -> Option<String> {
        let lines = source.lines().enumerate().filter(|(_, line)| self.names_in(line));
        let lines: Vec<String> = lines.map(|(at, _)| (at + 1).to_string()).collect();
        let (last, before) = lines.split_last()?;
        let which = match before {
            [] => format!("Line {last} has"),
            _ => format!("Lines {} and {last} have", before.join(", ")),
        };
        Some(format!(
            "{which} a name or an email address of whoever sent this: no word was changed, so remove \
             it there"
        ))
    }

    fn names_in(&self, line: &str) -> bool {
        let is_name = |word: &str| {
            let written = plain(word);
            has(&self.words, &written)
                || word.starts_with(char::is_uppercase) && has(&self.common, &written)
        };
        let folded = line.to_lowercase();
        line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).any(is_name)
            || self.mail.as_deref().is_some_and(|mail| folded.contains(mail))
            || line.split_whitespace().any(is_address)
    }
}

/// Whether it is one of the words, or its genitive.
fn has(words: &BTreeSet<String>, written: &str) -> bool {
    let of_genitive = written.strip_suffix('s').is_some_and(|it| words.contains(it));
    words.contains(written) || of_genitive
}

/// Whether it is an address of email: of whoever sent it, where a program cannot know.
fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(before, behind)| {
        before.ends_with(char::is_alphanumeric)
            && behind.starts_with(char::is_alphanumeric)
            && behind.trim_end_matches(|c: char| !c.is_alphanumeric()).contains('.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sender(names: &[&str], words: &[&str], common: &[&str]) -> Sender {
        let all = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect();
        Sender {
            names: names.iter().map(|it| (*it).to_owned()).collect(),
            words: all(words),
            common: all(common),
            mail: Some("bs@sundbro.example".to_owned()),
        }
    }

    #[test]
    fn lines_that_name_whoever_sent_it_are_found() {
        let birthe = sender(&["Birthe Storm"], &["birthe"], &["storm"]);
        for (line, is_told) in [
            ("Kh birthe", true),
            ("Birthes tur", true),
            ("Mvh. B. Storm", true),
            ("Der var storm", false),
            ("Skriv til BS@sundbro.example.", true),
            ("Fra: a.b@example.org", true),
            ("Den koster 4 kr. @ stk.", false),
            ("  - {file: birthe-1.jpg}", true),
            ("Birgit sagde det", false),
        ] {
            assert_eq!(birthe.names_in(line), is_told, "{line}");
        }
        assert_eq!(birthe.told_in("Det var sent.\n"), None);
        let told = birthe.told_in("a\nBirthe\nb\nbirthe\n").unwrap();
        assert!(told.starts_with("Lines 2 and 4 have a name"), "{told}");
    }

    #[test]
    fn a_file_is_not_named_after_whoever_sent_it() {
        let birthe = sender(&["Birthe Storm"], &["birthe"], &["storm"]);
        for (path, is_told) in [
            ("content/stories/2026/birthes-tur.md", true),
            ("content/stories/2026/da-birthe-faldt.md", true),
            ("content/stories/2026/birthe-storm.md", true),
            ("content/stories/2026/storm-i-havnen.md", false),
        ] {
            assert_eq!(birthe.is_in(&SourcePath::new(path).unwrap()), is_told, "{path}");
        }
    }
}
