// The host of one open session: a thread that owns the room, its files and, with a reception, the network. The window
// thread makes it, takes a link and talks through that; nothing else is shared. Stops cleanly: what was sent before the
// destructor is safe after it.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/net/link_memory.h"
#include "app/net/reception.h"
#include "core/file/session_store.h"

namespace standpoint {

// The time of a session: this computer's as it was when it was set, and from then on steady, whatever becomes of the computer's
// clock; it goes on while the computer sleeps. From any thread.
class SessionClock {
 public:
  explicit SessionClock(std::function<std::int64_t()> computers = clock_now_ms) : computers_(std::move(computers)) { set(); }
  void set();
  std::int64_t now_ms() const;

 private:
  std::function<std::int64_t()> computers_;
  std::atomic<std::int64_t> ahead_ms_{0};  // of the steady time
};

class Host {
 public:
  // `session` must be open for writing, and its FileSystem must outlive the host. `wake` is called on the host thread
  // whenever a link has news; it must only nudge the window (for GLFW: post an empty event). `now_ms` gives the time.
  // With a reception (of the same session), tablets join by network; without, only links of this process.
  Host(OpenedSession session, std::function<void()> wake, std::function<std::int64_t()> now_ms = clock_now_ms,
       std::unique_ptr<Reception> reception = nullptr);
  // Commits everything sent so far, then ends the thread. Links stay valid and report connected() == false.
  ~Host();
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;

  // A new screen in this process. Say Hello on it first.
  std::unique_ptr<Link> connect();
  // How tablets join; nothing: this host is not on the network.
  std::optional<JoinInfo> join_info() const;
  // The old join codes open no more; who has a seat keeps it. `wake` is called when it is done, or could not be.
  void renew_code();
  // The address of this text is the one that the room is shown, on stages in browsers too. `wake` is called when it is.
  void show_address(std::string text);
  // Once, after a new code (also one that a facilitator's tablet asked for), another network or another address shown: how
  // tablets join now, or why the code is as before.
  std::optional<Result<JoinNews>> take_join_news();
  // Once, after the session's file was found changed underneath (SessionLog::append): what happened, and where the session is now.
  struct FileNews {
    std::string sentence, path;
  };
  std::optional<FileNews> take_file_news();

 private:
  void run();
  void hear(Room&, Heard&);
  bool deliver(Room&);
  bool look_after_file(Room&);

  std::unique_ptr<SessionStore> store_;
  Workshop workshop_;  // handed to the room when the thread starts
  std::function<void()> wake_;
  std::function<std::int64_t()> now_ms_;
  std::unique_ptr<Reception> reception_;
  std::shared_ptr<Queue<Heard>> heard_ = std::make_shared<Queue<Heard>>();
  std::atomic<LinkId> links_made_{0};
  std::map<LinkId, std::shared_ptr<Queue<HostMessage>>> to_screens_;  // the host thread's
  std::mutex news_lock_;
  std::optional<FileNews> file_news_;
  std::chrono::steady_clock::time_point next_try_{};  // of a disk that failed
  std::thread thread_;
};

}  // namespace standpoint
