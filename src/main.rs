//! The program: parse the command line, run it, return an exit code.

use std::process::ExitCode;

use mimalloc::MiMalloc;
use storywall::cli;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cli::main()
}
