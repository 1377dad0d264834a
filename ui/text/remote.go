package text

import "fmt"

// Remote are the sentences of the window over SSH.
type Remote struct {
	OnlyLooks                                      string
	NoPty, NoExec, NoSubsystem                     string
	TooManyWindows, KeyGone                        string
	Stopped, IdleSoon, IdleEnded                   string
	Locked, LockHint                               string
	Stopping                                       func(seconds int) string
	Listening, Fingerprint, HostKeyMade            func(string) string
	NoKeys                                         func(file string) string
	BadKeyLine                                     func(line int, why string) string
	KeyProblem                                     map[string]string // by remote.Problem
	KeysOpen, KeysTooLong, HostKeyOpen, HostKeyBad func(file string) string
	BadAddress, Taken                              func(string) string
	Line, NobodyYet                                string
	RoleName                                       map[string]string
	// KeysHelp explains authorized_keys; it is what help says of serve.
	KeysHelp string
	UnitHelp string // comment of the systemd unit
}

// RemoteIn returns the sentences in a language.
func RemoteIn(l Lang) *Remote { return remotes[l] }

var remotes = map[Lang]*Remote{
	Polish: {
		OnlyLooks:      "Ten klucz pozwala tylko oglądać.",
		NoPty:          "Okienko to okno w terminalu, a to połączenie go nie ma. Połącz się przez: ssh -t",
		NoExec:         "Tu nie uruchamia się poleceń. Połącz się bez polecenia, samym ssh.",
		NoSubsystem:    "Tu nie przesyła się plików (SFTP, SCP). Połącz się samym ssh.",
		TooManyWindows: "Ten klucz ma już otwarte wszystkie okna, które mu wolno. Zamknij któreś i połącz się jeszcze raz.",
		KeyGone:        "Ten klucz nie wpuszcza już do okienka. Zapytaj administratora.",
		Stopped:        "Serwer okienka zatrzymano. Wszystko, co potwierdzono, jest zapisane. Połącz się jeszcze raz za chwilę.",
		IdleSoon:       "Od dawna nikt tu nie pisze. Okno zamknie się za minutę; naciśnij dowolny klawisz, żeby zostało.",
		Locked:         "Okno zablokowano, więc połączenie zamknięto. Wszystko, co potwierdzono, jest zapisane. Otworzy je znowu klucz SSH.",
		LockHint:       "zasłania wszystko i zamyka połączenie; otworzy je znowu klucz SSH",
		IdleEnded:      "Okno zamknięto, bo długo nikt w nim nie pracował. Wszystko, co potwierdzono, jest zapisane.",
		Stopping: func(s int) string {
			return fmt.Sprintf("Serwer zatrzymuje się za %d s. Dokończ i potwierdź to, co zaczęte; wszystko, co potwierdzono, jest zapisane.", s)
		},
		Listening:   func(a string) string { return "Okienko czeka na połączenia SSH: " + a },
		Fingerprint: func(f string) string { return "Odcisk klucza serwera: " + f },
		HostKeyMade: func(f string) string { return "Utworzono klucz serwera: " + f },
		NoKeys: func(f string) string {
			return "Nikt się jeszcze nie połączy: w pliku " + f + " nie ma żadnego klucza. Jak go dopisać, mówi okienko serve --help."
		},
		BadKeyLine: func(n int, why string) string { return fmt.Sprintf("authorized_keys, wiersz %d: %s.", n, why) },
		KeyProblem: map[string]string{
			"unreadable": "to nie jest klucz publiczny", "no_name": "po kluczu brakuje nazwiska osoby, która z nim pracuje",
			"weak":        "klucz jest za słaby (DSA albo RSA poniżej 2048 bitów); utwórz nowy: ssh-keygen -t ed25519",
			"certificate": "certyfikatów się tu nie używa; wpisz sam klucz", "option": "nieznana opcja; wolno wpisać role=\"desk\", \"reader\", \"admin\" albo \"display\"",
			"role": "nieznana rola; są desk, reader, admin i display", "twice": "ten klucz stoi już wyżej",
		},
		KeysOpen: func(f string) string {
			return "Plik " + f + " mogą zmieniać inni, więc nikogo się nie wpuszcza. Popraw: chmod 600 " + f
		},
		KeysTooLong: func(f string) string {
			return "Plik " + f + " jest większy niż 1 MB, więc nikogo się nie wpuszcza."
		},
		HostKeyOpen: func(f string) string {
			return "Klucz serwera " + f + " mogą czytać inni. Serwera nie uruchomiono. Popraw: chmod 600 " + f
		},
		HostKeyBad: func(f string) string {
			return "Plik " + f + " nie jest kluczem serwera. Serwera nie uruchomiono. Odtwórz go z kopii albo usuń; wtedy powstanie nowy, a każde stanowisko zapyta o jego odcisk."
		},
		Taken: func(a string) string {
			return "Port jest zajęty: " + a + ". Pewnie okienko serve już działa (systemctl status okienko). Zakończ je albo podaj inny port: --listen 127.0.0.1:2223."
		},
		BadAddress: func(a string) string {
			return "Nie można słuchać na " + a + ". Podaj adres tego komputera i wolny port, na przykład 127.0.0.1:2222."
		},
		Line: "Wiersz", NobodyYet: "W authorized_keys nie ma jeszcze żadnego klucza.",
		RoleName: map[string]string{"desk": "stanowisko", "reader": "tylko ogląda", "admin": "administrator", "display": "ekran dla ucznia"},
		UnitHelp: "Zapisz jako /etc/systemd/system/okienko.service. Z --data folder ma należeć do konta okienko:\nuseradd --system okienko, chown -R okienko: FOLDER (bez --data dane są w /var/lib/okienko, a konto tworzy systemd).\nHasło bazy: /etc/okienko/passphrase (root, 600);\nbaza bez hasła: usuń LoadCredential i --passphrase-file. Potem: systemctl daemon-reload, systemctl enable --now okienko.",
		KeysHelp: "Okno przez SSH: każde połączenie to osobne stanowisko na jednej bazie.\n\nKto może wejść, stoi w pliku authorized_keys w folderze danych, po jednym kluczu w wierszu:\n  ssh-ed25519 AAAA… Anna Nowak\n  role=\"reader\" ssh-ed25519 AAAA… Ewa Lis\nTekst po kluczu to nazwisko, które trafia do ewidencji. Role: desk (stanowisko, gdy nie podano), reader (tylko ogląda, bez PESEL-i i kodów), admin (także profil, klucze i kopie), display (ekran dla ucznia). Zmiany działają od razu; usunięcie klucza zamyka jego okna. Klucz tworzy się na komputerze stanowiska: ssh-keygen -t ed25519, a dopisuje się zawartość pliku .pub. Plik ma należeć do konta serwera i mieć prawa 600.",
	},
	English: {
		OnlyLooks:      "This key may only look.",
		NoPty:          "Okienko is a window in a terminal, and this connection has none. Connect with: ssh -t",
		NoExec:         "No commands are run here. Connect without one, with ssh alone.",
		NoSubsystem:    "No files are transferred here (SFTP, SCP). Connect with ssh alone.",
		TooManyWindows: "This key has as many windows open as it may. Close one and connect again.",
		KeyGone:        "This key is no longer let in. Ask the administrator.",
		Stopped:        "The okienko server was stopped. Everything that was confirmed is saved. Connect again in a moment.",
		IdleSoon:       "Nobody has typed here for a long time. The window closes in a minute; press any key to keep it.",
		Locked:         "The window was locked, so the connection was closed. Everything that was confirmed is saved. The SSH key opens it again.",
		LockHint:       "hides everything and closes the connection; the SSH key opens it again",
		IdleEnded:      "The window was closed because nobody had worked in it for a long time. Everything that was confirmed is saved.",
		Stopping: func(s int) string {
			return fmt.Sprintf("The server stops in %d s. Finish and confirm what you began; everything that was confirmed is saved.", s)
		},
		Listening:   func(a string) string { return "Okienko waits for SSH connections: " + a },
		Fingerprint: func(f string) string { return "Fingerprint of the server's key: " + f },
		HostKeyMade: func(f string) string { return "Made the server's key: " + f },
		NoKeys: func(f string) string {
			return "Nobody can connect yet: there is no key in " + f + ". How to add one, okienko serve --help says."
		},
		BadKeyLine: func(n int, why string) string { return fmt.Sprintf("authorized_keys, line %d: %s.", n, why) },
		KeyProblem: map[string]string{
			"unreadable": "not a public key", "no_name": "after the key, the name of the person who works with it is missing",
			"weak":        "the key is too weak (DSA, or RSA under 2048 bits); make a new one: ssh-keygen -t ed25519",
			"certificate": "certificates are not used here; write the key itself", "option": "unknown option; what may stand there is role=\"desk\", \"reader\", \"admin\" or \"display\"",
			"role": "unknown role; there are desk, reader, admin and display", "twice": "this key stands further up already",
		},
		KeysOpen: func(f string) string {
			return "Others may write " + f + ", so nobody is let in. Mend it: chmod 600 " + f
		},
		KeysTooLong: func(f string) string { return "The file " + f + " is larger than 1 MB, so nobody is let in." },
		HostKeyOpen: func(f string) string {
			return "Others may read the server's key " + f + ". The server was not started. Mend it: chmod 600 " + f
		},
		HostKeyBad: func(f string) string {
			return "The file " + f + " is not a server's key. The server was not started. Restore it from a backup or remove it; then a new one is made, and each desk will ask about its fingerprint."
		},
		Taken: func(a string) string {
			return "The port is taken: " + a + ". Most likely okienko serve runs already (systemctl status okienko). End it, or give another port: --listen 127.0.0.1:2223."
		},
		BadAddress: func(a string) string {
			return "Can't listen on " + a + ". Give an address of this machine and a free port, such as 127.0.0.1:2222."
		},
		Line: "Line", NobodyYet: "There is no key in authorized_keys yet.",
		RoleName: map[string]string{"desk": "desk", "reader": "looks only", "admin": "administrator", "display": "student's screen"},
		UnitHelp: "Save as /etc/systemd/system/okienko.service. With --data the folder must belong to the account okienko:\nuseradd --system okienko, chown -R okienko: FOLDER (without --data it is /var/lib/okienko, and systemd makes the account).\nThe database's passphrase: /etc/okienko/passphrase (root, 600);\nwithout one remove LoadCredential and --passphrase-file. Then: systemctl daemon-reload, systemctl enable --now okienko.",
		KeysHelp: "The window over SSH: each connection is a desk of its own on one database.\n\nWho may come in stands in the file authorized_keys in the data folder, one key a line:\n  ssh-ed25519 AAAA… Anna Nowak\n  role=\"reader\" ssh-ed25519 AAAA… Ewa Lis\nThe text after the key is the name that goes into the register. Roles: desk (if none is given), reader (looks only, without PESELs and codes), admin (also profile, keys and backups), display (the student's screen). Changes count at once; taking a key out closes its windows. A key is made on the desk's computer: ssh-keygen -t ed25519, and the contents of the .pub file are added. The file must belong to the server's account and have mode 600.",
	},
	Ukrainian: {
		OnlyLooks:      "Цей ключ дозволяє лише переглядати.",
		NoPty:          "Okienko — це вікно в терміналі, а це з'єднання його не має. З'єднайтеся через: ssh -t",
		NoExec:         "Тут не запускають команд. З'єднайтеся без команди, самим ssh.",
		NoSubsystem:    "Тут не передають файлів (SFTP, SCP). З'єднайтеся самим ssh.",
		TooManyWindows: "Цей ключ уже має стільки вікон, скільки йому можна. Закрийте якесь і з'єднайтеся ще раз.",
		KeyGone:        "Цей ключ уже не впускає. Запитайте адміністратора.",
		Stopped:        "Сервер okienko зупинено. Усе підтверджене збережено. З'єднайтеся ще раз за мить.",
		IdleSoon:       "Тут давно ніхто не пише. Вікно закриється за хвилину; натисніть будь-яку клавішу, щоб воно лишилося.",
		Locked:         "Вікно заблоковано, тому з'єднання закрито. Усе підтверджене збережено. Його знову відкриє ключ SSH.",
		LockHint:       "закриває все і з'єднання; знову відкриє ключ SSH",
		IdleEnded:      "Вікно закрито, бо в ньому довго ніхто не працював. Усе підтверджене збережено.",
		Stopping: func(s int) string {
			return fmt.Sprintf("Сервер зупиняється за %d с. Завершіть і підтвердьте розпочате; усе підтверджене збережено.", s)
		},
		Listening:   func(a string) string { return "Okienko чекає на з'єднання SSH: " + a },
		Fingerprint: func(f string) string { return "Відбиток ключа сервера: " + f },
		HostKeyMade: func(f string) string { return "Створено ключ сервера: " + f },
		NoKeys: func(f string) string {
			return "Ніхто ще не з'єднається: у файлі " + f + " немає жодного ключа. Як його додати, пояснює okienko serve --help."
		},
		BadKeyLine: func(n int, why string) string { return fmt.Sprintf("authorized_keys, рядок %d: %s.", n, why) },
		KeyProblem: map[string]string{
			"unreadable": "це не відкритий ключ", "no_name": "після ключа бракує прізвища особи, яка з ним працює",
			"weak":        "ключ заслабкий (DSA або RSA менше 2048 бітів); створіть новий: ssh-keygen -t ed25519",
			"certificate": "сертифікатів тут не використовують; впишіть сам ключ", "option": "невідома опція; можна вписати role=\"desk\", \"reader\", \"admin\" або \"display\"",
			"role": "невідома роль; є desk, reader, admin і display", "twice": "цей ключ уже є вище",
		},
		KeysOpen: func(f string) string {
			return "Файл " + f + " можуть змінювати інші, тому нікого не впускають. Виправте: chmod 600 " + f
		},
		KeysTooLong: func(f string) string {
			return "Файл " + f + " більший за 1 МБ, тому нікого не впускають."
		},
		HostKeyOpen: func(f string) string {
			return "Ключ сервера " + f + " можуть читати інші. Сервер не запущено. Виправте: chmod 600 " + f
		},
		HostKeyBad: func(f string) string {
			return "Файл " + f + " не є ключем сервера. Сервер не запущено. Відновіть його з копії або вилучіть; тоді з'явиться новий, і кожне робоче місце запитає про його відбиток."
		},
		Taken: func(a string) string {
			return "Порт зайнято: " + a + ". Мабуть, okienko serve вже працює (systemctl status okienko). Завершіть його або вкажіть інший порт: --listen 127.0.0.1:2223."
		},
		BadAddress: func(a string) string {
			return "Не можна слухати на " + a + ". Вкажіть адресу цього комп'ютера і вільний порт, наприклад 127.0.0.1:2222."
		},
		Line: "Рядок", NobodyYet: "У authorized_keys ще немає жодного ключа.",
		RoleName: map[string]string{"desk": "робоче місце", "reader": "лише переглядає", "admin": "адміністратор", "display": "екран для учня"},
		UnitHelp: "Збережіть як /etc/systemd/system/okienko.service. З --data тека має належати обліковому запису okienko:\nuseradd --system okienko, chown -R okienko: ТЕКА (без --data дані в /var/lib/okienko, а запис створює systemd).\nПароль бази: /etc/okienko/passphrase (root, 600);\nбаза без пароля: вилучіть LoadCredential і --passphrase-file. Потім: systemctl daemon-reload, systemctl enable --now okienko.",
		KeysHelp: "Вікно через SSH: кожне з'єднання — окреме робоче місце на одній базі.\n\nХто може увійти, написано у файлі authorized_keys у теці даних, по одному ключу в рядку:\n  ssh-ed25519 AAAA… Anna Nowak\n  role=\"reader\" ssh-ed25519 AAAA… Ewa Lis\nТекст після ключа — прізвище, яке потрапляє до реєстру. Ролі: desk (робоче місце, якщо не вказано), reader (лише переглядає, без PESEL і кодів), admin (також профіль, ключі й копії), display (екран для учня). Зміни діють одразу; вилучення ключа закриває його вікна. Ключ створюють на комп'ютері робочого місця: ssh-keygen -t ed25519, а додають вміст файлу .pub. Файл має належати обліковому запису сервера і мати права 600.",
	},
}
