//! What a chart is drawn of, as data: shapes and words at places.

/// A drawing: its size, and what is on it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drawing {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) marks: Vec<Mark>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    Rect {
        class: &'static str,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
    },
    Circle {
        class: &'static str,
        x: f64,
        y: f64,
        radius: f64,
    },
    /// The commands of a path.
    Path {
        class: &'static str,
        commands: String,
    },
    Words(Words),
}

/// Words with the foot of their letters at a height.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words {
    pub(super) size: Size,
    pub(super) side: Side,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) words: String,
}

/// How large letters are: each is a class of the look, which must not make them larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// A number that is to be seen first.
    Large,
    Usual,
    Small,
    /// On a filled shape.
    Inside,
}

/// Which end of the words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Start,
    Middle,
    End,
}

impl Size {
    pub(super) fn pixels(self) -> f64 {
        match self {
            Size::Large => 20.0,
            Size::Usual | Size::Inside => 14.0,
            Size::Small => 12.5,
        }
    }

    pub(super) fn class(self) -> &'static str {
        match self {
            Size::Large => "n",
            Size::Usual => "u",
            Size::Small => "s",
            Size::Inside => "on-ink",
        }
    }
}

impl Words {
    /// Left, top, right and bottom.
    #[cfg(test)]
    pub(super) fn edges(&self) -> [f64; 4] {
        let width = super::widths::width(&self.words, self.size.pixels());
        let left = match self.side {
            Side::Start => self.x,
            Side::Middle => self.x - width / 2.0,
            Side::End => self.x - width,
        };
        let size = self.size.pixels();
        [left, self.y - 0.75 * size, left + width, self.y + 0.22 * size]
    }
}

impl Drawing {
    pub(super) fn new(width: f64) -> Drawing {
        Drawing { width, height: 0.0, marks: vec![] }
    }

    pub(super) fn rect(&mut self, class: &'static str, x: f64, y: f64, width: f64, height: f64) {
        self.marks.push(Mark::Rect { class, x, y, width, height });
    }

    pub(super) fn circle(&mut self, class: &'static str, x: f64, y: f64, radius: f64) {
        self.marks.push(Mark::Circle { class, x, y, radius });
    }

    pub(super) fn path(&mut self, class: &'static str, commands: String) {
        self.marks.push(Mark::Path { class, commands });
    }

    /// A straight line between two places.
    pub(super) fn line(&mut self, class: &'static str, from: (f64, f64), to: (f64, f64)) {
        let [x, y, x2, y2] = [from.0, from.1, to.0, to.1].map(short);
        self.path(class, format!("M{x} {y}L{x2} {y2}"));
    }

    /// Slanted lines over a rectangle, and a line around it.
    pub(super) fn hatched(&mut self, class: &'static str, x: f64, y: f64, width: f64, height: f64) {
        const STEP: f64 = 6.0;
        self.rect(class, x, y, width, height);
        let mut commands = String::new();
        let mut start = STEP;
        while start < width + height {
            // From the left or the lower edge, up to the upper or the right one.
            let (from_x, from_y) =
                if start <= height { (0.0, start) } else { (start - height, height) };
            let (to_x, to_y) = if start <= width { (start, 0.0) } else { (width, start - width) };
            let [a, b, c, d] = [x + from_x, y + from_y, x + to_x, y + to_y].map(short);
            commands.push_str(&format!("M{a} {b}L{c} {d}"));
            start += STEP;
        }
        if !commands.is_empty() {
            self.path("s-hatch", commands);
        }
    }

    pub(super) fn words(&mut self, size: Size, side: Side, x: f64, y: f64, words: &str) {
        if !words.is_empty() {
            self.marks.push(Mark::Words(Words { size, side, x, y, words: words.to_owned() }));
        }
    }
}

/// A number of an attribute, with one digit behind the point at most.
pub(super) fn short(number: f64) -> String {
    let text = format!("{number:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
