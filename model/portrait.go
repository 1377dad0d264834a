package model

// PortraitState is what the desk decided about a photo.
type PortraitState string

// States of a portrait.
const (
	PortraitAccepted PortraitState = "accepted"
	PortraitRefused  PortraitState = "refused"
	PortraitTold     PortraitState = "told" // refused, and the family knows why
)

// PortraitStates in the order in which a desk offers them.
var PortraitStates = []PortraitState{PortraitAccepted, PortraitRefused, PortraitTold}

// Refused reports whether the family has to send another photo.
func (s PortraitState) Refused() bool { return s == PortraitRefused || s == PortraitTold }

// Portrait (zdjęcie) is the decision about the photo that the family sent.
type Portrait struct {
	State   PortraitState
	Decided Date // zero once the photo is known to be deleted
}
