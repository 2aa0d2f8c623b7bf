//! `storywall init`: begin a site with the whole example handbook.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use include_dir::{Dir, include_dir};

use super::Ended;
use super::output::say;

static CONTENT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content");
const SITE: &str = include_str!("../../site.toml");

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Where to put the new site; the folder is created if it does not exist.
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
}

/// Writes the example. A folder that has something in it is left alone.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let folder = &args.folder;
    for taken in ["site.toml", "content"] {
        if folder.join(taken).symlink_metadata().is_ok() {
            bail!("{} exists already: choose an empty folder", folder.join(taken).display());
        }
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    write(&CONTENT, &folder.join("content"))?;
    let site = folder.join("site.toml");
    write_new(&site, SITE.as_bytes())?;
    // What is made from the rest is nobody's to keep.
    let ignored = folder.join(".gitignore");
    if ignored.symlink_metadata().is_err() {
        write_new(&ignored, b"/public/\n/.public.storywall/\n/.storywall/\n")?;
    }
    say(&format!(
        "The example handbook, of an invented company, is in {}. Make it yours:\n  1. site.toml: \
         the name, the address, the colours\n  2. content/programme.toml: what the programme is \
         for, and whom people can ask\n  3. storywall serve --open --root {}",
        folder.display(),
        folder.display()
    ));
    Ok(Ended::Fine)
}

fn write(dir: &Dir<'_>, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot create {}", to.display()))?;
    for file in dir.files() {
        let name = file.path().file_name().expect("an embedded file has a name");
        let path = to.join(name);
        write_new(&path, file.contents())?;
    }
    for inner in dir.dirs() {
        let name = inner.path().file_name().expect("an embedded folder has a name");
        write(inner, &to.join(name))?;
    }
    Ok(())
}

/// Writes a file where none is. Neither another file nor what a link leads to is touched.
fn write_new(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let written = fs::File::create_new(path).and_then(|mut file| file.write_all(bytes));
    written.with_context(|| format!("cannot write {}", path.display()))
}
