//! A strict XML parser: syntax that it does not know is refused and never copied.

/// One token, with its character references decoded.
pub(super) enum Token<'a> {
    Open {
        name: &'a str,
        attributes: Vec<Attribute<'a>>,
        closed: bool,
    },
    Close(&'a str),
    Text(String),
    Comment,
    /// `<?name …?>`
    Instruction(&'a str),
}

pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    pub(super) value: String,
}

pub(super) const BROKEN: &str = "the drawing is damaged: save it again as plain SVG";

pub(super) fn tokens(text: &str) -> impl Iterator<Item = Result<Token<'_>, String>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            match token(rest) {
                Ok((token, after)) => {
                    rest = after;
                    if token.is_some() {
                        return token.map(Ok);
                    }
                }
                Err(fault) => {
                    rest = "";
                    return Some(Err(fault));
                }
            }
        }
        None
    })
}

pub(super) fn escape_text(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('\r', "&#13;")
}

pub(super) fn escape_attribute(value: &str) -> String {
    let value = escape_text(value).replace('"', "&quot;");
    value.replace('\n', "&#10;").replace('\t', "&#9;")
}

/// The first token and the rest of the text; a document type declaration is skipped.
fn token(text: &str) -> Result<(Option<Token<'_>>, &str), String> {
    if !text.starts_with('<') {
        let (raw, rest) = text.split_at(text.find('<').unwrap_or(text.len()));
        return Ok((Some(Token::Text(decode(raw)?)), rest));
    }
    if let Some(rest) = text.strip_prefix("<!--") {
        return Ok((Some(Token::Comment), split(rest, "-->")?.1));
    }
    if let Some(rest) = text.strip_prefix("<![CDATA[") {
        let (raw, rest) = split(rest, "]]>")?;
        return Ok((Some(Token::Text(characters(raw)?.into())), rest));
    }
    if let Some(rest) = text.strip_prefix("<?") {
        let (content, rest) = split(rest, "?>")?;
        return Ok((Some(Token::Instruction(split_name(content).0)), rest));
    }
    if let Some(rest) = text.strip_prefix("<!") {
        let (content, rest) = split(rest, ">")?;
        if !content.starts_with("DOCTYPE") {
            return Err(BROKEN.into());
        }
        if content.contains('[') {
            return Err("the drawing defines entities: save it as plain SVG".into());
        }
        return Ok((None, rest));
    }
    if let Some(rest) = text.strip_prefix("</") {
        let (content, rest) = split(rest, ">")?;
        return Ok((Some(Token::Close(content.trim_ascii_end())), rest));
    }
    element(&text[1..])
}

fn element(text: &str) -> Result<(Option<Token<'_>>, &str), String> {
    let (name, mut rest) = split_name(text);
    if name.is_empty() {
        return Err(BROKEN.into());
    }
    let mut attributes: Vec<Attribute> = vec![];
    loop {
        let trimmed = rest.trim_ascii_start();
        if let Some(after) = trimmed.strip_prefix("/>") {
            return Ok((Some(Token::Open { name, attributes, closed: true }), after));
        }
        if let Some(after) = trimmed.strip_prefix('>') {
            return Ok((Some(Token::Open { name, attributes, closed: false }), after));
        }
        let (key, after) = split_name(trimmed);
        let is_twice = attributes.iter().any(|attribute| attribute.name == key);
        if key.is_empty() || trimmed.len() == rest.len() || is_twice || attributes.len() > 200 {
            return Err(BROKEN.into());
        }
        let after = after.trim_ascii_start().strip_prefix('=').ok_or(BROKEN)?.trim_ascii_start();
        let quote = if after.starts_with('\'') { "'" } else { "\"" };
        let (raw, after) = split(after.strip_prefix(quote).ok_or(BROKEN)?, quote)?;
        if raw.contains('<') {
            return Err(BROKEN.into());
        }
        let value = decode(&raw.replace(['\n', '\t', '\r'], " "))?;
        attributes.push(Attribute { name: key, value });
        rest = after;
    }
}

fn split<'a>(text: &'a str, end: &str) -> Result<(&'a str, &'a str), String> {
    text.split_once(end).ok_or_else(|| BROKEN.into())
}

/// Splits off a name. Only ASCII names are accepted, because SVG uses no others.
fn split_name(text: &str) -> (&str, &str) {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
    text.split_at(text.find(|c| !is_name(c)).unwrap_or(text.len()))
}

fn decode(raw: &str) -> Result<String, String> {
    let mut decoded = String::with_capacity(raw.len());
    let mut rest = characters(raw)?;
    while let Some((before, after)) = rest.split_once('&') {
        let (name, after) = after.split_once(';').ok_or(BROKEN)?;
        decoded.push_str(before);
        decoded.push(reference(name)?);
        rest = after;
    }
    decoded.push_str(rest);
    Ok(decoded)
}

fn reference(name: &str) -> Result<char, String> {
    let number = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix('x') {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => digits.parse(),
        },
        None => {
            return match name {
                "amp" => Ok('&'),
                "lt" => Ok('<'),
                "gt" => Ok('>'),
                "quot" => Ok('"'),
                "apos" => Ok('\''),
                _ => Err("the drawing uses entities of its own: save it as plain SVG".into()),
            };
        }
    };
    number.ok().and_then(char::from_u32).filter(|c| is_allowed(*c)).ok_or_else(|| BROKEN.into())
}

fn characters(raw: &str) -> Result<&str, String> {
    if raw.chars().all(is_allowed) { Ok(raw) } else { Err(BROKEN.into()) }
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t') || !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')
}
