//! What is rendered, without the names that readers may not see: its words, and the ids that were
//! made of its headings.

use super::scene::Scene;
use super::tags::with_tags;
use crate::base::escape::escaped;
use crate::base::media_type;
use crate::site::name_words::NameWords;

impl Scene<'_> {
    /// The text without withheld names, which must be of this type; `None` if there are none in it.
    pub(super) fn nameless(&self, text: &str, media_type: &str) -> Option<String> {
        let names = self.context.withheld_names();
        if names.is_empty() {
            return None;
        }
        let instead = written(&self.text("name-withheld"), media_type);
        let words = names.replaced(text, &instead);
        if media_type != media_type::HTML {
            return words;
        }
        let base = self.site.base_url();
        let html = words.as_deref().unwrap_or(text);
        nameless_ids(names.in_addresses(), html, base.as_deref()).or(words)
    }

    /// The same of HTML, where nothing may be in it.
    pub(super) fn nameless_html(&self, html: String) -> String {
        self.nameless(&html, media_type::HTML).unwrap_or(html)
    }
}

/// Words as they are written in a file of this type.
fn written(words: &str, media_type: &str) -> String {
    match media_type {
        media_type::WORDS => words.to_owned(),
        _ if media_type.contains("json") => {
            let quoted = serde_json::Value::from(words).to_string();
            quoted[1..quoted.len() - 1].to_owned()
        }
        _ => escaped(words),
    }
}

/// The HTML with another id wherever one holds a name, and where a link of this site leads to it:
/// the same name becomes the same words everywhere.
fn nameless_ids(names: &NameWords, html: &str, base: Option<&str>) -> Option<String> {
    let nameless = |id: &str| {
        let mut out = String::new();
        let mut done = 0;
        // One word alone stays in the heading as well.
        for found in names.within(id).into_iter().filter(|it| it.name.trim().contains(' ')) {
            out.push_str(&id[done..found.range.start]);
            out.push_str(&format!("colleague-{}", found.number));
            done = found.range.end;
        }
        (done > 0).then(|| out + &id[done..])
    };
    let of_link = |address: &str| {
        let (page, fragment) = address.split_once('#')?;
        let is_own = !page.contains(':') || base.is_some_and(|base| page.starts_with(base));
        Some(format!("{page}#{}", nameless(fragment).filter(|_| is_own)?))
    };
    let mut is_other = false;
    let written = with_tags(html, |tag, out| {
        let before = out.len();
        tag.write(out, tag.name, |attribute, value| match attribute {
            "id" | "for" | "headers" => nameless(value),
            "href" => of_link(value),
            attribute if attribute.starts_with("aria-") && attribute != "aria-label" => {
                nameless(value)
            }
            _ => None,
        });
        is_other |= &out[before..] != tag.text;
    });
    is_other.then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_no_attribute_and_no_text_of_json() {
        let words = "[a \"colleague\" & <friend>\\]";
        assert_eq!(
            written(words, media_type::HTML),
            "[a &quot;colleague&quot; &amp; &lt;friend&gt;\\]"
        );
        assert_eq!(written(words, media_type::ATOM), written(words, media_type::HTML));
        let json = r#"[a \"colleague\" & <friend>\\]"#;
        assert_eq!(written(words, media_type::JSON_FEED), json);
        assert_eq!(written(words, media_type::of("webmanifest")), json);
    }
}
