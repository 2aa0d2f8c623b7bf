//! Tests of tokens: what a company sets, and what it cannot.

use super::*;

#[test]
fn fonts_and_distances_of_an_own_look_count_below_those_of_the_site() {
    let file = |path: &str, text: &str| Source::new(SourcePath::new(path).expect("inside"), text);
    let files = [
        file("themes/default/theme.toml", "[type]\nserif = \"A\"\n[space]\ngap = \"1px\"\n"),
        file(
            "themes/own/theme.toml",
            "[type]\nserif = \"B\"\nown = \"C\"\nserfi = \"D\"\n[space]\ngap = \"2px\"\n",
        ),
    ];
    let mut out = vec![];
    let site = file("site.toml", "title = \"x\"\n[space]\ngap = \"3px\"\n");
    let config = Config::read(&site, &mut out);
    let tokens = Tokens::read(&config, &files, &|name| name == "--own", &mut out);
    let css = tokens.overrides("");
    assert!(css.contains("--serif:B;") && css.contains("--own:C;"), "{css}");
    assert!(css.find("--gap:2px;") < css.find("--gap:3px;"), "{css}");
    let told: Vec<&str> = out.iter().map(|it| &*it.message).collect();
    assert_eq!(told, ["There is no setting “serfi” in this look"]);
}

#[test]
fn colours_that_are_proposed_can_be_read() {
    let file = |path: &str, text: &str| Source::new(SourcePath::new(path).expect("inside"), text);
    let theme = include_str!("../../../themes/default/theme.toml");
    let themes = [file("themes/default/theme.toml", theme)];
    let told = |colors: &str| {
        let mut out = vec![];
        let site = format!("title = \"x\"\n[colors]\n{colors}");
        let config = Config::read(&file("site.toml", &site), &mut out);
        let _tokens = Tokens::read(&config, &themes, &|_| false, &mut out);
        out
    };
    let proposed = |told: &Diagnostic| {
        let notes = format!("{:?}", told.notes).replace("\\\"", "\"");
        let (_, line) = notes.split_once("Write ")?;
        Some(line.split_once(": these")?.0.to_owned())
    };
    for colors in [
        "brand = \"#ffcc00\"\n",
        "brand = \"#00ff88\"\n",
        "brand = [\"#777777\", \"#777777\"]\n",
        "brand = \"#ff0000\"\npaper = \"#cccccc\"\n",
        "paper = \"#808080\"\nink = \"#808080\"\nbrand = \"#808080\"\n",
    ] {
        let first = told(colors);
        let mut lines: Vec<String> = first.iter().filter_map(proposed).collect();
        lines.sort();
        lines.dedup();
        let own = colors.lines().filter(|line| {
            let name = line.split(" =").next().unwrap_or_default();
            !lines.iter().any(|it| it.starts_with(&format!("{name} =")))
        });
        let obeyed: Vec<&str> = own.chain(lines.iter().map(String::as_str)).collect();
        let second = told(&obeyed.join("\n"));
        let without_remedy = first.iter().filter(|it| proposed(it).is_none()).count();
        assert!(
            without_remedy > 0 || second.is_empty(),
            "{colors}: {obeyed:?} {:?}",
            second.iter().map(|it| &*it.message).collect::<Vec<_>>()
        );
    }
}

#[test]
fn a_name_that_would_end_a_rule_is_none() {
    let file = |path: &str, text: &str| Source::new(SourcePath::new(path).expect("inside"), text);
    let names = ["x:1}@import url(https://e.example/a.css);a{--y", "c;}p{color:red}b{--d", "a b"];
    for name in names {
        let own = format!(
            "[colors]\n'{name}' = '#123456'\n[type]\n'{name}' = '1px'\n[space]\n'{name}' = '1px'\n"
        );
        let files = [file("themes/default/theme.toml", ""), file("themes/own/theme.toml", &own)];
        let mut out = vec![];
        let config = Config::read(&file("site.toml", "title = \"x\"\n"), &mut out);
        let tokens = Tokens::read(&config, &files, &|_| true, &mut out);
        assert_eq!(tokens.overrides(""), "", "{name}");
        assert_eq!(out.len(), 3, "{out:?}");
    }
}

#[test]
fn what_the_style_says_already_is_not_said_again() {
    let file = |path: &str, text: &str| Source::new(SourcePath::new(path).expect("inside"), text);
    let colors = "[colors]\ninked = ['#111111', '#eeeeee']\n";
    let files = [file("themes/default/theme.toml", colors), file("themes/own/theme.toml", colors)];
    let mut out = vec![];
    let config = Config::read(&file("site.toml", "title = \"x\"\n"), &mut out);
    let tokens = Tokens::read(&config, &files, &|_| true, &mut out);
    let rule = ":root{--inked:light-dark(#111111,#eeeeee);}\n";
    for (said, wanted) in [
        (":root{--inked:light-dark(#111111,#eeeeee)}a{color:var(--inked)}", ""),
        (":root{--inked:light-dark(#222222,#eeeeee);}", rule),
        (":root{--inked:light-dark(#111111,#eeeeee);}@media print{:root{--inked:#000}}", rule),
        (":root{--inked:light-dark(#111111,#eeeeee,x)}", rule),
        ("", rule),
    ] {
        assert_eq!(tokens.overrides(said), wanted, "{said}");
    }
}

#[test]
fn a_token_is_one_plain_value() {
    for fine in [
        "0",
        "4px",
        "-1px",
        "Georgia, serif",
        "\"Source Serif\", serif",
        "clamp(1rem, 2vw + 1rem, 2rem)",
        "calc(1px * 2)",
        "1.5rem / 2",
    ] {
        assert!(is_plain(fine), "{fine}");
    }
    for bad in [
        "",
        " ",
        "red;}</style>",
        "url(x)",
        "URL(x)",
        "image-set(x)",
        "1px/*",
        "*/",
        "a\"b",
        "\"'\"'",
        "'",
        ")",
        "(",
        "@import",
        "\\75rl(x)",
        "0 !important",
        "expression(x)",
        "</style>",
    ] {
        assert!(!is_plain(bad), "{bad}");
    }
}
