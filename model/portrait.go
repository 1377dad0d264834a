package model

// PortraitState is what the desk decided about a photo.
type PortraitState string

// States of a portrait.
const (
	PortraitAccepted PortraitState = "accepted"
	PortraitRefused  PortraitState = "refused"
)

// Portrait (zdjęcie) is the decision about the photo that the family sent.
type Portrait struct {
	State   PortraitState
	Decided Date
}
