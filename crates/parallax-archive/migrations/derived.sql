-- What is made from the captures, and can be made again.

CREATE TABLE reading (
  capture  INTEGER PRIMARY KEY,         -- its number
  article  BLOB,                        -- id; NULL where there is none
  refused  TEXT,                        -- why there is none
  seal      INTEGER NOT NULL AS (seal(capture, article, refused)) STORED
) STRICT;
CREATE INDEX reading_of ON reading (article, capture);

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
  traces    BLOB NOT NULL,              -- what grouping needs of it
  seal      INTEGER NOT NULL AS (seal(id, number, capture, copy_of, published, outlet, language, headline, record, traces)) STORED
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
  telling   BLOB NOT NULL,
  seal      INTEGER NOT NULL AS (seal(id, made_of, first, last, articles, outlets, origins, topic, languages, headline, telling)) STORED
) STRICT, WITHOUT ROWID;
CREATE INDEX story_by_time ON story (last, id);

CREATE TABLE member (
  article   BLOB PRIMARY KEY,
  story     BLOB NOT NULL,
  seal      INTEGER NOT NULL AS (seal(article, story)) STORED
) STRICT, WITHOUT ROWID;
CREATE INDEX member_of ON member (story);

CREATE TABLE alias (
  old       BLOB PRIMARY KEY,
  story     BLOB NOT NULL,
  seal      INTEGER NOT NULL AS (seal(old, story)) STORED
) STRICT, WITHOUT ROWID;

-- Places, in the order in which articles were first met, of articles that no capture is held of any more.
CREATE TABLE vacant (
  number    INTEGER PRIMARY KEY,
  article   BLOB NOT NULL UNIQUE,
  seal      INTEGER NOT NULL AS (seal(number, article)) STORED
) STRICT;
