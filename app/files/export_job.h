// An export in a process of its own: this very program's `export` command, so that large pictures neither hold up the window
// nor share its OpenGL. Started by App; it counts the lines that the command prints and keeps its one sentence of trouble.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <sys/types.h>

#include "core/workshop/result.h"

namespace standpoint {

class ExportJob {
 public:
  struct State {
    std::size_t written = 0;  // pictures that are on disk
    bool over = false;
    bool cancelled = false;
    std::string trouble;      // one sentence when it ended badly; empty when it was cancelled
  };

  // `command`: a program and its arguments; no shell reads them. `changed` is called on another thread whenever state() has news.
  static Result<std::unique_ptr<ExportJob>> start(std::vector<std::string> command, std::function<void()> changed);
  // Ends the process if it still runs, and waits for that.
  ~ExportJob();
  ExportJob(const ExportJob&) = delete;
  ExportJob& operator=(const ExportJob&) = delete;

  State state() const;
  void cancel();

 private:
  ExportJob(pid_t process, int out, int err, std::function<void()> changed);
  void follow();
  bool read_some(int& from, bool lines);
  void end(int status);

  mutable std::mutex mutex_;
  State state_;
  std::string said_;        // on standard error
  bool running_ = true;     // the process is not waited for yet, so its number is its own
  bool cancelled_ = false;
  pid_t process_;
  int out_, err_;
  std::function<void()> changed_;
  std::thread follower_;
};

}  // namespace standpoint
