//! Whatever the words and numbers: no label meets another, none leaves the drawing, and nothing in
//! the SVG sets a style or a colour.

use proptest::prelude::*;

use super::bars::{self, Bars, Ending, Row};
use super::dots::{self, Dots};
use super::marks::{Drawing, Mark, Words};
use super::meter::{self, Meter};
use super::slopes::{self, Slope, Slopes};
use super::svg::svg;
use super::whole::{self, Whole};
use super::{Figure, Named, Part, Tone};

fn named() -> Named {
    Named {
        id: "sw-c1".to_owned(),
        title: "Voices <1>".to_owned(),
        description: "A & B".to_owned(),
    }
}

fn figure(amount: f64) -> Figure {
    Figure { amount, words: format!("{amount:.1}").replace('.', ",") }
}

/// Words that meet, and words or shapes that leave the drawing.
fn wrong(drawing: &Drawing) -> Vec<String> {
    let words =
        |mark: &Mark| if let Mark::Words(words) = mark { Some(words.clone()) } else { None };
    let all: Vec<Words> = drawing.marks.iter().filter_map(words).collect();
    let mut wrong = vec![];
    for (at, one) in all.iter().enumerate() {
        let [left, top, right, bottom] = one.edges();
        if left < -0.1 || top < -0.1 || right > drawing.width + 0.1 || bottom > drawing.height + 0.1
        {
            wrong.push(format!("{one:?} leaves {} × {}", drawing.width, drawing.height));
        }
        for other in &all[..at] {
            let [a, b, c, d] = other.edges();
            if left < c - 0.1 && a < right - 0.1 && top < d - 0.1 && b < bottom - 0.1 {
                wrong.push(format!("{one:?} meets {other:?}"));
            }
        }
    }
    for mark in &drawing.marks {
        let edges = match mark {
            Mark::Rect { x, y, width, height, .. } => [*x, *y, x + width, y + height],
            Mark::Circle { x, y, radius, .. } => [x - radius, y - radius, x + radius, y + radius],
            Mark::Path { .. } | Mark::Words(_) => continue,
        };
        let [left, top, right, bottom] = edges;
        if left < -0.1 || top < -0.1 || right > drawing.width + 0.1 || bottom > drawing.height + 0.1
        {
            wrong.push(format!("{mark:?} leaves {} × {}", drawing.width, drawing.height));
        }
    }
    wrong
}

/// Names of any length and language.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zæøåÆØÅëï ]{0,80}",
        Just("Samtalepartnerfunktionæreftermiddag".to_owned()),
        Just("Geïnteresseerdensamenkomstverslag op de werkplaats".to_owned()),
        Just(String::new()),
    ]
}

fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), 0.0..10.0_f64, 0.0..100_000.0_f64]
}

fn maybe() -> impl Strategy<Value = Option<Figure>> {
    proptest::option::of(amount().prop_map(figure))
}

fn row() -> impl Strategy<Value = Row> {
    let part = (any::<bool>(), amount());
    let parts = proptest::collection::vec(part, 0..3).prop_map(|parts| {
        let sum = parts.iter().map(|(_, amount)| amount).sum();
        let part = |(is_strong, amount): &(bool, f64)| Part {
            tone: if *is_strong { Tone::Strong } else { Tone::Light },
            figure: figure(*amount),
        };
        Ending::Parts(parts.iter().map(part).collect(), figure(sum))
    });
    (name(), prop_oneof![parts, name().prop_map(Ending::Unknown)])
        .prop_map(|(name, ending)| Row { name, ending })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn labels_of_bars_neither_meet_nor_leave(rows in proptest::collection::vec(row(), 0..14)) {
        prop_assert_eq!(wrong(&bars::drawn(&Bars { named: named(), rows })), Vec::<String>::new());
    }

    #[test]
    fn labels_of_a_meter_neither_meet_nor_leave(now in maybe(), previous in maybe(), target in maybe()) {
        let meter = Meter { named: named(), now, previous, target };
        prop_assert_eq!(wrong(&meter::drawn(&meter)), Vec::<String>::new());
    }

    #[test]
    fn labels_of_a_whole_neither_meet_nor_leave(a in amount(), b in amount(), c in name(), d in name()) {
        let part = |tone, amount| Part { tone, figure: figure(amount) };
        let parts = [(part(Tone::Strong, a), c), (part(Tone::Light, b), d)];
        let whole = Whole { named: named(), parts };
        prop_assert_eq!(wrong(&whole::drawn(&whole)), Vec::<String>::new());
    }

    #[test]
    fn labels_of_dots_neither_meet_nor_leave(
        numbers in proptest::collection::vec(prop_oneof![0..9_u32, 0..400_u32], 1..60),
        words in name(),
    ) {
        let median = f64::from(numbers[numbers.len() / 2]);
        let dots = Dots { named: named(), numbers, median: Figure { amount: median, words } };
        prop_assert_eq!(wrong(&dots::drawn(&dots)), Vec::<String>::new());
    }

    #[test]
    fn labels_of_slopes_neither_meet_nor_leave(
        slopes in proptest::collection::vec((name(), proptest::option::of(1.0..5.0_f64), 1.0..5.0_f64, name()), 0..5),
        sides in [name(), name()],
    ) {
        let slope = |(name, before, now, base): (String, Option<f64>, f64, String)| {
            Slope { name, before: before.map(figure), now: figure(now), base }
        };
        let slopes = slopes.into_iter().map(slope).collect();
        let slopes = Slopes { named: named(), scale: (1.0, 5.0), sides, slopes };
        prop_assert_eq!(wrong(&slopes::drawn(&slopes)), Vec::<String>::new());
    }
}

#[test]
fn a_chart_has_a_role_a_name_and_a_description_and_no_colours() {
    let meter = Meter {
        named: named(),
        now: Some(figure(7.0)),
        previous: Some(figure(3.5)),
        target: Some(figure(6.0)),
    };
    let made = meter::meter(&meter);
    assert!(made.contains("role=\"img\" aria-labelledby=\"sw-c1-t sw-c1-d\""), "{made}");
    assert!(made.contains("<title id=\"sw-c1-t\">Voices &lt;1&gt;</title>"), "{made}");
    assert!(made.contains("<desc id=\"sw-c1-d\">A &amp; B</desc>"), "{made}");
    assert!(made.contains(">3,5</text>"), "{made}");
    for forbidden in ["style", "fill=", "stroke=", "#", "rgb", "font"] {
        assert!(!made.contains(forbidden), "{forbidden} in {made}");
    }
}

#[test]
fn a_light_part_is_hatched_for_those_who_see_no_colours() {
    let part = |tone| Part { tone, figure: figure(5.0) };
    let sum = figure(10.0);
    let parts = Ending::Parts(vec![part(Tone::Strong), part(Tone::Light)], sum);
    let rows = vec![
        Row { name: "Q2".to_owned(), ending: parts },
        Row { name: "Q3".to_owned(), ending: Ending::Unknown("under 5".to_owned()) },
    ];
    let bars = Bars { named: named(), rows };
    let made = svg(&named(), &bars::drawn(&bars));
    assert_eq!(made.matches("s-hatch").count(), 2, "{made}");
    assert!(made.contains("under 5"), "{made}");
}

#[test]
fn empty_charts_are_drawn_too() {
    let bars = Bars { named: named(), rows: vec![] };
    assert_eq!(bars::drawn(&bars).height, 0.0);
    let meter = Meter { named: named(), now: None, previous: None, target: None };
    assert!(meter::drawn(&meter).height > 0.0);
}
