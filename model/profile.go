package model

import "time"

// Profile (profil szkoły) is all that differs from school to school. The
// zero value of a rule means that the school has no such rule.
type Profile struct {
	School              string
	Address             string
	Policy              StatementPolicy
	Photo               PhotoRules
	ParentOnlyUpToGrade int // pick-up: classes 1 to this one, parent only
	Codes               map[CodeKind]CodeRule
	Languages           []string      // shown to students, in this order: "pl", "uk", "en"
	BlankAfter          time.Duration // the QR screen blanks itself; 0: never
	Location            *time.Location
}

// PhotoRules are a school's own rules on photos; pixels are of the picture as
// shown.
type PhotoRules struct {
	Formats       []string // "jpeg"
	MinWidth      int
	MinHeight     int
	MaxWidth      int
	MaxHeight     int
	RatioWidth    int // 4 of "4:5"
	RatioHeight   int // 5 of "4:5"
	MaxBytes      int64
	RetentionDays int
}

// CodeRule is the life and the number of uses of one kind of code.
type CodeRule struct {
	ValidFor time.Duration // 0: does not expire by itself
	Uses     int           // 0: any number
}

// Zone is the school's zone; UTC where none was set.
func (p Profile) Zone() *time.Location {
	if p.Location == nil {
		return time.UTC
	}
	return p.Location
}
