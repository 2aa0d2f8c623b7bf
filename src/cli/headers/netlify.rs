//! A file `_headers`, as Netlify and Cloudflare Pages read it.
//!
//! Where several rules fit there, one host takes the most specific and another joins the values of
//! all with commas. So no header that two rules could give a file differently is said twice, unless
//! both values hold well together: two policies do, as the stricter of both.

use std::fmt::Write;

use super::{Served, written};
use crate::base::RenditionFormat;
use crate::base::headers::{FOREVER, KEEPING, POLICY, Rule};

pub(super) fn text(served: &Served) -> String {
    let mut out = String::from(
        "# The site's headers: put this file into the folder that is published, as _headers.\n\
         # These hosts let browsers ask whether a page still holds; only what never differs is named.\n",
    );
    if !served.folders.is_empty() {
        out += "# Cloudflare shows the missing page of each language by itself. For Netlify, put these lines\n\
                # into a file _redirects beside it, without the “#”:\n";
    }
    for (path, page) in served.pages_for_missing() {
        writeln!(out, "#   {path}* {page} 404").expect("a text takes more text");
    }
    for rule in &served.rules {
        for (pattern, headers) in said(rule) {
            write!(out, "\n{}{pattern}\n", served.mount).expect("a text takes more text");
            for (name, value) in headers {
                writeln!(out, "  {}: {value}", written(name)).expect("a text takes more text");
            }
        }
    }
    out
}

const PHOTOS: [RenditionFormat; 4] =
    [RenditionFormat::Avif, RenditionFormat::Webp, RenditionFormat::Jpeg, RenditionFormat::Png];

type Said<'a> = Vec<(String, Vec<(&'a str, &'a str)>)>;

/// The patterns that stand for a rule, and what is said of them.
fn said(rule: &Rule) -> Said<'_> {
    let headers = rule.headers.iter().map(|(name, value)| (*name, value.as_str()));
    let all: Vec<_> =
        headers.filter(|(name, value)| *name != KEEPING || *value == FOREVER).collect();
    let of = |pattern: String| (pattern, all.clone());
    match (rule.folder, rule.ending) {
        _ if all.is_empty() => vec![],
        (None, None) => vec![of("*".to_owned())],
        (None, Some(ending)) => {
            let policy = all.into_iter().filter(|(name, _)| *name == POLICY).collect();
            vec![(format!("*.{ending}"), policy)]
        }
        // Drawings lie there too, and differ without another name: photos alone never do.
        (Some("media"), None) => {
            let photos = PHOTOS.iter().map(|format| format.ending());
            photos.map(|ending| of(format!("media/*.{ending}"))).collect()
        }
        (Some(folder), None) => vec![of(format!("{folder}/*"))],
        (Some(folder), Some(ending)) => vec![of(format!("{folder}/*.{ending}"))],
    }
}
