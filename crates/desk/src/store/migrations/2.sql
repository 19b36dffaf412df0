-- The desk, schema 2. Frozen: a later schema is a later file.
--
-- A person's own letter kinds: the files of each as they last worked, or as they are where they never did. They travel
-- with the desk, and a letter can still be read when the folder of its kind is gone.

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

-- What tells this desk and its copies from every other desk.
CREATE TABLE desk (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    mark BLOB NOT NULL
) STRICT;

INSERT INTO desk (id, mark) VALUES (1, randomblob(16));

-- Which references stand behind an ask on its shelf, by the names that its note marks give them.
CREATE TABLE behind (
    ask       INTEGER NOT NULL REFERENCES ask (id) ON DELETE CASCADE,
    name      TEXT NOT NULL,
    reference INTEGER NOT NULL REFERENCES reference (id) ON DELETE CASCADE,
    place     INTEGER NOT NULL,
    PRIMARY KEY (ask, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX behind_by_reference ON behind (reference);
