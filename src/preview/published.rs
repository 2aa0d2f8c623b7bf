//! What guests see: what a build would publish, and no word about what it would not.

use crate::base::escape::escaped;
use crate::base::{Output, UrlPath};
use crate::views::View;
use crate::workspace::Snapshot;

/// What an address shows to guests.
#[derive(Clone, Debug)]
pub(crate) enum Published {
    /// The bytes of the build.
    There(Output),
    /// A page that only leads on to this address.
    Moved(Output, UrlPath),
    /// A folder without its slash.
    Folder,
    /// The page for addresses that there are not.
    Missing(Output),
    /// It cannot be made: a short page that says no more than that.
    Broken(String),
    /// With errors, a build publishes nothing; so a short page too.
    Withheld(String),
}

/// Looks at an address as a reader of the published site does.
pub(crate) fn published(snapshot: &Snapshot, address: &UrlPath) -> Published {
    if snapshot.has_errors() {
        return Published::Withheld(short(snapshot, address));
    }
    let Some(route) = snapshot.route(address) else {
        let inside = UrlPath::new(&format!("{address}/index.html"));
        if inside.is_some_and(|inside| snapshot.route(&inside).is_some()) {
            return Published::Folder;
        }
        return match snapshot.missing(address) {
            Ok(output) => Published::Missing(output),
            Err(_) => Published::Broken(short(snapshot, address)),
        };
    };
    let Some(Ok(output)) = snapshot.render(address) else {
        return Published::Broken(short(snapshot, address));
    };
    let site = snapshot.site();
    match &route.view {
        View::Redirect(name) => {
            let language = route.language.as_ref().unwrap_or_else(|| site.languages.default());
            Published::Moved(output, site.address_of(name, language.as_str()))
        }
        _ => Published::There(output),
    }
}

/// A page without anything of the site, whose templates may be what is wrong.
fn short(snapshot: &Snapshot, address: &UrlPath) -> String {
    let languages = &snapshot.site().languages;
    let first = address.as_str().split('/').next();
    let language = languages.all().find(|language| first == Some(language.as_str()));
    let language = language.unwrap_or_else(|| languages.default());
    let text = |key| escaped(&snapshot.texts().get(language, key));
    let (title, lead) = (text("preview-withheld"), text("preview-withheld-lead"));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{lead}</p>\n\
         </main>\n</body>\n</html>\n",
        language = escaped(language.as_str()),
    )
}
