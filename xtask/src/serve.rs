//! A web server for one directory on this machine alone.
//!
//! It deliberately does little: GET and HEAD of plain files on 127.0.0.1, no listing, no cache, and no header that a
//! plain static host would not send, so that the page is tested as it will be published.

use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::bundle::{self, Optimiser};
use crate::process::command;
use crate::{Result, USAGE};

const DEFAULT_PORT: u16 = 8080;
/// A request's head beyond this is no browser's.
const MAX_HEAD: u64 = 16 * 1024;

pub fn run(options: &[&str]) -> Result {
    let mut port = None;
    let mut open = false;
    let mut rest = options;
    while let [option, after @ ..] = rest {
        rest = after;
        match *option {
            "--open" => open = true,
            "--port" => {
                let [number, after @ ..] = rest else { return Err("--port needs a number".to_owned()) };
                rest = after;
                port = Some(number.parse::<u16>().map_err(|_| format!("`{number}` is not a port"))?);
            }
            other => return Err(format!("cannot read `{other}`\n\n{USAGE}")),
        }
    }
    let directory = bundle::site(Optimiser::Optional)?;
    let server = Server::bind(&directory, port)?;
    let address = format!("http://{}/", server.address());
    println!("serving {address} (stop with Ctrl-C)");
    if open {
        open_browser(&address);
    }
    server.run();
    Ok(())
}

pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    directory: PathBuf,
}

impl Server {
    /// Without a port the usual one, or any that is free where that is taken.
    pub fn bind(directory: &Path, port: Option<u16>) -> Result<Self> {
        let listen = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let listener = match port {
            Some(port) => listen(port).map_err(|error| format!("port {port}: {error}"))?,
            None => listen(DEFAULT_PORT)
                .or_else(|_| listen(0))
                .map_err(|error| format!("no free port: {error}"))?,
        };
        let address = listener.local_addr().map_err(|error| format!("no address: {error}"))?;
        Ok(Self { listener, address, directory: directory.to_owned() })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn run(self) {
        for stream in self.listener.incoming().flatten() {
            let directory = self.directory.clone();
            // A browser that goes away in the middle concerns nobody else.
            thread::spawn(move || answer(stream, &directory));
        }
    }
}

fn answer(mut stream: TcpStream, directory: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut head = BufReader::new(stream.try_clone()?.take(MAX_HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    let mut line = String::new();
    // The rest of the head is read to its end: closing with unread bytes would reset the connection.
    while head.read_line(&mut line)? > 2 {
        line.clear();
    }
    let (head, body) = respond(&request, directory);
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

/// The response to one request line: its head and its body.
fn respond(request: &str, directory: &Path) -> (String, Vec<u8>) {
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, kind, body) = match (method, file(target, directory)) {
        ("GET" | "HEAD", Some(path)) => match fs::read(&path) {
            Ok(body) => ("200 OK", media_type(&path), body),
            Err(_) => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
        },
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain", b"only GET and HEAD\n".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    (head, if method == "HEAD" { Vec::new() } else { body })
}

/// The file that a request's target names, if it lies in the directory.
fn file(target: &str, directory: &Path) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    // No product has a file whose name needs an escape, so none is decoded and none can hide a step upwards.
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
    };
    path.split('/').all(plain).then(|| directory.join(path))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

fn open_browser(address: &str) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start"]),
        _ => ("xdg-open", &[]),
    };
    if command(program).args(arguments).arg(address).spawn().is_err() {
        println!("cannot start a browser here: open the address above by hand");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_name_files_in_the_directory_and_nowhere_else() {
        let cases = [
            ("/", Some("site/index.html")),
            ("/?service=connect", Some("site/index.html")),
            ("/samlens-0a1b.wasm", Some("site/samlens-0a1b.wasm")),
            ("/rules/role-missing.html", Some("site/rules/role-missing.html")),
            ("/../Cargo.toml", None),
            ("/%2e%2e/Cargo.toml", None),
            ("/a/../../Cargo.toml", None),
            ("//etc/passwd", None),
            ("/..\\Cargo.toml", None),
            ("/.git", None),
            ("http://example.com/", None),
            ("", None),
        ];
        for (target, expected) in cases {
            assert_eq!(file(target, Path::new("site")).as_deref(), expected.map(Path::new), "{target}");
        }
    }

    #[test]
    fn a_browser_is_answered_with_type_and_length_and_no_cache() {
        let directory = std::env::temp_dir().join(format!("samlens-serve-{}", std::process::id()));
        fs::create_dir_all(&directory).unwrap();
        fs::write(directory.join("a.wasm"), b"\0asm").unwrap();
        let server = Server::bind(&directory, Some(0)).unwrap();
        let address = server.address();
        thread::spawn(|| server.run());
        let ask = |request: &str| {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        let found = ask("GET /a.wasm HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(found.starts_with("HTTP/1.1 200 OK\r\n"), "{found}");
        assert!(
            found.contains(
                "Content-Type: application/wasm\r\nContent-Length: 4\r\nCache-Control: no-store\r\n"
            )
        );
        assert!(found.ends_with("\r\n\r\n\0asm"), "{found}");
        assert!(ask("HEAD /a.wasm HTTP/1.1\r\n\r\n").ends_with("\r\n\r\n"));
        assert!(ask("GET /b.wasm HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404 "));
        assert!(ask("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
        fs::remove_dir_all(&directory).unwrap();
    }
}
