package portrait

// tensor is a stack of planes, one after the other.
type tensor struct {
	c, h, w int
	data    []float32
}

func newTensor(c, h, w int) tensor { return tensor{c, h, w, make([]float32, c*h*w)} }

func (t tensor) plane(c int) []float32 { return t.data[c*t.h*t.w : (c+1)*t.h*t.w] }

// run computes the graph for a picture and returns every result by its name.
// Operations that only rearrange what the network's makers wanted otherwise
// pass their input on.
func (n *network) run(input tensor) (map[string]tensor, error) {
	done := map[string]tensor{"input:0": input}
	for _, d := range n.nodes {
		if len(d.in) == 0 {
			return nil, errNetwork
		}
		in, ok := done[d.in[0]]
		if !ok && d.op != "ConstantOfShape" {
			return nil, errNetwork
		}
		switch d.op {
		case "Conv":
			if in, ok = n.conv(d, in); !ok {
				return nil, errNetwork
			}
		case "Relu":
			in = relu(in)
		case "Add":
			other, known := done[d.in[1]]
			if !known {
				return nil, errNetwork
			}
			in = add(in, other)
		case "MaxPool":
			in = maxPool(in)
		case "Concat", "ConstantOfShape", "Transpose", "Reshape":
			// What is put behind a tensor is always zeros, to be added to more
			// planes; add takes planes that are missing for zeros.
		default:
			return nil, errNetwork
		}
		done[d.out] = in
	}
	return done, nil
}

// conv is a convolution: depthwise, of single pixels, or full.
func (n *network) conv(d node, in tensor) (tensor, bool) {
	w := n.weights[d.in[1]]
	if len(w.dims) != 4 || len(w.data) == 0 || d.group == 1 && w.dims[1] != in.c || d.group > 1 && w.dims[0] != in.c {
		return tensor{}, false
	}
	out := newTensor(w.dims[0], (in.h+d.top+d.down-d.kernel)/d.strides+1, (in.w+d.left+d.right-d.kernel)/d.strides+1)
	if len(d.in) > 2 {
		for c, b := range n.weights[d.in[2]].data {
			plane := out.plane(c)
			for i := range plane {
				plane[i] = b
			}
		}
	}
	switch {
	case d.kernel == 1:
		mixPlanes(w.data, in, out)
	case d.group > 1:
		for c := range out.c {
			convPlane(d, w.data[c*d.kernel*d.kernel:], in, in.plane(c), out, out.plane(c))
		}
	default:
		for c := range out.c {
			for i := range in.c {
				convPlane(d, w.data[(c*in.c+i)*d.kernel*d.kernel:], in, in.plane(i), out, out.plane(c))
			}
		}
	}
	return out, true
}

// mixPlanes makes each plane of the result a sum of all planes, four at a
// time so that the result is touched less often.
func mixPlanes(w []float32, in, out tensor) {
	for c := range out.c {
		to := out.plane(c)
		row := w[c*in.c : (c+1)*in.c]
		i := 0
		for ; i+4 <= in.c; i += 4 {
			w0, w1, w2, w3 := row[i], row[i+1], row[i+2], row[i+3]
			p0, p1, p2, p3 := in.plane(i)[:len(to)], in.plane(i + 1)[:len(to)], in.plane(i + 2)[:len(to)], in.plane(i + 3)[:len(to)]
			for k := range to {
				to[k] += w0*p0[k] + w1*p1[k] + w2*p2[k] + w3*p3[k]
			}
		}
		for ; i < in.c; i++ {
			p := in.plane(i)[:len(to)]
			for k := range to {
				to[k] += row[i] * p[k]
			}
		}
	}
}

// convPlane adds the convolution of one plane, tap by tap.
func convPlane(d node, w []float32, in tensor, src []float32, out tensor, dst []float32) {
	for ky := range d.kernel {
		for kx := range d.kernel {
			tap := w[ky*d.kernel+kx]
			// The columns of the result whose source lies inside.
			first, last := 0, out.w-1
			for first*d.strides+kx-d.left < 0 {
				first++
			}
			for last*d.strides+kx-d.left >= in.w {
				last--
			}
			for y := range out.h {
				sy := y*d.strides + ky - d.top
				if sy < 0 || sy >= in.h || last < first {
					continue
				}
				to := dst[y*out.w+first : y*out.w+last+1]
				from := src[sy*in.w+first*d.strides+kx-d.left:]
				if d.strides == 1 {
					from = from[:len(to)]
					for i := range to {
						to[i] += tap * from[i]
					}
					continue
				}
				for i := range to {
					to[i] += tap * from[i*d.strides]
				}
			}
		}
	}
}

func relu(t tensor) tensor {
	out := newTensor(t.c, t.h, t.w)
	for i, v := range t.data {
		out.data[i] = max(v, 0)
	}
	return out
}

// add adds planes; the tensor with fewer is as if it had zeros behind.
func add(a, b tensor) tensor {
	if a.c < b.c {
		a, b = b, a
	}
	out := tensor{a.c, a.h, a.w, append([]float32(nil), a.data...)}
	for i, v := range b.data[:min(len(b.data), len(out.data))] {
		out.data[i] += v
	}
	return out
}

// maxPool halves a tensor by the greatest of each 2 by 2.
func maxPool(t tensor) tensor {
	out := newTensor(t.c, t.h/2, t.w/2)
	for c := range t.c {
		src, dst := t.plane(c), out.plane(c)
		for y := range out.h {
			for x := range out.w {
				at := 2*y*t.w + 2*x
				dst[y*out.w+x] = max(src[at], src[at+1], src[at+t.w], src[at+t.w+1])
			}
		}
	}
	return out
}
