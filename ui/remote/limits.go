package remote

import (
	"fmt"
	"net"
	"sync"
	"time"
)

// Limits keep one client from taking the server away from the others.
type Limits struct {
	SessionsPerKey int           // windows that one key may have open
	LogInsAMinute  int           // connections of an address that did not log in
	Unknown        int           // connections of all addresses that did not log in yet
	Idle           time.Duration // without a key; a display has no keyboard and no limit
	Handshake      time.Duration // from the connection to the window
	Alive          time.Duration // how often the other end is asked whether it is there
	Grace          time.Duration // what desks have to finish when the server stops
}

// DefaultLimits are those of a school. (A paste is limited by kit.MaxPaste.)
var DefaultLimits = Limits{
	SessionsPerKey: 4, LogInsAMinute: 20, Unknown: 50, Idle: time.Hour,
	Handshake: 30 * time.Second, Alive: 15 * time.Second, Grace: 10 * time.Second,
}

// most connections of addresses that are remembered: an attacker with many
// addresses must not fill the memory.
const mostAddresses = 10000

// doorman counts who knocks. It may be used from several goroutines.
type doorman struct {
	limits Limits
	now    func() time.Time

	mu      sync.Mutex
	knocks  map[string][]time.Time // of an address, in the last minute
	forgot  time.Time              // when quiet addresses were last dropped
	unknown int
	windows map[string]int          // of a key
	places  map[string]map[int]bool // taken at an address
}

func newDoorman(l Limits, now func() time.Time) *doorman {
	return &doorman{limits: l, now: now, knocks: map[string][]time.Time{}, windows: map[string]int{}, places: map[string]map[int]bool{}}
}

// knock reports whether a connection from an address may try to log in.
func (d *doorman) knock(address string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := d.now()
	recent := d.recent(address, now)
	if len(recent) >= d.limits.LogInsAMinute || d.unknown >= d.limits.Unknown {
		return false
	}
	if _, known := d.knocks[address]; !known && len(d.knocks) >= mostAddresses {
		d.forget(now)
		if len(d.knocks) >= mostAddresses {
			return false
		}
	}
	d.knocks[address] = append(recent, now)
	d.unknown++
	return true
}

// recent are an address's knocks of the last minute.
func (d *doorman) recent(address string, now time.Time) []time.Time {
	all := d.knocks[address]
	for len(all) > 0 && now.Sub(all[0]) >= time.Minute {
		all = all[1:]
	}
	return all
}

// forget drops addresses that were quiet for a minute, once a second at most:
// an attacker with many addresses must not make each knock a long walk.
func (d *doorman) forget(now time.Time) {
	if now.Sub(d.forgot) < time.Second {
		return
	}
	d.forgot = now
	for address := range d.knocks {
		if len(d.recent(address, now)) == 0 {
			delete(d.knocks, address)
		}
	}
}

// decided ends what knock began: a connection that logged in does not count
// against its address, one that failed does.
func (d *doorman) decided(address string, in bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.unknown--
	if all := d.knocks[address]; in && len(all) > 0 {
		d.knocks[address] = all[:len(all)-1]
	}
}

// enter gives a key one more window, and the window a name that no other of
// this server has; leave gives both back. ok is false if the key has as many
// as it may.
func (d *doorman) enter(k Key, address string) (desk string, leave func(), ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.windows[k.public] >= d.limits.SessionsPerKey {
		return "", nil, false
	}
	d.windows[k.public]++
	taken := d.places[address]
	if taken == nil {
		taken = map[int]bool{}
		d.places[address] = taken
	}
	// The lowest that is free, so that a desk has the same name tomorrow.
	place := 1
	for taken[place] {
		place++
	}
	taken[place] = true
	desk = "ssh " + address
	if place > 1 {
		desk += fmt.Sprintf(" %d", place)
	}
	return desk, func() { d.leave(k, address, place) }, true
}

func (d *doorman) leave(k Key, address string, place int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.windows[k.public]--; d.windows[k.public] == 0 {
		delete(d.windows, k.public)
	}
	if delete(d.places[address], place); len(d.places[address]) == 0 {
		delete(d.places, address)
	}
}

// addressOf is where somebody comes from, without the port.
func addressOf(a net.Addr) string {
	host, _, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	return host
}
