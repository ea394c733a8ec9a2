// Connections by the thousand, from one and from many addresses of this computer: they are bounded, leave nothing behind,
// and whoever is in goes on. Memory is what this process has not given back, so the clients' share is in it, too.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>

#include <malloc.h>

#include "tests/app/net/hosted_room.h"

namespace standpoint::flood_test {

using namespace std::chrono_literals;

extern "C" [[gnu::weak]] std::size_t __sanitizer_get_current_allocated_bytes();  // there with AddressSanitizer only

namespace {

constexpr std::uint32_t loopback = 0x7F00'0001;

// Not what the system counts: AddressSanitizer keeps freed memory for a while.
std::size_t bytes_in_use() {
  return __sanitizer_get_current_allocated_bytes ? __sanitizer_get_current_allocated_bytes() : ::mallinfo2().uordblks;
}

// A socket that says these bytes, if any, and waits for no answer. Gone with its object, at once and without a farewell.
class Knocker {
 public:
  Knocker(std::uint16_t port, std::uint32_t from, const std::string& says) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const linger at_once{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    const sockaddr_in source = address(from, 0), target = address(loopback, port);
    connected_ = ::bind(socket_, reinterpret_cast<const sockaddr*>(&source), sizeof source) == 0 &&
                 ::connect(socket_, reinterpret_cast<const sockaddr*>(&target), sizeof target) == 0 &&
                 ::send(socket_, says.data(), says.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(says.size());
  }
  Knocker(Knocker&& other) noexcept : socket_(std::exchange(other.socket_, -1)), connected_(other.connected_) {}
  Knocker& operator=(Knocker&&) = delete;
  ~Knocker() {
    if (socket_ >= 0) ::close(socket_);
  }
  bool connected() const { return connected_; }

 private:
  static sockaddr_in address(std::uint32_t ip, std::uint16_t port) {
    sockaddr_in made{};
    made.sin_family = AF_INET;
    made.sin_addr.s_addr = htonl(ip);
    made.sin_port = htons(port);
    return made;
  }
  int socket_;
  bool connected_ = false;
};

std::string upgrade_at(std::uint16_t port) {
  return "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\nOrigin: http://127.0.0.1:" + std::to_string(port) +
         "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
}

std::unique_ptr<Server> server_with(const ServerLimits& limits) {
  ServerOptions options;
  options.bind = "127.0.0.1";
  options.port = 0;
  options.limits = limits;
  Result<std::unique_ptr<Server>> server = Server::listen(options, Site::unbuilt());
  REQUIRE(server);
  return std::move(*server);
}

// Runs the server until it has so many connections; false when it has others after ten seconds.
bool comes_to(Server& server, std::size_t connections) {
  const auto until = std::chrono::steady_clock::now() + 10s;
  while (server.connections() != connections && std::chrono::steady_clock::now() < until) server.wait(10ms);
  return server.connections() == connections;
}

// In hundreds: they connect, say something, and go.
void flood(Server& server, int connects, std::uint32_t sources, const std::string& says) {
  for (int done = 0; done < connects; done += 100) {
    std::vector<Knocker> knockers;
    for (int i = 0; i < 100; ++i) knockers.emplace_back(server.port(), loopback + static_cast<std::uint32_t>(done + i) % sources, says);
    server.wait(0ms);
  }
}

}  // namespace

TEST_CASE("R109 ten thousand connects, from one address and from many, leave no connection and no memory behind") {
  for (const std::uint32_t sources : {1u, 5000u}) {
    const auto server = server_with({});
    for (const std::string& says : {std::string(), std::string("GET / HT"), upgrade_at(server->port())}) {
      flood(*server, 2000, sources, says);
      REQUIRE(comes_to(*server, 0));
      const std::size_t before = bytes_in_use();
      flood(*server, 10'000, sources, says);
      CHECK(comes_to(*server, 0));
      CHECK(bytes_in_use() < before + 1024 * 1024);
    }
  }
}

TEST_CASE("R109 who is in is answered while others flood the host, and afterwards somebody new is let in from another address") {
  HostedRoom room;
  RawTablet good(room, token_of(1), room.secret());
  REQUIRE(good.join("Ana Belo"));
  for (int round = 0; round < 10; ++round) {
    for (int i = 0; i < 300; ++i) Knocker(room.info.port, loopback + 1, upgrade_at(room.info.port));
    CHECK(good.votes(room));
  }
  RawTablet late(room, token_of(2), room.secret());
  CHECK(late.join("Bo Lund"));
}

TEST_CASE("R109 there are never more connections than the limit, and a place that is left is taken again") {
  ServerLimits limits;
  limits.connections = 8;
  const auto server = server_with(limits);
  std::vector<Knocker> held;
  for (std::uint32_t i = 0; i < 30; ++i) held.emplace_back(server->port(), loopback + i, upgrade_at(server->port()));
  CHECK(comes_to(*server, 8));
  for (int i = 0; i < 20; ++i) server->wait(0ms);
  CHECK(server->connections() == 8);
  held.clear();
  CHECK(comes_to(*server, 0));
  const Knocker again(server->port(), loopback, upgrade_at(server->port()));
  CHECK(comes_to(*server, 1));
}

TEST_CASE("R109 a connection that asks for nothing, or never ends its question, is ended") {
  ServerLimits limits;
  limits.handshake = 200ms;
  const auto server = server_with(limits);
  const Knocker silent(server->port(), loopback, ""), slow(server->port(), loopback, "GET / HTTP/1.1\r\nHost: ");
  REQUIRE(comes_to(*server, 2));
  CHECK(comes_to(*server, 0));
}

TEST_CASE("R109 a participant's messages beyond the limit wait, and those of others are heard") {
  ServerLimits limits;
  limits.messages_per_second = 0.001;
  limits.message_burst = 9;  // and one more is heard before the pause: a greeting, Knock, Hello and seven commands
  HostedRoom room(limits);
  RawTablet good(room, token_of(1), room.secret()), flooding(room, token_of(2), room.secret()), facilitator(room, token_of(3), room.facilitator_key());
  REQUIRE(good.join("Ana Belo"));
  REQUIRE(flooding.join("Intruder"));
  REQUIRE(facilitator.join("Ines Roth"));
  const std::size_t people = room.on_disk().stakeholders.size();
  const SeatId seat = flooding.replica.seat();
  std::vector<Command> commands;
  for (std::uint32_t nth = 1; nth <= 20; ++nth) {
    commands.push_back(flooding.replica.issue(seat, AddStakeholder{stakeholder_named(mint<StakeholderId>(seat, nth), "Somebody")}));
    flooding.line.send(commands.back());
  }
  CHECK_FALSE(flooding.answer_to(commands[6]));
  for (int i = 0; i < 30; ++i) CHECK_FALSE(facilitator.act(StartTimer{60'000 + i}));  // there is no limit for who leads
  CHECK(good.votes(room));
  CHECK(room.on_disk().stakeholders.size() == people + 7);
}

TEST_CASE("R109 a line that neither reads nor answers for too long is ended, and the others learn that its seat is away") {
  ServerLimits limits;
  limits.stalled = 1s;
  HostedRoom room(limits);
  RawTablet asleep(room, token_of(2), room.secret()), facilitator(room, token_of(3), room.facilitator_key());
  REQUIRE(asleep.join("Asleep"));
  REQUIRE(facilitator.join("Ines Roth"));
  bool was_here = false;
  CHECK(facilitator.hear_until([&](const HostMessage& message) {
    const auto* here = std::get_if<Here>(&message);
    if (here == nullptr) return false;
    const bool is_here = std::count(here->seats.begin(), here->seats.end(), asleep.replica.seat()) > 0;
    return std::exchange(was_here, is_here) && !is_here;
  }));
  CHECK_FALSE(facilitator.act(StartTimer{60'000}));
}

TEST_CASE("R108 messages whose lengths lie end their line or are refused, and cost no memory") {
  HostedRoom room;
  RawTablet good(room, token_of(1), room.secret());
  REQUIRE(good.join("Ana Belo"));
  const Action action = MoveStakeholders{{{room.ruth, true, {1000, 5000}, ring_at({1000, 5000})}}};
  const Bytes sound = encoded(ToHost(Command{SeatId{}, 1, action}));
  const std::size_t before = bytes_in_use();
  for (std::size_t at = 0; at < sound.size(); ++at) {
    RawTablet tablet(room, token_of(2), room.secret());
    REQUIRE(tablet.join("Intruder"));
    Bytes lying = sound;
    for (std::size_t i = at; i < std::min(at + 4, sound.size()); ++i) lying[i] = std::byte{0xFF};
    tablet.line.send_sealed(lying);
    tablet.line.send_sealed(Bytes(3, std::byte{0}));  // no message at all: now at the latest
    CHECK(tablet.line.is_ended_by_host());
  }
  CHECK(bytes_in_use() < before + 16 * 1024 * 1024);
  CHECK(good.votes(room));
}

}  // namespace standpoint::flood_test
