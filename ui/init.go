package ui

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"okienko/assets"
	"okienko/model"
	"okienko/store"
)

// founded is what init reports.
type founded struct {
	Folder  string `json:"folder"`
	Profile string `json:"profile"`
	School  string `json:"school"`
}

func (c *command) initCommand() *cobra.Command {
	var profile, school, address string
	v := c.verb("init", nil, func(ctx context.Context, _ []string) error { return c.found(ctx, profile, school, address) })
	c.text(v.Flags(), &profile, "profile", "")
	c.text(v.Flags(), &school, "school", "")
	c.text(v.Flags(), &address, "address", "")
	return c.withJSON(v)
}

// found makes the data folder of a new school.
func (c *command) found(ctx context.Context, profile, school, address string) error {
	switch {
	case c.demo:
		return &usageError{c.t.NotWithDemo}
	case profile == "":
		return &usageError{c.t.FlagRequired("--profile")}
	case !slices.Contains(assets.Profiles(), profile):
		return &usageError{c.t.UnknownProfile(profile, assets.Profiles())}
	}
	text, _ := assets.Profile(profile)
	folder := c.dataFolder()
	made, err := model.ParseProfile(folder.ProfileFile(), text)
	if err != nil {
		return err
	}
	if school != "" {
		made.School = clean(school)
	}
	if address != "" {
		made.Address = clean(address)
	}
	if err := folder.Create(ctx, model.WithSchool(text, made.School, made.Address), store.Lock{}); err != nil {
		return err
	}
	return c.report(founded{string(folder), profile, made.School}, func() error {
		return c.print(c.t.Created(made.School, string(folder)))
	})
}
