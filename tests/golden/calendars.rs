//! The calendars of meetings, read by a parser that allows nothing but what RFC 5545 does, and expanded day
//! by day: they must say the same days as the pages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::ROOT;
use crate::project::{Pages, Project, options};
use storywall::base::Date;

/// A component with its properties and those within it.
#[derive(Debug, Default)]
struct Component {
    name: String,
    properties: Vec<Property>,
    inside: Vec<Component>,
}

#[derive(Clone, Debug)]
struct Property {
    name: String,
    parameters: BTreeMap<String, String>,
    value: String,
}

impl Component {
    fn all(&self, name: &str) -> Vec<&Property> {
        self.properties.iter().filter(|it| it.name == name).collect()
    }

    /// A property that stands exactly once.
    fn one(&self, name: &str) -> &Property {
        let all = self.all(name);
        assert_eq!(all.len(), 1, "{name} in {}", self.name);
        all[0]
    }

    fn within(&self, name: &str) -> Vec<&Component> {
        self.inside.iter().filter(|it| it.name == name).collect()
    }
}

fn parsed(text: &str) -> Component {
    assert!(text.ends_with("\r\n"), "the last line ends, too");
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "a lone end of a line: {line:?}");
    }
    let unfolded = text.replace("\r\n ", "");
    let mut open: Vec<Component> = vec![Component::default()];
    for line in unfolded.split_terminator("\r\n") {
        let property = property(line);
        match &*property.name {
            "BEGIN" => open.push(Component { name: property.value, ..Component::default() }),
            "END" => {
                let done = open.pop().expect("one is open");
                assert_eq!(done.name, property.value);
                open.last_mut().expect("it is within another").inside.push(done);
            }
            _ => open.last_mut().expect("one is open").properties.push(property),
        }
    }
    assert_eq!(open.len(), 1, "all are closed");
    let mut whole = open.remove(0);
    assert!(whole.properties.is_empty() && whole.inside.len() == 1, "one calendar");
    whole.inside.remove(0)
}

fn property(line: &str) -> Property {
    let (head, value) = line.split_once(':').unwrap_or_else(|| panic!("no colon: {line}"));
    let mut parts = head.split(';');
    let name = parts.next().unwrap_or_default().to_owned();
    assert!(
        name.bytes().all(|b| b.is_ascii_uppercase() || b == b'-') && !name.is_empty(),
        "{line}"
    );
    let parameters = parts.map(|it| {
        let (name, value) = it.split_once('=').unwrap_or_else(|| panic!("no value: {line}"));
        (name.to_owned(), value.to_owned())
    });
    let property = Property { name, parameters: parameters.collect(), value: value.to_owned() };
    if matches!(&*property.name, "SUMMARY" | "DESCRIPTION" | "LOCATION" | "NAME" | "X-WR-CALNAME") {
        let mut signs = value.chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => assert!(signs.next().is_some_and(|it| "\\;,nN".contains(it)), "{line}"),
                ';' | ',' => panic!("not escaped: {line}"),
                _ => {}
            }
        }
    }
    property
}

fn day(digits: &str) -> Date {
    let number = |range: std::ops::Range<usize>| digits[range].parse::<i16>().expect("digits");
    let small = |range| i8::try_from(number(range)).expect("small");
    Date::new(number(0..4), small(4..6), small(6..8)).expect("a day")
}

/// The day of a moment in UTC by the clocks of a place, or a day as it stands.
fn local_day(digits: &str, zone: Option<&str>) -> Date {
    let Some(zone) = zone else { return day(digits) };
    let part = |range: std::ops::Range<usize>| digits[range].parse::<i8>().expect("digits");
    let shown = day(digits).at(part(9..11), part(11..13), part(13..15), 0);
    let moment = jiff::tz::Offset::UTC.to_timestamp(shown).expect("a moment");
    jiff::tz::TimeZone::get(zone).expect("a zone").to_datetime(moment).date()
}

