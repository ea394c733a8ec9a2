#include "tests/bench/floods.h"

#include <cerrno>
#include <chrono>
#include <deque>
#include <string>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace standpoint::bench {
namespace {

using namespace std::chrono_literals;

constexpr int frames_at_once = 2000;

class Socket {
 public:
  explicit Socket(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in host{};
    host.sin_family = AF_INET;
    host.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    host.sin_port = htons(port);
    const timeval patience{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    open_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&host), sizeof host) == 0;
  }
  ~Socket() { ::close(fd_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  bool open() const { return open_; }
  std::uint64_t send(const std::string& bytes) {
    const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    const bool only_full = sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    open_ = sent >= 0 || only_full;
    return sent > 0 ? static_cast<std::uint64_t>(sent) : 0;
  }

 private:
  int fd_;
  bool open_ = false;
};

std::string upgrade(std::uint16_t port) {
  const std::string own = "127.0.0.1:" + std::to_string(port);
  return "GET /ws HTTP/1.1\r\nHost: " + own + "\r\nOrigin: http://" + own +
         "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
}

// Masked with zeros, as a client has to.
constexpr std::string_view ping("\x89\x80\0\0\0\0", 6), begins_message("\x02\x80\0\0\0\0", 6), goes_on("\x00\x80\0\0\0\0", 6), message("\x82\x84\0\0\0\0what", 10);

std::string many(std::string_view frame) {
  std::string all;
  for (int i = 0; i < frames_at_once; ++i) all += frame;
  return all;
}

}  // namespace

std::string_view Flood::name_of(Kind kind) {
  switch (kind) {
    case Kind::pings: return "pings";
    case Kind::empty_fragments: return "empty_fragments";
    case Kind::unreadable_messages: return "unreadable_messages";
    case Kind::idle_strangers: return "idle_strangers";
  }
  return "";
}

Flood::Flood(Kind kind, std::uint16_t port, std::size_t connections) : kind_(kind), port_(port) {
  if (kind == Kind::idle_strangers) {
    threads_.emplace_back([this, connections] { stay_silent(connections); });
    return;
  }
  for (std::size_t i = 0; i < connections; ++i) threads_.emplace_back([this] { send_without_end(); });
}

Flood::~Flood() {
  over_ = true;
  for (std::thread& thread : threads_) thread.join();
}

void Flood::send_without_end() {
  const std::string all = many(kind_ == Kind::pings ? ping : kind_ == Kind::empty_fragments ? goes_on : message);
  while (!over_) {
    Socket socket(port_);
    ++connects_;
    bytes_ += socket.send(upgrade(port_));
    if (kind_ == Kind::empty_fragments) bytes_ += socket.send(std::string(begins_message));
    while (!over_ && socket.open()) bytes_ += socket.send(all);
    std::this_thread::sleep_for(5ms);
  }
}

void Flood::stay_silent(std::size_t connections) {
  std::deque<Socket> held;
  while (!over_) {
    ++connects_;
    held.emplace_back(port_);
    bytes_ += held.back().send(upgrade(port_));
    if (held.size() > connections) held.pop_front();
    std::this_thread::sleep_for(2ms);
  }
}

}  // namespace standpoint::bench
