package text

// Settle are the sentences of the question how an unfinished hand-over ended.
type Settle struct {
	Title, Question    string
	NotKnown, Scanned  string
	Nobody, NobodyHint string
	VoidHint           string // in its place, of a code that was invalidated since
	Save, SaveHint     string
	Later, LaterHint   string
	Settled, LeftOpen  string
	SettledElsewhere   string
}

// SettleIn returns the sentences in a language.
func SettleIn(l Lang) *Settle { return settles[l] }

var settles = map[Lang]*Settle{
	Polish: {
		Title: "Niedokończone wydanie", Question: "Czy kod zeskanowano?",
		NotKnown: "jeszcze nie wiadomo", Scanned: "tak, odebrał",
		Nobody: "nie, nikt go nie odebrał", NobodyHint: "kod znów czeka na odbiór", VoidHint: "kod i tak już nie działa",
		Save: "Zapisz", SaveHint: "zapisuje w ewidencji, jak skończyło się wydanie",
		Later: "Później", LaterHint: "niczego nie zapisuje; kod pozostaje wstrzymany",
		Settled: "Zapisano, jak skończyło się wydanie.", LeftOpen: "Niczego nie zapisano. Kod pozostaje wstrzymany, aż będzie wiadomo.",
		SettledElsewhere: "Tę sprawę załatwiono w tym czasie na innym stanowisku.",
	},
	English: {
		Title: "Unfinished hand-over", Question: "Was the code scanned?",
		NotKnown: "not known yet", Scanned: "yes, collected by the",
		Nobody: "no, nobody collected it", NobodyHint: "the code waits to be collected again", VoidHint: "the code is void all the same",
		Save: "Save", SaveHint: "records in the register how the hand-over ended",
		Later: "Later", LaterHint: "records nothing; the code stays held back",
		Settled: "Recorded how the hand-over ended.", LeftOpen: "Nothing was saved. The code stays held back until it is known.",
		SettledElsewhere: "Another desk has settled this in the meantime.",
	},
	Ukrainian: {
		Title: "Незавершена видача", Question: "Чи код відскановано?",
		NotKnown: "ще невідомо", Scanned: "так, забрав",
		Nobody: "ні, ніхто не забрав", NobodyHint: "код знову чекає", VoidHint: "код однак уже не діє",
		Save: "Записати", SaveHint: "записує в реєстр, чим скінчилася видача",
		Later: "Пізніше", LaterHint: "нічого не записує; код залишається затриманим",
		Settled: "Записано, чим скінчилася видача.", LeftOpen: "Нічого не збережено. Код затримано, доки не стане відомо.",
		SettledElsewhere: "Тим часом це завершили на іншому робочому місці.",
	},
}
