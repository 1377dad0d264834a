package text

import (
	"reflect"
	"testing"

	"okienko/store/intake/scan"
)

func TestEveryThingOfAScanHasASentence(t *testing.T) {
	for _, l := range Langs {
		full(t, string(l)+".scan", reflect.ValueOf(*ScanIn(Polish)), reflect.ValueOf(*ScanIn(l)))
		for _, r := range scan.Reasons {
			if ScanReason(l, r) == string(r) {
				t.Errorf("%s: nothing for reason %s", l, r)
			}
		}
		for _, w := range scan.Whys {
			if ScanWhy(l, w) == string(w) {
				t.Errorf("%s: nothing for ground %s", l, w)
			}
		}
	}
}
