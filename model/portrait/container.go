package portrait

import (
	"bytes"
	"strings"
)

// Formats that are named for what they are. "" is none of them.
const (
	FormatJPEG = "JPEG"
	FormatPNG  = "PNG"
	FormatHEIC = "HEIC"
	FormatAVIF = "AVIF"
	FormatWebP = "WebP"
	FormatPDF  = "PDF"
	FormatGIF  = "GIF"
	FormatBMP  = "BMP"
	FormatTIFF = "TIFF"
	FormatMP4  = "MP4"
	FormatMOV  = "MOV"
	FormatZIP  = "ZIP"
	FormatRAR  = "RAR"
	Format7Z   = "7Z"
	FormatPSD  = "PSD"
	FormatJP2  = "JPEG 2000"
	FormatJXL  = "JPEG XL"
	FormatSVG  = "SVG"
	FormatHTML = "HTML"
	FormatRTF  = "RTF"
	FormatOLE  = "DOC"
	FormatText = "TXT"
)

// signatures are the first bytes of formats that begin with fixed ones.
var signatures = []struct{ start, format string }{
	{"\xFF\xD8\xFF", FormatJPEG},
	{"\x89PNG\r\n\x1a\n", FormatPNG},
	{"%PDF-", FormatPDF},
	{"GIF87a", FormatGIF},
	{"GIF89a", FormatGIF},
	{"II*\x00", FormatTIFF},
	{"MM\x00*", FormatTIFF},
	{"PK\x03\x04", FormatZIP},
	{"Rar!\x1a\x07", FormatRAR},
	{"7z\xBC\xAF\x27\x1C", Format7Z},
	{"8BPS", FormatPSD},
	{"\x00\x00\x00\x0CjP  \r\n\x87\n", FormatJP2},
	{"\xFF\x4F\xFF\x51", FormatJP2},
	{"\x00\x00\x00\x0CJXL \r\n\x87\n", FormatJXL},
	{"\xFF\x0A", FormatJXL},
	{"{\\rtf", FormatRTF},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FormatOLE},
}

// Format names what the bytes are, whatever the file is called; "" where
// that is not known.
func Format(data []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.start)) {
			return s.format
		}
	}
	switch {
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return FormatWebP
	case len(data) >= 12 && string(data[4:8]) == "ftyp":
		return brandFormat(data)
	case len(data) >= 26 && string(data[:2]) == "BM" && data[15] == 0 && data[16] == 0 && data[17] == 0:
		return FormatBMP
	}
	return textFormat(data)
}

// brandFormat tells the members of the ISO media family apart by their
// brands: pictures name one of theirs among the compatible ones, too.
func brandFormat(data []byte) string {
	size := min(int(data[2])<<8|int(data[3]), len(data), 256)
	brands := string(data[8:max(12, size)])
	for _, b := range []struct{ brand, format string }{
		{"avif", FormatAVIF}, {"avis", FormatAVIF}, {"heic", FormatHEIC}, {"heix", FormatHEIC}, {"hevc", FormatHEIC},
		{"heim", FormatHEIC}, {"heis", FormatHEIC}, {"mif1", FormatHEIC}, {"msf1", FormatHEIC}, {"qt  ", FormatMOV},
	} {
		if strings.Contains(brands, b.brand) {
			return b.format
		}
	}
	return FormatMP4
}

// textFormat recognises what people send instead of a picture: web pages and
// notes.
func textFormat(data []byte) string {
	start := bytes.TrimPrefix(data[:min(len(data), 512)], []byte("\xEF\xBB\xBF"))
	lower := strings.ToLower(string(bytes.TrimSpace(start)))
	switch {
	case strings.HasPrefix(lower, "<svg"), strings.HasPrefix(lower, "<?xml") && strings.Contains(lower, "<svg"):
		return FormatSVG
	case strings.HasPrefix(lower, "<!doctype html"), strings.HasPrefix(lower, "<html"):
		return FormatHTML
	case lower != "" && !bytes.ContainsFunc(start, func(r rune) bool {
		return r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0xFFFD
	}):
		return FormatText
	}
	return ""
}
