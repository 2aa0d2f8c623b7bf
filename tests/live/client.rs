//! A preview of a project in a folder of its own, and somebody who asks it over the network.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_storywall");
pub(crate) const ROOT: &str = env!("CARGO_MANIFEST_DIR");
pub(crate) const TODAY: &str = "2026-11-21";

/// So long a slow machine may take to do what it will do.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// A copy of a project, and whoever serves it.
pub(crate) struct Preview {
    pub(crate) folder: TempDir,
    child: Child,
    /// Host and port.
    pub(crate) host: String,
    pub(crate) mount: String,
    /// What is said at the terminal: as long as somebody listens, it can be said.
    _said: Receiver<String>,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Preview {
    /// Serves a copy of the tiny site.
    pub(crate) fn tiny(arguments: &[&str]) -> Preview {
        Preview::of(&Path::new(ROOT).join("tests/golden/site"), arguments)
    }

    /// Serves a copy of the project at `project`.
    pub(crate) fn of(project: &Path, arguments: &[&str]) -> Preview {
        let folder = TempDir::new().expect("a folder can be made");
        let root = folder.path().join("site");
        std::fs::create_dir(&root).expect("a folder can be made");
        for part in ["site.toml", "content", "themes"] {
            copy(&project.join(part), &root.join(part));
        }
        Preview::begin(folder, arguments)
    }

    /// Serves what lies in `site` of the folder.
    pub(crate) fn begin(folder: TempDir, arguments: &[&str]) -> Preview {
        let mut command = Command::new(PROGRAM);
        command.args(["serve", "--root"]).arg(folder.path().join("site")).args(arguments);
        if !arguments.contains(&"--today") {
            command.args(["--today", TODAY]);
        }
        if !arguments.contains(&"--port") {
            command.args(["--port", "0"]);
        }
        command.env_remove("EDITOR").env_remove("VISUAL").env("NO_COLOR", "1");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program can be started");
        let stderr = child.stderr.take().expect("it is piped");
        let (sender, said) = mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let mut before = vec![];
        let url = loop {
            let line = said.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{before:?}"));
            if let Some(url) = line.split(' ').find(|word| word.starts_with("http://")) {
                break url.to_owned();
            }
            before.push(line);
        };
        let (host, path) = url["http://".len()..].split_once('/').expect("an address has a path");
        let (host, mount) = (host.to_owned(), format!("/{path}"));
        Preview { folder, child, host, mount, _said: said }
    }

    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join("site").join(inside)
    }

    pub(crate) fn write(&self, inside: &str, text: &str) {
        let path = self.path(inside);
        let folder = path.parent().expect("a file lies in a folder");
        std::fs::create_dir_all(folder).expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
    }

