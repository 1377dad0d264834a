-- What happens to a card after, or instead of, its hand-over. last_code and
-- last_sheet are the last numbers that codes and statements had: what came
-- later is about another mobile card. registered is when the card that went
-- had been registered in SIO, so that undoing a mistake finds it again.
CREATE TABLE invalidations (
    id            INTEGER PRIMARY KEY,
    student       INTEGER NOT NULL REFERENCES students (id),
    of            TEXT NOT NULL,              -- card or mobile
    card          INTEGER NOT NULL,           -- 0: none on record
    reason        TEXT NOT NULL,
    reporter      TEXT NOT NULL,
    reporter_name TEXT NOT NULL DEFAULT '',   -- sealed
    reported      TEXT NOT NULL,
    note          TEXT NOT NULL DEFAULT '',   -- sealed
    entered_by    TEXT NOT NULL,
    entered_at    INTEGER NOT NULL,
    done          TEXT NOT NULL DEFAULT '',   -- the day it was done in SIO
    done_by       TEXT NOT NULL DEFAULT '',
    undone        INTEGER NOT NULL DEFAULT 0,
    last_code     INTEGER NOT NULL,
    last_sheet    INTEGER NOT NULL,
    registered    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX invalidations_student ON invalidations (student);
INSERT INTO numbers VALUES ('invalidations', 0);

-- A code that did not scan, and since when its student waits for another.
ALTER TABLE codes ADD COLUMN set_aside INTEGER NOT NULL DEFAULT 0;
ALTER TABLE students ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
