package ui

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"syscall"

	"github.com/spf13/cobra"
	gossh "golang.org/x/crypto/ssh"

	"okienko/ui/remote"
	"okienko/ui/text"
)

// loopback is where serve listens unless told otherwise: nobody in the network
// reaches it until somebody decides so.
const loopback = "127.0.0.1:2222"

// serveFlags are the options of serve.
type serveFlags struct {
	listen    string
	printUnit bool
	listKeys  bool
}

func (c *command) serveCommand() *cobra.Command {
	f := serveFlags{listen: loopback}
	v := c.withJSON(c.verb("serve", nil, func(ctx context.Context, _ []string) error { return c.serveOr(ctx, f) }))
	v.Long = text.RemoteIn(c.lang).KeysHelp
	c.text(v.Flags(), &f.listen, "listen", "")
	v.Flags().BoolVar(&f.printUnit, "print-unit", false, c.t.Flag["print-unit"])
	v.Flags().BoolVar(&f.listKeys, "list-keys", false, c.t.Flag["list-keys"])
	return v
}

// serveOr serves, or does what a flag asks for instead.
func (c *command) serveOr(ctx context.Context, f serveFlags) error {
	switch {
	case c.demo:
		return &usageError{c.t.NotWithDemo}
	case f.printUnit:
		return c.printUnit(f)
	case f.listKeys:
		return c.listKeys()
	}
	return c.serve(ctx, f)
}

// keysFile is who may come in.
func (c *command) keysFile() string { return filepath.Join(string(c.dataFolder()), "authorized_keys") }

// hostKeyFile is the server's own key.
func (c *command) hostKeyFile() string {
	return filepath.Join(string(c.dataFolder()), "ssh_host_ed25519_key")
}

func (c *command) serve(ctx context.Context, f serveFlags) error {
	t := text.RemoteIn(c.lang)
	return c.inSchool(ctx, func(s *session) error {
		listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", f.listen)
		if errors.Is(err, syscall.EADDRINUSE) {
			return &saidError{t.Taken(f.listen), err}
		}
		if err != nil {
			return &saidError{t.BadAddress(f.listen), err}
		}
		defer func() { _ = listener.Close() }() // Serve has closed it, most likely
		host, made, err := remote.HostKey(c.hostKeyFile())
		if err != nil {
			return c.keyFault(err)
		}
		keys := remote.NewKeyring(c.keysFile(), func(bad []remote.BadLine, err error) {
			if err != nil {
				c.say(c.keysSentence(err))
			}
			c.sayBadLines(bad)
		})
		server, err := remote.New(remote.Options{DB: s.db, Folder: s.folder, Lang: c.lang, Log: s.log, Now: c.now, Keys: keys, Host: host, Limits: remote.DefaultLimits, Trouble: s.trouble})
		if err != nil {
			return err
		}
		if made {
			c.say(t.HostKeyMade(c.hostKeyFile()))
		}
		c.say(t.Fingerprint(gossh.FingerprintSHA256(host.PublicKey())))
		if keys.Len() == 0 {
			c.say(t.NoKeys(c.keysFile()))
		}
		c.say(t.Listening(listener.Addr().String()))
		defer c.keepHouse(ctx, s)()
		return server.Serve(ctx, listener)
	})
}

// keyFault explains what is wrong with the host key.
func (c *command) keyFault(err error) error {
	t := text.RemoteIn(c.lang)
	switch {
	case errors.Is(err, remote.ErrHostKeyOpen):
		return &saidError{t.HostKeyOpen(c.hostKeyFile()), err}
	case errors.Is(err, remote.ErrHostKey):
		return &saidError{t.HostKeyBad(c.hostKeyFile()), err}
	}
	return err
}

// keysSentence explains what is wrong with authorized_keys as a whole.
func (c *command) keysSentence(err error) string {
	t := text.RemoteIn(c.lang)
	switch {
	case errors.Is(err, remote.ErrKeysOpen):
		return t.KeysOpen(c.keysFile())
	case errors.Is(err, remote.ErrKeysTooLong):
		return t.KeysTooLong(c.keysFile())
	}
	return text.Error(c.lang, err, c.zone)
}

func (c *command) sayBadLines(bad []remote.BadLine) {
	t := text.RemoteIn(c.lang)
	for _, b := range bad {
		c.say(t.BadKeyLine(b.Line, t.KeyProblem[string(b.Why)]))
	}
}

// listedKey is a key as --json lists it.
type listedKey struct {
	Line        int    `json:"line"`
	Operator    string `json:"operator"`
	Role        string `json:"role"`
	Type        string `json:"type"`
	Fingerprint string `json:"fingerprint"`
}

// listKeys says who may come in; lines that let nobody in make exit code 1.
func (c *command) listKeys() error {
	t := text.RemoteIn(c.lang)
	keys, bad, err := remote.LoadKeys(c.keysFile())
	if err != nil {
		return &saidError{c.keysSentence(err), err}
	}
	listed := make([]listedKey, len(keys))
	for i, k := range keys {
		listed[i] = listedKey{k.Line, k.Name, k.Role.String(), k.Type, k.Fingerprint}
	}
	err = c.report(struct {
		Keys []listedKey `json:"keys"`
	}{listed}, func() error {
		if len(keys) == 0 {
			return c.print(t.NobodyYet)
		}
		for _, k := range keys {
			line := t.Line + " " + strconv.Itoa(k.Line) + ": " + text.Plain(k.Name) + ", " + t.RoleName[k.Role.String()] + ", " + k.Fingerprint
			if err := c.print(line); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if c.sayBadLines(bad); len(bad) > 0 {
		return errRefused
	}
	return nil
}

// printUnit prints a systemd unit for this program and folder.
func (c *command) printUnit(f serveFlags) error {
	program, err := os.Executable()
	if err != nil {
		program = "/usr/local/bin/okienko"
	}
	folder := c.folder
	if folder != "" {
		if folder, err = filepath.Abs(folder); err != nil {
			return err
		}
	}
	return c.print(remote.Unit{Program: program, Folder: folder, Listen: f.listen, Help: text.RemoteIn(c.lang).UnitHelp}.String())
}
