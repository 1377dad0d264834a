-- A school as the first schema kept it: a day's invented work, dumped by sqlite3.
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
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
INSERT INTO students VALUES(1,'Zmyślońska','Bogumiła','Trzecia','02270803624','2002-07-08','','4b','','DOKUMENT77','','','','',12);
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
INSERT INTO statements VALUES(1,1,'non_objection','Jadwiga Podpisana','adult_student','2026-09-04','Segregator Zmyślońskiej','anna',1795176000000,0);
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
INSERT INTO cards VALUES(1,1,'KARTA/99','','2025-09-01','','valid','KARTA/99');
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
INSERT INTO codes VALUES(1,1,'legacy','KOD-PLANTOWANY','DRUGI-SEKRET','',0,0,1795176000000,1,'','',0,0);
INSERT INTO codes VALUES(2,1,'credentials','','DRUGI-SEKRET','login-plant',0,0,1795176000000,1,'','',0,0);
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
INSERT INTO handovers VALUES(1,1,1,'legacy','student','Odbierający Ojciec',0,1795176000000,'anna','okno-1',0,0);
INSERT INTO handovers VALUES(2,1,1,'legacy','student','Odbierający Ojciec',1,1795176000000,'anna','okno-1',1,0);
INSERT INTO handovers VALUES(3,1,2,'credentials','student','Odbierający Ojciec',0,1795176000000,'anna','okno-1',0,0);
INSERT INTO handovers VALUES(4,1,2,'credentials','student','Odbierający Ojciec',1,1795176000000,'anna','okno-1',3,0);
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
INSERT INTO register VALUES(1,1795176000000,'anna','okno-1','student_added',1,'','{"last":"Zmyślońska","first":"Bogumiła","second":"Trzecia","pesel":"02270803624","birth":"2002-07-08","class":"4a","book_no":"KSIĘGA88","document":"DOKUMENT77"}',X'e989ed0451aafe0f',X'd9f0b70148975230178886c3cb776df4cff9ce1a15b03ff02d9e412992dd783e',X'e0ad2540df38f21abc9d0600f1f56897ec9d0891ceab55e1f3ac91e6040b334a');
INSERT INTO register VALUES(2,1795176000000,'anna','okno-1','card_entered',1,'','{"number":"KARTA/99","issued":"2025-09-01","duplicate_of":"KARTA/99"}',X'e40d47f5140ef709',X'ec3e07056389c111c9baaf7906bba3648d8886c112c5197ce2435eea23c4a829',X'88bc9c5cbb2d9580a914b8983d747527e9c75a0c2d2d2ee6160a6b00b5423994');
INSERT INTO register VALUES(3,1795176000000,'anna','okno-1','statement_entered',1,'','{"kind":"non_objection","signer_name":"Jadwiga Podpisana","signer":"adult_student","signed":"2026-09-04","place":"Segregator Zmyślońskiej"}',X'40190ceb5263a566',X'c2a0bb265038c7acb844f9c10bafe403ff13b4a3b5fa9a45ca15a586c24fae16',X'dbc8028b2f75e779d77f35d0b00fb1c9653150725253145e9f0d8f445e74b87a');
INSERT INTO register VALUES(4,1795176000000,'anna','okno-1','code_taken',1,'','{"code":1,"kind":"legacy"}',X'2e942f7fb6b022b8',X'24a53da922f8afcc8bcbc93cbb04940b52ece30fd0184bdaddf0efa324c548f0',X'081da9c9522c078dfde2f8082b3d55ef187398b46dc94ea42b80595eb1a1aeef');
INSERT INTO register VALUES(5,1795176000000,'anna','okno-1','code_presented',1,'','{"code":1,"kind":"legacy"}',X'eb38c04df41be930',X'2d69b25f22fa4b856cfdd3e50bba07ce0b26ba75c5e572eeab90e2939fc6ace2',X'eb9176e246f47b458f0df5ca8076be8838d6905dc5360b1325d310bd7794b64d');
INSERT INTO register VALUES(6,1795176000000,'anna','okno-1','handed_over',1,'','{"handover":1,"code":1,"kind":"legacy","to":"student","to_name":"Odbierający Ojciec","card_shown":false}',X'e659013353fdc049',X'bffadaf5d6a471cd4d02f0d6f0720ff95074860946cc36b7b15825f7ac48ccfd',X'd3096642b9b71f43364c2be17a687909d7bf8cd5bc72dd2920147005e054fe08');
INSERT INTO register VALUES(7,1795176000000,'anna','okno-1','handover_corrected',1,'{"handover":1,"code":1,"kind":"legacy","to":"student","to_name":"Odbierający Ojciec","card_shown":false}','{"handover":2,"code":1,"kind":"legacy","to":"student","to_name":"Odbierający Ojciec","card_shown":true,"corrects":1}',X'21f4b9d08c29227e',X'4d503a8dca8057d5830f4cba48b0ca7a474367f1c687a77ddf09f98dddc5a608',X'1c42b5d1d88dc143fc540e4864ea22c57972f44732cdc9edb7db39c5af82daf2');
INSERT INTO register VALUES(8,1795176000000,'anna','okno-1','code_taken',1,'','{"code":2,"kind":"credentials"}',X'dda4819aacdf7292',X'78d9e021d3e14ae26e13fc2e408b5504836fe59455598ca4534760656f8546b4',X'e0b9fb123c6505e84b9f2821cfe76607e31775ae646814b5f85e875a6a51b6cd');
INSERT INTO register VALUES(9,1795176000000,'anna','okno-1','code_presented',1,'','{"code":2,"kind":"credentials"}',X'592becb460b8595b',X'71510c103426b5ae6290d95ef6b5e7702a954b0789140a161a32ac3beecfddf9',X'45fa0c40e10f3dd2466f733464fa2d72b28ea6119335f27610babd052af552ad');
INSERT INTO register VALUES(10,1795176000000,'anna','okno-1','handed_over',1,'','{"handover":3,"code":2,"kind":"credentials","to":"student","to_name":"Odbierający Ojciec","card_shown":false}',X'221bf3cedbc8fa1e',X'cdb56133463fb710fe884dfc159dc768e768297cb85aa87296847cd3ca9dae20',X'3116c1181f6450bcf0d9bfb361878a9c214fb670f6241ca03184c796d4a836d0');
INSERT INTO register VALUES(11,1795176000000,'anna','okno-1','handover_corrected',1,'{"handover":3,"code":2,"kind":"credentials","to":"student","to_name":"Odbierający Ojciec","card_shown":false}','{"handover":4,"code":2,"kind":"credentials","to":"student","to_name":"Odbierający Ojciec","card_shown":true,"corrects":3}',X'a8030d2f6d1c2ff6',X'66d7590b2cbc5f270d900c24d52ef92d5b05550e1a0f2b65474a9a3910f59fe0',X'756c31292e89de5a978c5a946a388241b23ba4cdca2225afb192a8fecd59cb64');
INSERT INTO register VALUES(12,1795176000000,'anna','okno-1','student_changed',1,'{"class":"4a","book_no":"KSIĘGA88"}','{"class":"4b"}',X'fc7e9fd31b7c17b5',X'b7a8ffe9c4f69bba58864d89a9dba826dab337d6d2152a4c0d39d4181bf6ed59',X'251a6f5d5c0959f43992bd05939c9039008f2c51d206a792a220a03774e5ab0a');
CREATE INDEX students_touched ON students (touched);
CREATE INDEX statements_student ON statements (student);
CREATE INDEX cards_student ON cards (student);
CREATE INDEX codes_student ON codes (student);
CREATE UNIQUE INDEX codes_payload ON codes (payload) WHERE payload <> '';
CREATE UNIQUE INDEX codes_login ON codes (login, second) WHERE kind = 'credentials';
CREATE INDEX handovers_student ON handovers (student);
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
COMMIT;
PRAGMA user_version = 1; PRAGMA application_id = 1330335311;
