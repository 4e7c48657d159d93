//! The listener for calendar programs, over a real connection.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use ledord::desk::Sessions;
use ledord::desk::calendar::{feed_of_token, feed_path};
use ledord::http::{Calendars, serve};
use ledord::store::StoreError;
use reqwest::{Client, Method, Response, StatusCode, header};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::calendar::{at, network, sessions};

/// Sessions at a moment that stands still.
struct Shelf(Sessions);

#[async_trait]
impl Calendars for Shelf {
    async fn feed(&self, token: &str) -> Result<Option<String>, StoreError> {
        Ok(feed_of_token(&self.0, token, at("2026-12-01T10:00:00Z")))
    }
}

/// A store that cannot be reached.
struct Broken;

#[async_trait]
impl Calendars for Broken {
    async fn feed(&self, _: &str) -> Result<Option<String>, StoreError> {
        Err(StoreError::Failed { source: "away".into() })
    }
}

struct Listening {
    address: SocketAddr,
    cancelled: CancellationToken,
    serving: JoinHandle<()>,
}

impl Listening {
    async fn with(calendars: impl Calendars) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let cancelled = CancellationToken::new();
        let serving = tokio::spawn(serve(listener, Arc::new(calendars), cancelled.clone()));
        Self { address, cancelled, serving }
    }

    async fn ask(&self, method: Method, path: &str, known: Option<&str>) -> Response {
        let client = Client::builder().no_proxy().build().unwrap();
        let mut request = client.request(method, format!("http://{}{path}", self.address));
        if let Some(known) = known {
            request = request.header(header::IF_NONE_MATCH, known);
        }
        request.send().await.unwrap()
    }

    async fn get(&self, path: &str) -> Response {
        self.ask(Method::GET, path, None).await
    }
}

fn path() -> String {
    feed_path(&network().id, "secret")
}

fn header_of<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers().get(name).unwrap_or_else(|| panic!("no {name}")).to_str().unwrap()
}

#[tokio::test]
async fn a_calendar_program_fetches_a_feed_once_and_then_only_asks() {
    let listening = Listening::with(Shelf(sessions())).await;
    let first = listening.get(&path()).await;
    assert_eq!(first.status(), StatusCode::OK);
    assert_eq!(header_of(&first, "content-type"), "text/calendar; charset=utf-8");
    assert_eq!(header_of(&first, "cache-control"), "private, max-age=900");
    assert_eq!(header_of(&first, "x-robots-tag"), "noindex");
    assert_eq!(header_of(&first, "referrer-policy"), "no-referrer");
    let tag = header_of(&first, "etag").to_owned();
    let length = header_of(&first, "content-length").to_owned();
    let body = first.text().await.unwrap();
    assert_eq!(body.len().to_string(), length);
    assert!(body.starts_with("BEGIN:VCALENDAR\r\n") && body.ends_with("END:VCALENDAR\r\n"));
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let again = listening.ask(Method::GET, &path(), Some(&known)).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{known}");
        assert_eq!(header_of(&again, "etag"), tag);
        assert_eq!(header_of(&again, "cache-control"), "private, max-age=900");
        assert!(again.bytes().await.unwrap().is_empty());
    }
    let other = listening.ask(Method::GET, &path(), Some("\"other\"")).await;
    assert_eq!(other.status(), StatusCode::OK);
    let head = listening.ask(Method::HEAD, &path(), None).await;
    assert_eq!(head.status(), StatusCode::OK);
    assert_eq!((header_of(&head, "etag"), header_of(&head, "content-length")), (&*tag, &*length));
    assert!(head.bytes().await.unwrap().is_empty());
}

#[tokio::test]
async fn nothing_tells_which_networks_there_are() {
    let listening = Listening::with(Shelf(sessions())).await;
    let unknown = format!("/calendar/{}.ics", "0".repeat(32));
    let mut answers = Vec::new();
    let upper = format!("/calendar/{}.ics", path()[10..42].to_uppercase());
    for path in [
        &*unknown,
        &*upper,
        "/",
        "/calendar",
        "/calendar/",
        "/calendar/net-kaffe-med-uffe.ics",
        "/calendar/%ff.ics",
        "/robots.txt",
        &path().replace(".ics", ""),
        &path().replace("/calendar", ""),
        &format!("{}/", path()),
        &format!("{}?x", path().replace(".ics", ".icz")),
    ] {
        let answer = listening.get(path).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        let mut headers = answer.headers().clone();
        headers.remove("date");
        assert!(answer.bytes().await.unwrap().is_empty(), "{path}");
        answers.push(headers);
    }
    assert!(answers.iter().all(|headers| *headers == answers[0]), "{answers:#?}");
}

