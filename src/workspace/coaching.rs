//! What the authors of stories may be asked, in the language of the story.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::Snapshot;
use crate::base::{Code, Date, Diagnostic, Severity, Source, SourcePath};
use crate::check;
use crate::coach::{Coach, Earlier, Heard, Listened, Quote, Told, WINDOW, primary};
use crate::document::kinds::person::PersonStatus;
use crate::document::{Facts, Kind, body_of};
use crate::language::{Arg, Language};

/// What a file says, `None` if it cannot be read.
type TextOf<'a> = &'a dyn Fn(&SourcePath) -> Option<Arc<str>>;

/// A story that the coach read.
pub(crate) struct HeardStory {
    pub(crate) path: SourcePath,
    pub(crate) language: String,
    pub(crate) heard: Heard,
    source: Source,
    /// Where its text begins in its file.
    start: usize,
}

/// Older stories were answered, or left as they are.
const NEW_DAYS: i32 = 60;
/// Of so many new stories, nobody reads more questions.
const MOST_NEW: usize = 200;

impl Snapshot {
    /// The coach, with the words of this site.
    pub(crate) fn coach(&self) -> Coach {
        Coach::new(&self.reading.coach)
    }

    /// Advice for the authors of stories that are new: of the last 60 days, without a date or still to
    /// come. Of `touched` ones if a branch is meant, else of the newest. Whose story has an error is
    /// told that first.
    pub(crate) fn questions(
        &self,
        touched: Option<&BTreeSet<SourcePath>>,
        text_of: TextOf<'_>,
    ) -> Vec<Diagnostic> {
        let oldest = self.options().today.saturating_sub(jiff::Span::new().days(NEW_DAYS));
        let errors = self.diagnostics().iter().filter(|it| it.severity() == Severity::Error);
        let errors: BTreeSet<&SourcePath> = errors.map(|it| &it.span.path).collect();
        let stories = self.stories(&|_| false);
        let new = stories.iter().rev().take_while(|it| day_of(it).is_none_or(|day| day >= oldest));
        let new = new.map(|facts| &facts.path).filter(|path| !errors.contains(path));
        let meant: BTreeSet<&SourcePath> = match touched {
            Some(touched) => new.filter(|path| touched.contains(*path)).collect(),
            None => new.take(MOST_NEW).collect(),
        };
        let heard = self.heard(&|facts| meant.contains(&facts.path), text_of);
        check::reportable(heard.iter().filter_map(|it| self.advice(it)), &self.reading.config)
    }

    /// The stories that readers may see, and those that are meant, oldest first.
    fn stories(&self, is_meant: &dyn Fn(&Facts) -> bool) -> Vec<&Arc<Facts>> {
        let site = self.site();
        let stories = site.originals(Kind::Story);
        let mut stories: Vec<&Arc<Facts>> =
            stories.filter(|facts| site.shows(facts) || is_meant(facts)).collect();
        stories.sort_by_key(|facts| (day_of(facts).unwrap_or(Date::MAX), &facts.name));
        stories
    }

    /// What the coach says of the stories that are meant, oldest first.
    pub(crate) fn heard(
        &self,
        is_meant: &dyn Fn(&Facts) -> bool,
        text_of: TextOf<'_>,
    ) -> Vec<HeardStory> {
        let needed = needed(&self.stories(is_meant), is_meant);
        let coach = self.coach();
        // Files are read one after the other, and listened to side by side.
        let read = needed.into_iter().filter_map(|(facts, is_meant)| {
            Some((facts, is_meant, Source::new(facts.path.clone(), text_of(&facts.path)?)))
        });
        let read: Vec<(&Arc<Facts>, bool, Source)> = read.collect();
        let listened: Vec<(usize, Listened)> = read
            .par_iter()
            .map(|(facts, is_meant, source)| self.listened(&coach, facts, *is_meant, source))
            .collect();
        let mut earlier = Earlier::default();
        let heard =
            read.into_iter().zip(listened).map(|((facts, is_meant, source), (start, it))| {
                let heard = coach.judge(it, &mut earlier);
                let (path, language) = (facts.path.clone(), facts.language.clone());
                (is_meant, HeardStory { path, language, heard, source, start })
            });
        heard.filter(|(is_meant, _)| *is_meant).map(|(_, story)| story).collect()
    }

