//! Drawings of a few lines that would take seconds to draw, and those that people really make.

use storywall::picture::header;

fn svg(content: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
         viewBox='0 0 300 300'>{content}</svg>"
    )
}

/// Definitions that each use the one before them ten times.
fn tenfold(begin: &str, step: impl Fn(usize) -> String) -> String {
    (1..7).fold(begin.to_owned(), |all, at| all + &step(at))
}

/// What browsers draw by styles alone, and no list of SVG's own properties knows.
fn attacks_by_styles() -> Vec<(&'static str, String, &'static str)> {
    let rect = "<rect width='9' height='9'/>";
    let sheet = |rules: &str, count: usize| format!("<style>{rules}</style>{}", rect.repeat(count));
    let list = |one: &str, count: usize| vec![one; count].join(",");
    let numbered =
        |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<String>();
    vec![
        (
            "shadows of letters",
            format!(
                "<style>text{{text-shadow:{}}}</style>{}",
                list("1px 2px 3px red", 500),
                "<text>Some words</text>".repeat(200)
            ),
            "text-shadow",
        ),
        (
            "shadows of letters by an attribute",
            format!("<text style='Text-Shadow:{}'>a</text>", list("1px 2px 3px red", 500)),
            "text-shadow",
        ),
        (
            "layers of masks",
            sheet(&format!("rect{{mask:{}}}", list("linear-gradient(red,blue)", 3000)), 400),
            "mask",
        ),
        (
            "a mask of a few layers",
            format!("<rect mask='{}'/>", list("linear-gradient(red,blue)", 3)),
            "linear-gradient",
        ),
        (
            "layers of masks by a longer name",
            sheet(&format!("rect{{-webkit-mask-image:{}}}", list("none", 3000)), 400),
            "mask-image",
        ),
        ("two masks", "<rect style='mask:url(#a),url(#b)'/>".into(), "mask"),
        (
            "a clip of many corners",
            sheet(&format!("rect{{clip-path:polygon({})}}", list("1px 2px", 24_000)), 1000),
            "clip-path",
        ),
        (
            "a clip of some corners",
            sheet(&format!("rect{{clip-path:polygon({})}}", list("1px 2px", 50)), 1000),
            "polygon",
        ),
        (
            "an outline by a sheet",
            format!(
                "<style>path{{d:path('M0 0{}')}}</style>{}",
                "L9 9".repeat(30_000),
                "<path/>".repeat(4900)
            ),
            "pieces",
        ),
        (
            "movements without end",
            sheet(
                &format!("@keyframes a{{to{{opacity:0}}}}rect{{animation:{}}}", list("a 9s", 300)),
                490,
            ),
            "animation",
        ),
        ("a way to follow", sheet("rect{offset-path:path('M0 0h9')}", 1), "offset-path"),
        (
            "children counted",
            sheet(
                &numbered(399, &|n| {
                    format!(
                        "rect:nth-last-child({n}n+1 of :not(:has(~ rect:nth-child({n})))){{fill:red}}"
                    )
                }),
                1500,
            ),
            "choose",
        ),
        ("children asked", sheet("g:has(rect ~ rect){fill:red}", 9), "choose"),
        ("siblings", sheet("rect ~ rect{fill:red}", 9), "choose"),
        (
            "words within attributes",
            format!(
                "<style>{}</style><path d='{}'/>",
                numbered(300, &|n| format!("[d*='{}{n}']{{r:1px}}", "1 ".repeat(200))),
                "1 ".repeat(50_000)
            ),
            "choose",
        ),
        ("long selectors", sheet(&format!("{}rect{{fill:red}}", "g ".repeat(900)), 9), "choose"),
        ("rules in rules", sheet("rect{g{rect{fill:red}}}", 9), "read"),
        (
            "rules for all",
            sheet(&numbered(900, &|n| format!("* > *{{stroke-width:{n}px}}")), 4900),
            "rules",
        ),
        (
            "long rules for all",
            sheet(&format!("*{{{}}}", "opacity:.5;".repeat(9000)), 4900),
            "rules",
        ),
        (
            "names that grow",
            sheet(
                &format!(
                    "*{{--a0:red;{}}}",
                    numbered(22, &|n| format!("--a{}:var(--a{n})var(--a{n});", n + 1))
                ),
                4900,
            ),
            "pass on",
        ),
        ("a long value of its own", format!("<rect style='--a:{}'/>", "1px ".repeat(900)), "bytes"),
        (
            "fonts that nobody has",
            format!("<text font-family='{}'>a</text>", numbered(40_000, &|n| format!("f{n},"))),
            "fonts",
        ),
        (
            "fonts one by one",
            numbered(4000, &|n| format!("<text style='font:9px f{n}'>a</text>")),
            "fonts",
        ),
        (
            "fonts by rules",
            numbered(200, &|n| format!("<style>text{{font-family:a{n}}}</style>")),
            "fonts",
        ),
        (
            "fonts that move",
            "<text><animate attributeName='font-family' values='a;b;c' dur='9s'/></text>".into(),
            "moves",
        ),
        (
            "shadows that move",
            "<text><set attributeName='text-shadow' to='1px 1px red'/></text>".into(),
            "moves",
        ),
        (
            "masks",
            format!("<mask id='m'><rect/></mask>{}", "<rect mask='url(#m)'/>".repeat(1500)),
            "layers",
        ),
        ("colours mixed", sheet("rect{mix-blend-mode:multiply}", 4000), "layers"),
        (
            "a declaration within a name",
            "<rect style='fill:url(#a(&quot;);text-shadow:url(#b)(&quot;))'/>".into(),
            "read",
        ),
        ("escaped names", "<style>rect{fi\\6c l:red;fill:\\red}</style>".into(), "read"),
        (
            "functions of tomorrow",
            "<rect style='width:calc(sibling-index()*1px)'/>".into(),
            "sibling-index",
        ),
    ]
}

