//! Tags between the words of what is replaced: those that would hold nothing any more go, the others
//! stay, so that no element is opened or closed otherwise than before.

/// Tags in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TagBalance<'a> {
    tags: Vec<&'a str>,
}

impl<'a> TagBalance<'a> {
    pub(super) fn of(tags: impl Iterator<Item = &'a str>) -> TagBalance<'a> {
        let mut balance = TagBalance::default();
        for tag in tags {
            match balance.tags.last() {
                Some(last) if closes(tag, last) => drop(balance.tags.pop()),
                // It only says where a word may go on in the next line.
                _ if name(tag) == "wbr" => {}
                _ => balance.tags.push(tag),
            }
        }
        balance
    }

    /// Where that ends which is replaced: behind the ends of elements that only it was in.
    pub(super) fn closed(&mut self, text: &'a str, mut end: usize) -> usize {
        while let Some(last) = self.tags.last() {
            let rest = &text[end..];
            let length = rest.find('>').filter(|_| rest.starts_with("</")).map(|at| at + 1);
            let Some(length) = length.filter(|length| closes(&rest[..*length], last)) else {
                break;
            };
            self.tags.pop();
            end += length;
        }
        end
    }

    /// What stays behind `instead`. A cell of a table stays one, and has it as well.
    pub(super) fn kept(&self, instead: &str) -> String {
        let mut kept = String::new();
        for tag in &self.tags {
            kept.push_str(tag);
            if is_cell(tag) {
                kept.push_str(instead);
            }
        }
        kept
    }

    pub(super) fn has_cells(&self) -> bool {
        self.tags.iter().any(|tag| is_cell(tag))
    }
}

/// Whether the element that `open` begins ends with this tag, and nothing leads to it.
fn closes(tag: &str, open: &str) -> bool {
    let is_marked = open.contains(" id=") || is_cell(open);
    tag.starts_with("</") && !open.starts_with("</") && name(tag) == name(open) && !is_marked
}

/// Whether a cell of a table begins.
fn is_cell(tag: &str) -> bool {
    !tag.starts_with("</") && matches!(name(tag), "td" | "th")
}

/// The name of the element.
pub(super) fn name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())]
}
