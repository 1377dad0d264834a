package model

import (
	"slices"
	"time"
)

// bestCode picks the code to hand over: a usable one, else the latest, with the
// reason why it is not usable. While another desk has any live code of the
// student on its screen, that one and its desk are the answer: a student
// stands at one desk. It returns nil if there is none.
func bestCode(r Record, p Profile, v Viewpoint) (*Code, BlockerID) {
	var best *Code
	var why BlockerID
	void := r.voided()
	for i := range r.Codes {
		c := &r.Codes[i]
		block := codeBlocker(*c, p, v)
		if r.void(*c, void) {
			block = BlockCodeVoid
		}
		switch {
		case block == BlockOtherDesk:
			return c, block
		case best == nil,
			(block == "") != (why == "") && block == "",
			(block == "") == (why == "") && r.preferred(*c, *best, block == "", p, v.Now):
			best, why = c, block
		}
	}
	return best, why
}

// provenBy reports whether a code shows that the card which counts now was
// registered in SIO: any but a login, of no card that is gone.
func (r Record) provenBy(v voided) bool {
	return slices.ContainsFunc(r.Codes, func(c Code) bool { return c.Kind != CodeCredentials && c.ID > v.card })
}

// unfinishedCode is the code with which a desk broke off, also one that has
// expired or was invalidated since: it may have been scanned before. Of several
// it is one that somebody could still use, then the one taken in first.
func unfinishedCode(r Record, v Viewpoint, void voided) (found *Code) {
	for i := range r.Codes {
		c := &r.Codes[i]
		if !c.Claim.Unfinished(v) {
			continue
		}
		if found == nil || r.void(*found, void) != r.void(*c, void) && r.void(*found, void) ||
			r.void(*found, void) == r.void(*c, void) && found.takenAfter(*c) {
			found = c
		}
	}
	return found
}

// fresh reports whether a code is one to hand over: not handed over itself,
// and taken in after every code that was. One that lay beside a code that the
// student has is superseded.
func (r Record) fresh(c Code) bool {
	if c.Spent > 0 {
		return false
	}
	for _, h := range EffectiveHandovers(r.Handovers) {
		for _, given := range r.Codes {
			if given.ID == h.Code && !c.takenAfter(given) {
				return false
			}
		}
	}
	return true
}

// nearlyOver is a life too short to open the app and scan.
const nearlyOver = 30 * time.Second

// preferred reports whether c goes before o. Of usable codes a fresh one goes
// first, then one that lives long enough to be scanned, then the one
// taken in last: whoever brings a new code has a reason not to use the old
// one. Of unusable ones it is the one taken in last.
func (r Record) preferred(c, o Code, usable bool, p Profile, now time.Time) bool {
	if usable {
		if fresh := r.fresh(c); fresh != r.fresh(o) {
			return fresh
		}
		if lives := !c.Expired(p, now.Add(nearlyOver)); lives != !o.Expired(p, now.Add(nearlyOver)) {
			return lives
		}
	}
	return c.takenAfter(o)
}

// takenAfter reports whether c was taken in after o. Numbers grow; a clock may
// have been set back between the two.
func (c Code) takenAfter(o Code) bool { return c.ID > o.ID }

func codeBlocker(c Code, p Profile, v Viewpoint) BlockerID {
	switch {
	case c.UsedUp(p), c.Forgotten && !c.Expired(p, v.Now):
		return BlockCodeUsedUp
	case c.Expired(p, v.Now):
		return BlockCodeExpired
	case c.Claim.HeldAgainst(v):
		return BlockOtherDesk
	}
	return ""
}
