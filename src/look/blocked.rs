//! What browsers do not run or load of a company's own templates, because each page says that it
//! loads nothing but files of the site: scripts within the page, and files that are not there.

use std::ops::Range;

use super::LookFiles;
use crate::base::{Code, Content, Diagnostic, Source};

/// A warning for each piece of a template of `own` that browsers leave out.
pub(super) fn pieces(own: &LookFiles) -> Vec<Diagnostic> {
    // Whoever writes the policy decides what it allows.
    let has_policy = own.contains_key("templates/part-policy.html");
    let templates = own.iter().filter(|(name, _)| name.starts_with("templates/"));
    let mut out = vec![];
    for (_, (path, content)) in templates {
        let Content::Text(text) = content else { continue };
        let source = Source::new(path.clone(), text.clone());
        for tag in tags(text) {
            if !has_policy {
                out.extend(inline(&source, &tag));
                out.extend(remote(&source, &tag));
            }
            out.extend(absent(&source, &tag));
        }
    }
    out
}

/// An attribute: its name, the place of its value if it has one, and its own place.
type Attribute<'a> = (&'a str, Option<Range<usize>>, Range<usize>);

/// An opening tag of HTML with its attributes.
struct Tag<'a> {
    name: &'a str,
    range: Range<usize>,
    attributes: Vec<Attribute<'a>>,
}

impl Tag<'_> {
    fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(it, ..)| it.eq_ignore_ascii_case(name))
    }
}

fn inline(source: &Source, tag: &Tag<'_>) -> Vec<Diagnostic> {
    let text = &source.text;
    let mut out = vec![];
    let is_data = tag.attributes.iter().any(|(name, value, _)| {
        let value = value.clone().map_or("", |value| &text[value]);
        *name == "type" && !matches!(value, "module" | "text/javascript" | "")
    });
    if tag.name.eq_ignore_ascii_case("script") && !tag.has("src") && !is_data {
        let message = "Browsers do not run this script: pages run only scripts from files";
        let hint = "Put it into a file in scripts/ of this look, such as scripts/mine.js: every \
                    page loads that";
        out.push(warning(source, tag.range.clone(), message).hint(hint));
    }
    if tag.name.eq_ignore_ascii_case("style") {
        let message = "Browsers do not use these styles: pages use only styles from files";
        let hint = "Put them into a file in styles/ of this look, such as styles/90-mine.css";
        out.push(warning(source, tag.range.clone(), message).hint(hint));
    }
    for (name, value, place) in &tag.attributes {
        let name = name.to_lowercase();
        let value = value.clone().map_or("", |value| &text[value]);
        let is_event = name.len() > 3
            && name.starts_with("on")
            && name.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_script = value.trim_start().to_lowercase().starts_with("javascript:");
        if is_event || is_script {
            let message = format!(
                "Browsers do not run what stands in {name}: pages run only scripts from files"
            );
            let hint = "Put it into a file in scripts/ of this look, with addEventListener";
            out.push(warning(source, place.clone(), &message).hint(hint));
        } else if name == "style" {
            let message = "Browsers do not use this style: pages use only styles from files";
            let hint =
                "Give the element a class, and write the style for it in styles/ of this look";
            out.push(warning(source, place.clone(), message).hint(hint));
        }
    }
    out
}

/// What a tag loads from another host, by its attributes: nothing that pages show comes from one.
fn remote(source: &Source, tag: &Tag<'_>) -> Option<Diagnostic> {
    let name = tag.name.to_lowercase();
    let text = &source.text;
    let value = |wanted: &str| {
        let found = tag.attributes.iter().find(|(it, ..)| it.eq_ignore_ascii_case(wanted))?;
        found.1.clone()
    };
    let attributes: &[&str] = match name.as_str() {
        "img" => &["src", "srcset"],
        "script" | "embed" | "iframe" | "frame" | "track" | "audio" | "input" => &["src"],
        "source" => &["src", "srcset"],
        "video" => &["src", "poster"],
        "object" => &["data"],
        "image" | "use" => &["href", "xlink:href"],
        "form" => &["action"],
        "link" if value("rel").is_some_and(|rel| loads(&text[rel])) => &["href"],
        _ => return None,
    };
    let place =
        attributes.iter().filter_map(|it| value(it)).find(|it| is_elsewhere(&text[it.clone()]))?;
    let message = match name.as_str() {
        "form" => "Browsers do not send this form: pages send nothing to another host",
        _ => "Browsers do not load this: nothing that pages show comes from another host",
    };
    let hint = match name.as_str() {
        "form" => "Put a link to the page that has the form in its place",
        "script" => {
            "Save the file in scripts/ of this look, where every page loads it, and remove the tag"
        }
        "link" => {
            "Save what it loads in this look: styles in styles/, fonts in fonts/ with @font-face in \
             one of the styles; and remove the tag"
        }
        "iframe" | "frame" | "embed" | "object" => "Put a link to the page in its place",
        "video" | "audio" | "track" => {
            "Put the file into content/, link to it from a text, and remove the tag"
        }
        _ => {
            "Save the picture in this look, and show it with a style: background: url(\"name.png\")"
        }
    };
    Some(warning(source, place, message).hint(hint))
}

