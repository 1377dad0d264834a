package intake

import (
	"strings"

	"okienko/model"
)

// aliases says which headings, folded by headingKey, mean which field. Polish
// first; DOMAIN §7 has the sources.
type aliases map[string]model.Field

// together joins tables of aliases; later ones win.
func together(parts ...aliases) aliases {
	all := aliases{}
	for _, part := range parts {
		for key, field := range part {
			all[key] = field
		}
	}
	return all
}

// whoAliases are the columns that say which student a row is about.
var whoAliases = aliases{
	"nazwisko": model.FieldLast, "nazwiskoucznia": model.FieldLast, "nazwiskouczennicy": model.FieldLast,
	"nazwiskodziecka": model.FieldLast, "surname": model.FieldLast, "lastname": model.FieldLast,
	"familyname": model.FieldLast,

	"imie": model.FieldFirst, "imieucznia": model.FieldFirst, "pierwszeimie": model.FieldFirst,
	"imiepierwsze": model.FieldFirst, "imie1": model.FieldFirst, "1imie": model.FieldFirst,
	"imiedziecka": model.FieldFirst, "imiona": model.FieldFirst, "imieimiona": model.FieldFirst,
	"firstname": model.FieldFirst, "givenname": model.FieldFirst,

	"pesel": model.FieldPESEL, "nrpesel": model.FieldPESEL, "numerpesel": model.FieldPESEL,
	"peselucznia": model.FieldPESEL, "nrpeselucznia": model.FieldPESEL, "peselnumber": model.FieldPESEL,

	"dataurodzenia": model.FieldBirth, "dataur": model.FieldBirth, "dataurodz": model.FieldBirth,
	"dataurodzeniaucznia": model.FieldBirth, "urodzony": model.FieldBirth, "birthdate": model.FieldBirth,
	"dateofbirth": model.FieldBirth, "dob": model.FieldBirth,

	"oddzial": model.FieldClass, "klasa": model.FieldClass, "oddzialklasa": model.FieldClass,
	"klasaoddzial": model.FieldClass, "oddzialucznia": model.FieldClass, "biezacyoddzial": model.FieldClass,
	"class": model.FieldClass,
}

// rosterAliases are the columns of a roster.
var rosterAliases = together(whoAliases, aliases{
	"drugieimie": model.FieldSecond, "imiedrugie": model.FieldSecond, "imie2": model.FieldSecond,
	"2imie": model.FieldSecond, "drugieimieucznia": model.FieldSecond, "kolejneimiona": model.FieldSecond,
	"secondname": model.FieldSecond, "middlename": model.FieldSecond,

	"plec": model.FieldSex, "plecucznia": model.FieldSex, "km": model.FieldSex, "mk": model.FieldSex,
	"sex": model.FieldSex, "gender": model.FieldSex,

	// Only what says that it is the class register: a plain "Nr" or "Lp." may
	// count the lines of a whole school.
	"nrwdzienniku": model.FieldRegisterNo, "numerwdzienniku": model.FieldRegisterNo, "lpwdzienniku": model.FieldRegisterNo,
	"nrzdziennika": model.FieldRegisterNo, "numerzdziennika": model.FieldRegisterNo, "lpzdziennika": model.FieldRegisterNo,
	"nrdziennika": model.FieldRegisterNo, "nrwdziennikulekcyjnym": model.FieldRegisterNo,
	"numerwdziennikulekcyjnym": model.FieldRegisterNo, "nruczniawdzienniku": model.FieldRegisterNo,
	"numeruczniawdzienniku": model.FieldRegisterNo, "liczbaporzadkowawdzienniku": model.FieldRegisterNo,

	"nrwksiedze": model.FieldBookNo, "numerwksiedze": model.FieldBookNo, "nrwksiedzeuczniow": model.FieldBookNo,
	"numerwksiedzeuczniow": model.FieldBookNo, "nrksiegi": model.FieldBookNo, "nrku": model.FieldBookNo,

	"numerdokumentu": model.FieldDocument, "nrdokumentu": model.FieldDocument,
	"dokumenttozsamosci": model.FieldDocument, "nrdokumentutozsamosci": model.FieldDocument,
	"numerdokumentutozsamosci": model.FieldDocument, "seriainumerdokumentu": model.FieldDocument,
	"documentnumber": model.FieldDocument,

	"nrlegitymacji": model.FieldCardNumber, "numerlegitymacji": model.FieldCardNumber,
	"nrleg": model.FieldCardNumber, "legitymacja": model.FieldCardNumber,
	"nrlegitymacjiszkolnej": model.FieldCardNumber, "numerlegitymacjiszkolnej": model.FieldCardNumber,
	"cardnumber": model.FieldCardNumber,

	"datawydania": model.FieldCardIssued, "datawydanialegitymacji": model.FieldCardIssued,
	"issuedate": model.FieldCardIssued, "issued": model.FieldCardIssued,

	"datawaznosci": model.FieldCardUntil, "datawaznoscilegitymacji": model.FieldCardUntil,
	"terminwaznosci": model.FieldCardUntil, "waznosc": model.FieldCardUntil, "wazna": model.FieldCardUntil,
	"waznado": model.FieldCardUntil, "waznydo": model.FieldCardUntil, "validuntil": model.FieldCardUntil,
})

