// Package model holds the rules of issuing the mobile school card
// (mLegitymacja szkolna). It is pure: values in, values out, and the present
// moment is always an argument. It opens no file, speaks no SQL and knows no
// terminal.
//
// Read in this order:
//
//   - student.go, statement.go, card.go, portrait.go, code.go, handover.go:
//     the things a school office has to do with, in the words of the trade;
//   - record.go: all that is known about one student;
//   - assess.go: the heart. Assess says how far a student is, what stands in
//     the way, who can remove it, and what to do next. Nothing else in the
//     program decides who may get a code;
//   - profile.go: what differs from school to school;
//   - roster.go: what would change if a roster were taken in;
//   - deed.go: the words of the register.
//
// date.go, pesel.go, class.go and fold.go are the small vocabulary under all
// of that.
package model
