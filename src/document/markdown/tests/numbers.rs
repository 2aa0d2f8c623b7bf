//! Numbers of lists, as readers see them.

use super::{html, read, read_in};
use crate::document::markdown::Trust::{Handbook, Submitted};

/// The items with their tags alone.
fn items(markdown: &str) -> Vec<String> {
    let html = html(&read(markdown, Submitted));
    let tags = html.lines().filter(|line| line.starts_with("<ol") || line.starts_with("<li"));
    tags.map(|line| line.split('>').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn readers_see_each_number_of_a_list_as_it_was_typed() {
    for (markdown, expected) in [
        (
            "24. december var vi hjemme.\n31. december var vi på havet.",
            &["<ol start=\"24\"", "<li", "<li value=\"31\""][..],
        ),
        (
            "1986. A\n\n1990. B\n\n2001. C",
            &["<ol start=\"1986\"", "<li", "<li value=\"1990\"", "<li value=\"2001\""],
        ),
        ("7. etage\n9. etage", &["<ol start=\"7\"", "<li", "<li value=\"9\""]),
        ("5) Ole\n8) Kim\n9) Bo", &["<ol start=\"5\"", "<li", "<li value=\"8\"", "<li"]),
        ("24. a\n24. b", &["<ol start=\"24\"", "<li", "<li value=\"24\""]),
        ("3. a\n2. b\n1. c", &["<ol start=\"3\"", "<li", "<li value=\"2\"", "<li value=\"1\""]),
        ("1. a\n1. b\n1. c", &["<ol", "<li", "<li", "<li"]),
        ("1. a\n1. b\n2. c", &["<ol", "<li", "<li value=\"1\"", "<li"]),
        ("1. a\n2. b\n2. c", &["<ol", "<li", "<li", "<li value=\"2\""]),
        ("1. maj\n1. juni", &["<ol", "<li", "<li value=\"1\""]),
        (
            "1. Maj: A\n\n1. Juni: B\n\n15. juni: C",
            &["<ol", "<li", "<li value=\"1\"", "<li value=\"15\""],
        ),
        ("1. **mei** A\n1. **juni** B", &["<ol", "<li", "<li value=\"1\""]),
        ("1. sal\n1. sal", &["<ol", "<li", "<li value=\"1\""]),
        ("1. May I?\n1. May he?", &["<ol", "<li", "<li"]),
        ("1. maj\n1. Ole", &["<ol", "<li", "<li"]),
        ("1. maj-vagten\n1. juni-vagten", &["<ol", "<li", "<li"]),
        // A list that begins again below an empty line is one list to the parser.
        ("1. a\n2. b\n\n1. c\n2. d", &["<ol", "<li", "<li", "<li value=\"1\"", "<li"]),
        ("0. a\n0. b", &["<ol start=\"0\"", "<li", "<li"]),
        ("1. a\n2. b\n3. c", &["<ol", "<li", "<li", "<li"]),
        (
            "1. a\n\n   5. b\n   7. c\n2. d",
            &["<ol", "<li", "<ol start=\"5\"", "<li", "<li value=\"7\"", "<li"],
        ),
        ("> 1. a\n> 3. b", &["<ol", "<li", "<li value=\"3\""]),
    ] {
        let found = items(markdown);
        // The first item of an inner list stands behind the words of the outer one.
        assert_eq!(found, expected, "{markdown}");
    }
}

#[test]
fn cards_have_the_numbers_that_belong_to_the_words() {
    for (markdown, text, excerpt) in [
        ("24. december a\n31. december b", "24. december a\n31. december b\n", None),
        ("1986. A\n\n1990. B", "1986. A\n1990. B\n", Some("1986. A")),
        ("5) Ole\n8) Kim", "5) Ole\n8) Kim\n", None),
        ("1. a\n2. b", "a\nb\n", None),
        ("1. a\n4. b", "a\n4. b\n", None),
        ("1. maj\n\n1. juni", "1. maj\n1. juni\n", Some("1. maj")),
    ] {
        let body = read(markdown, Handbook);
        assert_eq!(body.text, text, "{markdown}");
        if let Some(excerpt) = excerpt {
            assert_eq!(body.excerpt, excerpt, "{markdown}");
        }
    }
}

#[test]
fn one_number_before_small_letters_belongs_to_the_words_in_danish_and_dutch() {
    let steps = "1. sal brændte først.\n1. sal var tom igen.\n1. plads fik Ole.";
    for (language, markdown, expected) in [
        ("da", steps, "1. sal brændte først.\n1. sal var tom igen.\n1. plads fik Ole.\n"),
        ("nl", "1. verdieping een\n1. verdieping weer", "1. verdieping een\n1. verdieping weer\n"),
        ("da", "1. sal var tom.", "1. sal var tom.\n"),
        ("da", "1. Ring\n1. Vent", "Ring\nVent\n"),
        ("da", "1) ring\n1) vent", "ring\nvent\n"),
        ("da", "1. ring\n2. vent", "ring\nvent\n"),
        ("en", "1. ring\n1. wait", "ring\nwait\n"),
    ] {
        let body = read_in(language, markdown, Submitted);
        assert_eq!(body.text, expected, "{markdown}");
    }
    assert_eq!(html(&read_in("da", steps, Submitted)).matches(" value=\"1\"").count(), 2);
}
