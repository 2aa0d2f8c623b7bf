//! Numbers of a drawing: how long an outline may be, how short a dash, how long a movement.

/// The outline of a shape, never told shorter than it is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outline {
    pub(super) length: f64,
    numbers: usize,
}

impl Outline {
    pub(super) fn take(&mut self, element: &str, name: &str, value: &str) {
        match (element, name) {
            ("path", "d") => self.path(value),
            // By this, dashes are counted in another measure.
            (_, "pathLength") => self.length += first_number(value),
            ("polyline" | "polygon", "points") => self.path(&format!("M{value}z")),
            (_, "x1" | "x2" | "y1" | "y2" | "width" | "height") => {
                self.length += 2.0 * first_number(value);
            }
            (_, "r" | "rx" | "ry") => self.length += 7.0 * first_number(value),
            _ => {}
        }
    }

    /// As many as there are pairs of numbers, or letters that need none.
    pub(super) fn corners(&self) -> u64 {
        self.numbers as u64 / 2 + 1
    }

    fn path(&mut self, data: &str) {
        let mut command = 'M';
        let mut last = [0.0_f64; 2];
        let mut begin = [0.0_f64; 2];
        let mut given: Vec<f64> = vec![];
        for token in tokens(data) {
            match token {
                Token::Command(letter) => {
                    if matches!(letter, 'z' | 'Z') {
                        self.length += distance(last, begin);
                        last = begin;
                    }
                    self.numbers += 2;
                    given.clear();
                    command = letter;
                }
                Token::Number(number) => {
                    self.numbers += 1;
                    given.push(number);
                    let is_relative = command.is_ascii_lowercase();
                    let kind = command.to_ascii_uppercase();
                    let wanted = match kind {
                        'H' | 'V' => 1,
                        'A' => 7,
                        'C' => 6,
                        'S' | 'Q' => 4,
                        _ => 2,
                    };
                    if given.len() < wanted {
                        continue;
                    }
                    let from = if is_relative { last } else { [0.0; 2] };
                    let to = |at: usize| [from[0] + given[at], from[1] + given[at + 1]];
                    let points: Vec<[f64; 2]> = match kind {
                        'H' => vec![[from[0] + number, last[1]]],
                        'V' => vec![[last[0], from[1] + number]],
                        'A' => vec![to(5)],
                        _ => (0..wanted / 2).map(|at| to(2 * at)).collect(),
                    };
                    if kind == 'A' {
                        self.length += 7.0 * (given[0].abs() + given[1].abs());
                    }
                    for point in points {
                        self.length += distance(last, point);
                        last = point;
                    }
                    if kind == 'M' {
                        begin = last;
                        command = if is_relative { 'l' } else { 'L' };
                    }
                    given.clear();
                }
            }
        }
    }
}

/// The length of a dash with its gap; infinite where there are none.
pub(super) fn dash(value: &str) -> f64 {
    let sum: f64 = value.split([' ', ',']).filter(|it| !it.is_empty()).map(first_number).sum();
    if sum > 0.0 { sum } else { f64::INFINITY }
}

/// A span of time as animations write it: `2s`, `300ms`, `00:00:02.5`.
pub(super) fn seconds(value: &str) -> Option<f64> {
    if value.contains(':') {
        let parts = value.split(':').map(|part| part.parse::<f64>().ok());
        return parts.reduce(|sum, part| Some(sum? * 60.0 + part?))?;
    }
    let end = value.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(value.len());
    let number: f64 = value[..end].trim().parse().ok()?;
    match &value[end..] {
        "" | "s" => Some(number),
        "ms" => Some(number / 1000.0),
        "min" => Some(number * 60.0),
        "h" => Some(number * 3600.0),
        _ => None,
    }
}

enum Token {
    Command(char),
    Number(f64),
}

fn tokens(data: &str) -> impl Iterator<Item = Token> + '_ {
    let bytes = data.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let byte = *bytes.get(at)?;
            if byte.is_ascii_alphabetic() {
                at += 1;
                return Some(Token::Command(char::from(byte)));
            }
            let length = number(&bytes[at..]);
            if length > 0 {
                let text = data.get(at..at + length).unwrap_or_default();
                at += length;
                return Some(Token::Number(text.parse().unwrap_or_default()));
            }
            at += 1;
        }
    })
}

/// How many bytes the number at the beginning has: `-1.5e3`, `.5` before another `.5`.
fn number(bytes: &[u8]) -> usize {
    let digits = |from: usize| {
        from + bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count()
    };
    let sign = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    let whole = digits(sign);
    let mut end = whole;
    if bytes.get(whole) == Some(&b'.') {
        end = digits(whole + 1);
    }
    if end == sign || (end == sign + 1 && bytes[sign] == b'.') {
        return 0;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let from = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'-' | b'+')));
        let exponent = digits(from);
        if exponent > from {
            end = exponent;
        }
    }
    end
}

fn first_number(text: &str) -> f64 {
    let text = text.trim();
    text[..number(text.as_bytes())].parse::<f64>().map_or(0.0, f64::abs)
}

fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).abs() + (a[1] - b[1]).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_are_as_long_as_they_are_drawn() {
        let cases = [
            ("M0 0H10V5h-10z", 30.0),
            ("M0,0 L3,4 6,8", 14.0),
            ("m1 1 l1-1.5.5e1", 4.5 + 2.0),
            ("M0 0C0 5 5 5 5 0", 15.0),
            ("garbage , 1", 0.0),
        ];
        for (data, length) in cases {
            let mut outline = Outline::default();
            outline.take("path", "d", data);
            assert!((outline.length - length).abs() < 3.0, "{data}: {}", outline.length);
        }
    }

    #[test]
    fn spans_of_time_are_read_as_animations_write_them() {
        let cases =
            [("2s", 2.0), ("300ms", 0.3), ("00:01:02.5", 62.5), ("0.5", 0.5), ("1min", 60.0)];
        for (written, wanted) in cases {
            assert_eq!(seconds(written), Some(wanted), "{written}");
        }
        assert_eq!(seconds("indefinite"), None);
    }

    #[test]
    fn a_dash_is_as_long_as_its_numbers() {
        assert_eq!(dash("4 2,1"), 7.0);
        assert_eq!(dash("none"), f64::INFINITY);
        assert_eq!(dash("0"), f64::INFINITY);
    }
}
