//! A site of as many stories as one asks for, the same every time: stories, people, themes, teams
//! and places. Nothing in it is taken from anywhere.

mod story;
mod words;

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

use words::{Dice, TONGUES};

/// How large the site is.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    pub stories: usize,
    /// In how many languages its pages stand: one to three.
    pub languages: usize,
    /// No two pieces of code are equal.
    pub new_code: bool,
}

const THEMES: usize = 12;
const TEAMS: usize = 40;
const PLACES: [&str; 10] = [
    "Esbjerg",
    "Aarhus",
    "Rotterdam",
    "Harwich",
    "Hirtshals",
    "Delfzijl",
    "Hull",
    "Ribe",
    "Vlissingen",
    "Skagen",
];

impl Scale {
    pub fn people(&self) -> usize {
        (self.stories / 8).max(1)
    }
}

/// Writes the project into `root`, which need not be there.
pub fn write(root: &Path, scale: &Scale) -> io::Result<()> {
    let content = root.join("content");
    for folder in ["people", "themes"] {
        fs::create_dir_all(content.join(folder))?;
    }
    fs::write(root.join("site.toml"), config(scale))?;
    fs::write(content.join("programme.toml"), programme())?;
    for number in 0..THEMES {
        fs::write(content.join(format!("themes/theme-{number:02}.md")), theme(number))?;
    }
    for number in 0..scale.people() {
        fs::write(content.join(format!("people/{}.md", person_id(number))), person(number))?;
    }
    for number in 0..scale.stories {
        let path = content.join(format!("{}.md", story::name(number, scale)));
        if !path.parent().is_some_and(Path::is_dir) {
            fs::create_dir_all(path.parent().expect("a story lies in a folder"))?;
        }
        fs::write(path, story::text(number, scale))?;
    }
    Ok(())
}

/// The file of a story in the middle of the site, relative to its root.
pub fn a_story(scale: &Scale) -> String {
    format!("content/{}.md", story::name(scale.stories / 2, scale))
}

fn person_id(number: usize) -> String {
    format!("person-{number:05}")
}

fn config(scale: &Scale) -> String {
    let languages: Vec<String> =
        TONGUES.iter().take(scale.languages).map(|tongue| format!("{:?}", tongue.code)).collect();
    format!(
        "title = \"A large site\"\nbase_url = \"https://stories.example/\"\n\
         default_language = \"en\"\nlanguages = [{}]\nper_page = 24\nfeed_length = 30\n",
        languages.join(", ")
    )
}

fn programme() -> String {
    let mut text = String::from("[purpose.sentence]\nen = \"People believe people.\"\n");
    for number in 0..TEAMS {
        let mut dice = Dice::new(2, number);
        let name = TONGUES[0].phrase(&mut dice, 2);
        let _ =
            write!(text, "\n[[teams]]\nid = \"team-{number:02}\"\nname = {{ en = \"{name}\" }}\n");
    }
    for place in PLACES {
        let id = place.to_lowercase();
        let _ = write!(text, "\n[[places]]\nid = \"{id}\"\nname = {{ en = \"{place}\" }}\n");
    }
    text
}

fn theme(number: usize) -> String {
    let mut dice = Dice::new(3, number);
    let tongue = TONGUES[0];
    format!(
        "---\ntitle: {} {number}\nsummary: {}\norder: {number}\n---\n{}\n\n{}\n",
        tongue.phrase(&mut dice, 3),
        tongue.sentence(&mut dice),
        tongue.paragraph(&mut dice),
        tongue.paragraph(&mut dice),
    )
}

fn person(number: usize) -> String {
    const FIRST: [&str; 8] = ["Anna", "Jonas", "Mette", "Piet", "Sofie", "Ali", "Ruth", "Tess"];
    const LAST: [&str; 7] = ["Holm", "Bech", "Krogh", "Visser", "Agger", "Okafor", "de Wit"];
    let mut dice = Dice::new(4, number);
    let tongue = TONGUES[number % 3];
    let name = format!("{} {}", dice.one(&FIRST), dice.one(&LAST));
    format!(
        "---\nname: {name} {number}\nrole: {}\nteam: team-{:02}\nlocation: {}\n\
         languages: [{}]\nconsent: {{name: yes, given: 2026-03-01, scope: public}}\n---\n{}\n\n{}\n",
        tongue.phrase(&mut dice, 2),
        dice.below(TEAMS),
        PLACES[dice.below(PLACES.len())],
        tongue.code,
        tongue.paragraph(&mut dice),
        tongue.paragraph(&mut dice),
    )
}
