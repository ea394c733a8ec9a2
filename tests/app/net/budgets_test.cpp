// What one guest, one address and those who do not read may cost: seats, lines, memory, what is written.
#include <thread>

#include "tests/app/net/hosted_room.h"

namespace standpoint::budgets_test {

using namespace std::chrono_literals;

namespace {

std::unique_ptr<Server> server_with(const ServerLimits& limits) {
  ServerOptions options;
  options.bind = "127.0.0.1";
  options.port = 0;
  options.limits = limits;
  Result<std::unique_ptr<Server>> server = Server::listen(options, Site::unbuilt());
  REQUIRE(server);
  return std::move(*server);
}

// A WebSocket that is opened, and read only when the test says so.
class Deaf {
 public:
  Deaf(Server& server, std::vector<LineId>& lines, bool will_read = false) {
    socket_.connect({boost::asio::ip::address_v4::loopback(), server.port()});
    if (!will_read) socket_.set_option(boost::asio::socket_base::receive_buffer_size(4096));
    const std::string own = "127.0.0.1:" + std::to_string(server.port());
    const std::string asks = "GET /ws HTTP/1.1\r\nHost: " + own + "\r\nOrigin: http://" + own + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
    boost::asio::write(socket_, boost::asio::buffer(asks));
    const std::size_t before = lines.size();
    for (int i = 0; i < 1000 && lines.size() == before; ++i)
      for (const Server::Arrival& arrival : server.wait(10ms))
        if (std::holds_alternative<Server::Made>(arrival.what)) lines.push_back(arrival.line);
    REQUIRE(lines.size() == before + 1);
  }
  // So many bytes came until now.
  std::size_t heard() {
    socket_.non_blocking(true);
    std::vector<char> bytes(64 * 1024);
    boost::system::error_code none_left;
    while (const std::size_t count = socket_.read_some(boost::asio::buffer(bytes), none_left)) heard_ += count;
    return heard_;
  }

