package desk

import (
	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// seen are records as this window's person may see them. What they may not
// see goes no further than here.
func (a *App) seen(records []model.Record) []model.Record {
	if a.Actor.Role.May(model.RightSecrets) {
		return records
	}
	for i := range records {
		records[i] = records[i].Seen(a.Actor.Role)
	}
	return records
}

// looks are the actions by which nothing is changed and no secret is shown.
// What is not among them, somebody who may only look can't use: a new action
// is closed to them until it is written here.
var looks = map[string]bool{
	// the list and what it asks
	"open": true, "class": true, "stage": true, "clear": true, "quit": true, "choose": true, "pick": true, "go-on": true,
	"day": true,
	// a student's page, the summary of the day
	"back": true, "refresh": true, "students": true, "most": true,
	// dialogs, menu and help
	"yes": true, "no": true, "run": true, "close": true, "cancel": true,
}

// denied says why an action is off for this window's person; nil if none is.
func (a *App) denied() func(kit.Action) string {
	if a.Actor.Role.May(model.RightDeeds) {
		return nil
	}
	why := text.RemoteIn(a.Lang).OnlyLooks
	return func(action kit.Action) string {
		if looks[action.ID] {
			return ""
		}
		return why
	}
}

// looksOnly reports whether this window's person changes nothing.
func (a *App) looksOnly() bool { return !a.Actor.Role.May(model.RightDeeds) }
