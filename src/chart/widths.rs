//! How wide words are, at most: no font is at hand, so letters are taken by their kinds, and rather
//! too wide than too narrow.

/// The width of words in letters of so many pixels.
pub(super) fn width(words: &str, size: f64) -> f64 {
    words.chars().map(of).sum::<f64>() * size
}

/// The width of a letter, in parts of its size.
fn of(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' | '\u{a0}' => {
            0.34
        }
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' | '“' | '”' => 0.46,
        'm' | 'w' | 'M' | 'W' | 'Æ' | 'Œ' | 'æ' | 'œ' | '%' | '…' | '@' => 0.98,
        letter if letter.is_ascii_digit() => 0.6,
        letter if letter.is_lowercase() => 0.57,
        letter if letter.is_ascii() => 0.7,
        letter if letter < '\u{250}' => 0.76,
        _ => 1.05,
    }
}

/// The words, cut so that they are no wider than this.
pub(super) fn cut(words: &str, size: f64, room: f64) -> String {
    if width(words, size) <= room {
        return words.to_owned();
    }
    let mut taken = String::new();
    let mut used = width("…", size);
    for letter in words.chars() {
        used += of(letter) * size;
        if used > room {
            break;
        }
        taken.push(letter);
    }
    format!("{}…", taken.trim_end())
}

/// The words in lines that are no wider than this, at most so many; the last one is cut.
pub(super) fn lines(words: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for word in words.split_whitespace() {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match joined.filter(|joined| width(joined, size) <= room || lines.len() == most) {
            Some(joined) => *lines.last_mut().expect("there is one") = joined,
            None => lines.push(word.to_owned()),
        }
    }
    lines.into_iter().map(|line| cut(&line, size, room)).collect()
}
