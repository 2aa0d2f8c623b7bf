//! Edits of bodies: words, headings, links, pictures, notes, boxes, HTML.

use crate::chance::Chance;
use crate::values::Names;

/// Blocks that may come to stand in a text.
const BLOCKS: &[&str] = &[
    "More words.",
    "Other *words*, \"quoted\" -- and ...",
    "## Who",
    "## The fall",
    "### Deeper",
    "# A second title",
    "##",
    "[Not there](nowhere.md)",
    "[Not there either](../guidelines/photos.md#nowhere)",
    "[Who](#who) and <https://a.example/>",
    "[x](javascript:1)",
    "[b]: https://b.example/\n\n[b]",
    "A note[^n].\n\n[^n]: Its words.",
    "[^unused]: Nobody asks.",
    "Wanting[^gone].",
    "> [!NOTE]\n> So.",
    "> [!MAY]\n> You may.",
    "> [!WHAT]\n> Unknown.",
    "<b id=\"x\">raw</b> <script>1</script>",
    "<details><summary>S</summary>\n\nInside.\n\n</details>",
    "Hidden\u{202e} characters",
    "```rust\nfn main() {}\n```",
    "```klingon\nq\n```",
    "| A | B |\n|---|---|\n| 1 | 2 |",
    "- one\n- two\n  - three",
    "1. first\n2. second",
    "![](quay.png)",
    "![quay.png](/stories/quay.png)",
    "![Far](https://far.example/a.png)",
    "[A paper](/guidelines/form.pdf)",
    "Line one\\\nline two",
    "***",
];

/// The body with one thing in it changed.
pub(crate) fn edited(body: &str, names: &Names, chance: &mut Chance) -> String {
    let mut blocks: Vec<String> = body.split("\n\n").map(str::to_owned).collect();
    let at = chance.below(blocks.len());
    match chance.below(16) {
        0..=4 => blocks.insert(at, chance.word(BLOCKS)),
        5 => blocks.push(chance.word(BLOCKS)),
        6 => drop(blocks.remove(at)),
        7 => {
            let other = chance.below(blocks.len());
            blocks.swap(at, other);
        }
        8 => {
            let anchor = chance.word(&["", "", "#who", "#the-fall", "#later"]);
            blocks.insert(at, format!("[There](/{}{anchor})", names.text(chance)));
        }
        9 => blocks.insert(at, format!("![Seen](/{})", names.file(chance))),
        10 => return String::new(),
        11 => blocks[at] = blocks[at].to_uppercase(),
        _ => {
            let words: Vec<&str> = blocks[at].split(' ').collect();
            let word = chance.one_of(&words).copied().unwrap_or_default();
            let other = chance.word(&["quiet", "", "louder and louder", "Ørsted", "<b>", "[a]("]);
            blocks[at] = blocks[at].replacen(word, &other, 1);
        }
    }
    let all = blocks.join("\n\n");
    if all.ends_with('\n') { all } else { all + "\n" }
}
