//! Lines inside a `server` of nginx, or inside a `location` of it.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Served, escaped, written};

pub(super) fn text(served: &Served) -> String {
    let mut out = format!(
        "# The site's headers: include this file in the server that is the site's own, or in its\n\
         # location {} where it shares one. A location inside with an add_header of its own takes\n\
         # none of these: include the file there as well.\n\n",
        served.mount
    );
    // What differs between files is a variable; the last rule that fits gives it its value.
    let mut differing: BTreeMap<&str, String> = BTreeMap::new();
    let narrow = served.rules.iter().filter(|rule| rule.folder.is_some() || rule.ending.is_some());
    for (name, _) in narrow.clone().flat_map(|rule| &rule.headers) {
        differing.insert(name, format!("$storywall_{}", name.replace('-', "_")));
    }
    let wide = || served.rules.iter().filter(|rule| rule.folder.is_none() && rule.ending.is_none());
    for (name, value) in wide().flat_map(|rule| &rule.headers) {
        if let Some(variable) = differing.get(name) {
            writeln!(out, "set {variable} \"{value}\";").expect("a text takes more text");
        }
    }
    for rule in narrow {
        let path = served.expression(rule);
        for (name, value) in &rule.headers {
            let variable = &differing[name];
            writeln!(out, "if ($uri ~ \"{path}\") {{ set {variable} \"{value}\"; }}")
                .expect("a text takes more text");
        }
    }
    out.push('\n');
    for (name, value) in wide().flat_map(|rule| &rule.headers) {
        let said = differing.get(name).map_or_else(|| format!("\"{value}\""), Clone::clone);
        writeln!(out, "add_header {} {said} always;", written(name))
            .expect("a text takes more text");
    }
    out.push_str(&missing(served));
    out
}

/// What is shown instead of a file that is missing: the page of its language.
fn missing(served: &Served) -> String {
    let page = served.page_for_missing();
    if served.folders.is_empty() {
        return format!("\nerror_page 404 {page};\n");
    }
    let mut out = format!("\nset $storywall_missing \"{page}\";\n");
    for (path, page) in served.pages_for_missing() {
        writeln!(
            out,
            "if ($uri ~ \"^{}\") {{ set $storywall_missing \"{page}\"; }}",
            escaped(&path)
        )
        .expect("a text takes more text");
    }
    out + "error_page 404 $storywall_missing;\n"
}
