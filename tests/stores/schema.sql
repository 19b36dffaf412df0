CREATE TABLE ask (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
) STRICT;
CREATE TABLE behind (
    ask       INTEGER NOT NULL REFERENCES ask (id) ON DELETE CASCADE,
    name      TEXT NOT NULL,
    reference INTEGER NOT NULL REFERENCES reference (id) ON DELETE CASCADE,
    place     INTEGER NOT NULL,
    PRIMARY KEY (ask, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE body (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
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
CREATE TABLE desk (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    mark BLOB NOT NULL
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
, portal TEXT NOT NULL DEFAULT '', closes TEXT, submitted INTEGER) STRICT;
CREATE TABLE kind (
    name  TEXT PRIMARY KEY,
    works INTEGER NOT NULL CHECK (works IN (0, 1))
) STRICT;
CREATE TABLE kind_file (
    kind  TEXT NOT NULL REFERENCES kind (name) ON DELETE CASCADE,
    name  TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT;
CREATE TABLE letterhead (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
) STRICT;
CREATE TABLE person (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
) STRICT;
CREATE TABLE picture (
    name  TEXT PRIMARY KEY,
    hash  BLOB NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE portal (
    id   TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT;
CREATE TABLE reference (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'search_content'(id INTEGER PRIMARY KEY, c0, c1);
CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE seat (
    body   INTEGER NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role   TEXT NOT NULL,
    place  INTEGER NOT NULL, since TEXT, until TEXT,
    PRIMARY KEY (body, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE session (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    begun INTEGER NOT NULL,
    draft INTEGER REFERENCES draft (id) ON DELETE SET NULL
) STRICT;
CREATE TABLE settings (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    json TEXT NOT NULL
) STRICT;
CREATE TABLE signer (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    by_hand  INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    changed  INTEGER NOT NULL,
    removed  INTEGER,
    json     TEXT NOT NULL
) STRICT;
CREATE TABLE sqlite_sequence(name,seq);
CREATE TABLE submission (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    at    INTEGER NOT NULL,
    json  TEXT NOT NULL,
    words TEXT NOT NULL,
    said  TEXT NOT NULL
) STRICT;
CREATE TABLE used (
    shelf INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    said  INTEGER NOT NULL,
    PRIMARY KEY (shelf, entry, draft)
) STRICT, WITHOUT ROWID;
CREATE TABLE version (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    at    INTEGER NOT NULL,
    cause TEXT NOT NULL,
    json  TEXT NOT NULL
) STRICT;
CREATE INDEX ask_by_identity ON ask (identity);
CREATE INDEX ask_by_use ON ask (removed, changed);
CREATE INDEX behind_by_reference ON behind (reference);
CREATE INDEX body_by_identity ON body (identity);
CREATE INDEX body_by_use ON body (removed, changed);
CREATE INDEX draft_by_due ON draft (removed, due, changed);
CREATE INDEX draft_by_portal ON draft (portal);
CREATE INDEX letterhead_by_identity ON letterhead (identity);
CREATE INDEX letterhead_by_use ON letterhead (removed, changed);
CREATE INDEX person_by_identity ON person (identity);
CREATE INDEX person_by_use ON person (removed, changed);
CREATE INDEX reference_by_identity ON reference (identity);
CREATE INDEX reference_by_use ON reference (removed, changed);
CREATE INDEX seat_by_person ON seat (person);
CREATE INDEX signer_by_identity ON signer (identity);
CREATE INDEX signer_by_use ON signer (removed, changed);
CREATE INDEX submission_by_draft ON submission (draft, at);
CREATE INDEX used_by_draft ON used (draft);
CREATE INDEX version_by_draft ON version (draft, id);
