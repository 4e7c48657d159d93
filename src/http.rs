//! The calendar feeds, on a listener of their own: whoever knows the path of a feed may read it, and nothing else is there.
//!
//! A path is as good as a password, so none is ever logged.

mod connection;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use self::connection::Limited;
use crate::store::StoreError;

/// How long a stop waits for answers that are on their way.
const LAST_ANSWERS: Duration = Duration::from_secs(5);
/// How long an answer may take to make; the store answers in milliseconds.
const LONGEST_ANSWER: Duration = Duration::from_secs(10);
/// Programs and proxies need not ask again for a quarter of an hour; no proxy may give the answer to others.
const CACHE: &str = "private, max-age=900";
/// When to ask again, in seconds, while the store cannot be reached.
const RETRY_AFTER: &str = "300";

/// Whoever has the calendars.
#[async_trait]
pub trait Calendars: Send + Sync + 'static {
    /// The calendar whose path holds a token of 32 hexadecimal digits; `None` when there is none.
    ///
    /// # Errors
    /// When the store fails. The one who asks is told to try later: after "there is none", many programs never ask again.
    async fn feed(&self, token: &str) -> Result<Option<String>, StoreError>;
}

/// Answers `GET /calendar/<token>.ics` until it is cancelled. Returns when the last answers are out, at most five seconds
/// later.
pub async fn serve(listener: TcpListener, calendars: Arc<dyn Calendars>, cancelled: CancellationToken) {
    let router = Router::new()
        .route("/calendar/{file}", get(feed))
        .with_state(calendars)
        .layer(map_response(discreet));
    let stopped = cancelled.clone().cancelled_owned();
    let serving = axum::serve(Limited::new(listener), router).with_graceful_shutdown(stopped).into_future();
    let overdue = async move {
        cancelled.cancelled().await;
        tokio::time::sleep(LAST_ANSWERS).await;
    };
    tokio::select! {
        _ = serving => {}
        () = overdue => tracing::warn!("some calendars were not delivered before the stop"),
    }
}

async fn feed(State(calendars): State<Arc<dyn Calendars>>, uri: Uri, headers: HeaderMap) -> Response {
    let Some(token) = token(uri.path()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match tokio::time::timeout(LONGEST_ANSWER, calendars.feed(token)).await {
        Ok(Ok(Some(calendar))) => calendar_of(calendar, &headers),
        Ok(Ok(None)) => StatusCode::NOT_FOUND.into_response(),
        Ok(Err(error)) => {
            tracing::error!(error = &error as &dyn std::error::Error, "a calendar cannot be made");
            later()
        }
        Err(_) => {
            tracing::error!("a calendar takes too long to make");
            later()
        }
    }
}

fn token(path: &str) -> Option<&str> {
    let token = path.strip_prefix("/calendar/")?.strip_suffix(".ics")?;
    let is_sound = token.len() == 32 && token.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_sound.then_some(token)
}

fn calendar_of(calendar: String, headers: &HeaderMap) -> Response {
    let tag = format!("\"{:x}\"", Sha256::digest(&calendar));
    let is_known = is_known(&tag, headers);
    let lasting = [(header::ETAG, tag), (header::CACHE_CONTROL, CACHE.to_owned())];
    if is_known {
        return (StatusCode::NOT_MODIFIED, lasting).into_response();
    }
    (lasting, [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], calendar).into_response()
}

/// Whether the one who asks has this very calendar already (RFC 9110 13.1.2).
fn is_known(tag: &str, headers: &HeaderMap) -> bool {
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    known
        .flat_map(|list| list.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

fn later() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, RETRY_AFTER)]).into_response()
}

/// What every answer carries: no search engine, no next page and no later request of the connection learns of the path.
async fn discreet(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // One request a connection: programs ask once in a quarter of an hour at most, and the limits count by connection.
    headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}
