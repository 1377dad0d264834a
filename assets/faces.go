package assets

import _ "embed"

// FaceCascade is the face detector's decision trees: the file facefinder of
// github.com/esimov/pigo v1.4.6 (MIT).
//
//go:embed faces/facefinder
var FaceCascade []byte
