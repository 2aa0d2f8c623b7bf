//! `storywall build`: the folder becomes a site of plain files.

use std::path::PathBuf;
use std::time::Instant;

use super::Ended;
use super::project::{Project, ProjectArgs, human, made_of, say};
use crate::base::UrlPath;
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
    let mut disk = Disk::open(&out, &args.project.root)?;
    let published = disk.manifest().hashes();
    let is_wanted = |hash| !published.contains(&hash);
    let new = project.undeveloped(&is_wanted);
    if new > 0 {
        project.refuse_odd_cache(&out)?;
    }
    if new >= MANY_PHOTOS && !args.quiet {
        say(&format!("Making {new} photos ready: they are kept, so only new ones take time."));
    }
    project.develop(&is_wanted);
    let snapshot = &project.snapshot;
    if snapshot.has_errors() {
        return Ok(refused(&project));
    }
    if !snapshot.diagnostics().is_empty() && !args.quiet {
        say(&human(snapshot, snapshot.diagnostics()));
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
    let strangers = disk.strangers().len();
    if strangers > 0 && !args.quiet {
        say(&format!("{strangers} files in {} are not ours; they were kept.", out.display()));
    }
    if !args.quiet {
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

/// Says what is wrong, and that nothing was done.
fn refused(project: &Project) -> Ended {
    let snapshot = &project.snapshot;
    say(&human(snapshot, snapshot.diagnostics()));
    say("Nothing was written: mend the errors first. What was published stays as it was.");
    let is_urgent =
        |code| matches!(code, "photo-taken-down" | "person-withdrawn" | "author-withdrawn");
    if snapshot.diagnostics().iter().any(|told| is_urgent(told.code)) {
        say("So does what somebody wants taken down: the sooner, the better.");
    }
    project.forget_the_rest();
    Ended::Problems
}
