//! What Git tells of the texts of stories, while their files change: it holds of a file that is as it
//! was committed, and again when somebody takes a change back.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Content, Hash, SourcePath};
use crate::site::History;
use crate::site::history::FileHistory;

/// What was told of each file, and the hash that it had when Git was asked.
#[derive(Default)]
pub(super) struct Committed(BTreeMap<SourcePath, (Hash, FileHistory)>);

impl Committed {
    /// Takes out of `history` what is told of a file that differs from what was committed, and puts
    /// it back when it does not differ any more. A file is first given as it was when Git was asked.
    pub(super) fn compare(
        &mut self,
        history: &mut Arc<History>,
        path: &SourcePath,
        content: &Content,
    ) {
        let hash = match content {
            Content::Text(text) => Some(Hash::of(text.as_bytes())),
            _ => None,
        };
        match (self.0.get(path), history.files.get(path)) {
            (None, Some(told)) => {
                if let Some(hash) = hash {
                    self.0.insert(path.clone(), (hash, told.clone()));
                }
            }
            (Some((first, told)), None) if Some(*first) == hash => {
                Arc::make_mut(history).files.insert(path.clone(), told.clone());
            }
            (Some((first, _)), Some(_)) if Some(*first) != hash => {
                Arc::make_mut(history).files.remove(path);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_back_is_known_again() {
        let path = SourcePath::new("content/stories/a.md").expect("inside");
        let mut history = Arc::new(History::default());
        Arc::make_mut(&mut history).files.insert(path.clone(), FileHistory::default());
        let mut committed = Committed::default();
        for (content, is_known) in [
            (Content::Text("a".into()), true),
            (Content::Text("b".into()), false),
            (Content::Text("b".into()), false),
            (Content::Gone, false),
            (Content::Text("a".into()), true),
        ] {
            committed.compare(&mut history, &path, &content);
            assert_eq!(history.files.contains_key(&path), is_known);
        }
    }
}
