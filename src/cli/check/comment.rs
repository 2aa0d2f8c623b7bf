//! The comment on a pull request: thanks, what keeps the branch from being shown, the pages that
//! change, and whom to talk to, in the language of whoever wrote. Each finding says in that language
//! what its code means and what helps, and leads to the page that says more.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::base::codes::help::{HelpTexts, own_help};
use crate::base::diagnostic::Note;
use crate::base::{Code, Diagnostic, Severity, SourcePath};
use crate::document::{Facts, Kind};
use crate::language::{Arg, Language};
use crate::report::{Report, Said, inert, said_at};
use crate::site::consent::{may_be_named, person};
use crate::site::name_core::core;
use crate::site::{Hidden, Site};
use crate::workspace::Snapshot;

/// By this, whoever posts the comment finds it again.
const MARK: &str = "<!-- storywall -->";
/// More would be a list that nobody reads; the others are counted.
const MOST: usize = 10;
/// More people than these are thanked together.
const MOST_THANKED: usize = 4;
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
        let (errors, others) = (of(Severity::Error), of(Severity::Warning));
        parts.extend(self.list(&errors));
        if let Some(list) = self.list(&others) {
            let title = self.counted("comment-others", distinct(others.iter().copied()).len());
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

    fn stories(&self) -> impl Iterator<Item = &Arc<Facts>> {
        self.documents().filter(|it| it.kind == Kind::Story)
    }

    /// The story, if it is one.
    fn story(&self) -> Option<&Arc<Facts>> {
        let mut stories = self.stories();
        stories.next().filter(|_| stories.next().is_none())
    }

    fn language(&self) -> Language {
        let languages = &self.site().languages;
        let of_stories = self.stories().next().is_some();
        let mut meant = self.documents().filter(|it| !of_stories || it.kind == Kind::Story);
        let first = meant.next().map(|it| &it.language);
        let written = first.filter(|first| meant.all(|it| it.language == **first));
        let written = written.and_then(|written| Language::parse(written));
        let Some(written) = written else { return languages.default().clone() };
        // A story is shown whether or not the site has its language.
        let mut spoken = self.snapshot.texts().languages();
        let is_spoken = spoken.any(|it| it.as_str() == written.primary());
        let is_listed = languages.all().any(|it| *it == written);
        if is_spoken || is_listed { written } else { languages.default().clone() }
    }

    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.snapshot.texts().format(&self.language(), key, args)
    }

    fn counted(&self, key: &str, count: usize) -> String {
        self.text(key, &[("n", Arg::Number(i64::try_from(count).unwrap_or(i64::MAX)))])
    }

    /// The first names of those who tell what the branch brings, as far as they may be said.
    fn names(&self) -> Option<String> {
        let stories = || self.stories().filter_map(|story| story.meta.story());
        // Where somebody wants no name, nobody is named beside them.
        if stories().any(|story| story.tellers().is_empty()) {
            return None;
        }
        let authors = stories().flat_map(|story| story.tellers().iter().map(|author| &*author.id));
        let mut names: Vec<String> = vec![];
        for id in authors {
            let name = self.first_name(id)?;
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let (last, others) = names.split_last().filter(|_| names.len() <= MOST_THANKED)?;
        Some(match others.join(", ").as_str() {
            "" => last.clone(),
            others => {
                self.text("names-and", &[("first", Arg::Text(others)), ("last", Arg::Text(last))])
            }
        })
    }

    /// The first name of somebody, if it may be said.
    fn first_name(&self, id: &str) -> Option<String> {
        let person = person(self.site(), id).filter(|_| may_be_named(self.site(), id))?;
        // Without a title, and with the first name first.
        let name = core(&person.name).unwrap_or_else(|| person.name.clone());
        name.split_whitespace().next().map(inert)
    }

    fn opening(&self) -> String {
        let thanks = match self.names() {
            Some(names) => self.text("comment-thanks-by-name", &[("name", Arg::Text(&names))]),
            None => self.text("comment-thanks", &[]),
        };
        format!("**{thanks}** {}", self.state())
    }

    /// Whether what the branch brings will be seen.
    fn state(&self) -> String {
        let all = self.report.diagnostics;
        let of = |is_it: &dyn Fn(&Diagnostic) -> bool| all.iter().filter(|one| is_it(one)).count();
        let errors = distinct(all.iter().filter(|one| one.severity() == Severity::Error)).len();
        let gaps = of(&|one| one.code == Code::Gap);
        if errors > 0 {
            return self.counted("comment-missing", errors);
        }
        let Some(story) = self.story() else {
            return match gaps {
                0 => self.text("comment-ready", &[]),
                gaps => self.counted("comment-gaps", gaps),
            };
        };
        let is_empty = of(&|one| one.code == Code::NoText && one.span.path == story.path) > 0;
        match self.site().hidden.get(&story.name) {
            Some(Hidden::Draft) => self.text("comment-story-draft", &[]),
            Some(Hidden::Future) => self.text("comment-story-later", &[]),
            Some(_) => self.text("comment-story-hidden", &[]),
            None if is_empty => self.text("comment-story-empty", &[]),
            None if gaps > 0 => self.counted("comment-gaps", gaps),
            None => self.text("comment-story-ready", &[]),
        }
    }

    /// What is wrong, each with its place and what helps; `None` if nothing is. What is said of many
    /// places stands once.
    fn list(&self, all: &[&Diagnostic]) -> Option<String> {
        let all = distinct(all.iter().copied());
        let shown: Vec<&Diagnostic> = all.iter().take(MOST).map(|(one, _)| *one).collect();
        let language = self.language();
        let page = self.checks_page(&language);
        let report = Report { checks_page: page.as_deref(), ..self.report };
        let help = own_help(language.as_str()).filter(|help| help.language != "en");
        let said = said_at(&report, &shown, self.folder).into_iter().zip(&all);
        let lines = said.enumerate().map(|(at, (said, (one, times)))| {
            let times = if *times > 1 { format!(" × {times}") } else { String::new() };
            let line = match help {
                Some(help) => self.line_of(one, &said, &times, help),
                None => format!("{} ({}){times}", said.words, said.place),
            };
            format!("{}. {line}", at + 1)
        });
        let mut lines: Vec<String> = lines.collect();
        lines.extend(self.more(all.len()));
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// A finding in the language of its reader: what is wrong with its kind, what helps, and below it
    /// what is said of this one.
    fn line_of(&self, one: &Diagnostic, said: &Said, times: &str, help: &HelpTexts) -> String {
        let help = help.of(one.code);
        let meant = one.notes.iter().find_map(|note| match note {
            Note::Hint(hint) => hint.strip_prefix("Did you mean “")?.strip_suffix("”?"),
            Note::Example(_) | Note::Place(..) => None,
        });
        let meant = meant.map(|it| self.text("comment-did-you-mean", &[("it", Arg::Text(it))]));
        let meant = meant.map(|it| format!(" {}", inert(&it))).unwrap_or_default();
        let english = self.text("comment-in-english", &[]);
        format!(
            "**{}** {}{meant} ({}){times}<br>*{english}* {}",
            inert(help.meaning),
            with_code(help.remedy),
            said.place,
            said.words
        )
    }

    /// Where its reader finds what each code means, in their language: on the site, or on the pages
    /// of the branch.
    fn checks_page(&self, language: &Language) -> Option<String> {
        let published = self.site().checks_page(language.as_str());
        published.or_else(|| {
            let preview = self.preview.filter(|_| !self.site().is_public())?;
            Some(format!("{preview}{}", self.site().checks_address(language.as_str())))
        })
    }

    /// How many are not listed.
    fn more(&self, all: usize) -> Option<String> {
        let rest = all.saturating_sub(MOST);
        (rest > 0).then(|| format!("\n{}", self.counted("comment-more", rest)))
    }

    /// What the coach would like to know, in the language of each story.
    fn questions(&self) -> Option<String> {
        let all = self.report.diagnostics.iter();
        let all = all.filter(|one| one.code == Code::StoryQuestions).take(MOST);
        let asked = all.map(|one| {
            let facts = self.site().facts.get(&one.span.path);
            let title = facts.filter(|_| self.story().is_none()).map(|it| self.title(it));
            let title = title.map(|title| format!("**{title}**"));
            // What is said after the questions begins with the sentence that none needs an answer.
            let language = facts.and_then(|it| Language::parse(&it.language));
            let language = language.unwrap_or_else(|| self.site().languages.default().clone());
            let end = self.snapshot.texts().get(&language, "coach-your-choice").to_string();
            let end = Note::hint(end);
            let (mut questions, mut after) = (vec![], vec![]);
            for note in &one.notes {
                let Note::Hint(hint) = note else { continue };
                match *note == end || !after.is_empty() {
                    true => after.push(format!("{}.", inert(hint).trim_end_matches("\\."))),
                    false => questions.push(format!("- {}", inert(hint))),
                }
            }
            let parts = [inert(&one.message), questions.join("\n"), after.join(" ")];
            let parts = title.into_iter().chain(parts.into_iter().filter(|it| !it.is_empty()));
            parts.collect::<Vec<_>>().join("\n\n")
        });
        let asked: Vec<String> = asked.collect();
        (!asked.is_empty()).then(|| asked.join("\n\n"))
    }

    /// Its title, or the name of its file, without what the site forbids.
    fn title(&self, document: &Facts) -> String {
        let title = self.snapshot.document(document).map_or("", |document| document.title());
        let title = if title.trim().is_empty() { document.path.file_name() } else { title };
        inert(&self.snapshot.without_forbidden(title))
    }

    fn pages(&self) -> Option<String> {
        let site = self.site();
        let shown: Vec<&Arc<Facts>> = self.documents().filter(|it| site.shows(it)).collect();
        let line = |document: &&Arc<Facts>| {
            let title = self.title(document);
            let mut languages = site.languages.all();
            let language = languages.find(|it| it.as_str() == document.language);
            let language = language.map_or(site.default_language(), |it| it.as_str());
            let address = site.address_of(&document.name, language);
            match self.preview {
                Some(preview) => format!("- [{title}](<{preview}{}>)", address.as_str()),
                None => format!("- {title}"),
            }
        };
        let mut lines: Vec<String> = shown.iter().take(MOST).map(line).collect();
        lines.extend(self.more(shown.len()));
        let title = self.counted("comment-pages", shown.len());
        (!lines.is_empty()).then(|| format!("{title}\n\n{}", lines.join("\n")))
    }

    /// Whom to talk to instead, and what is promised.
    fn end(&self) -> String {
        let promise = self.text("comment-promise", &[]);
        // The questions end with whom to talk to.
        let asks = self.report.diagnostics.iter().any(|one| one.code == Code::StoryQuestions);
        match self.helper().filter(|_| !asks) {
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
        let reached = contact.number().or(contact.mail.as_ref().map(|it| &*it.0))?;
        Some(format!("{}, {}", inert(&person.name), inert(reached)))
    }
}

/// Words of the program, in which what is typed stands between backticks.
fn with_code(words: &str) -> String {
    let parts = words.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 0 { inert(part) } else { format!("`{part}`") }).collect()
}

/// Each that says something else, with how many say the same.
fn distinct<'a>(all: impl Iterator<Item = &'a Diagnostic>) -> Vec<(&'a Diagnostic, usize)> {
    let mut found: Vec<(&Diagnostic, usize)> = vec![];
    let mut places: HashMap<(Code, &str), usize> = HashMap::new();
    for one in all {
        let place = *places.entry((one.code, &*one.message)).or_insert(found.len());
        match found.get_mut(place) {
            Some((_, times)) => *times += 1,
            None => found.push((one, 1)),
        }
    }
    found
}
