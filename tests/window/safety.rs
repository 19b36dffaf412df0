//! What the page may not do, tried from inside the page: nothing remote, no plugin, no way out.

use serde_json::{Value, json};

use super::Person;

/// Runs an expression in the page; a promise is waited for, and what is thrown is told.
fn tried(person: &Person, expression: &str) -> Value {
    let script = format!(
        "const done = arguments[0]; \
         (async () => {{ try {{ return await ({expression}); }} catch (error) {{ return 'refused: ' + (error.message ?? error); }} }})().then(done)"
    );
    person.run_to_end(&script, &[])
}

#[test]
fn the_page_reaches_nothing_but_its_own_commands() {
    let person = Person::new();
    let refused = |expression: &str| {
        let answer = tried(&person, expression);
        assert!(answer.as_str().is_some_and(|said| said.starts_with("refused: ")), "{expression}: {answer}");
    };
    let invoke =
        |command: &str, arguments: &str| format!("window.__TAURI_INTERNALS__.invoke('{command}', {arguments})");
    // Tauri's own commands, and those of plugins that only Rust uses.
    refused(&invoke("plugin:window|close", "{ label: 'main' }"));
    refused(&invoke("plugin:window|set_title", "{ label: 'main', value: 'x' }"));
    refused(&invoke("plugin:event|emit", "{ event: 'opened', payload: { draft: 1 } }"));
    refused(&invoke("plugin:webview|create_webview_window", "{ options: { label: 'x', url: 'https://example.org' } }"));
    refused(&invoke("plugin:path|resolve_directory", "{ directory: 1 }"));
    refused(&invoke("plugin:dialog|open", "{ options: {} }"));
    refused(&invoke("plugin:dialog|message", "{ message: 'x' }"));
    refused(&invoke("plugin:clipboard-manager|read_text", "{}"));
    refused(&invoke("plugin:opener|open_url", "{ url: 'https://example.org' }"));
    refused(&invoke("plugin:window-state|restore_state", "{}"));
    refused(&invoke("no_such_command", "{}"));
    // Nothing remote, and no code from text.
    refused("fetch('http://127.0.0.1:9/')");
    refused("fetch('https://example.org/')");
    refused("Promise.resolve().then(() => eval('1 + 1'))");
    refused("Promise.resolve().then(() => new Function('return 1')())");
    refused(
        "new Promise((_, no) => { const i = new Image(); i.onerror = () => no('blocked'); i.onload = () => 0; i.src = 'http://127.0.0.1:9/x.png' })",
    );
    // But its own questions are answered.
    let kinds = tried(&person, &invoke("kinds", "{}"));
    assert!(kinds.as_array().is_some_and(|kinds| !kinds.is_empty()), "{kinds}");
}

#[test]
fn the_page_stays_where_it_is_and_what_it_stands_on_stays_as_it_is() {
    let person = Person::new();
    let before = person.run("return location.href", &[]);
    person.run(
        "const a = document.createElement('a'); a.href = 'https://example.org/'; a.textContent = 'away'; \
         document.body.append(a); a.click(); a.target = '_blank'; a.click(); a.remove(); \
         const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s); s.remove(); \
         const f = document.createElement('iframe'); f.src = 'https://example.org/'; document.body.append(f); f.remove();",
        &[],
    );
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(person.run("return location.href", &[]), before);
    let facts = "return [window.ran ?? null, window.open('https://example.org/'), Object.isFrozen(Object.prototype), typeof window.__TAURI__]";
    assert_eq!(person.run(facts, &[]), json!([null, null, true, "undefined"]));
}

#[test]
fn only_what_the_desk_knows_can_be_fetched() {
    let person = Person::new();
    // The policy lets the page show faces and pictures, and not read them.
    assert!(
        tried(&person, "fetch('lectern://localhost/face/0')").as_str().is_some_and(|said| said.starts_with("refused"))
    );
    let face = "new FontFace('Trial', \"url('lectern://localhost/face/0')\").load().then((face) => face.status)";
    assert_eq!(tried(&person, face), json!("loaded"));
    let picture = |address: &str| {
        format!(
            "new Promise((yes) => {{ const i = new Image(); i.onload = () => yes(i.naturalWidth > 0); i.onerror = () => yes(false); i.src = '{address}' }})"
        )
    };
    let kind = tried(&person, "window.__TAURI_INTERNALS__.invoke('kinds', {}).then((kinds) => kinds[0].kind)");
    let kind = format!("lectern://localhost/kind/{}", kind.as_str().unwrap());
    assert_eq!(tried(&person, &picture(&kind)), json!(true));
    assert_eq!(tried(&person, &picture("lectern://localhost/picture/..%2F..%2Flectern.db")), json!(false));
}
