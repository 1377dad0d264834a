-- The student's number in the register of their class, in whose order a class
-- comes and its papers lie; 0: not known. It is open, as the class is.
ALTER TABLE students ADD COLUMN register_no INTEGER NOT NULL DEFAULT 0;