fn attacks() -> Vec<(&'static str, String, &'static str)> {
    let blur = "<filter id='f'><feGaussianBlur stdDeviation='3'/></filter>";
    let rect = "<rect width='9' height='9'/>";
    let twelve = |steps: &str| {
        format!(
            "<filter id='f'>{}</filter>{}",
            steps.repeat(12),
            "<rect filter='url(#f)'/>".repeat(9)
        )
    };
    let of = |element: &str, attribute: &str| {
        let one = format!("<path d='M0 0h9' {attribute}='url(#x{{}})'/>");
        tenfold(&format!("<{element} id='x0'><rect/></{element}>"), |at| {
            let inside = one.replace("{}", &(at - 1).to_string()).repeat(10);
            format!("<{element} id='x{at}'>{inside}</{element}>")
        }) + &one.replace("{}", "6")
    };
    let uses = tenfold("<g id='x0'><rect/></g>", |at| {
        format!("<g id='x{at}'>{}</g>", format!("<use href='#x{}'/>", at - 1).repeat(10))
    });
    vec![
        ("nested uses", format!("<defs>{uses}</defs><use href='#x6'/>"), "pieces"),
        ("nested uses by their old name", format!("<defs>{}</defs><use xlink:href='#x6'/>", uses.replace(" href", " xlink:href")), "pieces"),
        ("uses by an encoded name", format!("<defs>{}</defs><use href='#x6'/>", uses.replace("href='#x", "href='#%78")), "pieces"),
        ("nested patterns", of("pattern", "fill"), "pieces"),
        ("nested masks", of("mask", "mask"), "pieces"),
        ("nested clips", of("clipPath", "clip-path"), "pieces"),
        ("nested markers", of("marker", "marker-start"), "pieces"),
        ("a marker at every corner", format!("<marker id='m'>{}</marker><path marker-mid='url(#m)' d='M0 0{}'/>", rect.repeat(100), "h1".repeat(400)), "pieces"),
        ("a marker of a whole group", format!("<marker id='m'>{}</marker><g style='marker-end:url(#m)'>{}</g>", rect.repeat(100), "<path d='M0 0h9'/>".repeat(100)), "pieces"),
        ("a pattern of a whole group", format!("<pattern id='p'>{}</pattern><g fill='url(#p)'>{}</g>", rect.repeat(100), rect.repeat(100)), "pieces"),
        ("a pattern of all uses", format!("<pattern id='p'>{}</pattern><g id='g'>{}</g><use href='#g' fill='url(#p)'/>", rect.repeat(100), rect.repeat(100)), "pieces"),
        ("a pattern by a sheet", format!("<style>.a{{fill:url(#p)}}</style><pattern id='p'>{}</pattern>{}", rect.repeat(100), "<rect class='b a'/>".repeat(100)), "pieces"),
        ("pictures of filters", of("g", "x").replace("<path d='M0 0h9' x='url(#", "<filter><feImage href='#").replace(")'/>", "'/></filter>") + "<defs>" + &format!("<g id='y'>{}</g>", rect.repeat(100)) + "</defs>" + &format!("<filter id='f'>{}</filter><rect filter='url(#f)'/>", "<feImage href='#y'/>".repeat(59)), "pieces"),
        ("a hundred thousand groups", "<g>".repeat(100_000) + &"</g>".repeat(100_000), "groups"),
        ("groups through uses", (0..200).map(|at| format!("<g id='x{at}'><use href='#x{}'/></g>", at + 1)).collect(), "groups"),
        ("a hundred thousand shapes", "<rect/>".repeat(100_000), "pieces"),
        ("a use of itself", "<g id='a'><use href='#a'/></g>".into(), "itself"),
        ("uses in a circle", "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>".into(), "itself"),
        ("gradients in a circle", "<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/>".into(), "itself"),
        ("a pattern of itself", "<pattern id='a'><rect fill='url(#a)'/></pattern>".into(), "itself"),
        ("a long chain of gradients", (0..4000).map(|at| format!("<linearGradient id='g{at}' href='#g{}'/>", at + 1)).collect::<String>(), "groups"),
        ("a thousand blurs", format!("{blur}{}", "<rect filter='url(#f)'/>".repeat(1000)), "filters"),
        ("blurs of used groups", format!("{blur}<g id='a'>{}</g>{}", "<rect filter='url(#f)'/>".repeat(10), "<use href='#a'/>".repeat(10)), "filters"),
        ("blurs by style", format!("{blur}{}", "<g style='filter : url( #f )'/>".repeat(100)), "filters"),
        ("blurs by a sheet", format!("{blur}<style>g > rect.a {{ filter: url(\"#f\") }}</style>{}", "<rect class='a'/>".repeat(100)), "filters"),
        ("blurs by a sheet for all", format!("<style>@media all {{ * {{ filter: blur(2px) }} }}</style>{}", rect.repeat(100)), "filters"),
        ("blurs by a clever sheet", format!("<style>:is(rect, g):not(.b) {{ filter: blur(2px) }}</style>{}", rect.repeat(100)), "choose"),
        ("blurs by an attribute", format!("<style>g [width='9'] {{ filter: blur(2px) }}</style><g>{}</g>", rect.repeat(100)), "filters"),
        ("blurs by functions", format!("<rect style='filter:{}'/>", "blur(9px) ".repeat(100)), "filters"),
        ("blurs handed on", "<style>:root{--f:url(#f)} *{filter:var(--f)}</style>".into(), "pass on"),
        ("blurs inherited", format!("{blur}<style>*{{filter:inherit}}</style>"), "pass on"),
        ("long filters", twelve("<feTurbulence baseFrequency='.1'/>"), "filters"),
        ("octaves", "<filter><feTurbulence numOctaves='1000'/></filter>".into(), "numOctaves"),
        ("a large kernel", "<filter><feConvolveMatrix order='99 3'/></filter>".into(), "order"),
        ("a large radius", "<filter><feMorphology radius='9999'/></filter>".into(), "radius"),
        ("a huge blur", "<filter><feGaussianBlur stdDeviation='1e9'/></filter>".into(), "stdDeviation"),
        ("a moving filter", "<filter><feTurbulence><animate attributeName='baseFrequency' values='0;1' dur='1s'/></feTurbulence></filter>".into(), "moves"),
        ("a moving fill", "<rect><set attributeName='fill' to='url(#p)'/></rect>".into(), "moves"),
        ("a moving class", "<rect><set attributeName='class' to='heavy'/></rect>".into(), "moves"),
        ("a sheet that moves a filter", "<style>@keyframes a { to { filter: blur(9px) } }</style>".into(), "moves"),
        ("much that moves", format!("{}<rect><animate attributeName='x' dur='2s'/></rect>", rect.repeat(600)), "pieces"),
        ("something that flickers", "<rect><animate attributeName='x' dur='1ms'/></rect>".into(), "too fast"),
        ("tiny dashes", "<path d='M0 0H100000' stroke-dasharray='.001'/>".into(), "dashes"),
        ("tiny dashes of a group", format!("<g style='stroke-dasharray:.01'>{}</g>", "<path d='m0 0h300v300'/>".repeat(100)), "dashes"),
        ("tiny dashes by another measure", "<path d='M0 0H9' pathLength='1e9' stroke-dasharray='1'/>".into(), "dashes"),
        ("tiny dashes by styles", "<style>path{d:path('M0 0H90000');stroke-dasharray:.2px}</style><path/>".into(), "dashes"),
        ("tiny dashes that move", "<path d='M0 0H900'><animate attributeName='stroke-dasharray' dur='1s' values='9;.001'/></path>".into(), "dashes"),
        ("dashes without a number", "<circle r='1e999' stroke-dasharray='2'/>".into(), "dashes"),
        ("a path without a number", "<path d='M1e999 0H-1e999'/>".into(), "pieces"),
        ("a heavy path used", format!("<path id='a' d='M0 0{}'/>{}", "h1v1".repeat(25_000), "<use href='#a'/>".repeat(100)), "pieces"),
        ("a megabyte of path", format!("<path d='M0 0{}'/>", "h1v1".repeat(250_000)), "kB"),
        ("marks without end", format!("<text>a{}</text>", "\u{301}".repeat(1000)), "marks"),
        ("entities", "<text>&a;</text>".into(), "entities"),
    ]
}

