// Bytes and back: the golden bytes of every released schema, and everything a hostile sender may try.
#include "core/file/codec.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <sstream>
#include <string>
#include <string_view>

#include <cereal/archives/portable_binary.hpp>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/file/stored_bytes.h"
#include "core/file/stored_fields.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/changes.h"
#include "core/workshop/text.h"
#include "tests/core/samples/every_action.h"

// cereal's own archive finds what is written of a standard type in its own namespace only.
namespace cereal {
template <class Archive>
void serialize(Archive& archive, std::optional<std::string>& text) {
  standpoint::serialize(archive, text);
}
}  // namespace cereal

namespace standpoint::codec_test {

namespace {

struct Golden {
  std::string_view what;
  std::string_view hex;
};
constexpr Golden golden_events[] = {
#include "tests/golden/event_v1.inc"
};

Bytes from_hex(std::string_view hex) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes.push_back(static_cast<std::byte>(digit(hex[i]) * 16 + digit(hex[i + 1])));
  return bytes;
}

// ---- does the field list name every field? Counts the members of a struct and the fields an archive is given. ----

struct Anything {
  template <class T>
  operator T() const;
};
template <class T, class... Given>
constexpr std::size_t members() {
  if constexpr (requires { T{Given{}..., Anything{}}; }) return members<T, Given..., Anything>();
  else return sizeof...(Given);
}
struct FieldCounter {
  std::size_t fields = 0;
  template <class... Fields>
  void operator()(Fields&&...) {
    fields += sizeof...(Fields);
  }
};
template <class T>
std::size_t listed() {
  FieldCounter counter;
  T value;
  serialize(counter, value);
  return counter.fields;
}
template <class... T>
bool all_listed() {
  return ((members<T>() == listed<T>()) && ...);
}

void put_u64(Bytes& bytes, std::size_t at, std::uint64_t value) {
  for (std::size_t i = 0; i < 8; ++i) bytes[at + i] = static_cast<std::byte>(value >> (8 * i));
}

constexpr std::size_t action_index_at = 1 + 8 + 8 + 4 + 4;
constexpr std::size_t first_field_at = action_index_at + 4;

template <class Element>
RestoreItems shortest(std::vector<Element> RestoreItems::*list) {
  RestoreItems restore;
  (restore.*list).resize(50);
  return restore;
}

bool comes_back(const Action& action) {
  const Event event{1, 2, SeatId{3}, 4, action};
  const Result<Event> read = decoded_event(encoded(event));
  return read.has_value() && *read == event;
}

}  // namespace

TEST_CASE("R142 what is written is what cereal's own portable binary archive writes, for every action") {
  for (std::size_t i = 0; i < samples::every_action().size(); ++i) {
    const Event event = samples::golden_event(i);
    std::ostringstream stream;
    {
      cereal::PortableBinaryOutputArchive archive(stream, cereal::PortableBinaryOutputArchive::Options::LittleEndian());
      archive(event);
    }
    const std::string theirs = stream.str();
    const Bytes ours = encoded(event);
    INFO(i);
    CHECK(std::string_view(reinterpret_cast<const char*>(ours.data()), ours.size()) == theirs);
  }
}

TEST_CASE("R41 every later version reads the golden events, field by field") {
  REQUIRE(std::size(golden_events) == std::variant_size_v<Action>);
  for (std::size_t n = 0; n < std::size(golden_events); ++n) {
    CAPTURE(golden_events[n].what);
    const Result<Event> event = decoded_event(from_hex(golden_events[n].hex), 1);
    REQUIRE(event.has_value());
    CHECK(*event == samples::golden_event(n));
    CHECK(event->action.index() == n);
  }
}

