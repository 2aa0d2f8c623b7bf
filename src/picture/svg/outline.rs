//! The outline of a shape: how long it may be, and how many corners it has.

use super::length::{measure, number};

/// An upper bound: the real outline is never longer and never has more corners.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outline {
    /// In the shape's own units; infinite where it is not known.
    pub(super) length: f64,
    /// The part of the length that comes from paths; other shapes have few corners.
    pub(super) path: f64,
    pub(super) corners: u64,
    /// The number of curved segments.
    pub(super) curves: u64,
}

/// The attributes that define an outline.
const GEOMETRY: &[&str] =
    &["d", "points", "pathLength", "x1", "x2", "y1", "y2", "width", "height", "r", "rx", "ry"];

pub(super) fn is_geometry(name: &str) -> bool {
    GEOMETRY.contains(&name)
}

impl Outline {
    pub(super) fn take(&mut self, element: &str, name: &str, value: &str) {
        match (element, name) {
            ("path", "d") => self.path(value),
            ("polyline" | "polygon", "points") => self.path(&format!("M{value}z")),
            // `pathLength` changes the unit in which dashes are measured.
            (_, "pathLength") => self.length += measure(value),
            (_, "x1" | "x2" | "y1" | "y2" | "width" | "height") => {
                self.length += 2.0 * measure(value);
            }
            (_, "r" | "rx" | "ry") => self.length += 7.0 * measure(value),
            _ => {}
        }
    }

    /// Adds the outline that an animation may produce, because some animations are additive.
    pub(super) fn moves_to(&mut self, other: Outline) {
        self.length += other.length;
        self.path += other.path;
        self.corners = self.corners.max(other.corners);
        self.curves = self.curves.max(other.curves);
    }

    pub(super) fn largest(self, other: Outline) -> Outline {
        Outline {
            length: self.length.max(other.length),
            path: self.path.max(other.path),
            corners: self.corners.max(other.corners),
            curves: self.curves.max(other.curves),
        }
    }

    fn path(&mut self, data: &str) {
        let mut pen = Pen::default();
        let mut given: Vec<f64> = vec![];
        let mut command = 'M';
        let mut rest = data;
        while let Some(first) = rest.chars().next() {
            if first.is_ascii_alphabetic() {
                rest = &rest[1..];
                command = first;
                given.clear();
                if matches!(command, 'z' | 'Z') {
                    pen.line_to(pen.begin);
                    pen.corners += 1;
                }
                continue;
            }
            // The flags of arcs may follow each other without a separator.
            let is_flag = matches!(command, 'a' | 'A') && matches!(given.len(), 3 | 4);
            let length = if is_flag && first.is_ascii_digit() { 1 } else { number(rest) };
            if length == 0 {
                rest = &rest[first.len_utf8()..];
                continue;
            }
            given.push(rest[..length].parse().unwrap_or(f64::INFINITY));
            rest = &rest[length..];
            if given.len() == numbers_of(command) {
                pen.draw(command, &given);
                given.clear();
                command = match command {
                    'M' => 'L',
                    'm' => 'l',
                    other => other,
                };
            }
        }
        self.length += pen.length;
        self.path += pen.length;
        self.corners += pen.corners;
        self.curves += pen.curves;
    }
}

/// The number of arguments of a path command.
fn numbers_of(command: char) -> usize {
    match command.to_ascii_uppercase() {
        'H' | 'V' => 1,
        'A' => 7,
        'C' => 6,
        'S' | 'Q' => 4,
        _ => 2,
    }
}

#[derive(Default)]
struct Pen {
    last: [f64; 2],
    begin: [f64; 2],
    /// The last control point of the previous curve.
    control: [f64; 2],
    length: f64,
    corners: u64,
    curves: u64,
}

impl Pen {
    fn draw(&mut self, command: char, given: &[f64]) {
        let from = if command.is_ascii_lowercase() { self.last } else { [0.0; 2] };
        let at = |index: usize| [from[0] + given[index], from[1] + given[index + 1]];
        let mirrored = [2.0 * self.last[0] - self.control[0], 2.0 * self.last[1] - self.control[1]];
        // An arc is drawn as up to four curves.
        let (by, to, curves): (Vec<[f64; 2]>, [f64; 2], u64) = match command.to_ascii_uppercase() {
            'H' => (vec![], [from[0] + given[0], self.last[1]], 0),
            'V' => (vec![], [self.last[0], from[1] + given[0]], 0),
            'C' => (vec![at(0), at(2)], at(4), 1),
            'S' => (vec![mirrored, at(0)], at(2), 1),
            'Q' => (vec![at(0)], at(2), 1),
            'T' => (vec![mirrored], at(0), 1),
            'A' => {
                let (rx, ry) = (given[0].abs(), given[1].abs());
                let chord = distance(self.last, at(5));
                // Browsers enlarge an ellipse that is too small to reach the end point.
                let smaller = rx.min(ry);
                let grows = if smaller > 0.0 { (chord / smaller).max(1.0) } else { 0.0 };
                self.length += 7.0 * (rx + ry) * grows;
                (vec![], at(5), 4)
            }
            _ => (vec![], at(0), 0),
        };
        self.corners += 1;
        self.curves += curves;
        let control = by.last().copied();
        for point in by {
            self.line_to(point);
        }
        if matches!(command, 'm' | 'M') {
            self.begin = to;
            self.last = to;
        }
        self.line_to(to);
        self.control = control.unwrap_or(to);
    }

    fn line_to(&mut self, to: [f64; 2]) {
        self.length += distance(self.last, to);
        self.last = to;
    }
}

fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).abs() + (a[1] - b[1]).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(element: &str, name: &str, value: &str) -> Outline {
        let mut outline = Outline::default();
        outline.take(element, name, value);
        outline
    }

    #[test]
    fn path_lengths_are_bounded_from_above() {
        let cases = [
            ("M0 0H10V5h-10z", 30.0, 5),
            ("M0,0 L3,4 6,8", 14.0, 3),
            ("m1 1 l1-1.5.5.5", 3.5, 3),
            ("M0 0C0 5 5 5 5 0", 15.0, 2),
            // A smooth curve reflects the last control point of the curve before it.
            ("M0 0Q10 0 0 0T0 0", 40.0, 3),
            ("M0 0a1 1 0 019 0", 126.0 + 9.0, 2),
            ("M5 5 M9 9", 0.0, 2),
            ("garbage , 1", 0.0, 0),
        ];
        for (data, length, corners) in cases {
            let outline = of("path", "d", data);
            assert!((outline.length - length).abs() < 0.01, "{data}: {}", outline.length);
            assert_eq!(outline.corners, corners, "{data}");
        }
    }

    #[test]
    fn lengths_that_are_not_plain_numbers_are_unknown() {
        assert_eq!(of("rect", "width", "2cm").length.round(), 151.0);
        for value in ["calc(1px)", "var(--a)", "50%", "2em", "inherit", "1e999"] {
            assert_eq!(of("circle", "r", value).length, f64::INFINITY, "{value}");
        }
        assert_eq!(of("rect", "rx", "auto").length, 0.0);
    }
}
