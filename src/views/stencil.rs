//! HTML that many pages share: made once, with holes for what each page writes in its own way.

/// Stands in the HTML where a page writes its way to the root; no text of a site can hold it.
pub const ROOT: &str = "\u{1}";
/// Stands for the level of the HTML's own heading.
pub const LEVEL: &str = "\u{2}";

/// HTML with holes.
#[derive(Debug)]
pub struct Stencil {
    html: String,
    /// Where the holes are, in order.
    holes: Vec<Hole>,
}

#[derive(Debug)]
struct Hole {
    at: usize,
    is_root: bool,
}

impl Stencil {
    /// Finds the holes in HTML that was written with `ROOT` and `LEVEL`.
    pub fn new(html: String) -> Stencil {
        let marks = html.match_indices(['\u{1}', '\u{2}']);
        let holes = marks.map(|(at, mark)| Hole { at, is_root: mark == ROOT }).collect();
        Stencil { html, holes }
    }

    /// The HTML for a page, its heading on this level.
    pub fn print(&self, root: &str, level: u8) -> String {
        let level = char::from(b'0' + level.min(9));
        let mut out = String::with_capacity(self.html.len() + self.holes.len() * root.len());
        let mut from = 0;
        for hole in &self.holes {
            out.push_str(&self.html[from..hole.at]);
            match hole.is_root {
                true => out.push_str(root),
                false => out.push(level),
            }
            from = hole.at + 1;
        }
        out.push_str(&self.html[from..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_fills_the_holes_in_its_own_way() {
        let stencil = Stencil::new(format!("<h{LEVEL}><a href=\"{ROOT}å.html\">å</a></h{LEVEL}>"));
        assert_eq!(stencil.print("../", 2), "<h2><a href=\"../å.html\">å</a></h2>");
        assert_eq!(stencil.print("", 3), "<h3><a href=\"å.html\">å</a></h3>");
    }
}
