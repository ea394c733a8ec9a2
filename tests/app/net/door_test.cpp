// Who may come in: the door by itself, its book on a disk that fails, and how keys are written.
#include "app/net/door/door.h"

#include <doctest/doctest.h>

#include <numeric>

#include "app/net/door/file.h"
#include "app/net/door/key_text.h"
#include "tests/core/file/fake_file_system.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::door_test {

using namespace std::chrono_literals;
using Why = TurnedAway::Why;

namespace {

Key key_of(std::uint8_t first) {
  Key key{};
  std::iota(key.begin(), key.end(), first);
  return key;
}

std::array<std::uint8_t, random_bytes_of_a_book> some_bytes() {
  std::array<std::uint8_t, random_bytes_of_a_book> bytes{};
  std::iota(bytes.begin(), bytes.end(), std::uint8_t{1});
  return bytes;
}

Workshop with_two_seats() {
  Workshop workshop;
  workshop.seats = {Seat{SeatId{1}, "Nadia Okafor", Role::facilitator, {}, true, 0, 0}, Seat{SeatId{2}, "Tomás Herrera", Role::participant, {}, true, 0, 0}};
  return workshop;
}

struct Entrance {
  Door door{new_door_book(key_of(200), some_bytes())};
  Workshop workshop = with_two_seats();
  ServerTime now{};

  Door::Answer knock(const Key& secret, const std::string& code = "", const Key& token = key_of(77), const std::string& address = "10.0.0.7") {
    return door.knock(Knock{token, secret, code}, workshop, address, now);
  }
  const DoorBook& book() const { return door.book(); }
};

bool is_open(const Door::Answer& answer) { return std::holds_alternative<Door::Admitted>(answer); }
const Door::Admitted& admitted(const Door::Answer& answer) {
  REQUIRE(is_open(answer));
  return std::get<Door::Admitted>(answer);
}
Why why(const Door::Answer& answer) {
  REQUIRE_FALSE(is_open(answer));
  CHECK_FALSE(std::get<TurnedAway>(answer).sentence.empty());
  return std::get<TurnedAway>(answer).why;
}

}  // namespace

TEST_CASE("R106 the secret of the QR code and the spoken code open the door to a participant") {
  Entrance at;
  for (const auto& answer : {at.knock(at.book().secret), at.knock({}, at.book().code)}) {
    CHECK(admitted(answer).seat == SeatId{});
    CHECK(admitted(answer).role == Role::participant);
  }
  std::string spoken = spoken_code(at.book().code);
  for (char& c : spoken) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  CHECK(is_open(at.knock({}, " " + spoken)));
  CHECK(why(at.knock({}, at.book().code.substr(0, 5))) == Why::wrong_code);
  CHECK(why(at.knock(key_of(9))) == Why::old_code);
  CHECK(why(at.knock({})) == Why::wrong_code);
}

TEST_CASE("R106 the facilitator's key alone gives the facilitator's role, and no wish does") {
  Entrance at;
  CHECK(admitted(at.knock(at.book().facilitator_key)).role == Role::facilitator);
  CHECK(allowed_role(Role::facilitator, Role::participant) == Role::participant);
  CHECK(allowed_role(Role::stage, Role::participant) == Role::participant);
  CHECK(allowed_role(Role::observer, Role::participant) == Role::observer);
  CHECK(allowed_role(Role::participant, Role::facilitator) == Role::facilitator);
  CHECK(allowed_role(Role::stage, Role::facilitator) == Role::stage);
  // A tablet that came as a participant gets a seat of its own for the facilitator's work.
  at.door.seat(digest_of(key_of(77)), SeatId{2});
  CHECK(admitted(at.knock(at.book().facilitator_key)).seat == SeatId{});
}

TEST_CASE("R106 guesses of the code are limited, per address and in all, and the right secret never is") {
  Entrance at;
  for (int i = 0; i < 5; ++i) CHECK(why(at.knock({}, "AAAAA" + std::to_string(i + 2))) == Why::wrong_code);
  CHECK(why(at.knock({}, at.book().code)) == Why::too_many_tries);  // a right guess tells nothing either
  CHECK(is_open(at.knock(at.book().secret)));
  CHECK(is_open(at.knock({}, at.book().code, key_of(78), "10.0.0.8")));
  for (int i = 0; i < 100; ++i) CHECK(why(at.knock({}, "WRONG2")) == Why::too_many_tries);  // which makes the wait no longer
  at.now += 4s;
  CHECK(is_open(at.knock({}, at.book().code)));
  for (int address = 0; address < 12; ++address)
    for (int i = 0; i < 5; ++i) CHECK(why(at.knock({}, "WRONG2", key_of(1), "10.0.1." + std::to_string(address))) == Why::wrong_code);
  CHECK(why(at.knock({}, at.book().code, key_of(79), "10.0.2.1")) == Why::too_many_tries);
  for (int i = 0; i < 1000; ++i) REQUIRE(is_open(at.knock(at.book().secret, "", key_of(80))));
  at.now += 1s;
  CHECK(is_open(at.knock({}, at.book().code, key_of(79), "10.0.2.1")));
}

