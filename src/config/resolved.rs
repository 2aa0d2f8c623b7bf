//! `site.toml` with everything filled in that it leaves out, and what is wrong with it as a whole.

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

use super::address::base_address;
use super::{CoachMode, SiteFile, languages};
use crate::base::date::Zone;
use crate::base::pattern::Pattern;
use crate::base::{
    At, Change, Code, Content, Diagnostic, Places, RenditionFormat, Role, Severity, Source,
    SourcePath, composed, example_mark,
};
use crate::data::bounds::{FEED_LENGTH, PER_PAGE, PICTURE_WIDTHS};
use crate::data::fields::read_tree;
use crate::data::{Located, Reader, WebAddress, samples, toml};

/// The settings of a site: `site.toml` with everything filled in that it leaves out.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    pub(crate) file: SiteFile,
    pub(crate) path: SourcePath,
    /// The codes of the interface's languages, the default first.
    pub(crate) languages: Vec<String>,
    pub(crate) theme: String,
    pub(crate) zone: Zone,
    /// With a slash at its end.
    pub(crate) base_url: Option<String>,
    pub(crate) per_page: usize,
    pub(crate) feed_length: usize,
    /// Pixels across of the sizes that photos are made in, ascending.
    pub(crate) picture_widths: Vec<u32>,
    /// Whether photos are made as AVIF too.
    pub(crate) avif: bool,
}

/// Each width is one more file of every photo, and one more address on every page that shows it.
const MAX_WIDTHS: usize = 8;
const USUAL_WIDTHS: [u32; 3] = [400, 800, 1600];

impl Config {
    /// The values of a site whose `site.toml` is empty.
    pub(crate) fn silent() -> Config {
        Config::resolved(SiteFile::default())
    }

    /// Reads `site.toml`.
    pub(crate) fn read(source: &Source, out: &mut Vec<Diagnostic>) -> Config {
        let whole = 0..source.text.lines().next().map_or(0, str::len);
        let tree = toml::read_file(source, out);
        let languages = languages::of_tree(&tree);
        let mut reader = Reader {
            source,
            notation: tree.notation,
            broken: tree.broken,
            is_submitted: false,
            languages: &languages,
            zone: None,
            field: "",
            fields: &[],
            places: &mut Places::default(),
            out: &mut *out,
        };
        let file: SiteFile = read_tree(&tree, &whole, &mut reader);
        Faults { source, out }.find(&file);
        Config::resolved(file)
    }

    fn resolved(file: SiteFile) -> Config {
        let codes = file.default_language.iter().chain(&file.languages);
        let languages = languages::sound(codes.map(|code| code.value.as_str()));
        let theme = file.theme.as_ref().map(|theme| composed(&theme.value).into_owned());
        Config {
            path: SourcePath::new("site.toml").expect("a path inside"),
            languages,
            theme: theme.filter(|theme| is_folder(theme)).unwrap_or_else(|| "default".to_owned()),
            zone: file.time_zone.clone().unwrap_or_else(Zone::utc),
            base_url: file.base_url.as_ref().and_then(|url| base_address(&url.value.0).ok()),
            per_page: within(file.per_page.as_ref(), PER_PAGE, 24),
            feed_length: within(file.feed_length.as_ref(), FEED_LENGTH, 30),
            picture_widths: picture_widths(&file),
            avif: RenditionFormat::MAKES_AVIF && asks_for_avif(&file).is_some(),
            file,
        }
    }

    /// Where its languages stand: all of them at the top, or one of them. Checks of the whole site
    /// point at nothing else in `site.toml`.
    pub(crate) fn place(&self, at: At) -> Option<Range<usize>> {
        let languages = &self.file.languages;
        match at {
            At::Top => Some(languages.first()?.range.start..languages.last()?.range.end),
            At::Field(at) => languages.get(at as usize).map(|language| language.range.clone()),
            _ => None,
        }
    }

    /// The words that may not stand in any text, each with why.
    pub(crate) fn forbidden(&self) -> &[(Pattern, String)] {
        let forbidden = self.file.check.as_ref().and_then(|check| check.forbidden.as_ref());
        forbidden.map_or(&[], |forbidden| &forbidden.0)
    }

    /// The code of the language that everything is written in first.
    pub(crate) fn default_language(&self) -> &str {
        self.languages.first().map_or("en", |language| language)
    }
}

impl Config {
    /// When the coach speaks. Before a site knows its own stories, it is silent.
    pub(crate) fn coach_mode(&self) -> CoachMode {
        self.file.coach.as_ref().and_then(|coach| coach.mode).unwrap_or_default()
    }
}

/// The `time_zone` of `site.toml` among these files, if it is there and sound. The day of a build must
/// be known before its site is made.
pub(crate) fn time_zone_of(changes: &[Change]) -> Option<Zone> {
    let change = changes.iter().rfind(|change| Role::of(&change.path) == Role::Config)?;
    let Content::Text(text) = &change.content else { return None };
    let source = Source::new(change.path.clone(), text.clone());
    Config::read(&source, &mut vec![]).file.time_zone
}

/// The language in which this `site.toml` says that everything is written first.
pub(crate) fn default_language_of(source: &Source) -> String {
    Config::read(source, &mut vec![]).default_language().to_owned()
}

