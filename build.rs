//! Names the sources of the program by a hash, `STORYWALL_SOURCES`: two programs that may make
//! different sites of the same folder have different ones.

#![expect(clippy::disallowed_methods, reason = "a build script reads the sources")]

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;

/// All that decides what a site looks like.
const SOURCES: [&str; 4] = ["Cargo.lock", "Cargo.toml", "src", "themes"];

/// Features that do so too, as Cargo names them to this script.
const FEATURES: [&str; 1] = ["CARGO_FEATURE_AVIF"];

fn main() -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        add(Path::new(source), &mut hasher)?;
    }
    // Texts inside the program that no page of another site is made of.
    for embedded in ["content", "starter"] {
        println!("cargo::rerun-if-changed={embedded}");
    }
    // With another set of features, other photos are made.
    for feature in FEATURES {
        env::var_os(feature).hash(&mut hasher);
    }
    println!("cargo::rustc-env=STORYWALL_SOURCES={:016x}", hasher.finish());
    Ok(())
}

fn add(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    if path.is_dir() {
        let mut paths =
            fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        paths.sort();
        // What editors leave about is no source.
        paths.retain(|path| {
            !path.file_name().is_some_and(|name| {
                let name = name.to_string_lossy();
                name.starts_with('.') || name.ends_with('~')
            })
        });
        return paths.iter().try_for_each(|path| add(path, hasher));
    }
    path.to_string_lossy().hash(hasher);
    fs::read(path)?.hash(hasher);
    Ok(())
}
