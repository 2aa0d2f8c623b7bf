//! `storywall serve`: what you save is what you see, in a browser on this machine. Guests, if they
//! are let in, see what a build would publish.

mod editor;
mod guests;
mod reporting;

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::Ended;
use super::machine::can_have_threads;
use super::output::{complain, say};
use super::project::ProjectArgs;
use crate::base::UrlPath;
use crate::config::time_zone_of;
use crate::io::darkroom::PhotoPool;
use crate::io::http::guard::Hosts;
use crate::io::http::target::Mount;
use crate::io::http::{self, GuestPolicy, Server, ServerInputs};
use crate::io::{Following, How, Key, Live, Watch, git_history};
use crate::workspace::Workspace;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    project: ProjectArgs,
    /// The port; the next free one is used if it is taken, and any free one if it is 0.
    #[arg(long, value_name = "NUMBER", default_value_t = 4000)]
    port: u16,
    /// The address of this machine; 0.0.0.0 lets others on the network look. They see only what a
    /// build would publish today: no drafts, no other day, no preview bar.
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    bind: IpAddr,
    /// Another name of this machine, besides localhost and its numbers. Whoever uses it sees what
    /// others on the network see.
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// Show others what --drafts and --today show you.
    #[arg(long)]
    share_drafts: bool,
    /// Show everybody, also on this machine, only what others see: for a proxy or a tunnel that
    /// does not say for whom it asks.
    #[arg(long)]
    as_published: bool,
    /// Open the browser.
    #[arg(long)]
    open: bool,
    /// The editor that opens a file at its line: vscode, idea, zed …, an address with {path}, {line}
    /// and {column}, or a command. Without it, EDITOR, if that has a window of its own.
    #[arg(long, value_name = "NAME")]
    editor: Option<String>,
    /// Look for changes again and again, for network shares, which do not report them.
    #[arg(long)]
    poll: bool,
    /// Print the address of the preview, but not each change.
    #[arg(long)]
    quiet: bool,
}

/// How often the folder is scanned with `--poll`.
const POLLING: Duration = Duration::from_millis(300);

/// Threads for what takes longer than a glance: more than the server does at a time.
const THREADS: usize = 48;
/// Threads without which nothing is seen: those that answer, watch, follow and make photos.
const LEAST_THREADS: usize = 8;

/// Serves until Ctrl-C.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let begun = Instant::now();
    ensure!(
        can_have_threads(LEAST_THREADS),
        "too few threads can be started here: the preview needs {LEAST_THREADS} more than a build \
         (ulimit -u)"
    );
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .max_blocking_threads(THREADS)
        .enable_all()
        .build()
        .context("the preview cannot start")?;
    let ending = runtime.block_on(async { asked_to_end() })?;
    let listener = runtime
        .block_on(http::listen(args.bind, args.port))
        .with_context(|| format!("no port is free at {} from {} on", args.bind, args.port))?;
    let project = &args.project;
    let mut folder = project.folder()?;
    let cache = project.cache(&Key::find(folder.files().root())?)?;
    // What is saved while the folder is read must not be missed: so it is watched before.
    let how = if args.poll { How::Poll(POLLING) } else { How::Events };
    let watch = Watch::new(folder.files().root(), how)?;
    let looking = Instant::now();
    let history = git_history::ask(folder.files().root());
    let changes = folder.changes()?;
    let looked = looking.elapsed();
    let options = project.options(time_zone_of(&changes).as_ref());
    let mut workspace = Workspace::new(options);
    workspace.know(history.answer().unwrap_or_default());
    let live = Arc::new(Live::new(workspace, changes, looked));

    let photo_pool = PhotoPool::new().context("no threads can be started to convert photos")?;
    let photo_pool = Arc::new(photo_pool);
    if let Some(fault) = args.editor.as_deref().and_then(editor::fault) {
        anyhow::bail!(fault);
    }
    let (editor, program) = editor::choose(args.editor.as_deref());
    let mount = Mount::of(project.base_url.as_deref());
    let url = url(&listener, &mount)?;
    let server = Arc::new(Server::new(ServerInputs {
        live: live.clone(),
        files: folder.files().clone(),
        cache: cache.clone(),
        photo_pool: photo_pool.clone(),
        mount,
        hosts: Hosts(args.allow_host.clone()),
        editor,
        program,
        guests: Box::new(guests::options(&args.project, args.share_drafts)),
        guest_policy: if args.as_published { GuestPolicy::Everybody } else { GuestPolicy::Others },
    }));
    // What many pages share is made with the first page: so the first visitor need not wait for it.
    let home = UrlPath::new("index.html").expect("an address");
    let _ = live.now().snapshot.render(&home);
    args.greet(&listener, &url, &watch, begun.elapsed())?;

    let options = project.clone();
    let _followed = Following {
        folder,
        watch,
        live: live.clone(),
        cache,
        photo_pool,
        options: Box::new(move |zone| options.options(zone)),
        complain: Box::new(complain),
    }
    .begin();
    if args.open
        && let Err(error) = open::that_detached(&url)
    {
        say(&format!("No browser could be started ({error}): open {url} yourself."));
    }
    runtime.block_on(async {
        if !args.quiet {
            tokio::spawn(reporting::report(live));
        }
        let closing = server.clone();
        tokio::spawn(async move {
            ending.await;
            closing.close();
        });
        http::serve(listener, server).await
    })?;
    runtime.shutdown_timeout(Duration::from_secs(1));
    Ok(Ended::Fine)
}

impl Args {
    /// Says where it answers, and what may be otherwise than expected.
    fn greet(
        &self,
        listener: &TcpListener,
        url: &str,
        watch: &Watch,
        took: Duration,
    ) -> anyhow::Result<()> {
        let port = listener.local_addr()?.port();
        if port != self.port && self.port != 0 {
            say(&format!("Port {} is in use, so the preview uses port {port}.", self.port));
        }
        if let Some(notice) = watch.notice() {
            say(notice);
        }
        for sentence in self.said_of_guests(port) {
            say(&sentence);
        }
        say(&format!(
            "{url} shows what you save, ready in {:.2} s. Ctrl-C ends it.",
            took.as_secs_f64()
        ));
        Ok(())
    }
}

/// Where a browser on this machine finds it.
fn url(listener: &TcpListener, mount: &Mount) -> anyhow::Result<String> {
    let at = listener.local_addr()?;
    let host = match at.ip() {
        ip if ip.is_unspecified() => "localhost".to_owned(),
        IpAddr::V6(ip) => format!("[{ip}]"),
        ip => ip.to_string(),
    };
    Ok(format!("http://{host}:{}{}", at.port(), mount.as_str()))
}

/// Ctrl-C, or what a service is ended by: heard from now on.
fn asked_to_end() -> std::io::Result<impl Future<Output = ()>> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hang_up.recv() => {}
        }
    })
}
