-- Photos that families sent. What they show stands in pictures, so that a
-- list of photos is read, and a decision written, without the megabytes.
-- Both are sealed; open stay states, days and who decided. student is 0 as
-- long as nobody knows whose photo it is, so it is no reference.
CREATE TABLE photos (
    id            INTEGER PRIMARY KEY,
    student       INTEGER NOT NULL DEFAULT 0,
    by_hand       INTEGER NOT NULL DEFAULT 0, -- a person said whose it is
    name          TEXT NOT NULL,              -- sealed
    sum           TEXT NOT NULL,              -- sealed; of the bytes as they came
    digest        BLOB NOT NULL,              -- keyed, of the sum: the same bytes
    file          BLOB NOT NULL UNIQUE,       -- keyed, of sum and name: the same file
    bytes         INTEGER NOT NULL,
    arrived       TEXT NOT NULL,
    state         TEXT NOT NULL,
    decided_by    TEXT NOT NULL DEFAULT '',
    decided_desk  TEXT NOT NULL DEFAULT '',
    decided_at    INTEGER NOT NULL DEFAULT 0,
    report        TEXT NOT NULL,              -- sealed
    mended_report TEXT NOT NULL DEFAULT '',   -- sealed; '' while not mended
    touched       INTEGER NOT NULL            -- seq of the last register line about it
) STRICT;
CREATE INDEX photos_student ON photos (student) WHERE student <> 0;
CREATE INDEX photos_digest ON photos (digest);

CREATE TABLE pictures (
    id    INTEGER PRIMARY KEY,
    photo INTEGER NOT NULL REFERENCES photos (id),
    kind  TEXT NOT NULL,                      -- original or mended
    bytes BLOB NOT NULL,                      -- sealed
    UNIQUE (photo, kind)
) STRICT;

-- The second is no numbering: it is the register line that last changed a
-- photo, which every window asks for.
INSERT INTO numbers VALUES ('photos', 0), ('pictures', 0), ('photo_changes', 0);
