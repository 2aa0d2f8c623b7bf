//! `storywall build`: the folder becomes a site of plain files.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::Ended;
use super::project::{Project, ProjectArgs, human, made_of, say};
use crate::base::{Code, UrlPath};
use crate::io::{Disk, Pages, Store, sync};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    project: ProjectArgs,
    /// Where the site is put; made if it is not there.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Say nothing when all is fine.
    #[arg(long)]
    quiet: bool,
}

/// New photos from which on it is said why the build takes longer than usual.
const MANY_PHOTOS: usize = 20;
/// Files that are not ours and are named; of more, only their number.
const MOST_NAMED: usize = 10;

/// Builds. With a mistake in the content, what is published stays as it is.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let begun = Instant::now();
    let mut project = args.project.open()?;
    if project.snapshot.has_errors() {
        // Photos that cannot be shown are told together with all else.
        project.develop(&|_| false);
        return Ok(refused(&project));
    }
    let out = args.out.clone().unwrap_or_else(|| args.project.root.join("public"));
    let cache = args.project.cache_folder();
    let mut disk = Disk::open(&out, &args.project.root, &cache, project.key())?;
    if disk.is_unknown() && !args.quiet {
        let why = match disk.is_tracked() {
            true => "is kept in Git, where anybody who changes the project could change it".into(),
            false => format!("bears {}", lacking(&project)),
        };
        say(&format!("{} {why}: all of it is made again.", out.display()));
    }
    let published = disk.manifest().hashes();
    let is_wanted = |hash| !published.contains(&hash);
    let new = project.undeveloped(&is_wanted);
    if new > 0 {
        project.refuse_unwritable_cache()?;
    }
    if new >= MANY_PHOTOS && !args.quiet {
        say(&format!("Making {new} photos ready: they are kept, so only new ones take time."));
    }
    project.develop(&is_wanted);
    let snapshot = &project.snapshot;
    if snapshot.has_errors() {
        return Ok(refused(&project));
    }
    let told = [snapshot.diagnostics(), &project.second_names()].concat();
    if !told.is_empty() && !args.quiet {
        say(&human(snapshot, &told));
    }
    let addresses: Vec<UrlPath> = snapshot.addresses().cloned().collect();
    let render =
        |address: &UrlPath| snapshot.render(address).expect("addresses of a snapshot are its own");
    let made_of = made_of(&project.folder, snapshot);
    let pages = Pages { addresses: &addresses, render: &render, made_of };
    let darkroom = project.darkroom();
    let synced = match sync(&pages, &darkroom, &mut disk)? {
        Ok(synced) => synced,
        Err(mut mistakes) => {
            // One mistake of a template stands on many pages.
            mistakes.sort_by(|a, b| a.order().cmp(&b.order()));
            mistakes.dedup();
            say(&human(snapshot, &mistakes));
            say("Nothing was written. What was published stays as it was.");
            return Ok(Ended::Problems);
        }
    };
    // What is no longer to be seen is not kept either.
    project.forget_the_rest();
    tell_what_was_set_aside(&disk, &out);
    if !args.quiet {
        tell_of_guests(&disk, &out);
        let refused = project.refused_photos();
        if refused > 0 {
            let seal = lacking(&project);
            say(&format!("{refused} kept photos bore {seal}: they were made again."));
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
        "no seal of your key"
    } else {
        "no seal, for no key can be kept here (STORYWALL_KEY can hold one)"
    }
}

/// Says what is published that is not ours.
fn tell_of_guests(disk: &Disk, out: &Path) {
    let guests = disk.guests();
    if !guests.is_empty() {
        say(&format!(
            "warning: {} holds {} that Storywall did not put there, published with the site: {}",
            out.display(),
            counted(guests.len()),
            listed(guests.iter().map(|name| Path::new(name).display().to_string()))
        ));
    }
}

/// Says what is not published any more, because it is not ours: somebody may miss it.
fn tell_what_was_set_aside(disk: &Disk, out: &Path) {
    let aside = disk.set_aside();
    if !aside.is_empty() {
        say(&format!(
            "warning: {} held {} that this program did not put there, not published any more: {}. \
             Look through what was set aside, and remove it",
            out.display(),
            counted(aside.len()),
            listed(aside.iter().map(|path| path.display().to_string()))
        ));
    }
}

fn counted(files: usize) -> String {
    if files == 1 { "1 file".to_owned() } else { format!("{files} files") }
}

/// The first of them, and how many more there are. What a name could do to a terminal, it does not.
fn listed(names: impl ExactSizeIterator<Item = String>) -> String {
    let more = names.len().saturating_sub(MOST_NAMED);
    let mut listed: Vec<String> =
        names.take(MOST_NAMED).map(|name| name.escape_debug().to_string()).collect();
    if more > 0 {
        listed.push(format!("and {more} more"));
    }
    listed.join(", ")
}

/// Says what is wrong, and that nothing was done.
fn refused(project: &Project) -> Ended {
    let snapshot = &project.snapshot;
    say(&human(snapshot, snapshot.diagnostics()));
    say("Nothing was written: mend the errors first. What was published stays as it was.");
    let is_urgent =
        |code| matches!(code, Code::PhotoTakenDown | Code::PersonWithdrawn | Code::AuthorWithdrawn);
    if snapshot.diagnostics().iter().any(|told| is_urgent(told.code)) {
        say("So does what somebody wants taken down: the sooner, the better.");
    }
    project.forget_the_rest();
    Ended::Problems
}
