// Strangers and guests that flood a host without a pause, over sockets of their own. Used by the network benchmark.
#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>
#include <thread>
#include <vector>

namespace standpoint::bench {

class Flood {
 public:
  enum class Kind : std::uint8_t { pings, empty_fragments, unreadable_messages, idle_strangers };
  static std::string_view name_of(Kind kind);

  // So many connections at once; one that is ended comes again.
  Flood(Kind kind, std::uint16_t port, std::size_t connections);
  ~Flood();
  Flood(const Flood&) = delete;
  Flood& operator=(const Flood&) = delete;

  std::uint64_t bytes() const { return bytes_; }
  std::uint64_t connects() const { return connects_; }

 private:
  void send_without_end();
  void stay_silent(std::size_t connections);

  const Kind kind_;
  const std::uint16_t port_;
  std::atomic<bool> over_{false};
  std::atomic<std::uint64_t> bytes_{0}, connects_{0};
  std::vector<std::thread> threads_;
};

}  // namespace standpoint::bench