TEST_CASE("R106 however many guess for however long, no more than two a second are looked at") {
  Entrance at;
  int looked_at = 0;
  for (int second = 0; second < 600; ++second, at.now += 1s)
    for (int address = 0; address < 50; ++address) looked_at += why(at.knock({}, "WRONG2", key_of(1), "10.0.3." + std::to_string(address))) == Why::wrong_code;
  CHECK(looked_at >= 60 + 2 * 599 - 2);
  CHECK(looked_at <= 60 + 2 * 599);
}

TEST_CASE("R106 an old QR code is no guess: a room that scans one can still type the code") {
  Entrance at;
  for (int i = 0; i < 300; ++i) CHECK(why(at.knock(key_of(9))) == Why::old_code);
  CHECK(is_open(at.knock({}, at.book().code)));
}

TEST_CASE("R106 asking whether a tablet is known is no guess") {
  Entrance at;
  for (int i = 0; i < 100; ++i) CHECK(why(at.knock({})) == Why::wrong_code);
  CHECK(is_open(at.knock({}, at.book().code)));
}

TEST_CASE("R107 a token is its seat, without a secret, as long as the seat is there") {
  Entrance at;
  at.door.seat(digest_of(key_of(77)), SeatId{2});
  CHECK(admitted(at.knock({})).seat == SeatId{2});
  CHECK(admitted(at.knock(at.book().secret)).seat == SeatId{2});
  CHECK(why(at.knock({}, "", key_of(76))) == Why::wrong_code);  // a foreign token is nobody's
}

namespace {

std::array<std::uint8_t, random_bytes_of_a_book> other_bytes() {
  std::array<std::uint8_t, random_bytes_of_a_book> bytes{};
  std::iota(bytes.begin(), bytes.end(), std::uint8_t{101});
  return bytes;
}

}  // namespace

TEST_CASE("R128 the token of a removed seat is turned away whatever it knows, until there is a new code") {
  Entrance at;
  at.door.seat(digest_of(key_of(77)), SeatId{2});
  at.workshop.seats[1].present = false;
  CHECK(why(at.knock({})) == Why::removed);
  CHECK(why(at.knock(at.book().secret)) == Why::removed);
  CHECK(why(at.knock({}, at.book().code)) == Why::removed);
  CHECK(why(at.knock(at.book().facilitator_key)) == Why::removed);
  CHECK(is_open(at.knock(at.book().secret, "", key_of(78))));  // somebody else's tablet
  at.door.use(with_new_code(at.book(), at.workshop, other_bytes()));
  CHECK(admitted(at.knock(at.book().secret)).seat == SeatId{});
}

TEST_CASE("R128 a new code: the old one, the old QR code and the old link open nothing, and who has a seat keeps it") {
  Entrance at;
  const DoorBook before = at.book();
  at.door.seat(digest_of(key_of(77)), SeatId{2});
  at.door.use(with_new_code(at.book(), at.workshop, other_bytes()));
  CHECK(at.book().secret != before.secret);
  CHECK(at.book().code != before.code);
  CHECK(at.book().code.size() == before.code.size());
  CHECK(at.book().session == before.session);
  CHECK(admitted(at.knock({})).seat == SeatId{2});
  CHECK(why(at.knock(before.secret, "", key_of(78))) == Why::old_code);
  CHECK(why(at.knock({}, before.code, key_of(78))) == Why::wrong_code);
  CHECK(is_open(at.knock(before.secret, at.book().code, key_of(78))));  // an old page, and the new code typed into it
  CHECK(is_open(at.knock(at.book().secret, "", key_of(78))));
  CHECK(why(at.knock(before.facilitator_key, "", key_of(79))) == Why::old_code);
  CHECK(admitted(at.knock(at.book().facilitator_key, "", key_of(79))).role == Role::facilitator);
}

