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
