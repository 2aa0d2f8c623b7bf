//! In which light somebody looks at the site: another day, other readers, with drafts or without.

use std::fmt::Write;

use percent_encoding::percent_decode_str;

use crate::base::Date;
use crate::base::date::parse_date;
use crate::base::percent;
use crate::site::{BuildAudience, Settings};

/// What the address bar asks for, beyond what the command said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Light {
    pub(crate) today: Option<Date>,
    pub(crate) audience: Option<BuildAudience>,
    pub(crate) drafts: Option<bool>,
    /// What was written where a day should stand, and is none.
    pub(crate) mistake: Option<String>,
}

impl Light {
    /// Reads the part of an address behind its `?`. What is empty or unknown asks for nothing.
    pub fn parse(query: &str) -> Light {
        let mut light = Light::default();
        for part in query.split('&') {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let value = decoded(value);
            match (key, value.trim()) {
                (_, "") => {}
                ("today", day) => match parse_date(day) {
                    Ok(today) => (light.today, light.mistake) = (Some(today), None),
                    Err(_) => (light.today, light.mistake) = (None, Some(bounded(day))),
                },
                ("audience", "public") => light.audience = Some(BuildAudience::Public),
                ("audience", "internal") => light.audience = Some(BuildAudience::Internal),
                ("drafts", "yes") => light.drafts = Some(true),
                ("drafts", "no") => light.drafts = Some(false),
                _ => {}
            }
        }
        light
    }

    /// The settings of the command, seen in this light.
    pub fn settings(&self, base: &Settings) -> Settings {
        Settings {
            today: self.today.unwrap_or(base.today),
            drafts: self.drafts.unwrap_or(base.drafts),
            audience: self.audience.unwrap_or(base.audience),
            base_url: base.base_url.clone(),
        }
    }

    /// What `parse` reads back, without a `?`; empty for the plain light.
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

    /// Whether it asks for nothing but what the command said.
    pub(crate) fn is_plain(&self) -> bool {
        *self == Light::default()
    }
}

/// How addresses call those who will read the site.
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
mod tests {
    use super::*;

    fn base() -> Settings {
        Settings {
            today: Date::constant(2026, 11, 21),
            drafts: false,
            audience: BuildAudience::Internal,
            base_url: Some("https://a.example/".to_owned()),
        }
    }

    #[test]
    fn what_is_asked_for_is_what_is_seen() {
        let light = Light::parse("today=2026-12-24&audience=public&drafts=yes&x=1");
        let seen = light.settings(&base());
        assert_eq!(seen.today, Date::constant(2026, 12, 24));
        assert_eq!((seen.audience, seen.drafts), (BuildAudience::Public, true));
        assert_eq!(seen.base_url, base().base_url);
    }

    #[test]
    fn nothing_asked_for_is_as_the_command_said() {
        for query in ["", "today=", "today=&audience=&drafts=", "q=pump", "audience=nobody", "&&="]
        {
            let light = Light::parse(query);
            assert!(light.is_plain(), "{query}");
            assert_eq!(light.settings(&base()), base());
            assert_eq!(light.query(), "");
        }
    }

    #[test]
    fn a_light_survives_its_address() {
        for query in [
            "today=2026-12-24",
            "audience=internal&drafts=no",
            "today=2026-12-24&audience=public&drafts=yes",
            "today=32+December%26drafts=yes",
            "today=%C3%A6%00%ff",
        ] {
            let light = Light::parse(query);
            assert_eq!(Light::parse(&light.query()), light, "{query}");
        }
    }

    #[test]
    fn a_day_that_is_none_is_kept_to_be_told() {
        let light = Light::parse("today=32%20December");
        assert_eq!(light.mistake.as_deref(), Some("32 December"));
        assert_eq!(light.settings(&base()), base());
        assert!(!light.is_plain());
        let long = Light::parse(&format!("today={}", "x".repeat(9_000)));
        assert_eq!(long.mistake.map(|it| it.len()), Some(40));
    }
}
