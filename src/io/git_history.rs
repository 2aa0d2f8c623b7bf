//! Who changed the words of stories, as the program `git` tells it: one look at the log of their
//! folder, and one at what two versions held where a file was changed after it had come in.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use super::git::Git;
use crate::base::date::parse_date;
use crate::base::{Date, Hash, SourcePath};
use crate::document::{are_the_same_words, is_told_in_another_language};
use crate::site::history::{FileHistory, History, Signature};

/// The folder of the stories in a project.
const STORIES: &str = "content/stories";

/// What begins a commit in the answer, and what stands between its parts. A name may hold
/// one and is then read as another one, which whoever commits could have written as well.
const COMMIT: char = '\u{1}';
const PART: char = '\u{2}';

/// How long Git may take to answer: a repository may hold the work of a whole company.
const PATIENCE: Duration = Duration::from_secs(10);

/// A question to Git that is being answered.
pub(crate) struct Asked(Receiver<History>);

/// Asks for the history of the stories of a project, while other work goes on.
pub(crate) fn ask(root: &Path) -> Asked {
    let git = Git::of(root);
    let (sender, answer) = mpsc::channel();
    // Nobody may wait for it any more. Where the machine gives no thread, nothing is known.
    let asking = std::thread::Builder::new();
    let _ = asking.spawn(move || drop(sender.send(told(&git).unwrap_or_default())));
    Asked(answer)
}

impl Asked {
    /// The answer; `None` where the program `git` gives none in time. Nothing is known where there is no
    /// repository, and where it holds only a part of its history.
    pub(crate) fn answer(self) -> Option<History> {
        match self.0.recv_timeout(PATIENCE) {
            Ok(history) => Some(history),
            Err(RecvTimeoutError::Disconnected) => Some(History::default()),
            Err(RecvTimeoutError::Timeout) => None,
        }
    }
}

fn told(git: &Git) -> anyhow::Result<History> {
    let is_shallow = git.run(&["rev-parse", "--is-shallow-repository"])?;
    if is_shallow.trim_ascii() != b"false" {
        return Ok(History::default());
    }
    let format = format!(
        "--format={COMMIT}%aN{PART}%aE{PART}%as{PART}\
         %(trailers:key=Co-authored-by,valueonly,separator=%x02)"
    );
    let log = git.run(&[
        "-c",
        "log.showSignature=false",
        "log",
        "--topo-order",
        "--reverse",
        "--diff-merges=combined",
        "--raw",
        "--no-abbrev",
        "--find-renames",
        "--relative",
        "--use-mailmap",
        "--encoding=UTF-8",
        "--no-color",
        "-z",
        &format,
        "--",
        STORIES,
    ])?;
    let changed = git.changed_since("HEAD", STORIES)?;
    let hash = Hash::of(&[&log[..], b"\0", &changed[..]].concat());
    let mut tracks = tracks(&String::from_utf8_lossy(&log));
    // Who wrote what is not committed yet is not known.
    for path in String::from_utf8_lossy(&changed).split('\0') {
        tracks.files.remove(path);
    }
    let everybody = std::mem::take(&mut tracks.everybody);
    let files = with_changes(git, tracks)?;
    Ok(History { files, everybody, hash: Some(hash) })
}

/// The files of the log, and who signed.
#[derive(Default)]
struct Tracks {
    files: BTreeMap<String, Track>,
    /// The files that each commit brought, with what they held.
    brought: BTreeMap<usize, Vec<(String, String)>>,
    everybody: BTreeSet<Signature>,
}

/// A file on its way through the commits.
#[derive(Debug, Default)]
struct Track {
    added: Option<(Date, Vec<Signature>)>,
    /// The commit that brought it, and its path there.
    begun: Option<(usize, String)>,
    changes: Vec<TextChange>,
    is_unclear: bool,
    /// What it held when it was removed.
    removed: Option<String>,
}

/// What a file held before and after a change, and who signed that.
#[derive(Debug)]
struct TextChange {
    before: String,
    after: String,
    commit: Commit,
}

/// One commit of the log.
#[derive(Clone, Debug, Default)]
struct Commit {
    /// Its place in the log.
    number: usize,
    signed: Vec<Signature>,
    day: Option<Date>,
}