TEST_CASE("R41 every field of every change comes back, alone and with all others") {
  Stakeholder s;
  s.id = {7};
  const Stakeholder all_of_s{s.id, "a", "b", "c", StakeholderKind::sponsor, s.ring, 5, 9, Stance::leading, Stance::unaware, "d", "e", "f", false, {}};
  Board board;
  board.id = {8};
  board.regions.resize(4);
  board.zones.resize(3);
  Board all_of_board = board;
  all_of_board.title = "t";
  all_of_board.x = all_of_board.y = {"a", "b", "c"};
  all_of_board.regions = {"1", "2", "3", "4"};
  all_of_board.zones[2].name = "z";
  Activity vote;
  vote.id = {9};
  set_kind(vote, ActivityKind::vote);
  Activity all_of_vote = vote;
  all_of_vote.title = "t";
  all_of_vote.minutes = 7;
  all_of_vote.board = {8};
  all_of_vote.secrecy = Secrecy::named;
  *items_in(all_of_vote) = {Item(StakeholderId{7})};
  vote_in(all_of_vote)->dots_per_person = vote_in(all_of_vote)->dots_per_item = 3;
  vote_in(all_of_vote)->decider = SeatId{2};
  all_of_vote.follows = {4};
  all_of_vote.show_stance = all_of_vote.show_conflicts = true;
  std::vector<Action> whole = changes_of(vote, all_of_vote);
  whole.push_back(*change_of(s, all_of_s));
  whole.push_back(*change_of(Tie{{3}, {1}, {2}, TieKind::trusts, 1, ""}, Tie{{3}, {2}, {1}, TieKind::supports, 3, "n"}));
  whole.push_back(*change_of(board, all_of_board));
  whole.push_back(ChangeCard{{5}, "t", CardColour::mint, 8});
  whole.push_back(ChangeSeat{SeatId{5}, "t", Role::stage, 8});
  whole.push_back(ChangeDecision{DecisionId{5}, "t", "o", 8});
  whole.push_back(ChangeNotes{"t", 8});
  whole.push_back(ChangeSetup{{9}, PlaceSetupChange{std::vector<Item>{}}, 8});
  for (const Action& action : whole) {
    CAPTURE(action.index());
    CHECK(comes_back(action));
    std::visit(
        [](const auto& change) {
          if constexpr (is_change<std::decay_t<decltype(change)>>) {
            const auto thing = blank_thing_of(change);
            std::size_t fields = 0;
            each_field(change, thing, [&](FieldName, const auto&, const auto*) { ++fields; });
            CHECK(fields > 0);
            for (std::size_t alone = 0; alone < fields; ++alone) {
              auto one = change;
              std::size_t n = 0;
              each_field(one, thing, [&](FieldName, auto& field, const auto*) {
                if (n++ != alone) field.reset();
              });
              CHECK(comes_back(one));
            }
          }
        },
        action);
  }
}

TEST_CASE("R49 whether a field of a change is there is said by 0 or 1 and nothing else, and what is there is held against its cap") {
  const Event event{1, 2, SeatId{3}, 4, ChangeCard{CardId{5}, "Who?", CardColour::mint}};
  Bytes bytes = encoded(event);
  const std::size_t text_is_there_at = first_field_at + 8;
  REQUIRE(bytes[text_is_there_at] == std::byte{1});
  for (int flag = 0; flag < 256; ++flag) {
    bytes[text_is_there_at] = static_cast<std::byte>(flag);
    CHECK(decoded_event(bytes).has_value() == (flag == 1));  // with 0 the text is not used up
  }
  CHECK_FALSE(comes_back(ChangeCard{CardId{1}, std::string(most_text_bytes + 1, 'x')}));
  ChangeBoard words{BoardId{1}};
  words.zones.resize(max_items + 1);
  CHECK_FALSE(comes_back(words));
}

TEST_CASE("the same value always gives the same bytes") {
  for (std::size_t n = 0; n < std::size(golden_events); ++n) {
    CAPTURE(golden_events[n].what);
    CHECK(encoded(samples::golden_event(n)) == from_hex(golden_events[n].hex));
  }
}

