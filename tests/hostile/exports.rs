//! Drawings as programs export them: cleaned without a word about it, and still the same drawing.

use storywall::picture::{clean, header};

const NAMES: &str = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";

fn published(content: &str) -> Result<String, String> {
    let drawing = format!("<svg {NAMES} viewBox='0 0 460 345'>{content}</svg>");
    clean(drawing.as_bytes()).map(|bytes| String::from_utf8(bytes).expect("text"))
}

/// A shadow in as many steps as Figma takes for it.
fn shadow(name: &str) -> String {
    format!(
        "<filter id='{name}' x='0' y='0' width='128' height='88' filterUnits='userSpaceOnUse'>\
         <feFlood flood-opacity='0' result='back'/>\
         <feColorMatrix in='SourceAlpha' values='0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0' result='hard'/>\
         <feMorphology radius='2' operator='dilate' in='SourceAlpha' result='wide'/>\
         <feOffset dy='4'/><feGaussianBlur stdDeviation='2'/><feComposite in2='hard' operator='out'/>\
         <feColorMatrix values='0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0'/>\
         <feBlend in2='back' result='shadow'/><feBlend in='SourceGraphic' in2='shadow'/></filter>"
    )
}

#[test]
fn exports_of_drawing_programs_are_accepted() {
    let cards: String = (0..12)
        .map(|at| {
            format!(
                "<g filter='url(#f{at})'><rect width='30' height='20'/></g>{}",
                shadow(&format!("f{at}"))
            )
        })
        .collect();
    // A letter of some twenty curves, as large as fonts draw it, and used three thousand times.
    let letter = format!(
        "<path id='o' d='M 2034 4250 {}Z' transform='scale(0.015625)'/>",
        "Q 1547 4250 1301 3770 ".repeat(20)
    );
    let letters: String = (0..150)
        .map(|at| {
            format!(
                "<g style='fill: #c00' transform='translate({at} 300) scale(0.1 -0.1)'>{}</g>",
                "<use xlink:href='#o' x='63'/>".repeat(20)
            )
        })
        .collect();
    let noise: String = (0..5_000).map(|at| format!("L {at} {}\n", at * 7919 % 200)).collect();
    let cases = [
        ("twelve cards with shadows", cards),
        ("a chart with letters as paths", format!("<style>*{{stroke-linejoin: round; stroke-linecap: butt}}</style><defs>{letter}</defs>{letters}")),
        ("a chart of five thousand points", format!("<path style='fill: none; stroke: #1f77b4; stroke-width: 1.5' d='M 0 0 {noise}'/>")),
        ("a scatter plot", format!("<defs><path id='m' d='M 0 3C 0.8 3 1.5 2.7 2.1 2.1C 2.7 1.6 3 .8 3 0z'/></defs>{}", "<use xlink:href='#m' x='9' style='fill: #1f77b4; fill-opacity: 0.5; stroke: #1f77b4; stroke-opacity: 0.5'/>".repeat(1_500))),
        ("a diagram of arrows and dashes", format!("<marker id='m' viewBox='0 0 10 10' markerWidth='8'><path d='M0 0L10 5L0 10z'/></marker>{}", "<path marker-end='url(#m)' stroke-dasharray='3px, 2px' d='M0 0C9 9 20 20 40 40'/>".repeat(400))),
        ("a border in parts", "<rect width='100%' height='100%'/><g stroke-dasharray='3'><path d='M0 0h9'/></g>".into()),
        ("shadows of three times a box", format!("<filter id='s' x='-1' y='-1' width='300%' height='300%'><feGaussianBlur stdDeviation='2'/><feColorMatrix/><feOffset dx='4'/><feBlend in='SourceGraphic'/></filter>{}", "<rect filter='url(#s)'/>".repeat(15))),
        ("a drawing in millimetres", "<g transform='matrix(3.78 0 0 3.78 0 0)'><path stroke-dasharray='1mm 2mm' d='M0 0h90'/></g>".into()),
        ("an icon that fades in", "<style>@keyframes f{from{opacity:0;transform:scale(.9)}}.i{animation:f 1s}</style><g class='i'><path d='M0 0h9v9z'/></g>".into()),
    ];
    for (name, content) in cases {
        let drawing = format!("<svg {NAMES} viewBox='0 0 460 345'>{content}</svg>");
        assert_eq!(header(drawing.as_bytes()).err(), None, "{name}");
    }
}

#[test]
fn invisible_content_is_left_out() {
    let cases = [
        (
            "a font of LibreOffice",
            "<defs><font horiz-adv-x='2048'><font-face font-family='Liberation Sans embedded'/><missing-glyph d='M0 0'/><glyph unicode='o' d='M9 9'/></font></defs><g/>",
            "<defs></defs><g/>",
        ),
        (
            "a font of Excalidraw",
            "<style>\n @font-face { font-family: Excalifont; src: url(data:font/woff2;base64,d09GMg==); }</style><text font-family='Excalifont, sans-serif'>a</text>",
            "<style></style><text font-family=\"Excalifont, sans-serif\">a</text>",
        ),
        (
            "a link of Graphviz",
            "<a xlink:href='https://intranet.example/a' xlink:title='a'><text>a</text></a>",
            "<a><text>a</text></a>",
        ),
        (
            "a link of draw.io",
            "<switch><g requiredFeatures='x'/><a href='https://example.org/faq' target='_blank'><text>Text is not SVG</text></a></switch>",
            "<switch><g/><a target=\"_blank\"><text>Text is not SVG</text></a></switch>",
        ),
        (
            "a colour of printers",
            "<circle style='fill:#cd853f icc-color(acmecmyk, 0.1, 0.4, 0.8, 0);r:3px' fill='#cd853f icc-color(a, 1)'/>",
            "<circle style=\"fill:#cd853f;r:3px\" fill=\"#cd853f  \"/>",
        ),
    ];
    for (name, content, wanted) in cases {
        let clean = published(content).expect(name);
        assert!(
            clean.ends_with(&format!("'>{wanted}</svg>").replace('\'', "\"")),
            "{name}: {clean}"
        );
    }
    for runs in ["java&#10;script:alert(1)", " JavaScript:a", "data:text/html,a"] {
        assert!(published(&format!("<a href='{runs}'><text>a</text></a>")).is_err(), "{runs}");
    }
}

#[test]
fn attributes_used_by_selectors_are_kept() {
    let cases = [
        (
            "<style>[data-k='x']{fill:red}</style><rect data-k='x' data-l='y'/>",
            "<rect data-k=\"x\"/>",
        ),
        (
            "<style>rect:first-child{fill:red}</style><g><metadata>a</metadata><rect/></g>",
            "<g><desc/><rect/></g>",
        ),
        (
            "<style>rect:last-child{fill:red}</style><g><rect/><note:a xmlns:note='b'><note:c/></note:a></g>",
            "<g><rect/><desc/></g>",
        ),
        ("<style>rect{fill:red}</style><g><metadata>a</metadata><rect/></g>", "<g><rect/></g>"),
    ];
    for (content, wanted) in cases {
        let clean = published(content).expect(content);
        assert!(clean.contains(wanted), "{clean}");
    }
    for refused in [
        "<style>a:link{fill:red}</style><a href='https://example.org'><text>a</text></a>",
        "<style>[style]{fill:red}</style><rect style='-inkscape-x:y'/>",
    ] {
        let fault = published(refused).expect_err("the drawing would change");
        assert!(fault.contains("PNG"), "{fault}");
    }
}
