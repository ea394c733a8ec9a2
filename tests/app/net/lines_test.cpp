// What the host says over its lines without being asked, what becomes of a line that died, and of a person who came back on
// another one: rules R152, R153, R155 to R157 over real WebSockets on 127.0.0.1.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <mutex>
#include <type_traits>

#include "tests/app/net/hosted_room.h"

namespace standpoint::lines_test {

using Same = Hello::SameName;

namespace {

// Reads until a message of that kind, of this line, satisfies `enough`; nothing: the line ended, or it did not come in time.
template <class Message, class Enough>
std::optional<Message> next_of(RawLine& line, const Enough& enough) {
  const Patience patience;
  while (const std::optional<ToScreen> said = line.next()) {
    if (patience.over()) return std::nullopt;
    if constexpr (std::is_constructible_v<HostMessage, Message>) {
      const auto* told = std::get_if<HostMessage>(&*said);
      const auto* one = told ? std::get_if<Message>(told) : nullptr;
      if (one && enough(*one)) return *one;
    } else {
      const auto* one = std::get_if<Message>(&*said);
      if (one && enough(*one)) return *one;
    }
  }
  return std::nullopt;
}
template <class Message>
std::optional<Message> next_of(RawLine& line) {
  return next_of<Message>(line, [](const Message&) { return true; });
}

bool lists(const Here& here, SeatId seat) { return std::find(here.seats.begin(), here.seats.end(), seat) != here.seats.end(); }

// The addresses of this computer, as a test changes them while the host looks.
struct Addresses {
  std::mutex mutex;
  std::vector<std::string> all{"10.0.0.5", "192.168.1.7"};
  std::function<std::vector<std::string>()> asked() {
    return [this] {
      const std::lock_guard lock(mutex);
      return all;
    };
  }
  void become(std::vector<std::string> others) {
    const std::lock_guard lock(mutex);
    all = std::move(others);
  }
};

}  // namespace

TEST_CASE("R153 the host says what time it is, to whoever asks at once and to every line without being asked") {
  HostedRoom room;
  RawTablet tablet(room, token_of(1), room.secret());
  tablet.line.send(AskTime{77});
  const std::optional<HostTime> answer = next_of<HostTime>(tablet.line, [](const HostTime& time) { return time.asked != 0; });
  REQUIRE(answer);
  CHECK(answer->asked == 77);
  CHECK(answer->now_ms == sample_start_ms + 60'000);
  const std::optional<HostTime> unasked = next_of<HostTime>(tablet.line);
  REQUIRE(unasked);
  CHECK(unasked->asked == 0);
  RawLine stranger(room);
  stranger.send(AskTime{1});
  CHECK(stranger.is_ended_by_host());
}

TEST_CASE("R152 whose line does not even answer a ping is away for the facilitator, and comes back to the same seat") {
  ServerLimits limits;
  limits.silent = std::chrono::milliseconds(1'500);
  HostedRoom room(limits);
  RawTablet deputy(room, token_of(9), room.facilitator_key());
  REQUIRE(deputy.join("Ines Roth"));
  RawTablet tablet(room, token_of(1), room.secret());
  REQUIRE(tablet.join("Ana Belo"));
  const SeatId ana = tablet.replica.seat();
  CHECK(next_of<Here>(deputy.line, [&](const Here& here) { return lists(here, ana); }));
  // From here on nobody reads the tablet's end, so nobody answers for it; the deputy's is read.
  CHECK(next_of<Here>(deputy.line, [&](const Here& here) { return !lists(here, ana) && lists(here, deputy.replica.seat()); }));
  RawTablet again(room, token_of(1), {});
  REQUIRE(again.door);
  CHECK(again.door->seat == ana);
  REQUIRE(again.join(""));
  CHECK(next_of<Here>(deputy.line, [&](const Here& here) { return lists(here, ana); }));
}

TEST_CASE("R324 over the network: who leads is told who shares an address, a stage is not, and the host's own browser and a crowd are nobody's device") {
  HostedRoom room;
  RawTablet deputy(room, token_of(9), room.facilitator_key()), stage(room, token_of(8), room.stage_key());
  REQUIRE(deputy.join("Ines Roth"));
  REQUIRE(stage.join("Stage", Role::stage));
  RawTablet ana(room, token_of(1), room.secret(), "", "127.0.0.2"), ben(room, token_of(2), room.secret(), "", "127.0.0.2");
  REQUIRE(ana.join("Ana Belo"));
  REQUIRE(ben.join("Ben Costa"));
  std::vector<std::unique_ptr<RawTablet>> others;
  for (std::uint32_t nth = 0; nth < 7; ++nth) {
    others.push_back(std::make_unique<RawTablet>(room, token_of(20 + nth), room.secret(), "", nth < 2 ? "127.0.0.1" : "127.0.0.3"));
    REQUIRE(others.back()->join("Person " + std::string(1, static_cast<char>('A' + nth))));
  }
  const std::optional<Here> told = next_of<Here>(deputy.line, [](const Here& here) { return !here.one_device.empty(); });
  REQUIRE(told);
  CHECK(told->one_device == std::vector<OneDevice>{{ana.replica.seat(), ben.replica.seat()}});
  const std::optional<Here> on_stage = next_of<Here>(stage.line, [&](const Here& here) { return lists(here, others.back()->replica.seat()); });
  REQUIRE(on_stage);
  CHECK(on_stage->one_device.empty());
  deputy.line.send(AreTwo{told->one_device.front()});
  CHECK(next_of<Here>(deputy.line, [](const Here& here) { return here.one_device.empty(); }));
  RawTablet cleo(room, token_of(3), room.secret(), "", "127.0.0.2");
  REQUIRE(cleo.join("Cleo Dahl"));
  const std::vector<OneDevice> of_cleo{{ben.replica.seat(), cleo.replica.seat()}};
  CHECK(next_of<Here>(deputy.line, [&](const Here& here) { return here.one_device == of_cleo; }));
  REQUIRE_FALSE(deputy.act(MergeSeats{ben.replica.seat(), cleo.replica.seat()}));
  CHECK(next_of<Here>(deputy.line, [](const Here& here) { return here.one_device.empty(); }));
}

TEST_CASE("R157 a stage and a facilitator's tablet are told how to join, and nobody else is") {
  Addresses addresses;
  HostedRoom room({}, addresses.asked());
  RawTablet stage(room, token_of(8), room.facilitator_key());
  REQUIRE(stage.join("Stage", Role::stage));
  const std::optional<HowToJoin> told = next_of<HowToJoin>(stage.line);
  REQUIRE(told);
  CHECK(told->address == room.info.addresses[0].text);
  CHECK(told->address.starts_with("10.0.0.5:"));
  CHECK(told->code == room.info.code);
  const auto side = static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(told->qr.size()))));
  CHECK(side >= 21);
  CHECK(side * side == told->qr.size());
  RawTablet tablet(room, token_of(1), room.secret());
  REQUIRE(tablet.join("Ana Belo"));
  tablet.line.send(AskTime{5});
  bool heard_how = false;
  const Patience patience;
  while (const std::optional<ToScreen> said = tablet.line.next()) {
    REQUIRE_FALSE(patience.over());
    heard_how |= std::holds_alternative<HowToJoin>(*said);
    if (const auto* time = std::get_if<HostTime>(&*said); time && time->asked == 5) break;
  }
  CHECK_FALSE(heard_how);
}

