// Loaded before the program (LD_PRELOAD): while the file named in FAILING_DISK is there, every sync fails; what was written is
// in the file all the same, as after a disk's error. With FAILING_DISK_FULL, writes fail as on a full disk. For tests/attack only.
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>
#include <sys/syscall.h>

static int fails(const char* name) {
  const char* const switched_on_by = getenv(name);
  return switched_on_by && access(switched_on_by, F_OK) == 0;
}

int fdatasync(int file) {
  if (!fails("FAILING_DISK")) return (int)syscall(SYS_fdatasync, file);
  errno = EIO;
  return -1;
}

int fsync(int file) {
  if (!fails("FAILING_DISK")) return (int)syscall(SYS_fsync, file);
  errno = EIO;
  return -1;
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t offset) {
  if (!fails("FAILING_DISK_FULL")) return (ssize_t)syscall(SYS_pwrite64, file, bytes, count, offset);
  errno = ENOSPC;
  return -1;
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off_t offset) { return pwrite(file, bytes, count, offset); }
