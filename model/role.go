package model

// Role is what somebody may do at a desk. The zero value is a desk of every
// day.
type Role int

// The roles.
const (
	RoleDesk    Role = iota // does the deeds of a desk
	RoleReader              // sees the lists, without codes and PESELs, and changes nothing
	RoleAdmin               // a desk that may also change the school's profile and keys, purge and restore
	RoleDisplay             // a screen on the student's side: shows its desk's code and nothing else
)

var roleNames = map[Role]string{RoleDesk: "desk", RoleReader: "reader", RoleAdmin: "admin", RoleDisplay: "display"}

// String is the role's name in authorized_keys.
func (r Role) String() string { return roleNames[r] }

// ParseRole is the role of that name; ok is false if there is none.
func ParseRole(name string) (r Role, ok bool) {
	for r, n := range roleNames {
		if n == name {
			return r, true
		}
	}
	return RoleDesk, false
}

// Right is a kind of thing that not everybody may do.
type Right int

// The rights.
const (
	RightDeeds   Right = iota // writing anything into the database
	RightSecrets              // seeing PESELs, logins and codes
	RightManage               // profiles, keys, purge, restore
)

// May reports whether a role has a right. This is the one place that decides.
func (r Role) May(do Right) bool {
	switch r {
	case RoleAdmin:
		return true
	case RoleDesk:
		return do != RightManage
	}
	return false
}

// HiddenPESEL stands where a student has a PESEL that the reader may not see.
// It is not "", which would say that they have none.
const HiddenPESEL PESEL = "•"

// Seen is the record as a role may see it. What follows from a hidden PESEL,
// the day of birth, stays.
func (r Record) Seen(by Role) Record {
	if by.May(RightSecrets) {
		return r
	}
	if r.PESEL != "" {
		r.Birth, r.PESEL = r.BirthDate(), HiddenPESEL
	}
	r.Document = ""
	codes := make([]Code, len(r.Codes))
	for i, c := range r.Codes {
		c.Payload, c.Second, c.Login = "", "", ""
		codes[i] = c
	}
	r.Codes = codes
	invalidations := make([]Invalidation, len(r.Invalidations))
	for i, one := range r.Invalidations {
		one.Note = ""
		invalidations[i] = one
	}
	r.Invalidations = invalidations
	return r
}