TEST_CASE("R288 keys that somebody has who is out open nothing more, and who was removed stays out") {
  Entrance at;
  at.door.seat(digest_of(key_of(77)), SeatId{2});
  at.workshop.seats[1].present = false;
  const DoorBook before = at.book();
  at.door.use(with_new_keys(before, false, other_bytes()));
  CHECK(why(at.knock(before.secret, "", key_of(78))) == Why::old_code);
  CHECK(why(at.knock({}, before.code, key_of(78))) == Why::wrong_code);
  CHECK(why(at.knock(at.book().secret)) == Why::removed);
  CHECK(at.book().facilitator_key == before.facilitator_key);
  at.door.use(with_new_keys(before, true, other_bytes()));
  CHECK(why(at.knock(before.facilitator_key, "", key_of(79))) == Why::old_code);
}

TEST_CASE("R322 a day has no pause of eight hours, whichever way the clock jumps") {
  constexpr std::int64_t hour = 60 * 60 * 1000, begun = 1'795'093'200'000;
  DoorBook book = new_door_book(key_of(200), some_bytes());
  book.made_ms = begun;
  book.seats[digest_of(key_of(77))] = SeatId{2};
  const auto on = [&](std::int64_t changed_ms, std::int64_t now_ms) { return of_this_day(book, changed_ms, now_ms, other_bytes()); };
  for (const std::int64_t later : {-hour, std::int64_t{0}, 7 * hour}) CHECK(on(begun, begun + later) == book);
  CHECK(on(begun + 20 * hour, begun + 21 * hour) == book);   // begun yesterday, and gone on today
  CHECK(on(begun - 900 * hour, begun + hour) == book);       // an old session that was opened an hour ago
  for (const std::int64_t far : {9 * hour, 900 * hour, -900 * hour}) {
    const DoorBook other = on(begun, begun + far);
    CHECK(other.secret != book.secret);
    CHECK(other.facilitator_key != book.facilitator_key);
    CHECK(other.stage_key != book.stage_key);
    CHECK(other.code != book.code);
    CHECK(other.seats == book.seats);
    CHECK(other.earlier.size() == 1);
    CHECK(of_this_day(other, begun, begun + far + hour, some_bytes()) == other);
  }
}

TEST_CASE("R322 a tablet of an earlier day comes back into a locked lobby, with a key of today") {
  Entrance at;
  at.door.seat(digest_of(key_of(77)), SeatId{2});
  DoorBook book = at.book();
  book.earlier = {digest_of(key_of(77))};
  at.door.use(book);
  at.workshop.lobby_locked = true;
  CHECK(why(at.knock({})) == Why::wrong_code);
  const Door::Admitted back = admitted(at.knock(at.book().secret));
  CHECK(back.seat == SeatId{2});
  CHECK(back.of_earlier);
  CHECK(at.book().earlier.empty());
  CHECK_FALSE(admitted(at.knock({})).of_earlier);
  at.door.use(book);
  CHECK(admitted(at.knock({}, at.book().code)).seat == SeatId{2});  // by the spoken code, too
}

TEST_CASE("R107 a binding whose seat never came to be is forgotten, so that nobody else's seat is taken by it") {
  Entrance at;
  DoorBook book = at.book();
  book.seats[digest_of(key_of(77))] = SeatId{2};
  book.seats[digest_of(key_of(78))] = SeatId{3};
  book = without_unknown_seats(book, at.workshop);
  CHECK(book.seats.size() == 1);
  CHECK(book.seats.count(digest_of(key_of(77))) == 1);
}

TEST_CASE("R107 while the lobby is locked nobody new comes in, and everybody with a seat comes back") {
  Entrance at;
  at.door.seat(digest_of(key_of(77)), SeatId{2});
  at.workshop.lobby_locked = true;
  CHECK(is_open(at.knock({})));
  CHECK(why(at.knock(at.book().secret, "", key_of(78))) == Why::locked);
  CHECK(why(at.knock({}, at.book().code, key_of(78))) == Why::locked);
  CHECK(is_open(at.knock(at.book().facilitator_key, "", key_of(79))));
}

TEST_CASE("a page of another version and a token of nothing are told apart") {
  Entrance at;
  const auto knock = [&](const Key& token) { return at.knock(at.book().secret, "", token); };
  Greeting of_another = Greeter(Knock{key_of(1), at.book().secret, ""}).greeting();
  of_another.version += 1;
  const auto greeted = at.door.greet(of_another, "10.0.0.7", at.now);
  REQUIRE(std::holds_alternative<TurnedAway>(greeted));
  CHECK(std::get<TurnedAway>(greeted).why == Why::other_version);
  CHECK(why(knock(Key{})) == Why::other_version);
}

