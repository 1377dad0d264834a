package portrait

import (
	"encoding/binary"
	"errors"
	"math"
)

// A reader for as much of ONNX as the embedded network needs: the nodes of
// the graph with their whole-number attributes, and the weights.

// errNetwork says that the embedded network is not what it should be.
var errNetwork = errors.New("portrait: the embedded network can't be read")

// node is one operation.
type node struct {
	op          string
	in          []string
	out         string
	strides     int
	group       int
	kernel      int
	top, left   int // padding
	down, right int
}

// weights are the constants of one operation.
type weights struct {
	dims []int
	data []float32
}

// network is a graph in the order in which it is computed.
type network struct {
	nodes   []node
	weights map[string]weights
}

// field is one field of a protocol buffer: a number or bytes.
type field struct {
	number int
	value  uint64
	bytes  []byte
}

// fields cuts a message apart.
func fields(b []byte) (list []field, err error) {
	for len(b) > 0 {
		key, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, errNetwork
		}
		b = b[n:]
		f := field{number: int(key >> 3)}
		var size int
		switch key & 7 {
		case 0:
			f.value, size = binary.Uvarint(b)
			if size <= 0 {
				return nil, errNetwork
			}
		case 1:
			size = 8
		case 5:
			size = 4
		case 2:
			length, n := binary.Uvarint(b)
			if n <= 0 || length > uint64(len(b)-n) {
				return nil, errNetwork
			}
			f.bytes = b[n : n+int(length)]
			size = n + int(length)
		default:
			return nil, errNetwork
		}
		if size > len(b) {
			return nil, errNetwork
		}
		b = b[size:]
		list = append(list, f)
	}
	return list, nil
}

// readNetwork reads the graph of an ONNX model.
func readNetwork(file []byte) (*network, error) {
	model, err := fields(file)
	if err != nil {
		return nil, err
	}
	n := &network{weights: map[string]weights{}}
	for _, f := range model {
		if f.number != 7 { // graph
			continue
		}
		graph, err := fields(f.bytes)
		if err != nil {
			return nil, err
		}
		for _, g := range graph {
			switch g.number {
			case 1:
				err = n.addNode(g.bytes)
			case 5:
				err = n.addWeights(g.bytes)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	return n, nil
}

func (n *network) addNode(b []byte) error {
	list, err := fields(b)
	if err != nil {
		return err
	}
	d := node{strides: 1, group: 1, kernel: 1}
	for _, f := range list {
		switch f.number {
		case 1:
			d.in = append(d.in, string(f.bytes))
		case 2:
			d.out = string(f.bytes)
		case 4:
			d.op = string(f.bytes)
		case 5:
			if err := d.attribute(f.bytes); err != nil {
				return err
			}
		}
	}
	n.nodes = append(n.nodes, d)
	return nil
}

func (d *node) attribute(b []byte) error {
	list, err := fields(b)
	if err != nil {
		return err
	}
	name := ""
	var values []int
	for _, f := range list {
		switch f.number {
		case 1:
			name = string(f.bytes)
		case 3:
			values = append(values, int(f.value))
		case 8:
			if f.bytes == nil {
				values = append(values, int(f.value))
			}
			for rest := f.bytes; len(rest) > 0; {
				v, n := binary.Uvarint(rest)
				if n <= 0 {
					return errNetwork
				}
				values, rest = append(values, int(v)), rest[n:]
			}
		}
	}
	switch {
	case name == "strides" && len(values) == 2:
		d.strides = values[0]
	case name == "kernel_shape" && len(values) == 2:
		d.kernel = values[0]
	case name == "group" && len(values) == 1:
		d.group = values[0]
	case name == "pads" && len(values) == 4:
		d.top, d.left, d.down, d.right = values[0], values[1], values[2], values[3]
	}
	return nil
}

func (n *network) addWeights(b []byte) error {
	list, err := fields(b)
	if err != nil {
		return err
	}
	name := ""
	var w weights
	var raw []byte
	kind := uint64(0)
	for _, f := range list {
		switch f.number {
		case 1:
			if f.bytes == nil {
				w.dims = append(w.dims, int(f.value))
			}
			for rest := f.bytes; len(rest) > 0; {
				v, size := binary.Uvarint(rest)
				if size <= 0 {
					return errNetwork
				}
				w.dims, rest = append(w.dims, int(v)), rest[size:]
			}
		case 2:
			kind = f.value
		case 8:
			name = string(f.bytes)
		case 9:
			raw = f.bytes
		}
	}
	if kind == 1 { // float
		w.data = make([]float32, len(raw)/4)
		for i := range w.data {
			w.data[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
		}
	}
	n.weights[name] = w
	return nil
}
