//! Lines of a site in a Caddyfile of Caddy 2.

use std::fmt::Write;

use super::{Served, written};
use crate::base::headers::{KEEPING, POLICY};

pub(super) fn text(served: &Served) -> String {
    let mut out = String::from(
        "# The site's headers: put these lines among those of the site, or import them there.\n",
    );
    // In a route, what stands below has the last word.
    let paths = format!("{}*", served.mount);
    let _ = write!(out, "\nroute {paths} {{\n");
    for (number, rule) in served.rules.iter().enumerate() {
        let only = match (rule.folder, rule.ending) {
            (None, None) => String::new(),
            _ => {
                let name = format!("@storywall{number}");
                writeln!(out, "\t{name} path_regexp \"{}\"", served.expression(rule))
                    .expect("a text takes more text");
                format!("{name} ")
            }
        };
        for (name, value) in &rule.headers {
            writeln!(out, "\theader {only}{} \"{value}\"", written(name))
                .expect("a text takes more text");
        }
    }
    // What was said of the file that is missing does not hold for the page that says so.
    let _ = write!(
        out,
        "}}\n\nhandle_errors {{\n\t@storywall_missing {{\n\t\tpath {paths}\n\t\t\
         expression {{err.status_code}} == 404\n\t}}\n\thandle @storywall_missing {{\n"
    );
    let wide = served.rules.iter().filter(|rule| rule.folder.is_none() && rule.ending.is_none());
    for (name, value) in wide.flat_map(|rule| &rule.headers) {
        if *name == POLICY || *name == KEEPING {
            writeln!(out, "\t\theader {} \"{value}\"", written(name))
                .expect("a text takes more text");
        }
    }
    // Of several that handle a path, only the first one does.
    for (path, page) in served.pages_for_missing() {
        let _ = write!(out, "\t\thandle {path}* {{\n\t\t\trewrite * {page}\n\t\t}}\n");
    }
    let page = served.page_for_missing();
    let _ = match served.folders.is_empty() {
        true => writeln!(out, "\t\trewrite * {page}"),
        false => write!(out, "\t\thandle {{\n\t\t\trewrite * {page}\n\t\t}}\n"),
    };
    out += "\t\tfile_server\n\t}\n}\n";
    out
}
