-- A claim knows the window that made it, so that a desk that was started again
-- knows its earlier window's unfinished hand-over, and two windows that were
-- given one name don't show the same code. The index is what every window asks
-- twice a second.
ALTER TABLE codes ADD COLUMN claim_window TEXT NOT NULL DEFAULT '';
CREATE INDEX codes_claimed ON codes (student) WHERE claim_desk <> '';
