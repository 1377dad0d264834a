package kit

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

const helpKey = "f1"

const (
	// BurstMin is how many characters make a burst: fewer may be a fast typist.
	BurstMin = 8
	// burstGap is the longest pause inside a burst; scanners need 1–15 ms.
	burstGap = 30 * time.Millisecond
	// holdFor is how long letters wait on a screen with letter actions, to see
	// whether they belong to a burst.
	holdFor = 40 * time.Millisecond
	// deafGap: a key held down repeats about every 33 ms; each repeat keeps a
	// deaf screen deaf.
	deafGap = 50 * time.Millisecond
)

// keyName is the name actions use for a key.
func keyName(k tea.KeyMsg) string {
	if k.Type == tea.KeySpace && !k.Alt {
		return "space"
	}
	return k.String()
}

// printable says that a key types one visible character or a space.
func printable(k tea.KeyMsg) bool {
	return !k.Alt && !k.Paste && (k.Type == tea.KeyRunes || k.Type == tea.KeySpace)
}

var keyTypes = func() map[string]tea.KeyType {
	names := map[string]tea.KeyType{}
	for t := tea.KeyType(-128); t < 128; t++ {
		if name := t.String(); name != "" && t != tea.KeyRunes {
			names[name] = t
		}
	}
	names["space"] = tea.KeySpace
	return names
}()

// ParseKey turns a key's name into the key. The second result is false for a
// name no key has.
func ParseKey(name string) (tea.KeyMsg, bool) {
	if rest, alt := strings.CutPrefix(name, "alt+"); alt && rest != "" {
		k, ok := ParseKey(rest)
		k.Alt = true
		return k, ok
	}
	if t, ok := keyTypes[name]; ok {
		k := tea.KeyMsg{Type: t}
		if t == tea.KeySpace {
			k.Runes = []rune{' '}
		}
		return k, true
	}
	if r := []rune(name); len(r) == 1 {
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: r}, true
	}
	return tea.KeyMsg{}, false
}

// single splits a key message of several characters, which Bubble Tea makes of
// bytes that arrive together, into one message a character.
func single(k tea.KeyMsg) []tea.KeyMsg {
	if k.Type != tea.KeyRunes || len(k.Runes) < 2 {
		return []tea.KeyMsg{k}
	}
	keys := make([]tea.KeyMsg, 0, len(k.Runes))
	for _, r := range k.Runes {
		t := tea.KeyRunes
		if r == ' ' {
			t = tea.KeySpace
		}
		keys = append(keys, tea.KeyMsg{Type: t, Runes: []rune{r}, Alt: k.Alt})
	}
	return keys
}

// burst knows how fast the last characters came.
type burst struct {
	runes []rune
	last  time.Time
	held  []tea.KeyMsg
	seq   int
}

// add notes a character that arrived at a moment. It reports whether the one
// before came so shortly ago that both may belong to a burst.
func (b *burst) add(k tea.KeyMsg, now time.Time) bool {
	near := now.Sub(b.last) <= burstGap
	if !near || len(b.runes) >= MaxPaste {
		b.runes = b.runes[:0]
	}
	b.runes = append(b.runes, k.Runes...)
	b.last = now
	return near
}

// text is the burst that a key at this moment ends, "" if there is none.
func (b *burst) text(now time.Time) string {
	if len(b.runes) < BurstMin || now.Sub(b.last) > burstGap {
		return ""
	}
	return string(b.runes)
}

// take empties what was held back.
func (b *burst) take() []tea.KeyMsg {
	held := b.held
	b.held = nil
	b.seq++
	return held
}

// release asks for the held keys with this number, if they are still held.
type release struct{ seq int }
