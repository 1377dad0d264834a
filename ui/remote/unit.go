package remote

import (
	"fmt"
	"strings"
)

// Unit is what a systemd unit for the server differs in.
type Unit struct {
	Program string // the executable's path
	Folder  string // the data folder; "": one that systemd makes, /var/lib/okienko
	Listen  string
	Help    string // comment at the top
}

// String is the unit. Nothing but the data folder can be written, nothing but
// the network's own families be spoken, and no core is dumped, since it would
// hold what was unsealed.
func (u Unit) String() string {
	var b strings.Builder
	for _, line := range strings.Split(u.Help, "\n") {
		b.WriteString(strings.TrimRight("# "+line, " ") + "\n")
	}
	folder, owner := u.Folder, "User=okienko\nGroup=okienko\nReadWritePaths="+quoteUnit(u.Folder)
	home := "read-only"
	if folder == "" {
		folder, owner, home = "%S/okienko", "DynamicUser=yes\nStateDirectory=okienko\nStateDirectoryMode=0700", "yes"
	}
	fmt.Fprintf(&b, `[Unit]
Description=Okienko
After=network.target

[Service]
ExecStart=%s --data %s --passphrase-file %%d/passphrase serve --listen %s
LoadCredential=passphrase:/etc/okienko/passphrase
%s
Restart=on-failure
TimeoutStopSec=45
UMask=0077
LimitCORE=0
MemoryMax=2G
TasksMax=512
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ProtectHome=%s
PrivateTmp=yes
PrivateDevices=yes
PrivateUsers=yes
ProtectProc=invisible
ProcSubset=pid
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RemoveIPC=yes
KeyringMode=private
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
`, quoteUnit(u.Program), dataArgument(folder), quoteUnit(u.Listen), owner, home)
	return b.String()
}

// dataArgument leaves systemd's own specifier alone.
func dataArgument(folder string) string {
	if strings.HasPrefix(folder, "%S/") {
		return folder
	}
	return quoteUnit(folder)
}

// quoteUnit makes a word of a unit file of any text.
func quoteUnit(s string) string {
	s = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "%", "%%", "$", "$$", "\n", " ").Replace(s)
	if strings.ContainsAny(s, " \t'\"\\;") {
		return `"` + s + `"`
	}
	return s
}
