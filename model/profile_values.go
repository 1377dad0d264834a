package model

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The bounds of what a profile may say. They are wide: they catch slips of
// the pen ("1440x18000", "90" for "90s"), not unusual schools.
const (
	mostText      = 200                   // letters of a name or an address
	mostSide      = 20000                 // pixels
	mostRatioPart = 1000                  // of "4:5"
	leastBytes    = 1 << 10               // 1 KB
	mostBytes     = 1 << 30               // 1 GB
	mostDays      = 3650                  // of keeping a photo
	mostMonths    = 600                   // of keeping what is held on somebody who left
	mostYears     = 100                   // of keeping the register
	mostGrade     = 8                     // of primary school
	mostUses      = 1000                  // of a code
	leastLife     = time.Minute           // of a code
	mostLife      = 10 * 8784 * time.Hour // of a code: ten years
	leastBlank    = 5 * time.Second       // too short to raise a phone
	mostKept      = 1000                  // daily backups
	mostBlank     = 10 * time.Minute      // a code does not stand on a screen longer
	leastLock     = time.Minute           // she would type the passphrase all day
	mostWarning   = 365                   // days before a card ends
	mostLock      = 8 * time.Hour         // a working day
)

var (
	profilePolicies  = []string{string(PolicyObjection), string(PolicyStatement), string(PolicyApplication)}
	profileFormats   = []string{"jpeg", "png"}
	profileLanguages = []string{"pl", "uk", "en"}
	profileLate      = []string{lateInvalidates, lateKeeps}
)

// What a late objection does to a mobile card that is in use.
const (
	lateInvalidates = "invalidate"
	lateKeeps       = "keep"
)

// profile reads every key over the defaults.
func (r *profileReader) profile() Profile {
	p := DefaultProfile()
	r.str("school.name", &p.School)
	r.str("school.address", &p.Address)
	r.zone("school.timezone", &p.Location)
	policy := string(p.Policy)
	r.word("statements.policy", profilePolicies, &policy)
	p.Policy = StatementPolicy(policy)
	r.photo(&p.Photo)
	r.number("pickup.parent_only_up_to_grade", 0, mostGrade, &p.ParentOnlyUpToGrade)
	for _, kind := range CodeKinds {
		rule := p.Codes[kind]
		r.life("codes."+string(kind)+".valid_for", &rule.ValidFor)
		r.number("codes."+string(kind)+".uses", 0, mostUses, &rule.Uses)
		p.Codes[kind] = rule
	}
	r.words("students.languages", profileLanguages, &p.Languages)
	r.duration("desk.blank_after", leastBlank, mostBlank, &p.BlankAfter)
	r.duration("desk.lock_after", leastLock, mostLock, &p.LockAfter)
	r.number("backup.keep", 0, mostKept, &p.Backup.Keep)
	r.str("backup.folder", &p.Backup.Folder)
	r.number("retention.statements_months", 1, mostMonths, &p.Retention.StatementMonths)
	r.number("retention.students_months", 1, mostMonths, &p.Retention.StudentMonths)
	r.number("retention.files_days", 1, mostDays, &p.Retention.FilesDays)
	r.number("retention.copies_days", 1, mostDays, &p.Retention.CopiesDays)
	r.number("retention.register_years", 1, mostYears, &p.Retention.RegisterYears)
	r.yearDay("cards.extended_to", &p.Cards.ExtendedTo)
	r.yesNo("cards.extension_needs_code", &p.Cards.NewCode)
	r.number("cards.warn_days", 0, mostWarning, &p.Cards.WarnDays)
	r.number("invalidation.overdue_days", 0, mostDays, &p.Invalidation.OverdueDays)
	late := lateInvalidates
	r.word("invalidation.late_objection", profileLate, &late)
	p.Invalidation.KeepObjection = late == lateKeeps
	r.yesNo("sio.byte_order_mark", &p.SIO.Mark)
	return p
}

