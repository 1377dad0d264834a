-- Everything that tells about a person is sealed from here on, value by value:
-- sealed columns are marked "sealed", and sealed.go names them. What must be
-- found or be unique has a keyed index beside it. The tables are made anew,
-- because a UNIQUE column can't be dropped. What they held lies open until
-- the program has sealed it, which it does when all steps are made; a file
-- without a row in sealing waits for that.
-- No column that is loaded is NULL: the loader joins columns with ||, and one
-- NULL would swallow the row. Days are text RRRR-MM-DD, moments are
-- milliseconds since 1970 in UTC, 0 or '' where not known.

DROP TRIGGER register_no_delete;
DROP TRIGGER register_no_update;
DROP INDEX students_touched;
DROP INDEX statements_student;
DROP INDEX cards_student;
DROP INDEX codes_student;
DROP INDEX codes_payload;
DROP INDEX codes_login;
DROP INDEX handovers_student;
DROP INDEX register_student;
ALTER TABLE students RENAME TO plain_students;
ALTER TABLE statements RENAME TO plain_statements;
ALTER TABLE cards RENAME TO plain_cards;
ALTER TABLE codes RENAME TO plain_codes;
ALTER TABLE handovers RENAME TO plain_handovers;
ALTER TABLE register RENAME TO plain_register;