/// Follows the files from the first commit to the last.
fn tracks(log: &str) -> Tracks {
    let mut tracks = Tracks::default();
    let mut commit = Commit::default();
    let mut words = log.split('\0').map(|word| word.trim_start_matches('\n'));
    while let Some(word) = words.next() {
        if let Some(head) = word.strip_prefix(COMMIT) {
            commit = Commit { number: commit.number + 1, ..read_commit(head) };
            tracks.everybody.extend(commit.signed.iter().cloned());
            continue;
        }
        let Some(raw) = word.strip_prefix(':') else { continue };
        let Some(path) = words.next() else { break };
        if raw.starts_with(':') {
            // A merge that is like none of its sides: who wrote that is not told.
            tracks.files.entry(path.to_owned()).or_default().is_unclear = true;
            continue;
        }
        let mut parts = raw.split(' ').skip(2);
        let (Some(before), Some(after), Some(status)) = (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let to = if status.starts_with('R') { words.next() } else { None };
        tracks.take(&commit, status, (before, after), path, to);
    }
    tracks
}

impl Tracks {
    fn take(
        &mut self,
        commit: &Commit,
        status: &str,
        (before, after): (&str, &str),
        path: &str,
        to: Option<&str>,
    ) {
        let begun = || Track {
            added: commit.day.map(|day| (day, commit.signed.clone())),
            begun: Some((commit.number, path.to_owned())),
            ..Track::default()
        };
        let change =
            |before: String| TextChange { before, after: after.to_owned(), commit: commit.clone() };
        match (status.chars().next(), to) {
            (Some('A'), _) => match self.files.get_mut(path) {
                None => {
                    self.files.insert(path.to_owned(), begun());
                    let brought = self.brought.entry(commit.number).or_default();
                    brought.push((path.to_owned(), after.to_owned()));
                }
                Some(track) => match track.removed.take() {
                    Some(last) => track.changes.push(change(last)),
                    // Two branches had one of this name.
                    None => track.is_unclear = true,
                },
            },
            (Some('D'), _) => {
                self.files.entry(path.to_owned()).or_default().removed = Some(before.to_owned());
            }
            (Some('R'), Some(to)) => {
                let mut track = self.files.remove(path).unwrap_or_else(unclear);
                track.changes.push(change(before.to_owned()));
                self.files.insert(to.to_owned(), track);
            }
            _ => {
                let track = self.files.entry(path.to_owned()).or_insert_with(unclear);
                track.changes.push(change(before.to_owned()));
            }
        }
    }
}

fn unclear() -> Track {
    Track { is_unclear: true, ..Track::default() }
}

fn read_commit(head: &str) -> Commit {
    let mut parts = head.split(PART);
    let mut next = || parts.next().unwrap_or_default().to_owned();
    let author = Signature { name: next(), mail: next() };
    let day = parse_date(&next()).ok();
    let others = parts.filter_map(|co_author| {
        let (name, mail) = co_author.trim().split_once('<')?;
        Some(Signature {
            name: name.trim().to_owned(),
            mail: mail.trim_end_matches('>').to_owned(),
        })
    });
    Commit { signed: std::iter::once(author).chain(others).collect(), day, ..Commit::default() }
}

/// The files that are there, with those changes that changed words.
fn with_changes(git: &Git, tracks: Tracks) -> anyhow::Result<BTreeMap<SourcePath, FileHistory>> {
    let Tracks { files: tracks, brought, .. } = tracks;
    let is_there = |(path, track): &(String, Track)| {
        track.removed.is_none() && path.to_lowercase().ends_with(".md")
    };
    let tracks: Vec<(String, Track)> = tracks.into_iter().filter(is_there).collect();
    let held = texts(git, &tracks, &brought)?;
    let bytes = |object: &str| held.get(object).and_then(Option::as_deref);
    let mut files = BTreeMap::new();
    let mut elsewhere = vec![];
    for (path, track) in &tracks {
        let Some(path) = SourcePath::new(path) else { continue };
        let mut file = FileHistory {
            added: track.added.clone(),
            is_unclear: track.is_unclear,
            ..FileHistory::default()
        };
        for change in track.changes.iter().filter(|change| change.before != change.after) {
            let TextChange { before, after, commit } = change;
            let Some((before, after)) = bytes(before).zip(bytes(after)) else {
                // A clone that does not hold all texts.
                file.is_unclear = true;
                continue;
            };
            match are_the_same_words(&path, before, after) {
                Some(true) => {}
                Some(false) => {
                    let is_theirs = |(_, object): &&(String, String)| {
                        bytes(object)
                            .is_some_and(|it| are_the_same_words(&path, before, it) == Some(true))
                    };
                    let beside = brought.get(&commit.number).into_iter().flatten();
                    let is_another = || is_told_in_another_language(&path, before, after);
                    match beside.filter(|_| is_another()).find(is_theirs) {
                        // A translation stands here now, and the words of the author there.
                        Some((to, _)) => {
                            let begun = FileHistory {
                                added: commit.day.map(|day| (day, commit.signed.clone())),
                                is_translation: true,
                                ..FileHistory::default()
                            };
                            let own = std::mem::replace(&mut file, begun);
                            elsewhere.push(((commit.number, to.clone()), own));
                        }
                        None => file.changes.push(commit.signed.clone()),
                    }
                }
                // Fields that cannot be read.
                None => file.is_unclear = true,
            }
        }
        files.insert(path, file);
    }
    for (begun, own) in elsewhere {
        let now = tracks.iter().find(|(_, track)| track.begun.as_ref() == Some(&begun));
        let now = now.and_then(|(path, _)| files.get_mut(&SourcePath::new(path)?));
        if let Some(file) = now {
            file.added = own.added;
            file.changes.splice(0..0, own.changes);
            file.is_unclear |= own.is_unclear;
            file.is_translation |= own.is_translation;
        }
    }
    Ok(files)
}

/// What files held before and after their changes, by Git's names; and what came beside a change.
fn texts(
    git: &Git,
    tracks: &[(String, Track)],
    brought: &BTreeMap<usize, Vec<(String, String)>>,
) -> anyhow::Result<HashMap<String, Option<Vec<u8>>>> {
    let changes = tracks.iter().flat_map(|(_, track)| &track.changes);
    let changes = changes.filter(|change| change.before != change.after);
    let mut wanted: Vec<&str> = changes
        .flat_map(|change| {
            let beside = brought.get(&change.commit.number).into_iter().flatten();
            let beside = beside.map(|(_, object)| object.as_str());
            [change.before.as_str(), change.after.as_str()].into_iter().chain(beside)
        })
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Ok(HashMap::new());
    }
    let objects = git.objects(&wanted)?;
    Ok(wanted.into_iter().map(str::to_owned).zip(objects).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commit(name: &str, co_author: &str) -> String {
        let mail = name.to_lowercase();
        format!("{COMMIT}{name}{PART}{mail}@b.example{PART}2026-05-01{PART}{co_author}\0\n")
    }

    fn raw(status: &str, before: &str, after: &str, paths: &[&str]) -> String {
        format!(":100644 100644 {before} {after} {status}\0{}\0", paths.join("\0"))
    }

    fn signed(track: &Track) -> Vec<Vec<&str>> {
        let changes = track.changes.iter().map(|change| &change.commit.signed);
        changes.map(|all| all.iter().map(|it| it.name.as_str()).collect()).collect()
    }

    #[test]
    fn a_file_keeps_its_history_where_it_is_moved() {
        let log = [
            commit("Ann", ""),
            raw("A", "0", "1", &["content/stories/a.md"]),
            commit("Bo", "Ann <ann@b.example>"),
            raw("R090", "1", "2", &["content/stories/a.md", "content/stories/b.md"]),
            raw("A", "0", "7", &["content/stories/c.md"]),
            commit("Cy", ""),
            raw("M", "2", "3", &["content/stories/b.md"]),
            raw("D", "7", "0", &["content/stories/c.md"]),
        ];
        let tracks = tracks(&log.concat());
        let moved = &tracks.files["content/stories/b.md"];
        assert_eq!(signed(moved), [vec!["Bo", "Ann"], vec!["Cy"]]);
        assert_eq!(moved.added.as_ref().map(|(_, by)| by[0].mail.as_str()), Some("ann@b.example"));
        assert!(!tracks.files.contains_key("content/stories/a.md"));
        assert_eq!(tracks.files["content/stories/c.md"].removed.as_deref(), Some("7"));
        assert_eq!(tracks.everybody.len(), 3);
    }

    #[test]
    fn what_was_removed_and_comes_again_is_compared() {
        let log = [
            commit("Ann", ""),
            raw("A", "0", "1", &["content/stories/a.md"]),
            raw("D", "1", "0", &["content/stories/a.md"]),
            commit("Bo", ""),
            raw("A", "0", "2", &["content/stories/a.md"]),
        ];
        let tracks = tracks(&log.concat());
        let track = &tracks.files["content/stories/a.md"];
        assert_eq!((signed(track), track.is_unclear), (vec![vec!["Bo"]], false));
    }

    #[test]
    fn what_a_merge_made_of_two_is_not_told() {
        let log = [
            commit("Ann", ""),
            raw("A", "0", "1", &["content/stories/a.md"]),
            commit("Bo", ""),
            "::100644 100644 100644 1 2 3 MM\0content/stories/a.md\0".to_owned(),
        ];
        assert!(tracks(&log.concat()).files["content/stories/a.md"].is_unclear);
    }
}
