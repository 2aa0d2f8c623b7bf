//! Numbers and addresses in every spelling, and what is none.

use super::*;

fn contacts(phone: &str, mail: &str, why: NotCalled) -> WithheldContacts {
    let mut contacts = WithheldContacts::default();
    let whose = Whose { id: "anna-bech".to_owned(), name: "Anna Bech".to_owned(), why };
    contacts.add(whose, phone, Some(mail), &Others::default());
    contacts.mail_words = NameWords::withheld(contacts.mails.keys());
    contacts
}

#[track_caller]
fn assert_replaced(phone: &str, text: &str, expected: &str) {
    let known = contacts(phone, "anna@firm.example", NotCalled::Withheld);
    let names = NameWords::withheld([String::from("Anna Bech")].iter());
    let replaced = known.replaced(text, &names, Marks::Tags, "[x]");
    assert_eq!(replaced.as_deref().unwrap_or(text), expected, "{text}");
}

#[test]
fn a_number_is_found_however_it_is_written() {
    for number in [
        "+45 20 30 40 50",
        "20304050",
        "20 30 40 50",
        "2030 4050",
        "20-30-40-50",
        "20.30.40.50",
        "20\u{A0}30\u{202F}40\u{2011}50",
        "20&nbsp;30&#32;40 50",
        "(+45) 20 30 40 50",
        "(+45)20304050",
        "+45 (20) 30 40 50",
        "+4520304050",
        "0045 20304050",
        "4520304050",
        "&#43;45 20304050",
        "２０３０４０５０",
        "20\u{200B}304\u{AD}050",
        "20:30:40:50",
        "20;30;40;50",
        "٢٠٣٠٤٠٥٠",
        "๒๐๓๐๔๐๕๐",
        "၂၀၃၀၄၀၅၀",
        "2\u{336}0304050",
    ] {
        assert_replaced("+45 20 30 40 50", &format!("Call {number}, please"), "Call [x], please");
        assert_replaced("+45 20 30 40 50", number, "[x]");
        assert_replaced(
            "+45 20 30 40 50",
            &format!("({number}) <b>{number}</b>."),
            "([x]) <b>[x]</b>.",
        );
    }
    assert_replaced("20 30 40 50", "+45 20 30 40 50, 20304050", "[x], [x]");
    for number in ["+31 6 12345678", "06-12345678", "+31 (0)6 1234 5678", "0031612345678"] {
        assert_replaced("+31 (0)6 12345678", number, "[x]");
        assert_replaced("06 12345678", number, "[x]");
    }
    assert_replaced("+45 20 30 40 50", "<b>20</b> 30 <i>40</i> 50!", "<b>[x]</b>!");
    assert_replaced("+45 20 30 40 50", "20 30 40 <em>50</em>!", "[x]!");
    assert_replaced("+45 20 30 40 50", r"by\n20304050\n", r"by\n[x]\n");
}

#[test]
fn a_number_that_others_have_stays_in_every_spelling() {
    for (own, other) in [
        ("+45 20 30 40 50", "20 30 40 50"),
        ("20304050", "+45 20 30 40 50"),
        ("0045 20304050", "(+45) 2030 4050"),
    ] {
        let mut others = Others::default();
        others.numbers.extend(numbers::dialled(other));
        let whose = Whose { id: String::new(), name: String::new(), why: NotCalled::Withheld };
        let mut known = WithheldContacts::default();
        known.add(whose, &format!("{own} / 70 80 90 00"), None, &others);
        let text = "20304050, +45 20 30 40 50, 004520304050, 70809000";
        let replaced = known.replaced(text, &NameWords::default(), Marks::Tags, "[x]");
        let expected = "20304050, +45 20 30 40 50, 004520304050, [x]";
        assert_eq!(replaced.as_deref(), Some(expected), "{own}, {other}");
    }
}

