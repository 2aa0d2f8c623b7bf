//! States, days left, lead time, sections and faults, by table and by chance.

use jiff::ToSpan;
use proptest::prelude::*;

use super::*;
use crate::base::date::{parse_date, parse_deadline};

fn date(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| parse_date(text).expect("a date of a test"))
}

fn zone(name: &str) -> Zone {
    Zone::parse(name).expect("a zone of a test")
}

fn event(start: &str, end: &str) -> Event {
    Event { start: date(start), end: date(end), ..Event::default() }
}

fn called(start: &str, opens: &str, closes: &str, zone_name: &str) -> Event {
    let call = Call {
        opens: date(opens),
        closes: (!closes.is_empty()).then(|| parse_deadline(closes).expect("a deadline")),
        zone: (!zone_name.is_empty()).then(|| zone(zone_name)),
    };
    Event { call: Some(call), ..event(start, "") }
}

fn with(status: Status, event: Event) -> Event {
    Event { status: Some(status), ..event }
}

const TODAY: Date = Date::constant(2026, 11, 21);

#[test]
fn every_state_has_its_days() {
    use State::*;
    let spring = |opens, closes| called("2027-04-15", opens, closes, "");
    let cases = [
        (event("2026-11-19", "2026-11-20"), Over, None),
        (event("2026-11-20", ""), Over, None),
        (event("2026-11-19", "2026-11-21"), Running, None),
        (event("2026-11-21", ""), Running, None),
        (event("2026-11-22", ""), NoCfp, None),
        (event("", ""), NoCfp, None),
        // An end before the start does not end it early.
        (event("2026-11-25", "2026-11-01"), NoCfp, None),
        (spring("2026-11-22", "2027-01-15"), CfpUpcoming, Some(55)),
        (spring("2026-11-21", "2027-01-15"), CfpOpen, Some(55)),
        (spring("", "2026-12-06"), CfpOpen, Some(15)),
        (spring("", "2026-12-05"), CfpClosing, Some(14)),
        (spring("", "2026-11-22"), CfpClosing, Some(1)),
        (spring("", "2026-11-21"), CfpLastDay, Some(0)),
        (spring("", "2026-11-21T08:00"), CfpLastDay, Some(0)),
        (spring("", "2026-11-20T23:59"), CfpClosed, None),
        (spring("2026-12-01", "2026-11-20"), CfpClosed, None),
        (spring("", ""), CfpOpen, None),
        (spring("2026-12-01", ""), CfpUpcoming, None),
        (called("", "", "2026-11-20", ""), CfpClosed, None),
        (called("2026-11-21", "", "2026-12-01", ""), Running, None),
        (with(Status::Cancelled, spring("", "2026-12-05")), Cancelled, None),
        (with(Status::Cancelled, event("2020-01-01", "")), Cancelled, None),
        (with(Status::Closed, spring("", "2026-12-05")), CfpClosed, None),
        (with(Status::Closed, event("2027-04-15", "")), NoCfp, None),
        (with(Status::Extended, spring("", "2026-12-05")), CfpClosing, Some(14)),
        (with(Status::Extended, spring("", "2026-11-20")), CfpClosing, None),
        (with(Status::Extended, spring("", "2026-11-07")), CfpClosing, None),
        (with(Status::Extended, spring("", "2026-11-06")), CfpClosed, None),
    ];
    let site = zone("Europe/Copenhagen");
    for (event, state, days_left) in cases {
        assert_eq!(event.state(TODAY, &site), state, "{event:?}");
        assert_eq!(event.days_left(TODAY, &site), days_left, "{event:?}");
    }
}

