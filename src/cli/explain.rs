//! `storywall explain`: what an address is made of, which addresses a file is part of, or what a code
//! of a report means.

mod code;

use std::path::Path;

use anyhow::{anyhow, bail, ensure};
use serde_json::json;

use super::Ended;
use super::output::{print, print_lines, say_report};
use super::project::{ProjectArgs, human};
use crate::base::diagnostic::nearest;
use crate::base::{Change, Code, Content, Source, SourcePath, UrlPath};
use crate::config::default_language_of;
use crate::io::http::target::{Mount, Target};
use crate::workspace::{Difference, Origins, Snapshot};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// An address of the site (stories/2026/pump.html, or all of it from the browser), a file
    /// (content/people/jonas-holm.md), or a code of a report (unknown-theme).
    #[arg(value_name = "ADDRESS, FILE OR CODE", required_unless_present = "codes")]
    what: Option<String>,
    /// List all codes, as a page in Markdown.
    #[arg(long, conflicts_with = "what")]
    codes: bool,
    #[command(flatten)]
    project: ProjectArgs,
    /// The language in which to explain a code: en, da or nl. Without it, the one of the site, or
    /// English.
    #[arg(long, value_name = "LANGUAGE", value_parser = code::helped, conflicts_with = "codes")]
    lang: Option<String>,
    /// Output for programs.
    #[arg(long)]
    json: bool,
}

/// Explains, and writes nothing.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let Some(what) = args.what.as_deref().map(str::trim) else {
        code::list(args.json)?;
        return Ok(Ended::Fine);
    };
    let codes = Code::called(what);
    if !codes.is_empty() {
        let language = args.lang.clone().unwrap_or_else(|| language_of_site(&args.project));
        code::explain(&codes, &language, args.json)?;
        return Ok(Ended::Fine);
    }
    ensure!(args.lang.is_none(), "--lang is for codes of a report, and “{what}” is not one");
    let mut project = args.project.open_to_compare()?;
    project.develop(&|_| false);
    let snapshot = project.snapshot.clone();
    if let Some(file) = file(&snapshot, what) {
        let gone = Change { path: file.clone(), content: Content::Gone };
        let without = project.apply(vec![gone]);
        let Ok(difference) = snapshot.difference(&without) else {
            bail!("some pages cannot be made: see why with storywall check");
        };
        match args.json {
            true => print(&json_of_file(&file, &difference))?,
            false => print_lines(text_of_file(&file, &difference).trim_end())?,
        }
        return Ok(Ended::Fine);
    }
    let address = address(what, args.project.base_url.as_deref())
        .ok_or_else(|| anyhow!("“{what}” cannot be an address or a file of the site"))?;
    match snapshot.origins(&address) {
        Some(Ok(origins)) => {
            match args.json {
                true => print(&json_of_address(&address, &origins))?,
                false => {
                    let root = project.folder.files().root();
                    print_lines(text_of_address(&snapshot, root, &address, &origins).trim_end())?;
                }
            }
            Ok(Ended::Fine)
        }
        Some(Err(mistake)) => {
            say_report(human(&snapshot, &[mistake]).trim_end());
            Ok(Ended::Problems)
        }
        None => {
            if let Some(near) = Code::nearest(what) {
                bail!("there is no code “{what}”; did you mean {near}?");
            }
            let near = nearest(address.as_str(), snapshot.addresses().map(UrlPath::as_str));
            match near {
                Some(near) => bail!("there is no address {address}; did you mean {near}?"),
                None => bail!("there is no address {address}, and no such file or code"),
            }
        }
    }
}

/// The language in which a site is written first; English outside of a site.
fn language_of_site(project: &ProjectArgs) -> String {
    let settings = SourcePath::new("site.toml").expect("a path inside");
    let folder = project.folder().ok();
    match folder.and_then(|folder| folder.copied_text(&settings)) {
        Some(text) => default_language_of(&Source::new(settings, text)),
        None => "en".to_owned(),
    }
}

/// The file of the project that is meant.
fn file(snapshot: &Snapshot, what: &str) -> Option<SourcePath> {
    let path = SourcePath::new(what.trim_start_matches("./"))?;
    let site = snapshot.site();
    let is_known = site.facts.contains_key(&path)
        || site.media.contains_key(&path)
        || snapshot.text(&path).is_some();
    is_known.then_some(path)
}

