-- The desk of part one: students, sheets, cards, codes, hand-overs, register.
-- No column is NULL but pesel (so that several students may have none): the
-- loader joins columns with ||, and one NULL would swallow the row.
-- Days are text RRRR-MM-DD, moments are milliseconds since 1970 in UTC, 0 or
-- '' where not known.

CREATE TABLE students (
    id         INTEGER PRIMARY KEY,
    last       TEXT NOT NULL,
    first      TEXT NOT NULL,
    second     TEXT NOT NULL DEFAULT '',
    pesel      TEXT UNIQUE,
    birth      TEXT NOT NULL DEFAULT '',
    sex        TEXT NOT NULL DEFAULT '',
    class      TEXT NOT NULL DEFAULT '',
    book_no    TEXT NOT NULL DEFAULT '',
    document   TEXT NOT NULL DEFAULT '',
    left_on    TEXT NOT NULL DEFAULT '',
    registered TEXT NOT NULL DEFAULT '',
    portrait   TEXT NOT NULL DEFAULT '',
    portrait_on TEXT NOT NULL DEFAULT '',
    touched    INTEGER NOT NULL          -- seq of the last register line about them
) STRICT;
CREATE INDEX students_touched ON students (touched);

CREATE TABLE statements (
    id         INTEGER PRIMARY KEY,
    student    INTEGER NOT NULL REFERENCES students (id),
    kind       TEXT NOT NULL,
    signer_name TEXT NOT NULL DEFAULT '',
    signer     TEXT NOT NULL,
    signed     TEXT NOT NULL DEFAULT '',
    place      TEXT NOT NULL DEFAULT '',
    entered_by TEXT NOT NULL,
    entered_at INTEGER NOT NULL,
    undone     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX statements_student ON statements (student);

CREATE TABLE cards (
    id           INTEGER PRIMARY KEY,
    student      INTEGER NOT NULL REFERENCES students (id),
    number       TEXT NOT NULL,
    kind         TEXT NOT NULL DEFAULT '',
    issued       TEXT NOT NULL DEFAULT '',
    valid_until  TEXT NOT NULL DEFAULT '',
    state        TEXT NOT NULL,
    duplicate_of TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX cards_student ON cards (student);

CREATE TABLE codes (
    id             INTEGER PRIMARY KEY,
    student        INTEGER NOT NULL REFERENCES students (id),
    kind           TEXT NOT NULL,
    payload        TEXT NOT NULL DEFAULT '',
    second         TEXT NOT NULL DEFAULT '',
    login          TEXT NOT NULL DEFAULT '',
    generated      INTEGER NOT NULL DEFAULT 0,
    until          INTEGER NOT NULL DEFAULT 0,
    added          INTEGER NOT NULL,
    spent          INTEGER NOT NULL DEFAULT 0,
    claim_desk     TEXT NOT NULL DEFAULT '',
    claim_operator TEXT NOT NULL DEFAULT '',
    claim_since    INTEGER NOT NULL DEFAULT 0,
    claim_until    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX codes_student ON codes (student);
CREATE UNIQUE INDEX codes_payload ON codes (payload) WHERE payload <> '';
CREATE UNIQUE INDEX codes_login ON codes (login, second) WHERE kind = 'credentials';

CREATE TABLE handovers (
    id         INTEGER PRIMARY KEY,
    student    INTEGER NOT NULL REFERENCES students (id),
    code       INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    recipient  TEXT NOT NULL,
    name       TEXT NOT NULL DEFAULT '',
    card_shown INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    operator   TEXT NOT NULL,
    desk       TEXT NOT NULL,
    corrects   INTEGER NOT NULL DEFAULT 0,
    void       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX handovers_student ON handovers (student);

-- The register is append-only. What a line tells about a person stands in
-- before and after; the chain of hashes covers only a salted digest of the
-- two, so that they can be forgotten one day and the chain still holds.
CREATE TABLE register (
    seq      INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    operator TEXT NOT NULL,
    desk     TEXT NOT NULL,
    deed     TEXT NOT NULL,
    student  INTEGER NOT NULL,
    before   TEXT NOT NULL,
    after    TEXT NOT NULL,
    salt     BLOB NOT NULL,
    digest   BLOB NOT NULL,
    hash     BLOB NOT NULL
) STRICT;
CREATE INDEX register_student ON register (student) WHERE student <> 0;

CREATE TRIGGER register_no_delete BEFORE DELETE ON register
BEGIN
    SELECT RAISE(ABORT, 'the register is append-only');
END;
CREATE TRIGGER register_no_update BEFORE UPDATE ON register
WHEN NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.operator <> OLD.operator
    OR NEW.desk <> OLD.desk OR NEW.deed <> OLD.deed OR NEW.student <> OLD.student
    OR NEW.digest <> OLD.digest OR NEW.hash <> OLD.hash
    OR NEW.before NOT IN (OLD.before, '') OR NEW.after NOT IN (OLD.after, '') OR NEW.salt NOT IN (OLD.salt, x'')
BEGIN
    SELECT RAISE(ABORT, 'the register is append-only');
END;