 private:
  boost::asio::io_context io_;
  boost::asio::ip::tcp::socket socket_{io_};
  std::size_t heard_ = 0;
};

struct Deaves {
  std::unique_ptr<Server> server;
  std::vector<LineId> lines;
  std::vector<std::unique_ptr<Deaf>> sockets;
  Deaves(const ServerLimits& limits, int count) : server(server_with(limits)) {
    for (int i = 0; i < count; ++i) sockets.push_back(std::make_unique<Deaf>(*server, lines));
  }
  std::size_t ended() {
    std::size_t lost = 0;
    for (int i = 0; i < 20; ++i)
      for (const Server::Arrival& arrival : server->wait(5ms)) lost += std::holds_alternative<Server::Lost>(arrival.what) ? 1 : 0;
    return lost;
  }
};

Action somebody(const RawTablet& tablet, std::uint32_t nth, std::size_t letters) {
  Stakeholder person;
  person.id = mint<StakeholderId>(tablet.replica.seat(), nth);
  person.name = "Somebody " + std::to_string(nth);
  person.needs = std::string(letters, 'n');
  return AddStakeholder{person};
}

}  // namespace

TEST_CASE("R280 what many lines are sent is held once") {
  Deaves deaf({}, 12);
  {
    const Piece whole = deaf.server->piece(Bytes(8 * 1024 * 1024));
    for (const LineId line : deaf.lines) deaf.server->send(line, whole);
  }
  CHECK(deaf.server->held() == 8 * 1024 * 1024);
  CHECK(deaf.ended() == 0);
}

TEST_CASE("R280 those who never read hold no more than the cap, the slowest lose what they hold, and whoever reads goes on") {
  ServerLimits limits;
  limits.queue_bytes_in_all = 20 * 1024 * 1024;
  limits.queue_bytes = 3 * 1024 * 1024;
  Deaves deaf(limits, 12);
  std::size_t most = 0, ended = 0;
  for (int round = 0; round < 3; ++round)
    for (const LineId line : deaf.lines) {
      deaf.server->send(line, Bytes(3 * 1024 * 1024));
      for (const Server::Arrival& arrival : deaf.server->wait(0ms)) ended += std::holds_alternative<Server::Lost>(arrival.what) ? 1 : 0;
      most = std::max(most, deaf.server->held());
    }
  CHECK(most <= limits.queue_bytes_in_all + 6 * 1024 * 1024);  // and what is on its way in and out
  CHECK(deaf.server->held() <= limits.queue_bytes_in_all);
  ended += deaf.ended();
  CHECK(ended > 0);
  CHECK(ended < 12);
}

TEST_CASE("R280 who has only just been told something loses nothing of it for those who never read") {
  ServerLimits limits;
  limits.queue_bytes_in_all = 8 * 1024 * 1024;
  limits.queue_bytes = 2 * 1024 * 1024;
  Deaves deaf(limits, 8);
  for (const LineId line : deaf.lines) {
    deaf.server->send(line, Bytes(1024 * 1024));
    deaf.server->wait(2ms);
  }
  Deaf reader(*deaf.server, deaf.lines, true);
  constexpr std::size_t each = 300 * 1024;
  for (int piece = 0; piece < 4; ++piece) deaf.server->send(deaf.lines.back(), Bytes(each));  // the first is on its way, three wait behind it
  std::size_t ended = 0;
  for (int i = 0; i < 5000 && reader.heard() < 4 * each; ++i)
    for (const Server::Arrival& arrival : deaf.server->wait(1ms)) ended += std::holds_alternative<Server::Lost>(arrival.what) ? 1 : 0;
  CHECK(reader.heard() > 4 * each);
  CHECK(ended > 0);
}

TEST_CASE("R282 who writes more than their share is told so, and everything comes, in order and once") {
  ServerLimits limits;
  limits.written_burst = 3000;
  limits.written_per_second = 4000;
  HostedRoom room(limits);
  RawTablet writer(room, token_of(1), room.secret()), other(room, token_of(2), room.secret());
  REQUIRE(writer.join("Ana Belo"));
  REQUIRE(other.join("Ben Costa"));
  std::vector<Command> commands;
  for (std::uint32_t nth = 1; nth <= 8; ++nth) {
    commands.push_back(writer.replica.issue(writer.replica.seat(), somebody(writer, nth, 1500)));
    writer.line.send(commands.back());
  }
  CHECK(other.votes(room));  // nobody else waits
  bool told = false;
  std::vector<std::uint32_t> answered;
  CHECK(writer.hear_until([&](const HostMessage& message) {
    if (const auto* refused = std::get_if<Refused>(&message)) told |= refused->counter == 0 && refused->refusal.text.find("Nothing is lost") != std::string::npos;
    if (const auto* acknowledged = std::get_if<Acknowledged>(&message)) answered.push_back(acknowledged->counter);
    return answered.size() == commands.size();
  }));
  CHECK(told);
  CHECK(std::is_sorted(answered.begin(), answered.end()));
  CHECK(room.on_disk().stakeholders.size() == 1 + commands.size());
  CHECK_FALSE(writer.act(somebody(writer, 9, 10)));
}

TEST_CASE("R282 a new line of the same seat changes nothing about its share") {
  ServerLimits limits;
  limits.written_burst = 1000;
  limits.written_per_second = 1;
  HostedRoom room(limits);
  std::uint32_t sent = 0;
  for (int line = 0; line < 3; ++line) {
    RawTablet writer(room, token_of(1), room.secret());
    REQUIRE(writer.join("Ana Belo"));
    for (int i = 0; i < 2; ++i) writer.line.send(writer.replica.issue(writer.replica.seat(), somebody(writer, ++sent, 1500)));
    CHECK(writer.hear_until([](const HostMessage& message) {
      const auto* refused = std::get_if<Refused>(&message);
      return refused != nullptr && refused->counter == 0;
    }));
  }
  CHECK(room.on_disk().stakeholders.size() == 2);  // the first of all
}

TEST_CASE("R283 too many new seats from one address wait at the door; whoever leads, was here, or comes a little later does not") {
  ServerLimits limits;
  limits.seat_burst = 2;
  limits.new_seats_per_second = 4;
  HostedRoom room(limits);
  RawTablet first(room, token_of(1), room.secret()), second(room, token_of(2), room.secret()), third(room, token_of(3), room.secret());
  REQUIRE(first.join("Ana Belo"));
  REQUIRE(second.join("Ben Costa"));
  CHECK_FALSE(third.join("Chidi Okafor"));
  REQUIRE(third.turned_away);
  CHECK(third.turned_away->why == TurnedAway::Why::full);
  CHECK(third.turned_away->sentence.find("wait a moment") != std::string::npos);
  RawTablet leads(room, token_of(4), room.facilitator_key()), again(room, token_of(1), room.secret());
  CHECK(leads.join("Nadia Petrov", Role::facilitator));
  CHECK(again.join("Ana Belo"));
  std::this_thread::sleep_for(300ms);
  RawTablet later(room, token_of(3), room.secret());
  CHECK(later.join("Chidi Okafor"));
}

TEST_CASE("R283 a room of three hundred behind one address comes in at once") {
  const ServerLimits limits;
  CHECK(limits.seat_burst >= 2 * 300);
  CHECK(limits.trusted_per_address >= 2 * 300);
  CHECK(limits.strangers_per_address >= 300);
  CHECK(limits.burst >= 300);
}

TEST_CASE("R283 who knocks and says no name is ended after a while, and a token's fifth line ends its first") {
  ServerLimits limits;
  limits.at_door = 10ms;
  HostedRoom room(limits);
  RawTablet in(room, token_of(9), room.secret());
  REQUIRE(in.join("Ana Belo"));
  RawTablet silent(room, token_of(1), room.secret());
  REQUIRE(silent.door);
  CHECK(silent.line.is_ended_by_host());
  CHECK(in.votes(room));

  HostedRoom other;
  std::vector<std::unique_ptr<RawTablet>> lines;
  for (int i = 0; i < 5; ++i) lines.push_back(std::make_unique<RawTablet>(other, token_of(1), other.secret()));
  CHECK(lines[4]->door.has_value());
  CHECK(lines[0]->line.is_ended_by_host());
  CHECK(lines[4]->join("Ana Belo"));
  CHECK(lines[4]->votes(other));
}

TEST_CASE("R279 over the network: who comes back to a cleared seat gets a new one with the same token, and is told") {
  HostedRoom room;
  RawTablet leads(room, token_of(4), room.facilitator_key());
  REQUIRE(leads.join("Nadia Petrov", Role::facilitator));
  SeatId was;
  {
    RawTablet passes_by(room, token_of(1), room.secret());
    REQUIRE(passes_by.join("Ana Belo"));
    was = passes_by.replica.seat();
  }
  RawTablet stays(room, token_of(2), room.secret());
  REQUIRE(stays.join("Ben Costa"));
  bool cleared = false;
  for (int tries = 0; tries < 100 && !cleared; ++tries) {  // the host hears of the end of a line a moment later
    cleared = !leads.act(ClearSeats{});
    std::this_thread::sleep_for(10ms);
  }
  REQUIRE(cleared);
  for (const bool restarted : {false, true}) {
    if (restarted) room.restart();
    RawTablet again(room, token_of(restarted ? 2 : 1), room.secret());
    REQUIRE(again.door);
    if (restarted) {
      CHECK(again.door->seat == stays.replica.seat());
      continue;
    }
    CHECK_FALSE(again.door->seat);
    REQUIRE(again.join("Ana Belo"));
    CHECK(again.replica.seat().value > stays.replica.seat().value);
    CHECK(again.replica.seat() != was);
    CHECK(again.hear_until([](const HostMessage& message) {
      const auto* refused = std::get_if<Refused>(&message);
      return refused != nullptr && refused->counter == 0 && refused->refusal.text.find("a new one") != std::string::npos;
    }));
    CHECK(again.votes(room));
  }
}

}  // namespace standpoint::budgets_test