/// The address that is meant: `stories/`, `/stories/index.html?today=…`, `http://…/stories/`.
fn address(what: &str, base_url: Option<&str>) -> Option<UrlPath> {
    let path = match what.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => what,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = format!("/{}", path.trim_start_matches('/'));
    let mounts = [Mount::of(base_url), Mount::of(None)];
    mounts.iter().find_map(|mount| match mount.target(&path) {
        Target::Address(address) => Some(address),
        _ => None,
    })
}

fn text_of_address(
    snapshot: &Snapshot,
    root: &Path,
    address: &UrlPath,
    origins: &Origins,
) -> String {
    let mut text = format!("{address}: {}", origins.kind);
    if let Some(language) = &origins.language {
        text += &format!(", in “{language}”");
    }
    if let Some(size) = origins.size {
        text += &format!(", {size} bytes of {}", origins.media_type);
    }
    text += "\n";
    let words = |path: &SourcePath| {
        let document = snapshot.document(snapshot.site().facts.get(path)?)?;
        Some(format!("{path} ({} words)", document.prose.words))
    };
    let named = |paths: &[SourcePath]| -> Vec<String> {
        paths.iter().map(|path| words(path).unwrap_or_else(|| path.to_string())).collect()
    };
    let plain = |paths: &[SourcePath]| paths.iter().map(ToString::to_string).collect();
    // What the folder lacks of the look comes from the program: to change it, put a file
    // of the same name there.
    let look = |paths: &[SourcePath]| -> Vec<String> {
        let name = |path: &SourcePath| match root.join(path.as_str()).exists() {
            true => path.to_string(),
            false => format!("{path} (in the program)"),
        };
        paths.iter().map(name).collect()
    };
    let parts: [(&str, Vec<String>); 7] = [
        ("its own text", named(&origins.own)),
        ("shows or leads to", plain(&origins.mentioned)),
        ("pictures", plain(&origins.pictures)),
        ("settings", plain(&origins.settings)),
        ("templates", look(&origins.templates)),
        ("styles and scripts", look(&origins.styles)),
        ("texts of the look", look(&origins.texts)),
    ];
    for (name, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
        text += &format!("\n{name}\n");
        for line in lines {
            text += &format!("  {line}\n");
        }
    }
    text
}

fn json_of_address(address: &UrlPath, origins: &Origins) -> String {
    let plain =
        |paths: &[SourcePath]| -> Vec<String> { paths.iter().map(ToString::to_string).collect() };
    let value = json!({
        "address": address.as_str(),
        "kind": origins.kind,
        "language": origins.language,
        "media_type": origins.media_type,
        "bytes": origins.size,
        "hash": origins.hash.map(|hash| hash.to_string()),
        "own": plain(&origins.own),
        "mentioned": plain(&origins.mentioned),
        "pictures": plain(&origins.pictures),
        "settings": plain(&origins.settings),
        "templates": plain(&origins.templates),
        "styles": plain(&origins.styles),
        "texts": plain(&origins.texts),
    });
    serde_json::to_string_pretty(&value).expect("words and numbers can be written")
}

fn text_of_file(file: &SourcePath, difference: &Difference) -> String {
    let mut text = format!("{file}: without it, these addresses would be different\n");
    let parts =
        [("missing", &difference.gone), ("changed", &difference.changed), ("new", &difference.new)];
    for (name, addresses) in parts.iter().filter(|(_, addresses)| !addresses.is_empty()) {
        text += &format!("\n{name}\n");
        for address in addresses.iter() {
            text += &format!("  {address}\n");
        }
    }
    if *difference == Difference::default() {
        text += "\nnone: no page is made from it\n";
    }
    text
}

fn json_of_file(file: &SourcePath, difference: &Difference) -> String {
    let plain = |addresses: &[UrlPath]| -> Vec<String> {
        addresses.iter().map(ToString::to_string).collect()
    };
    let value = json!({
        "file": file.as_str(),
        "without_it": {
            "gone": plain(&difference.gone),
            "changed": plain(&difference.changed),
            "new": plain(&difference.new),
        },
    });
    serde_json::to_string_pretty(&value).expect("words can be written")
}
