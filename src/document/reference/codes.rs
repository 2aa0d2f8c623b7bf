//! All codes of reports as a page, by section.

use super::page::{cell, code};
use crate::base::Code;
use crate::base::codes::{Row, Section, Weighing};

/// The page without a title.
pub fn code_list() -> String {
    let mut page = INTRODUCTION.to_owned();
    for section in Section::ALL {
        page += &format!("\n## {}\n\n", section.heading());
        page += "| Code | What it means | Severity | Can it be changed? |\n|---|---|---|---|\n";
        let rows = Code::ALL.iter().map(|code| code.row()).filter(|row| row.section == section);
        rows.for_each(|row| page += &line(row));
    }
    page
}

const INTRODUCTION: &str = "\
Everything that `storywall check` finds has a code, in brackets behind its severity: \
`error[unknown-theme]`. `storywall explain unknown-theme` says what a code means.

An **error** must be mended before the site is written. A **warning** is about something that \
readers would miss or misunderstand. **Advice** is for the author alone. Where two severities stand \
here, the first one is the usual one.

How much most codes matter, you decide in `site.toml`. `\"off\"` hides a code:

```toml
[severity]
orphan-page = \"off\"
broken-link = \"warning\"
```

A code that had another name earlier is still found by it, and `[severity]` still understands it.
";

fn line(row: &Row) -> String {
    let severities: Vec<&str> = row.severities.iter().map(|severity| severity.word()).collect();
    let changed = match row.weighing {
        Weighing::Free => "yes".to_owned(),
        Weighing::Fixed(why) => format!("no: {}", why.words()),
    };
    let earlier: Vec<String> = row.old_names.iter().map(|name| code(name)).collect();
    let earlier = match earlier.is_empty() {
        true => String::new(),
        false => format!(" (earlier {})", earlier.join(", ")),
    };
    format!(
        "| {}{earlier} | {} | {} | {changed} |\n",
        code(row.name),
        cell(row.meaning),
        severities.join(", ")
    )
}
