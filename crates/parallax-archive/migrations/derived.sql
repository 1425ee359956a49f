-- What is made from the captures, and can be made again.

CREATE TABLE reading (
  capture  INTEGER PRIMARY KEY,         -- its number
  article  BLOB,                        -- id; NULL where there is none
  refused  TEXT,                        -- why there is none
  seal      INTEGER NOT NULL AS (seal(capture, article, refused)) STORED
) STRICT;
CREATE INDEX reading_of ON reading (article, capture);

-- In short; what is large stands apart, so that a list of all articles is read in one go.
CREATE TABLE article (
  number    INTEGER PRIMARY KEY,        -- order in which articles were first met, from 0
  id        BLOB NOT NULL UNIQUE,
  capture   INTEGER NOT NULL,           -- the newest revision
  copy_of   BLOB,
  published INTEGER,                    -- seconds since 1970 of the earliest moment it can mean
  outlet    TEXT,
  language  TEXT NOT NULL,
  headline  TEXT NOT NULL,
  seal      INTEGER NOT NULL AS (seal(number, id, capture, copy_of, published, outlet, language, headline)) STORED
) STRICT;
CREATE INDEX article_by_time ON article (published, id);

CREATE TABLE record (
  article   INTEGER PRIMARY KEY,        -- its number
  record    BLOB NOT NULL,              -- the article with its annotations
  seal      INTEGER NOT NULL AS (seal(article, record)) STORED
) STRICT;

CREATE TABLE traces (
  article   INTEGER PRIMARY KEY,        -- its number
  traces    BLOB NOT NULL,              -- what grouping needs of it
  seal      INTEGER NOT NULL AS (seal(article, traces)) STORED
) STRICT;

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
  seal      INTEGER NOT NULL AS (seal(id, made_of, first, last, articles, outlets, origins, topic, languages, headline)) STORED
) STRICT, WITHOUT ROWID;
CREATE INDEX story_by_time ON story (last, id);

CREATE TABLE telling (
  story     BLOB PRIMARY KEY,
  telling   BLOB NOT NULL,              -- the story with its comparison
  seal      INTEGER NOT NULL AS (seal(story, telling)) STORED
) STRICT;

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
