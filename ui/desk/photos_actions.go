package desk

import (
	"okienko/store"
	"okienko/ui/kit"
)

// Actions of the table. Letters belong to the search, so these are keys that
// are no letters; each is in the menu (Tab) as well.
func (s *galleryScreen) Actions() []kit.Action {
	p, there := s.selected()
	none, noClass, name := "", "", s.t.Detail
	if !there {
		none = s.t.NothingHere
	} else {
		name = s.t.Step[s.album.step(p)]
	}
	if s.class.IsZero() {
		noClass = s.t.ClassFirst
	}
	on := func(do func(store.Photo) kit.Turn) func() kit.Turn {
		return func() kit.Turn { return do(p) }
	}
	look := func(p store.Photo) kit.Turn { return kit.Push(newPhoto(s.album, p.ID, s.shown)) }
	actions := []kit.Action{
		{ID: "photo-step", Keys: []string{"enter"}, Name: name, Hint: s.t.StepHint, Off: none, Footer: 1,
			Do: on(func(p store.Photo) kit.Turn { return s.album.goOn(p, func() kit.Turn { return look(p) }) })},
		{ID: "photo-open", Keys: []string{"f2"}, Name: s.t.Detail, Hint: s.t.DetailHint, Off: none, Footer: 2, Do: on(look)},
		{ID: "photo-class", Keys: []string{"f3"}, Name: s.t.PickClass, Hint: s.t.ClassHint, Footer: 4, Do: s.pickClass},
		{ID: "photo-view", Keys: []string{"f4"}, Name: s.t.PickView, Hint: s.t.ViewHint, Footer: 3, Do: s.pickView},
		{ID: "photo-mend-class", Keys: []string{"f5"}, Name: s.t.MendClass, Hint: s.t.MendClassHint, Off: noClass, Footer: 5, Do: s.mendClass},
		{ID: "photo-whose", Keys: []string{"f6"}, Name: s.t.Whose, Hint: s.t.WhoseHint, Off: none, Footer: 6, Do: on(s.album.settle)},
		{ID: "photo-back", Keys: []string{"esc"}, Name: s.t.Clear, Hint: s.t.ClearHint, Do: s.escape},
	}
	return s.album.guarded(actions)
}

// guarded are actions of which none is used while a deed is under way.
func (b *album) guarded(actions []kit.Action) []kit.Action {
	for i := range actions {
		if b.busy {
			actions[i].Off = b.saving()
		}
	}
	return actions
}

// mendClass goes to the mending of the class that the table shows.
func (s *galleryScreen) mendClass() kit.Turn {
	var todo []store.Photo
	for _, p := range s.album.photos {
		if s.belongs(p) && s.album.worthTrying(p) {
			todo = append(todo, p)
		}
	}
	if len(todo) == 0 {
		return kit.Stay().Say(kit.Warn(s.t.NothingToMend))
	}
	return kit.Push(newMendClass(s.album, s.class, todo))
}
