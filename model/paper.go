package model

import "time"

// PaperLife is how long a code must still live to go out on paper: a slip is
// cut, handed out in class, taken home, and scanned when a parent has time.
const PaperLife = 3 * 24 * time.Hour

// MayPrint reports whether the code may go out on paper: one that could be
// given now for the first time, that nobody has on a screen, that is a QR code
// (a login and its password in one hand and on one sheet are an open account),
// and that lives long enough. A code that was shown before is not printed, and
// a printed one is not shown again until somebody says how it ended.
func (a Assessment) MayPrint(p Profile, now time.Time) bool {
	return a.Stage == StageReady && a.Code.Kind != CodeCredentials && a.Code.Claim.Desk == "" &&
		!a.Code.Expired(p, now.Add(PaperLife))
}