#[test]
fn a_day_ends_where_the_call_says() {
    use State::{CfpClosed, CfpClosing, CfpLastDay};
    let cases = [
        // The last day in the call's zone is over there, or not yet.
        ("2026-11-20", "AoE", "Europe/Copenhagen", CfpLastDay),
        ("2026-11-20", "AoE", "Pacific/Auckland", CfpClosing),
        ("2026-11-20", "AoE", "AoE", CfpClosed),
        ("2026-11-20", "", "Europe/Copenhagen", CfpClosed),
        ("2026-11-21", "AoE", "Europe/Copenhagen", CfpClosing),
        ("2026-11-20T23:59", "America/Los_Angeles", "Europe/Copenhagen", CfpLastDay),
        ("2026-11-21T23:59", "Asia/Tokyo", "Europe/Copenhagen", CfpLastDay),
        ("2026-11-21T07:00", "Asia/Tokyo", "Europe/Copenhagen", CfpClosed),
        ("2026-11-20T23:59-12:00", "Asia/Tokyo", "Europe/Copenhagen", CfpLastDay),
    ];
    for (closes, call_zone, site, state) in cases {
        let event = called("2027-04-15", "", closes, call_zone);
        assert_eq!(event.state(TODAY, &zone(site)), state, "{closes} {call_zone} {site}");
    }
}

#[test]
fn a_company_needs_its_days() {
    let site = zone("Europe/Copenhagen");
    let cases = [
        (called("2027-04-15", "", "2026-12-12", ""), 21, false),
        (called("2027-04-15", "", "2026-12-11", ""), 21, true),
        (called("2027-04-15", "", "2026-12-11", ""), 0, false),
        (called("2027-04-15", "2026-12-01", "2026-12-05", ""), 21, true),
        (called("2026-12-01", "", "", ""), 21, true),
        (event("2026-11-28", ""), 7, false),
        (event("2026-11-28", ""), 8, true),
        (event("", ""), 999, false),
        // Nothing is to be answered any more.
        (event("2026-11-21", ""), 21, false),
        (called("2026-12-01", "", "2026-11-01", ""), 21, false),
        (with(Status::Cancelled, event("2026-11-28", "")), 21, false),
    ];
    for (event, lead_days, too_short) in cases {
        assert_eq!(event.too_short(lead_days, TODAY, &site), too_short, "{lead_days} {event:?}");
    }
}