TEST_CASE("no field is forgotten when it is stored") {
  CHECK(all_listed<Seat, Stakeholder, Tie, Axis, Zone, CanvasPlace, Board, Card, Dots, Ballot, PlacementSheet, RevealedInput,
                   Timer, Decision, Bookmark, StageView, Workshop, BoardPoint, BoardRect>());
  CHECK(all_listed<StartSession, RenameSession, JoinSeat, LeaveSeat, AddStakeholder, DescribeStakeholder, StakeholderMove,
                   MoveStakeholders, AddTie, DescribeTie, AddBoard, DescribeBoard, AddCard, EditCard, CardMove, MoveCards,
                   PlaceOnCanvas, TakeOffCanvas, RemoveItems, RestoredPlace, RestoredActivity, RestoreItems>());
  CHECK(all_listed<AddActivity, DescribeActivity, RemoveActivity, OpenActivity, CloseActivity, RevealActivity, SealInput,
                   GiveStar, TakeStar, StartTimer, RecordDecision, SetBookmark, ShowOnStage, RemoveBoard, RemoveDecision,
                   RemoveBookmark, DescribeSeat, LockLobby, CoverStage, WriteNotes, TellLost, MergeSeats, ClearSeats, TellCount, AdjustTimer, TellReceipts, FirstWords, LostInputs, CountedInputs, MergeStakeholders,
                   SeparateStakeholders, MergedStakeholder, Command, Event>());
  // The setup of an activity stands among its other fields, one part after the other.
  CHECK(listed<Activity>() == members<Activity>() - 1 + members<StoredSetup>());
  CHECK(members<StoredSetup>() == members<VoteSetup>());
}

TEST_CASE("what a kind is set up with comes back, and what it has no part for is not read") {
  Activity vote;
  set_kind(vote, ActivityKind::vote);
  vote.setup = VoteSetup{{Item{StakeholderId{5}}, Item{CardId{6}}}, 7, 3, SeatId{2}, {Item{CardId{6}}}};
  CHECK(comes_back(AddActivity{vote}));
  Activity placing;
  set_kind(placing, ActivityKind::place);
  placing.setup = PlaceSetup{{Item{CardId{6}}}};
  CHECK(comes_back(AddActivity{placing}));
  // Bytes of a discussion with a vote's choices: nobody's program writes them.
  vote.kind = ActivityKind::discuss;
  CHECK_FALSE(decoded_event(encoded(Event{1, 2, SeatId{3}, 4, AddActivity{vote}})));
  set_kind(vote, ActivityKind::discuss);
  CHECK(comes_back(AddActivity{vote}));
}

TEST_CASE("commands and inputs come back as they were") {
  for (const Action& action : samples::every_action()) {
    const Command command{SeatId{9}, 77, action};
    const Result<Command> read = decoded_command(encoded(command));
    REQUIRE(read.has_value());
    CHECK(*read == command);
  }
  const Input ballot = Ballot{{{Item{StakeholderId{5}}, 3}}};
  CHECK(decoded_input(encoded(ballot)).value() == ballot);
  const Input nothing = PlacementSheet{};
  CHECK(decoded_input(encoded(nothing)).value() == nothing);
}

TEST_CASE("lists of the shortest elements are read back") {
  RemoveItems ids{std::vector<StakeholderId>(50), std::vector<TieId>(50), std::vector<CardId>(50)};
  CHECK(comes_back(ids));
  CHECK(comes_back(shortest(&RestoreItems::stakeholders)));
  CHECK(comes_back(shortest(&RestoreItems::ties)));
  CHECK(comes_back(shortest(&RestoreItems::cards)));
  CHECK(comes_back(shortest(&RestoreItems::places)));
  CHECK(comes_back(shortest(&RestoreItems::activities)));
  SeparateStakeholders words;
  words.first_words = std::vector<FirstWords>(50);
  CHECK(comes_back(words));
  CHECK(comes_back(MoveStakeholders{std::vector<StakeholderMove>(50)}));
  CHECK(comes_back(MoveCards{std::vector<CardMove>(50)}));
  CHECK(comes_back(PlaceOnCanvas{BoardId{1}, std::vector<CanvasPlace>(50)}));
  CHECK(comes_back(TakeOffCanvas{BoardId{1}, std::vector<Item>(50)}));
  CHECK(comes_back(RevealActivity{ActivityId{1}, std::vector<RevealedInput>(50)}));
  CHECK(comes_back(SealInput{ActivityId{1}, Ballot{std::vector<Dots>(50)}}));
  CHECK(comes_back(SealInput{ActivityId{1}, PlacementSheet{std::vector<CanvasPlace>(50)}}));
  Board board;
  board.regions.resize(50);
  CHECK(comes_back(AddBoard{board}));
  board.regions.clear();
  board.zones = std::vector<Zone>(50);
  for (Zone& zone : board.zones) zone.name.clear();
  CHECK(comes_back(AddBoard{board}));
}

