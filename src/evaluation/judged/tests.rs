//! What could be computed of hidden numbers from what all pages print, case by case.

mod two_pages;

use std::sync::Arc;

use super::*;
use crate::base::{Date, Source, SourcePath};
use crate::config::quarter::QuarterFile;
use crate::evaluation::months::hidden_months;
use crate::evaluation::voices::{Shown, Voices};
use crate::site::quarters::evaluated;

/// The quarters of files, which say what stands behind their headline.
fn quarters(files: &[(&str, &str)]) -> Quarters {
    let read = |(quarter, text): &(&str, &str)| {
        let path = SourcePath::new(&format!("content/metrics/{quarter}.toml")).expect("a path");
        let text = format!("quarter = \"{quarter}\"\nheadline = \"A\"\n{text}");
        let source = Source::new(path.clone(), text);
        let mut out = vec![];
        let (file, _) = QuarterFile::read(&source, &["en".to_owned()], &mut out);
        assert!(out.is_empty(), "{out:?}");
        (path, Arc::new(file))
    };
    evaluated(&Arc::new(files.iter().map(read).collect()), Date::constant(2026, 12, 31))
}

fn quarter(text: &str) -> Quarter {
    Quarter::parse(text).expect(text)
}

/// What stands on the page of a quarter: each measure, its number or None; then the one before it.
fn page(all: &Quarters, counted: &Voices, at: &str) -> Vec<(String, Option<f64>, Option<f64>)> {
    let at = quarter(at);
    let judged = |at: Quarter| Judged::of(all, counted.quarters.get(&at), at);
    let (own, before) = (judged(at), judged(at.previous()));
    let of = |(measure, shown): (&Measure, &ShownMeasure)| {
        let id = &measure.id.value;
        let earlier = all.get(&at.previous()).and_then(|file| file.measure(id)?.value);
        let earlier = measure.previous.or(earlier).filter(|_| !before.hides_previous(id));
        let value = measure.value.filter(|_| !shown.is_hidden);
        (id.clone(), value.map(|it| it.value), earlier.map(|it| it.value))
    };
    all[&at].measures().iter().zip(&own.measures).map(of).collect()
}

fn values(files: &[(&str, &str)], at: &str) -> Vec<Option<f64>> {
    let page = page(&quarters(files), &Voices::default(), at);
    page.into_iter().map(|(_, value, _)| value).collect()
}

fn earlier(files: &[(&str, &str)], at: &str) -> Vec<Option<f64>> {
    let page = page(&quarters(files), &Voices::default(), at);
    page.into_iter().map(|(_, _, earlier)| earlier).collect()
}

/// The months of the first series on a page; None where one is hidden or no series is shown.
fn months(files: &[(&str, &str)], at: &str) -> Vec<Option<f64>> {
    let (all, voices) = (quarters(files), Voices::default());
    let file = &all[&quarter(at)];
    let series = &file.words.series[0];
    let measure = file.measure(&series.id.value).expect("a measure");
    let hidden = hidden_months(&all, &voices, (file, measure), series);
    let is_hidden = Judged::of(&all, None, quarter(at)).hides(&series.id.value);
    let of = series.points.iter().zip(hidden);
    of.map(|(point, hidden)| point.v.filter(|_| !is_hidden && !hidden).map(|v| v.value)).collect()
}

#[test]
fn months_are_not_shown_beside_what_the_site_counts_of_their_quarter() {
    let text = |id: &str, points: &[(&str, u32)]| measure(id, "") + &series(id, points);
    let shown = |site: Voices, text: String| {
        let all = quarters(&[("2026-Q3", &text)]);
        let file = &all[&quarter("2026-Q3")];
        let series = &file.words.series[0];
        let measure = file.measure(&series.id.value).expect("a measure");
        hidden_months(&all, &site, (file, measure), series)
    };
    let hidden = counted(Some(9), None, None);
    assert_eq!(shown(hidden, text("new_voices", &[("2026-07", 6)])), [true], "three came back");
    let split = || counted(Some(15), Some(10), Some(5));
    let points = [("2026-07", 7), ("2026-08", 0)];
    assert_eq!(shown(split(), text("new_voices", &points)), [true, false], "three in September");
    assert_eq!(shown(split(), text("new_voices", &[("2026-07", 5)])), [false]);
}

