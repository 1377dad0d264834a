package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// Exit codes of the program.
const (
	exitDone    = 0
	exitRefused = 1 // done, but some input was refused
	exitUsage   = 2 // the command line is wrong
	exitNothing = 3 // nothing was done
)

// Streams are where a command reads and writes.
type Streams struct {
	In       *os.File
	Out, Err io.Writer
}

// errRefused ends a command that did its work and said which input it refused.
var errRefused = errors.New("some input was refused")

// usageError is a wrong command line, explained.
type usageError struct{ sentence string }

func (e *usageError) Error() string { return e.sentence }

// saidError is a failure with a sentence of its own; cause is for the log.
type saidError struct {
	sentence string
	cause    error
}

func (e *saidError) Error() string { return e.sentence }
func (e *saidError) Unwrap() error { return e.cause }

// command is what all commands of one run share.
type command struct {
	Streams
	t *text.Command

	lang     text.Lang
	folder   string
	demo     bool
	operator string
	desk     string
	json     bool
	keyFlags
	chosen store.Key // typed into the form that made the school
	now    func() time.Time
	zone   *time.Location // for times in sentences
}

// Main runs a command line (without the program's name) and returns the exit
// code. SIGINT, SIGTERM and SIGHUP end it in the ordinary way, so that a demo
// school is removed; a second one ends it at once.
func Main(args []string, s Streams) int {
	_ = withoutDumps() // a system that refuses is no reason to keep the window shut
	ctx, stop := interruptible()
	defer stop()
	return run(ctx, args, s, time.Now)
}

// interruptible is a context that ends with the first signal. The next finds
// the system's own way of ending a program.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

func run(ctx context.Context, args []string, s Streams, now func() time.Time) (code int) {
	// Go would print the value of a panic, which may be somebody's data.
	defer func() {
		if r := recover(); r != nil {
			_, _ = fmt.Fprintln(s.Err, kit.NewCrash(r).Error())
			code = exitNothing
		}
	}()
	zone, err := time.LoadLocation(model.DefaultZone)
	if err != nil {
		zone = time.UTC
	}
	lang, known := langOf(args)
	c := &command{Streams: s, t: text.CommandIn(lang), lang: lang, now: now, zone: zone}
	root := c.root()
	root.SetArgs(args)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	if !known {
		return c.exit(&usageError{c.t.BadLang}, root.CommandPath())
	}
	ran, err := root.ExecuteContextC(ctx)
	return c.exit(err, ran.CommandPath())
}

// exit says what went wrong in a command and turns it into an exit code.
func (c *command) exit(err error, path string) int {
	var usage *usageError
	var said *saidError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errRefused):
		return exitRefused
	case errors.Is(err, errNothing):
		return exitNothing
	case errors.As(err, &usage):
		c.say(usage.sentence, c.t.SeeHelp(path))
		return exitUsage
	case errors.As(err, &said):
		c.say(said.sentence)
	case errors.Is(err, context.Canceled):
		c.say(c.t.Interrupted)
	default:
		c.say(text.Error(c.lang, err, c.zone))
	}
	return exitNothing
}

// say writes sentences on stderr, where nothing can be done about a failure. On
// a terminal they wrap between words.
func (c *command) say(sentences ...string) {
	_, _ = fmt.Fprintln(c.Err, wrapped(strings.Join(sentences, " "), columns(c.Err)))
}

// langOf finds the language before the command line is taken apart, so that
// what is wrong with it can be said in that language.
func langOf(args []string) (lang text.Lang, known bool) {
	lang = text.Polish
	for i, a := range args {
		value, ok := strings.CutPrefix(a, "--lang=")
		switch {
		case a == "--":
			return lang, true
		case a == "--lang" && i+1 < len(args):
			value = args[i+1]
		case !ok:
			continue
		}
		if !slices.Contains(text.Langs, text.Lang(value)) {
			return text.Polish, false
		}
		lang = text.Lang(value)
	}
	return lang, true
}

