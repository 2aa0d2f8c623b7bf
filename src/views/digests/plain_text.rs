//! A letter as plain text, for email programs that show nothing else and for people who prefer it.

use super::contents::{Letter, Told};
use crate::language::Arg;
use crate::submission::words_of_html;
use crate::views::scene::Scene;

/// Lines are not longer than this: what email programs quote stays whole.
const WIDTH: usize = 72;

/// The letter, in lines. `intro` is its introduction in HTML with absolute addresses.
pub(super) fn plain_text(
    scene: &Scene<'_>,
    letter: &Letter,
    intro: &str,
    base: &str,
    read: Option<&str>,
) -> String {
    let mut page = Lines::default();
    let is_paused = scene.site.pause().is_some();
    let site = &scene.site.config.file.title;
    let site = site.get(scene.code(), scene.site.default_language());
    page.heading(&letter.title);
    page.say(&format!("{site}, {}", letter.days));
    page.gap();
    for paragraph in words_of_html(intro).lines() {
        match paragraph.trim() {
            "" => page.gap(),
            words => page.say(words),
        }
    }
    if let Some(by) = &letter.by {
        page.gap();
        page.say(&of_whom(&by.face.name, &by.face.post));
        if by.contact.as_ref().is_some_and(|contact| contact.mail.is_some()) {
            page.say(&scene.text("letter-answers"));
        }
    }
    if let Some(first) = &letter.first {
        page.part(&scene.text("letter-first"));
        story(scene, &mut page, first, letter.why.as_deref(), base);
    }
    if !letter.new.is_empty() {
        page.part(&scene.text("letter-new"));
        for told in &letter.new {
            story(scene, &mut page, told, None, base);
        }
        if letter.more > 0 {
            let more = Arg::Number(i64::try_from(letter.more).unwrap_or(i64::MAX));
            page.say(&scene.text_with("letter-more", &[("n", more)]));
            page.address(base, &scene.url("stories/index.html"));
        }
    }
    if letter.first.is_none() && letter.new.is_empty() && letter.outcomes.is_empty() {
        page.gap();
        page.say(&scene.text(if is_paused { "letter-quiet-paused" } else { "letter-quiet" }));
    }
    if !letter.outcomes.is_empty() {
        page.part(&scene.text("letter-came"));
        for came in &letter.outcomes {
            page.item(&came.text);
            page.below(&came.title);
            page.address(base, &came.url);
            page.gap();
        }
    }
    for call in &letter.calls {
        let left = Arg::Number(i64::from(call.days_left));
        page.part(&scene.text_with("letter-days-left", &[("n", left)]));
        let place = call.place.iter().map(String::as_str);
        page.say(&[call.name.as_str()].into_iter().chain(place).collect::<Vec<_>>().join(", "));
        page.say(&scene.text_with("closes-on", &[("day", Arg::Text(&call.closes.long))]));
        if call.is_for_first_timers {
            page.say(&scene.text("letter-first-timers"));
        }
        if let Some(ask) = &call.ask {
            let way = ask.phone.as_ref().or(ask.mail.as_ref());
            page.say(
                &[&ask.name].into_iter().chain(way).map(|it| &**it).collect::<Vec<_>>().join(", "),
            );
        }
        page.address(base, &call.url);
    }
    if !letter.questions.is_empty() {
        page.part(&scene.text("letter-answered"));
        for asked in &letter.questions {
            page.say(&asked.title);
            page.below(&asked.begins);
            page.address(base, &asked.url);
            page.gap();
        }
    }
    if let Some(names) = &letter.thanks {
        page.part(&scene.text("letter-thanks"));
        page.say(&scene.text_with("letter-thanks-to", &[("names", Arg::Text(names))]));
        if let Some(names) = &letter.helped {
            page.say(&scene.text_with("letter-helped", &[("names", Arg::Text(names))]));
        }
    }
    if let Some(question) = &letter.question {
        page.part(&scene.text("letter-question"));
        page.say(question);
        if scene.site.invites() && !is_paused {
            page.address(base, &scene.url(crate::site::links::TELL));
        }
    }
    page.rule();
    page.say(&scene.text_with("letter-sent-to", &[("site", Arg::Text(site))]));
    page.say(&scene.text("letter-stop"));
    page.say(&scene.text("letter-uncounted"));
    if let Some(read) = read {
        page.say(&scene.text("letter-read"));
        page.address("", read);
    }
    page.0.join("\n") + "\n"
}

fn story(scene: &Scene<'_>, page: &mut Lines, told: &Told, why: Option<&str>, base: &str) {
    page.say(&told.card.title);
    page.below(&told.lines);
    if let Some(came) = &told.came {
        page.gap();
        page.below(&format!("{}: {came}", scene.text("what-came-of-it")));
    }
    page.gap();
    let who = match &told.who {
        Some(who) => of_whom(who, told.post.as_deref().unwrap_or_default()),
        None => scene.text("anonymous"),
    };
    let tongue = told.card.lang_name.as_ref().map(|name| format!(" ({name})"));
    page.below(&format!("{who}{}", tongue.unwrap_or_default()));
    page.gap_if(why.is_some());
    if let Some(why) = why {
        page.below(why);
    }
    page.address(base, &told.card.url);
    page.gap();
}

fn of_whom(name: &str, post: &str) -> String {
    match post {
        "" => name.to_owned(),
        post => format!("{name}, {post}"),
    }
}

/// The lines of a text.
#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn say(&mut self, words: &str) {
        self.wrapped(words, "", "");
    }

    fn item(&mut self, words: &str) {
        self.wrapped(words, "- ", "  ");
    }

    fn below(&mut self, words: &str) {
        self.wrapped(words, "  ", "  ");
    }

    /// An address stays whole, however long it is.
    fn address(&mut self, base: &str, url: &str) {
        self.0.push(format!("  {base}{url}"));
    }

    fn heading(&mut self, words: &str) {
        self.say(&words.to_uppercase());
    }

    fn part(&mut self, words: &str) {
        self.gap();
        self.gap_always();
        self.heading(words);
        self.gap();
    }

    fn rule(&mut self) {
        self.gap();
        self.0.push("-".repeat(WIDTH));
    }

    /// One empty line, and not another.
    fn gap(&mut self) {
        if self.0.last().is_some_and(|line| !line.is_empty()) {
            self.gap_always();
        }
    }

    fn gap_if(&mut self, is_wanted: bool) {
        if is_wanted {
            self.gap();
        }
    }

    fn gap_always(&mut self) {
        self.0.push(String::new());
    }

    fn wrapped(&mut self, words: &str, first: &str, others: &str) {
        let mut line = first.to_owned();
        let mut is_empty = true;
        for word in words.split_whitespace() {
            let length = line.chars().count() + usize::from(!is_empty) + word.chars().count();
            if !is_empty && length > WIDTH {
                self.0.push(std::mem::replace(&mut line, others.to_owned()));
                is_empty = true;
            }
            line.push_str(if is_empty { "" } else { " " });
            line.push_str(word);
            is_empty = false;
        }
        if !is_empty {
            self.0.push(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words_and_addresses_are_not() {
        let mut page = Lines::default();
        page.gap();
        page.item(&"word ".repeat(20));
        page.gap();
        page.gap();
        page.address("https://a.example/", &"b".repeat(80));
        let expected = [
            format!("- {}", ["word"; 14].join(" ")),
            format!("  {}", ["word"; 6].join(" ")),
            String::new(),
            format!("  https://a.example/{}", "b".repeat(80)),
        ];
        assert_eq!(page.0, expected);
    }
}
