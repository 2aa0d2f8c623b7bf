//! A server on this machine that answers as the interface of a forge does.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::Value;

/// What somebody asks.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) method: String,
    /// With what stands behind the question mark.
    pub(crate) path: String,
    pub(crate) token: String,
    pub(crate) words: Value,
}

/// The status and the words of an answer.
pub(crate) type Answer = (u16, Value);

/// It answers until the test ends.
pub(crate) struct Api {
    pub(crate) url: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Api {
    pub(crate) fn new(answer: impl Fn(&Asked) -> Answer + Send + 'static) -> Api {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/api/v4", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(vec![]));
        let kept = asked.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let one = read(&stream);
                let (status, words) = answer(&one);
                kept.lock().expect("nobody panics while holding it").push(one);
                give(stream, status, &words);
            }
        });
        Api { url, asked }
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("nobody panics while holding it").clone()
    }

    /// What was sent to an address.
    pub(crate) fn sent(&self, method: &str, end: &str) -> Vec<Value> {
        let is_it = |one: &Asked| one.method == method && one.path.ends_with(end);
        self.asked().into_iter().filter(is_it).map(|one| one.words).collect()
    }
}

fn read(stream: &TcpStream) -> Asked {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).expect("a request");
    let mut words = line.split(' ').map(str::to_owned);
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (mut length, mut token) = (0, String::new());
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a head");
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        match &*name.to_lowercase() {
            "content-length" => length = value.parse().expect("a number"),
            "private-token" => token = value.to_owned(),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("a body");
    Asked { method, path, token, words: serde_json::from_slice(&body).unwrap_or_default() }
}

fn give(mut stream: TcpStream, status: u16, words: &Value) {
    let body = words.to_string();
    let head = format!(
        "HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(body.as_bytes());
}
