//! The options of a request in the preview: another day, other readers, with drafts or without.

use std::fmt::Write;

use percent_encoding::percent_decode_str;

use crate::base::Date;
use crate::base::date::parse_date;
use crate::base::percent;
use crate::site::{BuildAudience, BuildOptions};

/// What the address bar asks for, beyond what the command said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreviewOptions {
    pub(crate) today: Option<Date>,
    pub(crate) audience: Option<BuildAudience>,
    pub(crate) drafts: Option<bool>,
    /// What was written where a day should stand, and is none.
    pub(crate) mistake: Option<String>,
}

impl PreviewOptions {
    /// Reads the part of an address behind its `?`. What is empty or unknown asks for nothing.
    pub fn parse(query: &str) -> PreviewOptions {
        let mut options = PreviewOptions::default();
        for part in query.split('&') {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let value = decoded(value);
            match (key, value.trim()) {
                (_, "") => {}
                ("today", day) => match parse_date(day) {
                    Ok(today) => (options.today, options.mistake) = (Some(today), None),
                    Err(_) => (options.today, options.mistake) = (None, Some(bounded(day))),
                },
                ("audience", "public") => options.audience = Some(BuildAudience::Public),
                ("audience", "internal") => options.audience = Some(BuildAudience::Internal),
                ("drafts", "yes") => options.drafts = Some(true),
                ("drafts", "no") => options.drafts = Some(false),
                _ => {}
            }
        }
        options
    }

    /// The build options of the command, changed by these options.
    pub fn over(&self, base: &BuildOptions) -> BuildOptions {
        BuildOptions {
            today: self.today.unwrap_or(base.today),
            drafts: self.drafts.unwrap_or(base.drafts),
            audience: self.audience.unwrap_or(base.audience),
            base_url: base.base_url.clone(),
        }
    }

    /// What `parse` reads back, without a `?`; empty where nothing is asked for.
    pub(crate) fn query(&self) -> String {
        let mut query = String::new();
        let mut add = |key: &str, value: &str| {
            let and = if query.is_empty() { "" } else { "&" };
            write!(query, "{and}{key}={}", percent::encoded(value))
                .expect("a text takes more text");
        };
        if let Some(today) = self.today {
            add("today", &today.to_string());
        }
        if let Some(mistake) = &self.mistake {
            add("today", mistake);
        }
        if let Some(audience) = self.audience {
            add("audience", audience_word(audience));
        }
        if let Some(drafts) = self.drafts {
            add("drafts", if drafts { "yes" } else { "no" });
        }
        query
    }

    /// Whether nothing is asked for but what the command said.
    pub(crate) fn is_plain(&self) -> bool {
        *self == PreviewOptions::default()
    }
}

/// The word of an audience in addresses.
pub(super) fn audience_word(audience: BuildAudience) -> &'static str {
    match audience {
        BuildAudience::Public => "public",
        BuildAudience::Internal => "internal",
    }
}

fn decoded(value: &str) -> String {
    percent_decode_str(&value.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// A day is short; what is no day is quoted, and need not be long either.
fn bounded(written: &str) -> String {
    written.chars().filter(|c| !c.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests;
