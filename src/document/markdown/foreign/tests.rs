//! Which notations are told, and by which names.

use super::*;

#[test]
fn the_beginning_and_the_end_of_a_block_are_told_once() {
    let told = |lines: &[&str]| -> Vec<String> {
        let mut open = OpenMacros::default();
        lines.iter().flat_map(|line| find(line, &mut open)).map(|it| it.name).collect()
    };
    for (lines, names) in [
        (&["{info}", "Words", "{info}"][..], &["{info}"][..]),
        (&["{info}", "Words {info}"], &["{info}"]),
        (&["{info}Words{info}", "{info}", "More", "{info}"], &["{info}", "{info}"]),
        (&["{panel:title=A}", "{note}", "B", "{note}", "{panel}"], &["{panel}", "{note}"]),
        (&["{code:java}", "{code}", "{code}", "{code}"], &["{code}", "{code}"]),
        (&["{toc}", "{toc}"], &["{toc}", "{toc}"]),
        (&["{% note %}", "A", "{% endnote %}"], &["{% note %}"]),
        (&["{% note %}", "A", "{%- /note -%}"], &["{% note %}"]),
        (&["{{< x >}}", "A", "{{< /x >}}"], &["{{< x >}}"]),
        (&["{{#if x}}", "A", "{{/if}}"], &["{{ if }}"]),
        (&[":::spoiler", "A", ":::"], &["::: spoiler"]),
    ] {
        assert_eq!(told(lines), names, "{lines:?}");
    }
}

#[test]
fn notations_of_other_tools_are_told_as_what_they_are() {
    let cases: &[(&str, &[&str])] = &[
        ("See {{< youtube id=\"1\" >}} now", &["{{< youtube >}}"]),
        ("{{% details \"x\" %}} a {{% /details %}}", &["{{% details %}}"]),
        ("{% include a.html %} and {%- endif -%}", &["{% include %}"]),
        ("{{ site.title }}", &["{{ site.title }}"]),
        ("{{ \"/crew/\" | relative_url }}", &["{{ … }}"]),
        ("A {: .wide} b", &["{:.wide}"]),
        ("{:toc}", &["{:toc}"]),
        ("[TOC]", &["[TOC]"]),
        ("[[_toc_]]", &["[[_TOC_]]"]),
        ("Ask [[Who calls|them]] and [[Roles#now]]", &["[[Who calls|them]]", "[[Roles#now]]"]),
        ("![Pump] !pump.jpg|width=300! Wow!", &["!pump.jpg|width=300!"]),
        ("Pump {width: 300px}", &["{width: 300px}"]),
        (":::columns", &["::: columns"]),
        ("::: {#fig-x}", &["::: fig-x"]),
        ("[ord]{.smallcaps} og $$x^2$$", &["[ord]{.smallcaps}", "$$x^2$$"]),
        ("$5 og $$ eller $$", &[]),
        ("::: note", &["::: note"]),
        ("!!! note", &["!!! note"]),
        ("!!! note \"Mind\"", &["!!! note"]),
        ("Wow!!! What :: a {day} [x] [[ -f a ]] [[1, \"a\"]] ???", &[]),
        ("!!! Important", &["!!! Important"]),
        ("!!! note that this is prose", &[]),
        ("Thanks :::tip", &[]),
        ("{info}Husk{info}", &["{info}"]),
        ("{panel:title=Husk}", &["{panel}"]),
        ("Hej {props.name}", &["{props.name}"]),
        ("Write {info} here, {a.b} {code", &[]),
        ("![[third-cord.webp]] [[#Head]]", &["![[third-cord.webp]]", "[[#Head]]"]),
        ("a :-) [TOC] b {{ }}", &[]),
        ("Ask [[fill: who?]] and [[Filling]]", &["[[Filling]]"]),
    ];
    for (text, names) in cases {
        let found: Vec<String> =
            find(text, &mut OpenMacros::default()).into_iter().map(|it| it.name).collect();
        assert_eq!(found, *names, "{text}");
    }
}