/// Pairs that make the whole number are it, whatever digits stand beside them.
#[test]
fn a_number_beside_other_digits_is_found() {
    for (text, expected) in [
        ("Ring 20 30 40 50 24 timer i døgnet", "Ring [x] 24 timer i døgnet"),
        ("Anna 22 11 33 44 20 30 40 50 Bo", "Anna 22 11 33 44 [x] Bo"),
        ("Anna 22 11 33 44\n20 30 40 50\n55 66 77 88", "Anna 22 11 33 44\n[x]\n55 66 77 88"),
        ("kl. 12.30 20 30 40 50", "kl. 12.30 [x]"),
        ("lok. 1 20 30 40 50", "lok. 1 [x]"),
        ("20 30 40 50 20 30 40 50", "[x] [x]"),
        ("Kontakt: Vera Kjær/20 30 40 50", "Kontakt: Vera Kjær/[x]"),
        ("[a colleague]/20304050, Tlf/20304050", "[a colleague]/[x], Tlf/[x]"),
        ("Ring 20 30 40 50/51 eller 20 30 40 50-51", "Ring [x]/51 eller [x]-51"),
        ("20 30 40 50/51.", "[x]/51."),
        ("x 12 20 30 40 50", "x 12 [x]"),
        ("x 12 20-30-40-50 7", "x 12 [x] 7"),
        ("20 304050 20 304050", "[x] [x]"),
        ("20 30 40 50&lt;sup&gt;2&lt;/sup&gt;", "[x]&lt;sup&gt;2&lt;/sup&gt;"),
        ("20 30 40 50<sup>2</sup>", "[x]<sup>2</sup>"),
        ("<span>20 30 40 50</span><span>20 30 40 50</span>", "<span>[x]</span><span>[x]</span>"),
        ("20304050<sup><a>1</a></sup>", "[x]<sup><a>1</a></sup>"),
    ] {
        assert_replaced("+45 20 30 40 50", text, expected);
    }
}

#[test]
fn other_numbers_stay() {
    for text in [
        "20304051",
        "120304050",
        "203040501",
        "A20304050",
        "20304050-7",
        "1-20304050",
        "#20304050",
        "20.304.050",
        "kr. 20304050",
        "20304050 kr.",
        "DKK 20304050",
        "20.30.40.50.60",
        "orders/20304050",
        "?id=20304050",
        "20304050,75",
        "<li>20</li><li>304050</li>",
        "<path d=\"20 30 40 50\">",
        "20 30 40, 50",
    ] {
        assert_replaced("+45 20 30 40 50", text, text);
    }
    for text in ["2026-11-29", "2026 11 29", "2026.11.29"] {
        assert_replaced("+45 20 26 11 29", text, text);
    }
    assert_replaced("local 1", "1, local 1, 112", "1, local 1, 112");
}

#[test]
fn an_address_and_a_name_in_one_word_are_found() {
    for (text, expected) in [
        ("Anna@Firm.Example", "[x]"),
        ("anna&#64;firm.example.", "[x]."),
        ("anna%40firm.example", "[x]"),
        ("(ANNA@FIRM.EXAMPLE)", "([x])"),
        ("anna.bech@other.example", "[x]"),
        ("Anna_Bech", "[x]"),
        ("Anna.Bech", "[x]"),
        ("Anna\u{2011}Bech", "[x]"),
        ("anna-bech", "[x]"),
        ("Anna%20Bech", "[x]"),
        ("AnnaBech", "[x]"),
        ("#annabech #AnnaBech", "[x] [x]"),
        ("@annabech, @anna.bech", "[x], [x]"),
        ("Anna_Bechs", "[x]s"),
        ("Bech_Anna", "[x]"),
        ("anna+deck@firm.example", "[x]"),
        ("anna＠firm。example", "[x]"),
        ("anna@firm．example", "[x]"),
        ("anna @firm.example", "[x]"),
        ("anna@ firm.example", "[x]"),
        ("a\u{332}nna@fi\u{336}rm.example", "[x]"),
    ] {
        assert_replaced("", text, expected);
        assert_replaced("", &format!("Ask {text} now"), &format!("Ask {expected} now"));
    }
    for text in [
        "hanna@firm.example",
        "anna@firm.example.org",
        "annabech",
        "hanna-bech",
        "https://h.example/anna-bech.html",
        "people/anna-bech",
        "<a href=\"anna-bech.html\">",
    ] {
        assert_replaced("", text, text);
    }
}

