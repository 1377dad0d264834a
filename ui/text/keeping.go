package text

import (
	"fmt"
	"strconv"

	"okienko/model"
	"okienko/store"
)

// Keeping are the sentences about how long what is kept, and what goes when.
type Keeping struct {
	Title, Offer, OfferHint      string
	Reading                      string
	Rules                        string // heads how long what is kept
	Source                       string // where the rules come from
	Kind                         map[model.ForgetKind]string
	Backups                      string
	days, months, years          func(n int) string
	afterLeaving, register       func(n string) string
	orIssue, usual, codes, never string
	withPhoto                    string
	lastBackups                  func(n int) string
	noBackups                    string
	Copies                       func(n int, last string) string
	RemoveCopies, RemoveHint     string
	NoCopies, OnlyAdmin          string
	RemoveAsk                    string
}

// KeepingIn returns the sentences in a language.
func KeepingIn(l Lang) *Keeping { return keepings[l] }

// KeptRule is how long one kind of data is kept, and the key of the profile that
// says so.
type KeptRule struct{ Kind, Long, Key string }

// RulesOf are those of a profile, in the order in which they are told. backedUp
// is false where no backups are made, since nobody could open one.
func (k *Keeping) RulesOf(p model.Profile, backedUp bool) []KeptRule {
	long := func(n int, of func(int) string) string {
		if n == 0 {
			return k.never
		}
		return of(n)
	}
	left := func(n int) string { return k.afterLeaving(k.months(n)) }
	photos := k.usual
	if p.Photo.RetentionDays > 0 {
		photos = k.days(p.Photo.RetentionDays)
	}
	if p.Photo.DeleteAfterIssue {
		photos += k.orIssue
	}
	backups := k.noBackups
	if p.Backup.Keep > 0 && backedUp {
		backups = k.lastBackups(p.Backup.Keep)
	}
	r := p.Retention
	return []KeptRule{
		{k.Kind[model.ForgetPortraits], photos, "photo.retention_days"},
		{k.Kind[model.ForgetCode], k.codes, ""},
		{k.Kind[model.ForgetOutgoing], long(r.FilesDays, k.days) + k.withPhoto, "retention.files_days"},
		{k.Kind[model.ForgetAside], long(r.FilesDays, k.days), "retention.files_days"},
		{k.Kind[model.ForgetSheet], long(r.StatementMonths, left), "retention.statements_months"},
		{k.Kind[model.ForgetWhole], long(r.StudentMonths, left), "retention.students_months"},
		{k.Kind[model.ForgetRegister], long(r.RegisterYears, func(n int) string { return k.register(k.years(n)) }), "retention.register_years"},
		{k.Kind[model.ForgetCopies], k.days(p.CopiesKept()), "retention.copies_days"},
		{k.Backups, backups, "backup.keep"},
	}
}

// CopiesOf says how many copies of a former database there are and when the last
// of them goes; "" where there is none.
func (k *Keeping) CopiesOf(all []store.FormerCopy) string {
	if len(all) == 0 {
		return ""
	}
	return k.Copies(len(all), lastGoes(all).Polish())
}

// lastGoes is the day on which the last of the copies goes.
func lastGoes(all []store.FormerCopy) (last model.Date) {
	for _, c := range all {
		if c.Goes.After(last) {
			last = c.Goes
		}
	}
	return last
}

// counted is a number before the word for it.
func counted(of func(n int, one, few, many string) string, one, few, many string) func(int) string {
	return func(n int) string { return strconv.Itoa(n) + " " + of(n, one, few, many) }
}

// english has one form for one and another for all others.
func english(n int, one, _, many string) string {
	if n == 1 {
		return one
	}
	return many
}

