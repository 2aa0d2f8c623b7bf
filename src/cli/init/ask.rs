//! The questions that are asked on a terminal, one for each answer that no option gave. An empty
//! line leaves a gap.

use std::io::BufRead;

use anyhow::bail;

use super::answers::{Answers, helper, languages, name, phone};
use super::forge::Forge;

pub(super) fn all(
    answers: &mut Answers,
    input: &mut dyn BufRead,
    say: &dyn Fn(&str),
) -> anyhow::Result<()> {
    let mut asker = Asker { input, say };
    asker.one(&mut answers.name, "What is the company called?", name)?;
    let which = "In which languages? da, en, nl; the site's first one first. Enter for en.";
    asker.one(&mut answers.languages, which, languages)?;
    let who = "Who answers colleagues? First and last name. Enter if you do not know yet.";
    asker.one(&mut answers.helper, who, helper)?;
    asker.one(
        &mut answers.phone,
        "At which telephone number? Enter if you do not know yet.",
        phone,
    )?;
    let forge = "Where is its repository? github, gitlab or forgejo. Enter for none.";
    asker.one(&mut answers.forge, forge, Forge::parse)
}

struct Asker<'a> {
    input: &'a mut dyn BufRead,
    say: &'a dyn Fn(&str),
}

impl Asker<'_> {
    /// Asks until the answer can be used.
    fn one<T>(
        &mut self,
        answer: &mut Option<T>,
        question: &str,
        read: fn(&str) -> Result<T, String>,
    ) -> anyhow::Result<()> {
        while answer.is_none() {
            (self.say)(question);
            let mut line = String::new();
            if self.input.read_line(&mut line)? == 0 {
                bail!("the questions were not answered to their end, so nothing was written");
            }
            if line.trim().is_empty() {
                return Ok(());
            }
            match read(&line) {
                Ok(value) => *answer = Some(value),
                Err(why) => (self.say)(&format!("Not quite: {why}.")),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::answers::Languages;
    use super::*;

    #[test]
    fn what_an_option_said_is_not_asked_and_a_wrong_answer_is_asked_again() {
        let mut answers = Answers { name: Some("Nord".to_owned()), ..Answers::default() };
        let said = std::cell::RefCell::new(vec![]);
        let say = |words: &str| said.borrow_mut().push(words.to_owned());
        let mut input = "xx\nda,nl\n\n12 34 56 78\ngitlab\n".as_bytes();
        all(&mut answers, &mut input, &say).expect("all is answered");
        assert_eq!(answers.languages, Some(Languages(vec!["da", "nl"])));
        assert_eq!((answers.helper, answers.phone.as_deref()), (None, Some("12 34 56 78")));
        let said = said.into_inner();
        assert_eq!((said.len(), answers.forge), (6, Some(Forge::Gitlab)), "{said:?}");
        assert!(said[1].starts_with("Not quite: there are no texts"), "{said:?}");
    }

    #[test]
    fn where_nobody_goes_on_answering_nothing_begins() {
        let ended = all(&mut Answers::default(), &mut "Nord\n".as_bytes(), &|_| {});
        assert!(ended.is_err());
    }
}