func (r *profileReader) photo(rules *PhotoRules) {
	r.words("photo.formats", profileFormats, &rules.Formats)
	r.pair("photo.min", "x", mostSide, ProfileNotSize, &rules.MinWidth, &rules.MinHeight)
	r.pair("photo.max", "x", mostSide, ProfileNotSize, &rules.MaxWidth, &rules.MaxHeight)
	r.pair("photo.ratio", ":", mostRatioPart, ProfileNotRatio, &rules.RatioWidth, &rules.RatioHeight)
	r.bytes("photo.max_bytes", &rules.MaxBytes)
	r.number("photo.retention_days", 1, mostDays, &rules.RetentionDays)
	r.yesNo("photo.delete_after_issue", &rules.DeleteAfterIssue)

	least, most := "", ""
	if rules.MinWidth > 0 {
		least = size(rules.MinWidth, rules.MinHeight)
	}
	if rules.MaxWidth > 0 {
		most = size(rules.MaxWidth, rules.MaxHeight)
	}
	if least != "" && most != "" && (rules.MinWidth > rules.MaxWidth || rules.MinHeight > rules.MaxHeight) {
		r.fail(ProfileMinOverMax, []string{"photo", "max"}, most, least)
		return
	}
	if !rules.ratioCanFit() {
		got := strconv.Itoa(rules.RatioWidth) + ":" + strconv.Itoa(rules.RatioHeight)
		r.fail(ProfileRatioNeverFit, []string{"photo", "ratio"}, got, least, most)
	}
}

// ratioCanFit reports whether some picture keeps the ratio, to less than one
// pixel of width, within the sizes.
func (rules PhotoRules) ratioCanFit() bool {
	if rules.RatioWidth == 0 {
		return true
	}
	maxW, maxH := rules.MaxWidth, rules.MaxHeight
	if maxW == 0 {
		maxW, maxH = mostSide, mostSide
	}
	minW, minH := max(rules.MinWidth, 1), max(rules.MinHeight, 1)
	rw, rh := rules.RatioWidth, rules.RatioHeight
	narrowest, widest := rh*minW-rw*maxH, rh*maxW-rw*minH
	return narrowest < rh && widest > -rh
}

func size(w, h int) string { return strconv.Itoa(w) + "x" + strconv.Itoa(h) }

// lookup splits a key and reads its value.
func (r *profileReader) lookup(key string) (path []string, v any, ok bool) {
	path = strings.Split(key, ".")
	v, ok = r.value(path)
	return path, v, ok
}

func (r *profileReader) str(key string, to *string) {
	path, v, ok := r.lookup(key)
	if !ok {
		return
	}
	s, isText := v.(string)
	plain := !strings.ContainsFunc(s, func(c rune) bool { return !unicode.IsPrint(c) })
	if !isText || !plain || utf8.RuneCountInString(s) > mostText {
		r.fail(ProfileNotText, path, spelled(v), strconv.Itoa(mostText))
		return
	}
	*to = strings.TrimSpace(s)
}

func (r *profileReader) zone(key string, to **time.Location) {
	path, v, ok := r.lookup(key)
	if !ok {
		return
	}
	s, _ := v.(string)
	zone, err := time.LoadLocation(s)
	// "" and "Local" are names to Go, but say nothing about a school.
	if err != nil || s == "" || s == "Local" {
		r.fail(ProfileNotZone, path, spelled(v))
		return
	}
	*to = zone
}

func (r *profileReader) word(key string, allowed []string, to *string) {
	path, v, ok := r.lookup(key)
	if !ok {
		return
	}
	s, _ := v.(string)
	if !slices.Contains(allowed, s) {
		r.fail(ProfileNotOneOf, path, spelled(v), allowed...)
		return
	}
	*to = s
}

func (r *profileReader) words(key string, allowed []string, to *[]string) {
	path, v, ok := r.lookup(key)
	if !ok {
		return
	}
	list, isList := v.([]any)
	if !isList || len(list) == 0 {
		r.fail(ProfileNotList, path, spelled(v), allowed...)
		return
	}
	var words []string
	for _, item := range list {
		s, _ := item.(string)
		switch {
		case !slices.Contains(allowed, s):
			r.fail(ProfileNotOneOf, path, spelled(item), allowed...)
			return
		case slices.Contains(words, s):
			r.fail(ProfileRepeated, path, s)
			return
		}
		words = append(words, s)
	}
	*to = words
}

func (r *profileReader) yesNo(key string, to *bool) {
	path, v, ok := r.lookup(key)
	if !ok {
		return
	}
	b, isBool := v.(bool)
	if !isBool {
		r.fail(ProfileNotYesNo, path, spelled(v), "true", "false")
		return
	}
	*to = b
}

