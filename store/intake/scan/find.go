package scan

import (
	"errors"
	"image"
	"math"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode/decoder"
	"github.com/makiuchi-d/gozxing/qrcode/detector"
	"golang.org/x/image/draw"
)

// sight is one code seen in a picture.
type sight struct {
	box     image.Rectangle
	payload string
	part    bool // one of several codes that make one text
	unread  bool // there is a code, but it can't be read
}

// effort says how hard to look.
type effort int

const (
	quick    effort = iota // a clean drawing: one pass, a few if it shows nothing, all if something is left over
	careful                // a drawing that showed nothing: every pass
	thorough               // a photograph or a screenshot: every pass, and parts of the picture for themselves
)

// pass is one way to look at a picture.
type pass struct {
	scale    float64
	inverted bool
	local    bool // the threshold follows the neighbourhood
	always   bool // also if all seems found or nothing is there
}

// passes are in the order in which they are worth their time: measured on
// degraded pictures (LIBS.md).
var passes = []pass{
	{scale: 1, local: true, always: true},
	{scale: 1, always: true},
	{scale: 1, local: true, inverted: true, always: true},
	{scale: 0.5, local: true},
	{scale: 2, local: true},
	{scale: 0.5},
	{scale: 1, inverted: true},
	{scale: 0.25, local: true},
	{scale: 0.5, local: true, inverted: true},
}

// find returns all codes of a picture, also several. A picture that a finder
// pattern was left over in is looked at in more ways, and what is still left
// then and has the shape of a code is returned as unread.
func find(g *image.Gray, e effort) []sight {
	s := search{picture: g}
	for i, p := range passes {
		done := len(s.left) == 0 && (len(s.seen) > 0 || e == quick)
		if again := p.always && (e != quick || len(s.seen) == 0); i > 0 && done && !again {
			continue
		}
		s.look(p)
	}
	if len(s.seen) == 0 && e == thorough {
		s.tiles()
	}
	return s.result()
}

// search is what is known of a picture so far.
type search struct {
	picture *image.Gray
	half    *image.Gray // nil: not made yet
	seen    []sight
	left    []image.Rectangle // of the first pass that left something: where a code seems to be
}

// Pictures beyond these sizes are not looked at smaller or larger: a quarter
// of a small one shows nothing, twice a large one costs too much.
const (
	leastForSmaller = 400
	mostForLarger   = 1_000_000
)

func (s *search) look(p pass) {
	b := s.picture.Bounds()
	switch {
	case p.scale < 1 && min(b.Dx(), b.Dy()) < leastForSmaller,
		p.scale > 1 && b.Dx()*b.Dy() > mostForLarger:
		return
	}
	m := binarise(s.at(p.scale), p)
	if m == nil {
		return
	}
	first := len(s.seen) == 0 && len(s.left) == 0
	for _, got := range readAll(m) {
		got.box = scaled(got.box, 1/p.scale)
		switch {
		case !got.unread:
			s.add(got)
		case first && !p.inverted:
			s.left = append(s.left, got.box)
		}
	}
	s.settle()
}

// at returns the picture in another size. Halves are kept, as they are asked
// for several times.
func (s *search) at(scale float64) *image.Gray {
	b := s.picture.Bounds()
	switch {
	case scale == 1:
		return s.picture
	case scale > 1:
		g := image.NewGray(image.Rect(0, 0, int(float64(b.Dx())*scale), int(float64(b.Dy())*scale)))
		draw.ApproxBiLinear.Scale(g, g.Bounds(), s.picture, b, draw.Src, nil)
		return g
	}
	if s.half == nil {
		s.half = halve(s.picture)
	}
	if scale < 0.5 {
		return halve(s.half)
	}
	return s.half
}

// add takes a code, unless it is known already.
func (s *search) add(got sight) {
	for _, old := range s.seen {
		if covers(old.box, got.box) {
			return
		}
	}
	s.seen = append(s.seen, got)
}

// settle forgets the leftovers that have been read since.
func (s *search) settle() {
	left := s.left[:0]
	for _, box := range s.left {
		known := false
		for _, old := range s.seen {
			known = known || covers(old.box, box)
		}
		if !known {
			left = append(left, box)
		}
	}
	s.left = left
}

// tiles looks at overlapping parts of a large picture, with the decoder's own
// search for a single code: a small code in a large photograph.
func (s *search) tiles() {
	b := s.picture.Bounds()
	side := max(b.Dx(), b.Dy()) / 3
	if side < leastForSmaller {
		s.single(b)
		return
	}
	for y := b.Min.Y; y < b.Max.Y; y += side / 2 {
		for x := b.Min.X; x < b.Max.X; x += side / 2 {
			s.single(image.Rect(x, y, x+side, y+side).Intersect(b))
		}
	}
}

func (s *search) single(part image.Rectangle) {
	if min(part.Dx(), part.Dy()) < 21 {
		return
	}
	m := binarise(s.picture.SubImage(part).(*image.Gray), passes[0])
	if m == nil {
		return
	}
	defer func() { _ = recover() }() // see attempt
	found, err := detector.NewDetector(m).Detect(map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		return
	}
	if got, ok := decode(found.GetBits()); ok {
		got.box = around(found.GetPoints(), found.GetBits().GetWidth()).Add(part.Min)
		s.add(got)
	}
}

func (s *search) result() []sight {
	for _, box := range s.left {
		s.seen = append(s.seen, sight{box: box, unread: true})
	}
	bounds := s.picture.Bounds()
	for i := range s.seen {
		s.seen[i].box = s.seen[i].box.Intersect(bounds)
	}
	return s.seen
}