#[test]
fn no_link_calls_them() {
    let names = NameWords::default();
    for why in [NotCalled::Withheld, NotCalled::Left] {
        let known = contacts("+45 20 30 40 50", "anna@firm.example", why);
        for href in [
            "tel:+4520304050",
            "tel:20304050",
            "tel:%2a31%2320304050",
            "mailto:anna+deck@firm.example",
            "TEL:%2B45-20-30-40-50",
            "sms:20304050",
            "https://wa.me/4520304050",
            "mailto:anna@firm.example",
            "mailto:Anna%40firm.example?subject=Hello",
            "mailto:anna&#64;firm.example",
        ] {
            let html =
                format!("<p><a class=\"b\" href=\"{href}\">Call</a> <a href=\"x\">x</a></p>");
            let uncalled = known.uncalled(&html, &names, None, "[x]");
            assert_eq!(uncalled.as_deref(), Some("<p>Call <a href=\"x\">x</a></p>"), "{href}");
        }
        for href in ["tel:+4520304051", "orders/20304050", "mailto:bo@firm.example"] {
            let html = format!("<a href=\"{href}\">Call</a>");
            assert_eq!(known.uncalled(&html, &names, None, "[x]"), None, "{href}");
        }
        for href in ["/staff/20304050", "https://e.example/p/+45-20-30-40-50", "a/20304050.pdf"] {
            let html = format!("<a href=\"{href}\">Call</a>");
            let is_withheld = why == NotCalled::Withheld;
            let uncalled = known.uncalled(&html, &names, None, "[x]");
            assert_eq!(uncalled.as_deref(), is_withheld.then_some("Call"), "{href}");
            assert!(known.within_address(href).is_some(), "{href}");
        }
        for href in ["/staff/20304051", "/2026/11/18", "a/120304050.pdf", "sager/20304050"] {
            assert!(known.within_address(href).is_none(), "{href}");
        }
        let alt = "<img alt=\"Call 20 30 40 50\" src=\"20304050.jpg\">";
        let expected = "<img alt=\"Call [x]\" src=\"20304050.jpg\">";
        let is_withheld = why == NotCalled::Withheld;
        let uncalled = known.uncalled(alt, &names, None, "[x]");
        assert_eq!(uncalled.as_deref(), is_withheld.then_some(expected));
    }
}

#[test]
fn ids_are_without_them() {
    let known = contacts("+45 20 30 40 50", "anna@firm.example", NotCalled::Withheld);
    for (id, expected) in [
        ("call-20-30-40-50", "call-number-1"),
        ("call-20304050", "call-number-1"),
        ("write-anna-firm-example", "write-mail-1"),
        ("write-annafirmexample", "write-mail-1"),
    ] {
        assert_eq!(known.nameless_id(id).as_deref(), Some(expected), "{id}");
    }
    assert_eq!(known.nameless_id("order-20304051"), None);
}