TEST_CASE("R157 they are told anew when another address is shown, the code is new, and the network another one or gone") {
  Addresses addresses;
  HostedRoom room({}, addresses.asked());
  RawTablet stage(room, token_of(8), room.facilitator_key());
  REQUIRE(stage.join("Stage", Role::stage));
  REQUIRE(next_of<HowToJoin>(stage.line));
  room.host->show_address(room.info.addresses[1].text);
  const std::optional<HowToJoin> other = next_of<HowToJoin>(stage.line);
  REQUIRE(other);
  CHECK(other->address.starts_with("192.168.1.7:"));
  CHECK(room.host->join_info()->chosen == 1);
  room.host->renew_code();
  const std::optional<HowToJoin> coded = next_of<HowToJoin>(stage.line);
  REQUIRE(coded);
  CHECK(coded->code != room.info.code);
  CHECK(coded->qr != other->qr);
  CHECK(room.host->take_join_news());
  const auto begin = std::chrono::steady_clock::now();
  addresses.become({"172.20.3.4"});
  const std::optional<HowToJoin> moved = next_of<HowToJoin>(stage.line);
  REQUIRE(moved);
  CHECK(moved->address.starts_with("172.20.3.4:"));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));  // "within seconds"
  const std::optional<Result<JoinNews>> news = room.host->take_join_news();
  REQUIRE(news);
  REQUIRE(*news);
  CHECK_FALSE((*news)->new_code);
  CHECK((*news)->info.addresses.front().text == moved->address);
  addresses.become({});
  const std::optional<HowToJoin> gone = next_of<HowToJoin>(stage.line);
  REQUIRE(gone);
  CHECK(gone->address.empty());
  CHECK_FALSE(gone->trouble.empty());
}

