//! What a writer sees.
