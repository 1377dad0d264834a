package desk

import "okienko/ui/kit"

func newImport(a *App) kit.Screen { return newPick(a, "", 0, nil) }