func (r *profileReader) number(key string, least, most int64, to *int) {
	path, v, ok := r.lookup(key)
	if !ok {
		return
	}
	n, isNumber := v.(int64)
	if !isNumber || n < least || n > most {
		r.fail(ProfileNotNumber, path, spelled(v), strconv.FormatInt(least, 10), strconv.FormatInt(most, 10))
		return
	}
	*to = int(n)
}

// pair reads "480x600" or "4:5".
func (r *profileReader) pair(key, sep string, most int, kind ProfileErrorKind, a, b *int) {
	path, v, ok := r.lookup(key)
	if !ok {
		return
	}
	s, _ := v.(string)
	left, right, _ := strings.Cut(s, sep)
	x, okX := wholeNumber(left, most)
	y, okY := wholeNumber(right, most)
	if !okX || !okY {
		r.fail(kind, path, spelled(v), strconv.Itoa(most))
		return
	}
	*a, *b = x, y
}

// yearDay reads "30.09", and "never" as none.
func (r *profileReader) yearDay(key string, to *YearDay) {
	path, v, ok := r.lookup(key)
	if !ok {
		return
	}
	if v == "never" {
		*to = YearDay{}
		return
	}
	s, _ := v.(string)
	day, month, _ := strings.Cut(s, ".")
	d, okDay := wholeNumber(day, 31)
	m, okMonth := wholeNumber(strings.TrimSuffix(month, "."), 12)
	// In a leap year every day that there is exists.
	if _, err := NewDate(2024, time.Month(m), d); !okDay || !okMonth || err != nil {
		r.fail(ProfileNotDay, path, spelled(v))
		return
	}
	*to = YearDay{time.Month(m), d}
}

// wholeNumber reads digits and nothing else but blanks around them.
func wholeNumber(s string, most int) (int, bool) {
	s = strings.TrimSpace(s)
	if strings.ContainsFunc(s, func(c rune) bool { return c < '0' || c > '9' }) {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1 && n <= most
}

func (r *profileReader) bytes(key string, to *int64) {
	path, v, ok := r.lookup(key)
	if !ok {
		return
	}
	n, ok := byteCount(v)
	if !ok || n < leastBytes || n > mostBytes {
		r.fail(ProfileNotBytes, path, spelled(v), "1 KB", "1024 MB")
		return
	}
	*to = n
}

// byteCount reads 1048576, "1048576", "500 KB", "2.5 MB" and "2,5 MB"; a KB
// is 1,024 bytes, a MB 1,048,576.
func byteCount(v any) (int64, bool) {
	if n, ok := v.(int64); ok {
		return n, true
	}
	s, _ := v.(string)
	s = strings.ToUpper(strings.TrimSpace(s))
	unit := 1.0
	for _, u := range []struct {
		suffix string
		bytes  float64
	}{{"KB", 1 << 10}, {"MB", 1 << 20}, {"B", 1}} {
		if rest, ok := strings.CutSuffix(s, u.suffix); ok {
			s, unit = strings.TrimSpace(rest), u.bytes
			break
		}
	}
	s = strings.Replace(s, ",", ".", 1)
	// ParseFloat also knows "inf", "0x1p4" and "1e6", which no file means.
	if strings.ContainsFunc(s, func(c rune) bool { return c != '.' && (c < '0' || c > '9') }) {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f*unit > math.MaxInt32*4 {
		return 0, false
	}
	return int64(f * unit), true
}

// life reads how long a code lives; "never" is a code that does not expire.
func (r *profileReader) life(key string, to *time.Duration) {
	path, v, ok := r.lookup(key)
	if !ok {
		return
	}
	if v == "never" {
		*to = 0
		return
	}
	d, ok := durationOf(v, leastLife, mostLife)
	if !ok {
		r.fail(ProfileNotLife, path, spelled(v), shortDuration(leastLife), shortDuration(mostLife))
		return
	}
	*to = d
}

func (r *profileReader) duration(key string, least, most time.Duration, to *time.Duration) {
	path, v, ok := r.lookup(key)
	if !ok {
		return
	}
	d, ok := durationOf(v, least, most)
	if !ok {
		r.fail(ProfileNotDuration, path, spelled(v), shortDuration(least), shortDuration(most))
		return
	}
	*to = d
}

func durationOf(v any, least, most time.Duration) (time.Duration, bool) {
	s, _ := v.(string)
	d, err := time.ParseDuration(strings.TrimSpace(s))
	return d, err == nil && d >= least && d <= most
}

// shortDuration writes "10m" where Go writes "10m0s".
func shortDuration(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}
