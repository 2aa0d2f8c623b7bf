//! Looks (`themes/NAME`): templates, styles, texts and pictures. The default look is inside the
//! program; a company's own look overrides single files of it.

mod blocked;
mod color;
pub(crate) mod engine;
mod fonts;
mod lacking;
mod left_out;
mod replaced_styles;
mod scripts;
pub(crate) mod styles;
mod template_texts;
pub(crate) mod tokens;
mod untranslated;
mod unused;
mod unused_texts;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

pub(crate) use engine::{Engine, Root};
use template_texts::TemplateTexts;
pub(crate) use tokens::Tokens;

use crate::base::media_type;
use crate::base::{Code, Content, Diagnostic, Hash, Source, SourcePath, Span, UrlPath};
use crate::config::Config;
use crate::language::{Language, Languages, Texts};

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// How the site looks, and the words of its interface.
pub(crate) struct Look {
    template_texts: Arc<TemplateTexts>,
    pub(crate) texts: Arc<Texts>,
    pub(crate) tokens: Tokens,
    /// By the name that templates use: `style.css`, `icon.svg`, `fonts/news.woff2`.
    pub(crate) assets: BTreeMap<String, Asset>,
    /// Text files that reports may show, by path, including the embedded ones.
    pub(crate) sources: BTreeMap<SourcePath, Source>,
}

/// A file that pages load.
#[derive(Clone)]
pub(crate) struct Asset {
    pub(crate) address: UrlPath,
    pub(crate) media_type: &'static str,
    pub(crate) bytes: Arc<[u8]>,
}

/// The files of a look by their path inside its folder. Later looks override earlier ones.
type LookFiles = BTreeMap<String, (SourcePath, Content)>;

impl Look {
    /// Builds the look that `config` names, from the files of `themes/` over the embedded default.
    /// Parts of `last` that were made of the same files are used again.
    pub(crate) fn new(
        config: &Config,
        languages: &Languages,
        project: &BTreeMap<SourcePath, Content>,
        last: Option<&Look>,
    ) -> (Look, Vec<Diagnostic>) {
        let mut out = vec![];
        let layers = layers(config, project, &mut out);
        let files = overlaid(&layers);
        let mut sources = BTreeMap::new();
        for (path, content) in layers.iter().flat_map(|layer| layer.values()) {
            if let Content::Text(text) = content {
                sources.insert(path.clone(), Source::new(path.clone(), text.clone()));
            }
        }
        let of = template_texts::TextFiles {
            languages: languages.all().cloned().collect(),
            texts: texts(&layers),
            templates: of_folder(&files, "templates/"),
        };
        let template_texts =
            TemplateTexts::of(of, languages, last.map(|last| &last.template_texts));
        let texts = template_texts.texts.clone();
        let (missing, lacking) = lacking::components(&layers[0], &layers[1], &files);
        // Each template that uses it would say the same.
        let is_told = |it: &&Diagnostic| {
            it.code != Code::BrokenTemplate
                || !missing.iter().any(|name| it.message == engine::no_part(name))
        };
        out.extend(template_texts.wrong.iter().filter(is_told).cloned());
        out.extend(lacking);
        out.extend(untranslated::languages(
            config,
            languages,
            &texts,
            &unused_texts::of_own(&layers[0], &layers[1]),
        ));
        let is_named = |name: &str| {
            let mut own = layers[1].values();
            own.any(|(_, it)| matches!(it, Content::Text(text) if text.contains(name)))
        };
        let themes = layers_of(&layers, "theme.toml");
        let tokens = Tokens::read(config, &themes, &is_named, &mut out);
        let assets = assets(&files, &tokens, &mut out);
        out.extend(unused::files(&layers[0], &layers[1], &files));
        out.extend(unused_texts::texts(&layers[0], &layers[1], languages));
        out.extend(blocked::pieces(&layers[1]));
        out.extend(left_out::values(&layers[1], &files));
        let unset = styles::unset_properties(
            &of_folder(&files, "styles/"),
            &of_folder(&files, ""),
            &tokens,
        );
        out.extend(replaced_styles::told_once(&layers[0], &layers[1], unset));
        out.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        (Look { template_texts, texts, tokens, assets, sources }, out)
    }

