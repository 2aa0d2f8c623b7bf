//! Several people in one phrase: "Lars de Wit, Ali Bektas and two others".

use super::scene::{Face, Scene};
use crate::language::Arg;

impl Scene<'_> {
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