func (c *command) root() *cobra.Command {
	root := c.verb("okienko", nil, c.window)
	root.Long = c.t.About
	all := root.PersistentFlags()
	c.text(all, &c.folder, "data", "")
	all.BoolVar(&c.demo, "demo", false, c.t.Flag["demo"])
	c.text(all, &c.operator, "operator", "")
	c.text(all, &c.desk, "desk", "")
	c.text(all, &c.passphraseFile, "passphrase-file", "")
	c.text(all, &c.identityFile, "identity-file", "")
	c.text(all, new(string), "lang", "") // read before, see langOf
	all.BoolP("help", "h", false, c.t.Flag["help"])
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.Version = version()
	root.Flags().Bool("version", false, c.t.Flag["version"])
	root.SetVersionTemplate("okienko {{.Version}}\n")
	root.SetHelpCommand(c.helpCommand(root))
	root.SetUsageTemplate(c.usageTemplate())
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return c.flagError(err) })
	root.AddCommand(
		c.versionCommand(),
		c.initCommand(),
		c.importCommand(),
		c.statusCommand(),
		c.exportCommand(),
		c.qrCommand(),
		c.photoCommand(),
		c.doctorCommand(),
		c.serveCommand(),
		c.displayCommand(),
		c.passphraseCommand(),
		c.unsealCommand(),
		c.backupCommand(),
		c.restoreCommand(),
		c.purgeCommand(),
		c.forgetCommand(),
	)
	c.wrapHelp(root.Commands())
	return root
}

// wrapHelp breaks the lines of what --help says where the terminal ends.
func (c *command) wrapHelp(all []*cobra.Command) {
	for _, v := range all {
		v.Long = wrapped(v.Long, columns(c.Out))
		c.wrapHelp(v.Commands())
	}
}

// verb makes a command that takes the named arguments; an ellipsis after the
// last name allows more of it.
func (c *command) verb(name string, arguments []string, do func(context.Context, []string) error) *cobra.Command {
	v := &cobra.Command{Use: name, Short: c.t.Short[name], Long: c.t.Long[name], Annotations: map[string]string{"arguments": strings.Join(arguments, " ")}}
	more := len(arguments) > 0 && strings.HasSuffix(arguments[len(arguments)-1], "…")
	v.Args = func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < len(arguments):
			return &usageError{c.t.MissingArgument(arguments[len(args)])}
		case !more && len(args) > len(arguments):
			return &usageError{c.t.UnknownArgument(args[len(arguments)])}
		}
		return nil
	}
	v.RunE = func(cc *cobra.Command, args []string) error { return do(cc.Context(), args) }
	return v
}

// group makes a command that only holds others.
func (c *command) group(name string, members ...*cobra.Command) *cobra.Command {
	g := &cobra.Command{Use: name, Short: c.t.Short[name]}
	g.Args = func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return &usageError{c.t.UnknownArgument(args[0])}
		}
		return nil
	}
	g.RunE = func(*cobra.Command, []string) error { return &usageError{c.t.WhichOf(name)} }
	g.AddCommand(members...)
	return g
}

// helpCommand tells what --help behind a command tells.
func (c *command) helpCommand(root *cobra.Command) *cobra.Command {
	help := &cobra.Command{Use: "help", Short: c.t.Short["help"],
		Annotations: map[string]string{"arguments": "[" + strings.ToUpper(c.t.CommandWord) + "]"}}
	help.RunE = func(_ *cobra.Command, args []string) error {
		of, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return &usageError{c.t.UnknownArgument(strings.Join(args, " "))}
		}
		return of.Help()
	}
	return help
}

// versionCommand tells which version this is.
func (c *command) versionCommand() *cobra.Command {
	return c.verb("version", nil, func(context.Context, []string) error { return c.print("okienko " + version()) })
}

// version is what the program was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

func (c *command) withJSON(v *cobra.Command) *cobra.Command {
	v.Flags().BoolVar(&c.json, "json", false, c.t.Flag["json"])
	return v
}

func (c *command) usageTemplate() string {
	t, folded := c.t, ""
	if width := columns(c.Out); width > 0 {
		folded = fmt.Sprintf("Wrapped %d", width)
	}
	return t.Usage + `:{{if .Runnable}}
  {{.CommandPath}}{{if .HasAvailableSubCommands}} [` + t.CommandWord + `]{{end}}{{with .Annotations.arguments}} {{.}}{{end}} [` + t.FlagsWord + `]{{end}}{{if .HasAvailableSubCommands}}

` + t.Commands + `:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

` + t.Flags + `:
{{.LocalFlags.FlagUsages` + folded + ` | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

` + t.GlobalFlags + `:
{{.InheritedFlags.FlagUsages` + folded + ` | trimTrailingWhitespaces}}{{end}}
`
}
