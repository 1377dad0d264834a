package portrait

func (in *inspection) judge(s *small) {
	_ = s
}
