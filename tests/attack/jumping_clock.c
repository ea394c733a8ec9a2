// Loaded before the program (LD_PRELOAD): the computer's clock is that of the system and as many seconds as the file named in
// JUMPING_CLOCK says, now; the steady clocks are as they are. For tests/attack only.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

// Without the C library's files and memory: a program may ask the time before it has them.
static long jumped(void) {
  const char* const name = getenv("JUMPING_CLOCK");
  char text[32] = {0};
  if (!name) return 0;
  const int file = (int)syscall(SYS_openat, AT_FDCWD, name, O_RDONLY);
  if (file < 0) return 0;
  const long read = syscall(SYS_read, file, text, sizeof text - 1);
  syscall(SYS_close, file);
  return read > 0 ? atol(text) : 0;
}

int clock_gettime(clockid_t clock, struct timespec* now) {
  const int failed = (int)syscall(SYS_clock_gettime, clock, now);
  if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += jumped();
  return failed;
}

int gettimeofday(struct timeval* restrict now, void* restrict zone) {
  struct timespec precise;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &precise);
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

time_t time(time_t* into) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (into) *into = now.tv_sec;
  return now.tv_sec;
}
