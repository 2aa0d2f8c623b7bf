//! SVG: a drawing in XML. Browsers treat it as a document that can run scripts and load files.
//!
//! It is parsed strictly and written again from the parsed form: only known elements, no script,
//! nothing from outside, no metadata of the program that drew it. If leaving a part out would
//! change the drawing, the drawing is refused with a message; other parts are left out.

mod asked;
mod cost;
mod css;
mod embedded;
mod filter;
mod length;
mod moved;
mod movement;
mod node;
mod outline;
mod properties;
mod rules;
mod scale;
mod selector;
mod size;
mod sum;
mod xml;

use super::Walked;
pub(crate) use cost::DRAWING;

use asked::Asked;
use cost::Cost;
use xml::{Attribute, Token};

const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";
const XLINK_NAMESPACE: &str = "http://www.w3.org/1999/xlink";

/// The elements that are kept: they can only draw, describe and animate.
const KNOWN: &str = "a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend \
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting \
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR \
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence filter font font-face g image line linearGradient \
    marker mask metadata mpath path pattern polygon polyline radialGradient rect set stop \
    style svg switch symbol text textPath title tspan use view";

pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    text.starts_with(b"<") && text.windows(4).any(|word| word == b"<svg")
}

pub(super) fn walk(bytes: &[u8]) -> Result<Walked, String> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| "the drawing is not UTF-8 text: save it again as plain SVG")?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut drawing = Drawing { asked: Asked::of(text), ..Drawing::default() };
    for token in xml::tokens(text) {
        drawing.take(token?)?;
    }
    drawing.finish()
}

/// The state of the cleaner, and its output so far.
#[derive(Default)]
struct Drawing<'a> {
    clean: String,
    cost: Cost,
    asked: Asked,
    open: Vec<&'a str>,
    /// While an element is left out: the number of elements that were open when it began.
    dropping_from: Option<usize>,
    /// The text of the open `style` element.
    style: Option<String>,
    /// The prefixes of the SVG namespace.
    prefixes: Vec<&'a str>,
    size: Option<(u32, u32)>,
}

impl<'a> Drawing<'a> {
    fn take(&mut self, token: Token<'a>) -> Result<(), String> {
        match token {
            Token::Open { name, attributes, closed } => {
                self.element(name, &attributes, closed)?;
                if closed {
                    self.close(name, true)?;
                }
            }
            Token::Close(name) => self.close(name, false)?,
            Token::Text(text) if self.dropping_from.is_none() && !self.open.is_empty() => {
                match &mut self.style {
                    Some(style) => style.push_str(&text),
                    None => {
                        self.cost.text(&text)?;
                        self.clean.push_str(&xml::escape_text(&text));
                    }
                }
            }
            Token::Instruction("xml-stylesheet") => {
                return Err("the drawing loads a style sheet: save it as plain SVG".into());
            }
            Token::Text(_) | Token::Comment | Token::Instruction(_) => {}
        }
        Ok(())
    }

