-- Screens on the student's side. Nothing here tells about a person: code is
-- the number of a row, and what it holds is read from there alone, and only
-- while the desk has it claimed.

CREATE TABLE displays (
    id        INTEGER PRIMARY KEY,
    desk      TEXT NOT NULL,
    window    TEXT NOT NULL,              -- of that desk, see model.Actor
    number    TEXT NOT NULL,              -- what pairs a display with the desk; '' once it did
    until     INTEGER NOT NULL,           -- end of the number's life
    tries     INTEGER NOT NULL DEFAULT 0, -- wrong numbers typed anywhere while it was open
    desk_seen INTEGER NOT NULL,           -- when the desk last gave a sign of life
    seen      INTEGER NOT NULL DEFAULT 0, -- the same of the display; 0: none was paired
    code      INTEGER NOT NULL DEFAULT 0, -- what the desk wants shown; 0: nothing
    lang      TEXT NOT NULL DEFAULT '',
    page      INTEGER NOT NULL DEFAULT 0  -- 0: the code; n: its n-th text
) STRICT;
CREATE INDEX displays_desk ON displays (desk, window);
CREATE UNIQUE INDEX displays_number ON displays (number) WHERE number <> '';