/// The days of an event from one day on until another, by its rule.
fn days(event: &Component, from: Date, until: Date) -> BTreeSet<Date> {
    let start = event.one("DTSTART");
    let first = day(&start.value);
    let Some(rule) = event.all("RRULE").first().map(|it| it.value.clone()) else {
        return (first >= from && first <= until).then_some(first).into_iter().collect();
    };
    let parts: BTreeMap<&str, &str> =
        rule.split(';').map(|part| part.split_once('=').expect("a part has a value")).collect();
    let by_day = parts["BYDAY"];
    let (nth, letters) = by_day.split_at(by_day.len() - 2);
    let every: i32 = parts.get("INTERVAL").map_or(1, |it| it.parse().expect("a number"));
    if let Some(end) = parts.get("UNTIL") {
        assert_eq!(end.ends_with('Z'), start.parameters.contains_key("TZID"), "UNTIL is in UTC");
    }
    let zone = start.parameters.get("TZID").map(String::as_str);
    let last = parts.get("UNTIL").map_or(until, |end| local_day(end, zone).min(until));
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let is_weekday = |date: Date| {
        names[usize::try_from(date.weekday().to_monday_zero_offset()).expect("small")] == letters
    };
    let is_in = |date: &Date| {
        if !is_weekday(*date) {
            return false;
        }
        let months = (i32::from(date.year()) - i32::from(first.year())) * 12
            + i32::from(date.month() - first.month());
        match parts["FREQ"] {
            "WEEKLY" => true,
            "MONTHLY" => {
                months % every == 0
                    && match nth.parse::<i8>().expect("a number") {
                        -1 => date.day() > date.days_in_month() - 7,
                        nth => (date.day() - 1) / 7 + 1 == nth,
                    }
            }
            other => panic!("{other}"),
        }
    };
    assert!(is_in(&first), "the first day is one of the rule");
    let left_out: BTreeSet<Date> = event
        .all("EXDATE")
        .into_iter()
        .map(|it| {
            assert_eq!(it.parameters, start.parameters, "EXDATE is of the kind of DTSTART");
            assert_eq!(it.value.get(8..), start.value.get(8..), "and at its hour");
            day(&it.value)
        })
        .collect();
    let mut found = BTreeSet::new();
    let mut at = first;
    while at <= last {
        if at >= from && is_in(&at) && !left_out.contains(&at) {
            found.insert(at);
        }
        at = at.tomorrow().expect("there is one");
    }
    found
}

fn calendar(pages: &Pages, address: &str) -> Component {
    let bytes = pages.all.get(address).unwrap_or_else(|| panic!("no {address}"));
    let calendar = parsed(std::str::from_utf8(bytes).expect("text"));
    assert_eq!(calendar.name, "VCALENDAR");
    assert_eq!(calendar.one("VERSION").value, "2.0");
    let _ = calendar.one("PRODID");
    let mut ids = BTreeSet::new();
    let zones: BTreeSet<String> =
        calendar.within("VTIMEZONE").into_iter().map(|it| it.one("TZID").value.clone()).collect();
    for event in calendar.within("VEVENT") {
        assert!(ids.insert(event.one("UID").value.clone()), "two events of one id");
        assert!(event.one("DTSTAMP").value.ends_with('Z'));
        let _ = event.one("SUMMARY");
        for property in &event.properties {
            if let Some(zone) = property.parameters.get("TZID") {
                assert!(zones.contains(zone), "the clocks of {zone} are told");
            }
        }
    }
    calendar
}

/// The days of all events, in order.
fn all_days(calendar: &Component, from: Date, until: Date) -> BTreeSet<Date> {
    calendar.within("VEVENT").into_iter().flat_map(|event| days(event, from, until)).collect()
}

