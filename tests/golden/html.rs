//! Pages taken apart: tags with their attributes, and the words between them.

/// A tag or the words up to the next one.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    Open { name: &'a str, attributes: Vec<(&'a str, String)> },
    Close(&'a str),
    Words(String),
}

/// The pieces of a page; what is inside of scripts is none.
pub(crate) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = vec![];
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push_words(&rest[..at], &mut pieces);
        let end = tag_end(&rest[at..]).expect("a tag ends");
        let tag = &rest[at..at + end];
        rest = &rest[at + end..];
        match tag.strip_prefix("</") {
            Some(name) => pieces.push(Piece::Close(name.trim_end_matches('>').trim())),
            None if tag.starts_with("<!") || tag.starts_with("<?") => {}
            None => pieces.push(open(tag)),
        }
    }
    push_words(rest, &mut pieces);
    pieces
}

/// Every value of an attribute of these names.
pub(crate) fn values<'a>(pieces: &'a [Piece<'a>], names: &[&str]) -> Vec<&'a str> {
    let mut values = vec![];
    for piece in pieces {
        let Piece::Open { attributes, .. } = piece else { continue };
        let wanted = attributes.iter().filter(|(name, _)| names.contains(name));
        values.extend(wanted.map(|(_, value)| value.as_str()));
    }
    values
}

/// How many elements of a name there are.
pub(crate) fn count(pieces: &[Piece<'_>], wanted: &str) -> usize {
    let is_wanted =
        |piece: &&Piece<'_>| matches!(piece, Piece::Open { name, .. } if *name == wanted);
    pieces.iter().filter(is_wanted).count()
}

/// What people see or hear: words, and the attributes that are read aloud.
pub(crate) fn told(pieces: &[Piece<'_>]) -> Vec<String> {
    let mut told: Vec<String> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Words(words) => Some(words.clone()),
            _ => None,
        })
        .collect();
    let aloud = ["alt", "title", "aria-label", "placeholder", "content"];
    // A page's policy is for browsers alone.
    let read = values(pieces, &aloud).into_iter().filter(|it| !it.starts_with("default-src "));
    told.extend(read.map(str::to_owned));
    told
}

fn push_words<'a>(text: &str, pieces: &mut Vec<Piece<'a>>) {
    if !text.trim().is_empty() {
        pieces.push(Piece::Words(plain(text.trim())));
    }
}

/// Behind the `>` that ends a tag; one within quotes ends nothing.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn open(tag: &str) -> Piece<'_> {
    let inside = tag[1..tag.len() - 1].trim_end_matches('/').trim();
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut attributes = vec![];
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (attribute, after) = rest.split_at(end);
        if attribute.is_empty() {
            return Piece::Open { name, attributes };
        }
        let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
            attributes.push((attribute, String::new()));
            rest = after;
            continue;
        };
        let quoted = value.strip_prefix(['"', '\'']);
        let (value, after) = match quoted {
            Some(inside) => inside.split_once(&value[..1]).expect("a value ends"),
            None => value.split_once(char::is_whitespace).unwrap_or((value, "")),
        };
        attributes.push((attribute, plain(value)));
        rest = after;
    }
}

/// Without the escapes that this site writes.
pub(crate) fn plain(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'")];
    let text = named.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&amp;", "&")
}
