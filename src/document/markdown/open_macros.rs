//! Which macros of Confluence are open, since the same name begins and ends one.

/// The macros of Confluence that are open at a place of a text: the same name closes them.
#[derive(Debug, Default)]
pub(super) struct OpenMacros(Vec<&'static str>);

impl OpenMacros {
    pub(super) fn open(&mut self, name: &'static str) {
        if !self.0.contains(&name) {
            self.0.push(name);
        }
    }

    /// Closes the macro of this name, if it is open.
    pub(super) fn close(&mut self, name: &str) -> bool {
        let open = self.0.iter().position(|open| *open == name);
        open.map(|at| self.0.remove(at)).is_some()
    }
}