// listWhoAliases add the name in one cell, which would be no use in a roster:
// there surname and first name must be known apart.
var listWhoAliases = together(whoAliases, aliases{
	"uczen": model.FieldFullName, "imieinazwisko": model.FieldFullName, "nazwiskoiimie": model.FieldFullName,
	"imieinazwiskoucznia": model.FieldFullName, "nazwiskoiimieucznia": model.FieldFullName,
	"student": model.FieldFullName, "fullname": model.FieldFullName,
})

// registeredAliases are the columns of a list of cards that are registered.
// Nobody has published how SIO heads them; these are the words of its own
// import file and of the school's lists.
var registeredAliases = together(listWhoAliases, aliases{
	"nrlegitymacji": model.FieldCardNumber, "numerlegitymacji": model.FieldCardNumber, "nrleg": model.FieldCardNumber,
	"legitymacja": model.FieldCardNumber, "nrlegitymacjiszkolnej": model.FieldCardNumber,
	"numerlegitymacjiszkolnej": model.FieldCardNumber, "numermlegitymacji": model.FieldCardNumber,
	"cardnumber": model.FieldCardNumber,

	"stan": model.FieldState, "status": model.FieldState, "stanlegitymacji": model.FieldState,
	"statuslegitymacji": model.FieldState, "state": model.FieldState,

	"datarejestracji": model.FieldRegistered, "zarejestrowano": model.FieldRegistered,
	"datarejestracjiwsio": model.FieldRegistered, "zarejestrowanowsio": model.FieldRegistered,
	"registered": model.FieldRegistered,

	"datawydania": model.FieldCardIssued, "datawydanialegitymacji": model.FieldCardIssued,
	"rodzajlegitymacji": model.FieldKind, "typlegitymacji": model.FieldKind,
})

// personAliases are the columns of a list that only says who.
var personAliases = listWhoAliases

var statementAliases = together(listWhoAliases, aliases{
	"rodzaj": model.FieldKind, "rodzajoswiadczenia": model.FieldKind, "rodzajpisma": model.FieldKind,
	"oswiadczenie": model.FieldKind, "kind": model.FieldKind,

	"data": model.FieldSigned, "datapodpisania": model.FieldSigned, "dataoswiadczenia": model.FieldSigned,
	"datazlozenia": model.FieldSigned, "date": model.FieldSigned,

	"podpisal": model.FieldSigner, "podpisala": model.FieldSigner, "podpisalla": model.FieldSigner,
	"podpis": model.FieldSigner, "ktopodpisal": model.FieldSigner, "podpisujacy": model.FieldSigner,
	"signer": model.FieldSigner, "signedby": model.FieldSigner,

	"jako": model.FieldCapacity, "kto": model.FieldCapacity, "wcharakterze": model.FieldCapacity,
	"rola": model.FieldCapacity, "capacity": model.FieldCapacity,

	"gdzie": model.FieldPlace, "miejsce": model.FieldPlace, "gdzielezy": model.FieldPlace,
	"segregator": model.FieldPlace, "teczka": model.FieldPlace, "place": model.FieldPlace,
})

