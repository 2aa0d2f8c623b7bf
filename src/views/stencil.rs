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
    /// Text of which a page prints only the beginning follows, until `Rest`.
    Text,
    Rest,
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
            Hole::Text => "\u{5}",
            Hole::Rest => "\u{6}",
        }
    }

    fn of(byte: u8) -> Option<Hole> {
        match byte {
            1 => Some(Hole::Root),
            2 => Some(Hole::Level),
            3 => Some(Hole::Span),
            4 => Some(Hole::Tongues),
            5 => Some(Hole::Text),
            6 => Some(Hole::Rest),
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

    /// Appends the HTML with every hole filled, and of its text at most so many bytes.
    pub(crate) fn print<'a>(&self, out: &mut String, text: usize, fill: impl Fn(Hole) -> &'a str) {
        let mut from = 0;
        for (at, hole) in &self.holes {
            let before = &self.html[from..*at];
            match hole {
                Hole::Rest => out.push_str(beginning(before, text)),
                _ => out.push_str(before),
            }
            if !matches!(hole, Hole::Text | Hole::Rest) {
                out.push_str(fill(*hole));
            }
            from = at + 1;
        }
        out.push_str(&self.html[from..]);
    }

    /// How long it is, about.
    pub(crate) fn length(&self) -> usize {
        self.html.len() + self.holes.len() * 8
    }
}

/// At most so many bytes of a text in HTML, ending with a whole word and thus with a whole sign.
fn beginning(html: &str, most: usize) -> &str {
    if html.len() <= most {
        return html;
    }
    let end = html.as_bytes()[..most].iter().rposition(|byte| matches!(byte, b' ' | b'\n'));
    &html[..end.unwrap_or(0)]
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
            stencil.print(&mut out, 0, |hole| match hole {
                Hole::Root => way,
                _ => height,
            });
            assert_eq!(out, format!("<li><h{height}><a href=\"{way}å.html\">å</a></h{height}>"));
        }
    }

    #[test]
    fn of_its_text_a_page_prints_the_beginning() {
        let (text, rest) = (Hole::Text.mark(), Hole::Rest.mark());
        let stencil = Stencil::new(format!("<p>{text}æ &amp; øl{rest}</p>"));
        for (most, printed) in [
            (99, "æ &amp; øl"),
            (12, "æ &amp; øl"),
            (11, "æ &amp;"),
            (9, "æ &amp;"),
            (8, "æ"),
            (5, "æ"),
            (1, ""),
        ] {
            let mut out = String::new();
            stencil.print(&mut out, most, |_| "");
            assert_eq!(out, format!("<p>{printed}</p>"), "{most}");
        }
    }
}
