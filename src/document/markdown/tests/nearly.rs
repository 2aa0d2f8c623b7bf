//! Links, pictures and lists that are typed nearly right.

use super::{read, source};
use crate::base::{Code, Note};
use crate::document::markdown::Trust::{Handbook, Submitted};

/// The codes, the marked words and the hints.
fn told(text: &str) -> Vec<(Code, String, String)> {
    let file = source(text).text;
    let found = [Handbook, Submitted].map(|trust| {
        let told = read(text, trust).diagnostics.into_iter().map(|it| {
            let words = file[it.span.range.expect("a place")].to_owned();
            let hint = it.notes.into_iter().find_map(|note| match note {
                Note::Hint(hint) => Some(hint),
                Note::Place(..) | Note::Example(_) => None,
            });
            (it.code, words, hint.unwrap_or_default())
        });
        told.collect::<Vec<_>>()
    });
    let [handbook, submitted] = found;
    assert_eq!(handbook, submitted, "{text}");
    handbook
}

#[test]
fn a_link_that_is_typed_nearly_right_is_told_as_it_is_written() {
    for (text, marked, hint) in [
        ("See [a] (https://e.example).", "[a] (https://e.example)", "[a](https://e.example)"),
        ("[På å]\u{A0}(faq/løn.md#å)", "[På å]\u{A0}(faq/løn.md#å)", "[På å](faq/løn.md#å)"),
        ("[a b]\n(https://e.example)", "[a b]\n(https://e.example)", "[a b](https://e.example)"),
        ("[*a*] (a.pdf)", "[*a*] (a.pdf)", "[*a*](a.pdf)"),
        ("[a] ( www.e.example )", "[a] ( www.e.example )", "[a](https://www.e.example)"),
        ("[Ask] (anna@e.example)", "[Ask] (anna@e.example)", "[Ask](mailto:anna@e.example)"),
        ("[Call] (tel:+4512345678)", "[Call] (tel:+4512345678)", "[Call](tel:+4512345678)"),
        ("[a] (../faq/)", "[a] (../faq/)", "[a](../faq/)"),
        ("![A bus] (bus.JPG)", "![A bus] (bus.JPG)", "![A bus](bus.JPG)"),
        ("[A bus]!(bus.jpg)", "[A bus]!(bus.jpg)", "![A bus](bus.jpg)"),
        ("[a] [https://e.example]", "[a] [https://e.example]", "[a](https://e.example)"),
        ("[a]{https://e.example}", "[a]{https://e.example}", "[a](https://e.example)"),
        ("[a]<https://e.example>", "[a]<https://e.example>", "[a](https://e.example)"),
        ("(a)[https://e.example]", "(a)[https://e.example]", "[a](https://e.example)"),
        ("x (a) [faq/a.md] y", "(a) [faq/a.md]", "[a](faq/a.md)"),
        ("!(A bus)[bus.jpg]", "!(A bus)[bus.jpg]", "![A bus](bus.jpg)"),
        ("(a)(https://e.example)", "(a)(https://e.example)", "[a](https://e.example)"),
        ("[x](https://e.example", "[x](https://e.example", "[x](https://e.example)"),
        (
            "> [x](https://e.example and on.\n> More",
            "[x](https://e.example",
            "[x](https://e.example)",
        ),
        ("[x](a.md and (b)", "[x](a.md", "[x](a.md)"),
        ("[x](https://e.example].", "[x](https://e.example]", "[x](https://e.example)"),
        ("[x](https://e.example/(a).", "[x](https://e.example/(a)", "[x](https://e.example/(a))"),
        ("[x]( a.md and (b)", "[x]( a.md", "[x](a.md)"),
        ("![A bus](bus.jpg", "![A bus](bus.jpg", "![A bus](bus.jpg)"),
        ("[text](<a b.md)", "[text](<a b.md)", "[text](<a b.md>)"),
        ("[text](<faq/b.md>", "[text](<faq/b.md>", "[text](<faq/b.md>)"),
        ("[x](a.md “Løn”)", "[x](a.md “Løn”)", "[x](a.md \"Løn\")"),
        (
            "[x](https://e.example \"a)",
            "[x](https://e.example \"a)",
            "[x](https://e.example \"a\")",
        ),
        ("! [A bus](bus.jpg)", "! [A bus](bus.jpg)", "![A bus](bus.jpg)"),
        ("[A bus](bus.jpg)!", "[A bus](bus.jpg)!", "![A bus](bus.jpg)"),
    ] {
        let expected = (Code::NearlyLink, marked.to_owned(), format!("Write {hint}"));
        let found = told(text);
        let found: Vec<_> = found.into_iter().filter(|it| it.0 != Code::MissingAlt).collect();
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn an_address_is_told_where_it_is_missing_or_between_the_wrong_brackets() {
    for (text, code, marked) in [
        ("[x]()", Code::BrokenReference, "[x]()"),
        ("See [x]( ).", Code::BrokenReference, "[x]( )"),
        ("[x](<>)", Code::BrokenReference, "[x](<>)"),
        ("![x]()", Code::BrokenReference, "![x]()"),
        ("A ![]( ) b", Code::BrokenReference, "![]( )"),
        ("[a][https://e.example]", Code::BrokenReference, "[a][https://e.example]"),
        ("![a](my photo.jpg)", Code::BlankInAddress, "my photo.jpg"),
        ("![](bus.jpg", Code::NearlyLink, "![](bus.jpg"),
    ] {
        let found = told(text);
        let found: Vec<_> = found.iter().map(|(code, words, _)| (*code, &**words)).collect();
        assert_eq!(found, [(code, marked)], "{text}");
    }
    for text in ["<a href=\"\">a</a>", "A <img src=\" \" alt=\"a\"> b"] {
        let found = read(text, Handbook).diagnostics;
        assert_eq!(found.iter().map(|it| it.code).collect::<Vec<_>>(), [Code::BrokenReference]);
    }
    assert!(told("[a][https://e.example]")[0].2.contains("(https://e.example)"));
}

#[test]
fn ordinary_words_in_brackets_are_not_told() {
    for text in [
        "see [1] (page 3)",
        "(note) [later]",
        "[sic] (sic)",
        "(a) (b) [c] (d)",
        "[a] (2.5)",
        "[a] <https://e.example>",
        "[a] {.md}",
        "[a] [b.md](b.md)",
        "[a] (see https://e.example)",
        "(see) (https://e.example)",
        "(a) [https://e.example](https://e.example)",
        "(a) [b.md](b.md)",
        "(a) [b](b.md)",
        "[a](b.md) (c.md)",
        "[a](b.md) [c](d.md)",
        "[a](  b.md )",
        "[a](b.md\n)",
        "[a](b.md \"c\")",
        "\\[a] (b.md)",
        "\\[a](https://e.example",
        "[a]\n\n(https://e.example)",
        "`[a] (b.md)` and `(a)[b.md]`",
        "    [a] (b.md)",
        "- [x] (https://e.example)\n- [ ] (b.md)",
        "f(x)[i] and a[i](x, y",
        "[a](and so on",
        "Look! [A bus](bus.jpg)",
        "See [the bus](bus.jpg)!",
        "[Read this](a.md)!",
        "! [Read this](a.md)",
        "Hej ! Se",
    ] {
        assert_eq!(told(text), [], "{text}");
    }
}

#[test]
fn lines_with_bullets_are_told_once_for_each_block() {
    for (text, marked) in [
        ("• Milk\n• Bread\n• Salt", vec!["•"]),
        ("Buy:\n·\tMilk\n·\tBread", vec!["·"]),
        ("o\tMilk\no\tBread", vec!["o"]),
        ("§\u{A0}Milk\n§\u{A0}Bread", vec!["§"]),
        ("–\tMilk\n–\tBread", vec!["–"]),
        ("• Milk\n  o Half\n  o Full\n• Bread", vec!["•"]),
        ("> • Milk\n> • Bread", vec!["•"]),
        ("- Buy\n  • Milk\n  • Bread", vec!["•"]),
        ("• A\n• B\n\nThen\n\n• C\n• D", vec!["•", "•"]),
        ("• **A**\n• *B* c", vec!["•"]),
        ("• Milk", vec![]),
        ("Milk\n• Bread\nSalt\n• Cheese", vec![]),
        ("A · B\nC · D", vec![]),
        ("– Hej, sagde hun\n– Hej", vec![]),
        ("– Hej, sagde hun  \n– Hej", vec![]),
        ("• Milk  \n• Bread", vec![]),
        ("- Milk\n- Bread", vec![]),
        ("§ 1 Name\n§ 2 Seat", vec![]),
        ("```\n• Milk\n• Bread\n```", vec![]),
    ] {
        let found = told(text);
        let found: Vec<_> = found.iter().map(|(code, words, _)| (*code, &**words)).collect();
        let found: Vec<_> = found.into_iter().filter(|it| it.0 == Code::PastedBullets).collect();
        let expected: Vec<_> = marked.into_iter().map(|it| (Code::PastedBullets, it)).collect();
        assert_eq!(found, expected, "{text}");
    }
}
