//! A file `.htaccess` of Apache 2.4.10 or later.

use std::fmt::Write;

use super::{Served, escaped, written};

pub(super) fn text(served: &Served) -> String {
    let mut out = format!(
        "# The site's headers: put this file into the folder that is published, as .htaccess, where\n\
         # “AllowOverride FileInfo” holds, or its lines into the server's <Directory>. They need\n\
         # mod_headers: a2enmod headers\n\n\
         ErrorDocument 404 {}\n{}\
         AddType application/manifest+json .webmanifest\n\
         AddType image/avif .avif\n",
        served.page_for_missing(),
        missing_in_folders(served)
    );
    for rule in &served.rules {
        let only = match (rule.folder, rule.ending) {
            (None, None) => String::new(),
            _ => format!(" \"expr=%{{REQUEST_URI}} =~ m#{}#\"", served.expression(rule)),
        };
        out.push('\n');
        for (name, value) in &rule.headers {
            writeln!(out, "Header always set {} \"{value}\"{only}", written(name))
                .expect("a text takes more text");
        }
    }
    out
}

/// What is missing below the folder of a language is said in that language.
fn missing_in_folders(served: &Served) -> String {
    let say = |(path, page): (String, String)| {
        let path = escaped(&path);
        format!("<If \"%{{REQUEST_URI}} =~ m#^{path}#\">\n    ErrorDocument 404 {page}\n</If>\n")
    };
    served.pages_for_missing().map(say).collect()
}
