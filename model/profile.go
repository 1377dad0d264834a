package model

import (
	"strconv"
	"time"
	_ "time/tzdata" // a school's box may come without the zone files
)

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
	LockAfter           time.Duration // the window locks itself when no key is pressed; 0: never
	Location            *time.Location
	Backup              BackupRules
	Retention           RetentionRules
	Cards               CardRules
	Invalidation        InvalidationRules
	SIO                 SIORules
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
	// DeleteAfterIssue: a photo goes when the mobile card was issued, even if
	// the days are not over.
	DeleteAfterIssue bool
}

// CodeRule is the life and the number of uses of one kind of code.
type CodeRule struct {
	ValidFor time.Duration // 0: does not expire by itself
	Uses     int           // 0: any number
}

// CardRules are a school's own rules on physical cards.
type CardRules struct {
	ExtendedTo YearDay // the last day that the yearly stamp or hologram gives; zero: none is given
	WarnDays   int     // how many days before its end a card is in the worklist
	// NewCode: extending a card takes a new code, since the mobile one goes on
	// showing the former last day. So it was in the old system; nobody has
	// published how it is in SIO (DOMAIN §6).
	NewCode bool
}

// InvalidationRules are a school's own rules on invalidating. No published rule
// says what a late objection does to a card that is in use, nor how soon the
// school must invalidate.
type InvalidationRules struct {
	OverdueDays   int  // from which age one that is not yet in SIO is late; 0: never
	KeepObjection bool // an objection leaves a mobile card alone that is in use
}

// SIORules are what SIO's help leaves open about its import file
// (pomoc.sio.gov.pl/?p=13126).
type SIORules struct {
	Mark bool // the file begins with a byte-order mark
}

// YearDay is a day of any year. The zero YearDay is none.
type YearDay struct {
	Month time.Month
	Day   int
}

// IsZero reports whether it is none.
func (d YearDay) IsZero() bool { return d == YearDay{} }

// In returns the day of a year; 28 February for the 29th of a common year.
func (d YearDay) In(year int) Date {
	if day, err := NewDate(year, d.Month, d.Day); err == nil {
		return day
	}
	return Date{year, d.Month, d.Day - 1}
}

// BackupRules are how a school keeps its daily backups.
type BackupRules struct {
	Keep   int    // how many of the daily ones; 0: none is made
	Folder string // where; "": backups in the data folder, to which a relative path belongs too
}

// Zone is the school's zone; UTC where none was set.
func (p Profile) Zone() *time.Location {
	if p.Location == nil {
		return time.UTC
	}
	return p.Location
}

// What a profile says that leaves everything out.
const (
	DefaultZone       = "Europe/Warsaw"
	DefaultBlankAfter = 90 * time.Second
	DefaultLockAfter  = 15 * time.Minute
	DefaultWarnDays   = 30
	DefaultKeep       = 14 // daily backups: a fault found after a week is still older than one
)

// DefaultProfile is what holds where a profile says nothing: the statute's
// default policy (issue unless objected), no rule on photos or on who may
// collect, and for codes what is published about their kinds: a ZPE code
// lives ten minutes and serves one device, a code of the old system thirty
// days and one device (DOMAIN §1). Nobody has published the life of a code
// made in SIO, and a login has none. Cards are extended to 30 September
// (DOMAIN §6).
func DefaultProfile() Profile {
	p := Profile{
		Policy:     PolicyObjection,
		Languages:  []string{"pl", "uk", "en"},
		BlankAfter: DefaultBlankAfter,
		LockAfter:  DefaultLockAfter,
		Backup:     BackupRules{Keep: DefaultKeep},
		Cards:      CardRules{ExtendedTo: YearDay{time.September, 30}, WarnDays: DefaultWarnDays},
		Codes: map[CodeKind]CodeRule{
			CodeSIO:         {},
			CodeZPE:         {ValidFor: 10 * time.Minute, Uses: 1},
			CodeLegacy:      {ValidFor: 720 * time.Hour, Uses: 1},
			CodeCredentials: {},
		},
	}
	if zone, err := time.LoadLocation(DefaultZone); err == nil {
		p.Location = zone
	}
	return p
}