#[test]
fn the_example_s_calendars_say_the_days_of_its_pages() {
    let pages = Pages::of(&Project::on_disk(Path::new(ROOT)).open(options()));
    for language in ["", "da/", "nl/"] {
        for name in ["story-half-hour", "story-round", "quarterly-evaluation"] {
            let address = format!("{language}programme/meetings/{name}.ics");
            let calendar = calendar(&pages, &address);
            let found = all_days(&calendar, options().today, Date::constant(2029, 1, 1));
            let html = pages.text(&address.replace(".ics", ".html")).expect("its page");
            let shown =
                html.split("<time datetime=\"").skip(1).filter_map(|it| it.split('"').next());
            let shown: BTreeSet<Date> = shown.map(|it| it.parse().expect("a day")).collect();
            let soon: BTreeSet<Date> = found.into_iter().take(shown.len()).collect();
            assert!(shown.len() > 3, "{address}");
            assert_eq!(soon, shown, "{address}");
        }
        let all = calendar(&pages, &format!("{language}programme/meetings.ics"));
        assert_eq!(all.within("VEVENT").len(), 3);
        assert_eq!(all.within("VTIMEZONE").len(), 1);
    }
}

#[test]
fn a_calendar_keeps_holidays_moves_and_ends() {
    let mut project = Project::small();
    project.text(
        "content/programme.toml",
        "[purpose]\nsentence = \"A\"\n[may]\ncontact = \"anna-bech\"\n\
         [[meetings]]\nid = \"week\"\nname = \"Half hour; all, \\\\ ports\"\nevery = \"week\"\n\
         day = \"Monday\"\ntime = \"00:30\"\nminutes = 30\nsince = 2026-11-02\nuntil = 2027-01-20\n\
         except = [2026-12-28, 2026-12-29]\nmoved = [{ from = 2026-11-30, to = 2026-12-02, time = \"09:00\" }]\n\
         [[meetings]]\nid = \"last\"\nname = \"Last\"\nevery = \"month\"\nday = \"Friday\"\nwhich = \"last\"\n\
         since = 2026-11-01\nuntil = 2027-02-01\n",
    );
    project.text(
        "site.toml",
        "title = \"Harbour Line\"\nbase_url = \"https://people.harbour.example/\"\ntime_zone = \
         \"Europe/Copenhagen\"\n",
    );
    let pages = Pages::of(&project.open(options()));
    let week = calendar(&pages, "programme/meetings/week.ics");
    let found = all_days(&week, Date::constant(2026, 11, 1), Date::constant(2028, 1, 1));
    let found: Vec<String> = found.into_iter().map(|it| it.to_string()).collect();
    let expected = [
        "2026-11-02",
        "2026-11-09",
        "2026-11-16",
        "2026-11-23",
        "2026-12-02",
        "2026-12-07",
        "2026-12-14",
        "2026-12-21",
        "2027-01-04",
        "2027-01-11",
        "2027-01-18",
    ];
    // Half past midnight there is the evening before in UTC.
    let series = week.within("VEVENT")[0];
    assert!(series.one("RRULE").value.ends_with(";UNTIL=20270117T233000Z"), "{series:?}");
    assert_eq!(found, expected);
    let last = calendar(&pages, "programme/meetings/last.ics");
    assert!(last.within("VTIMEZONE").is_empty(), "without an hour, no clocks");
    let found = all_days(&last, Date::constant(2026, 11, 1), Date::constant(2028, 1, 1));
    let found: Vec<String> = found.into_iter().map(|it| it.to_string()).collect();
    assert_eq!(found, ["2026-11-27", "2026-12-25", "2027-01-29"]);
}

/// The small site with these meetings, by the clocks of Copenhagen.
fn with_meetings(meetings: &str) -> Project {
    let mut project = Project::small();
    project.text(
        "content/programme.toml",
        &format!(
            "[purpose]\nsentence = \"A\"\n[may]\ncontact = \"anna-bech\"\n{}",
            meetings.replace("[[", "\n[[")
        ),
    );
    project.text(
        "site.toml",
        "title = \"Harbour Line\"\nbase_url = \"https://people.harbour.example/\"\ntime_zone = \
         \"Europe/Copenhagen\"\n",
    );
    project
}

