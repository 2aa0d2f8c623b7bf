//! A file `web.config` of IIS 10.
//!
//! Its rules know folders, not endings, unless a module is added. So a drawing gets the policy of
//! pages, which lets it run nothing either, and what lies beside drawings is asked for again. How
//! long a file is kept is said in IIS's own way, which holds for files alone: what is not there now
//! may be there tomorrow.

use std::fmt::Write;

use super::{Served, written};
use crate::base::headers::{FOREVER, KEEPING, Rule};
use crate::base::media_type;

/// What IIS does not know, and so would not send at all.
const UNKNOWN: [&str; 5] = ["avif", "json", "webmanifest", "webp", "woff2"];

pub(super) fn text(served: &Served) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <!-- The site's headers: put this file into the folder that is published, as web.config. -->\n\
         <configuration>\n  <system.webServer>\n    <staticContent>\n",
    );
    for ending in UNKNOWN {
        let media_type = media_type::of(ending);
        let _ = write!(
            out,
            "      <remove fileExtension=\".{ending}\" />\n      \
             <mimeMap fileExtension=\".{ending}\" mimeType=\"{media_type}\" />\n"
        );
    }
    let everywhere = |rule: &&Rule| rule.folder.is_none() && rule.ending.is_none();
    let everywhere: Vec<&Rule> = served.rules.iter().filter(everywhere).collect();
    everywhere.iter().for_each(|rule| out += &keeping(rule, "      "));
    out += "    </staticContent>\n    <httpErrors errorMode=\"Custom\">\n      \
            <remove statusCode=\"404\" />\n      \
            <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />\n    \
            </httpErrors>\n    <httpProtocol>\n      <customHeaders>\n";
    for (name, value) in everywhere.iter().flat_map(|rule| &rule.headers) {
        if *name != KEEPING {
            let name = written(name);
            let _ = write!(
                out,
                "        <remove name=\"{name}\" />\n        \
                 <add name=\"{name}\" value=\"{value}\" />\n"
            );
        }
    }
    out += "      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n";
    for rule in served.rules.iter().filter(|rule| rule.ending.is_none()) {
        let has_drawings =
            served.rules.iter().any(|other| other.folder == rule.folder && other.ending.is_some());
        let Some(folder) = rule.folder.filter(|_| !has_drawings) else { continue };
        let _ = write!(
            out,
            "  <location path=\"{folder}\">\n    <system.webServer>\n      <staticContent>\n{}      \
             </staticContent>\n    </system.webServer>\n  </location>\n",
            keeping(rule, "        ")
        );
    }
    for folder in &served.folders {
        let _ = write!(
            out,
            "  <location path=\"{folder}\">\n    <system.webServer>\n      \
             <httpErrors errorMode=\"Custom\">\n        <remove statusCode=\"404\" />\n        \
             <error statusCode=\"404\" path=\"{folder}\\404.html\" responseMode=\"File\" />\n      \
             </httpErrors>\n    </system.webServer>\n  </location>\n"
        );
    }
    out + "</configuration>\n"
}

/// How long files are kept, if the rule says so.
fn keeping(rule: &Rule, indent: &str) -> String {
    let said = rule.headers.iter().find(|(name, _)| *name == KEEPING);
    said.map_or_else(String::new, |(_, value)| {
        let how = match *value == FOREVER {
            true => {
                "cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" \
                 cacheControlCustom=\"immutable\""
            }
            false => "cacheControlMode=\"DisableCache\"",
        };
        format!("{indent}<clientCache {how} />\n")
    })
}
