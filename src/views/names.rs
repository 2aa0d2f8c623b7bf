//! Several people in one phrase: "Lars de Wit, Ali Bektas and two others".

use super::scene::{Face, Scene};
use crate::document::kinds::Story;
use crate::language::Arg;
use crate::site::consent::{may_be_named, person};
use crate::site::name_core::core;

/// How many authors of a story are thanked by name.
const MOST: usize = 8;

impl Scene<'_> {
    /// “Thank you, Jonas and Mette.”: a story's authors by their first names, as far as they may be
    /// named.
    pub(crate) fn thanks(&self, story: &Story) -> String {
        let mut faces = self.named_tellers(story);
        if faces.is_empty() {
            return self.text("thanks-all");
        }
        for face in &mut faces {
            let name = core(&face.name).unwrap_or_else(|| face.name.clone());
            face.name = name.split_whitespace().next().unwrap_or_default().to_owned();
        }
        let names = self.names(&faces, 0);
        self.text_with("thanks-by-name", &[("names", Arg::Text(&names))])
    }

    /// Those who tell a story, as far as they may be named.
    pub(crate) fn named_tellers(&self, story: &Story) -> Vec<Face> {
        let known = story.tellers().iter().filter(|teller| {
            person(self.site, &teller.id).is_some() && may_be_named(self.site, &teller.id)
        });
        known.take(MOST).map(|teller| self.face(&teller.id)).collect()
    }

    /// The names of these people, and how many others there are.
    pub(crate) fn names(&self, people: &[Face], others: usize) -> String {
        let names: Vec<&str> = people.iter().map(|face| face.name.as_str()).collect();
        if others > 0 {
            let others = self.text_with("and-others", &[("n", Arg::Number(others as i64))]);
            return format!("{} {others}", names.join(", "));
        }
        match names.as_slice() {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first @ .., last] => self.text_with(
                "names-and",
                &[("first", Arg::Text(&first.join(", "))), ("last", Arg::Text(last))],
            ),
        }
    }
}
