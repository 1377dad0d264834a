-- Forgetting. erased is the day on which all of a student was erased but what
-- the register of cards handed over has to name.
ALTER TABLE students ADD COLUMN erased TEXT NOT NULL DEFAULT '';

-- Files that this program wrote for people into the folder for what leaves the
-- school, so that they go when what they tell of goes. A file is noted before
-- it is written: a row for each thing it tells of. about says what that is:
-- photo, code or student, with the number of its row; nothing and 0 where a
-- file tells of the whole school.
CREATE TABLE outgoing (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,              -- sealed; inside the folder
    made    TEXT NOT NULL,
    about   TEXT NOT NULL DEFAULT '',
    subject INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outgoing_subject ON outgoing (subject, about);
INSERT INTO numbers VALUES ('outgoing', 0);

-- Whether every value in a row that belongs to somebody is bound to them. Those
-- sealed before that was so are sealed anew, and from then on no other is
-- believed.
ALTER TABLE sealing ADD COLUMN bound INTEGER NOT NULL DEFAULT 0;

-- Of photos that were purged before purging noted so, the day of the decision
-- would be taken for that of a photo which lies elsewhere and is still to be
-- deleted.
UPDATE students SET portrait_on = '' WHERE portrait_on <> ''
    AND NOT EXISTS (SELECT 1 FROM photos WHERE photos.student = students.id)
    AND EXISTS (SELECT 1 FROM register WHERE register.student = students.id AND register.student <> 0 AND deed IN ('photo_taken', 'photo_settled'));
