// Rule R154: what may stand in a person's name, who looks like whom, and what becomes of a name that somebody here has.
#include "core/workshop/names.h"

#include "core/workshop/utf8.h"
#include "tests/core/room/room_fixture.h"

namespace standpoint::names_test {

using Same = Hello::SameName;
using Why = Refusal::Why;

namespace {

// A new screen says hello with that name; answers with the name of the seat it got, or with nothing.
struct Joining {
  SampleRoom sample;
  RoomTable table{sample};
  LinkId next = 100;

  std::string join(const std::string& name, Same same = Same::add, Role role = Role::participant) {
    const LinkId link = ++next;
    table.told.clear();
    table.room->connect(link);
    table.room->hear(link, Hello{{}, name, role, 0, same}, table.now);
    table.commit();
    const Seat* const seat = find(table.room->workshop(), table.room->seat_of(link));
    return seat ? seat->name : "";
  }
  std::vector<NameTaken> asked() const { return table.heard<NameTaken>(next); }
};

}  // namespace

TEST_CASE("R154 nothing that cannot be seen or turns what stands beside it enters a name") {
  CHECK(clean_name("  Ana \t") == "Ana \t");  // control characters are for check to refuse
  CHECK(clean_name("Ana\u202Eanhoj") == "Anaanhoj");
  CHECK(clean_name("\u2066A\u200Bn\u00ADa\u2069\uFEFF") == "Ana");
  CHECK(clean_name("Ana\u00A0\u3000 Belo ") == "Ana Belo");
  CHECK(clean_name("\u200F\u2060 \u3164") == "");
  CHECK(clean_name("A\U000E0041na\uFE0F") == "Ana");
  for (const char* whole : {"Zoë Ångström", "Ольга Линд", "王小明", "عائشة", "علی\u200Cرضا", "ක්\u200Dෂ", "👩\u200D💻 Ana", "❤\uFE0F Ana", "O’Neill-Ray 2"})
    CHECK(clean_name(whole) == whole);
}

TEST_CASE("R154 names look alike by case, spaces, accents, unseen signs and the letters of other scripts") {
  for (const auto& names : std::vector<std::pair<const char*, const char*>>{
           {"Ana Belo", "ANA BELO"},      {"Ana Belo", "AnaBelo"},   {"Ana", "А\u200Bna"},       {"Ana", "Аnа"},          {"Peter", "Реtеr"},
           {"Nikos", "Νikοs"},            {"Ольга", "ОЛЬГА"},        {"Tomás", "Toma\u0301s"},   {"Tomás", "Tomas"},      {"Al", "AI"},
           {"Illya", "IIIya"},            {"Ana", "Ana."},           {"Ana", "Ａｎａ"},          {"Ana", "𝐀𝐧𝐚"},          {"Nguyễn", "Nguyen"},
           {"Bob", "B0b"},                {"Σοφία ς", "ΣΟΦΊΑ Σ"},    {"Łukasz", "Lukasz"},       {"Йва", "йва"}}) {
    const std::string one = names.first, other = names.second;
    CAPTURE(one + " and " + other);
    CHECK(look_alike(one, other));
    CHECK(look_alike(other, one));
  }
  for (const auto& names : std::vector<std::pair<const char*, const char*>>{
           {"Ana", "Anna"}, {"Ana Belo", "Ana Bell"}, {"Mila", "Mlia"}, {"Lia", "Ila"}, {"Ana", "Ana 2"}, {"王小明", "王小朋"}, {"...", "---"}, {"Ольга", "Олега"}}) {
    const std::string one = names.first, other = names.second;
    CAPTURE(one + " and " + other);
    CHECK_FALSE(look_alike(one, other));
  }
}

TEST_CASE("R154 who joins with a name that somebody here has gets an addition, or is asked, and never the same by chance") {
  Joining door;
  CHECK(door.join("Ana Belo") == "Ana Belo");
  CHECK(door.join("ana  belo\u200B") == "ana belo 2");
  CHECK(door.join("ANA BELO") == "ANA BELO 3");
  CHECK(door.join("Аnа Belо", Same::ask) == "");
  REQUIRE(door.asked().size() == 1);
  CHECK(door.asked()[0].name == "Ana Belo");
  CHECK(door.asked()[0].proposed == "Аnа Belо 4");
  CHECK(door.asked()[0].may_have_been_here);
  const std::size_t seats = door.table.room->workshop().seats.size();
  CHECK(door.join("nadia okafor", Same::ask) == "");  // the facilitator's own
  REQUIRE(door.asked().size() == 1);
  CHECK_FALSE(door.asked()[0].may_have_been_here);
  CHECK(door.table.room->workshop().seats.size() == seats);
  CHECK(door.join("nadia okafor", Same::was_here) == "nadia okafor 2");
  CHECK(door.join("ana belo", Same::was_here) == "Ana Belo");
  CHECK(door.join("Stage", Same::ask, Role::stage) == "Stage");  // screens are no people
  CHECK(door.join("Stage", Same::ask) == "Stage");
}

TEST_CASE("R154 a screen that was asked says hello again on the same link, with the answer") {
  Joining door;
  door.join("Ana Belo");
  CHECK(door.join("Ana Belo", Same::ask) == "");
  door.table.room->hear(door.next, Hello{{}, "Ana Belo", Role::participant, 0, Same::add}, door.table.now);
  door.table.commit();
  CHECK(find(door.table.room->workshop(), door.table.room->seat_of(door.next))->name == "Ana Belo 2");
  CHECK(door.table.heard<Welcome>(door.next).size() == 1);
}

TEST_CASE("R154 an addition fits into the longest name, in whole characters") {
  SampleRoom room;
  const std::string longest = [] {
    std::string name;
    while (name.size() < max_name_bytes) name += "ж";
    return name;
  }();
  room.join(longest, Role::participant);
  const std::string other = with_addition(room.workshop, longest);
  CHECK(other.size() <= max_name_bytes);
  CHECK(valid_utf8(other));
  CHECK(other.ends_with(" 2"));
}

TEST_CASE("R154 an addition has the lowest number of which the name looks like nobody's here, whoever is") {
  SampleRoom room;
  // Numbers that are taken, some by names that only look like it; a seat that is gone and a stage take none.
  for (const char* name : {"Ana", "Ana 2", "ANA 3", "\u0410na 4", "Ana-5", "Ana l1", "Ana 8", "Ana 10", "Ana l2"}) room.join(name, Role::participant);
  room.act(room.nadia, LeaveSeat{room.join("Ana 6", Role::participant)});
  room.join("Ana 7", Role::stage);
  for (int guests = 0; guests < 30; ++guests) {
    const std::string given = with_addition(room.workshop, "Ana");
    CHECK(named_alike(room.workshop, given) == nullptr);
    for (int number = 2; given != "Ana " + std::to_string(number); ++number) {
      REQUIRE(number < 100);
      CHECK(named_alike(room.workshop, "Ana " + std::to_string(number)) != nullptr);
    }
    room.join(given, Role::participant);
  }
}

TEST_CASE("R154 nobody takes another one's name or hides signs in it later, nor a person that is passed the screen") {
  SampleRoom room;
  CHECK(asked(room, room.tomas, ChangeSeat{room.tomas, "priya raman", Role::participant}) == Why::duplicate_id);
  CHECK(asked(room, room.tomas, ChangeSeat{room.tomas, "nadia okafor", Role::participant}) == Why::duplicate_id);
  CHECK(asked(room, room.tomas, ChangeSeat{room.tomas, "Tom\u202E", Role::participant}) == Why::malformed);
  CHECK(asked(room, room.tomas, ChangeSeat{room.tomas, "TOMÁS HERRERA", Role::participant}).allowed());
  CHECK(asked(room, room.nadia, JoinSeat{SeatId{6}, "Priya Raman", Role::participant, room.nadia}) == Why::duplicate_id);
  CHECK(asked(room, room.nadia, JoinSeat{SeatId{6}, "Priya\u200B R", Role::participant, room.nadia}) == Why::malformed);
  CHECK(asked(room, room.nadia, JoinSeat{SeatId{6}, "Priya R", Role::participant, room.nadia}).allowed());
  room.act(room.priya, LeaveSeat{room.priya});
  CHECK(asked(room, room.tomas, ChangeSeat{room.tomas, "Priya Raman", Role::participant}).allowed());
}

TEST_CASE("R158 what is too long is told in letters") {
  const SampleRoom room;
  const auto words = [&](std::size_t letters, const char* letter) {
    std::string name;
    for (std::size_t i = 0; i < letters; ++i) name += letter;
    const std::optional<Refusal> no = check(room.workshop, room.tomas, ChangeSeat{room.tomas, name, Role::participant});
    return no ? no->text : "";
  };
  CHECK(words(120, "a") == "");
  CHECK(words(121, "a") == "The name is too long by one letter; shorten it and send again.");
  CHECK(words(75, "ж") == "The name is too long by 15 letters; shorten it and send again.");
  CHECK(words(60, "ж") == "");
}

}  // namespace standpoint::names_test
