-- What lasts: which captures are held and where, and what a person decided.

CREATE TABLE capture (
  number   INTEGER PRIMARY KEY,         -- order in the archive, from 1
  id       BLOB NOT NULL UNIQUE,
  payload  BLOB NOT NULL,               -- SHA-256 of the payload
  file     INTEGER NOT NULL,            -- captures/00001.warc.gz is 1
  start    INTEGER NOT NULL,            -- bytes of the file
  length   INTEGER NOT NULL,
  member   BLOB NOT NULL                -- SHA-256 of those bytes
) STRICT;

CREATE TABLE decision (
  number   INTEGER PRIMARY KEY,         -- order in which they were taken
  at       TEXT NOT NULL,
  who      TEXT NOT NULL,
  what     TEXT NOT NULL,               -- JSON
  undone   INTEGER                      -- the decision that took it back
) STRICT;

CREATE TABLE fact (
  name     TEXT PRIMARY KEY,
  value    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