fn measure(id: &str, rest: &str) -> String {
    format!("[[metrics]]\nid = \"{id}\"\n{rest}\n")
}

fn series(id: &str, points: &[(&str, u32)]) -> String {
    let points = points.iter().map(|(m, v)| format!("{{ m = \"{m}\", v = {v} }}"));
    let points = points.collect::<Vec<_>>().join(", ");
    format!("[[series]]\nid = \"{id}\"\npoints = [{points}]\n")
}

fn one(text: &str) -> Vec<Option<f64>> {
    values(&[("2026-Q3", text)], "2026-Q3")
}

#[test]
fn numbers_of_few_people_are_hidden_and_those_of_things_are_not() {
    let own = "name = \"A\"\ndefinition = \"A\"\n";
    for (id, rest, shown) in [
        ("conversations", "value = 4", None),
        ("conversations", "value = 5", Some(5.0)),
        ("conversations", "value = 0", Some(0.0)),
        ("questions_answered", "value = 3", Some(3.0)),
        ("boxes", &format!("{own}value = 3"), None),
        ("boxes", &format!("{own}counts = \"things\"\nvalue = 3"), Some(3.0)),
        ("i_dare", "value = 3.6\nn = 4", None),
        ("i_dare", "value = 3.6\nn = 5", Some(3.6)),
        ("perk_use", "value = 67\nn = 9", None),
        ("perk_use", "value = 67\nof = 9", None),
        ("perk_use", "value = 50\nn = 10", Some(50.0)),
        ("perk_use", "value = 50\nn = 100\nof = 4", None),
    ] {
        assert_eq!(one(&measure(id, rest)), [shown], "{id} {rest}");
    }
}

#[test]
fn a_mean_of_few_answers_is_hidden_wherever_the_file_tells_how_many() {
    let asked = "[[asked]]\nid = \"i_dare\"\nquestion = \"A\"\nvalue = 3.6\n";
    for (n, shown) in [(4, None), (5, Some(3.6))] {
        let text = format!("{}{asked}n = {n}\n", measure("i_dare", "value = 3.6"));
        assert_eq!(one(&text), [shown]);
        let files = [("2026-Q3", &*text), ("2026-Q4", &measure("i_dare", "value = 3.7"))];
        assert_eq!(earlier(&files, "2026-Q4"), [shown]);
    }
    let timed = format!("published_after = [1, 2]\n{}", measure("time_to_live", "value = 2"));
    assert_eq!(one(&timed), [None]);
}

#[test]
fn new_voices_are_not_told_by_the_others() {
    let voices = |rest: &[(&str, u32)]| {
        let text = |(id, value): &(&str, u32)| measure(id, &format!("value = {value}"));
        one(&rest.iter().map(text).collect::<String>())
    };
    let all = [("voices", 9), ("new_voices", 2), ("retention", 7)];
    assert_eq!(voices(&all), [Some(9.0), None, None]);
    assert_eq!(voices(&all[..2]), [Some(9.0), None]);
    assert_eq!(voices(&[all[0], all[2]]), [Some(9.0), None], "the other two are new");
    assert_eq!(voices(&all[2..]), [Some(7.0)]);
    let context = format!(
        "{}{}",
        measure("voices", "value = 9"),
        measure("retention", "value = 7\ncontext_only = true")
    );
    assert_eq!(one(&context), [Some(9.0), None], "whether they are small on the page or not");
}

#[test]
fn a_measure_that_stands_twice_tells_no_few_people() {
    let twice = |a: u32, b: u32| {
        let text = |it: u32| measure("conversations", &format!("value = {it}"));
        one(&format!("{}{}", text(a), text(b)))
    };
    assert_eq!(twice(9, 7), [Some(9.0), None]);
    assert_eq!(twice(9, 20), [Some(9.0), Some(20.0)]);
}

fn counted(voices: Shown, new: Shown, back: Shown) -> Voices {
    let counts = Counts { voices, new, back, ..Counts::default() };
    Voices { quarters: [(quarter("2026-Q3"), counts)].into(), ..Voices::default() }
}

