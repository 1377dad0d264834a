package ui

import "golang.org/x/sys/windows"

// freeSpace is how many bytes the disk of a folder has left for this user;
// known is false where the system does not say.
func freeSpace(folder string) (bytes uint64, known bool) {
	path, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, false
	}
	err = windows.GetDiskFreeSpaceEx(path, &bytes, nil, nil)
	return bytes, err == nil
}
