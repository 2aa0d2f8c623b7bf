//! Spellings of a withdrawn name, number and address that a fresh attack found still readable.

use super::program::Site;

const SPELLED: &[&str] = &[
    "<bdo dir=\"ltr\">Vera</bdo> Kjær",
    "V<time>era</time> Kj<bdi>æ</bdi>r",
    "<ruby>Vera</ruby> Kjær",
    "Vera <span lang=\"vera-kjaer\">K</span>jær",
    "<span lang=\"vera-kjaer\">A</span>",
    "<p dir=\"vera-kjaer\">A</p>",
    "<time datetime=\"61728394\">A</time>",
    "<ol start=\"61728394\"><li>A</li></ol>",
    "```vera-kjaer\ncode\n```",
    "~~~61728394\ncode\n~~~",
    "vera -at- x.example",
    "vera (at) x dot example",
    "vera_at_x_dot_example",
    "vera @x .example",
    "61, 72, 83, 94",
    "61/72/83/94",
    "6172|8394",
    "๖๑๗๒๘๓๙๔",
    "61<bdi>72</bdi>8394",
    "V e r a  K j æ r",
    "V.e.r.a. K.j.æ.r",
    "V\u{301}e\u{301}r\u{301}a\u{301} K\u{301}j\u{301}æ\u{301}r\u{301}",
    "Vera | Kjær",
    "Vera – Kjær",
];

const READABLE: &[&str] = &[
    "verakjær",
    "verakjaer",
    "61728394",
    "๖๑๗๒๘๓๙๔",
    "veraxexample",
    "veraatxexample",
    "veraatxdotexample",
];

fn site() -> Site {
    let site = Site::new();
    site.write(
        "content/people/vk.md",
        "---\nname: Vera Kjær\ncontact: {phone: \"+45 61 72 83 94\", mail: vera@x.example}\n\
         status: withdrawn\n---\n",
    );
    site
}

/// Letters and digits of a page alone, without and with what stands in its tags.
fn bare(html: &str) -> [String; 2] {
    let mut shown = String::new();
    for piece in html.split('<') {
        shown.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
    }
    let letters = |text: &str| -> String {
        text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
    };
    [letters(&shown), letters(html)]
}

#[test]
fn no_spelling_of_a_fresh_attack_is_readable() {
    let site = site();
    let hidden = "\u{200B}".repeat(200);
    let long = format!("Vera<b title=\"{}\"> Kjær</b>", "x".repeat(5000));
    let more = [format!("Vera{hidden} Kjær"), format!("61{hidden}728394"), long];
    let all = SPELLED.iter().map(|it| (*it).to_owned()).chain(more);
    let all: Vec<String> = all.collect();
    for (at, spelled) in all.iter().enumerate() {
        let page = format!("---\ntitle: Page {at}\n---\nBegin\n\n{spelled}\n\nEnd\n");
        site.write(&format!("content/p{at}.md"), page);
        site.story(&format!("s{at}"), "bo", &format!("Begin\n\n{spelled}\n\nEnd"));
    }
    site.build();
    for (at, spelled) in all.iter().enumerate() {
        for page in [format!("public/p{at}.html"), format!("public/stories/s{at}.html")] {
            let bare = bare(&site.read(&page));
            for readable in READABLE {
                let is_there = bare.iter().any(|bare| bare.contains(readable));
                assert!(!is_there, "{page}: {readable} of {spelled}");
            }
        }
    }
}

/// A list of stories would have the name in its address.
#[test]
fn a_withdrawn_name_as_a_place_or_team_has_no_list() {
    let site = site();
    for (at, fields) in
        ["location: Vera Kjær", "location: Esbjerg", "team: kjær, vera", "team: \"61728394\""]
            .iter()
            .enumerate()
    {
        let fields = format!("title: S\nauthor: bo\ndate: 2026-11-0{}\n{fields}", at + 1);
        site.write(&format!("content/stories/s{at}.md"), format!("---\n{fields}\n---\nA day.\n"));
    }
    let said = site.run(&["check"]).said;
    assert!(said.contains("This place has a name in it that readers may not see"), "{said}");
    assert!(said.contains("This team has a name in it that readers may not see"), "{said}");
    site.build();
    for (path, bytes) in site.files("public") {
        let all = format!("{path} {}", String::from_utf8_lossy(&bytes)).to_lowercase();
        for readable in ["vera-kjaer", "kjaer-vera", "vera kjær", "61728394"] {
            assert!(!all.contains(readable), "{path}: {readable}");
        }
    }
}