// binarise turns grey into black and white; nil if that is not possible.
func binarise(g *image.Gray, p pass) *gozxing.BitMatrix {
	b := g.Bounds()
	pixels := g.Pix[g.PixOffset(b.Min.X, b.Min.Y):]
	source, err := gozxing.NewPlanarYUVLuminanceSource(pixels, g.Stride, b.Dy(), 0, 0, b.Dx(), b.Dy(), false)
	if err != nil {
		return nil
	}
	if p.inverted {
		source = gozxing.NewInvertedLuminanceSource(source)
	}
	binarizer := gozxing.NewGlobalHistgramBinarizer
	if p.local {
		binarizer = gozxing.NewHybridBinarizer
	}
	m, err := binarizer(source).GetBlackMatrix()
	if err != nil {
		return nil
	}
	return m
}

// readAll reads every code of a black and white picture. Those that have the
// shape of a code and can't be read are among them, marked.
func readAll(m *gozxing.BitMatrix) []sight {
	centers := locate(m)
	used := make([]bool, len(centers))
	var found, failed []sight
	var failedBy []triple
	for _, t := range triples(centers) {
		if used[t.topLeft] || used[t.topRight] || used[t.bottomLeft] {
			continue
		}
		got, shape, ok := attempt(m, centers, t)
		switch {
		case ok:
			used[t.topLeft], used[t.topRight], used[t.bottomLeft] = true, true, true
			found = append(found, got)
		case shape:
			got.unread = true
			failed, failedBy = append(failed, got), append(failedBy, t)
		}
	}
	for i, t := range failedBy {
		if !used[t.topLeft] && !used[t.topRight] && !used[t.bottomLeft] {
			used[t.topLeft], used[t.topRight], used[t.bottomLeft] = true, true, true
			found = append(found, failed[i])
		}
	}
	return found
}

// attempt reads the code that three finder patterns may be of. shape reports
// that the modules between them alternate as those of a code do.
func attempt(m *gozxing.BitMatrix, centers []*detector.FinderPattern, t triple) (got sight, shape, ok bool) {
	// The library indexes where a damaged picture points; its own tests don't
	// cover every such picture, and a file from outside must not end the
	// program.
	defer func() {
		if recover() != nil {
			got, shape, ok = sight{}, false, false
		}
	}()
	info := detector.NewFinderPatternInfo(centers[t.bottomLeft], centers[t.topLeft], centers[t.topRight])
	grid, err := detector.NewDetector(m).ProcessFinderPatternInfo(info)
	if err != nil {
		return sight{}, false, false
	}
	bits := grid.GetBits()
	shape = timed(bits) // before decoding, which takes the mask off the modules
	got, ok = decode(bits)
	got.box = around(grid.GetPoints(), bits.GetWidth())
	return got, shape, ok
}

// decode reads a code's modules.
func decode(bits *gozxing.BitMatrix) (sight, bool) {
	version := (bits.GetWidth() - 17) / 4
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_CHARACTER_SET: "ISO-8859-1"}
	result, err := decoder.NewDecoder().Decode(bits, hints)
	if err != nil {
		return sight{}, false
	}
	text, err := payload(result.GetRawBytes(), version, result.GetText())
	if errors.Is(err, errPart) {
		return sight{part: true}, true
	}
	return sight{payload: text}, err == nil && text != ""
}

// timed reports whether the two timing patterns of a code are there.
func timed(bits *gozxing.BitMatrix) bool {
	n := bits.GetWidth()
	right, all := 0, 0
	for i := 8; i < n-8; i++ {
		dark := i%2 == 0
		for _, module := range []bool{bits.Get(i, 6), bits.Get(6, i)} {
			all++
			if module == dark {
				right++
			}
		}
	}
	return right*10 >= all*9
}

// around returns the rectangle around a code, given its finder patterns
// (bottom left, top left, top right) and its side in modules.
func around(points []gozxing.ResultPoint, modules int) image.Rectangle {
	if len(points) < 3 {
		return image.Rectangle{}
	}
	bl, tl, tr := points[0], points[1], points[2]
	// From centre to centre are all modules but seven; a half of these beyond.
	span := float64(modules - 7)
	rx, ry := (tr.GetX()-tl.GetX())/span, (tr.GetY()-tl.GetY())/span
	dx, dy := (bl.GetX()-tl.GetX())/span, (bl.GetY()-tl.GetY())/span
	corner := func(right, down float64) (x, y float64) {
		return tl.GetX() + right*rx + down*dx, tl.GetY() + right*ry + down*dy
	}
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, right := range []float64{-3.5, span + 3.5} {
		for _, down := range []float64{-3.5, span + 3.5} {
			x, y := corner(right, down)
			minX, minY, maxX, maxY = min(minX, x), min(minY, y), max(maxX, x), max(maxY, y)
		}
	}
	return image.Rect(int(minX), int(minY), int(math.Ceil(maxX)), int(math.Ceil(maxY)))
}

// covers reports whether two rectangles are of the same code.
func covers(a, b image.Rectangle) bool {
	in := a.Intersect(b)
	return in.Dx()*in.Dy()*2 > min(a.Dx()*a.Dy(), b.Dx()*b.Dy())
}

func scaled(r image.Rectangle, by float64) image.Rectangle {
	f := func(v int) int { return int(math.Round(float64(v) * by)) }
	return image.Rect(f(r.Min.X), f(r.Min.Y), f(r.Max.X), f(r.Max.Y))
}
