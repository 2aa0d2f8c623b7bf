//! The status of the preview, for people and for programs.

use std::time::{Duration, SystemTime};

use axum::http::StatusCode;
use serde_json::json;

use super::Server;
use super::reply::{Keeping, Reply};
use crate::base::SourcePath;
use crate::base::media_type;
use crate::io::live::Cause;
use crate::report::Counts;

/// Files of the last change that are named; of more, only their number.
const MAX_NAMED: usize = 50;

/// The moment as JSON: its number, files, addresses, problems, and what the last change took.
pub(super) fn status(server: &Server) -> Reply {
    let moment = server.inputs.live.now();
    let (snapshot, record) = (&moment.snapshot, &moment.record);
    let counts = Counts::of(snapshot.diagnostics());
    let named: Vec<&str> = record.files.iter().take(MAX_NAMED).map(SourcePath::as_str).collect();
    let at = record.at.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let options = snapshot.options();
    let status = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "root": server.inputs.files.root().to_string_lossy(),
        "mount": server.inputs.mount.as_str(),
        "today": options.today.to_string(),
        "drafts": options.drafts,
        "audience": if snapshot.site().is_public() { "public" } else { "internal" },
        "snapshot": moment.number,
        "files": snapshot.files,
        "addresses": snapshot.addresses().count(),
        "errors": counts.errors,
        "warnings": counts.warnings,
        "advice": counts.advice,
        "last_change": {
            "unix_ms": u64::try_from(at.as_millis()).unwrap_or(u64::MAX),
            "cause": match record.cause {
                Cause::Saved => "saved",
                Cause::Developed => "photos",
                Cause::Turned => "day",
            },
            "files": named,
            "file_count": record.files.len(),
            "looking_ms": milliseconds(record.looking),
            "making_ms": milliseconds(record.making),
        },
    });
    let mut bytes = serde_json::to_vec_pretty(&status).expect("words and numbers can be written");
    bytes.push(b'\n');
    Reply::of(StatusCode::OK, media_type::of("json"), bytes, Keeping::Nothing)
}

/// With the digits that mean something.
fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1e5).round() / 100.0
}
