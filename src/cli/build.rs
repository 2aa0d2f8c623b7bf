//! `storywall build`: the folder becomes a site of plain files.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::Ended;
use super::output::{say, say_report};
use super::project::{Project, ProjectArgs, human, made_of};
use crate::base::{Code, Severity, Stage, UrlPath};
use crate::io::store::{self, Destination, Doubt, Pages, Remark, Store, sync};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    project: ProjectArgs,
    /// Where to write the site; the folder is created if it does not exist. Without it, public.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Print only errors, warnings, and files that are no longer published.
    #[arg(long)]
    quiet: bool,
}

/// New photos from which on it is said why the build takes longer than usual.
const MANY_PHOTOS: usize = 20;
/// Files that are not ours and are named; of more, only their number.
const MOST_NAMED: usize = 10;

/// Builds. With a mistake in the content, what is published stays as it is.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let begun = Instant::now();
    let mut project = args.project.open_to_build()?;
    if project.snapshot.has_errors() {
        // Photos that cannot be shown are reported together with all else.
        project.develop(&|_| false);
        return Ok(refused(&project));
    }
    let out = args.out.clone().unwrap_or_else(|| args.project.root.join("public"));
    let cache = args.project.cache_folder();
    let mut store = store::open(&Destination {
        folder: &out,
        project: &args.project.root,
        cache: &cache,
        key: project.key(),
    })?;
    if !args.quiet {
        say_of_doubts(store.as_ref(), &out, &project);
    }
    let published = store.manifest().hashes();
    let is_wanted = |hash| !published.contains(&hash);
    let new = project.undeveloped(&is_wanted);
    if new > 0 {
        project.refuse_unwritable_cache()?;
    }
    if new >= MANY_PHOTOS && !args.quiet {
        say(&format!("Converting {new} photos. They are kept, so the next build is faster."));
    }
    project.develop(&is_wanted);
    let snapshot = &project.snapshot;
    if snapshot.has_errors() {
        return Ok(refused(&project));
    }
    let mut diagnostics =
        [snapshot.diagnostics(), &project.second_names(), &project.names_in_copied()].concat();
    let gaps = diagnostics.iter().filter(|it| it.code == Code::Gap).count();
    // All of them would hide what else is said.
    diagnostics.retain(|it| it.code != Code::Gap);
    // A warning may say that something is not published.
    diagnostics.retain(|it| !args.quiet || it.severity() != Severity::Advice);
    if !diagnostics.is_empty() {
        say_report(&project.human(&diagnostics));
    }
    let addresses: Vec<(UrlPath, Stage)> =
        snapshot.stages().map(|(address, stage)| (address.clone(), stage)).collect();
    let render =
        |address: &UrlPath| snapshot.render(address).expect("addresses of a snapshot are its own");
    let made_of = made_of(&project.folder, snapshot);
    let pages = Pages { addresses: &addresses, render: &render, made_of };
    let darkroom = project.darkroom();
    let synced = match sync(&pages, &darkroom, store.as_mut())? {
        Ok(synced) => synced,
        Err(mut mistakes) => {
            // One mistake of a template stands on many pages.
            mistakes.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
            mistakes.dedup();
            say_report(&human(snapshot, &mistakes));
            say("Nothing was written, and the published site has not changed.");
            return Ok(Ended::Problems);
        }
    };
    // What is no longer to be seen is not kept either.
    project.forget_the_rest();
    say_of_others(store.as_ref(), &out, args.quiet);
    say_of_gaps(gaps);
    if !args.quiet {
        let refused = project.refused_photos();
        if refused > 0 {
            let seal = lacking(&project);
            say(&format!("{refused} kept photos had {seal}, so they were made again."));
        }
        say(&format!(
            "{}: {} written, {} unchanged, {} deleted, in {:.2} s",
            out.display(),
            synced.written,
            synced.unchanged,
            synced.deleted,
            begun.elapsed().as_secs_f64()
        ));
    }
    Ok(Ended::Fine)
}

/// Which seal is missing on what is not believed.
fn lacking(project: &Project) -> &'static str {
    if project.key().is_kept() {
        "no seal made with your key"
    } else {
        "no seal, because no key can be kept here (set STORYWALL_KEY)"
    }
}

/// Says that readers see what is not written yet.
fn say_of_gaps(gaps: usize) {
    let listed = "storywall check lists what is to be filled in";
    match gaps {
        0 => {}
        1 => say(&format!("warning: 1 gap is published as a gap: {listed}")),
        gaps => say(&format!("warning: {gaps} gaps are published as gaps: {listed}")),
    }
}

/// Says that what is published is not believed, and why.
fn say_of_doubts(store: &dyn Store, out: &Path, project: &Project) {
    for remark in store.remarks() {
        let Remark::Doubted(doubt) = remark else { continue };
        let why = match doubt {
            Doubt::KeptInGit => {
                "is kept in Git, where anybody who changes the project could change it".to_owned()
            }
            Doubt::NoSeal => format!("has {}", lacking(project)),
        };
        say(&format!("{} {why}, so all of it is made again.", out.display()));
    }
}

/// Says which files somebody else put there. What is not published any more is said even to those
/// who want to hear nothing: somebody may miss it.
fn say_of_others(store: &dyn Store, out: &Path, quiet: bool) {
    for remark in store.remarks() {
        match remark {
            Remark::ForeignFiles(paths) if !quiet => say(&format!(
                "warning: {} contains {} that Storywall did not make, published with the site: {}",
                out.display(),
                counted(paths.len()),
                listed(&paths)
            )),
            Remark::SetAside(paths) => say(&format!(
                "warning: {} contained {} that Storywall did not make, no longer published and moved \
                 here: {}. Look through what was moved, and remove it",
                out.display(),
                counted(paths.len()),
                listed(&paths)
            )),
            Remark::ForeignFiles(_) | Remark::Doubted(_) => {}
        }
    }
}

fn counted(files: usize) -> String {
    if files == 1 { "1 file".to_owned() } else { format!("{files} files") }
}

/// The first of them, and how many more there are. What a name could do to a terminal, it does not.
fn listed(paths: &[PathBuf]) -> String {
    let shown = |path: &PathBuf| path.display().to_string().escape_debug().to_string();
    let mut listed: Vec<String> = paths.iter().take(MOST_NAMED).map(shown).collect();
    if paths.len() > MOST_NAMED {
        listed.push(format!("and {} more", paths.len() - MOST_NAMED));
    }
    listed.join(", ")
}

/// Says what is wrong, and that nothing was done.
fn refused(project: &Project) -> Ended {
    let snapshot = &project.snapshot;
    // Advice and gaps keep nothing from being published, and would hide what does.
    let mut diagnostics = snapshot.diagnostics().to_vec();
    diagnostics.retain(|it| it.severity() != Severity::Advice);
    say_report(&project.human(&diagnostics));
    say("Nothing was written, and the published site has not changed: correct the errors first.");
    let is_urgent =
        |code| matches!(code, Code::PhotoTakenDown | Code::PersonWithdrawn | Code::AuthorWithdrawn);
    if snapshot.diagnostics().iter().any(|it| is_urgent(it.code)) {
        say("What somebody no longer agrees to is still published too, so please do it soon.");
    }
    project.forget_the_rest();
    Ended::Problems
}