// ProfileErrorKind names what is wrong with a line of a profile, and so what
// would be right.
type ProfileErrorKind string

// The kinds. Allowed holds what the comment says.
const (
	ProfileNotUTF8       ProfileErrorKind = "not_utf8"       // saved in another encoding
	ProfileSyntax        ProfileErrorKind = "syntax"         // not TOML
	ProfileUnknownKey    ProfileErrorKind = "unknown_key"    // Allowed: the keys known at that place
	ProfileNotTable      ProfileErrorKind = "not_table"      // a value where a [table] belongs
	ProfileNotText       ProfileErrorKind = "not_text"       // Allowed: the greatest length
	ProfileNotOneOf      ProfileErrorKind = "not_one_of"     // Allowed: the words
	ProfileNotList       ProfileErrorKind = "not_list"       // Allowed: the words that may be listed
	ProfileRepeated      ProfileErrorKind = "repeated"       // a word listed twice
	ProfileNotZone       ProfileErrorKind = "not_zone"       // not a name of the time zone database
	ProfileNotYesNo      ProfileErrorKind = "not_yes_no"     // true or false
	ProfileNotNumber     ProfileErrorKind = "not_number"     // Allowed: the least and the greatest
	ProfileNotSize       ProfileErrorKind = "not_size"       // Allowed: the greatest side; "480x600"
	ProfileNotRatio      ProfileErrorKind = "not_ratio"      // Allowed: the greatest part; "4:5"
	ProfileNotDay        ProfileErrorKind = "not_day"        // "30.09" or "never"
	ProfileNotBytes      ProfileErrorKind = "not_bytes"      // Allowed: the least and the greatest; "1 MB"
	ProfileNotLife       ProfileErrorKind = "not_life"       // Allowed: the least and the greatest; "720h" or "never"
	ProfileNotDuration   ProfileErrorKind = "not_duration"   // Allowed: the least and the greatest; "90s"
	ProfileMinOverMax    ProfileErrorKind = "min_over_max"   // at photo.max; Allowed: photo.min
	ProfileRatioNeverFit ProfileErrorKind = "ratio_vs_sizes" // at photo.ratio; Allowed: photo.min, photo.max ("" if left out)
)

// ProfileErrorKinds are all kinds, for tables and tests.
var ProfileErrorKinds = []ProfileErrorKind{ProfileNotUTF8, ProfileSyntax, ProfileUnknownKey, ProfileNotTable,
	ProfileNotText, ProfileNotOneOf, ProfileNotList, ProfileRepeated, ProfileNotZone, ProfileNotYesNo, ProfileNotNumber,
	ProfileNotSize, ProfileNotRatio, ProfileNotDay, ProfileNotBytes, ProfileNotLife, ProfileNotDuration,
	ProfileMinOverMax, ProfileRatioNeverFit}

// ProfileError is the first thing wrong in a profile file. The sentence for
// the person who edits the file is made of it elsewhere; Error is for logs.
type ProfileError struct {
	File    string
	Line    int    // from 1; 0 if it can't be told
	Key     string // "photo.min"; "" for faults of the file as such
	Kind    ProfileErrorKind
	Got     string // what stands there, fit for a terminal
	Allowed []string
	Err     error // what the TOML reader said, for ProfileSyntax
}

// Error names file, line, key and kind in plain English.
func (e *ProfileError) Error() string {
	s := e.File + ":" + strconv.Itoa(e.Line) + ": "
	if e.Key != "" {
		s += e.Key + ": "
	}
	s += string(e.Kind)
	if e.Got != "" {
		s += " (got " + strconv.Quote(e.Got) + ")"
	}
	for i, a := range e.Allowed {
		if i == 0 {
			s += "; allowed: "
		} else {
			s += ", "
		}
		s += a
	}
	return s
}

// Unwrap returns what the TOML reader said, nil for rules of our own.
func (e *ProfileError) Unwrap() error { return e.Err }