/// Dashes and outlines that are not written as plain numbers where they stand.
fn attacks_by_measure() -> Vec<(&'static str, String, &'static str)> {
    let circle = |more: &str| format!("<circle r='100' stroke='red' {more}/>");
    let moving = |element: &str, move_: &str| {
        format!("<{element} stroke='red' stroke-dasharray='.4'>{move_}</{}>", &element[..4])
    };
    let dashed = "<g id='c'><circle r='100' stroke='red'/></g>";
    vec![
        ("dashes by a sum", circle("style='stroke-dasharray:calc(.002px)'"), "dashes"),
        ("dashes by a name", circle("style='--d:.002;stroke-dasharray:var(--d)'"), "dashes"),
        ("dashes in parts", circle("stroke-dasharray='.001%'"), "dashes"),
        ("dashes by letters", circle("font-size='.001' stroke-dasharray='1em'"), "dashes"),
        ("dashes of a use", format!("<defs>{dashed}</defs><use href='#c' stroke-dasharray='.002'/>"), "dashes"),
        ("dashes around a use", format!("<defs>{dashed}</defs><g style='stroke-dasharray:.002'><use href='#c'/></g>"), "dashes"),
        ("dashes by rules for a use", format!("<style>use{{stroke-dasharray:.002}}</style><defs>{dashed}</defs><use href='#c'/>"), "dashes"),
        ("dashes that become shorter", circle("stroke-dasharray='5'").replace("/>", "><animate attributeName='stroke-dasharray' by='-4.999' dur='1s'/></circle>"), "dashes"),
        ("a dashed circle by a sum", "<circle stroke-dasharray='.4' style='r:calc(20000px)'/>".into(), "dashes"),
        ("a dashed circle in feet", "<circle stroke-dasharray='.1' r='2000in'/>".into(), "dashes"),
        ("a dashed circle set", moving("circle r='1'", "<set attributeName='r' to='40000'/>").replace("</circ>", "</circle>"), "dashes"),
        ("a dashed circle set from elsewhere", "<circle id='c' r='1' stroke-dasharray='.4'/><set href='#c' attributeName='r' to='40000'/>".into(), "dashes"),
        ("a dashed path that grows", moving("path d='M0 0'", "<animate attributeName='d' values='M0 0;M0 0H90000' dur='1s'/>"), "dashes"),
        ("a dashed line that grows on", moving("line x2='1'", "<animate attributeName='x2' from='0' to='9' accumulate='sum' dur='1s'/>"), "dashes"),
        ("a dashed measure", moving("path d='M0 0h9'", "<set attributeName='pathLength' to='1e9'/>"), "dashes"),
        ("a dashed arc that does not reach", "<path d='M0 0A.001 9 0 0 1 9 0' stroke-dasharray='.4'/>".into(), "dashes"),
        ("an arc whose flags stand close", "<path d='M0 0a9 9 0 0190000 0' stroke-dasharray='.4'/>".into(), "dashes"),
        ("dashes of a large letter", "<text font-size='90000' stroke-dasharray='.1'>abcdefgh</text>".into(), "dashes"),
        ("dashes as wide as the screen", "<g transform='scale(1000)'><circle r='9' stroke-dasharray='.2' vector-effect='non-scaling-stroke'/></g>".into(), "dashes"),
        ("an outline by a name", "<style>path{marker-mid:url(#m);d:var(--d)}</style><path/>".into(), "(d)"),
        ("a moving view", "<svg><animate attributeName='viewBox' values='0 0 9 9;0 0 1 1' dur='1s'/></svg>".into(), "moves"),
    ]
}