    fn listened(
        &self,
        coach: &Coach,
        facts: &Facts,
        is_meant: bool,
        source: &Source,
    ) -> (usize, Listened) {
        let body = body_of(source);
        let start = body.start;
        let involved = facts.meta.story().into_iter().flat_map(|story| &story.people);
        let told = Told {
            title: self.document(facts).map_or("", |document| document.title()),
            body: source.text.get(body).unwrap_or_default(),
            language: &facts.language,
            names_somebody: involved.filter(|it| it.named != Some(false)).count() > 0,
        };
        (start, if is_meant { coach.listen(told) } else { coach.remember(told) })
    }

    /// The questions for a story, as advice at the sentence that is quoted.
    fn advice(&self, story: &HeardStory) -> Option<Diagnostic> {
        if story.heard.questions.is_empty() {
            return None;
        }
        let Words { thanks, questions, end } = self.words(story);
        let range = story.heard.quote.as_ref().map_or(0..0, |quote| quote.range.clone());
        let span = story.source.span(story.start + range.start..story.start + range.end);
        let advice = Diagnostic::new(Code::StoryQuestions, span, thanks);
        Some(questions.into_iter().chain(end).fold(advice, |advice, line| advice.hint(line)))
    }

    /// What the author of a story hears.
    pub(crate) fn words(&self, story: &HeardStory) -> Words {
        let language = Language::parse(&story.language);
        let language = language.unwrap_or_else(|| self.site().languages.default().clone());
        let texts = self.texts();
        let text = |key: &str| texts.get(&language, key).to_string();
        let is_asked = !story.heard.questions.is_empty();
        let thanks = match story.quote() {
            Some((quote, is_liked)) if is_liked || is_asked => {
                let key = if is_liked { "coach-thanks-we-like" } else { "coach-thanks-tell-more" };
                texts.format(&language, key, &[("quote", Arg::Text(&quote))])
            }
            _ => text("coach-thanks"),
        };
        let questions: Vec<String> =
            story.heard.questions.iter().map(|question| text(question.key())).collect();
        let mut end = vec![];
        match is_asked {
            true => {
                end.push(text("coach-your-choice"));
                end.extend(self.helper().map(|(name, contact)| {
                    let whom = [("name", Arg::Text(name)), ("contact", Arg::Text(contact))];
                    texts.format(&language, "coach-rather-talk", &whom)
                }));
            }
            false => end.push(text("coach-nothing-to-ask")),
        }
        Words { thanks, questions, end }
    }

    /// Who helps to tell a story, and how to reach them.
    fn helper(&self) -> Option<(&str, &str)> {
        let site = self.site();
        let contact = site.programme.may.as_ref()?.contact.as_ref()?;
        let person = site.person(&contact.id)?.person()?;
        let is_here = !matches!(person.status, Some(PersonStatus::Former | PersonStatus::Paused));
        let contact = person.contact.as_ref().filter(|_| is_here)?;
        let mail = contact.mail.as_ref().map(|mail| mail.0.as_str());
        Some((&person.name, contact.number().or(mail)?))
    }
}

/// What an author hears, in the language of the story: thanks with a sentence of it, the questions,
/// and at the end that nobody has to answer, or that nobody asks.
pub(crate) struct Words {
    pub(crate) thanks: String,
    pub(crate) questions: Vec<String>,
    pub(crate) end: Vec<String>,
}

impl HeardStory {
    /// The sentence that is quoted, in one line, and whether it is one to like.
    fn quote(&self) -> Option<(String, bool)> {
        let Quote { range, is_liked } = self.heard.quote.as_ref()?;
        let text = self.source.text.get(self.start + range.start..self.start + range.end)?;
        Some((text.split_whitespace().collect::<Vec<_>>().join(" "), *is_liked))
    }
}

fn day_of(facts: &Facts) -> Option<Date> {
    facts.meta.story().and_then(|story| story.date)
}

/// The stories that are meant, and of each language those told just before the first of them, which
/// they may be like.
fn needed<'a>(
    stories: &[&'a Arc<Facts>],
    is_meant: &dyn Fn(&Facts) -> bool,
) -> Vec<(&'a Arc<Facts>, bool)> {
    let mut before: BTreeMap<&str, usize> = BTreeMap::new();
    let first = stories.iter().position(|facts| is_meant(facts)).unwrap_or(stories.len());
    let mut needed: Vec<(&Arc<Facts>, bool)> =
        stories[first..].iter().map(|facts| (*facts, is_meant(facts))).collect();
    needed.reverse();
    for facts in stories[..first].iter().rev() {
        let count = before.entry(primary(&facts.language)).or_default();
        *count += 1;
        if *count <= WINDOW {
            needed.push((facts, false));
        }
    }
    needed.reverse();
    needed
}