TEST_CASE("what the rules allow at most is read back") {
  Stakeholder longest;
  longest.name = longest.role = longest.organisation = std::string(max_name_bytes, 'n');
  longest.needs = longest.expectations = std::string(max_text_bytes, 't');
  longest.note = std::string(max_note_bytes, 'o');
  CHECK(comes_back(AddStakeholder{longest}));
  Activity most;
  set_kind(most, ActivityKind::vote);
  *items_in(most) = std::vector<Item>(max_items);
  CHECK(comes_back(AddActivity{most}));
  CHECK(comes_back(MoveStakeholders{std::vector<StakeholderMove>(max_items)}));
}

TEST_CASE("R49 a length the message cannot hold is refused before memory is taken for it") {
  const Event start{1, 2, SeatId{3}, 4, StartSession{"a", "b"}};
  const Event places{1, 2, SeatId{3}, 4, RestoreItems{}};
  for (const std::uint64_t length : {std::uint64_t{9}, std::uint64_t{1} << 30, std::uint64_t{1} << 32, std::uint64_t{1} << 63, ~std::uint64_t{0}}) {
    Bytes bytes = encoded(start);
    put_u64(bytes, first_field_at, length);
    CHECK_FALSE(decoded_event(bytes));
    bytes = encoded(places);
    put_u64(bytes, first_field_at, length);
    CHECK_FALSE(decoded_event(bytes));

    bytes = Bytes(1 + 8 + 8);
    bytes[0] = std::byte{1};
    put_u64(bytes, 1, length);
    std::vector<Item> list;
    GuardedReader list_reader(bytes);
    list_reader(capped(list, max_items));
    CHECK_FALSE(list_reader.sound());
    CHECK(list.capacity() == 0);
    std::string text;
    GuardedReader text_reader(bytes);
    text_reader(capped(text, max_text_bytes));
    CHECK_FALSE(text_reader.sound());
    CHECK(text.capacity() == std::string().capacity());
  }
}

TEST_CASE("a list longer than its field may be is refused even when all its bytes are there") {
  CHECK_FALSE(comes_back(TakeOffCanvas{BoardId{1}, std::vector<Item>(most_listed + 1)}));
  CHECK(comes_back(TakeOffCanvas{BoardId{1}, std::vector<Item>(most_listed)}));
  CHECK_FALSE(comes_back(EditCard{CardId{1}, std::string(most_text_bytes + 1, 'x'), CardColour::paper}));
}

TEST_CASE("R49 an index, an enumerator or a boolean that does not exist is refused") {
  Bytes bytes = encoded(Event{1, 2, SeatId{3}, 4, JoinSeat{SeatId{4}, "", Role::stage, {}}});
  REQUIRE(decoded_event(bytes));
  const std::size_t role_at = first_field_at + 4 + 8;
  bytes[role_at] = std::byte{4};
  CHECK_FALSE(decoded_event(bytes));

  bytes = encoded(Event{1, 2, SeatId{3}, 4, StopTimer{}});
  REQUIRE(decoded_event(bytes));
  bytes[action_index_at] = static_cast<std::byte>(std::variant_size_v<Action>);
  CHECK_FALSE(decoded_event(bytes));
  bytes[action_index_at] = bytes[action_index_at + 1] = bytes[action_index_at + 2] = bytes[action_index_at + 3] = std::byte{0xFF};
  CHECK_FALSE(decoded_event(bytes));

  bytes = encoded(Event{1, 2, SeatId{3}, 4, MoveStakeholders{{{StakeholderId{1}, true, {}, Ring::team}}}});
  REQUIRE(decoded_event(bytes));
  const std::size_t placed_at = first_field_at + 8 + 8;
  bytes[placed_at] = std::byte{2};
  CHECK_FALSE(decoded_event(bytes));
}

