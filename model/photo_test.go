package model_test

import (
	"testing"
	"time"

	"okienko/model"
)

func TestDeletionDay(t *testing.T) {
	arrived := model.MustDate(2026, 9, 1)
	at := func(days int, afterIssue bool) model.Profile {
		return model.Profile{Photo: model.PhotoRules{RetentionDays: days, DeleteAfterIssue: afterIssue}}
	}
	for _, c := range []struct {
		name         string
		profile      model.Profile
		issued, want model.Date
	}{
		{"thirty days", at(30, true), model.Date{}, model.MustDate(2026, 10, 1)},
		{"the profile says nothing", at(0, false), model.Date{}, model.MustDate(2026, 10, 1)},
		{"issued", at(30, true), model.MustDate(2026, 9, 5), model.MustDate(2026, 9, 5)},
		{"issued, and the days count", at(30, false), model.MustDate(2026, 9, 5), model.MustDate(2026, 10, 1)},
		{"issued on the day it came", at(30, true), arrived, arrived},
		{"issued with an earlier photo", at(30, true), model.MustDate(2026, 8, 31), model.MustDate(2026, 10, 1)},
		{"issued late", at(14, true), model.MustDate(2026, 10, 5), model.MustDate(2026, 9, 15)},
	} {
		if got := model.DeletionDay(arrived, c.issued, c.profile); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestPortraitOfSeveralPhotos(t *testing.T) {
	at := func(day int, s model.PhotoState) model.Photo {
		return model.Photo{State: s, DecidedAt: time.Date(2026, 9, day, 12, 0, 0, 0, time.UTC)}
	}
	for _, c := range []struct {
		name   string
		photos []model.Photo
		want   model.Portrait
	}{
		{"none", nil, model.Portrait{}},
		{"undecided", []model.Photo{{State: model.PhotoToDo}}, model.Portrait{}},
		{"told", []model.Photo{at(2, model.PhotoTold)}, model.Portrait{State: model.PortraitTold, Decided: model.MustDate(2026, 9, 2)}},
		{"an accepted one counts, refused later or not", []model.Photo{at(1, model.PhotoAcceptedDespite), at(3, model.PhotoRefused)},
			model.Portrait{State: model.PortraitAccepted, Decided: model.MustDate(2026, 9, 1)}},
		{"the later refusal of which nobody was told", []model.Photo{at(1, model.PhotoRefused), at(3, model.PhotoTold), at(2, model.PhotoRefused)},
			model.Portrait{State: model.PortraitRefused, Decided: model.MustDate(2026, 9, 2)}},
		{"the later one of which they were", []model.Photo{at(3, model.PhotoTold), at(2, model.PhotoTold)},
			model.Portrait{State: model.PortraitTold, Decided: model.MustDate(2026, 9, 3)}},
		{"a replaced one decides nothing", []model.Photo{at(1, model.PhotoReplaced)}, model.Portrait{}},
	} {
		if got := model.PortraitOf(c.photos, time.UTC); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}
