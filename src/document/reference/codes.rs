//! All codes of reports as a page, by section.

use super::page::{cell, code};
use crate::base::Code;
use crate::base::codes::{Row, Section, Weighing};

/// The page without a title.
pub fn code_list() -> String {
    let mut page = INTRODUCTION.to_owned();
    for section in Section::ALL {
        page += &format!("\n## {}\n\n", section.heading("en"));
        page += "| Code | What it means | Severity | Can it be changed? |\n|---|---|---|---|\n";
        let rows = Code::ALL.iter().map(|code| code.row()).filter(|row| row.section == section);
        rows.for_each(|row| page += &line(row));
    }
    page
}

const INTRODUCTION: &str = "\
Everything that `storywall check` finds has a code, in brackets after its severity: \
`error[unknown-theme]`. `storywall explain unknown-theme` says what a code means.

An **error** must be corrected before the site is written. A **warning** is about something that \
readers would miss or misunderstand. **Advice** is for the author only. Where a code has two \
severities, the first one is the usual one.

You can change how much most codes matter in `site.toml`. `\"off\"` hides a code:

```toml
[severity]
orphan-page = \"off\"
broken-link = \"warning\"
```

Earlier names of codes still work, in `storywall explain` and under `[severity]`.
";

fn line(row: &Row) -> String {
    let severities: Vec<&str> = row.severities.iter().map(|severity| severity.word()).collect();
    let changed = match row.weighing {
        Weighing::Free => "yes".to_owned(),
        Weighing::Fixed(why) => format!("no: {}", why.words("en")),
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
