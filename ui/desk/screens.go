package desk

import (
	"okienko/model"
	"okienko/ui/kit"
)

func newPage(a *App, id model.StudentID) kit.Screen    { return newPick(a, "", 0, nil) }
func newImport(a *App) kit.Screen                      { return newPick(a, "", 0, nil) }
func newStudentForm(a *App, of *Entry) kit.Screen      { return newPick(a, "", 0, nil) }
func newHistory(a *App, of model.StudentID) kit.Screen { return newPick(a, "", 0, nil) }