TEST_CASE("a message must be used up exactly, and be in little-endian order") {
  Bytes bytes = encoded(samples::golden_event(0));
  bytes.push_back(std::byte{0});
  CHECK_FALSE(decoded_event(bytes));
  bytes.pop_back();
  CHECK(decoded_event(bytes));
  bytes[0] = std::byte{0};
  CHECK_FALSE(decoded_event(bytes));
  CHECK_FALSE(decoded_event({}));
}

TEST_CASE("R49 an event cut off at any byte is refused") {
  for (std::size_t n = 0; n < std::variant_size_v<Action>; ++n) {
    const Bytes whole = encoded(samples::golden_event(n));
    for (std::size_t length = 0; length < whole.size(); ++length) CHECK_FALSE(decoded_event(std::span(whole).first(length)));
  }
}

TEST_CASE("R49 an event with any bit flipped is refused or is another sound event") {
  std::size_t refused = 0;
  for (std::size_t n = 0; n < std::variant_size_v<Action>; ++n) {
    Bytes bytes = encoded(samples::golden_event(n));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      const std::byte flip{static_cast<std::uint8_t>(1u << (bit % 8))};
      bytes[bit / 8] ^= flip;
      const Result<Event> read = decoded_event(bytes);
      const auto question_marks = [](const Bytes& in) { return std::count(in.begin(), in.end(), std::byte{'?'}); };
      const Bytes again = read ? encoded(*read) : Bytes();
      // A text that became unsound is mended (R269); everything else is as it was read.
      const bool mended = again.size() <= bytes.size() && question_marks(again) > question_marks(bytes);
      if (!read) ++refused;
      else if (again != bytes && !mended) FAIL("bytes that are read are not the bytes of what was read");
      bytes[bit / 8] ^= flip;
    }
  }
  CHECK(refused > 1000);
}

TEST_CASE("R269 texts that no rule would have let in are mended when an event is read, and grow by no byte") {
  const auto read_back = [](const std::string& text) {
    Event event = samples::golden_event(0);
    event.action = RecordDecision{Decision{DecisionId{1}, text, ""}};
    return std::get<RecordDecision>(decoded_event(encoded(event))->action).decision.text;
  };
  CHECK(read_back("one\nline, Łódź 王") == "one\nline, Łódź 王");
  CHECK(read_back("\x1B[31mred\x07") == "?[31mred?");
  CHECK(read_back("\u009B31m") == "?31m");
  CHECK(read_back("\xFF\xC3(") == "?" "?(");
  CHECK(read_back("\xED\xA0\x80") == "?" "?" "?");  // half of a surrogate
  CHECK(valid_text(read_back(std::string(2000, '\x80'))));
}

TEST_CASE("R47 a payload of a newer schema is refused in a sentence that says so") {
  const Result<Event> newer = decoded_event(encoded(samples::golden_event(0)), event_schema + 1);
  REQUIRE_FALSE(newer);
  CHECK(newer.error().sentence.find("newer version") != std::string::npos);
}

TEST_CASE("two workshops have the same bytes only when they are equal") {
  Workshop a, b;
  CHECK(encoded(a) == encoded(b));
  b.timer.duration_ms = 1;
  CHECK(encoded(a) != encoded(b));
  CHECK(hash_of(a) != hash_of(b));
}

}  // namespace standpoint::codec_test
