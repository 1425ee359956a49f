-- What is made from the captures, and can be made again.

CREATE TABLE reading (
  capture  INTEGER PRIMARY KEY,         -- its number
  article  BLOB,                        -- id; NULL where there is none
  refused  TEXT                         -- why there is none
) STRICT;

CREATE TABLE article (
  id        BLOB PRIMARY KEY,
  number    INTEGER NOT NULL UNIQUE,    -- order in which articles were first met, from 0
  capture   INTEGER NOT NULL,           -- the newest revision
  copy_of   BLOB,
  published INTEGER,                   -- seconds since 1970 of the earliest moment it can mean
  outlet    TEXT,
  language  TEXT NOT NULL,
  headline  TEXT NOT NULL,
  record    BLOB NOT NULL,              -- the article with its annotations
  traces    BLOB NOT NULL               -- what grouping needs of it
) STRICT, WITHOUT ROWID;
CREATE INDEX article_by_time ON article (published, id);

CREATE TABLE story (
  id        BLOB PRIMARY KEY,
  made_of   BLOB NOT NULL,              -- digest of what it was told from
  first     INTEGER,
  last      INTEGER,
  articles  INTEGER NOT NULL,
  outlets   INTEGER NOT NULL,
  origins   INTEGER NOT NULL,
  topic     TEXT,
  languages TEXT NOT NULL,
  headline  TEXT NOT NULL,
  telling   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX story_by_time ON story (last, id);

CREATE TABLE member (
  article   BLOB PRIMARY KEY,
  story     BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX member_of ON member (story);

CREATE TABLE alias (
  old       BLOB PRIMARY KEY,
  story     BLOB NOT NULL
) STRICT, WITHOUT ROWID;
