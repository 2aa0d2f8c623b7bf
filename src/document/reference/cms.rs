//! The lists of fields as the configuration of Sveltia CMS, an editor in the browser for people with
//! an account at the forge. It writes the files that people write by hand, and no others.

mod fields;
mod unkept;
mod words;
mod yaml;

use serde_json::{Value, json};

use super::Subject;
use crate::config::{Forge, Repository};
use crate::document::kinds::Kind;
pub(crate) use unkept::unkept;
use words::Said;
pub(crate) use words::{EditorWords, LANGUAGES};

/// What the editor must know of a site.
pub(crate) struct CmsSite<'a> {
    /// The codes of its languages, the default first.
    pub(crate) languages: &'a [String],
    /// What each of them calls itself.
    pub(crate) own_names: &'a [String],
    pub(crate) repository: &'a Repository,
    /// Where it is published.
    pub(crate) published: Option<&'a str>,
    /// Folders of `content/` with texts, by kind; those of all kinds are there anyway.
    pub(crate) places: &'a [Place],
    /// What the editor shows in the language of those who edit.
    pub(crate) words: &'static EditorWords,
    pub(crate) teams: Vec<Named<'a>>,
    pub(crate) goals: Vec<Named<'a>>,
    pub(crate) roles: Vec<Named<'a>>,
}

/// Something of `programme.toml`: its id, and its name for those who edit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    pub(crate) id: &'a str,
    pub(crate) name: &'a str,
}

/// A folder with texts of a kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Its name in `content/` with a slash at its end, as of a kind; empty for the whole.
    pub(crate) folder: String,
    pub(crate) kind: Kind,
}

/// The file `config.yml`.
pub(crate) fn config(site: &CmsSite<'_>) -> String {
    let content = format!("{}content", site.repository.folder);
    let mut config = json!({ "backend": backend(site.repository) });
    // Where a request is possible, an editor makes one, so that it is checked before readers see it.
    if site.repository.forge != Forge::Forgejo {
        config["publish_mode"] = json!("editorial_workflow");
    }
    if let Some(url) = site.published {
        config["site_url"] = json!(url);
    }
    config["show_preview_links"] = json!(false);
    config["editor"] = json!({ "preview": false });
    // A name that begins with a slash is looked for from `content/`.
    config["media_folder"] = json!(content);
    config["public_folder"] = json!("/");
    // A picture that is made anew holds no place and no camera.
    config["media_libraries"] = json!({ "default": { "config": {
        "slugify_filename": true,
        "transformations": {
            "raster_image": { "format": "webp", "quality": 85, "width": 2400, "height": 2400 },
        },
    } } });
    config["output"] = json!({ "omit_empty_optional_fields": true });
    config["slug"] = json!({ "encoding": "ascii", "clean_accents": true, "timezone": "local" });
    if let [default, _, ..] = site.languages {
        config["i18n"] = json!({
            "structure": "multiple_files",
            "locales": site.languages,
            "default_locale": default,
            "initial_locales": "default",
            "omit_default_locale_from_file_path": true,
        });
    }
    let mut places: Vec<Place> = Subject::all().into_iter().filter_map(home).collect();
    let others = site.places.iter().filter(|place| !is_home(place));
    places.extend(others.cloned());
    let collections = places.iter().map(|place| collection(place, &content, site));
    config["collections"] = collections.collect();
    yaml::block(&config)
}

/// The folder of a kind itself.
fn home(subject: Subject) -> Option<Place> {
    let Subject::Kind(kind) = subject else { return None };
    Some(Place { folder: kind.inside().to_owned(), kind })
}

/// Stories lie in folders of years.
fn is_home(place: &Place) -> bool {
    let below = place.folder.strip_prefix(place.kind.inside());
    let is_year = |folder: &str| {
        let year = folder.trim_end_matches('/');
        year.len() == 4 && year.chars().all(|c| c.is_ascii_digit())
    };
    below.is_some_and(|below| below.is_empty() || place.kind == Kind::Story && is_year(below))
}

fn backend(repository: &Repository) -> Value {
    let (host, path) = repository.host_and_path();
    let name = match repository.forge {
        Forge::GitLab => "gitlab",
        Forge::Forgejo => "gitea",
        Forge::GitHub => "github",
    };
    let mut backend = json!({ "name": name, "repo": path, "branch": repository.branch });
    let (public, api) = match repository.forge {
        Forge::GitLab => ("gitlab.com", "api/v4"),
        Forge::Forgejo => ("gitea.com", "api/v1"),
        Forge::GitHub => ("github.com", "api/v3"),
    };
    if host != public {
        let scheme = repository.url.split("://").next().unwrap_or("https");
        backend["api_root"] = json!(format!("{scheme}://{host}/{api}"));
        backend["base_url"] = json!(format!("{scheme}://{host}"));
    }
    backend["auth_methods"] = json!(["token"]);
    backend
}

fn collection(place: &Place, content: &str, site: &CmsSite<'_>) -> Value {
    let row = place.kind.row();
    let (Said { label: heading, hint: about }, one) = site.words.kind(place.kind);
    let folder = place.folder.trim_end_matches('/');
    let is_main = home(place.kind.into()).as_ref() == Some(place);
    let (name, label) = match is_main {
        true => (row.word.to_owned(), heading),
        false => (
            format!("{}-{}", row.word, folder.replace(|c: char| !c.is_alphanumeric(), "-")),
            format!("{heading}: {folder}"),
        ),
    };
    let folder = match folder {
        "" => content.to_owned(),
        folder => format!("{content}/{folder}"),
    };
    let mut collection = json!({
        "name": name,
        "label": label,
        "label_singular": one,
        "description": about,
        "folder": folder,
        "format": "yaml-frontmatter",
        "create": true,
    });
    let own = Subject::from(place.kind).fields();
    let named = if own.iter().any(|field| field.name == "title") { "title" } else { "name" };
    collection["identifier_field"] = json!(named);
    if place.kind == Kind::Story && is_main {
        collection["path"] = json!("{{year}}/{{slug}}");
    }
    // Pictures lie beside their text: the editor counts from a folder of the name of the text.
    collection["media_folder"] = json!("..");
    collection["public_folder"] = json!("");
    let is_translated = row.is_translatable && site.languages.len() > 1;
    if is_translated {
        collection["i18n"] = json!(true);
    }
    if place.kind != Kind::Page {
        let opening = fields::of(Kind::Page, site, site.languages.len() > 1);
        collection["index_file"] =
            json!({ "name": "index", "label": "index.md", "fields": opening });
    }
    collection["fields"] = json!(fields::of(place.kind, site, is_translated));
    collection
}

#[cfg(test)]
mod tests;