#[test]
fn usual_ways_to_write_a_number() {
    for (text, expected) in [
        ("20304050/70809000", "[x]/70809000"),
        ("70809000/20304050", "70809000/[x]"),
        ("20304050–21304050", "[x]–21304050"),
        ("20/30/40/50", "[x]"),
        ("20,30,40,50", "[x]"),
        ("20 · 30 · 40 · 50", "[x]"),
        ("20·30·40·50", "[x]"),
        ("Mobil20304050", "Mobil[x]"),
        ("T20304050, nr20304050", "T[x], nr[x]"),
        ("2\u{FE0F}\u{20E3}0\u{FE0F}\u{20E3}304050", "[x]"),
        ("20<br>30<br>40 50", "[x]<br><br>"),
        (
            "https://api.whatsapp.com/send?phone=4520304050",
            "https://api.whatsapp.com/send?phone=[x]",
        ),
        ("20, 30, 40, 50", "[x]"),
        ("20 / 30 / 40 / 50, 20 | 30 | 40 | 50", "[x], [x]"),
        ("2030/4050, 2030|4050, 20|30|40|50", "[x], [x], [x]"),
        ("20, 30, 40, 50, 60", "20, 30, 40, 50, 60"),
        ("2030, 4050", "2030, 4050"),
        ("2030,4050", "2030,4050"),
        ("20/30, 40/50", "20/30, 40/50"),
        ("orders/20304050/70809000", "orders/20304050/70809000"),
    ] {
        assert_replaced("+45 20 30 40 50", text, expected);
    }
    let known = contacts("+45 20 30 40 50", "anna@firm.example", NotCalled::Left);
    for href in [
        "https://api.whatsapp.com/send?phone=4520304050",
        "https://e.example/?a=b&amp;phone=4520304050&amp;text=x",
    ] {
        let html = format!("<a href=\"{href}\">Call</a>");
        let is_gone = known.uncalled(&html, &NameWords::default(), None, "[x]").is_some();
        assert_eq!(is_gone, href.contains("whatsapp"), "{href}");
    }
    let withheld = contacts("+45 20 30 40 50", "anna@firm.example", NotCalled::Withheld);
    for href in ["https://e.example/?tel=20304050", "https://e.example/call/20304050"] {
        let html = format!("<a href=\"{href}\">Call</a>");
        let uncalled = withheld.uncalled(&html, &NameWords::default(), None, "[x]");
        assert_eq!(uncalled.as_deref(), Some("Call"), "{href}");
    }
}

#[test]
fn a_short_number_is_no_version_no_month_and_no_address() {
    for (phone, text) in [
        ("101010", "Version 10.10.10"),
        ("101010", "IP 10.10.10"),
        ("101010", "10-10-10"),
        ("101010", "https://e.example/a-101010-x"),
        ("101010", "e.example/x-101010"),
        ("2026-12", "2026-12"),
        ("202612", "2026-12"),
        ("512512", "51.2512"),
        ("51 2512", "51.2512"),
    ] {
        assert_replaced(phone, text, text);
    }
    assert_replaced("51 25 12", "Call 512512, 51 25 12 or 5125 12.", "Call [x], [x] or 5125 12.");
    assert_replaced("+45 512512", "Call +45 512512.", "Call [x].");
}

#[test]
fn no_number_stays_in_an_id() {
    let known = contacts("+45 20 30 40 50", "anna@firm.example", NotCalled::Withheld);
    for (id, expected) in [
        ("ask-mette-krogh-20304050", "ask-mette-krogh-number-1"),
        ("call-20304050-2", "call-number-1-2"),
        ("call-20-30-40-50-2", "call-number-1-2"),
        ("mobil20304050", "mobilnumber-1"),
        ("2-20304050", "2-number-1"),
        ("colleague-1-20304050", "colleague-1-number-1"),
    ] {
        assert_eq!(known.nameless_id(id).as_deref(), Some(expected), "{id}");
    }
}

