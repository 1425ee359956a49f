-- Every row says what it holds (seal), captures can be forgotten, and what was one story stays one.

ALTER TABLE capture RENAME TO unsealed_capture;
CREATE TABLE capture (
  number   INTEGER PRIMARY KEY,         -- order in the archive, from 1
  id       BLOB NOT NULL UNIQUE,
  payload  BLOB NOT NULL,               -- SHA-256 of the payload
  file     INTEGER NOT NULL,            -- captures/00001.warc.gz is 1
  start    INTEGER NOT NULL,            -- bytes of the file
  length   INTEGER NOT NULL,
  member   BLOB NOT NULL,               -- SHA-256 of those bytes
  seal     INTEGER NOT NULL AS (seal(number, id, payload, file, start, length, member)) STORED
) STRICT;
INSERT INTO capture SELECT * FROM unsealed_capture;
DROP TABLE unsealed_capture;

ALTER TABLE decision RENAME TO unsealed_decision;
CREATE TABLE decision (
  number   INTEGER PRIMARY KEY,         -- order in which they were taken
  at       TEXT NOT NULL,
  who      TEXT NOT NULL,
  what     TEXT NOT NULL,               -- JSON
  undone   INTEGER,                     -- the decision that took it back
  seal     INTEGER NOT NULL AS (seal(number, at, who, what, undone)) STORED
) STRICT;
INSERT INTO decision SELECT * FROM unsealed_decision;
DROP TABLE unsealed_decision;

ALTER TABLE fact RENAME TO unsealed_fact;
CREATE TABLE fact (
  name     TEXT PRIMARY KEY,
  value    TEXT NOT NULL,
  seal     INTEGER NOT NULL AS (seal(name, value)) STORED
) STRICT, WITHOUT ROWID;
INSERT INTO fact SELECT * FROM unsealed_fact;
DROP TABLE unsealed_fact;

-- A capture that was forgotten. While `capture` still has its number, its bytes still stand there.
CREATE TABLE tombstone (
  number   INTEGER PRIMARY KEY,         -- the number it had; no other capture gets it
  id       BLOB NOT NULL,
  payload  BLOB NOT NULL,
  file     INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  length   INTEGER NOT NULL,
  member   BLOB NOT NULL,               -- SHA-256 of the bytes that stand in its place
  article  BLOB,                        -- the article it was read as; NULL where there was none
  heir     INTEGER,                     -- the capture that stands in for it among articles
  at       TEXT NOT NULL,
  reason   TEXT NOT NULL,
  again    INTEGER,                     -- the capture by which the same bytes came again, wanted
  seal     INTEGER NOT NULL AS (seal(number, id, payload, file, start, length, member, article, heir, at, reason, again)) STORED
) STRICT;
CREATE INDEX tombstone_by_payload ON tombstone (payload);

-- Articles that were one story when a capture of it was forgotten, and stay one.
CREATE TABLE bond (
  article  BLOB PRIMARY KEY,
  story    BLOB NOT NULL,
  seal     INTEGER NOT NULL AS (seal(article, story)) STORED
) STRICT, WITHOUT ROWID;

-- How many rows each table has, and their seals added up: that none is lost.
CREATE TABLE tally (
  name     TEXT PRIMARY KEY,
  rows     INTEGER NOT NULL,
  seals    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
