//! Whoever withdrew consent stands in no byte that readers get: not by name, not by number, not by
//! mail address, however these are written. Whoever left is not called.

use super::program::Site;

const PHONE: &str = "+45 20 30 40 50";
const MAIL: &str = "ida.bech@firm.example";

/// Every text of this kind of site: front matter, Markdown, HTML, a table, headings, feeds.
fn site(fields: &str) -> Site {
    let site = Site::new();
    let person = |name: &str, phone: &str, mail: &str, fields: &str| {
        format!(
            "---\nname: {name}\ncontact: {{phone: \"{phone}\", mail: {mail}}}\n\
             consent: {{photo: yes, name: yes, scope: public}}\n{fields}---\n"
        )
    };
    site.write("content/people/ida-bech.md", person("Ida Bech", PHONE, MAIL, fields));
    let shared = person("Carl Friis", "70 80 90 00", "office@firm.example", "");
    site.write("content/people/carl.md", shared);
    let gone = person("Dora Lund", "+45 70 80 90 00", "office@firm.example", fields);
    site.write("content/people/dora.md", gone);
    site
}

/// All that readers get.
fn published(site: &Site) -> String {
    let mut all = String::new();
    let mut folders = vec![site.at("public")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a file").path();
            all.push_str(&format!("\n{}\n", path.display()));
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    let bytes = std::fs::read(&path).expect("a file");
                    all.push_str(&String::from_utf8_lossy(&bytes));
                }
            }
        }
    }
    all
}

const CERTAIN: &[&str] = &[
    "Ida Bech",
    "IDA BECH",
    "Ida_Bech",
    "Ida.Bech",
    "Ida\u{2011}Bech",
    "Bech, Ida",
    "BECH Ida",
    "Ida M. Bech",
    "Ida M Bech",
    "Ida%20Bech",
    "#idabech",
    "@idabech",
    "Ida.Bech@Firm.Example",
    "ida.bech@elsewhere.example",
    "<ida.bech@firm.example>",
    "[mail](mailto:ida.bech@firm.example)",
    "[mail](mailto:ida.bech%40firm.example)",
    "ida.bech&#64;firm.example",
    "+45 20 30 40 50",
    "20304050",
    "20 30 40 50",
    "2030 4050",
    "20\u{A0}30\u{A0}40\u{A0}50",
    "20.30.40.50",
    "20-30-40-50",
    "(+45) 20 30 40 50",
    "0045 20304050",
    "+4520304050",
    "[call](tel:+4520304050)",
    "[call](tel:20304050)",
    "**20** 30 40 *50*",
    "Ida<b></b> Bech",
    "I<wbr>da<wbr>Bech",
    "Ida<!-- x --> Be<b></b>ch",
    "I&shy;da Be&#8203;ch",
    "ida.bech<wbr>@firm<b></b>.example",
    "ida.b&shy;ech&commat;fi&#8203;rm.example",
    "ida.bech [a&shy;t] firm<b></b> (dot) example",
    "ida.bech<!-- x -->@<!-- x -->firm.example",
    "20<b></b>30<wbr>40&shy;50",
    "`20304050`",
];