/// What is copied as it is cannot be written otherwise, so it is told at its line.
#[test]
fn a_withdrawn_name_in_a_copied_file_is_told() {
    let site = site();
    site.write("content/crew.csv", "name;deck\nAnna;1\nVera;Kjær;4\n");
    site.write("content/desk.vcf", "BEGIN:VCARD\nFN:Desk\nTEL:+45 61 72 83 94\nEND:VCARD\n");
    site.write(
        "content/map.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n<text y=\"5\">\
         <tspan>Vera</tspan> <tspan>Kjær</tspan></text></svg>",
    );
    // As Excel writes it.
    site.write("content/excel.csv", b"Vera Kj\xE6r;2\n");
    site.write("content/unused.csv", "Vera Kjær\n");
    let page = "---\ntitle: Files\n---\n[Crew](crew.csv), [desk](desk.vcf), [more](excel.csv)\n\n![A map](map.svg)\n\n\
                [Call](tel:+4561728394)\n";
    site.write("content/files.md", page);
    let said = site.run(&["check"]).said;
    let places = ["crew.csv:3:1", "desk.vcf:3:5", "map.svg:2:", "excel.csv:1:1"];
    for place in places.map(|place| format!("content/{place}")) {
        assert!(said.contains(&place), "{place}: {said}");
    }
    assert!(!said.contains("unused.csv:1"), "{said}");
    assert!(said.contains("This link calls Vera Kjær, whose name readers may not see"), "{said}");
    site.build();
    assert!(!site.read("public/files.html").contains("61728394"));
}

/// As authors ordinarily write a colleague's name and number; nothing of it leads to the address of
/// a page either.
#[test]
fn no_ordinary_spelling_is_readable() {
    let site = site();
    site.write(
        "content/people/jan.md",
        "---\nname: Jan-Willem van der Berg\nstatus: withdrawn\n\
         contact: {phone: \"45 20 30 40 54\", mail: jw@x.example}\n---\n",
    );
    site.write(
        "content/people/louise.md",
        "---\nname: Mette Louise Ågård\nstatus: withdrawn\n---\n",
    );
    let texts = [
        "## Vera Kjærs pumpe\n\n## Vera Kjær’s pump\n\n[x](https://x.example/vera-kjaers-side)",
        "Write to vera@x.example—she answers—vera@x.example—before noon.",
        "Ring 20 30 40 54, 20304054, 0045 20304054 eller +45 20 30 40 54.",
        "Foto: J.W. van der Berg, J. W. v.d. Berg, Jan-Willem v/d Berg, V.d. Berg, Jan-Willem.",
        "Deltagere: Ågård, Mette; Mette Aagaard; Mette L. Ågard; M.L. Ågård.",
        "Vera “Musse” Kjær og Vera (Musse) Kjær, Vera L.K. Kjær.",
        "Kontakt: Vera Kjær/61 72 83 94, Tlf/61728394, 61 72 83 94/95.",
    ];
    for (number, text) in texts.iter().enumerate() {
        site.write(&format!("content/n{number}.md"), format!("---\ntitle: N\n---\n{text}\n"));
        site.story(&format!("s{number}"), "bo", text);
    }
    site.write(
        "content/alias.md",
        "---\ntitle: A\naliases: [help/61728394, help/vera-kjaers-side]\n---\nHej.\n",
    );
    site.build();
    let paths = site.files("public");
    for (path, bytes) in paths {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for readable in [
            "vera kjær",
            "kjaer",
            "vera@x",
            "61 72 83 94",
            "61728394",
            "20 30 40 54",
            "20304054",
            "berg",
            "ågård",
            "aagaard",
            "ågard",
            "musse",
            "jw@x",
        ] {
            let near = text.split(readable).map(|it| it.lines().next().unwrap_or_default());
            let near: Vec<&str> = near.skip(1).collect();
            assert!(near.is_empty(), "{path}: {readable}: {near:?}");
            assert!(!path.contains(readable), "{path}");
        }
    }
}

