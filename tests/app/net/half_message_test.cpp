// A line that ends in the middle of a message: the host is a process of its own here, and its memory is searched for what was sent.
#include <arpa/inet.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <random>
#include <string>
#include <thread>

#include <doctest/doctest.h>

#include "app/net/server/server.h"
#include "tests/app/net/hosted_program.h"

namespace standpoint::half_message_test {

using namespace std::chrono_literals;

namespace {

// A server alone, with a port of its own, until it is killed.
class ServerProcess {
 public:
  ServerProcess() {
    int pipe[2];
    REQUIRE(::pipe(pipe) == 0);
    pid_ = ::fork();
    REQUIRE(pid_ >= 0);
    if (pid_ == 0) serve(pipe[1]);
    REQUIRE(::read(pipe[0], &port_, sizeof port_) == sizeof port_);
    ::close(pipe[0]);
    ::close(pipe[1]);
  }
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;
  ~ServerProcess() {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  std::uint16_t port() const { return port_; }
  int times_in_memory(const std::string& text) const {
    int times = 0;
    for_each_memory_of(pid_, [&](std::span<const std::byte> piece) {
      const std::string_view memory(reinterpret_cast<const char*>(piece.data()), piece.size());
      for (std::size_t at = memory.find(text); at != memory.npos; at = memory.find(text, at + 1)) ++times;
    });
    return times;
  }

 private:
  [[noreturn]] static void serve(int tell) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ServerOptions options;
    options.bind = "127.0.0.1";
    options.port = 0;
    const auto server = Server::listen(options, Site::unbuilt());
    if (!server) ::_exit(1);
    const std::uint16_t port = (*server)->port();
    if (::write(tell, &port, sizeof port) != sizeof port) ::_exit(1);
    while (true) (*server)->wait(50ms);
  }
  pid_t pid_ = 0;
  std::uint16_t port_ = 0;
};

// A WebSocket said by hand, with a mask of zeros, so that what is sent is what is looked for.
class RawSocket {
 public:
  explicit RawSocket(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    to.sin_port = htons(port);
    REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
    const std::string host = "127.0.0.1:" + std::to_string(port);
    send("GET /ws HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host +
         "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
    std::string answer;
    for (char c = 0; answer.find("\r\n\r\n") == answer.npos && ::recv(socket_, &c, 1, 0) == 1;) answer += c;
    REQUIRE(answer.find("101") != answer.npos);
  }
  RawSocket(const RawSocket&) = delete;
  RawSocket& operator=(const RawSocket&) = delete;
  ~RawSocket() { ::close(socket_); }
  void send(const std::string& bytes) const { REQUIRE(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size())); }

  // The beginning of a message of `whole` bytes; `in_fragments`: of a first fragment that is whole, and no last one.
  void begin(const std::string& part, std::size_t whole, bool in_fragments) const {
    const std::size_t length = in_fragments ? part.size() : whole;
    std::string frame{static_cast<char>(in_fragments ? 0x02 : 0x82), static_cast<char>(0x80 | 126), static_cast<char>(length >> 8), static_cast<char>(length & 0xFF)};
    send(frame + std::string(4, '\0') + part);
  }

 private:
  int socket_;
};

bool comes_true(const std::function<bool()>& what) {
  for (const auto until = std::chrono::steady_clock::now() + 10s; std::chrono::steady_clock::now() < until; std::this_thread::sleep_for(20ms))
    if (what()) return true;
  return what();
}

}  // namespace

TEST_CASE("R310 a line that ends in the middle of a message leaves nothing of it in the host's memory") {
  const ServerProcess host;
  std::random_device random;
  for (const std::size_t sent : {200u, 1500u, 9000u}) {
    for (const bool in_fragments : {false, true}) {
      CAPTURE(sent);
      CAPTURE(in_fragments);
      std::string secret(24, ' ');
      std::generate(secret.begin(), secret.end(), [&] { return static_cast<char>('a' + random() % 26); });
      std::string part = secret;
      while (part.size() < sent) part += secret;
      {
        const RawSocket line(host.port());
        line.begin(part, part.size() + 100, in_fragments);
        REQUIRE(comes_true([&] { return host.times_in_memory(secret) > 0; }));  // it is looked for rightly
      }
      CHECK(comes_true([&] { return host.times_in_memory(secret) == 0; }));
    }
  }
}

}  // namespace standpoint::half_message_test
