package kit

import "strings"

// chrome is how many lines the frame takes: header, notice, footer. The line of
// the notice is always there, so that a notice moves nothing.
const chrome = 3

// View draws the window: header, the top screen, the notice and the footer.
func (s *Stack) View() (view string) {
	if s.w <= 0 || s.h <= 0 || s.crashed {
		return ""
	}
	defer func() {
		if r := recover(); r != nil {
			s.crash(NewCrash(r))
			view = ""
		}
	}()
	screen := s.Top()
	if full, ok := screen.(FullScreener); ok && full.FullScreen() {
		lines := s.overNotice(Fit(screen.View(s.w, s.h), s.w, s.h))
		return strings.Join(s.over.lay(screen, lines, 0, len(lines)), "\n")
	}
	lines := strings.Split(s.opts.Look.Fit(s.framed(screen)), "\n")
	if s.unseen() {
		return strings.Join(s.over.lift(lines), "\n")
	}
	return strings.Join(s.over.lay(screen, lines, 1, s.h-1-max(1, len(s.said()))), "\n")
}

// unseen says that the window is too small to draw the top screen.
func (s *Stack) unseen() bool {
	full, ok := s.Top().(FullScreener)
	return (s.w < s.opts.MinW || s.h < s.opts.MinH) && (!ok || !full.FullScreen())
}

// framed is a screen that is not full-screen with all that is around it. (One
// that is paints its own picture, and knows the terminal itself.)
func (s *Stack) framed(screen Screen) string {
	if s.unseen() {
		text := s.opts.Words.tooSmall(s.w, s.h, s.opts.MinW, s.opts.MinH)
		return strings.Join(Fit(strings.Join(Wrap(text, s.w), "\n"), s.w, s.h), "\n")
	}
	lines := []string{s.header()}
	lines = append(lines, Fit(screen.View(s.w, s.h-chrome), s.w, s.h-chrome)...)
	lines = s.overNotice(append(lines, ""))
	lines = append(lines, Dim.Paint(footer(screen, s.actions(screen), &s.opts.Words, s.w)))
	return strings.Join(lines, "\n")
}

// overNotice puts the notice over the last lines: its own and, if the sentence
// is long, as many of the screen's as it needs. A sentence that says what was
// not saved must not be cut in the middle.
func (s *Stack) overNotice(lines []string) []string {
	n := s.said()
	for i := range min(len(n), len(lines)) {
		lines[len(lines)-1-i] = n[len(n)-1-i]
	}
	return lines
}

// said are the lines of the notice, if there is one.
func (s *Stack) said() []string {
	notice := s.notice
	if s.lasting.Text != "" {
		notice = s.lasting
	}
	if notice.Text == "" {
		return nil
	}
	return notice.lines(s.w)
}

// header is the breadcrumb of titles at the left and the app's status at the
// right. Where both don't fit, the beginning of the breadcrumb goes.
func (s *Stack) header() string {
	status := ""
	if s.opts.Status != nil {
		status = Cut(Safe(s.opts.Status(s.w/2)), s.w/2)
	}
	room := s.w - Width(status) - 2
	titles := make([]string, len(s.layers))
	for i, l := range s.layers {
		titles[i] = Safe(l.screen.Title())
	}
	crumbs := strings.Join(titles, signs.sep)
	for len(titles) > 1 && Width(crumbs) > room {
		titles = titles[1:]
		crumbs = signs.dots + signs.sep + strings.Join(titles, signs.sep)
	}
	return Strong.Paint(Pad(crumbs, room)) + "  " + status
}
