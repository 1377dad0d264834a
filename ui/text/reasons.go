package text

import "okienko/model"

// reasonsInSIO are the names in SIO's list (pomoc.sio.gov.pl p=13113).
var reasonsInSIO = map[model.InvalidationReason]string{
	model.ReasonCardLost:     "zgubienie",
	model.ReasonExpired:      "utrata ważności",
	model.ReasonLeft:         "odejście ucznia ze szkoły",
	model.ReasonNameChanged:  "zmiana danych ucznia zweryfikowanego w PESEL",
	model.ReasonVerified:     "późniejsza weryfikacja w PESEL",
	model.ReasonPESELGiven:   "nadanie PESEL bezpeselowcowi",
	model.ReasonForDuplicate: "unieważniona z powodu konieczności wydania duplikatu",
}

var polishReasons = map[model.InvalidationReason]string{
	model.ReasonPhoneLost:    "zgubiony lub skradziony telefon",
	model.ReasonNewPhone:     "nowy telefon",
	model.ReasonDamaged:      "uszkodzone urządzenie",
	model.ReasonBroken:       "aplikacja nie działa",
	model.ReasonCardLost:     "zgubiona legitymacja",
	model.ReasonExpired:      "legitymacja straciła ważność",
	model.ReasonLeft:         "uczeń odszedł ze szkoły",
	model.ReasonNameChanged:  "zmiana imienia lub nazwiska",
	model.ReasonVerified:     "późniejsza weryfikacja w PESEL",
	model.ReasonPESELGiven:   "nadano numer PESEL",
	model.ReasonResigned:     "rezygnacja",
	model.ReasonObjection:    "sprzeciw po wydaniu",
	model.ReasonForDuplicate: "potrzebny duplikat",
	model.ReasonExtended:     "legitymację przedłużono",
}

var englishReasons = map[model.InvalidationReason]string{
	model.ReasonPhoneLost:    "phone lost or stolen",
	model.ReasonNewPhone:     "new phone",
	model.ReasonDamaged:      "device damaged",
	model.ReasonBroken:       "app does not work",
	model.ReasonCardLost:     "card lost",
	model.ReasonExpired:      "card expired",
	model.ReasonLeft:         "left the school",
	model.ReasonNameChanged:  "change of name",
	model.ReasonVerified:     "verified in PESEL later",
	model.ReasonPESELGiven:   "PESEL number given",
	model.ReasonResigned:     "resignation",
	model.ReasonObjection:    "late objection",
	model.ReasonForDuplicate: "duplicate needed",
	model.ReasonExtended:     "card extended",
}

var ukrainianReasons = map[model.InvalidationReason]string{
	model.ReasonPhoneLost:    "телефон загублено або вкрадено",
	model.ReasonNewPhone:     "новий телефон",
	model.ReasonDamaged:      "пристрій пошкоджено",
	model.ReasonBroken:       "застосунок не працює",
	model.ReasonCardLost:     "квиток загублено",
	model.ReasonExpired:      "квиток прострочено",
	model.ReasonLeft:         "учень вибув зі школи",
	model.ReasonNameChanged:  "зміна імені або прізвища",
	model.ReasonVerified:     "пізніша перевірка в PESEL",
	model.ReasonPESELGiven:   "надано номер PESEL",
	model.ReasonResigned:     "відмова",
	model.ReasonObjection:    "пізніше заперечення",
	model.ReasonForDuplicate: "потрібен дублікат",
	model.ReasonExtended:     "квиток продовжено",
}