var keepings = map[Lang]*Keeping{
	Polish: {
		Title: "Usuwanie danych", Offer: "Usuwanie danych", OfferHint: "co i kiedy program usunie sam, jak długo co trzyma, kopie dawnej bazy",
		Reading: "Sprawdzam…", Rules: "Jak długo co zostaje", Backups: "kopie dzienne",
		Source: "Program usuwa sam, przy otwarciu i co godzinę. Terminów innych niż dla zdjęć nie podaje ani ustawa, ani instrukcje szkół: ustala je szkoła w pliku school.toml. Bez terminu dane zostają.",
		Kind: map[model.ForgetKind]string{model.ForgetPortraits: "zdjęcia", model.ForgetCode: "treść kodów", model.ForgetOutgoing: "pliki w wychodzace",
			model.ForgetAside: "odłożone pliki", model.ForgetSheet: "szczegóły oświadczeń", model.ForgetWhole: "kto odszedł", model.ForgetRegister: "szczegóły ewidencji", model.ForgetCopies: "kopie dawnej bazy"},
		days: counted(polish, "dzień", "dni", "dni"), months: counted(polish, "miesiąc", "miesiące", "miesięcy"),
		years:        counted(polish, "rok", "lata", "lat"),
		afterLeaving: func(n string) string { return n + " po odejściu" }, register: func(n string) string { return n + " od wpisu" },
		orIssue: " albo dzień wydania", usual: strconv.Itoa(model.DefaultRetentionDays) + " dni (tak podają szkoły)", codes: "do końca ważności, wydane do końca dnia", never: "bez terminu",
		withPhoto: "; list o zdjęciu ze zdjęciem", lastBackups: func(n int) string { return fmt.Sprintf("ostatnie %d, starsze usuwa każda nowa", n) }, noBackups: "nie robią się",
		Copies: func(n int, last string) string {
			return fmt.Sprintf("Kopie bazy sprzed aktualizacji albo odtworzenia: %d, ostatnia zniknie %s.", n, last)
		},
		RemoveCopies: "usuń kopie dawnej bazy", RemoveHint: "od razu, nie czekając na termin", NoCopies: "Nie ma kopii dawnej bazy.", OnlyAdmin: "Może to tylko administrator.",
		RemoveAsk: "Usunąć teraz kopie bazy sprzed aktualizacji i odtworzeń? Do tamtego stanu nie będzie powrotu.",
	},
	English: {
		Title: "Deleting data", Offer: "Deleting data", OfferHint: "what goes by itself and when, how long what is kept, copies of a former database",
		Reading: "Looking…", Rules: "How long what stays", Backups: "daily backups",
		Source: "The program deletes by itself, when it opens and every hour. Other times than that of photos are given neither by the statute nor by the schools' instructions: the school sets them in school.toml. Without one, data stays.",
		Kind: map[model.ForgetKind]string{model.ForgetPortraits: "photos", model.ForgetCode: "contents of codes", model.ForgetOutgoing: "files in wychodzace",
			model.ForgetAside: "files put aside", model.ForgetSheet: "details of statements", model.ForgetWhole: "who left", model.ForgetRegister: "details of the register", model.ForgetCopies: "former database"},
		days: counted(english, "day", "", "days"), months: counted(english, "month", "", "months"), years: counted(english, "year", "", "years"),
		afterLeaving: func(n string) string { return n + " after leaving" }, register: func(n string) string { return n + " after the entry" },
		orIssue: " or the day of issue", usual: strconv.Itoa(model.DefaultRetentionDays) + " days (as schools say)", codes: "their life; handed over: that day", never: "no end",
		withPhoto: "; a photo's letter with it", lastBackups: func(n int) string { return fmt.Sprintf("the last %d, each new one removes older", n) }, noBackups: "none are made",
		Copies: func(n int, last string) string {
			return fmt.Sprintf("Copies of the database from before an update or a restore: %d, the last goes on %s.", n, last)
		},
		RemoveCopies: "remove copies of a former database", RemoveHint: "at once, without waiting for their day", NoCopies: "There are no copies of a former database.", OnlyAdmin: "Only an administrator may.",
		RemoveAsk: "Remove the copies of the database from before updates and restores now? There will be no way back to them.",
	},
	Ukrainian: {
		Title: "Видалення даних", Offer: "Видалення даних", OfferHint: "що й коли програма видалить сама, як довго що лишається, копії колишньої бази",
		Reading: "Перевіряю…", Rules: "Як довго що лишається", Backups: "щоденні копії",
		Source: "Програма видаляє сама, під час відкриття і щогодини. Інших строків, ніж для фото, не дають ні закон, ні інструкції шкіл: їх встановлює школа у файлі school.toml. Без строку дані лишаються.",
		Kind: map[model.ForgetKind]string{model.ForgetPortraits: "фото", model.ForgetCode: "вміст кодів", model.ForgetOutgoing: "файли у wychodzace",
			model.ForgetAside: "відкладені файли", model.ForgetSheet: "подробиці заяв", model.ForgetWhole: "хто вибув", model.ForgetRegister: "подробиці реєстру", model.ForgetCopies: "копії колишньої бази"},
		days: counted(slavic, "день", "дні", "днів"), months: counted(slavic, "місяць", "місяці", "місяців"),
		years:        counted(slavic, "рік", "роки", "років"),
		afterLeaving: func(n string) string { return n + " після вибуття" }, register: func(n string) string { return n + " від запису" },
		orIssue: " або день видачі", usual: strconv.Itoa(model.DefaultRetentionDays) + " днів (так пишуть школи)", codes: "до кінця дії, видані до кінця дня", never: "без строку",
		withPhoto: "; лист про фото разом із фото", lastBackups: func(n int) string {
			return fmt.Sprintf("останні %d, старіші видаляє кожна нова", n)
		}, noBackups: "не робляться",
		Copies: func(n int, last string) string {
			return fmt.Sprintf("Копії бази до оновлення чи відновлення: %d, остання зникне %s.", n, last)
		},
		RemoveCopies: "видалити копії колишньої бази", RemoveHint: "одразу, не чекаючи строку", NoCopies: "Копій колишньої бази немає.", OnlyAdmin: "Може лише адміністратор.",
		RemoveAsk: "Видалити зараз копії бази, зроблені до оновлень і відновлень? Повернутися до того стану буде неможливо.",
	},
}