/// Whether a browser loads what a `<link>` of this kind names, or speaks to its host.
fn loads(rel: &str) -> bool {
    const LOADING: &[&str] = &[
        "stylesheet",
        "icon",
        "apple-touch-icon",
        "mask-icon",
        "manifest",
        "preload",
        "modulepreload",
        "prefetch",
        "preconnect",
        "dns-prefetch",
    ];
    rel.split_whitespace().any(|it| LOADING.contains(&it.to_lowercase().as_str()))
}

/// Whether one of these addresses is on another host.
fn is_elsewhere(addresses: &str) -> bool {
    addresses.split(',').any(|it| {
        let it = it.trim_start().to_lowercase();
        ["https://", "http://", "//"].iter().any(|begin| it.starts_with(begin))
    })
}

/// A file that an address without any value of the page names: no page has it beside it.
fn absent(source: &Source, tag: &Tag<'_>) -> Option<Diagnostic> {
    let name = tag.name.to_lowercase();
    let attribute = match name.as_str() {
        "img" | "script" | "source" | "video" | "audio" => "src",
        "link" => "href",
        _ => return None,
    };
    let (_, value, _) = tag.attributes.iter().find(|(it, ..)| *it == attribute)?;
    let value = value.clone()?;
    let address = source.text[value.clone()].trim();
    let is_file = !address.is_empty()
        && !address.contains(['{', ':', '#'])
        && !address.starts_with("//")
        && address.contains('.');
    if !is_file {
        return None;
    }
    let message = format!("No page has a file “{address}” beside it");
    let hint = match name.as_str() {
        "script" => "Put it into scripts/ of this look: every page loads what is there".to_owned(),
        "link" => "Put it into styles/ of this look: every page loads what is there".to_owned(),
        _ => {
            let file = address.rsplit('/').next().unwrap_or(address);
            format!(
                "Put the picture into this look, and show it with a style: background: \
                 url(\"{file}\")"
            )
        }
    };
    Some(Diagnostic::new(Code::MissingAsset, source.span(value), message).hint(hint))
}

fn warning(source: &Source, range: Range<usize>, message: &str) -> Diagnostic {
    Diagnostic::new(Code::BlockedInTemplate, source.span(range), message)
}

/// The opening tags of a template. What stands between `{{ }}`, `{% %}`, `{# #}` or `<!-- -->` is
/// none.
fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = vec![];
    let mut at = 0;
    while let Some(found) = text[at..].find(['{', '<']) {
        at += found;
        let rest = &text[at..];
        let skipped = [("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<!--", "-->")]
            .into_iter()
            .find(|(begin, _)| rest.starts_with(begin));
        at += match skipped {
            Some((_, end)) => rest.find(end).map_or(rest.len(), |it| it + end.len()),
            None if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic())
                && rest.starts_with('<') =>
            {
                let (tag, length) = tag(text, at);
                // What is in a script is no HTML.
                let is_script = tag.name.eq_ignore_ascii_case("script");
                let end = is_script.then(|| text[at + length..].find("</script")).flatten();
                tags.push(tag);
                length + end.unwrap_or(0)
            }
            None => 1,
        };
    }
    tags
}

