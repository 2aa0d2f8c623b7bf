//! Each field of each kind, one after the other: what no number of random edits forgets.

use rayon::prelude::*;

use crate::chance::Chance;
use crate::front;
use crate::start::start;
use crate::values::Names;
use crate::walk::Walk;
use storywall::base::{Content, SourcePath};
use storywall::data::Field;
use storywall::document::Kind;

/// Values that each field is given, one after the other, before it has its own again.
const VALUES: u64 = 1;

#[test]
fn each_field_of_each_kind_may_come_change_and_go() {
    let fields = |kind: &Kind| kind.fields().iter().map(|field| (*kind, field)).collect::<Vec<_>>();
    let all: Vec<(Kind, &Field)> = Kind::ALL.iter().flat_map(fields).collect();
    let share = all.len().div_ceil(8);
    let wrong: Vec<String> = all.par_chunks(share).filter_map(among).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong after edits of one of the fields.
fn among(fields: &[(Kind, &Field)]) -> Option<String> {
    let mut walk = Walk::begin();
    fields.iter().enumerate().find_map(|(at, (kind, field))| {
        let mut chance = Chance::new(at as u64);
        let (path, before) = chance.one_of(&texts(*kind, field)).cloned()?;
        let one = std::slice::from_ref(*field);
        let mut text = before.clone();
        for _ in 0..VALUES {
            text = front::with_field(&text, one, &Names::of(&walk.project), &mut chance)?;
            if let Some(wrong) = walk.write(&path, &text, chance.next()) {
                return Some(wrong);
            }
        }
        walk.write(&path, &before, chance.next())
    })
}

/// The texts of a kind that have the field; there is one at least.
fn texts(kind: Kind, field: &Field) -> Vec<(SourcePath, String)> {
    let has = |(path, content): (&SourcePath, &Content)| match content {
        Content::Text(text) if path.as_str().starts_with(kind.folder()) => {
            text.contains(&format!("\n{}: ", field.name)).then(|| (path.clone(), text.to_string()))
        }
        _ => None,
    };
    start().files.iter().filter_map(has).collect()
}
