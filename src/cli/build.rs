//! `storywall build`: the folder becomes a site of plain files.

use std::path::PathBuf;
use std::time::Instant;

use super::Ended;
use super::project::{ProjectArgs, human, made_of, say};
use crate::base::UrlPath;
use crate::io::{Disk, Pages, Store, sync};
use crate::workspace::Snapshot;

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

/// Builds. With a mistake in the content, what is published stays as it is.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let begun = Instant::now();
    let mut project = args.project.open()?;
    if project.snapshot.has_errors() {
        // Photos that cannot be shown are told together with all else.
        project.develop(&|_| false);
        return Ok(refused(&project.snapshot));
    }
    let out = args.out.clone().unwrap_or_else(|| args.project.root.join("public"));
    let mut disk = Disk::open(&out, &args.project.root)?;
    let published = disk.manifest().hashes();
    project.develop(&|hash| !published.contains(&hash));
    let snapshot = &project.snapshot;
    if snapshot.has_errors() {
        return Ok(refused(snapshot));
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
    darkroom.keep_only(&snapshot.keepable_photos());
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
fn refused(snapshot: &Snapshot) -> Ended {
    say(&human(snapshot, snapshot.diagnostics()));
    say("Nothing was written: mend the errors first. What was published stays as it was.");
    Ended::Problems
}