/// The tag that begins at byte `start`, and its length.
fn tag(text: &str, start: usize) -> (Tag<'_>, usize) {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':');
    let name_end = text[start + 1..].find(|c| !is_name(c)).map_or(text.len(), |at| start + 1 + at);
    let mut tag =
        Tag { name: &text[start + 1..name_end], range: start..name_end, attributes: vec![] };
    let mut at = name_end;
    while let Some(c) = text[at..].chars().next() {
        if c == '>' {
            at += 1;
            break;
        }
        let rest = &text[at..];
        if let Some(end) = ["}}", "%}"].into_iter().find(|end| rest.starts_with(&opening(end))) {
            at += rest.find(end).map_or(rest.len(), |it| it + end.len());
            continue;
        }
        if !is_name(c) {
            at += c.len_utf8();
            continue;
        }
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let name = &rest[..end];
        let place = at..at + end;
        at += end;
        let value = text[at..].strip_prefix('=').and_then(|value| {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let length = closing(&value[1..], quote)?;
            Some(at + 2..at + 2 + length)
        });
        if let Some(value) = &value {
            at = value.end + 1;
        }
        tag.attributes.push((name, value, place));
    }
    (tag, at - start)
}

/// Where a value ends: a quotation mark within `{{ }}` belongs to that.
fn closing(value: &str, quote: char) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = &value[at..];
        let end = rest.find(quote)?;
        match ["}}", "%}"].iter().filter_map(|it| Some((rest.find(&opening(it))?, *it))).min() {
            Some((begin, close)) if begin < end => at += begin + rest[begin..].find(close)? + 2,
            _ => return Some(at + end),
        }
    }
}

fn opening(end: &str) -> String {
    if end == "}}" { "{{".to_owned() } else { "{%".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    fn told(text: &str) -> Vec<Code> {
        let path = SourcePath::new("themes/x/templates/base.html").expect("inside");
        let file = (path, Content::Text(text.into()));
        let own = LookFiles::from([("templates/base.html".to_owned(), file)]);
        pieces(&own).into_iter().map(|it| it.code).collect()
    }

    #[test]
    fn what_browsers_leave_out_is_told() {
        let blocked = vec![Code::BlockedInTemplate];
        for text in [
            "<script>go()</script>",
            "<script type=\"module\">import x</script>",
            "<button type=\"button\" onclick=\"go('{{ x }}')\">",
            "<p class=\"{{ t(key=\"a\") }}\" style=\"color:red\">",
            "<style media=\"print\">a > b { c: d }</style>",
            "<a href='javascript:go()'>",
            "{% if x %}<body onload='a'>{% endif %}",
            "<img src=\"https://cdn.example/a.png\" alt=\"\">",
            "<img alt='' srcset='{{ x }} 1x, //cdn.example/a.png 2x'>",
            "<link rel='stylesheet' href='https://fonts.example/css?family=Lato'>",
            "<link href='https://fonts.example' rel='preconnect'>",
            "<script src=\"HTTPS://cdn.example/a.js\"></script>",
            "<iframe src=\"https://maps.example/\"></iframe>",
            "<video poster=\"http://cdn.example/a.jpg\"></video>",
            "<form action=\"https://forms.example/\">",
        ] {
            assert_eq!(told(text), blocked, "{text}");
        }
        for text in [
            "<img src=\"logo.png\" alt=\"\">",
            "<img alt='' src='../img/a.svg'>",
            "<script src=\"x.js\"></script>",
        ] {
            assert_eq!(told(text), [Code::MissingAsset], "{text}");
        }
        for text in [
            "<script src=\"{{ root }}{{ assets.js }}\" defer></script>",
            "<script type=\"application/ld+json\">{\"a\": \"<b onclick='x'>\"}</script>",
            "{{ <departures id=\"x\" style=\"gone\" onclick=\"no\" /> }}",
            "<!-- <p onclick=\"x\"> -->{# <script> #}",
            "<img src=\"{{ root }}{{ picture.url }}\" alt=\"{{ picture.alt }}\">",
            "<p {% if x %}class=\"a\"{% endif %}>on = \"x\"</p>",
            "a < b onclick=\"x\"",
            "<a href=\"https://a.example/\">",
            "<form action=\"mailto:{{ mail }}\">",
            "<link rel=\"canonical\" href=\"https://a.example/\">",
            "<link rel=\"alternate\" href=\"https://a.example/x.css\">",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