#[test]
fn the_board_is_grouped() {
    let events = [
        ("closing-b", called("2027-04-15", "", "2026-11-25", "")),
        ("closing-a", called("2027-04-15", "", "2026-11-25", "")),
        ("last-day", called("2027-06-15", "", "2026-11-21", "")),
        ("rolling", called("2027-01-15", "", "", "")),
        ("open", called("2027-04-15", "", "2027-01-15", "")),
        ("soon", called("2027-09-01", "2026-12-01", "2027-02-01", "")),
        ("later", called("2027-03-01", "2027-01-11", "2027-02-01", "")),
        ("closed", called("2027-01-05", "", "2026-10-01", "")),
        ("running", event("2026-11-20", "2026-11-22")),
        ("standing", event("", "")),
        ("off", with(Status::Cancelled, event("2027-05-12", ""))),
        ("off-long-ago", with(Status::Cancelled, event("2024-05-12", ""))),
        ("undated-closed", called("", "", "2026-02-01", "")),
        ("old", event("2025-10-08", "2025-10-09")),
        ("older", event("2024-10-08", "")),
    ];
    let all = events.iter().map(|(key, event)| (*key, event));
    let board = sections(all, TODAY, &zone("Europe/Copenhagen"));
    let keys =
        |cards: &[Card<&'static str>]| -> Vec<&str> { cards.iter().map(|card| card.key).collect() };
    assert_eq!(keys(&board.closing), ["last-day", "closing-a", "closing-b"]);
    assert_eq!(keys(&board.open), ["open", "rolling"]);
    assert_eq!(keys(&board.later), ["soon", "later"], "by the day when the call opens");
    assert_eq!(keys(&board.coming), ["running", "closed", "off", "standing"]);
    assert_eq!(keys(&board.past), ["undated-closed", "old", "older", "off-long-ago"]);
    assert_eq!(board.closing[1].days_left, Some(4));
}

#[test]
fn odd_dates_are_found() {
    use DateFault::*;
    let odd = |field, year| OddYear { field, year };
    let cases: [(Event, &[DateFault]); 12] = [
        (called("2027-04-15", "2026-12-01", "2027-01-15", ""), &[]),
        (called("2027-04-15", "", "2027-04-16", ""), &[ClosesAfterStart]),
        (called("2027-04-15", "", "2027-04-15T08:00", ""), &[ClosesOnStart]),
        (called("2027-04-15", "", "2026-04-14", ""), &[]),
        (called("2027-04-15", "", "2026-04-13", ""), &[ClosesLongBefore { days: 367 }]),
        (called("2022-04-15", "", "2000-12-31", ""), &[odd(DateField::Closes, 2000)]),
        (called("2027-04-15", "2027-02-01", "2027-01-15", ""), &[OpensAfterCloses]),
        (event("2027-04-15", "2027-04-14"), &[EndBeforeStart]),
        (event("2027-04-15", "2027-04-24"), &[]),
        (event("2027-04-15", "2027-04-25"), &[Long { days: 11 }]),
        (event("", "2027-04-25"), &[EndWithoutStart]),
        (event("1207-04-15", ""), &[odd(DateField::Start, 1207)]),
    ];
    for (event, faults) in cases {
        assert_eq!(event.date_faults(), faults, "{event:?}");
    }
    assert!(EndBeforeStart.is_impossible() && !ClosesOnStart.is_impossible());
}

prop_compose! {
    fn any_date()(days in 0i64..3_000) -> Date {
        Date::constant(2023, 1, 1).saturating_add(days.days())
    }
}

prop_compose! {
    fn any_deadline()(
        date in any_date(),
        time in proptest::option::of((0i8..24, 0i8..60)),
        east in proptest::option::of(-12i8..15),
    ) -> Deadline {
        let time = time.map(|(hour, minute)| jiff::civil::time(hour, minute, 0, 0));
        Deadline { date, time, offset: time.and(east).map(jiff::tz::offset) }
    }
}

fn any_zone() -> impl Strategy<Value = Zone> {
    let names = ["AoE", "UTC", "Europe/Copenhagen", "Pacific/Apia", "America/Los_Angeles"];
    proptest::sample::select(names.to_vec()).prop_map(zone)
}

fn any_event() -> impl Strategy<Value = Event> {
    use proptest::option::of;
    let call = (of(any_date()), of(any_deadline()), of(any_zone()))
        .prop_map(|(opens, closes, zone)| Call { opens, closes, zone });
    let status = proptest::sample::select(vec![
        None,
        Some(Status::Extended),
        Some(Status::Closed),
        Some(Status::Cancelled),
    ]);
    (of(any_date()), of(any_date()), of(call), status)
        .prop_map(|(start, end, call, status)| Event { start, end, call, status })
}

proptest! {
    #[test]
    fn states_never_go_back_in_time(event in any_event(), site in any_zone(), today in any_date()) {
        let _ = event.date_faults();
        let now = event.state(today, &site);
        let next = event.state(today.tomorrow().expect("far from the end"), &site);
        if now == State::Over {
            prop_assert_eq!(next, State::Over, "once over, always over");
        }
        if now == State::Running {
            prop_assert!(matches!(next, State::Running | State::Over));
        }
        if now == State::CfpClosed {
            prop_assert!(matches!(next, State::CfpClosed | State::Running | State::Over));
        }
        if now == State::CfpLastDay {
            prop_assert!(next != State::CfpOpen && next != State::CfpUpcoming);
        }
        if let Some(days) = event.days_left(today, &site) {
            prop_assert!(days >= 0);
            prop_assert_eq!(days == 0 && now.is_open(), now == State::CfpLastDay);
        }
        let board = sections([((), &event)], today, &site);
        let cards = [&board.closing, &board.open, &board.later, &board.coming, &board.past];
        prop_assert_eq!(cards.iter().map(|cards| cards.len()).sum::<usize>(), 1);
    }

    #[test]
    fn a_forecast_lies_ahead(
        days in proptest::collection::vec((any_date(), proptest::option::of(any_date())), 0..5),
        today in any_date(),
    ) {
        let editions: Vec<Edition> = days
            .into_iter()
            .map(|(start, closes)| Edition { start, closes, cancelled: false })
            .collect();
        if let Some(found) = forecast(&editions, today) {
            let late = days_between(found.around, today);
            prop_assert!(late <= i32::from(found.weeks) * 7);
            prop_assert!(found.seen_in.len() <= editions.len() && !found.seen_in.is_empty());
        }
    }
}
