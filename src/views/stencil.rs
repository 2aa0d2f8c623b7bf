//! HTML that many pages share: made once, with holes for what each page writes in its own way.

/// What a page fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hole {
    /// The way to the root.
    Root,
    /// The level of the heading.
    Level,
    /// How many columns it takes.
    Span,
    /// The way to the other languages of the page.
    Tongues,
}

/// HTML with holes.
#[derive(Clone, Debug)]
pub(crate) struct Stencil {
    html: String,
    /// Where the holes are, in order; their marks are still in the HTML.
    holes: Vec<(usize, Hole)>,
}

impl Hole {
    /// What to print where the hole is to be; no text of a site can hold it.
    pub(crate) fn mark(self) -> &'static str {
        match self {
            Hole::Root => "\u{1}",
            Hole::Level => "\u{2}",
            Hole::Span => "\u{3}",
            Hole::Tongues => "\u{4}",
        }
    }

    fn of(byte: u8) -> Option<Hole> {
        match byte {
            1 => Some(Hole::Root),
            2 => Some(Hole::Level),
            3 => Some(Hole::Span),
            4 => Some(Hole::Tongues),
            _ => None,
        }
    }
}

impl Stencil {
    /// Finds the holes in HTML that was printed with their marks.
    pub(crate) fn new(html: String) -> Stencil {
        let mut holes = vec![];
        let mut from = 0;
        while let Some(near) = html.as_bytes()[from..].iter().position(|byte| *byte < b'\t') {
            let at = from + near;
            holes.extend(Hole::of(html.as_bytes()[at]).map(|hole| (at, hole)));
            from = at + 1;
        }
        Stencil { html, holes }
    }

    /// Appends the HTML with every hole filled.
    pub(crate) fn print<'a>(&self, out: &mut String, fill: impl Fn(Hole) -> &'a str) {
        let mut from = 0;
        for (at, hole) in &self.holes {
            out.push_str(&self.html[from..*at]);
            out.push_str(fill(*hole));
            from = at + 1;
        }
        out.push_str(&self.html[from..]);
    }

    /// How long it is, about.
    pub(crate) fn length(&self) -> usize {
        self.html.len() + self.holes.len() * 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_fills_the_holes_in_its_own_way() {
        let [root, level] = [Hole::Root.mark(), Hole::Level.mark()];
        let stencil = Stencil::new(format!("<h{level}><a href=\"{root}å.html\">å</a></h{level}>"));
        for (way, height) in [("../", "2"), ("", "3")] {
            let mut out = String::from("<li>");
            stencil.print(&mut out, |hole| match hole {
                Hole::Root => way,
                _ => height,
            });
            assert_eq!(out, format!("<li><h{height}><a href=\"{way}å.html\">å</a></h{height}>"));
        }
    }
}