    fn element(
        &mut self,
        name: &'a str,
        attributes: &[Attribute<'a>],
        closed: bool,
    ) -> Result<(), String> {
        if self.style.is_some() || (self.open.is_empty() && self.size.is_some()) {
            return Err(xml::BROKEN.into());
        }
        self.prefixes.extend(attributes.iter().filter_map(|attribute| {
            (attribute.value == SVG_NAMESPACE)
                .then(|| attribute.name.strip_prefix("xmlns:"))
                .flatten()
        }));
        refuse_dangerous(name)?;
        self.open.push(name);
        if self.dropping_from.is_some() {
            return Ok(());
        }
        if self.open.len() == 1 {
            if name != "svg" {
                return Err("the drawing does not begin with <svg>: save it as plain SVG".into());
            }
            self.size = Some(size::read(attributes)?);
            self.cost.shown_in(size::space(attributes)?);
        }
        if !keeps_element(name, &self.prefixes)? {
            self.dropping_from = Some(self.open.len());
            return self.keep_place();
        }
        self.clean.push('<');
        self.clean.push_str(name);
        self.cost.open(name)?;
        if self.open.len() == 1 {
            self.namespaces(attributes);
        }
        for attribute in attributes {
            if let Some(value) = self.kept_value(name, attribute)? {
                self.cost.attribute(attribute.name, &value)?;
                let value = xml::escape_attribute(&value);
                self.clean.extend([" ", attribute.name, "=\"", &value, "\""]);
            }
        }
        self.clean.push_str(if closed { "/>" } else { ">" });
        self.style = (name == "style" && !closed).then(String::new);
        Ok(())
    }

    /// Writes what a drawing lacks that was pasted out of a page of HTML. There, browsers know it as a
    /// drawing by its place; as a file of its own, they would show nothing of it.
    fn namespaces(&mut self, attributes: &[Attribute<'a>]) {
        let lacks = |name: &str| !attributes.iter().any(|attribute| attribute.name == name);
        if lacks("xmlns") {
            self.clean.extend([" xmlns=\"", SVG_NAMESPACE, "\""]);
        }
        if self.asked.uses_xlink && lacks("xmlns:xlink") {
            self.clean.extend([" xmlns:xlink=\"", XLINK_NAMESPACE, "\""]);
        }
    }

    /// Writes an empty element in place of one that is left out, if selectors depend on positions.
    fn keep_place(&mut self) -> Result<(), String> {
        if self.asked.places {
            self.clean.push_str("<desc/>");
            self.cost.open("desc")?;
            self.cost.close();
        }
        Ok(())
    }

    fn close(&mut self, name: &str, is_closed_itself: bool) -> Result<(), String> {
        if self.open.last() != Some(&name) {
            return Err(xml::BROKEN.into());
        }
        let depth = self.open.len();
        self.open.pop();
        if let Some(start) = self.dropping_from {
            self.dropping_from = (start < depth).then_some(start);
            return Ok(());
        }
        if let Some(style) = self.style.take() {
            let sheet = rules::sheet(&style)?;
            self.cost.text(&sheet.clean)?;
            self.clean.push_str(&xml::escape_text(&sheet.clean));
            self.cost.sheet(sheet)?;
        }
        self.cost.close();
        if !is_closed_itself {
            self.clean.extend(["</", name, ">"]);
        }
        Ok(())
    }

    /// The cleaned value of the attribute; `None` if it is only metadata of a program.
    fn kept_value(
        &mut self,
        element: &str,
        attribute: &Attribute,
    ) -> Result<Option<String>, String> {
        let Attribute { name, value } = attribute;
        let lower = name.to_ascii_lowercase();
        if lower.starts_with("on") {
            return Err(format!("the drawing reacts to events ({name}): save it as plain SVG"));
        }
        if *name == "xmlns" || name.starts_with("xmlns:") {
            return kept_namespace(name, value);
        }
        if name.contains(':') && !matches!(*name, "xlink:href" | "xml:space" | "xml:lang") {
            return Ok(None);
        }
        // `content` is where some programs keep their own whole file.
        let is_note = lower.starts_with("data-")
            || matches!(lower.as_str(), "content" | "requiredfeatures" | "requiredextensions");
        if is_note && !self.asked.attributes.contains(*name) {
            return Ok(None);
        }
        if matches!(lower.as_str(), "href" | "xlink:href" | "src") {
            if element == "a" && !is_program(value) {
                return self.drop_link();
            }
            let (value, pixels) = embedded::reference(value)?;
            if pixels > 0 {
                self.cost.photo(pixels);
            }
            return Ok(Some(value));
        }
        let compact: String =
            value.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
        let leads_out =
            ["http:", "https:", "//", "data:"].iter().any(|start| compact.starts_with(start))
                || compact.contains("javascript:");
        let turns_live = lower == "attributename"
            && (compact.contains("href") || compact.starts_with("on") || compact.contains("style"));
        if leads_out || turns_live {
            return Err(format!(
                "the drawing refers to something outside itself ({name}): save it as plain SVG"
            ));
        }
        if *name == "style" {
            return rules::style(value).map(|style| Some(style).filter(|style| !style.is_empty()));
        }
        let value = css::clean_value(value)?;
        properties::check_attribute(name, &value)?;
        Ok(Some(value))
    }

    /// Links are left out, because readers cannot follow a link inside a picture.
    fn drop_link(&self) -> Result<Option<String>, String> {
        if self.asked.links {
            return Err(
                "the drawing's styles colour its links: remove the links, or save it as PNG".into(),
            );
        }
        Ok(None)
    }

    fn finish(self) -> Result<Walked, String> {
        let (width, height) = self.size.ok_or(xml::BROKEN)?;
        if !self.open.is_empty() {
            return Err(xml::BROKEN.into());
        }
        self.cost.check()?;
        Ok(Walked::still(width, height, self.clean.into_bytes()))
    }
}

/// These elements are refused even where they would be left out, because a drawing has no use for
/// them.
fn refuse_dangerous(name: &str) -> Result<(), String> {
    let local = name.split_once(':').map_or(name, |(_, local)| local);
    match local.to_ascii_lowercase().as_str() {
        "script" | "handler" | "listener" => {
            Err("the drawing contains a script: save it as plain SVG without it".into())
        }
        "foreignobject" | "iframe" | "object" | "embed" | "video" | "audio" => Err(format!(
            "the drawing contains <{name}>, a part that is not a drawing: remove it, or save the \
             picture as PNG"
        )),
        _ => Ok(()),
    }
}

/// Whether an element is kept; metadata of programs are not. An error if it is not known.
fn keeps_element(name: &str, prefixes: &[&str]) -> Result<bool, String> {
    let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
    if !prefix.is_empty() {
        if prefixes.contains(&prefix) {
            return Err(format!("the drawing writes <{name}>: save it as plain SVG"));
        }
        return Ok(false);
    }
    if !KNOWN.split(' ').any(|known| known == name) {
        return Err(format!(
            "the drawing contains <{name}>, which is not known to be safe: save it as plain SVG"
        ));
    }
    Ok(!matches!(name, "metadata" | "font" | "font-face"))
}

/// Whether a link runs a script.
fn is_program(link: &str) -> bool {
    let compact: String = link.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let compact = compact.to_ascii_lowercase();
    ["javascript:", "vbscript:", "data:"].iter().any(|start| compact.starts_with(start))
}

fn kept_namespace(name: &str, value: &str) -> Result<Option<String>, String> {
    match (name, value) {
        ("xmlns", SVG_NAMESPACE) | ("xmlns:xlink", XLINK_NAMESPACE) => Ok(Some(value.into())),
        ("xmlns" | "xmlns:xlink", _) | (_, XLINK_NAMESPACE) => {
            Err("the drawing uses names of another XML language: save it as plain SVG".into())
        }
        _ => Ok(None),
    }
}