/// The clocks of a thousand years ago are none that a program knows, and no series ends in 1970.
#[test]
fn days_far_away_alter_no_hour_and_end_no_series() {
    for (since, until) in [
        ("1000-01-01", "2150-01-01"),
        ("1899-12-31", "9999-12-31"),
        ("1969-01-01", "9999-12-30"),
        ("2014-03-05", "2101-01-01"),
    ] {
        let project = with_meetings(&format!(
            "[[meetings]]\nid = \"old\"\nname = \"Old\"\nevery = \"week\"\nday = \"Monday\"\n\
             time = \"14:00\"\nsince = {since}\nuntil = {until}\n"
        ));
        let pages = Pages::of(&project.open(options()));
        let old = calendar(&pages, "programme/meetings/old.ics");
        let series = old.within("VEVENT")[0];
        assert_eq!(series.one("DTSTART").value, "20260105T140000", "{since}");
        assert_eq!(series.one("RRULE").value, "FREQ=WEEKLY;BYDAY=MO", "{until}");
        let zone = old.within("VTIMEZONE")[0];
        for (kind, to) in [("STANDARD", "+0100"), ("DAYLIGHT", "+0200")] {
            let kinds = zone.within(kind);
            assert_eq!(kinds.len(), 1, "{since}");
            assert_eq!(kinds[0].one("TZOFFSETTO").value, to);
            assert!(kinds[0].one("RRULE").value.starts_with("FREQ=YEARLY"));
        }
    }
}

#[test]
fn a_series_that_ends_before_it_begins_is_none() {
    for (since, until) in [("2027-06-01", "2027-05-01"), ("2027-06-01", "2027-06-02")] {
        let project = with_meetings(&format!(
            "[[meetings]]\nid = \"never\"\nname = \"Never\"\nday = \"Monday\"\ntime = \"14:00\"\n\
             since = {since}\nuntil = {until}\n"
        ));
        let pages = Pages::of(&project.open(options()));
        let never = calendar(&pages, "programme/meetings/never.ics");
        assert!(never.within("VEVENT").is_empty(), "{never:?}");
    }
}

#[test]
fn an_hour_of_one_day_alone_has_its_clocks_and_a_day_is_moved_once() {
    let project = with_meetings(
        "[[meetings]]\nid = \"days\"\nname = \"Days\"\nday = \"Monday\"\nsince = 2026-11-02\n\
         moved = [{ from = 2026-12-07, to = 2026-12-08, time = \"09:00\" }, \
         { from = 2026-12-07, to = 2026-12-09 }]\n",
    );
    let pages = Pages::of(&project.open(options()));
    let days = calendar(&pages, "programme/meetings/days.ics");
    let [series, moved] = days.within("VEVENT")[..] else { panic!("{days:?}") };
    assert_eq!(days.within("VTIMEZONE").len(), 1);
    assert_eq!(moved.one("DTSTART").value, "20261208T090000");
    assert_eq!(series.one("TRANSP").value, "TRANSPARENT", "nobody is busy for a whole day");
    assert_eq!(moved.one("TRANSP").value, "OPAQUE");
}

/// A name in an address is told by `check`. It is not cut out of it, for then it would lead nowhere.
#[test]
fn a_withheld_name_leaves_words_and_breaks_no_address() {
    let mut project = with_meetings(
        "[[meetings]]\nname = \"Coffee with Ida Bech\"\nday = \"Monday\"\nwhat_for = \"Ask Ida Bech\"\n",
    );
    project.text("content/people/ida-bech.md", "---\nname: Ida Bech\nstatus: withdrawn\n---\n");
    let pages = Pages::of(&project.open(options()));
    let coffee = calendar(&pages, "programme/meetings/coffee-with-ida-bech.ics");
    let event = coffee.within("VEVENT")[0];
    let url = &event.one("URL").value;
    let path = url.strip_prefix("https://people.harbour.example/").expect("an address of the site");
    assert!(pages.all.contains_key(path), "{url}");
    for words in ["SUMMARY", "DESCRIPTION"] {
        assert!(!event.one(words).value.contains("Ida"), "{words}");
    }
    assert!(!coffee.one("NAME").value.contains("Ida"));
}
