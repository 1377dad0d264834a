// Package store keeps everything that outlives the program: the folder of a
// school, its SQLite database and the register of deeds.
//
// One public method is one deed: it opens one transaction, checks, writes, and
// writes the register line. Whatever the database says about who may get a
// code it asks model.Assess, inside the same transaction. Reading is done in
// bulk (School) and by what changed since (Changed), because a school's list
// lives in memory.
//
// Errors that a person has to understand are typed (errors.go); their
// sentences are in ui/text. None of them holds a name, a PESEL or a code.
package store
