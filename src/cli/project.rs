//! What all commands share: the folder, the day, and the report.

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, ensure};
use clap::ValueEnum;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::output::say;
use super::progress::Progress;
use super::today::Today;
use crate::base::{Change, Diagnostic, Hash, SourcePath, Zone};
use crate::check::flaws;
use crate::config::{CoachMode, time_zone_of};
use crate::document::Facts;
use crate::io::darkroom::{Budget, Wanted};
use crate::io::{Cache, Darkroom, Folder, Key, git_history};
use crate::report::{self, Report, Screen};
use crate::site::{BuildAudience, BuildOptions, History};
use crate::workspace::copied::{Copied, is_readable};
use crate::workspace::{HeardStory, Photo, Snapshot, Workspace};

/// A hash of the sources that this program was built from.
const PROGRAM: &str = env!("STORYWALL_SOURCES");

/// Which folder, as of which day, for whom.
#[derive(Clone, clap::Args)]
pub(crate) struct ProjectArgs {
    /// The folder that holds site.toml.
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    pub(crate) root: PathBuf,
    /// The day that counts as today, or a moment such as 2026-11-20T23:30:00Z. Without it, the real
    /// one. Of a moment, the day counts that it is in time_zone of site.toml.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Today::parse)]
    pub(crate) today: Option<Today>,
    /// Show drafts, and stories with a date in the future.
    #[arg(long)]
    pub(crate) drafts: bool,
    /// The address where the site will be published. Without it, base_url in site.toml.
    #[arg(long, value_name = "URL", value_parser = a_base_url)]
    pub(crate) base_url: Option<String>,
    /// Who will be able to read it.
    #[arg(long, value_enum, default_value = "internal")]
    pub(crate) audience: AudienceArg,
    /// The folder where build and serve keep converted photos; other commands only read it. Without
    /// it, .storywall in the folder that holds site.toml.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) cache: Option<PathBuf>,
    /// Use no network. This changes nothing: Storywall never uses one, except to show the preview.
    #[arg(long)]
    pub(crate) offline: bool,
}

/// A project that was read.
pub(crate) struct Project {
    pub(crate) folder: Folder,
    pub(crate) snapshot: Arc<Snapshot>,
    workspace: Workspace,
    cache: Cache,
    key: Key,
    budget: Budget,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum AudienceArg {
    /// Colleagues: the site has everything.
    Internal,
    /// Everybody: the site has only what is public.
    Public,
}

impl ProjectArgs {
    /// Reads the folder, for a command that writes nothing anywhere.
    pub(crate) fn open_to_read(&self) -> anyhow::Result<Project> {
        let folder = self.folder()?;
        let key = Key::find_to_read(folder.files().root())?;
        let cache = self.safe(Cache::to_read(self.cache_folder(), &key))?;
        self.open(folder, key, cache, Workspace::to_open_once)
    }

    /// Reads the folder, for a command that writes nothing anywhere and asks what the project would
    /// be with changes.
    pub(crate) fn open_to_compare(&self) -> anyhow::Result<Project> {
        let folder = self.folder()?;
        let key = Key::find_to_read(folder.files().root())?;
        let cache = self.safe(Cache::to_read(self.cache_folder(), &key))?;
        self.open(folder, key, cache, Workspace::new)
    }

    /// Reads the folder, for a command that keeps what it made.
    pub(crate) fn open_to_build(&self) -> anyhow::Result<Project> {
        let folder = self.folder()?;
        let key = Key::find(folder.files().root())?;
        let cache = self.cache(&key)?;
        // Git is asked while the files are read.
        let history = git_history::ask(folder.files().root());
        self.open(folder, key, cache, |options| {
            let mut workspace = Workspace::to_open_once(options);
            workspace.know(history.answer().unwrap_or_else(|| {
                say(
                    "Git gave no answer in ten seconds, so the pages say that it is not known who \
                     changed words of stories.",
                );
                History::default()
            }));
            workspace
        })
    }

    fn open(
        &self,
        mut folder: Folder,
        key: Key,
        cache: Cache,
        workspace: impl FnOnce(BuildOptions) -> Workspace,
    ) -> anyhow::Result<Project> {
        let changes = folder.changes()?;
        let mut workspace = workspace(self.options(time_zone_of(&changes).as_ref()));
        let snapshot = workspace.apply(changes);
        Ok(Project { folder, snapshot, workspace, cache, key, budget: Budget::default() })
    }

