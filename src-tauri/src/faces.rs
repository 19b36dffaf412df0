//! What the page fetches by address instead of asking for it: faces of the letter and pictures.
//!
//! `lectern://localhost/picture/3fa2c1.png`, on Windows `http://lectern.localhost/picture/3fa2c1.png`. Nothing is on
//! this road but what the desk knows by name; no path of the disk can be asked for.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder};

use crate::held::Held;

/// Bytes with their media type, and whether they may change under the same address.
type Found = (Vec<u8>, &'static str, Lasting);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Lasting {
    /// Named by its content, or built into the program.
    ForEver,
    /// It belongs to the live letter, or to a kind that the person may change.
    Today,
}

/// Answers the page, not on the thread that draws.
pub fn answer<R: Runtime>(context: UriSchemeContext<'_, R>, request: Request<Vec<u8>>, responder: UriSchemeResponder) {
    let app = context.app_handle().clone();
    tauri::async_runtime::spawn_blocking(move || {
        let path = percent_decode_str(request.uri().path()).decode_utf8_lossy();
        responder.respond(response(find(&app.state::<Held>(), &path)));
    });
}

fn find(held: &Held, path: &str) -> Option<Found> {
    let (what, name) = path.trim_start_matches('/').split_once('/')?;
    let found = held.ask(|desk| {
        let lasting = |(bytes, media_type)| (bytes, media_type, Lasting::ForEver);
        Ok(match what {
            "face" => name.parse().ok().and_then(|face| desk.face(face)).map(|face| lasting((face, "font/ttf"))),
            "picture" => desk.picture(name).map(lasting),
            "page-picture" => {
                let picture = name.parse().ok().and_then(|picture| desk.page_picture(picture));
                picture.map(|(bytes, media_type)| (bytes, media_type, Lasting::Today))
            }
            "kind" => desk.kind_picture(name).map(|png| (png, "image/png", Lasting::Today)),
            _ => None,
        })
    });
    // In trouble there is nothing to fetch.
    found.ok().flatten()
}

fn response(found: Option<Found>) -> Response<Cow<'static, [u8]>> {
    let Some((bytes, media_type, lasting)) = found else {
        let mut nothing = Response::new(Cow::Borrowed(&[][..]));
        *nothing.status_mut() = StatusCode::NOT_FOUND;
        return nothing;
    };
    let keep = match lasting {
        Lasting::ForEver => "max-age=31536000, immutable",
        Lasting::Today => "no-store",
    };
    let mut response = Response::new(Cow::Owned(bytes));
    let fields = [
        (header::CONTENT_TYPE, media_type),
        (header::CACHE_CONTROL, keep),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // A drawing is a picture here, and never a page with scripts of its own.
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
        // The page has another origin than what it fetches here; faces want its leave.
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, PAGE),
    ];
    for (name, value) in fields {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    response
}

/// The origin of the page.
const PAGE: &str =
    if cfg!(any(windows, target_os = "android")) { "http://tauri.localhost" } else { "tauri://localhost" };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_desk_knows_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let held = Held::new(folder.path().join("desk"), Vec::new());
        let check = |path: &str, expected: Option<(&str, Lasting)>| {
            let found = find(&held, path);
            assert_eq!(found.map(|(_, media_type, lasting)| (media_type, lasting)), expected, "{path}");
        };
        check("/face/0", Some(("font/ttf", Lasting::ForEver)));
        check("/face/9999", None);
        check("/face/../../etc/passwd", None);
        check("/picture/../lectern.db", None);
        check("/picture/", None);
        check("/kind/nothing-of-the-kind", None);
        check("/", None);
        let kind = held.ask(|desk| Ok(desk.kinds())).unwrap().into_iter().next().unwrap().kind;
        check(&format!("/kind/{kind}"), Some(("image/png", Lasting::Today)));
        assert_eq!(response(None).status(), StatusCode::NOT_FOUND);
    }
}
