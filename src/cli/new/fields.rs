//! The fields of a text that is begun, as the command and what was sent name them.

use anyhow::{bail, ensure};

use crate::base::diagnostic::nearest;
use crate::data::{Field, Shape};
use crate::document::kinds::Kind;
use crate::document::new_text;

/// The values of a text that is begun, as they are collected.
pub(super) struct Fields<'a> {
    pub(super) kind: Kind,
    /// Names of fields that were sent with the text.
    pub(super) sent: &'a [String],
    pub(super) values: Vec<(&'static str, String)>,
}

impl Fields<'_> {
    pub(super) fn all(&self) -> &'static [Field] {
        self.kind.fields()
    }

    pub(super) fn is_sent(&self, name: &str) -> bool {
        self.sent.iter().any(|sent| sent == name)
    }

    /// Sets a field that the command names.
    pub(super) fn set(&mut self, name: &str, value: &str) -> anyhow::Result<()> {
        let field = field(self.all(), name, self.kind)?;
        ensure!(
            !self.is_sent(field),
            "the text that was sent has a field “{field}” of its own: leave it out of the command, \
             or delete it there"
        );
        // A title is words, whatever they look like.
        let written = if field == self.all()[0].name {
            new_text::as_text(value)
        } else {
            new_text::as_typed(value)
        };
        self.values.retain(|(other, _)| *other != field);
        self.values.push((field, written));
        Ok(())
    }

    /// Sets a field that nobody named, unless the text that was sent has it.
    pub(super) fn set_if_unsaid(&mut self, name: &'static str, value: &str) {
        if !self.is_sent(name) {
            self.values.push((name, new_text::as_text(value)));
        }
    }
}

/// The field that is called so.
fn field(own: &'static [Field], name: &str, kind: Kind) -> anyhow::Result<&'static str> {
    if let Some(field) = own.iter().find(|field| field.name == name) {
        return Ok(field.name);
    }
    let one = kind.row().one;
    match nearest(name, own.iter().map(|field| field.name)) {
        Some(near) => bail!("{one} has no field “{name}”; did you mean {near}?"),
        None => bail!("{one} has no field “{name}”: storywall schema lists those that it has"),
    }
}

/// The option that fills a field, with somebody of this site, with the words that it may be, or with the
/// field's example.
pub(super) fn option_for(field: &Field, somebody: Option<&str>) -> String {
    match (field.name, field.shape) {
        ("author" | "speakers", _) => format!("--author {}", somebody.unwrap_or(field.example)),
        (name, Shape::Choice([first, others @ ..])) if !others.is_empty() => {
            format!("--set {name}={first} (or {})", others.join(", "))
        }
        (name, _) => format!("--set {name}={}", field.example),
    }
}
