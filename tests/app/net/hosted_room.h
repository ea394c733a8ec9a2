// A host on 127.0.0.1 with a disk in memory and an open vote, and a tablet's end of the network that can also misbehave:
// for the tests of the server. Boost.Beast, waiting; nothing of the program's own client is used.
#pragma once

#include <utility>  // before Asio 1.74, which forgets it

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <doctest/doctest.h>

#include <sys/socket.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/net/door/key_text.h"
#include "app/net/host.h"
#include "app/net/line/seal.h"
#include "core/room/replica.h"
#include "tests/core/file/fake_file_system.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint {

inline const std::string hosted_path = "sessions/team.standpoint";

struct HostedRoom {
  fake::Disk disk;
  ServerLimits limits;
  StakeholderId ruth;
  ActivityId vote;
  std::unique_ptr<Host> host;
  JoinInfo info;
  std::int64_t now_ms = sample_start_ms + 60'000;  // by the host's clock, from its start on
  std::function<std::vector<std::string>()> addresses;  // of this computer, as the host is told; none: the bound one

  explicit HostedRoom(ServerLimits given = {}, std::function<std::vector<std::string>()> own = {}) : limits(given), addresses(std::move(own)) {
    SampleRoom room;
    ruth = room.add_stakeholder(room.nadia, "Ruth Kaplan");
    vote = room.add_vote({Item(ruth)});
    room.open(vote);
    std::vector<Command> commands;
    for (const Event& event : room.events) commands.push_back({event.by, event.counter, event.action});
    Result<OpenedSession> session = create_session(disk, hosted_path, {{1}, sample_start_ms}, commands);
    REQUIRE(session);
    start(std::move(*session), 0);
  }
  // As after a crash of the computer that lost nothing: the same file, the same port.
  void restart() {
    host.reset();
    Result<OpenedSession> session = open_session(disk, hosted_path, OpenFor::writing);
    REQUIRE(session);
    start(std::move(*session), info.port);
  }
  Workshop on_disk() {
    const Result<OpenedSession> file = open_session(disk, hosted_path, OpenFor::reading);
    REQUIRE(file);
    return file->workshop;
  }
  Key secret() const { return key_of(info.addresses.front().url); }
  Key facilitator_key() const { return key_of(info.addresses.front().facilitator_url); }
  Key stage_key() const { return key_of(info.addresses.front().stage_url); }

 private:
  static Key key_of(const std::string& url) { return *key_in_fragment(url.substr(url.find('#'))); }
  void start(OpenedSession session, std::uint16_t port) {
    ReceptionOptions options;
    options.server.bind = "127.0.0.1";
    options.server.port = port;
    options.server.or_any_port = false;
    options.server.limits = limits;
    options.site = "/nowhere";
    options.addresses = addresses;
    options.now_ms = [now = now_ms] { return now; };
    Result<std::unique_ptr<Reception>> reception = Reception::open(disk, session, options);
    REQUIRE_MESSAGE(reception, (reception ? std::string() : reception.error().sentence));
    host = std::make_unique<Host>(std::move(session), [] {}, options.now_ms, std::move(*reception));
    info = *host->join_info();
  }
};

inline Key token_of(std::uint32_t number) { return Key{1, static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(number >> 8)}; }

// What is waited for comes before this is over, or never: the host tells the time for ever, so that its silence alone ends no wait.
class Patience {
 public:
  bool over() const { return std::chrono::steady_clock::now() > until_; }

 private:
  std::chrono::steady_clock::time_point until_ = std::chrono::steady_clock::now() + std::chrono::seconds(20);
};

// One WebSocket. Every wait for a frame ends after ten seconds, so that a broken host fails the test instead of stopping it.
class RawLine {
 public:
  explicit RawLine(const HostedRoom& room, const std::string& origin = "", const std::string& host = "", const char* from = "127.0.0.1") : socket_(io_) {
    namespace asio = boost::asio;
    namespace websocket = boost::beast::websocket;
    const std::string own = "127.0.0.1:" + std::to_string(room.info.port);
    asio::ip::tcp::socket& tcp = socket_.next_layer();
    tcp.open(asio::ip::tcp::v4());
    tcp.bind({asio::ip::make_address(from), 0});
    tcp.connect({asio::ip::address_v4::loopback(), room.info.port}, trouble_);
    socket_.binary(true);
    socket_.set_option(websocket::stream_base::decorator([origin = origin.empty() ? "http://" + own : origin](websocket::request_type& request) {
      request.set(boost::beast::http::field::origin, origin);
    }));
    if (!trouble_) socket_.handshake(host.empty() ? own : host, socket_path, trouble_);
  }

  bool open() const { return !trouble_; }
  void send_bytes(const Bytes& bytes) {
    if (open()) finish([&](const auto& done) { socket_.async_write(boost::asio::buffer(bytes), done); });
  }
  // Sealed, once it has knocked; a Knock waits for the host's answer. Before, as nobody should say it.
  void send(const ToHost& message) {
    const std::optional<Bytes> sealed = seal_.seal(message);
    send_bytes(sealed ? *sealed : encoded(message));
    if (std::holds_alternative<Knock>(message) && !seal_.has_keys()) read();
  }
  // What no screen says, from somebody who is in.
  void send_sealed(const Bytes& content) { send_bytes(seal_.seal(content)); }