    /// The folder that holds the project. A folder where a file is wanted would be passed over.
    pub(crate) fn folder(&self) -> anyhow::Result<Folder> {
        ensure!(self.root.exists(), "there is no folder {}", self.root.display());
        let folder = Folder::open(&self.root)
            .with_context(|| format!("the folder {} cannot be opened", self.root.display()))?;
        for file in ["site.toml", "content/programme.toml"] {
            let file = folder.files().root().join(file);
            ensure!(
                !file.is_dir(),
                "{} is a folder, but must be a file: rename the folder",
                file.display()
            );
        }
        Ok(folder)
    }

    /// Where photos are kept. Refuses a folder in which something could be lost.
    pub(crate) fn cache(&self, key: &Key) -> anyhow::Result<Cache> {
        self.safe(Cache::new(self.cache_folder(), key))
    }

    fn safe(&self, cache: Cache) -> anyhow::Result<Cache> {
        cache.refuse(&self.root)?;
        Ok(cache)
    }

    /// The folder of the project as seen from where the command runs, with a slash at its end; empty
    /// if it runs there, or if it is not below.
    pub(crate) fn folder_from_here(&self) -> String {
        let here = std::env::current_dir().and_then(|here| here.canonicalize());
        let (Ok(here), Ok(root)) = (here, self.root.canonicalize()) else { return String::new() };
        match root.strip_prefix(here) {
            Ok(below) if below.as_os_str().is_empty() => String::new(),
            Ok(below) => format!("{}/", below.to_string_lossy()),
            Err(_) => String::new(),
        }
    }

    /// The folder that photos are kept in.
    pub(crate) fn cache_folder(&self) -> PathBuf {
        self.cache.clone().unwrap_or_else(|| self.root.join(".storywall"))
    }

    /// For whom and for which day, as of now. Without the `time_zone` of a site, days are those of
    /// the machine.
    pub(crate) fn options(&self, zone: Option<&Zone>) -> BuildOptions {
        let day_at = |moment: Timestamp| match zone {
            Some(zone) => zone.day_at(moment),
            None => moment.to_zoned(TimeZone::system()).date(),
        };
        BuildOptions {
            today: match self.today {
                Some(Today::Day(day)) => day,
                Some(Today::Moment(moment)) => day_at(moment),
                None => day_at(Timestamp::now()),
            },
            drafts: self.drafts,
            audience: match self.audience {
                AudienceArg::Internal => BuildAudience::Internal,
                AudienceArg::Public => BuildAudience::Public,
            },
            base_url: self.base_url.clone(),
        }
    }
}

impl Project {
    /// Where its photos are made.
    pub(crate) fn darkroom(&self) -> Darkroom<'_> {
        Darkroom::new(self.folder.files(), self.cache.clone()).within(&self.budget)
    }

    /// Files that have a second name elsewhere: warnings.
    pub(crate) fn second_names(&self) -> Vec<Diagnostic> {
        flaws::second_names(self.folder.second_names())
    }

    /// Names that readers may not see, in files that they get as they are: warnings.
    pub(crate) fn names_in_copied(&self) -> Vec<Diagnostic> {
        let paths = self.snapshot.copied_texts().into_iter();
        let files = paths.filter_map(|path| {
            let bytes = self.folder.copied_bytes(&path)?;
            Some(Copied { path, bytes })
        });
        self.snapshot.names_in_copied(files)
    }

    /// When the coach speaks on this site.
    pub(crate) fn coach_mode(&self) -> CoachMode {
        self.snapshot.site().config.coach_mode()
    }

    /// What the authors of new stories may be asked, or of those that a branch touched: advice.
    pub(crate) fn questions(&self, touched: Option<&BTreeSet<SourcePath>>) -> Vec<Diagnostic> {
        self.snapshot.questions(touched, &|path| self.text(path))
    }

    /// What the coach says of the stories that are meant, oldest first.
    pub(crate) fn heard(&self, is_meant: &dyn Fn(&Facts) -> bool) -> Vec<HeardStory> {
        self.snapshot.heard(is_meant, &|path| self.text(path))
    }

    /// What the site and kept photos are sealed with.
    pub(crate) fn key(&self) -> &Key {
        &self.key
    }

    /// Kept photos that were not sealed with the key, and had to be made again.
    pub(crate) fn refused_photos(&self) -> usize {
        self.cache.refused()
    }

    /// The project as it would be with these changes; it was opened to compare.
    pub(crate) fn apply(&mut self, changes: Vec<Change>) -> Arc<Snapshot> {
        self.workspace.apply(changes)
    }