TEST_CASE("R107 the book is the same after a restart, and another session's book is not used") {
  fake::Disk disk;
  const std::string path = door_path("sessions/team.standpoint");
  CHECK(path == "sessions/team.door");
  Result<DoorBook> book = open_door_book(disk, path, key_of(200));
  REQUIRE(book);
  CHECK(book->code.size() == 6);
  CHECK(book->code.find_first_of("01OI") == std::string::npos);
  book->seats[digest_of(key_of(77))] = SeatId{2};
  book->seats[digest_of(key_of(78))] = SeatId{3};
  book->earlier = {digest_of(key_of(78))};
  book->made_ms = 1'795'093'200'000;
  REQUIRE(keep_door_book(disk, path, *book));
  CHECK(open_door_book(disk, path, key_of(200)) == *book);
  const Result<DoorBook> other = open_door_book(disk, path, key_of(201));
  REQUIRE(other);
  CHECK(other->seats.empty());
  CHECK(other->secret != book->secret);
}

TEST_CASE("R107 a book of an earlier program, which knew no second screens, is read with its seats and keys") {
  fake::Disk disk;
  Result<DoorBook> book = open_door_book(disk, "a.door", key_of(200));
  REQUIRE(book);
  book->seats[digest_of(key_of(77))] = SeatId{2};
  REQUIRE(keep_door_book(disk, "a.door", *book));
  std::string text;
  const fake::Bytes kept = disk.contents().at("a.door");
  for (const std::byte byte : kept) text += static_cast<char>(byte);
  text.replace(text.find("door 2"), 6, "door 1");  // which had no checksum either
  for (const std::string word : {"stage ", "made ", "sum "}) {
    const std::size_t at = text.find("\n" + word);
    REQUIRE(at != text.npos);
    text.erase(at, text.find('\n', at + 1) - at);
  }
  const auto* const first = reinterpret_cast<const std::byte*>(text.data());
  fake::Disk old(fake::Files{{"a.door", fake::Bytes(first, first + text.size())}});
  const Result<DoorBook> read = open_door_book(old, "a.door", key_of(200));
  REQUIRE(read);
  CHECK(read->seats == book->seats);
  CHECK(read->secret == book->secret);
  CHECK(read->stage_key != Key{});
}

TEST_CASE("R107 after a power cut the book is the old one or the new one") {
  for (std::uint64_t calls = 0; calls < 12; ++calls) {
    fake::Disk disk;
    Result<DoorBook> book = open_door_book(disk, "a.door", key_of(200));
    REQUIRE(book);
    const DoorBook before = *book;
    book->seats[digest_of(key_of(77))] = SeatId{2};
    disk.lose_power_after(calls);
    const bool kept = keep_door_book(disk, "a.door", *book).has_value();
    disk.visit_crash_states(calls, 200, [&](const fake::Files& files) {
      fake::Disk after(files);
      const Result<DoorBook> read = open_door_book(after, "a.door", key_of(200));
      REQUIRE(read);
      CHECK((*read == *book || (!kept && *read == before)));
    });
  }
}

TEST_CASE("whatever stands in the book's file, it is read as a sound book or replaced") {
  fake::Disk disk;
  REQUIRE(open_door_book(disk, "a.door", key_of(200)));
  const fake::Bytes sound = disk.contents().at("a.door");
  for (std::size_t length = 0; length < sound.size(); ++length) {
    fake::Disk cut(fake::Files{{"a.door", fake::Bytes(sound.begin(), sound.begin() + static_cast<std::ptrdiff_t>(length))}});
    const Result<DoorBook> read = open_door_book(cut, "a.door", key_of(200));
    REQUIRE(read);
    CHECK(read->session == key_of(200));
    CHECK(read->code.size() == 6);
  }
}

