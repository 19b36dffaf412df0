-- The desk, schema 1. Frozen: a later schema is a later file.
--
-- Moments are milliseconds since 1970 in UTC, days are text such as 2026-02-10. What a thing says stands whole in
-- `json`, in the words of draft.toml; the columns beside it are what lists are made of and sorted by.

CREATE TABLE settings (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    json TEXT NOT NULL
) STRICT;

CREATE TABLE campaign (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    asks    INTEGER NOT NULL,
    sample  INTEGER NOT NULL CHECK (sample IN (0, 1)),
    used    INTEGER NOT NULL,
    removed INTEGER,
    json    TEXT NOT NULL
) STRICT;

CREATE TABLE draft (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    kind      TEXT NOT NULL,
    title     TEXT NOT NULL,
    addressed TEXT NOT NULL,
    due       TEXT,
    changed   INTEGER NOT NULL,
    exported  INTEGER,
    missing   INTEGER NOT NULL,
    doubts    INTEGER NOT NULL,
    removed   INTEGER,
    campaign  INTEGER REFERENCES campaign (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX draft_by_due ON draft (removed, due, changed);

-- What a draft says is its newest version.
CREATE TABLE version (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    at    INTEGER NOT NULL,
    cause TEXT NOT NULL,
    json  TEXT NOT NULL
) STRICT;

CREATE INDEX version_by_draft ON version (draft, id);

CREATE TABLE picture (
    name  TEXT PRIMARY KEY,
    hash  BLOB NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- The shelves: `identity` is how a thing is known again when another draft holds it.
CREATE TABLE person (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
) STRICT;

CREATE INDEX person_by_identity ON person (identity);
CREATE INDEX person_by_use ON person (removed, changed);

CREATE TABLE body (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
) STRICT;

CREATE INDEX body_by_identity ON body (identity);
CREATE INDEX body_by_use ON body (removed, changed);

-- A person in a body: the role belongs to the seat, never to the person.
CREATE TABLE seat (
    body   INTEGER NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role   TEXT NOT NULL,
    place  INTEGER NOT NULL,
    PRIMARY KEY (body, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX seat_by_person ON seat (person);

CREATE TABLE ask (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
) STRICT;

CREATE INDEX ask_by_identity ON ask (identity);
CREATE INDEX ask_by_use ON ask (removed, changed);

CREATE TABLE reference (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
) STRICT;

CREATE INDEX reference_by_identity ON reference (identity);
CREATE INDEX reference_by_use ON reference (removed, changed);

CREATE TABLE letterhead (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
) STRICT;

CREATE INDEX letterhead_by_identity ON letterhead (identity);
CREATE INDEX letterhead_by_use ON letterhead (removed, changed);

CREATE TABLE signer (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
) STRICT;

CREATE INDEX signer_by_identity ON signer (identity);
CREATE INDEX signer_by_use ON signer (removed, changed);

-- Which drafts hold what lies on a shelf; `said` tells whether a draft's copy changed since it was laid there.
CREATE TABLE used (
    shelf INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    said  INTEGER NOT NULL,
    PRIMARY KEY (shelf, entry, draft)
) STRICT, WITHOUT ROWID;

CREATE INDEX used_by_draft ON used (draft);

-- One row while the program runs: what is found here at the next start was not closed.
CREATE TABLE session (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    begun INTEGER NOT NULL,
    draft INTEGER REFERENCES draft (id) ON DELETE SET NULL
) STRICT;

-- A row is number * 8 + place: 0 for drafts, then the shelves in the order above.
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO search (search, rank) VALUES ('rank', 'bm25(8.0, 1.0)');