    /// The template engine of one language, with what all its pages share. `last`, an engine of
    /// this look, is used again if nothing of that changed.
    pub(crate) fn engine(
        &self,
        language: &Language,
        shared: &impl serde::Serialize,
        last: Option<&Arc<Engine>>,
    ) -> Arc<Engine> {
        self.template_texts.templates.engine(language, shared, last)
    }

    /// The files that the templates and components of these names are made of, and the names
    /// joined by dots that they ask for.
    pub(crate) fn templates_of<'a>(
        &'a self,
        names: impl Iterator<Item = &'a str>,
    ) -> (Vec<&'a SourcePath>, BTreeSet<&'a str>) {
        self.template_texts.templates.made_of(names)
    }

    /// The styles that only some pages load, by the name of their folder.
    pub(crate) fn extra_styles(&self) -> impl Iterator<Item = (&str, &UrlPath)> {
        self.of_folders("style-", ".css")
    }

    /// The scripts that only some pages load, by the name of their folder.
    pub(crate) fn extra_scripts(&self) -> impl Iterator<Item = (&str, &UrlPath)> {
        self.of_folders("script-", ".js")
    }

    fn of_folders(
        &self,
        begin: &'static str,
        end: &'static str,
    ) -> impl Iterator<Item = (&str, &UrlPath)> {
        self.assets.iter().filter_map(move |(name, asset)| {
            let name = name.strip_prefix(begin)?.strip_suffix(end)?;
            Some((name, &asset.address))
        })
    }

    /// The address of an asset; empty if the look has none of that name.
    pub(crate) fn asset(&self, name: &str) -> Option<&UrlPath> {
        self.assets.get(name).map(|asset| &asset.address)
    }
}

/// The embedded look, followed by the project's own look that the config names.
fn layers(
    config: &Config,
    project: &BTreeMap<SourcePath, Content>,
    out: &mut Vec<Diagnostic>,
) -> Vec<LookFiles> {
    let mut embedded = LookFiles::new();
    collect(&DEFAULT, &mut embedded);
    let folder = format!("themes/{}/", config.theme);
    let own: LookFiles = project
        .iter()
        .filter_map(|(path, content)| {
            let inside = path.as_str().strip_prefix(&folder)?;
            Some((inside.to_owned(), (path.clone(), content.clone())))
        })
        .collect();
    if own.is_empty() && config.theme != "default" {
        let range = config.file.theme.as_ref().map(|theme| theme.range.clone());
        let span = Span { path: config.path.clone(), range };
        let message = format!("There are no files of a look in themes/{}", config.theme);
        let names = project.keys().filter_map(|path| path.as_str().split('/').nth(1));
        let names = names.chain(["default"]);
        let near = crate::base::diagnostic::nearest(&config.theme, names);
        let hint = match near {
            Some(near) => format!("Did you mean theme = \"{near}\"?"),
            None => format!(
                "Put the files that differ from the default look into themes/{}, such as \
                 templates/story.html; or remove this line to use the default look",
                config.theme
            ),
        };
        out.push(Diagnostic::new(Code::UnknownLook, span, message).hint(hint));
    }
    vec![embedded, own]
}

fn collect(dir: &Dir<'static>, files: &mut LookFiles) {
    for file in dir.files() {
        let Some(inside) = file.path().to_str().map(|path| path.replace('\\', "/")) else {
            continue;
        };
        let Some(path) = SourcePath::new(&format!("themes/default/{inside}")) else { continue };
        let content = match (is_text(&inside), std::str::from_utf8(file.contents())) {
            (true, Ok(text)) => Content::Text(text.into()),
            _ => Content::Bytes(file.contents().into()),
        };
        files.insert(inside, (path, content));
    }
    for inner in dir.dirs() {
        collect(inner, files);
    }
}

