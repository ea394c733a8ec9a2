// The host on a real network of one computer: the page, joining, seats over restarts, roles, the lobby.
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "app/net/door/file.h"
#include "app/net/door/key_text.h"
#include "tests/app/net/hosted_room.h"

namespace standpoint::server_test {

namespace {

// Sends these bytes and gives everything that comes back until the host ends the connection.
std::string answer_to_raw(std::uint16_t port, const std::string& bytes) {
  boost::asio::io_context io;
  boost::asio::ip::tcp::socket socket(io);
  boost::system::error_code trouble;
  socket.connect({boost::asio::ip::address_v4::loopback(), port}, trouble);
  const timeval patience{10, 0};
  setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  boost::asio::write(socket, boost::asio::buffer(bytes), trouble);
  std::string answer;
  boost::asio::read(socket, boost::asio::dynamic_buffer(answer), trouble);
  return answer;
}

std::string get(const HostedRoom& room, const std::string& target, const std::string& host = "") {
  const std::string own = "127.0.0.1:" + std::to_string(room.info.port);
  return answer_to_raw(room.info.port, "GET " + target + " HTTP/1.1\r\nHost: " + (host.empty() ? own : host) + "\r\nConnection: close\r\n\r\n");
}

}  // namespace

TEST_CASE("R105 the host serves its page to its own names and nothing to others") {
  HostedRoom room;
  CHECK(get(room, "/").starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(get(room, "/", "localhost:" + std::to_string(room.info.port)).starts_with("HTTP/1.1 200"));
  CHECK(get(room, "/", "evil.example").starts_with("HTTP/1.1 421"));
  CHECK(get(room, "/team.door").starts_with("HTTP/1.1 404"));
  CHECK(get(room, "/ws").starts_with("HTTP/1.1 426"));
  CHECK(answer_to_raw(room.info.port, "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(room.info.port) + "\r\nContent-Length: 5\r\n\r\nhello").starts_with("HTTP/1.1 405"));
  CHECK(answer_to_raw(room.info.port, "nonsense\r\n\r\n").starts_with("HTTP/1.1 400"));
  CHECK(answer_to_raw(room.info.port, "GET / HTTP/1.1\r\nX: " + std::string(20'000, 'a')).starts_with("HTTP/1.1 431"));
  const std::string own = "127.0.0.1:" + std::to_string(room.info.port);
  for (const std::string& twice : {"Host: evil.example\r\nHost: " + own, "Host: " + own + "\r\nHost: " + own, "Host: " + own + "\r\nOrigin: http://evil.example\r\nOrigin: http://" + own})
    CHECK(answer_to_raw(room.info.port, "GET / HTTP/1.1\r\n" + twice + "\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 400"));
  // No version tells what to try.
  CHECK(get(room, "/").find("Server:") == std::string::npos);
  const std::string upgrade = "GET /ws HTTP/1.1\r\nHost: " + own + "\r\nOrigin: http://" + own +
                              "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
  const std::string text_frame("\x81\x80\0\0\0\0", 6);  // no message of ours: it ends the line
  const std::string upgraded = answer_to_raw(room.info.port, upgrade + text_frame);
  CHECK(upgraded.starts_with("HTTP/1.1 101"));
  CHECK(upgraded.find("Server: Standpoint\r\n") != std::string::npos);
  const std::string of_another_version = "Sec-WebSocket-Version: 12" + upgrade.substr(upgrade.find("\r\nSec-WebSocket-Key"));
  const std::string refused = answer_to_raw(room.info.port, upgrade.substr(0, upgrade.find("Sec-WebSocket-Version")) + of_another_version);
  CHECK(refused.starts_with("HTTP/1.1 426"));
  for (const std::string& answer : {upgraded, refused, get(room, "/"), get(room, "/nothing"), get(room, "/ws"), get(room, "/", "evil.example"),
                                    answer_to_raw(room.info.port, "nonsense\r\n\r\n")})
    CHECK_MESSAGE(answer.find("Content-Security-Policy: default-src '") != std::string::npos, answer);
  CHECK_FALSE(RawLine(room, "http://evil.example").open());
  CHECK_FALSE(RawLine(room, "", "evil.example").open());
  CHECK(RawLine(room).open());
}

TEST_CASE("R373 a page for tablets that is built while the host runs is served from then on") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("standpoint_later_site_" + std::to_string(::getpid()));
  std::filesystem::remove_all(folder);
  ServerOptions options;
  options.bind = "127.0.0.1";
  options.port = 0;
  const auto server = Server::listen(options, Site::read(folder.string()).value()).value();
  const auto page = [&] {
    boost::asio::io_context io;
    boost::asio::ip::tcp::socket socket(io);
    socket.connect({boost::asio::ip::address_v4::loopback(), server->port()});
    boost::asio::write(socket, boost::asio::buffer("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server->port()) + "\r\nConnection: close\r\n\r\n"));
    socket.non_blocking(true);
    std::string answer;
    boost::system::error_code end;
    for (int i = 0; i < 500 && end != boost::asio::error::eof; ++i) {
      server->wait(std::chrono::milliseconds(10));
      std::array<char, 4096> piece{};
      end = {};
      answer.append(piece.data(), socket.read_some(boost::asio::buffer(piece), end));
    }
    return answer;
  };
  const std::string waits = page();
  CHECK(waits.find("is not built on this computer yet") != std::string::npos);
  CHECK(waits.find("http-equiv=\"refresh\"") != std::string::npos);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "index.html") << "<!doctype html><title>It is here</title>";
  std::string later;
  for (int i = 0; i < 500 && later.find("It is here") == std::string::npos; ++i) {
    server->wait(std::chrono::milliseconds(10));
    later = page();
  }
  CHECK(later.find("It is here") != std::string::npos);
  std::filesystem::remove_all(folder);
}

TEST_CASE("R106 a tablet with the room's secret joins, and its vote is in the box") {
  HostedRoom room;
  RawTablet tablet(room, token_of(1), room.secret());
  REQUIRE(tablet.door);
  CHECK(tablet.door->title == "Checkout relaunch");
  CHECK(tablet.door->facilitator == "Nadia Okafor");
  CHECK(tablet.door->secret_inputs);
  CHECK(tablet.door->seat == SeatId{});
  REQUIRE(tablet.join("Ana Belo"));
  CHECK(tablet.votes(room));
  CHECK(tablet.replica.confirmed().title == "Checkout relaunch");
  RawTablet by_code(room, token_of(2), {}, room.info.code);
  CHECK(by_code.door);
  RawTablet stranger(room, token_of(3), token_of(9));
  REQUIRE(stranger.turned_away);
  CHECK(stranger.turned_away->why == TurnedAway::Why::old_code);
}

TEST_CASE("R107 the same token is the same seat after a reload and after a restart of the host") {
  HostedRoom room;
  SeatId seat;
  {
    RawTablet tablet(room, token_of(1), room.secret());
    REQUIRE(tablet.join("Ana Belo"));
    seat = tablet.replica.seat();
    CHECK(tablet.votes(room));
  }
  const JoinInfo before = room.info;
  for (int round = 0; round < 2; ++round) {
    RawTablet again(room, token_of(1), {});
    REQUIRE(again.door);
    CHECK(again.door->seat == seat);
    CHECK(again.door->name == "Ana Belo");
    REQUIRE(again.join("Somebody else"));
    CHECK(again.replica.seat() == seat);
    CHECK(again.votes(room, 2));
    room.restart();
    CHECK(room.info == before);
  }
  CHECK(find(room.on_disk(), seat)->name == "Ana Belo");
}

TEST_CASE("R315 a session that was renamed keeps its code and its seats, and a copy has a code of its own") {
  HostedRoom room;
  RawTablet tablet(room, token_of(1), room.secret());
  REQUIRE(tablet.join("Ana Belo"));
  const std::string code = room.info.code, renamed = "sessions/renamed.standpoint", copied = "sessions/copied.standpoint";
  room.host.reset();
  fake::Files files = room.disk.contents();
  files[copied] = files.at(hosted_path);
  fake::Disk disk(files);
  const Key session{1};
  const auto of_copy = open_door_book(disk, door_path(copied), session);
  REQUIRE(of_copy);
  CHECK(of_copy->seats.empty());
  const std::string another = door_path("sessions/another.standpoint");
  REQUIRE(open_door_book(disk, another, Key{2}));  // its session lies elsewhere
  REQUIRE(disk.rename(hosted_path, renamed));
  const auto of_renamed = open_door_book(disk, door_path(renamed), session);
  REQUIRE(of_renamed);
  CHECK(spoken_code(of_renamed->code) == code);
  CHECK(of_renamed->seats.count(digest_of(token_of(1))) == 1);
  CHECK(of_renamed->note.empty());
  CHECK_FALSE(disk.exists(door_path(hosted_path)).value());
  CHECK(disk.exists(another).value());
}

TEST_CASE("R107 no Welcome leaves before the seat's token is on disk") {
  HostedRoom room;
  RawTablet tablet(room, token_of(1), room.secret());
  REQUIRE(tablet.join("Ana Belo"));
  fake::Disk after(room.disk.contents());
  const Result<DoorBook> book = open_door_book(after, door_path(hosted_path), {1});
  REQUIRE(book);
  REQUIRE(book->seats.count(digest_of(token_of(1))) == 1);
  CHECK(book->seats.at(digest_of(token_of(1))) == tablet.replica.seat());
}

TEST_CASE("R107 roles come from the door, not from what a tablet claims") {
  HostedRoom room;
  RawTablet tablet(room, token_of(1), room.secret());
  REQUIRE(tablet.join("Ana Belo", Role::facilitator));
  RawTablet stage(room, token_of(2), room.secret());
  REQUIRE(stage.join("A wall", Role::stage));
  RawTablet observer(room, token_of(3), room.secret());
  REQUIRE(observer.join("Olaf Berg", Role::observer));
  RawTablet deputy(room, token_of(4), room.facilitator_key());
  REQUIRE(deputy.join("Ines Roth"));
  const Workshop workshop = room.on_disk();
  CHECK(find(workshop, tablet.replica.seat())->role == Role::participant);
  CHECK(find(workshop, stage.replica.seat())->role == Role::participant);
  CHECK(find(workshop, observer.replica.seat())->role == Role::observer);
  CHECK(find(workshop, deputy.replica.seat())->role == Role::facilitator);
  CHECK(tablet.act(RevealActivity{room.vote, {}}).has_value());
  CHECK(tablet.act(LockLobby{true}).has_value());
  CHECK(tablet.votes(room));
  CHECK_FALSE(deputy.act(LockLobby{true}).has_value());
  CHECK(RawTablet(room, token_of(5), room.secret()).turned_away->why == TurnedAway::Why::locked);
  CHECK(RawTablet(room, token_of(1), {}).door);
}

TEST_CASE("R107 a seat that the facilitator removes loses its line and its token") {
  HostedRoom room;
  RawTablet tablet(room, token_of(1), room.secret()), deputy(room, token_of(2), room.facilitator_key());
  REQUIRE(tablet.join("Ana Belo"));
  REQUIRE(deputy.join("Ines Roth"));
  CHECK_FALSE(deputy.act(LeaveSeat{tablet.replica.seat()}).has_value());
  CHECK(tablet.line.open());
  tablet.hear_until([](const HostMessage&) { return false; });
  REQUIRE(tablet.turned_away);
  CHECK(tablet.turned_away->why == TurnedAway::Why::removed);
  for (const Key& secret : {Key{}, room.secret(), room.facilitator_key()}) {
    const RawTablet again(room, token_of(1), secret);
    REQUIRE(again.turned_away);
    CHECK(again.turned_away->why == TurnedAway::Why::removed);
  }
  CHECK(deputy.act(StartTimer{60'000}) == std::nullopt);
}

TEST_CASE("R128 a facilitator's tablet makes a new code: new tablets need it, seats stay, and it outlives the host") {
  HostedRoom room;
  RawTablet tablet(room, token_of(1), room.secret()), deputy(room, token_of(2), room.facilitator_key());
  REQUIRE(tablet.join("Ana Belo"));
  REQUIRE(deputy.join("Ines Roth"));
  const JoinInfo before = room.info;
  const Key old_secret = room.secret();
  deputy.line.send(NewCode{});
  CHECK(deputy.act(StartTimer{60'000}) == std::nullopt);  // heard after it
  const std::optional<Result<JoinNews>> news = room.host->take_join_news();
  REQUIRE(news);
  REQUIRE(*news);
  CHECK((*news)->new_code);
  CHECK_FALSE(room.host->take_join_news());
  room.info = (*news)->info;
  CHECK(room.info.code != before.code);
  CHECK(room.secret() != old_secret);
  CHECK(room.info == *room.host->join_info());
  const RawTablet late(room, token_of(3), old_secret);
  REQUIRE(late.turned_away);
  CHECK(late.turned_away->why == TurnedAway::Why::old_code);
  CHECK(RawTablet(room, token_of(3), old_secret, room.info.code).door);
  CHECK(RawTablet(room, token_of(4), room.secret()).door);
  CHECK(tablet.votes(room));
  const JoinInfo renewed = room.info;
  room.restart();
  CHECK(room.info == renewed);
  CHECK(RawTablet(room, token_of(1), {}).door->seat == tablet.replica.seat());
}

TEST_CASE("R128 the host's own window makes a new code, and hears when it cannot be kept") {
  HostedRoom room;
  const auto news = [&] {
    room.host->renew_code();
    for (int tries = 0; tries < 1000; ++tries) {
      if (std::optional<Result<JoinNews>> heard = room.host->take_join_news()) return std::move(*heard);
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return Result<JoinNews>(failed("The host said nothing."));
  };
  const Result<JoinNews> renewed = news();
  REQUIRE(renewed);
  CHECK(renewed->info.code != room.info.code);
  room.disk.fail_at(1, fake::Fault::nothing_done, true);
  const Result<JoinNews> kept = news();
  REQUIRE_FALSE(kept);
  CHECK(kept.error().sentence.find("still opens") != std::string::npos);
  CHECK(room.host->join_info() == renewed->info);
  room.disk.stop_failing();
}

TEST_CASE("R288 who was removed, or leads no more, has keys that open nothing; everybody else goes on, also after a restart") {
  for (const bool removed : {true, false}) {
    HostedRoom room;
    RawTablet nadia(room, token_of(1), room.facilitator_key()), ines(room, token_of(2), room.facilitator_key()), ana(room, token_of(3), room.secret());
    REQUIRE(nadia.join("Nadia Okafor"));
    REQUIRE(ines.join("Ines Roth"));
    REQUIRE(ana.join("Ana Belo"));
    const JoinInfo before = room.info;
    const Key old_link = room.facilitator_key(), old_secret = room.secret();
    const SeatId her = ines.replica.seat();
    REQUIRE_FALSE(nadia.act(removed ? Action(LeaveSeat{her}) : Action(ChangeSeat{her, "Ines Roth", Role::participant})));
    REQUIRE_FALSE(nadia.act(StartTimer{60'000}));
    room.info = *room.host->join_info();
    CHECK(room.facilitator_key() != old_link);
    CHECK(room.secret() != old_secret);
    // With the link she had, on her own tablet and on another one.
    RawTablet own(room, token_of(2), old_link), other(room, token_of(9), old_link);
    CHECK(other.turned_away->why == TurnedAway::Why::old_code);
    if (removed) CHECK(own.turned_away->why == TurnedAway::Why::removed);
    else CHECK(own.door->role == Role::participant);
    CHECK(RawTablet(room, token_of(8), room.facilitator_key()).door->role == Role::facilitator);
    room.restart();
    CHECK(RawTablet(room, token_of(9), old_link).turned_away->why == TurnedAway::Why::old_code);
    CHECK(RawTablet(room, token_of(1), old_link).door->role == Role::facilitator);
    CHECK(RawTablet(room, token_of(3), old_secret).door->seat == ana.replica.seat());
  }
}

TEST_CASE("R288 a participant who is removed takes the join code along, and the link of who leads stays") {
  HostedRoom room;
  RawTablet nadia(room, token_of(1), room.facilitator_key()), ana(room, token_of(3), room.secret());
  REQUIRE(nadia.join("Nadia Okafor"));
  REQUIRE(ana.join("Ana Belo"));
  const JoinInfo before = room.info;
  const Key old_secret = room.secret(), link = room.facilitator_key();
  REQUIRE_FALSE(nadia.act(ChangeSeat{nadia.replica.seat(), "Nadia O.", Role::facilitator}));
  CHECK(*room.host->join_info() == before);  // nobody left
  REQUIRE_FALSE(nadia.act(LeaveSeat{ana.replica.seat()}));
  REQUIRE_FALSE(nadia.act(StartTimer{60'000}));
  room.info = *room.host->join_info();
  CHECK(room.info.code != before.code);
  CHECK(RawTablet(room, token_of(9), old_secret).turned_away->why == TurnedAway::Why::old_code);
  CHECK(room.facilitator_key() == link);
}

TEST_CASE("R325 a disk that fails for a moment ends nobody's workshop: what was acknowledged is safe, and the room goes on by itself") {
  HostedRoom room;
  RawTablet nadia(room, token_of(1), room.facilitator_key());
  REQUIRE(nadia.join("Nadia Okafor"));
  room.disk.fail_at(1, fake::Fault::nothing_done, true);
  CHECK(nadia.act(LockLobby{true}));
  room.disk.stop_failing();
  CHECK(nadia.hear_until([](const HostMessage& message) { const auto* said = std::get_if<ReadOnly>(&message); return said && said->sentence.empty(); }));
  CHECK_FALSE(nadia.act(StartTimer{60'000}));
  const std::optional<Host::FileNews> news = room.host->take_file_news();
  REQUIRE(news);
  const Result<OpenedSession> file = open_session(room.disk, news->path, OpenFor::reading);
  REQUIRE(file);
  CHECK(file->workshop.timer.running);
  CHECK_FALSE(file->workshop.lobby_locked);
}

TEST_CASE("R321 the link of a second screen makes a stage, whatever its page asks for, and a stage does nothing") {
  HostedRoom room;
  RawTablet nadia(room, token_of(1), room.facilitator_key());
  REQUIRE(nadia.join("Nadia Okafor"));
  for (const Role asked : {Role::facilitator, Role::participant, Role::observer, Role::stage}) {
    RawTablet screen(room, token_of(20 + static_cast<std::uint32_t>(asked)), room.stage_key());
    CHECK(screen.door->role == Role::stage);
    REQUIRE(screen.join("Stage", asked));
    CHECK(find(room.on_disk(), screen.replica.seat())->role == Role::stage);
    CHECK(screen.act(LockLobby{true}));
    CHECK(screen.act(LeaveSeat{nadia.replica.seat()}));
    screen.line.send(NewCode{});
    CHECK(screen.line.is_ended_by_host());
  }
  // In the browser of whoever leads, too: the link says what it is for.
  RawTablet beside(room, token_of(1), room.stage_key());
  CHECK(beside.door->role == Role::stage);
  CHECK_FALSE(beside.door->seat);
}

TEST_CASE("R321 the link of a second screen opens nothing once one was removed") {
  HostedRoom room;
  RawTablet nadia(room, token_of(1), room.facilitator_key()), screen(room, token_of(2), room.stage_key());
  REQUIRE(nadia.join("Nadia Okafor"));
  REQUIRE(screen.join("Stage", Role::stage));
  const Key old_link = room.stage_key();
  REQUIRE_FALSE(nadia.act(LeaveSeat{screen.replica.seat()}));
  REQUIRE_FALSE(nadia.act(StartTimer{60'000}));
  room.info = *room.host->join_info();
  CHECK(room.stage_key() != old_link);
  CHECK(RawTablet(room, token_of(9), old_link).turned_away->why == TurnedAway::Why::old_code);
}

TEST_CASE("R322 on another day the keys are others, and a tablet finds its seat again with one of today's") {
  HostedRoom room;
  RawTablet nadia(room, token_of(1), room.facilitator_key()), ana(room, token_of(2), room.secret()), ben(room, token_of(3), room.secret());
  REQUIRE(nadia.join("Nadia Okafor"));
  REQUIRE(ana.join("Ana Belo"));
  REQUIRE(ben.join("Ben Costa"));
  const Key secret = room.secret(), link = room.facilitator_key(), screen = room.stage_key();
  const JoinInfo first_day = room.info;
  room.now_ms += 7 * 60 * 60 * 1000;
  room.restart();
  CHECK(room.info == first_day);  // a long lunch
  room.now_ms += 13 * 60 * 60 * 1000;
  room.restart();
  CHECK(room.info.code != first_day.code);
  for (const Key& old : {secret, link, screen}) CHECK(RawTablet(room, token_of(9), old).turned_away->why == TurnedAway::Why::old_code);
  // Tablets that were left on: with what they have they hear nothing.
  CHECK(RawTablet(room, token_of(1), link).turned_away->why == TurnedAway::Why::old_code);
  CHECK(RawTablet(room, token_of(2), secret).turned_away->why == TurnedAway::Why::old_code);
  CHECK(RawTablet(room, token_of(2), {}).turned_away->why == TurnedAway::Why::wrong_code);
  {
    RawTablet back(room, token_of(2), room.secret());
    CHECK(back.door->seat == ana.replica.seat());
    REQUIRE(back.join("Ana Belo"));
  }
  CHECK(RawTablet(room, token_of(2), {}).door->seat == ana.replica.seat());
  CHECK(RawTablet(room, token_of(1), room.facilitator_key()).door->seat == nadia.replica.seat());
  room.restart();  // the same day
  CHECK(RawTablet(room, token_of(2), {}).door->seat == ana.replica.seat());
  CHECK(RawTablet(room, token_of(3), {}).turned_away->why == TurnedAway::Why::wrong_code);
}

TEST_CASE("R128 a participant who asks for a new code loses the line, and the code stays") {
  HostedRoom room;
  RawTablet tablet(room, token_of(1), room.secret());
  REQUIRE(tablet.join("Ana Belo"));
  tablet.line.send(NewCode{});
  CHECK(tablet.line.is_ended_by_host());
  CHECK(*room.host->join_info() == room.info);
}

TEST_CASE("R107 wherever the power goes while somebody joins, no seat is left that no tablet finds again") {
  std::uint64_t states = 0, seats_kept = 0;
  for (std::uint64_t calls = 0; calls < 40; ++calls) {
    HostedRoom room;
    const std::uint64_t before = room.disk.changes();
    room.disk.lose_power_after(calls);
    RawTablet tablet(room, token_of(1), room.secret());
    tablet.line.send(tablet.replica.hello("Ana Belo", Role::participant));
    tablet.hear_until([](const HostMessage& message) { return std::holds_alternative<Welcome>(message) || std::holds_alternative<Refused>(message); });
    const bool welcomed = static_cast<bool>(tablet.replica.seat());
    room.host.reset();
    const bool whole = room.disk.changes() - before < calls;
    room.disk.visit_crash_states(calls, 50, [&](const fake::Files& files) {
      fake::Disk after(files);
      Result<OpenedSession> session = open_session(after, hosted_path, OpenFor::writing);
      REQUIRE(session);
      const Result<DoorBook> book = open_door_book(after, door_path(hosted_path), {1});
      REQUIRE(book);
      const SeatId ana = next_seat(session->workshop).value > 6 ? SeatId{6} : SeatId{};
      const auto bound = book->seats.find(digest_of(token_of(1)));
      ++states;
      if (ana) ++seats_kept;
      if (ana) CHECK((bound != book->seats.end() && bound->second == ana));
      if (welcomed) CHECK(ana);
    });
    if (whole) break;
  }
  CHECK(states > 20);
  CHECK(seats_kept > 0);
}

TEST_CASE("R107 a binding without its seat gives nobody else's seat away after a restart") {
  HostedRoom room;
  room.host.reset();
  Result<DoorBook> book = open_door_book(room.disk, door_path(hosted_path), {1});
  REQUIRE(book);
  book->seats[digest_of(token_of(1))] = SeatId{6};  // the power went before the seat was kept
  REQUIRE(keep_door_book(room.disk, door_path(hosted_path), *book));
  room.restart();
  RawTablet other(room, token_of(2), room.secret());
  REQUIRE(other.join("Bo Lind"));
  CHECK(other.replica.seat() == SeatId{6});
  RawTablet first(room, token_of(1), room.secret());
  REQUIRE(first.door);
  CHECK(first.door->seat == SeatId{});
  REQUIRE(first.join("Ana Belo"));
  CHECK(first.replica.seat() == SeatId{7});
}

TEST_CASE("R276 who cannot be let in because the disk is full is told so, and is let in when it works again") {
  HostedRoom room;
  {
    RawTablet tablet(room, token_of(1), room.secret());
    REQUIRE(tablet.door);
    room.disk.fail_at(1, fake::Fault::nothing_done, true);
    CHECK_FALSE(tablet.join("Ana Belo"));
    const std::vector<Refusal> refusals = tablet.replica.take_refusals();
    REQUIRE(refusals.size() == 1);
    CHECK(refusals[0].why == Refusal::Why::storage);
    CHECK(refusals[0].text.find("cannot keep anything more") != std::string::npos);
  }
  room.disk.stop_failing();
  room.restart();
  RawTablet again(room, token_of(1), room.secret());
  CHECK(again.join("Ana Belo"));
}

TEST_CASE("R107 two pages of one tablet are one seat") {
  HostedRoom room;
  RawTablet first(room, token_of(1), room.secret()), second(room, token_of(1), room.secret());
  REQUIRE(first.join("Ana Belo"));
  REQUIRE(second.join("Ana Belo"));
  CHECK(second.replica.seat() == first.replica.seat());
  CHECK(second.votes(room));
}

namespace {

// Says it as the page does.
std::string note(const HostedRoom& room, const std::string& what, const std::string& hint) {
  const std::string own = "127.0.0.1:" + std::to_string(room.info.port);
  return answer_to_raw(room.info.port, "POST /cannot-start/" + what + " HTTP/1.1\r\nHost: " + own + "\r\nOrigin: http://" + own + "\r\nStandpoint-Hint: " + hint +
                                           "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

bool hears_of(RawTablet& facilitator, std::size_t devices) {
  return facilitator.hear_until([&](const HostMessage& message) {
    const auto* here = std::get_if<Here>(&message);
    if (here != nullptr) CHECK(here->stranded.size() <= max_stranded);
    return here != nullptr && here->stranded.size() == devices;
  });
}

}  // namespace

TEST_CASE("R213 facilitators are told which devices cannot start, by nobody without a key, of no more than a few, and until they can") {
  HostedRoom room;
  RawTablet facilitator(room, token_of(1), room.facilitator_key());
  REQUIRE(facilitator.join("Nadia Okafor", Role::facilitator));
  const std::string hint = hint_of(room.secret());
  CHECK(note(room, "ipad/no-webgl", hint_of(token_of(77))).starts_with("HTTP/1.1 204"));  // tells a stranger nothing, and is told to nobody
  CHECK(note(room, "android/no-wasm", hint).starts_with("HTTP/1.1 204"));
  REQUIRE(hears_of(facilitator, 1));
  CHECK(facilitator.replica.stranded() == std::vector<Stranded>{{Stranded::Device::android, Stranded::Why::no_wasm}});
  // The same again is one, and a flood of others ends at the most there may be.
  for (const char* device : {"android", "other", "iphone", "ipad", "chromebook", "windows", "mac", "linux"})
    for (const char* why : {"no-wasm", "no-webgl", "lost-graphics", "other"}) note(room, std::string(device) + "/" + why, hint);
  RawTablet participant(room, token_of(2), room.secret());  // from the same address somebody can
  REQUIRE(participant.join("Ana Belo"));
  REQUIRE(hears_of(facilitator, 0));
}

}  // namespace standpoint::server_test