#[test]
fn what_the_site_counts_and_what_the_file_says_tell_no_few_people_together() {
    let split = |new: Shown, back: Shown, text: &str| {
        let all = quarters(&[("2026-Q3", text)]);
        let page = page(&all, &counted(Some(9), new, back), "2026-Q3");
        page.into_iter().map(|(_, value, _)| value).collect::<Vec<_>>()
    };
    let of = |text: &str| split(None, None, text);
    assert_eq!(of(&measure("voices", "value = 9")), [Some(9.0)]);
    assert_eq!(of(&measure("voices", "value = 11")), [None], "two are not named");
    assert_eq!(of(&measure("voices", "value = 7")), [None]);
    assert_eq!(of(&measure("voices", "value = 14")), [Some(14.0)]);
    assert_eq!(of(&measure("new_voices", "value = 6")), [None], "the site hides them");
    let both = format!("{}{}", measure("voices", "value = 9"), measure("new_voices", "value = 9"));
    assert_eq!(split(Some(9), Some(0), &both), [Some(9.0), Some(9.0)]);
    // Twelve returning ones would be two more than the site counts.
    let all = quarters(&[(
        "2026-Q3",
        &format!("{}{}", measure("voices", "value = 27"), measure("new_voices", "value = 15")),
    )]);
    let page = page(&all, &counted(Some(20), Some(10), Some(10)), "2026-Q3");
    assert!(page.iter().any(|(_, value, _)| value.is_none()), "{page:?}");
}

#[test]
fn the_quarter_before_is_judged_as_on_its_own_page() {
    let before = format!(
        "{}{}",
        measure("voices", "value = 12\nprevious = 9"),
        measure("new_voices", "value = 12\nprevious = 6")
    );
    assert_eq!(
        earlier(&[("2026-Q4", &before)], "2026-Q4"),
        [Some(9.0), None],
        "no file says it, and the other three are told nevertheless"
    );
    // The one number stands on the page of the quarter, the other on the next one.
    let files = [
        ("2026-Q3", &*measure("new_voices", "value = 6")),
        ("2026-Q4", &measure("voices", "value = 12\nprevious = 9")),
    ];
    let both = (values(&files, "2026-Q3"), earlier(&files, "2026-Q4"));
    assert_eq!(both, (vec![None], vec![Some(9.0)]));
    let files = [
        ("2026-Q3", &*measure("voices", "value = 9")),
        ("2026-Q4", &measure("new_voices", "value = 12\nprevious = 6")),
    ];
    let both = (values(&files, "2026-Q3"), earlier(&files, "2026-Q4"));
    assert_eq!(both, (vec![Some(9.0)], vec![None]));
    // A number that is corrected by two.
    let files = [
        ("2026-Q3", &*measure("conversations", "value = 9")),
        ("2026-Q4", &measure("conversations", "value = 12\nprevious = 11")),
    ];
    let both = (values(&files, "2026-Q3"), earlier(&files, "2026-Q4"));
    assert!(both.0 == [None] || both.1 == [None], "{both:?}");
    // What the site hides of a quarter for which there is no file.
    let all = quarters(&[("2026-Q4", &measure("new_voices", "value = 12\nprevious = 6"))]);
    let page = page(&all, &counted(Some(9), None, None), "2026-Q4");
    assert_eq!(page[0].2, None);
}

#[test]
fn months_are_hidden_with_their_measure() {
    let three = |id: &str| series(id, &[("2026-07", 6), ("2026-08", 7), ("2026-09", 8)]);
    let of = |text: String| months(&[("2026-Q3", &text)], "2026-Q3");
    let split = format!(
        "{}{}{}",
        measure("voices", "value = 9"),
        measure("new_voices", "value = 6"),
        series("new_voices", &[("2026-07", 6)])
    );
    assert_eq!(of(split), [None]);
    assert_eq!(of(measure("i_dare", "value = 3.6\nn = 4") + &three("i_dare")), [None; 3]);
    assert_eq!(of(measure("perk_use", "value = 67\nn = 9") + &three("perk_use")), [None; 3]);
    let perks = series("perk_use", &[("2026-07", 50), ("2026-08", 67), ("2026-09", 0)]);
    assert_eq!(
        of(measure("perk_use", "value = 50\nn = 10") + &perks),
        [Some(50.0), None, Some(0.0)],
        "each month, too"
    );
    let things =
        measure("things_changed", "value = 3") + &series("things_changed", &[("2026-07", 3)]);
    assert_eq!(of(things), [Some(3.0)]);
}

