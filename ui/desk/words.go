package desk

import (
	"errors"

	"okienko/ui/kit"
	"okienko/ui/text"
)

// kitWords are the frame's words in a language.
func kitWords(l text.Lang) *kit.Words {
	t := text.KitIn(l)
	return &kit.Words{
		Help: t.Help, Menu: t.Menu, HelpHint: t.HelpHint, MenuHint: t.MenuHint, Run: t.Run, Close: t.Close, Space: t.Space,
		Dropped: t.Dropped, TooSmall: t.TooSmall, Position: t.Position,
		Files: kit.FileWords{Title: t.PickFile, Open: t.OpenFile, Up: t.FolderUp, Close: t.Close, Empty: t.NoFiles,
			Unreadable: t.FolderUnreadable, Outside: t.FolderOutside, Missing: t.NoSuchPath, Path: t.EnterOpensPath, Narrow: t.Narrow},
	}
}

// ask is a dialog in the window's language. trigger is the key that opened
// it, which must not also answer it.
func (a *App) ask(heading, trigger string, lines ...string) *kit.Dialog {
	t := text.KitIn(a.Lang)
	return &kit.Dialog{Heading: heading, Text: lines, Yes: t.Yes, No: t.No, YesKey: t.YesKey, NoKey: t.NoKey, Trigger: trigger}
}

// pasteRefused turns what a field says of a paste into a sentence.
func (a *App) pasteRefused(err error) string {
	t := text.KitIn(a.Lang)
	if errors.Is(err, kit.ErrPasteTooLong) {
		return t.PasteTooLong
	}
	return t.PasteBroken
}