/// Few elements that are drawn over a large part of the drawing again and again.
fn attacks_by_area() -> Vec<(&'static str, String, &'static str)> {
    let rect = |more: &str| format!("<rect width='300' height='300' {more}/>");
    let zigzag = |count: usize| -> String {
        (0..count).map(|at| format!("L{} 0 {} 300", at % 300, at * 7 % 300)).collect()
    };
    let filtered = |step: &str, count: usize| {
        format!("<filter id='f'>{step}</filter>{}", rect("filter='url(#f)'").repeat(count))
    };
    let marker = |count: usize| format!("<marker id='m'>{}</marker>", rect("").repeat(count));
    let joined = format!(
        "<path id='t' stroke='red' stroke-linejoin='round' d='M0 0{}'/>",
        "l9 9-9-8".repeat(2000)
    );
    vec![
        (
            "markers of a use",
            format!(
                "{}<defs><path id='p' d='M0 0{}'/></defs>{}",
                marker(2),
                "h1v1".repeat(200),
                "<use href='#p' marker-mid='url(#m)'/>".repeat(20)
            ),
            "pieces",
        ),
        (
            "markers around a use",
            format!(
                "{}<defs><path id='p' d='M0 0{}'/></defs><g marker-mid='url(#m)'>{}</g>",
                marker(2),
                "h1v1".repeat(200),
                "<use href='#p'/>".repeat(20)
            ),
            "pieces",
        ),
        (
            "markers of corners that come",
            format!(
                "{}<polyline marker-mid='url(#m)' points='0 0'><set attributeName='points' to='0 0{}'/></polyline>",
                marker(5),
                " 1 1".repeat(500)
            ),
            "pieces",
        ),
        (
            "markers of corners from elsewhere",
            format!(
                "{}<path id='p' marker-mid='url(#m)' d='M0 0'/><set href='#p' attributeName='d' to='M0 0{}'/>",
                marker(5),
                "h1v1".repeat(500)
            ),
            "pieces",
        ),
        ("a long zigzag", format!("<path d='M0 0{}'/>", zigzag(11_000)), "pieces"),
        (
            "a zigzag used",
            format!(
                "<defs><path id='t' d='M0 0{}'/></defs>{}",
                zigzag(1000),
                "<use href='#t'/>".repeat(15)
            ),
            "pieces",
        ),
        (
            "a tiny zigzag enlarged",
            format!(
                "<g transform='translate(1 1) scale(10000)'><path transform='matrix(.01 0 0 .01 0 0)' d='M0 0{}'/></g>",
                "v3h.01v-3".repeat(15_000)
            ),
            "pieces",
        ),
        (
            "a tiny zigzag enlarged by styles",
            format!(
                "<style>.a{{scale:100}}</style><path class='a' d='M0 0{}'/>",
                "v3h.01v-3".repeat(15_000)
            ),
            "pieces",
        ),
        (
            "a tiny zigzag in a view",
            format!("<svg viewBox='0 0 1 1'><path d='M0 0{}'/></svg>", "v1h.01v-1".repeat(15_000)),
            "pieces",
        ),
        (
            "a tiny zigzag in a moving scale",
            format!(
                "<path d='M0 0{}'><animateTransform attributeName='transform' type='scale' values='1;100' dur='1s'/></path>",
                "v3h.01v-3".repeat(2_000)
            ),
            "pieces",
        ),
        (
            "an enlargement by a name",
            "<path style='--s:9;transform:scale(var(--s))' d='M0 0h1'/>".into(),
            "transform",
        ),
        ("round joins", joined.clone() + &"<use href='#t'/>".repeat(15), "pieces"),
        (
            "round joins by a use",
            format!(
                "<defs>{}</defs>{}",
                joined.replace("stroke='red'", ""),
                "<use href='#t' stroke='red'/>".repeat(15)
            ),
            "pieces",
        ),
        ("a long text", format!("<text>{}</text>", "X".repeat(30_000)), "pieces"),
        (
            "a text used",
            format!(
                "<defs><text id='t'>{}</text></defs>{}",
                "X".repeat(9000),
                "<use href='#t'/>".repeat(15)
            ),
            "pieces",
        ),
        ("a text within a link", format!("<text><a>{}</a></text>", "X".repeat(30_000)), "pieces"),
        (
            "gradients all over",
            format!(
                "<radialGradient id='g'><stop/><stop/></radialGradient>{}",
                rect("fill='url(#g)'").repeat(1600)
            ),
            "pieces",
        ),
        (
            "tiles all over",
            format!(
                "<pattern id='p' width='.5' height='.5' patternUnits='userSpaceOnUse'><rect width='.2' height='.2'/></pattern>{}",
                rect("fill='url(#p)'").repeat(400)
            ),
            "layers",
        ),
        (
            "clips cut together",
            format!(
                "<clipPath id='c'><path d='M0 0{0}'/><path d='M1 0{0}'/></clipPath>{1}",
                zigzag(300),
                rect("clip-path='url(#c)'")
            ),
            "pieces",
        ),
        (
            "clips of letters",
            format!(
                "<clipPath id='c'><text>a</text></clipPath>{}",
                rect("clip-path='url(#c)'").repeat(200)
            ),
            "layers",
        ),
        ("see-through groups", "<g opacity='.9'><circle r='300'/></g>".repeat(700), "layers"),
        ("see-through outlines", rect("stroke='red' opacity='.9'").repeat(700), "layers"),
        (
            "see-through outlines by a group",
            format!("<g style='stroke:red'>{}</g>", rect("style='opacity:50%'").repeat(700)),
            "layers",
        ),
        (
            "see-through outlines by a use",
            format!(
                "<defs><g id='g'>{}</g></defs>{}",
                rect("opacity='.9'").repeat(100),
                "<use href='#g' stroke='red'/>".repeat(7)
            ),
            "layers",
        ),
        (
            "see-through outlines by rules",
            format!("<style>rect{{opacity:.9;stroke:red}}</style>{}", rect("").repeat(700)),
            "layers",
        ),
        (
            "groups that fade",
            "<g><circle/><animate attributeName='opacity' values='1;0' dur='1s'/></g>".repeat(70),
            "layers",
        ),
        (
            "a blur of far more than its shape",
            filtered("<feGaussianBlur stdDeviation='60'/>", 9)
                .replace("id='f'", "id='f' x='-9' y='-9' width='19' height='1900%'"),
            "filters",
        ),
        ("wide blurs", filtered("<feGaussianBlur stdDeviation='60'/>", 15), "filters"),
        (
            "wide blurs by functions",
            rect("style='filter:drop-shadow(1px 2px 60px rgb(1, 2, 3))'").repeat(15),
            "filters",
        ),
        ("blurs by a sum", rect("style='filter:blur(calc(60 * 1px))'"), "pass on"),
        ("octaves all over", filtered("<feTurbulence numOctaves='10'/>", 29), "filters"),
        ("a wide search", filtered("<feMorphology radius='90'/>", 5), "filters"),
        (
            "a wide search enlarged",
            format!("<g transform='scale(90)'>{}</g>", filtered("<feMorphology radius='1'/>", 5)),
            "filters",
        ),
        (
            "a wide search of a hidden number",
            filtered("<feMorphology radius='&#10;9999'/>", 1),
            "radius",
        ),
        (
            "a wide search by its shape",
            filtered("<feMorphology radius='1'/>", 1)
                .replace("id='f'", "id='f' primitiveUnits='objectBoundingBox'"),
            "primitiveUnits",
        ),
        ("large kernels", filtered("<feConvolveMatrix order='8'/>", 9), "filters"),
        ("lights", filtered("<feSpecularLighting/><feDiffuseLighting/>", 20), "filters"),
        (
            "a filter moved from elsewhere",
            format!(
                "{}<set href='#t' attributeName='x' to='9'/>",
                filtered("<feTurbulence id='t'/>", 1)
            ),
            "moves",
        ),
        (
            "octaves moved from elsewhere",
            format!(
                "{}<animate xlink:href='#t' attributeName='numOctaves' from='3000' to='4000' dur='9s'/>",
                filtered("<feTurbulence id='t'/>", 1)
            ),
            "moves",
        ),
        (
            "a filter's colour moved by styles",
            "<style>@keyframes a{to{flood-color:red}}</style>".into(),
            "moves",
        ),
    ]
}

