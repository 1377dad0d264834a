package text

import (
	"fmt"

	"okienko/model/portrait"
)

var letterEnglish = Letter{
	Subject: "Photo for the mobile school card: please send a new one", Greeting: "Hello,",
	About: func(name, class string) string { return inClass(name, ", class ", class) + "." },
	File:  func(file, day string) string { return fmt.Sprintf("File: %s, received on %s.", file, day) },
	Cant:  "We can't use this photo. The reasons:", ToDo: "What to do:",
	Please: "Please send us a new photo. Best of all:",
	Best: []string{
		"one person, facing the camera, face uncovered, eyes open; the head takes about 3/4 of the height;",
		"even light from the front, for example at a window; a light and plain background;",
		"the original JPG from the phone or camera, not a screenshot and not a picture from a messenger;",
	},
	Pixels: func(w, h int) string { return fmt.Sprintf("at least %d × %d pixels (width × height);", w, h) },
	Ratio:  func(w, h int) string { return fmt.Sprintf("sides in the ratio %d:%d (width to height);", w, h) },
	Weight: func(limit string) string { return fmt.Sprintf("a file of at most %s.", limit) },
	Reply:  "Please send the photo in reply to this message, with the first name, surname and class in the name of the file.",
	Deleted: func(day string) string {
		return fmt.Sprintf("The photo that we have received will be deleted on %s at the latest.", day)
	},
	Office: "The school's office", FileWord: "photo letter",
	Advice: map[portrait.ID]string{
		portrait.EmptyFile:          "send the file once more, it did not arrive.",
		portrait.NotJPEG:            "save the photo as JPG and send it again (iPhone: Settings, Camera, Formats, Most Compatible).",
		portrait.Truncated:          "send the original file again, the transfer broke off.",
		portrait.Corrupt:            "open the photo, check that all of it can be seen, and send the original file again.",
		portrait.UnsupportedJPEG:    "open the photo on a phone or computer, save it as an ordinary JPG and send it.",
		portrait.TooManyPixels:      "take the photo at an ordinary resolution, 12 megapixels will do.",
		portrait.TooSmall:           "send the original from the phone or camera. Screenshots and pictures from messengers are made smaller.",
		portrait.TooLargePx:         "make the photo smaller or choose a lower resolution in the camera.",
		portrait.WrongRatio:         "crop the photo to the ratio given below, upright, with the head in the middle.",
		portrait.TooHeavy:           "make the photo smaller, for example send it in the size \"medium\".",
		portrait.NearLimit:          "make the photo a little smaller, so that every system takes it.",
		portrait.LowResolution:      "send the original from the phone or camera, not a thumbnail.",
		portrait.RotatedEXIF:        "turn the photo upright and save it again.",
		portrait.GPSData:            "switch off location in the camera: the file tells where the photo was taken.",
		portrait.TrailingData:       "save the photo again without extras such as a \"motion photo\".",
		portrait.BadExtension:       "give the file a name that ends in .jpg.",
		portrait.Greyscale:          "send a photo in colour.",
		portrait.CMYK:               "ask the photographer for a file in RGB colours (sRGB).",
		portrait.RotatedPixels:      "turn the photo so that the head is at the top, and save it again.",
		portrait.NoFace:             "take a photo of the face from the front, well lit and uncovered.",
		portrait.ManyFaces:          "take a photo with one person only, in the background too.",
		portrait.FaceTooSmall:       "go closer, so that the head takes about 3/4 of the height.",
		portrait.FaceTooLarge:       "move the camera away, so that the whole head with hair and chin fits in.",
		portrait.FaceOffCentre:      "put the head into the middle of the photo.",
		portrait.Blurred:            "take the photo again: wipe the lens, rest the phone on something and tap the face on the screen to focus.",
		portrait.TooDark:            "stand facing a window or a lamp.",
		portrait.TooBright:          "take the photo without flash and not in full sun.",
		portrait.LowContrast:        "take the photo in better light, without filters.",
		portrait.LowQuality:         "send the original: messengers compress photos hard.",
		portrait.BackgroundBusy:     "stand before a plain wall.",
		portrait.BackgroundNotLight: "choose a light background, for example a white wall.",
		portrait.DuplicateFile:      "check whose photo this is and send the right one for each person.",
		portrait.SeveralPhotos:      "write to us which of the photos to choose.",
	},
}
