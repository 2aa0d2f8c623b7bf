//! One file in, one value out.

pub mod highlight;
pub mod markdown;