/// What stands directly beside a name or a number hides neither, on a page, a card or in a feed.
#[test]
fn no_neighbour_hides_a_name_or_a_number() {
    let beside = [
        "Vi takker Vera Kjær[^tak]\n\n[^tak]: Ja.",
        "Ring 61 72 83 94[^1]\n\n[^1]: Ja.",
        "Vera Kjær<sup>2</sup>",
        "Vera Kjær<b>!</b>, 61 72 83 94<sup>4</sup>, V e r a K j æ r<sub>x</sub>",
        "Vera Kjær<br>Hun",
        "61 72 83 94<br>Ring",
        "Tak`x`Vera Kjær`Hun`",
        "[a](https://e.example)Vera Kjær[b](https://e.example)",
        "Tak[^1]Vera Kjær, tak.\n\n[^1]: Ja.",
        "<h3>Vera Kjær</h3>Hun",
        "Ring 61 72 83 94 24 timer i døgnet",
        "Anna 22 11 33 44\nVera 61 72 83 94\nBo 22 11 33 45",
        "| x | 12 | 61 72 83 94 |\n|---|---|---|\n| a | b | c |",
        "Vi fik hjælp af Vera Kjær M. Kjær i går.",
    ];
    let site = site();
    site.write("content/b.md", "---\ntitle: B\n---\n");
    for (number, text) in beside.iter().enumerate() {
        site.write(&format!("content/n{number}.md"), format!("---\ntitle: N\n---\n{text}\n"));
        site.story(&format!("s{number}"), "bo", text);
    }
    site.write(
        "content/people/bo.md",
        "---\nname: Bo\nexpertise: [Vera Kjær, kaffe, Vera Kjær]\nlocation: Vera Kjær\n---\nHej.\n",
    );
    site.build();
    for (path, bytes) in site.files("public") {
        let text = String::from_utf8_lossy(&bytes);
        for readable in ["Vera Kjær", "Kjær Hun", "KjærHun", "61 72 83 94", "61728394"] {
            assert!(!text.contains(readable), "{path}: {readable}\n{text}");
        }
    }
}

/// A paper is read by nobody but people: who withdraws is told which ones to look through.
#[test]
fn papers_beside_a_name_are_listed_before_a_withdrawal() {
    let site = site();
    site.write("content/people/vk.md", "---\nname: Vera Kjær\n---\n");
    site.write("content/plan.rtf", "{\\rtf1 Vera}");
    site.write("content/other.rtf", "{\\rtf1 Anna}");
    site.write("content/a.md", "---\ntitle: A\n---\nVera Kjær made [the plan](plan.rtf).\n");
    site.write("content/b.md", "---\ntitle: B\n---\nAnna made [another](other.rtf).\n");
    let said = site.run(&["consent", "--withdraw-preview", "vk"]).said;
    let (_, files) = said.split_once("Look yourself in these files").expect("a list");
    assert!(files.contains("content/plan.rtf") && !files.contains("content/other.rtf"), "{said}");
}

/// No address of another site, and no old address, has a withdrawn name in it for readers.
#[test]
fn no_link_and_no_old_address_has_a_withdrawn_name() {
    let site = site();
    site.write(
        "content/a.md",
        "---\ntitle: A\naliases: [help/vera-kjaer, help/old]\n---\n\
         [Her page](https://e.example/in/vera-kjaer), [search](https://e.example/?q=Vera+Kj%C3%A6r),\n\
         [mail](mailto:team-vera-kjaer@y.example), [another](https://e.example/vera).\n",
    );
    site.story("s", "bo", "[Her page](https://e.example/in/vera-kjaer)");
    let said = site.run(&["check"]).said;
    assert!(said.contains("readers get its words without it"), "{said}");
    site.build();
    for (path, bytes) in site.files("public") {
        let all = format!("{path} {}", String::from_utf8_lossy(&bytes)).to_lowercase();
        for readable in ["vera-kjaer", "vera+kj"] {
            assert!(!all.contains(readable), "{path}: {readable}");
        }
    }
    let page = site.read("public/a.html");
    assert!(page.contains("Her page") && page.contains("https://e.example/vera\""), "{page}");
    assert!(site.at("public/help/old.html").exists());
}
