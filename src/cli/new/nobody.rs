//! Words that stand in the place of a name, in commands that are shown: nobody is called so.

/// What our own commands show.
pub(crate) const NOBODY: &str = "First Last";

/// What others might write for it.
const NOBODY_EITHER: [&str; 5] =
    ["first-last", "first and last name", "your name", "name", "person"];

/// The first of these names, parted by commas, that is nobody's.
pub(super) fn among(names: &str) -> Option<&str> {
    let is_nobody = |one: &&str| {
        one.eq_ignore_ascii_case(NOBODY) || NOBODY_EITHER.contains(&&*one.to_lowercase())
    };
    names.split(',').map(str::trim).find(is_nobody)
}