fn is_text(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    matches!(ending, "html" | "css" | "js" | "ftl" | "toml" | "svg" | "txt" | "xml" | "md")
}

fn overlaid(layers: &[LookFiles]) -> LookFiles {
    let mut files = LookFiles::new();
    for layer in layers {
        files.extend(layer.iter().map(|(inside, file)| (inside.clone(), file.clone())));
    }
    files
}

/// The versions of one file in all layers that have it, the embedded one first.
fn layers_of(layers: &[LookFiles], inside: &str) -> Vec<Source> {
    let found = layers.iter().filter_map(|layer| layer.get(inside));
    found
        .filter_map(|(path, content)| match content {
            Content::Text(text) => Some(Source::new(path.clone(), text.clone())),
            _ => None,
        })
        .collect()
}

/// The text files below a folder, by their name in it.
fn of_folder(files: &LookFiles, folder: &str) -> BTreeMap<String, Source> {
    files
        .iter()
        .filter_map(|(inside, (path, content))| match content {
            Content::Text(text) => {
                let name = inside.strip_prefix(folder)?.to_owned();
                Some((name, Source::new(path.clone(), text.clone())))
            }
            _ => None,
        })
        .collect()
}

/// Texts are overridden one by one, so the files of every layer are used.
fn texts(layers: &[LookFiles]) -> Vec<(Language, Source)> {
    let all = layers.iter().flat_map(|layer| of_folder(layer, "texts/"));
    let named = all.filter_map(|(name, source)| {
        let (code, ending) = name.rsplit_once('.')?;
        Some((Language::parse(code).filter(|_| ending.eq_ignore_ascii_case("ftl"))?, source))
    });
    named.collect()
}

fn assets(
    files: &LookFiles,
    tokens: &Tokens,
    out: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Asset> {
    let mut assets = BTreeMap::new();
    for (inside, (_, content)) in files {
        let Some(media_type) = offered(inside) else { continue };
        let bytes: Arc<[u8]> = match content {
            Content::Text(text) => text.as_bytes().into(),
            Content::Bytes(bytes) => bytes.clone(),
            _ => continue,
        };
        assets.insert(inside.clone(), asset(inside, media_type, bytes));
    }
    for (name, css) in styles::bundles(of_folder(files, "styles/"), tokens, &assets, out) {
        let bytes = css.into_bytes().into();
        assets.insert(name.clone(), asset(&name, media_type::of("css"), bytes));
    }
    for (name, script) in scripts::bundles(of_folder(files, "scripts/")) {
        let bytes = script.into_bytes().into();
        assets.insert(name.clone(), asset(&name, media_type::of("js"), bytes));
    }
    assets
}

/// The media type of a file that is published unchanged; `None` for files that only the generator
/// reads.
fn offered(inside: &str) -> Option<&'static str> {
    let top = inside.split('/').next().unwrap_or_default();
    if matches!(top, "templates" | "texts" | "styles" | "scripts" | "theme.toml") {
        return None;
    }
    let ending = inside.rsplit('.').next().unwrap_or_default();
    OFFERED.contains(&ending).then(|| media_type::of(ending))
}

/// Endings of fonts and pictures.
const OFFERED: [&str; 6] = ["woff2", "svg", "png", "jpg", "jpeg", "webp"];

fn asset(name: &str, media_type: &'static str, bytes: Arc<[u8]>) -> Asset {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let hash = Hash::of(&bytes).short();
    let address = UrlPath::new(&format!("assets/{stem}-{hash}.{ending}"))
        .or_else(|| UrlPath::new(&format!("assets/{hash}.{ending}")))
        .expect("a hash with an ending is an address");
    Asset { address, media_type, bytes }
}