/// Letters and digits alone, so that no sign hides a rest.
fn bare(text: &str) -> String {
    let all = text.to_lowercase().replace("%40", "").replace("&nbsp;", "");
    all.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Elements for words that hold none.
fn empty_elements(html: &str) -> Vec<&str> {
    let mut found = vec![];
    for name in ["strong", "em", "code", "a"] {
        for (at, _) in html.match_indices(&format!("></{name}>")) {
            let tag = &html[html[..at].rfind('<').unwrap_or(0)..=at];
            if tag.starts_with(&format!("<{name} ")) || tag == format!("<{name}>") {
                found.push(tag);
            }
        }
    }
    found
}

#[test]
fn who_withdrew_is_in_no_byte() {
    let site = site("status: withdrawn\n");
    for (at, spelled) in CERTAIN.iter().enumerate() {
        let unseen = ["<b></b>", "<wbr>", "<!-- x -->"];
        let quoted = unseen.iter().fold((*spelled).to_owned(), |it, tag| it.replace(tag, ""));
        let quoted = quoted.replace(['*', '`', '<', '>', '['], "").replace("](", " ");
        let quoted = quoted.trim_end_matches(')').replace('"', "");
        let fields = format!("audience: public\nsummary: \"Ask {quoted} now\"\n");
        let text = format!(
            "---\ntitle: \"Story {at}, {quoted}\"\nauthor: bo\ndate: 2026-11-01\n{fields}---\n\
             Ask {spelled} now.\n\n## Heading {spelled}\n\n| A | B |\n|---|---|\n| {spelled} | b |\n"
        );
        site.write(&format!("content/stories/s{at}.md"), text);
        let page = format!(
            "---\ntitle: \"Page {at}\"\nsummary: \"Ask {quoted} now\"\n---\n# Page {at}\n\nAsk {spelled} now.\n\n\
             ## Heading {spelled}\n\n- {spelled}\n\n| A | B |\n|---|---|\n| {spelled} | b |\n"
        );
        site.write(&format!("content/pages/p{at}.md"), page);
    }
    for audience in ["internal", "public"] {
        site.build_with(&[&format!("--audience={audience}")]);
        let all = published(&site);
        for canary in ["tel:+4520", "tel:2030", "mailto:ida.bech"] {
            assert!(!all.contains(canary), "{audience}: {canary}");
        }
        let bare: Vec<(String, &str)> = all.lines().map(|line| (bare(line), line)).collect();
        for canary in ["idabech", "bechida", "idambech", "20304050", "idafirmexample"] {
            let kept = bare.iter().find(|(bare, _)| bare.contains(canary));
            assert!(kept.is_none(), "{audience}: {canary} in {kept:?}");
        }
        assert!(all.contains("[a colleague]"));
        assert_eq!(empty_elements(&all), [""; 0], "{audience}");
    }
}

#[test]
fn what_others_have_as_well_stays() {
    let site = site("status: withdrawn\n");
    site.write(
        "content/office.md",
        "---\ntitle: Office\n---\nThe office: 70809000, 70 80 90 00, [call](tel:+4570809000), \
         office@firm.example. The desk: 20304050. Order 20304051, 2030-4050-1, kr. 20.304.050.\n",
    );
    site.write(
        "content/programme.toml",
        "[purpose]\nsentence = \"People.\"\n\n[may]\ncontact = \"bo\"\n\n[[roles]]\nid = \"desk\"\n\
         name = \"Desk\"\nperson = \"bo\"\nwhat_for = \"Call +45 20 30 40 50 on weekdays\"\n",
    );
    site.build();
    let page = site.read("public/office.html");
    for kept in ["70809000", "70 80 90 00", "tel:+4570809000", "office@firm.example", "20304050"] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    for kept in ["20304051", "2030-4050-1", "20.304.050"] {
        assert!(page.contains(kept), "{kept}");
    }
}

#[test]
fn structure_stays_where_a_name_goes() {
    let site = site("status: withdrawn\n");
    site.write(
        "content/table.md",
        "---\ntitle: Table\n---\n| First | Last | At |\n|---|---|---|\n| Ida | Bech | Quay |\n\
         | Ask Ida | Bech knows | b |\n\n- Ida\n- Bech\n\n## Ida\n\nBech is a harbour.\n\n\
         **Ida** *Bech* and **Ida** **Bech** and [Ida](https://e.example/) [Bech](https://e.example/).\n",
    );
    let ended = site.run(&["check"]);
    for place in ["content/table.md:7:7", "content/table.md:9:3"] {
        assert!(ended.said.contains(place), "{place}: {}", ended.said);
    }
    site.build();
    let page = site.read("public/table.html");
    let row = "<td>[a colleague]</td><td>[a colleague]</td>";
    let is_kept = page.replace('\n', "").contains(row);
    assert!(is_kept, "{page}");
    for kept in ["Ask Ida", "Bech knows", "<li>Ida</li>", "<li>Bech</li>", "Bech is a harbour"] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    assert_eq!(empty_elements(&page), [""; 0]);
}

#[test]
fn uncertain_names_are_listed_at_their_place() {
    let site = site("status: withdrawn\n");
    let lines = [
        "A. Bech knows.",
        "Thanks to Lars Bech, Eva Holm and Per.",
        "Idas pump.",
        "Idabech wrote.",
    ];
    site.write("content/names.md", format!("---\ntitle: Names\n---\n{}\n", lines.join("\n\n")));
    let ended = site.run(&["check"]);
    for place in ["4:4", "6:16", "8:1", "10:1"] {
        let place = format!("content/names.md:{place}");
        assert!(ended.said.contains(&place), "{place}: {}", ended.said);
    }
    site.build();
    let page = site.read("public/names.html");
    assert!(page.contains("Lars Bech, Eva Holm"), "{page}");
}

#[test]
fn a_second_file_about_who_withdrew_is_told() {
    let kept = |name: &str, fields: &str| {
        let site = site("status: withdrawn\n");
        site.write("content/people/eva.md", format!("---\nname: {name}\n{fields}---\n"));
        let said = site.run(&["check"]).said;
        said.contains("content/people/eva.md") && said.contains("as content/people/ida-bech.md")
    };
    for name in ["Ida Bech", "IDA BECH", "ida bech", "Ida Marie Bech", "Bech, Ida", "Dr. Ida Bech"]
    {
        assert!(kept(name, ""), "{name}");
    }
    assert!(kept("Eva Holm", "contact: {phone: \"20304050\"}\n"));
    assert!(kept("Eva Holm", "contact: {mail: Ida.Bech@firm.example}\n"));
    assert!(!kept("Eva Bech", "contact: {phone: \"20304051\"}\n"));
}

/// Nobody is called like the site: its title stays, and so do days and addresses for programs.
#[test]
fn a_withdrawn_name_that_the_site_has_alters_no_feed() {
    let site = Site::new();
    let title = "Harbour Line";
    let file = format!("title = \"{title}\"\nbase_url = \"https://h.example/\"\n");
    site.write("site.toml", file);
    site.build();
    let before = published(&site);
    site.write("content/people/x.md", format!("---\nname: {title}\nstatus: withdrawn\n---\n"));
    site.write("content/people/y.md", "---\nname: 2026 11\nstatus: withdrawn\n---\n");
    let said = site.run(&["check"]).said;
    assert!(said.contains("is also the title of the site"), "{said}");
    site.build();
    let now = published(&site);
    for kept in [title, "<updated>2026-11", "\"date_published\": \"2026-11"] {
        let count = |all: &str| all.matches(kept).count();
        assert!(count(&before) > 0 && count(&now) >= count(&before), "{kept}: {now}");
    }
}

/// What else a file says beside the name hides no name.
#[test]
fn a_withdrawn_name_with_additions_is_found_without_them() {
    for name in
        ["Vera Lund (she/her)", "Dr. Vera Lund", "Vera Lund, PhD", "Vera Lund / Deck", "VeraLund"]
    {
        let site = Site::new();
        let file = format!("---\nname: \"{name}\"\nstatus: withdrawn\n---\n");
        site.write("content/people/vera.md", file);
        site.write("content/ask.md", "---\ntitle: Ask\n---\nAsk Vera Lund or vera_lund now.\n");
        site.build();
        let page = site.read("public/ask.html");
        assert!(!bare(&page).contains("veralund"), "{name}: {page}");
    }
}

#[test]
fn who_left_or_takes_a_break_is_not_called() {
    for status in ["former", "paused"] {
        let site = site(&format!("status: {status}\n"));
        site.write(
            "content/help.md",
            "---\ntitle: Help\n---\nCall 20 30 40 50.\n\n[Call](tel:+4520304050)\n\n\
             Write ida.bech@firm.example or [write](mailto:ida.bech@firm.example).\n\n\
             Or the office, 70 80 90 00. Order 20304051.\n",
        );
        let ended = site.run(&["check", "--format=json"]);
        let listed = |line: usize| {
            ended.said.contains(&format!("\"line\":{line},"))
                || ended.said.contains(&format!("\"line\": {line},"))
        };
        for line in [4, 6, 8] {
            assert!(listed(line), "{status}, line {line}: {}", ended.said);
        }
        assert!(!listed(10), "{status}: {}", ended.said);
        site.build();
        let page = site.read("public/help.html");
        for canary in ["tel:+4520304050", "mailto:ida"] {
            assert!(!page.contains(canary), "{status}: {canary} in {page}");
        }
        for kept in ["20 30 40 50", "Call", "70 80 90 00"] {
            assert!(page.contains(kept), "{status}: {kept}");
        }
    }
    let site = site("");
    site.write("content/help.md", "---\ntitle: Help\n---\nCall 20 30 40 50.\n");
    assert!(!site.run(&["check"]).said.contains("name-remains"));
}

/// What is tried, promised, met for or paused is told of people: what stands there is nobody else's.
#[test]
fn a_number_in_a_sentence_of_the_programme_does_not_come_back_everywhere() {
    let told = "with Ida (write to ida.bech@firm.example, +45 20 30 40 50)";
    let of_meeting = |field: &str, text: &str| {
        let name = if field == "name" { text } else { "Half hour" };
        let field = if field == "name" { "what_for" } else { field };
        format!("[[meetings]]\nname = \"{name}\"\nday = \"Thursday\"\n{field} = \"{text}\"\n")
    };
    let named = "In the mess; or call Ida Bech, +45 20 30 40 50, ida.bech@firm.example";
    for more in [
        format!("[roadmap]\ntries = [{{ what = \"{told}\" }}]\n"),
        format!("[[promises]]\ntext = \"{told}\"\nowner = \"bo\"\nkept = true\n"),
        format!("[status]\nstate = \"paused\"\nuntil = 2026-12-24\nwhy = \"{told}\"\n"),
        of_meeting("what_for", told),
        of_meeting("name", told),
        of_meeting("place", named),
    ] {
        let site = site("status: withdrawn\n");
        let programme = site.read("content/programme.toml");
        site.write("content/programme.toml", format!("{programme}\n{more}"));
        let words = "Write to ida.bech@firm.example or call 20 30 40 50.";
        site.write("content/help.md", format!("---\ntitle: Help\n---\n{words}\n"));
        site.build();
        let all = published(&site);
        for canary in ["ida.bech@", "20 30 40 50", "20304050"] {
            assert!(!all.contains(canary), "{canary} for {more}");
        }
    }
    // What a room has is the room's.
    let site = site("status: withdrawn\n");
    let programme = site.read("content/programme.toml");
    let more = of_meeting("place", "In the mess; or call +45 20 30 40 50");
    site.write("content/programme.toml", format!("{programme}\n{more}"));
    site.build();
    assert!(published(&site).contains("20 30 40 50"));
}