-- What the data key is wrapped by: kind 'open' (not at all) or 'passphrase',
-- one of the two, and any number of kind 'recipient' (age).
CREATE TABLE keyring (
    id        INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL CHECK (kind IN ('open', 'passphrase', 'recipient')),
    recipient TEXT NOT NULL DEFAULT '',   -- sealed, so that nobody slips one in
    passes    INTEGER NOT NULL DEFAULT 0, -- Argon2id
    memory    INTEGER NOT NULL DEFAULT 0, -- KiB
    lanes     INTEGER NOT NULL DEFAULT 0,
    salt      BLOB NOT NULL DEFAULT x'',
    wrapped   BLOB NOT NULL,
    made      INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX keyring_lock ON keyring ((1)) WHERE kind <> 'recipient';

-- One row: which data key seals the values, and whether pages from before it
-- may still be in the file, its log or a copy.
CREATE TABLE sealing (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    key_check BLOB NOT NULL,
    scrub     INTEGER NOT NULL
) STRICT;

-- Keys that whole files beside the database are sealed with, the last one for
-- new files. They outlive a change of the data key.
CREATE TABLE file_keys (
    id  INTEGER PRIMARY KEY,
    key BLOB NOT NULL                       -- sealed
) STRICT;

-- The last number given to a row. Numbers are never given twice, since a
-- sealed value is bound to the number of its row.
CREATE TABLE numbers (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO numbers VALUES
    ('students', (SELECT coalesce(max(id), 0) FROM plain_students)),
    ('statements', (SELECT coalesce(max(id), 0) FROM plain_statements)),
    ('cards', (SELECT coalesce(max(id), 0) FROM plain_cards)),
    ('codes', (SELECT coalesce(max(id), 0) FROM plain_codes)),
    ('handovers', (SELECT coalesce(max(id), 0) FROM plain_handovers)),
    ('file_keys', 0),
    ('keyring', 0);

CREATE TABLE students (
    id          INTEGER PRIMARY KEY,
    last        TEXT NOT NULL,              -- sealed
    first       TEXT NOT NULL,              -- sealed
    second      TEXT NOT NULL DEFAULT '',   -- sealed
    pesel       TEXT NOT NULL DEFAULT '',   -- sealed
    pesel_index BLOB UNIQUE,                -- NULL where there is no PESEL
    birth       TEXT NOT NULL DEFAULT '',   -- sealed
    sex         TEXT NOT NULL DEFAULT '',
    class       TEXT NOT NULL DEFAULT '',
    book_no     TEXT NOT NULL DEFAULT '',   -- sealed
    document    TEXT NOT NULL DEFAULT '',   -- sealed
    left_on     TEXT NOT NULL DEFAULT '',
    registered  TEXT NOT NULL DEFAULT '',
    portrait    TEXT NOT NULL DEFAULT '',
    portrait_on TEXT NOT NULL DEFAULT '',
    touched     INTEGER NOT NULL            -- seq of the last register line about them
) STRICT;
CREATE INDEX students_touched ON students (touched);

CREATE TABLE statements (
    id          INTEGER PRIMARY KEY,
    student     INTEGER NOT NULL REFERENCES students (id),
    kind        TEXT NOT NULL,
    signer_name TEXT NOT NULL DEFAULT '',   -- sealed
    signer      TEXT NOT NULL,
    signed      TEXT NOT NULL DEFAULT '',
    place       TEXT NOT NULL DEFAULT '',   -- sealed
    entered_by  TEXT NOT NULL,
    entered_at  INTEGER NOT NULL,
    undone      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX statements_student ON statements (student);

CREATE TABLE cards (
    id           INTEGER PRIMARY KEY,
    student      INTEGER NOT NULL REFERENCES students (id),
    number       TEXT NOT NULL,             -- sealed
    kind         TEXT NOT NULL DEFAULT '',
    issued       TEXT NOT NULL DEFAULT '',
    valid_until  TEXT NOT NULL DEFAULT '',
    state        TEXT NOT NULL,
    duplicate_of TEXT NOT NULL DEFAULT ''   -- sealed
) STRICT;
CREATE INDEX cards_student ON cards (student);

CREATE TABLE codes (
    id             INTEGER PRIMARY KEY,
    student        INTEGER NOT NULL REFERENCES students (id),
    kind           TEXT NOT NULL,
    payload        TEXT NOT NULL DEFAULT '', -- sealed
    second         TEXT NOT NULL DEFAULT '', -- sealed
    login          TEXT NOT NULL DEFAULT '', -- sealed
    payload_index  BLOB UNIQUE,              -- NULL where there is no payload
    login_index    BLOB UNIQUE,              -- of login and second; NULL but for credentials
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

CREATE TABLE handovers (
    id         INTEGER PRIMARY KEY,
    student    INTEGER NOT NULL REFERENCES students (id),
    code       INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    recipient  TEXT NOT NULL,
    name       TEXT NOT NULL DEFAULT '',    -- sealed
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
-- two, so that they can be forgotten one day and the chain still holds. The
-- salt is sealed too: with it known, short details could be guessed.
CREATE TABLE register (
    seq      INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    operator TEXT NOT NULL,
    desk     TEXT NOT NULL,
    deed     TEXT NOT NULL,
    student  INTEGER NOT NULL,
    before   TEXT NOT NULL,                 -- sealed
    after    TEXT NOT NULL,                 -- sealed
    salt     BLOB NOT NULL,                 -- sealed
    digest   BLOB NOT NULL,
    hash     BLOB NOT NULL
) STRICT;
CREATE INDEX register_student ON register (student) WHERE student <> 0;

INSERT INTO students (id, last, first, second, pesel, birth, sex, class, book_no, document, left_on, registered, portrait, portrait_on, touched)
    SELECT id, last, first, second, coalesce(pesel, ''), birth, sex, class, book_no, document, left_on, registered, portrait, portrait_on, touched FROM plain_students;
INSERT INTO statements SELECT * FROM plain_statements;
INSERT INTO cards SELECT * FROM plain_cards;
INSERT INTO codes (id, student, kind, payload, second, login, generated, until, added, spent, claim_desk, claim_operator, claim_since, claim_until)
    SELECT id, student, kind, payload, second, login, generated, until, added, spent, claim_desk, claim_operator, claim_since, claim_until FROM plain_codes;
INSERT INTO handovers SELECT * FROM plain_handovers;
INSERT INTO register SELECT * FROM plain_register;
DROP TABLE plain_register;
DROP TABLE plain_handovers;
DROP TABLE plain_codes;
DROP TABLE plain_cards;
DROP TABLE plain_statements;
DROP TABLE plain_students;

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
