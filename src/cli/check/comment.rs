//! The comment on a pull request: thanks, what keeps the branch from being shown, the pages that
//! change, and whom to talk to, in the language of whoever wrote.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::diagnostic::Note;
use crate::base::{Code, Diagnostic, Severity, SourcePath};
use crate::document::{Facts, Kind};
use crate::language::{Arg, Language};
use crate::report::{Report, inert, said_at};
use crate::site::Site;
use crate::site::consent::{may_be_named, person};
use crate::workspace::Snapshot;

/// By this, whoever posts the comment finds it again.
const MARK: &str = "<!-- storywall -->";
/// More would be a list that nobody reads; the others are counted.
const MOST: usize = 10;
/// Forges refuse a comment of more than 65,536 characters.
const LONGEST: usize = 60_000;

/// What the comment is about.
pub(super) struct Comment<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) report: Report<'a>,
    /// The files that the branch touches; `None` if it is about the whole site.
    pub(super) touched: Option<&'a BTreeSet<SourcePath>>,
    /// Where the pages can be seen before they are published, with a slash at the end.
    pub(super) preview: Option<&'a str>,
    /// The folder of the site, as seen from the repository.
    pub(super) folder: &'a str,
}

impl Comment<'_> {
    pub(super) fn written(&self) -> String {
        let mut parts = vec![MARK.to_owned(), self.opening()];
        let of = |severity| {
            let mut all: Vec<&Diagnostic> = self.report.diagnostics.iter().collect();
            all.retain(|one| one.severity() == severity);
            all.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
            all
        };
        parts.extend(self.list(&of(Severity::Error)));
        let others = of(Severity::Warning);
        if let Some(list) = self.list(&others) {
            let title = self.counted("comment-others", others.len());
            parts.push(format!("<details><summary>{title}</summary>\n\n{list}\n\n</details>"));
        }
        parts.extend(self.questions());
        parts.extend(self.pages());
        parts.push(self.end());
        let mut whole = String::new();
        for part in parts {
            if whole.len() + part.len() < LONGEST {
                whole.push_str(&part);
                whole.push_str("\n\n");
            }
        }
        whole.trim_end().to_owned() + "\n"
    }

    fn site(&self) -> &Site {
        self.snapshot.site()
    }

    /// The texts that the branch touches and that readers see, or will.
    fn documents(&self) -> impl Iterator<Item = &Arc<Facts>> {
        let paths = self.touched.into_iter().flatten();
        paths.filter_map(|path| self.site().facts.get(path))
    }

    fn story(&self) -> Option<&Arc<Facts>> {
        self.documents().find(|it| it.kind == Kind::Story)
    }

    fn language(&self) -> Language {
        let languages = &self.site().languages;
        let written = self.story().or_else(|| self.documents().next()).map(|it| &it.language);
        let known =
            languages.all().find(|language| Some(language.as_str()) == written.map(|it| &**it));
        known.unwrap_or_else(|| languages.default()).clone()
    }

    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.snapshot.texts().format(&self.language(), key, args)
    }

    fn counted(&self, key: &str, count: usize) -> String {
        self.text(key, &[("n", Arg::Number(i64::try_from(count).unwrap_or(i64::MAX)))])
    }

    /// The first name of whoever tells the story, if it may be said.
    fn name(&self) -> Option<String> {
        let story = self.story()?;
        let id = &story.meta.story()?.author.first()?.id;
        let person = person(self.site(), id).filter(|_| may_be_named(self.site(), id))?;
        person.name.split_whitespace().next().map(inert)
    }

    fn opening(&self) -> String {
        let thanks = match self.name() {
            Some(name) => self.text("comment-thanks-by-name", &[("name", Arg::Text(&name))]),
            None => self.text("comment-thanks", &[]),
        };
        let is_error = |one: &&Diagnostic| one.severity() == Severity::Error;
        let state = match self.report.diagnostics.iter().filter(is_error).count() {
            0 if self.story().is_some() => self.text("comment-story-ready", &[]),
            0 => self.text("comment-ready", &[]),
            errors => self.counted("comment-missing", errors),
        };
        format!("**{thanks}** {state}")
    }

    /// What is wrong, each with its place and what helps; `None` if nothing is.
    fn list(&self, all: &[&Diagnostic]) -> Option<String> {
        let mut lines: Vec<String> =
            said_at(&self.report, &all[..all.len().min(MOST)], self.folder)
                .into_iter()
                .enumerate()
                .map(|(at, said)| format!("{}. {said}", at + 1))
                .collect();
        let rest = all.len().saturating_sub(MOST);
        lines.extend((rest > 0).then(|| format!("\n{}", self.counted("comment-more", rest))));
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// What the coach would like to know, behind the sentence that it liked best.
    fn questions(&self) -> Option<String> {
        let asks = |one: &&Diagnostic| one.code == Code::StoryQuestions;
        let one = self.report.diagnostics.iter().find(asks)?;
        let text = (self.report.text_of)(&one.span.path)?;
        let quote = text.get(one.span.range.clone()?).filter(|quote| !quote.trim().is_empty());
        let liked = quote.map(|quote| {
            let quote = inert(quote.trim());
            self.text("comment-we-like", &[("quote", Arg::Text(&quote))])
        });
        // The others say whom to talk to.
        let questions = one.notes.iter().filter_map(|note| match note {
            Note::Hint(hint) if hint.ends_with('?') => Some(format!("- {}", inert(hint))),
            _ => None,
        });
        let questions: Vec<String> = questions.collect();
        let choice = self.text("coach-your-choice", &[]);
        let parts = liked.into_iter().chain([questions.join("\n"), format!("{choice}.")]);
        Some(parts.collect::<Vec<_>>().join("\n\n"))
    }

    fn pages(&self) -> Option<String> {
        let site = self.site();
        let shown: Vec<&Arc<Facts>> = self.documents().filter(|it| site.shows(it)).collect();
        let line = |document: &&Arc<Facts>| {
            let title = inert(self.snapshot.document(document)?.title());
            let languages = &site.languages;
            let language = languages.all().find(|it| it.as_str() == document.language)?;
            let address = site.address_of(&document.name, language.as_str());
            Some(match self.preview {
                Some(preview) => format!("- [{title}](<{preview}{}>)", address.as_str()),
                None => format!("- {title}"),
            })
        };
        let lines: Vec<String> = shown.iter().take(MOST).filter_map(line).collect();
        let title = self.counted("comment-pages", shown.len());
        (!lines.is_empty()).then(|| format!("{title}\n\n{}", lines.join("\n")))
    }

    /// Whom to talk to instead, and what is promised.
    fn end(&self) -> String {
        let promise = self.text("comment-promise", &[]);
        match self.helper() {
            Some(helper) => {
                let helper = self.text("comment-helper", &[("helper", Arg::Text(&helper))]);
                format!("{helper} {promise}")
            }
            None => promise,
        }
    }

    /// Who is asked about everything, with a number or an address.
    fn helper(&self) -> Option<String> {
        let site = self.site();
        let id = &site.programme.may.as_ref()?.contact.as_ref()?.id;
        let person = person(site, id).filter(|_| may_be_named(site, id))?;
        let contact = person.contact.as_ref()?;
        let reached = contact.phone.as_deref().or(contact.mail.as_ref().map(|it| &*it.0))?;
        Some(format!("{}, {}", inert(&person.name), inert(reached)))
    }
}
