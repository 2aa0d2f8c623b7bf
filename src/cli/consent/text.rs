//! The register of consent and its preview, as people read them.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Preview, Register, word};
use crate::base::{Date, UrlPath};
use crate::site::consent::{Answer, Unseen};
use crate::site::register::{Record, lapsing};
use crate::site::{BuildAudience, BuildOptions};

/// Addresses that are named before the rest is counted.
const NAMED: usize = 6;

/// Who is seen somewhere or said something comes with all of it; the others are counted.
pub(super) fn register(register: &Register, options: &BuildOptions) -> String {
    let readers = match options.audience {
        BuildAudience::Internal => "colleagues",
        BuildAudience::Public => "everybody",
    };
    let mut out = format!("Consent on {}, for {readers} as readers\n", options.today);
    let is_silent = |record: &&Record| {
        record.photos.is_empty()
            && record.named_in.is_empty()
            && record.tells.is_empty()
            && record.given.is_none()
            && record.pictures == Answer::Unasked
            && record.may_be_named
    };
    for record in register.records.iter().filter(|record| !is_silent(record)) {
        person(&mut out, record, register);
    }
    let silent = register.records.iter().filter(is_silent).count();
    if silent > 0 {
        let _ = writeln!(out, "\n{silent} more people: seen nowhere, and not asked yet");
    }
    let lapsing = lapsing(&register.records);
    let _ = match lapsing.as_slice() {
        [] => writeln!(out, "\nNo consent has a last day."),
        _ => writeln!(out, "\nWhat ends next:"),
    };
    for (day, record) in lapsing {
        let _ = writeln!(out, "  {day}  {}: {}", record.name, covered(record));
    }
    out
}

fn person(out: &mut String, record: &Record, register: &Register) {
    let _ = writeln!(out, "\n{} ({})", record.name, record.id);
    let name = if record.may_be_named { "yes" } else { "no" };
    let _ = write!(out, "  name: {name}; pictures: {}", word(record.pictures));
    for (word, day) in [("given", record.given), ("until", record.until)] {
        if let Some(day) = day {
            let _ = write!(out, "; {word} {day}");
        }
    }
    if let Some(reference) = &record.reference {
        let _ = write!(out, "; recorded as {reference}");
    }
    out.push('\n');
    for photo in &record.photos {
        let state = match (photo.unseen, photo.answer) {
            (Some(Unseen::TakenDown), _) => " (taken down)",
            (Some(Unseen::Withheld), _) => " (not shown: somebody in it was not asked yet)",
            (None, Answer::Yes) => "",
            (None, _) => " (not shown)",
        };
        let _ = writeln!(out, "  photo {}{state}", photo.path);
        let nowhere = BTreeSet::new();
        let pages = register.pages.get(&photo.path).unwrap_or(&nowhere);
        let _ = writeln!(out, "    named in {}; {}", photo.text, places(pages));
    }
    for (what, texts) in [("named in", &record.named_in), ("author of", &record.tells)] {
        if !texts.is_empty() {
            let _ = writeln!(out, "  {what} {}", texts.join(", "));
        }
    }
}

/// A heading and what belongs under it, a line each.
fn list<T: std::fmt::Display>(out: &mut String, heading: &str, all: impl IntoIterator<Item = T>) {
    let lines: String = all.into_iter().map(|one| format!("  {one}\n")).collect();
    let _ = writeln!(out, "{heading}: {}", if lines.is_empty() { "none" } else { "" });
    out.push_str(&lines);
}

/// What would go, and what would read otherwise.
pub(super) fn preview(preview: &Preview, today: Date) -> String {
    let name = &preview.record.name;
    let mut out = format!("If {name} withdrew all consent, the next build would do this:\n\n");
    if preview.has_errors {
        out += "This site has errors, and what stands in a file with an error may be missing here: see \
                storywall check\n\n";
    }
    let none = preview.photos.is_empty();
    let _ = writeln!(out, "Photos removed: {}", if none { "none" } else { "" }.trim_end());
    for (path, pages) in &preview.photos {
        let _ = writeln!(out, "  {path}: {}", places(pages));
    }
    list(&mut out, "Stories no longer shown", &preview.stories);
    list(&mut out, "Files in which somebody else must be named", &preview.tasks);
    for (what, all) in [
        ("Addresses that would keep the name", &preview.addresses),
        ("To be read, for a part of the name stands there", &preview.words),
    ] {
        let _ = writeln!(out, "{what}: {}", if all.is_empty() { "none" } else { "" });
        for (path, lines) in all {
            if lines.contains(&None) {
                let _ = writeln!(out, "  {path}");
            }
            let lines: Vec<String> = lines.iter().flatten().map(usize::to_string).collect();
            let _ = match lines.as_slice() {
                [] => Ok(()),
                [line] => writeln!(out, "  {path}, line {line}"),
                [before @ .., last] => {
                    writeln!(out, "  {path}, lines {} and {last}", before.join(", "))
                }
            };
        }
    }
    list(
        &mut out,
        "Look yourself in these files, which no program can read for the name",
        &preview.unread,
    );
    let changed = |is_of: fn(&str) -> bool| {
        let changed = preview.difference.changed.iter();
        changed.filter(move |it| is_of(it.as_str())).cloned().collect::<BTreeSet<_>>()
    };
    let pages = changed(|address| address.ends_with(".html"));
    let feeds = changed(|address| address.starts_with("feeds/"));
    let gone: BTreeSet<UrlPath> = preview.difference.gone.iter().cloned().collect();
    let _ = writeln!(out, "Addresses that would be gone: {}", counted(&gone));
    let _ = writeln!(out, "Pages that would change: {}", counted(&pages));
    let _ = writeln!(out, "Feeds that would change: {}", counted(&feeds));
    let _ = writeln!(
        out,
        "\nNothing was changed. To withdraw it, write under consent: in content/people/{}.md\n  \
         photo: no, for pictures only, or withdrawn: {today}, for the name as well",
        preview.record.id
    );
    out.replace(": \n", ":\n")
}

fn counted(addresses: &BTreeSet<UrlPath>) -> String {
    match addresses.len() {
        0 => "none".to_owned(),
        count => format!("{count} ({})", listed(addresses)),
    }
}

fn places(pages: &BTreeSet<UrlPath>) -> String {
    match pages.len() {
        0 => "on no page".to_owned(),
        1 => format!("on 1 page: {}", listed(pages)),
        count => format!("on {count} pages and feeds: {}", listed(pages)),
    }
}

/// The first of them, shortest first, so that those of the first language lead.
fn listed(addresses: &BTreeSet<UrlPath>) -> String {
    let mut all: Vec<&str> = addresses.iter().map(UrlPath::as_str).collect();
    all.sort_by_key(|address| (address.split('/').count(), address.len()));
    let more = all.len().saturating_sub(NAMED);
    let named = all[..all.len().min(NAMED)].join(", ");
    if more == 0 { named } else { format!("{named}, and {more} more") }
}

/// What a record's end would touch.
fn covered(record: &Record) -> String {
    let shown = record.photos.iter().filter(|photo| photo.unseen.is_none()).count();
    let of = |count: usize, one: &str, many: &str| {
        format!("{count} {}", if count == 1 { one } else { many })
    };
    format!(
        "{}, named in {}, author of {}",
        of(shown, "photo", "photos"),
        of(record.named_in.len(), "story", "stories"),
        record.tells.len()
    )
}
