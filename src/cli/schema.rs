//! `storywall schema`: every field that front matter may have, for people and for editors.

use anyhow::bail;

use super::Ended;
use super::output::print;
use crate::base::diagnostic::nearest;
use crate::document::reference::{Subject, json_schema, markdown};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The kind of file, such as story, person or faq, whose JSON Schema to print.
    #[arg(value_name = "KIND", required_unless_present = "markdown")]
    kind: Option<String>,
    /// Print all fields of all kinds, as a page for authors.
    #[arg(long, conflicts_with = "kind")]
    markdown: bool,
}

pub(crate) fn run(args: Args) -> anyhow::Result<Ended> {
    let Some(word) = args.kind else {
        print(markdown().trim_end())?;
        return Ok(Ended::Fine);
    };
    let subjects = Subject::all();
    let Some(subject) = subjects.iter().copied().find(|subject| subject.word() == word) else {
        let words: Vec<&str> = subjects.iter().map(|subject| subject.word()).collect();
        match nearest(&word, words.iter().copied()) {
            Some(near) => bail!("there is no kind “{word}”: did you mean “{near}”?"),
            None => bail!("there is no kind “{word}”: use one of these: {}", words.join(", ")),
        }
    };
    print(&serde_json::to_string_pretty(&json_schema(subject))?)?;
    Ok(Ended::Fine)
}