#[test]
fn a_month_that_is_left_out_is_not_told_by_the_others() {
    let of = |value: u32, points: &[(&str, u32)]| {
        let text = measure("conversations", &format!("value = {value}"));
        months(&[("2026-Q3", &(text + &series("conversations", points)))], "2026-Q3")
    };
    assert_eq!(of(24, &[("2026-07", 10), ("2026-08", 11)]), [None, Some(11.0)]);
    assert_eq!(of(30, &[("2026-07", 10), ("2026-08", 11)]), [Some(10.0), Some(11.0)]);
    let all = [("2026-07", 3), ("2026-08", 6), ("2026-09", 7)];
    assert_eq!(of(16, &all), [None, None, Some(7.0)]);
    assert_eq!(of(20, &all[2..]), [Some(7.0)]);
    let none = measure("conversations", "") + &series("conversations", &all);
    assert_eq!(months(&[("2026-Q3", &none)], "2026-Q3"), [None, None, Some(7.0)]);
}

#[test]
fn the_last_quarter_of_a_year_is_not_told_by_the_number_of_the_year() {
    let quarters = [("2026-01", 6), ("2026-04", 7), ("2026-07", 8), ("2026-10", 3)];
    let of = |value: u32| {
        let text = measure("conversations", &format!("value = {value}"));
        let text = text + &series("conversations", &quarters);
        values(&[("2026-Q4", &*text)], "2026-Q4")
    };
    assert_eq!(of(24), [None]);
    assert_eq!(of(31), [Some(31.0)], "seven are in no month");
    assert_eq!(of(9), [Some(9.0)], "it is of its quarter");
}

#[test]
fn a_month_is_hidden_on_every_page_or_on_none() {
    let third = [("2026-07", 3), ("2026-08", 6), ("2026-09", 7)];
    let fourth = [third[0], third[1], third[2], ("2026-10", 2), ("2026-11", 9)];
    let files = [
        ("2026-Q3", measure("conversations", "value = 16") + &series("conversations", &third)),
        ("2026-Q4", measure("conversations", "value = 11") + &series("conversations", &fourth)),
    ];
    let files = [(files[0].0, &*files[0].1), (files[1].0, &*files[1].1)];
    assert_eq!(months(&files, "2026-Q3"), [None, None, Some(7.0)]);
    assert_eq!(months(&files, "2026-Q4"), [None, None, Some(7.0), None, None]);
    // August is corrected by two.
    let later = series("conversations", &[("2026-08", 8), ("2026-10", 11)]);
    let files = [files[0], ("2026-Q4", &*(measure("conversations", "value = 11") + &later))];
    assert_eq!(months(&files, "2026-Q4"), [None, Some(11.0)]);
    // The number of the quarter is hidden, and its months stand on a later page.
    let voices = measure("voices", "value = 9") + &measure("new_voices", "value = 6");
    let later = measure("new_voices", "value = 9") + &series("new_voices", &[("2026-09", 6)]);
    let files = [("2026-Q3", &*voices), ("2026-Q4", &*later)];
    assert_eq!(months(&files, "2026-Q4"), [None]);
    // New and returning voices of one month.
    let split = measure("voices", "")
        + &measure("new_voices", "")
        + &series("new_voices", &[("2026-07", 6)])
        + &series("voices", &[("2026-07", 9)]);
    assert_eq!(months(&[("2026-Q3", &split)], "2026-Q3"), [None]);
}

#[test]
fn how_many_were_asked_is_not_told_where_few_are_left() {
    let shown = |rest: &str| {
        let all = quarters(&[("2026-Q3", &measure("applications_mentioning", rest))]);
        let shown = Judged::of(&all, None, quarter("2026-Q3")).measures[0];
        assert!(!shown.is_hidden);
        (shown.shows_base, shown.shows_target)
    };
    assert_eq!(shown("value = 39\nn = 41\ntarget = 40"), (false, true));
    assert_eq!(shown("value = 39\nn = 41\ntarget = 41"), (false, false), "all of them");
    assert_eq!(shown("value = 7\nn = 41\ntarget = 41"), (true, true));
    assert_eq!(shown("value = 7\nn = 41\nof = 43"), (false, true), "two did not answer");
}
