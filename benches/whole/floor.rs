//! The least that a generator must do: walk, read, parse, wrap and write, on all threads.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use walkdir::WalkDir;

/// How many pages tell how large a page is.
const SAMPLE: usize = 200;

/// Writes every story as `out/NAME.html`, all in one folder.
pub fn run(project: &Path, out: &Path, shell: &Path) -> anyhow::Result<()> {
    let shell = fs::read(shell)?;
    let (head, foot) = shell.split_at(shell.len() / 2);
    fs::create_dir_all(out)?;
    stories(project)?.into_par_iter().try_for_each(|path| {
        let body = body(&path)?;
        let mut page = Vec::with_capacity(shell.len() + body.len());
        page.extend_from_slice(head);
        page.extend_from_slice(body.as_bytes());
        page.extend_from_slice(foot);
        let name = path.file_stem().context("a story has a name")?;
        Ok(fs::write(out.join(name).with_extension("html"), page)?)
    })
}

/// What stands around the text of our pages, in as many bytes as on the average of them.
pub fn shell(project: &Path, public: &Path) -> anyhow::Result<Vec<u8>> {
    let all = stories(project)?;
    let step = all.len().div_ceil(SAMPLE).max(1);
    let (mut around, mut count, mut page) = (0, 0, vec![]);
    for path in all.iter().step_by(step) {
        let inside = path.strip_prefix(project.join("content"))?.with_extension("html");
        page = fs::read(public.join(inside))?;
        around += page.len().saturating_sub(body(path)?.len());
        count += 1;
    }
    let average = around / count.max(1);
    Ok(page.iter().copied().cycle().take(average).collect())
}

fn stories(project: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = vec![];
    for entry in WalkDir::new(project.join("content/stories")) {
        let entry = entry?;
        if entry.file_type().is_file() {
            paths.push(entry.into_path());
        }
    }
    Ok(paths)
}

fn body(path: &Path) -> anyhow::Result<String> {
    let source = fs::read_to_string(path)?;
    let text = source.split_once("\n---\n").map_or(source.as_str(), |(_, text)| text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut body = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut body, Parser::new_ext(text, options));
    Ok(body)
}
