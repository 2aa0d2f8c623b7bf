//! What somebody sent, read from files, and how it lies in the folder of stories.

use std::fs::File;
use std::io::Read;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, anyhow, ensure};

use crate::base::diagnostic::Severity;
use crate::base::{Diagnostic, PictureFormat, Source, SourcePath};
use crate::cli::files::NewFile;
use crate::data::{KeyValue, Value, yaml};
use crate::submission::{self, SentFile, SentPhoto, Submission};

/// Bytes of one file. Mail programs send at most a tenth of it.
const MOST: u64 = 256 << 20;

#[derive(Default)]
pub(super) struct Received {
    pub(super) submission: Submission,
    /// The names of the fields that were sent.
    pub(super) names: Vec<String>,
    values: Vec<KeyValue>,
    /// What is wrong with them, so that some of them could not be read.
    flaws: Vec<Diagnostic>,
    /// The file that holds the words, as the command names it.
    words: Option<SentWords>,
}

/// A file that holds words, as it was sent.
pub(super) struct SentWords {
    pub(super) path: SourcePath,
    pub(super) text: Arc<str>,
}

impl Received {
    /// Reads the files and takes them apart.
    pub(super) fn read(files: &[PathBuf]) -> anyhow::Result<Received> {
        if files.is_empty() {
            return Ok(Received::default());
        }
        let paths = files;
        let files = paths.iter().map(|path| sent_file(path)).collect::<anyhow::Result<Vec<_>>>()?;
        let texts: Vec<Option<Arc<str>>> = files.iter().map(text_of).collect();
        let submission = submission::read(files).map_err(|why| anyhow!(why))?;
        let mut words = paths.iter().zip(texts).map(|(path, text)| Some((path, text?)));
        let words = words.find_map(|found| sent_words(found?));
        let path = SourcePath::new("content/stories/new.md").expect("a path of plain names");
        let source = Source::new(path, submission.fields.as_str());
        let mut flaws = vec![];
        let tree = yaml::read(&source, 0..submission.fields.len(), &mut flaws);
        flaws.retain(|it| it.severity() == Severity::Error);
        let names = tree.entries.iter().map(|entry| entry.key.clone()).collect();
        Ok(Received { submission, names, values: tree.entries, flaws, words })
    }

    /// Why some of the fields that were sent cannot be read.
    pub(super) fn flaws(&self) -> &[Diagnostic] {
        &self.flaws
    }

    /// The text of a field that was sent.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        match &self.entry(name)?.value.value {
            Value::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The file that holds the words.
    pub(super) fn words(&self) -> Option<&SentWords> {
        self.words.as_ref()
    }

    /// The address that an email came from.
    pub(super) fn address(&self) -> Option<&str> {
        self.submission.sender.as_ref()?.mail.as_deref()
    }

    /// The name that an email came from.
    pub(super) fn sender_name(&self) -> Option<&str> {
        self.submission.sender.as_ref()?.name.as_deref()
    }

    fn entry(&self, name: &str) -> Option<&KeyValue> {
        self.values.iter().find(|entry| entry.key == name)
    }

    /// The lines of fields that were sent. Where they call the author by name, their file stands
    /// there instead.
    pub(super) fn fields_of(&self, author: Option<&str>) -> String {
        let mut fields = self.submission.fields.clone();
        let place: Option<Range<usize>> =
            self.value("author").and(self.entry("author")).map(|it| it.value.range.clone());
        let place = place.filter(|place| !fields[place.clone()].contains('\n'));
        if let (Some(author), Some(place)) = (author, place) {
            fields.replace_range(place, author);
        }
        fields
    }

    /// The same without a field.
    pub(super) fn fields_without(&self, name: &str) -> String {
        let fields = &self.submission.fields;
        let starts = self.values.iter().map(|entry| entry.key_range.start);
        let line_of = |at: usize| fields[..at].rfind('\n').map_or(0, |end| end + 1);
        let mut kept = fields.clone();
        for entry in self.values.iter().rev().filter(|entry| entry.key == name) {
            let start = entry.key_range.start;
            let next = starts.clone().filter(|other| *other > start).min();
            kept.replace_range(line_of(start)..next.map_or(fields.len(), line_of), "");
        }
        kept
    }