  // What came over the network, as it came.
  std::vector<Bytes> frames;
  Bytes next_frame() {
    boost::beast::flat_buffer buffer;
    finish([&](const auto& done) { socket_.async_read(buffer, done); });
    const auto* const first = static_cast<const std::byte*>(buffer.cdata().data());
    return frames.emplace_back(first, first + buffer.size());
  }
  ScreenSeal& seal() { return seal_; }

  // The next message; nothing: the line is over.
  std::optional<ToScreen> next() {
    while (open() && heard_.empty()) read();
    if (heard_.empty()) return std::nullopt;
    ToScreen message = std::move(heard_.back());
    heard_.pop_back();
    return message;
  }
  // Whether the host ends it, whatever it says before.
  bool is_ended_by_host() {
    const Patience patience;
    while (next())
      if (patience.over()) return false;
    return trouble_ != boost::asio::error::timed_out;
  }

 private:
  void read() {
    const Bytes frame = next_frame();
    if (trouble_) return;
    const Result<ScreenSeal::Heard> heard = seal_.hear(frame);
    REQUIRE(heard);
    if (!heard->answer.empty()) send_bytes(heard->answer);
    Result<std::vector<ToScreen>> messages = heard->messages();
    REQUIRE(messages);
    heard_.insert(heard_.begin(), std::make_move_iterator(messages->rbegin()), std::make_move_iterator(messages->rend()));
  }
  // Starts it and waits for its end.
  template <class Start>
  void finish(const Start& start) {
    bool over = false;
    start([&](boost::system::error_code error, std::size_t) {
      over = true;
      trouble_ = error;
    });
    io_.restart();
    io_.run_for(std::chrono::seconds(10));
    if (over) return;
    boost::system::error_code ignored;
    socket_.next_layer().close(ignored);
    io_.run();
    trouble_ = boost::asio::error::timed_out;
  }

  boost::asio::io_context io_;
  boost::beast::websocket::stream<boost::asio::ip::tcp::socket> socket_;
  boost::system::error_code trouble_;
  ScreenSeal seal_;
  std::vector<ToScreen> heard_;  // the next at the back
};

// A well-behaved tablet.
struct RawTablet {
  RawLine line;
  Replica replica;
  std::optional<Opened> door;
  std::optional<TurnedAway> turned_away;

  RawTablet(const HostedRoom& room, const Key& token, const Key& secret, const std::string& code = "", const char* from = "127.0.0.1") : line(room, "", "", from) {
    line.send(Knock{token, secret, code});
    const std::optional<ToScreen> answer = line.next();
    if (!answer) return;
    if (const auto* opened = std::get_if<Opened>(&*answer)) door = *opened;
    if (const auto* away = std::get_if<TurnedAway>(&*answer)) turned_away = *away;
  }

  // False: the host did not welcome it.
  bool join(const std::string& name, Role role = Role::participant, Hello::SameName same = Hello::SameName::add) {
    Hello hello = replica.hello(name, role);
    hello.same_name = same;
    line.send(std::move(hello));
    return hear_until([&](const HostMessage& message) { return std::holds_alternative<Welcome>(message); });
  }
  template <class Enough>
  bool hear_until(const Enough& enough) {
    const Patience patience;
    while (const std::optional<ToScreen> message = line.next()) {
      if (patience.over()) return false;
      const auto* said = std::get_if<HostMessage>(&*message);
      if (!said) {
        if (const auto* away = std::get_if<TurnedAway>(&*message)) turned_away = *away;
        continue;
      }
      replica.receive(*said);
      if (enough(*said)) return true;
    }
    return false;
  }
  // The host's answer: nothing when it is safe.
  std::optional<Refusal> act(Action action) {
    const Command command = replica.issue(replica.seat(), std::move(action));
    line.send(command);
    return answer_to(command);
  }
  std::optional<Refusal> answer_to(const Command& command) {
    std::optional<Refusal> refusal = Refusal{Refusal::Why::storage, "The line ended without an answer."};
    hear_until([&](const HostMessage& message) {
      if (const auto* acknowledged = std::get_if<Acknowledged>(&message); acknowledged && acknowledged->counter == command.counter) refusal.reset();
      else if (const auto* refused = std::get_if<Refused>(&message); refused && refused->counter == command.counter) refusal = refused->refusal;
      else {
        if (std::holds_alternative<Welcome>(message)) line.send(command);  // what was said before may be lost, as a screen knows
        return false;
      }
      return true;
    });
    return refusal;
  }
  bool votes(const HostedRoom& room, std::uint16_t dots = 1) {
    return !act(SealInput{room.vote, Ballot{{{Item(room.ruth), dots}}}});
  }
};

}  // namespace standpoint