#[test]
fn an_address_whose_sign_is_spelled_out() {
    for (text, expected) in [
        ("Write anna [at] firm.example.", "Write [x]."),
        ("anna(at)firm.example", "[x]"),
        ("<b>Anna (AT) firm [dot] example</b>", "<b>[x]</b>"),
        ("anna@firm.example, anna @ firm.example, anna at firm.example", "[x], [x], [x]"),
        ("anna -at- firm.example, anna -at- firm -dot- example", "[x], [x]"),
        ("anna_at_firm_dot_example, anna @firm .example", "[x], [x]"),
        ("anna @ firm . example, anna (at) firm dot example", "[x], [x]"),
        ("anna snabel-a firm punktum example", "[x]"),
        ("look-at-me, a/at/b, one_at_a_time", "look-at-me, a/at/b, one_at_a_time"),
        ("anna.bech [at] other.example", "[x]"),
        (
            "bo [at] firm.example, hanna(at)firm.example",
            "bo [at] firm.example, hanna(at)firm.example",
        ),
        ("Anna at work, anna (at) home", "Anna at work, anna (at) home"),
    ] {
        assert_replaced("", text, expected);
    }
}

#[test]
fn what_nobody_sees_hides_no_address() {
    for (text, expected) in [
        ("anna<b></b>@firm.example", "[x]"),
        ("anna@fi<wbr>rm.example, please", "[x], please"),
        ("<b>anna</b>@firm.example.", "<b>[x]</b>."),
        ("<b>anna@firm</b>.example.", "<b>[x]</b>."),
        ("an\u{AD}na@fi\u{200B}rm.ex\u{2060}ample", "[x]"),
        ("anna&#64;firm&#x2E;example, anna&commat;firm&period;example", "[x], [x]"),
        ("anna [at] fi<wbr>rm.ex\u{AD}ample", "[x]"),
        ("anna<i></i> [a\u{200B}t] firm (d<b></b>ot) example", "[x]"),
        ("anna &#91;at&#93; firm.example, anna&lt;at&gt;firm.example", "[x], [x]"),
        ("anna&lt;b&gt;&lt;/b&gt;@firm&lt;!-- x --&gt;.example", "[x]"),
        ("&lt;b&gt;anna@firm.example&lt;/b&gt;", "&lt;b&gt;[x]&lt;/b&gt;"),
        ("&lt;b lang=&quot;anna-bech&quot;&gt;", "&lt;b lang=&quot;[x]&quot;&gt;"),
        ("Anna<wbr>_Be<b></b>ch", "[x]"),
        ("anna.bech<wbr>@other.example", "[x]"),
        // Each of them alone.
        ("<b>anna@firm.example</b><i>bo</i>", "<b>[x]</b><i>bo</i>"),
        ("<td>anna</td><td>@firm.example</td>", "<td>anna</td><td>@firm.example</td>"),
        ("<p>anna at</p><p>firm.example</p>", "<p>anna at</p><p>firm.example</p>"),
    ] {
        assert_replaced("", text, expected);
    }
    for number in
        ["20<b></b>30<wbr>4050", "20\u{200B}30&shy;40\u{2060}50", "20&lt;b&gt;&lt;/b&gt;304050"]
    {
        assert_replaced("+45 20 30 40 50", number, "[x]");
    }
    let hidden = "\u{200B}".repeat(200);
    for number in [
        format!("20{hidden}304050"),
        format!("20{}304050", "&#8203;".repeat(200)),
        format!("20<b title=\"{}\"></b>304050", "x".repeat(5000)),
        "20<bdi>30</bdi>4050".to_owned(),
        "<ruby>20<rt>x</rt></ruby>304050".to_owned(),
    ] {
        let known = contacts("+45 20 30 40 50", "", NotCalled::Withheld);
        let replaced = known.replaced(&number, &NameWords::default(), Marks::Tags, "[x]");
        assert!(replaced.is_some_and(|it| !it.contains("30") && !it.contains("20")), "{number}");
    }
    let typed = "&lt;data value=&quot;20304050&quot;&gt;";
    assert_replaced("+45 20 30 40 50", typed, &typed.replace("20304050", "[x]"));
    let known = contacts("", "anna@firm.example", NotCalled::Left);
    for text in ["<anna@firm.example>", "anna<at>firm.example", "anna<!-- -->@firm.example"] {
        assert_eq!(known.remaining(text).len(), 1, "{text}");
    }
}