    /// The photos and where they will lie: under the name of the story, so that no photo says by its
    /// name whom it shows; under their own where the fields that were sent call them so.
    pub(super) fn photos_beside(
        &self,
        story: &SourcePath,
        remarks: &mut Vec<String>,
    ) -> Vec<Beside> {
        let stem = story.as_str().strip_suffix(".md").unwrap_or(story.as_str());
        let folder = stem.rsplit_once('/').map_or("", |(folder, _)| folder);
        let photos = &self.submission.photos;
        let place = |(at, photo): (usize, &SentPhoto)| {
            let ending = ending(photo.format);
            let is_named =
                self.submission.fields.contains(&photo.name) && is_plain(&photo.name, photo.format);
            let path = match photos.len() {
                _ if is_named => format!("{folder}/{}", photo.name),
                1 => format!("{stem}.{ending}"),
                _ => format!("{stem}-{}.{ending}", at + 1),
            };
            let path = SourcePath::new(&path)?;
            Some(Beside { path, sent: photo.name.clone(), bytes: photo.bytes.clone() })
        };
        let beside: Vec<Beside> = photos.iter().enumerate().filter_map(place).collect();
        if self.entry("photos").is_some() {
            let lies = |it: &&Beside| !self.submission.fields.contains(it.file_name());
            for photo in beside.iter().filter(lies) {
                remarks.push(format!(
                    "{} lies beside the story, but its field photos does not name it",
                    photo.path
                ));
            }
        }
        beside
    }
}

/// A photo that will lie beside a story.
pub(super) struct Beside {
    path: SourcePath,
    /// Its name as it was sent.
    sent: String,
    bytes: Vec<u8>,
}

impl Beside {
    #[cfg(test)]
    pub(super) fn new(path: SourcePath, sent: &str) -> Beside {
        Beside { path, sent: sent.to_owned(), bytes: vec![] }
    }

    pub(super) fn sent_as(&self) -> &str {
        &self.sent
    }

    pub(super) fn file_name(&self) -> &str {
        self.path.as_str().rsplit('/').next().unwrap_or_default()
    }

    pub(super) fn into_file(self) -> NewFile {
        NewFile::bytes(self.path, self.bytes)
    }
}

fn ending(format: PictureFormat) -> &'static str {
    match format {
        PictureFormat::Jpeg => "jpg",
        PictureFormat::Png => "png",
        PictureFormat::Gif => "gif",
        PictureFormat::Webp => "webp",
        PictureFormat::Heic => "heic",
        PictureFormat::Svg => "svg",
    }
}

/// Whether a name of a file needs no care anywhere, and its ending is the one of its kind.
fn is_plain(name: &str, format: PictureFormat) -> bool {
    let given = name.rsplit_once('.').map(|(_, given)| given.to_ascii_lowercase());
    let given = given.unwrap_or_default().replace("jpeg", "jpg").replace("heif", "heic");
    !name.starts_with('.')
        && given == ending(format)
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
}

/// The letters of a file that holds words, as far as anybody writes.
fn text_of(file: &SentFile) -> Option<Arc<str>> {
    const LONGEST: usize = 2 << 20;
    let bytes = &file.bytes[..file.bytes.len().min(LONGEST)];
    submission::holds_words(file).then(|| String::from_utf8_lossy(bytes).into())
}

/// Where a report shows it: under the path of the command, or under its name where that is no path inside
/// of a folder.
fn sent_words((path, text): (&PathBuf, Arc<str>)) -> Option<SentWords> {
    let name = || SourcePath::new(&path.file_name()?.to_string_lossy());
    let path = path.to_str().and_then(SourcePath::new).or_else(name)?;
    Some(SentWords { path, text })
}

fn sent_file(path: &Path) -> anyhow::Result<SentFile> {
    let shown = path.display();
    let file = File::open(path).with_context(|| format!("{shown} cannot be opened"))?;
    ensure!(!file.metadata()?.is_dir(), "{shown} is a folder: name the file in it that was sent");
    let mut bytes = vec![];
    file.take(MOST + 1)
        .read_to_end(&mut bytes)
        .with_context(|| format!("{shown} cannot be read"))?;
    ensure!(bytes.len() as u64 <= MOST, "{shown} is larger than {} MB", MOST >> 20);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(SentFile { name, bytes })
}