    /// Refuses to make photos where they cannot be kept.
    pub(crate) fn refuse_unwritable_cache(&self) -> anyhow::Result<()> {
        ensure!(
            self.darkroom().can_keep(),
            "photos cannot be kept in {}, because that folder cannot be written to: name another \
             one with --cache",
            self.cache.folder().display()
        );
        Ok(())
    }

    /// Photos that will take a while, because they were never made ready before.
    pub(crate) fn undeveloped(&self, is_wanted: &Wanted<'_>) -> usize {
        self.darkroom().undeveloped(&self.photos(), is_wanted)
    }

    /// Looks into the pixels of all photos that are shown, and makes those sizes that are wanted,
    /// by their hashes. Those that readers may not see are looked into as well: what has the same
    /// pixels is a copy of them, and not shown either from then on.
    pub(crate) fn develop(&mut self, is_wanted: &Wanted<'_>) {
        let photos = self.photos();
        if photos.is_empty() {
            return;
        }
        let darkroom = self.darkroom();
        let developed = match std::io::stderr().is_terminal() {
            true => {
                let progress = Progress::new(darkroom.undeveloped(&photos, is_wanted), &say);
                darkroom.develop_telling(&photos, is_wanted, &|| progress.one_more())
            }
            false => darkroom.develop(&photos, is_wanted),
        };
        self.snapshot = self.workspace.develop(developed);
    }

    /// The report as people read it. Its files are read again, because the workspace does not keep
    /// what they say.
    pub(crate) fn human(&self, diagnostics: &[Diagnostic]) -> String {
        let page = checks_page(&self.snapshot);
        let text_of = |path: &_| self.text(path);
        report::human(&of(&self.snapshot, diagnostics, &text_of, page.as_deref()), screen())
    }

    /// The text of a file. It is read again where the workspace does not keep what it says.
    pub(crate) fn text(&self, path: &SourcePath) -> Option<Arc<str>> {
        let copied = || is_readable(path).then(|| self.folder.copied_text(path)).flatten();
        let text = self.snapshot.text(path).or_else(|| self.folder.text(path));
        text.or_else(|| copied().map(Arc::from))
    }

    /// All photos that are looked into.
    fn photos(&self) -> Vec<Photo> {
        let mut photos = self.snapshot.unseen_photos();
        photos.extend(self.snapshot.photos());
        photos
    }

    /// Forgets what is kept of photos that the site may not show.
    pub(crate) fn forget_the_rest(&self) {
        self.darkroom().keep_only(&self.snapshot.keepable_photos());
    }
}

/// A hash of everything that the pages of a snapshot depend on: the folder, for whom and for which
/// day they are, and the program itself. `None` if a file could not be used.
pub(crate) fn made_of(folder: &Folder, snapshot: &Snapshot) -> Option<Hash> {
    let (folder, options) = (folder.hash()?, snapshot.options());
    let history = snapshot.history().map_or(String::new(), |hash| hash.to_string());
    Some(Hash::of(format!("{PROGRAM}\n{options:?}\n{folder}\n{history}").as_bytes()))
}

/// A report on files that `snapshot` keeps (settings and looks, or all of them), as people read it:
/// with colours where the terminal has them.
pub(crate) fn human(snapshot: &Snapshot, diagnostics: &[Diagnostic]) -> String {
    human_with(snapshot, diagnostics, &|path: &_| snapshot.text(path))
}

/// The same, with texts of other files beside.
pub(crate) fn human_with(
    snapshot: &Snapshot,
    diagnostics: &[Diagnostic],
    text_of: &dyn Fn(&SourcePath) -> Option<Arc<str>>,
) -> String {
    let page = checks_page(snapshot);
    report::human(&of(snapshot, diagnostics, text_of, page.as_deref()), screen())
}

/// Where those who keep the site read what each code means.
pub(crate) fn checks_page(snapshot: &Snapshot) -> Option<String> {
    snapshot.site().checks_page(snapshot.site().default_language())
}

pub(crate) fn screen() -> Screen {
    let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let width = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    Screen { colours, width: width.unwrap_or(100) }
}

fn of<'a>(
    snapshot: &Snapshot,
    diagnostics: &'a [Diagnostic],
    text_of: &'a dyn Fn(&SourcePath) -> Option<Arc<str>>,
    checks_page: Option<&'a str>,
) -> Report<'a> {
    Report { diagnostics, text_of, files: snapshot.files, checks_page }
}

pub(super) fn a_base_url(text: &str) -> Result<String, String> {
    crate::config::base_address(text).map_err(|(message, hint)| format!("{message}: {hint}"))
}