    /// Changes a file of the project.
    pub(crate) fn edit(&self, inside: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.path(inside)).expect("a file that is there");
        assert!(text.contains(from), "{inside} holds “{from}”");
        self.write(inside, &text.replace(from, to));
    }

    /// An address below the mount.
    pub(crate) fn get(&self, address: &str) -> Reply {
        self.ask("GET", &format!("{}{address}", self.mount), &[])
    }

    /// A request as it is; the host stands in it unless it is given.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.send(method, path, headers, "")
    }

    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Reply {
        let mut stream = self.connect();
        let mut request = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
            request += &format!("Host: {}\r\n", self.host);
        }
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        if !body.is_empty() {
            request += &format!("Content-Length: {}\r\n", body.len());
        }
        request += &format!("\r\n{body}");
        // Who is refused early may be cut off while still speaking.
        let _ = stream.write_all(request.as_bytes());
        let mut bytes = vec![];
        let _ = stream.read_to_end(&mut bytes);
        Reply::read(&bytes)
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).expect("the preview listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time can be set");
        stream
    }

    pub(crate) fn status(&self) -> Value {
        serde_json::from_slice(&self.get("_status").body).expect("the status is JSON")
    }

    pub(crate) fn number(&self) -> u64 {
        self.status()["snapshot"].as_u64().expect("snapshots are counted")
    }

    /// Asks until the answer is as wanted.
    pub(crate) fn wait_for(&self, address: &str, is_so: impl Fn(&Reply) -> bool) -> Reply {
        let begun = Instant::now();
        loop {
            let reply = self.get(address);
            if is_so(&reply) {
                return reply;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "{address} came to {}: {}",
                reply.status,
                reply.text()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until nothing has happened for a while.
    pub(crate) fn settle(&self) -> u64 {
        let mut number = self.number();
        loop {
            std::thread::sleep(Duration::from_millis(400));
            match self.number() {
                same if same == number => return number,
                next => number = next,
            }
        }
    }

    /// Listens as an open page does.
    pub(crate) fn listen(&self, query: &str) -> Listener {
        let mut stream = self.connect();
        let request = format!(
            "GET {}_live?{query} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.mount, self.host
        );
        stream.write_all(request.as_bytes()).expect("the preview hears");
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            assert!(reader.read_line(&mut line).expect("an answer") > 0, "a head of an answer");
        }
        Listener { reader: BufReader::new(Chunks { reader, left: 0 }) }
    }

    /// The number of its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal, and waits for the end: the exit code.
    pub(crate) fn end(mut self, signal: &str) -> Option<i32> {
        let id = self.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status().expect("kill is there");
        assert!(sent.success());
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("a child of ours") {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Reply {
    fn read(bytes: &[u8]) -> Reply {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status =
            lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap_or(0);
        let pairs = lines.filter_map(|line| line.split_once(": "));
        let headers = pairs.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        let body = bytes.get(end + 4..).unwrap_or_default().to_vec();
        Reply { status, headers, body }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A page as `build` writes it.
    pub(crate) fn undecorated(&self) -> Vec<u8> {
        undecorated(&self.text()).into_bytes()
    }
}

/// A page without what the preview adds to it.
pub(crate) fn undecorated(html: &str) -> String {
    let mut html = html.to_owned();
    if let Some(at) = html.find("_preview/page.css") {
        let start = html[..at].rfind("\n<link").expect("the style is a link of its own");
        let last = " data-preview></script>";
        let end = html.find(last).expect("the script comes behind the style") + last.len();
        html.replace_range(start..end, "");
    }
    if let Some(at) = html.find("<storywall-preview") {
        let end = "</storywall-preview>\n";
        let length = html[at..].find(end).expect("the bar ends") + end.len();
        html.replace_range(at..at + length, "");
    }
    html
}

/// A body that comes in chunks, as it is written.
struct Chunks {
    reader: BufReader<TcpStream>,
    /// Of the chunk.
    left: usize,
}

impl Read for Chunks {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            let mut line = String::new();
            // Before a chunk stands its size, behind it nothing.
            while line.trim().is_empty() {
                line.clear();
                if self.reader.read_line(&mut line)? == 0 {
                    return Ok(0);
                }
            }
            self.left = usize::from_str_radix(line.trim(), 16).unwrap_or(0);
        }
        let most = self.left.min(buffer.len());
        let read = self.reader.read(&mut buffer[..most])?;
        self.left -= read;
        Ok(read)
    }
}

/// An open page's ear.
pub(crate) struct Listener {
    reader: BufReader<Chunks>,
}

impl Listener {
    /// The next event that says something: its name and what it says.
    pub(crate) fn next(&mut self) -> (String, Value) {
        let (mut name, mut data) = (String::new(), String::new());
        loop {
            let mut line = String::new();
            let read = self.reader.read_line(&mut line).expect("an event in time");
            assert!(read > 0, "the stream goes on");
            match line.trim_end().split_once(": ") {
                Some(("event", value)) => value.clone_into(&mut name),
                Some(("data", value)) => value.clone_into(&mut data),
                _ if line.trim_end().is_empty() && !data.is_empty() => {
                    return (name, serde_json::from_str(&data).expect("events are JSON"));
                }
                _ => {}
            }
        }
    }

    /// Whether the stream ends.
    pub(crate) fn ends(mut self) -> bool {
        let mut rest = vec![];
        self.reader.read_to_end(&mut rest).is_ok()
    }
}

/// Builds the project of a preview into a folder of its own.
pub(crate) fn build(root: &Path, arguments: &[&str]) -> TempDir {
    let out = TempDir::new().expect("a folder can be made");
    let mut command = Command::new(PROGRAM);
    command.args(["build", "--quiet", "--root"]).arg(root);
    command.arg("--out").arg(out.path().join("public"));
    if !arguments.contains(&"--today") {
        command.args(["--today", TODAY]);
    }
    let done = command.args(arguments).output().expect("the program can be started");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    out
}

/// Every file of a build, by its address.
pub(crate) fn built(out: &Path) -> Vec<(String, Vec<u8>)> {
    let root = out.join("public");
    let is_page = |entry: &walkdir::DirEntry| entry.file_name() != ".storywall-manifest";
    let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter();
    files
        .map(|entry| entry.expect("a file of the build"))
        .filter(is_page)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let inside = entry.path().strip_prefix(&root).expect("it lies below");
            let address = inside.to_str().expect("addresses are text").to_owned();
            (address, std::fs::read(entry.path()).expect("a file that can be read"))
        })
        .collect()
}

pub(crate) fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        std::fs::create_dir_all(to).expect("a folder can be made");
        for entry in from.read_dir().expect("a folder") {
            let entry = entry.expect("a file");
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else if from.exists() {
        std::fs::copy(from, to).expect("a file can be copied");
    }
}
