// posix_spawn, two pipes and a thread that reads them. See export_job.h.
#include "app/files/export_job.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace standpoint {
namespace {

constexpr const char* ended_early = "The export ended before all pictures were written. Those that are there are whole, and the session is untouched. Export again.";

struct Pipe {
  std::array<int, 2> ends{-1, -1};
  bool open() { return ::pipe2(ends.data(), O_CLOEXEC) == 0; }
  int take_reader() { return std::exchange(ends[0], -1); }
  ~Pipe() {
    for (const int end : ends)
      if (end >= 0) ::close(end);
  }
};

struct Actions {
  posix_spawn_file_actions_t list{};
  Actions() { posix_spawn_file_actions_init(&list); }
  ~Actions() { posix_spawn_file_actions_destroy(&list); }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
};

}  // namespace

Result<std::unique_ptr<ExportJob>> ExportJob::start(std::vector<std::string> command, std::function<void()> changed) {
  Pipe out, err;
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t process = 0;
  int trouble = out.open() && err.open() ? 0 : errno;
  if (trouble == 0) {
    Actions actions;
    posix_spawn_file_actions_addopen(&actions.list, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions.list, out.ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions.list, err.ends[1], STDERR_FILENO);
    trouble = ::posix_spawn(&process, arguments.front(), &actions.list, nullptr, arguments.data(), environ);
  }
  if (trouble != 0)
    return failed(std::string("The export could not be started: ") + std::strerror(trouble) + ". Nothing was written and the session is untouched. Try again.");
  return std::unique_ptr<ExportJob>(new ExportJob(process, out.take_reader(), err.take_reader(), std::move(changed)));
}

ExportJob::ExportJob(pid_t process, int out, int err, std::function<void()> changed)
    : process_(process), out_(out), err_(err), changed_(std::move(changed)), follower_([this] { follow(); }) {}

ExportJob::~ExportJob() {
  cancel();
  follower_.join();
}

ExportJob::State ExportJob::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

void ExportJob::cancel() {
  const std::lock_guard lock(mutex_);
  if (!running_) return;
  cancelled_ = true;
  ::kill(process_, SIGTERM);
}

// False once that end is closed.
bool ExportJob::read_some(int& from, bool lines) {
  std::array<char, 4096> bytes;
  const ssize_t count = ::read(from, bytes.data(), bytes.size());
  if (count < 0 && errno == EINTR) return true;
  if (count <= 0) {
    ::close(std::exchange(from, -1));
    return false;
  }
  {
    const std::lock_guard lock(mutex_);
    if (lines) state_.written += static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + count, '\n'));
    else said_.append(bytes.data(), static_cast<std::size_t>(count));
  }
  changed_();
  return true;
}

void ExportJob::follow() {
  while (out_ >= 0 || err_ >= 0) {
    std::array<pollfd, 2> both{{{out_, POLLIN, 0}, {err_, POLLIN, 0}}};
    if (::poll(both.data(), both.size(), -1) < 0) continue;  // a signal came between
    if (both[0].revents != 0) read_some(out_, true);
    if (both[1].revents != 0) read_some(err_, false);
  }
  // Waited for without being collected, so that cancel() never ends a stranger with the same number.
  siginfo_t info{};
  while (::waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOWAIT) < 0 && errno == EINTR) {}
  int status = 0;
  {
    const std::lock_guard lock(mutex_);
    running_ = false;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {}
  }
  end(status);
  changed_();
}

void ExportJob::end(int status) {
  const std::lock_guard lock(mutex_);
  state_.over = true;
  state_.cancelled = cancelled_;
  const bool well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (well || cancelled_) return;
  const std::string first = said_.substr(0, said_.find('\n'));
  state_.trouble = WIFEXITED(status) && !first.empty() ? first : ended_early;
}

}  // namespace standpoint
