//! `storywall evaluate`: begin the file by which a quarter is evaluated.

use anyhow::anyhow;

use super::Ended;
use super::files::{NewFile, free_place, write_all};
use super::output::print_lines;
use super::project::ProjectArgs;
use crate::base::SourcePath;
use crate::data::quarters::Quarter;
use crate::evaluation::scaffold::scaffold;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The quarter, as in 2026-Q4: content/metrics/2026-Q4.toml is begun.
    #[arg(long, value_name = "QUARTER", required = true, value_parser = quarter)]
    new: Quarter,
    #[command(flatten)]
    project: ProjectArgs,
}

fn quarter(text: &str) -> Result<Quarter, String> {
    Quarter::parse(text).ok_or_else(|| "write the year and Q1 to Q4, as in 2026-Q4".to_owned())
}

/// Writes the file where none is.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let project = args.project.open_to_read()?;
    let path = format!("content/metrics/{}.toml", args.new);
    let path = SourcePath::new(&path).ok_or_else(|| anyhow!("{path} leads out of the project"))?;
    let root = project.folder.files().root();
    let target =
        free_place(root, &path, "it is kept as it is; name another quarter, or move it away")?;
    let file = NewFile::text(path, scaffold(project.snapshot.site(), args.new));
    write_all(std::slice::from_ref(&file), &[target])?;
    print_lines(&args.project.root.join(file.path.as_str()).display().to_string())?;
    Ok(Ended::Fine)
}
