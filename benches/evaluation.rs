//! What the evaluation of twelve quarters costs, a page at a time: `cargo bench --bench evaluation`, or
//! `-- 10000` for so many stories. A page takes 20 ms at most.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it measures what the clock says, and tells it"
)]

use std::fmt::Write;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use mimalloc::MiMalloc;
use storywall::base::date::parse_date;
use storywall::base::{Change, Content, SourcePath};
use storywall::site::{BuildAudience, BuildOptions};
use storywall::workspace::Workspace;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const ROUNDS: usize = 15;
const LIMIT: Duration = Duration::from_millis(20);

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let stories: usize = words.first().map_or(Ok(1000), |word| word.parse())?;
    let mut workspace = Workspace::new(BuildOptions {
        today: parse_date("2026-11-30").ok().context("the day is one")?,
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: None,
    });
    let mut changes = vec![
        change("site.toml", "title = \"A\"\nlanguages = [\"en\", \"da\", \"nl\"]\n")?,
        change("content/programme.toml", &programme())?,
    ];
    for person in 0..60 {
        let text = format!("---\nname: Person {person}\nteam: t{}\n---\n", person % 12);
        changes.push(change(&format!("content/people/p{person}.md"), &text)?);
    }
    for story in 0..stories {
        let (year, month) = (2024 + story % 3, 1 + story / 3 % 11);
        let text = format!(
            "---\ntitle: Story {story}\nauthor: p{}\ndate: {year}-{month:02}-03\n\
             outcome: [{{on: {year}-{month:02}-09, type: change, note: It changed.}}]\n---\nA story.\n",
            story * 7 % 60
        );
        changes.push(change(&format!("content/stories/s{story}.md"), &text)?);
    }
    for quarter in 0..12 {
        let named = format!("{}-Q{}", 2024 + quarter / 4, 1 + quarter % 4);
        changes.push(change(&format!("content/metrics/{named}.toml"), &file(&named))?);
    }
    let snapshot = workspace.apply(changes);
    ensure!(!snapshot.has_errors(), "the site is wrong");
    let pages: Vec<_> =
        snapshot.addresses().filter(|it| it.as_str().contains("evaluation/")).cloned().collect();
    ensure!(pages.len() == 39, "{} pages", pages.len());
    let mut slowest = (Duration::ZERO, String::new());
    for page in &pages {
        let mut times = vec![];
        for _ in 0..ROUNDS {
            let start = Instant::now();
            let output = snapshot.render(page).context("it is there")?;
            ensure!(output.is_ok(), "{page:?} cannot be rendered");
            times.push(start.elapsed());
        }
        times.sort_unstable();
        slowest = slowest.max((times[ROUNDS / 2], page.as_str().to_owned()));
    }
    let (time, page) = slowest;
    println!(
        "{} pages of twelve quarters, {stories} stories: {:.1} ms for the slowest ({page}), at most {}",
        pages.len(),
        time.as_secs_f64() * 1e3,
        LIMIT.as_millis()
    );
    ensure!(time <= LIMIT, "too slow");
    Ok(())
}

fn change(path: &str, text: &str) -> anyhow::Result<Change> {
    let path = SourcePath::new(path).context("a path inside")?;
    Ok(Change { path, content: Content::Text(text.into()) })
}

fn programme() -> String {
    let mut out = "[purpose]\nsentence = \"A\"\n[may]\ncontact = \"p1\"\n".to_owned();
    for goal in 0..6 {
        let _ = write!(out, "[[goals]]\nid = \"g{goal}\"\nname = \"Goal {goal}\"\n");
    }
    for team in 0..12 {
        let _ = write!(out, "[[teams]]\nid = \"t{team}\"\nname = \"Team {team}\"\n");
    }
    out
}

fn file(quarter: &str) -> String {
    let mut out = format!(
        "quarter = \"{quarter}\"\nheadline = \"A\"\npublished_after = [1, 2, 3, 4, 5, 6]\n"
    );
    let ids =
        ["conversations", "referral_hires", "things_changed", "inquiries_from_people", "i_dare"];
    for (at, id) in ids.iter().enumerate() {
        let _ = write!(
            out,
            "[[metrics]]\nid = \"{id}\"\ngoal = \"g{at}\"\nvalue = {}\ntarget = 9\nassumption = \"A\"\n",
            7 + at
        );
    }
    out.push_str("[[asked]]\nid = \"i_may\"\nquestion = \"I may\"\nvalue = 3.6\nn = 99\n");
    out
}