#[test]
fn drawings_above_the_cost_limits_are_refused_with_a_remedy() {
    let mut wrong = vec![];
    let attacks = [attacks(), attacks_by_styles(), attacks_by_measure(), attacks_by_area()];
    for (name, content, word) in attacks.into_iter().flatten() {
        let drawing = svg(&content);
        let ways = ["PNG", "plain SVG", "remove", "or longer"];
        match header(drawing.as_bytes()) {
            Ok(_) => wrong.push(format!("{name} passes")),
            Err(fault) if !fault.contains(word) => wrong.push(format!("{name}: {fault}")),
            Err(fault) if !ways.iter().any(|way| fault.contains(way)) => {
                wrong.push(format!("{name} shows no way out: {fault}"));
            }
            Err(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn ordinary_drawings_are_accepted() {
    let gradients: String = (0..40)
        .map(|at| format!("<linearGradient id='a{at}' xlink:href='#b'/><path class='c{at}' fill='url(#a{at})' d='M0 0h9v9z'/>"))
        .collect();
    let dashed =
        "<path fill='none' stroke-dasharray='3 3' d='M 190 60 L 190 100 L 320 100 L 320 140'/>";
    let boxes = "<g transform='translate(0.5,0.5)'><rect x='10' width='120' height='60' rx='9'/><g><text x='60' y='30'>Pump four</text></g></g>";
    let shadow = "<filter id='s' x='-20%' width='140%'><feGaussianBlur in='SourceAlpha' stdDeviation='2'/><feOffset dx='1'/><feComponentTransfer><feFuncA type='linear' slope='.5'/></feComponentTransfer><feMerge><feMergeNode/><feMergeNode in='SourceGraphic'/></feMerge></filter>";
    let real = [
        ("an icon", "<path d='M12 2 2 22h20z'/>".to_owned()),
        ("a logo of Inkscape", format!("<defs><linearGradient id='b'><stop offset='0'/><stop offset='1'/></linearGradient></defs>{gradients}")),
        ("a logo of Illustrator", "<style>.st0{fill:url(#SVGID_1_);} .st1{clip-path:url(#c);fill:#FFF;}</style><defs><rect id='r' width='9' height='9'/></defs><clipPath id='c'><use xlink:href='#r' style='overflow:visible;'/></clipPath><g class='st1'><linearGradient id='SVGID_1_'><stop/></linearGradient><rect class='st0'/></g>".to_owned()),
        ("a filled group around its gradient", "<g fill='url(#a)'><linearGradient id='a'><stop/></linearGradient><rect/><path d='M0 0'/></g>".to_owned()),
        ("a pattern in the group that it fills", "<g fill='url(#a)'><pattern id='a'><rect/></pattern><rect/></g>".to_owned()),
        ("a diagram of draw.io", format!("{}{}", boxes.repeat(200), dashed.repeat(150))),
        ("a diagram with shadows", format!("{shadow}{}", "<g filter='url(#s)'><rect width='90' height='40'/></g>".repeat(8))),
        ("a diagram with arrows", format!("<marker id='m' orient='auto'><path d='M0 0L9 4L0 9z'/></marker>{}", "<path marker-end='url(#m)' d='M0 0C9 9 20 20 40 40'/>".repeat(120))),
        ("a chart of some hundred points", format!("<symbol id='p'><circle r='2'/></symbol>{}", "<use href='#p' x='1' y='2'/>".repeat(400))),
        ("a waiting wheel", "<circle r='20' stroke-dasharray='31.4 31.4'><animateTransform attributeName='transform' type='rotate' dur='1s' repeatCount='indefinite'/></circle>".to_owned()),
        ("a line that draws itself", "<style>@keyframes d{to{stroke-dashoffset:0}} .l{stroke-dasharray:300;animation:d 2s}</style><path class='l' d='M0 0h300'/>".to_owned()),
        ("a map", format!("<path d='m0 0{}'/>", "l1.2-3.4".repeat(8_000))),
        ("colours for dark and light", "<rect style='--c:light-dark(#fff, #000);fill:var(--c)'/>".to_owned()),
        ("layers of layers", format!("{}<rect/>{}", "<g>".repeat(40), "</g>".repeat(40))),
        ("text on a line", "<path id='l' d='M0 0h90'/><text><textPath href='#l'>Round and round</textPath></text>".to_owned()),
        ("letters with points", "<text>בְּרֵאשִׁ֖ית Tiếng Việt</text>".to_owned()),
    ];
    for (name, content) in real.into_iter().chain(exports()) {
        let drawing = svg(&content);
        assert_eq!(header(drawing.as_bytes()).err(), None, "{name}");
    }
}

/// Styles as programs write them.
fn exports() -> Vec<(&'static str, String)> {
    let inkscape = "font-style:normal;font-variant:normal;font-size:10.5833px;line-height:1.25;\
        font-family:sans-serif;-inkscape-font-specification:'sans-serif, Normal';text-align:start;\
        white-space:pre;shape-inside:url(#r);display:inline;fill:#000000;stroke-width:0.264583;\
        paint-order:stroke fill markers;enable-background:new;mix-blend-mode:normal";
    let corel = "<![CDATA[\n .fil0 {fill:#1F1A17}\n .fnt0 {font-weight:normal;font-size:9.5px;font-family:'Arial'}\n]]>";
    let mermaid = "#m{font-family:\"trebuchet ms\",verdana,sans-serif;font-size:16px;fill:#333;}\
        @keyframes edge-animation-frame{from{stroke-dashoffset:0;}}\
        @keyframes dash{to{stroke-dashoffset:0;}}#m .edge-animation-slow{stroke-dasharray:9,5!important;\
        stroke-dashoffset:900;animation:dash 50s linear infinite;stroke-linecap:round;}\
        #m .cluster-label span p{background-color:transparent;}#m .node .label,#m .node text{fill:#333;}\
        #m [data-look=\"neo\"] rect{stroke:#9370DB;}#m div.tip{position:absolute;padding:2px;z-index:100;}\
        #m :root{--mermaid-font-family:\"trebuchet ms\",verdana,sans-serif;}";
    let drawio = "background: #ffffff; background-color: light-dark(#ffffff, var(--ge-dark-color, #121212)); color-scheme: light dark;";
    vec![
        ("styles of Inkscape", format!("<text style=\"{inkscape}\">Text</text>")),
        ("styles of CorelDRAW", format!("<style type='text/css'>{corel}</style><g class='fil0 fnt0'/>")),
        ("styles of Illustrator", "<style>.st0{fill:none;stroke:#000;stroke-miterlimit:10;enable-background:new    ;} .st1{font-family:'MyriadPro-Regular';} .cls-1,.cls-2{isolation:isolate;mix-blend-mode:multiply;clip-path:url(#clip-path);}</style><clipPath id='clip-path'><rect/></clipPath><g class='cls-1'/>".to_owned()),
        ("styles of Figma", "<mask id='m' style='mask-type:luminance' maskUnits='userSpaceOnUse'><path d='M0 0h9'/></mask><g mask='url(#m)'><path d='M0 0h9' style='mix-blend-mode:multiply'/></g>".to_owned()),
        ("styles of Mermaid", format!("<style>{mermaid}</style><g id='m'><g class='node'><rect data-look='neo'/></g></g>")),
        ("styles of draw.io", format!("<svg style='{drawio}'><text style='fill: light-dark(rgb(0, 0, 0), rgb(255, 255, 255));'>a</text></svg>")),
        ("styles of matplotlib", format!("<defs><style type='text/css'>*{{stroke-linejoin: round; stroke-linecap: butt}}</style></defs>{}", "<g><path d='M 0 0 L 9 9' style='fill: none; stroke: #1f77b4' clip-path='url(#p)'/></g>".repeat(300))),
        ("styles of PlantUML", "<svg style='width:300px;height:200px;background:#FFFFFF;'><rect style='stroke:#181818;stroke-width:0.5;'/></svg>".to_owned()),
        ("an icon in two lights", "<style>path { fill: black; } @media (prefers-color-scheme: dark) { path { fill: white; } }</style><path d='M0 0h9'/>".to_owned()),
        ("a map of classes", format!("<style>{}</style>{}", (0..500).map(|at| format!(".cls-{at}{{fill:#{at:06x};stroke:#fff;stroke-width:.25px}}")).collect::<String>(), (0..2000).map(|at| format!("<path class='cls-{}' d='M0 0h9'/>", at % 500)).collect::<String>())),
        ("spinning by styles", "<style>@keyframes s { 0% { transform: rotate(0deg) } 100% { transform: rotate(360deg) } } .s { transform-origin: center; animation: s 1.2s cubic-bezier(.5, 0, .5, 1) infinite }</style><path class='s' d='M0 0h9'/>".to_owned()),
    ]
}

#[test]
fn a_published_drawing_contains_only_parsed_content() {
    let drawing = svg("<style>.a { fill : red ; line-height: 1; foo: url(#x) } <!-- --></style>\
         <path class='a' style='-inkscape-stroke:none;stroke: blue' d='M0 0h9'/>\
         <path style='-inkscape-stroke:none' d='M0 0h8'/>");
    let clean = storywall::picture::clean(drawing.as_bytes()).expect("harmless");
    let clean = String::from_utf8(clean).expect("text");
    let wanted = "<style>.a{fill:red;}</style><path class=\"a\" style=\"stroke:blue\" d=\"M0 0h9\"/>\
                  <path d=\"M0 0h8\"/>";
    assert!(clean.contains(wanted), "{clean}");
    let again = storywall::picture::clean(clean.as_bytes()).expect("clean");
    assert_eq!(String::from_utf8(again).expect("text"), clean);
}