TEST_CASE("R311 whatever is changed in the door's book, the book from before is used and it is said, or it is the same to the last letter") {
  fake::Disk disk;
  Result<DoorBook> book = open_door_book(disk, "a.door", key_of(200));
  REQUIRE(book);
  const DoorBook before = *book;
  book->seats[digest_of(key_of(77))] = SeatId{2};
  REQUIRE(keep_door_book(disk, "a.door", *book));
  const fake::Files files = disk.contents();
  const fake::Bytes& sound = files.at("a.door");
  for (std::size_t at = 0; at < sound.size(); ++at) {
    CAPTURE(at);
    fake::Files damaged = files;
    damaged.at("a.door")[at] ^= std::byte{4};
    fake::Disk after(damaged);
    const auto read = open_door_book(after, "a.door", key_of(200));
    REQUIRE(read);
    CHECK(*read == before);
    CHECK(read->note.find("a.door") != std::string::npos);
    const auto again = open_door_book(after, "a.door", key_of(200));
    REQUIRE(again);
    CHECK(*again == before);
    CHECK(again->note.empty());
  }
  fake::Files both = files;
  both.at("a.door").resize(40);
  both.at("a.door.before").resize(0);
  fake::Disk after(both);
  const auto fresh = open_door_book(after, "a.door", key_of(200));
  REQUIRE(fresh);
  CHECK(fresh->secret != before.secret);
  CHECK(fresh->note.find("new join code") != std::string::npos);
}

TEST_CASE("R311 keys that were renewed are in no file any more, also when the power goes in between") {
  for (std::uint64_t calls = 0; calls < 16; ++calls) {
    fake::Disk disk;
    Result<DoorBook> book = open_door_book(disk, "a.door", key_of(200));
    REQUIRE(book);
    const std::string old_secret = text_of(book->secret);
    const auto holds_old = [&](const fake::Files& files) {
      return std::any_of(files.begin(), files.end(), [&](const auto& file) {
        return std::string(reinterpret_cast<const char*>(file.second.data()), file.second.size()).find(old_secret) != std::string::npos;
      });
    };
    std::array<std::uint8_t, random_bytes_of_a_book> random;
    random.fill(static_cast<std::uint8_t>(7 + calls));
    const DoorBook renewed = with_new_keys(*book, true, random);
    CHECK(holds_old(disk.contents()));
    disk.lose_power_after(calls);
    const bool kept = keep_door_book(disk, "a.door", renewed).has_value();
    if (kept) {
      CHECK_FALSE(holds_old(disk.contents()));
      fake::Files damaged = disk.contents();
      damaged.at("a.door").resize(40);
      fake::Disk after(damaged);
      const auto from_copy = open_door_book(after, "a.door", key_of(200));
      REQUIRE(from_copy);
      CHECK(static_cast<const DoorBook&>(*from_copy) == renewed);
    }
    disk.visit_crash_states(calls, 200, [&](const fake::Files& files) {
      fake::Disk after(files);
      const auto read = open_door_book(after, "a.door", key_of(200));
      REQUIRE(read);
      CHECK((static_cast<const DoorBook&>(*read) == renewed || (!kept && static_cast<const DoorBook&>(*read) == *book)));
      if (kept) CHECK_FALSE(holds_old(files));
    });
  }
}

TEST_CASE("R311 a book of the version before, without a checksum, is read") {
  fake::Disk disk;
  const Result<DoorBook> book = open_door_book(disk, "a.door", key_of(200));
  REQUIRE(book);
  const fake::Bytes bytes = disk.contents().at("a.door");
  std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  text = text.substr(0, text.find("sum ")) + "end\n";
  text.replace(text.find("door 2"), 6, "door 1");
  fake::Disk older(fake::Files{{"a.door", fake::Bytes(reinterpret_cast<const std::byte*>(text.data()), reinterpret_cast<const std::byte*>(text.data()) + text.size())}});
  const auto read = open_door_book(older, "a.door", key_of(200));
  REQUIRE(read);
  CHECK(*read == *book);
  CHECK(read->note.empty());
}

TEST_CASE("a key is written with 26 letters and read back; what is no key is refused") {
  for (const Key& key : {Key{}, key_of(0), key_of(200), key_of(250)}) {
    const std::string text = text_of(key);
    CHECK(text.size() == 26);
    CHECK(key_from(text) == key);
    CHECK(key_in_fragment("#" + text) == key);
    CHECK(key_in_fragment(facilitator_fragment(key)) == key);
  }
  CHECK(text_of(Key{0xFF}) == "74aaaaaaaaaaaaaaaaaaaaaaaa");
  CHECK_FALSE(key_from(""));
  CHECK_FALSE(key_from(std::string(26, '0')));
  CHECK_FALSE(key_from(std::string(25, 'a')));
  CHECK_FALSE(key_from(std::string(25, 'a') + "b"));  // bits beyond the key
  CHECK(plain_code("7kq-2 94") == "7KQ294");
  CHECK(spoken_code("7KQ294") == "7KQ 294");
}

}  // namespace standpoint::door_test