/// The line that asks for AVIF.
fn asks_for_avif(file: &SiteFile) -> Option<&Located<bool>> {
    file.pictures.as_ref()?.avif.as_ref().filter(|avif| avif.value)
}

fn picture_widths(file: &SiteFile) -> Vec<u32> {
    let asked = file.pictures.iter().flat_map(|pictures| &pictures.widths);
    let sound = asked.map(|width| width.value).filter(|width| PICTURE_WIDTHS.contains(width));
    let sound: BTreeSet<u32> = sound.take(MAX_WIDTHS).collect();
    match sound.is_empty() {
        true => USUAL_WIDTHS.into(),
        false => sound.into_iter().collect(),
    }
}

/// What is wrong with single values of `site.toml`, beyond their type.
struct Faults<'a> {
    source: &'a Source,
    out: &'a mut Vec<Diagnostic>,
}

impl Faults<'_> {
    /// An address that stands in examples: nobody can publish there.
    fn sample(&mut self, file: &SiteFile, name: &str, url: &Located<WebAddress>) {
        let host = samples::host(&url.value.0);
        let is_own = file.title.all().any(|title| title.to_lowercase().contains("sundbro"));
        let is_copied = samples::is_of_example(&host) && !is_own;
        if !example_mark::is_in(&self.source.text) && (samples::is_usual(&host) || is_copied) {
            let hint = match name {
                "base_url" => {
                    "Write the address at which your site is published, or remove the line until \
                     you know it"
                }
                _ => "Write the address at which your files can be edited, or remove the line",
            };
            let message =
                format!("“{name}” is an address for examples, {host}, which leads nowhere");
            let span = self.source.span(url.range.clone());
            self.out.push(Diagnostic::new(Code::SampleValue, span, message).hint(hint));
        }
    }

    fn find(&mut self, file: &SiteFile) {
        languages::faults(file, self.source, self.out);
        if let Some(theme) = file.theme.as_ref().filter(|theme| !is_folder(&theme.value)) {
            let hint = "For example: theme = \"default\"";
            self.fault(
                Code::BadTheme,
                theme,
                "“theme” must be the name of one folder in themes/",
                hint,
            );
        }
        if let Some(url) = &file.base_url
            && let Err((message, hint)) = base_address(&url.value.0)
        {
            self.fault(Code::BadAddress, url, message, hint);
        }
        for (name, url) in [("base_url", &file.base_url), ("edit_url", &file.edit_url)] {
            url.iter().for_each(|url| self.sample(file, name, url));
        }
        if let Some(url) = file.edit_url.as_ref().filter(|url| !url.value.0.contains("{path}")) {
            let hint = "Write {path} where the name of the file belongs, as in \
                        https://git.example/edit/main/{path}";
            self.fault(
                Code::BadAddress,
                url,
                "“edit_url” does not contain {path}, so it is the same for every file",
                hint,
            );
        }
        if let Some(avif) = asks_for_avif(file).filter(|_| !RenditionFormat::MAKES_AVIF) {
            let message = "This program cannot make AVIF, so photos are published as WebP, and \
                           JPEG or PNG";
            let span = self.source.span(avif.range.clone());
            self.out.push(
                Diagnostic::new(Code::NoAvif, span, message).hint(
                    "Install a released version of Storywall, or build it with --features avif",
                ),
            );
        }
        self.number("per_page", file.per_page.as_ref(), PER_PAGE);
        self.number("feed_length", file.feed_length.as_ref(), FEED_LENGTH);
        let widths = file.pictures.iter().flat_map(|pictures| &pictures.widths);
        for (at, width) in widths.enumerate() {
            self.number("widths", Some(width), PICTURE_WIDTHS);
            if at == MAX_WIDTHS {
                let hint = "Write fewer: three are enough for most sites, as in widths = [400, \
                            800, 1600]";
                let message =
                    format!("“widths” has too many sizes: at most {MAX_WIDTHS} are allowed");
                self.fault(Code::TooMany, width, message, hint);
            }
        }
    }

    fn number(&mut self, field: &str, number: Option<&Located<u32>>, range: RangeInclusive<u32>) {
        if let Some(number) = number.filter(|number| !range.contains(&number.value)) {
            let fault = match number.value < *range.start() {
                true => "small",
                false => "large",
            };
            let message = format!("“{field}” is too {fault}: {}", number.value);
            let hint = format!("Write a number from {} to {}", range.start(), range.end());
            self.fault(Code::BadNumber, number, message, hint);
        }
    }

    fn fault<T>(
        &mut self,
        code: Code,
        place: &Located<T>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let span = self.source.span(place.range.clone());
        self.out
            .push(Diagnostic::new(code, span, message).with_severity(Severity::Error).hint(hint));
    }
}

fn is_folder(name: &str) -> bool {
    SourcePath::new(name).is_some_and(|path| !path.as_str().contains('/')) && !name.starts_with('.')
}

fn within(number: Option<&Located<u32>>, range: RangeInclusive<u32>, otherwise: usize) -> usize {
    number.map_or(otherwise, |number| number.value.clamp(*range.start(), *range.end()) as usize)
}

#[cfg(test)]
mod tests;
