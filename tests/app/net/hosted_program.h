// `standpoint host` as a child process, for tests and benchmarks that kill it, measure it or look into its memory.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include <sys/types.h>

#include "app/net/door/session_address.h"

namespace standpoint {

// All memory that a process of ours may write to, piece by piece.
void for_each_memory_of(pid_t process, const std::function<void(std::span<const std::byte>)>& look);

class HostedProgram {
 public:
  // Starts the program on the session and waits until it said where it is. Throws std::runtime_error when it does not.
  // port 0: any. Listens on 127.0.0.1 only.
  HostedProgram(const std::string& program, const std::string& session, std::uint16_t port);
  ~HostedProgram() { kill(); }
  HostedProgram(const HostedProgram&) = delete;
  HostedProgram& operator=(const HostedProgram&) = delete;

  const SessionAddress& room() const { return room_; }  // its secret is the participants'
  const Key& facilitator_key() const { return facilitator_key_; }
  std::uint16_t port() const { return room_.port; }

  void kill();  // SIGKILL
  // SIGTERM, and what it exited with.
  int stop();
  double resident_mb() const;
  double cpu_seconds() const;
  void for_each_memory(const std::function<void(std::span<const std::byte>)>& look) const { for_each_memory_of(pid_, look); }

 private:
  int reap(int signal);
  pid_t pid_ = 0;
  SessionAddress room_;
  Key facilitator_key_{};
};

}  // namespace standpoint