var codeAliases = together(listWhoAliases, aliases{
	"rodzaj": model.FieldKind, "rodzajkodu": model.FieldKind, "kind": model.FieldKind,

	"kod": model.FieldPayload, "kodqr": model.FieldPayload, "qr": model.FieldPayload,
	"trescqr": model.FieldPayload, "tresckodu": model.FieldPayload, "tresckoduqr": model.FieldPayload,
	"uuid": model.FieldPayload, "koduuid": model.FieldPayload, "tekstqr": model.FieldPayload,
	"code": model.FieldPayload, "payload": model.FieldPayload,

	"haslo": model.FieldSecret, activationCode: model.FieldSecret, "hasloaktywacyjne": model.FieldSecret,
	"haslozpe": model.FieldSecret, "haslodozpe": model.FieldSecret, "password": model.FieldSecret,

	"login": model.FieldLogin, "loginzpe": model.FieldLogin, "logindozpe": model.FieldLogin,
	"nazwauzytkownika": model.FieldLogin, "uzytkownik": model.FieldLogin, "username": model.FieldLogin,

	"wygenerowano": model.FieldGenerated, "datawygenerowania": model.FieldGenerated,
	"wygenerowany": model.FieldGenerated, "utworzono": model.FieldGenerated, "generated": model.FieldGenerated,

	"waznydo": model.FieldUntil, "waznosc": model.FieldUntil, "datawaznosci": model.FieldUntil,
	"terminwaznosci": model.FieldUntil, "wygasa": model.FieldUntil, "validuntil": model.FieldUntil,
	"until": model.FieldUntil, "expires": model.FieldUntil,
})

// activationCode heads the second secret of the old system beside the text of
// the QR code; where no column has that text it heads the code itself.
const activationCode = "kodaktywacyjny"

// unremarkable columns are in every list and mean nothing here; naming them
// as unknown would only bury those that somebody misspelt.
var unremarkable = map[string]bool{"czyniepelnosprawnosc": true, "lp": true, "nr": true, "no": true,
	"nrwdzienniku": true, "numerwdzienniku": true, "lpwdzienniku": true}

// headingKey folds a heading: no case, diacritics, blanks or punctuation.
func headingKey(heading string) string {
	return strings.ReplaceAll(model.Fold(heading), " ", "")
}

// header says which column holds which field.
type header struct {
	line    int
	columns int // up to the last heading that is not blank
	fields  []model.Field
	at      map[model.Field]int
	unknown []string
}

// readHeader matches the cells of a row with aliases. A second column for the
// same field counts as unknown.
func readHeader(cells []string, names aliases) header {
	h := header{at: map[model.Field]int{}}
	keys := make([]string, len(cells))
	for i, cell := range cells {
		if len(cell) > 200 {
			continue
		}
		clean, _ := model.Clean(cell)
		if clean == "" {
			continue
		}
		h.columns = i + 1
		keys[i] = headingKey(cell)
		field, known := names[keys[i]]
		if _, taken := h.at[field]; known && !taken {
			h.at[field] = i
			h.fields = append(h.fields, field)
		} else if !unremarkable[keys[i]] {
			h.unknown = append(h.unknown, clean)
		}
	}
	h.soleActivationCode(keys)
	return h
}

func (h *header) soleActivationCode(keys []string) {
	i, ok := h.at[model.FieldSecret]
	if _, has := h.at[model.FieldPayload]; !ok || has || keys[i] != activationCode {
		return
	}
	delete(h.at, model.FieldSecret)
	h.at[model.FieldPayload] = i
	for n, field := range h.fields {
		if field == model.FieldSecret {
			h.fields[n] = model.FieldPayload
		}
	}
}

// usable reports whether a row can be the header at all.
func (h *header) usable() bool { return len(h.fields) >= 2 }

func (h *header) has(field model.Field) bool {
	_, ok := h.at[field]
	return ok
}

// column returns where a field is, -1 if the file lacks it.
func (h *header) column(field model.Field) int {
	if i, ok := h.at[field]; ok {
		return i
	}
	return -1
}