TEST_CASE("R154 over the network: a name that is taken is asked about, and the answer is said on the same line") {
  HostedRoom room;
  RawTablet ana(room, token_of(1), room.secret());
  REQUIRE(ana.join("Ana Belo"));
  RawTablet other(room, token_of(2), room.secret());
  Hello hello = other.replica.hello("ana belo", Role::participant);
  hello.same_name = Same::ask;
  other.line.send(hello);
  const std::optional<NameTaken> asked = next_of<NameTaken>(other.line);
  REQUIRE(asked);
  CHECK(asked->name == "Ana Belo");
  CHECK(asked->may_have_been_here);
  REQUIRE(other.join("ana belo", Role::participant, Same::add));
  CHECK(find(room.on_disk(), other.replica.seat())->name == "ana belo 2");
}

TEST_CASE("R155 over the network: who came back as somebody new is made one, and the old tablet goes on as them, too") {
  HostedRoom room;
  RawTablet deputy(room, token_of(9), room.facilitator_key());
  REQUIRE(deputy.join("Ines Roth"));
  RawTablet before(room, token_of(1), room.secret());
  REQUIRE(before.join("Ana Belo"));
  const SeatId old_seat = before.replica.seat();
  CHECK(before.votes(room));
  RawTablet after(room, token_of(2), room.secret());
  REQUIRE(after.join("Ana Belo", Role::participant, Same::was_here));
  const SeatId new_seat = after.replica.seat();
  CHECK(find(room.on_disk(), new_seat)->name == "Ana Belo");
  CHECK(deputy.act(MergeSeats{old_seat, new_seat}) == std::nullopt);
  CHECK_FALSE(before.hear_until([](const HostMessage&) { return false; }));  // its line ends,
  REQUIRE(before.turned_away);
  CHECK(before.turned_away->why == TurnedAway::Why::elsewhere);
  const RawTablet old_again(room, token_of(1), {});  // and it is let in as who they are now
  REQUIRE(old_again.door);
  CHECK(old_again.door->seat == new_seat);
  room.restart();
  const RawTablet after_restart(room, token_of(1), {});
  REQUIRE(after_restart.door);
  CHECK(after_restart.door->seat == new_seat);
  RawTablet leads(room, token_of(9), {});
  REQUIRE(leads.join(""));
  CHECK(leads.act(CloseActivity{room.vote}) == std::nullopt);
  CHECK(leads.act(RevealActivity{room.vote, {}}) == std::nullopt);
  CHECK(find(room.on_disk(), room.vote)->inputs.size() == 1);
}

}  // namespace standpoint::lines_test