#[tokio::test]
async fn only_reading_is_allowed() {
    let listening = Listening::with(Shelf(sessions())).await;
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS, Method::PATCH] {
        for path in [path(), format!("/calendar/{}.ics", "0".repeat(32))] {
            let answer = listening.ask(method.clone(), &path, None).await;
            assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{method}");
            assert_eq!(header_of(&answer, "allow"), "GET,HEAD");
            assert!(answer.bytes().await.unwrap().is_empty());
        }
    }
}

#[tokio::test]
async fn a_program_that_asks_while_the_store_is_away_is_told_to_come_back() {
    let listening = Listening::with(Broken).await;
    let answer = listening.get(&path()).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(header_of(&answer, "retry-after"), "300");
    assert!(answer.bytes().await.unwrap().is_empty());
}

#[tokio::test]
async fn it_stops_when_told_to_and_takes_no_more() {
    let listening = Listening::with(Shelf(sessions())).await;
    let idle = TcpStream::connect(listening.address).await.unwrap();
    assert_eq!(listening.get(&path()).await.status(), StatusCode::OK);
    listening.cancelled.cancel();
    tokio::time::timeout(Duration::from_secs(5), listening.serving).await.unwrap().unwrap();
    assert!(TcpStream::connect(listening.address).await.is_err());
    drop(idle);
}

/// Sends a piece of a request, then reads until the other side closes.
async fn send(address: SocketAddr, piece: Vec<u8>) -> Vec<u8> {
    let stream = TcpStream::connect(address).await.unwrap();
    let mut sent = 0;
    let mut answer = Vec::new();
    loop {
        stream.ready(tokio::io::Interest::READABLE | tokio::io::Interest::WRITABLE).await.unwrap();
        if sent < piece.len() {
            match stream.try_write(&piece[sent..]) {
                Ok(count) => sent += count,
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
                Err(_) => return answer,
            }
            continue;
        }
        stream.readable().await.unwrap();
        let mut buffer = [0; 1024];
        match stream.try_read(&mut buffer) {
            Ok(0) => return answer,
            Ok(count) => answer.extend_from_slice(&buffer[..count]),
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return answer,
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_client_is_let_go() {
    let listening = Listening::with(Shelf(sessions())).await;
    let answer = send(listening.address, b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ".to_vec()).await;
    assert_eq!(String::from_utf8(answer).unwrap(), "");
}

#[tokio::test]
async fn a_client_that_sends_too_much_is_let_go() {
    let listening = Listening::with(Shelf(sessions())).await;
    let mut greedy = format!("GET {} HTTP/1.1\r\nHost: x\r\nX-Greedy: ", path()).into_bytes();
    greedy.extend(vec![b'x'; 20_000]);
    greedy.extend(b"\r\n\r\n");
    let answer = send(listening.address, greedy).await;
    assert!(!String::from_utf8_lossy(&answer).contains("200 OK"));
    assert_eq!(listening.get(&path()).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_stop_does_not_wait_for_a_client_that_never_finishes() {
    let listening = Listening::with(Shelf(sessions())).await;
    let slow = TcpStream::connect(listening.address).await.unwrap();
    slow.writable().await.unwrap();
    slow.try_write(b"GET / HTTP/1.1\r\nX-Slow: ").unwrap();
    // Connections are taken in turn: after this one the slow one is taken too.
    assert_eq!(listening.get(&path()).await.status(), StatusCode::OK);
    tokio::time::pause();
    let told = tokio::time::Instant::now();
    listening.cancelled.cancel();
    listening.serving.await.unwrap();
    assert!(told.elapsed() < Duration::from_secs(6), "{:?}", told.elapsed());
}
