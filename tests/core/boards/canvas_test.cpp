// The Canvas as a value: agreed places, what a reveal shows, what stays secret before it.
#include "core/boards/canvas.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/activities/activities.h"
#include "core/activities/place/result.h"
#include "core/workshop/activity_parts.h"
#include "tests/core/insights/known_networks.h"

namespace standpoint::canvas_test {

namespace {

const BoardId canvas_id = mint<BoardId>(SeatId{1}, 900);

// The relaunch's people and an empty canvas.
struct CanvasSample {
  Workshop workshop = checkout_relaunch();
  CanvasSample() {
    Board board;
    board.id = canvas_id;
    board.kind = BoardKind::canvas;
    board.x = {"Interest", "low", "high"};
    board.y = {"Power", "little", "much"};
    board.regions = {"Monitor", "Keep informed", "Keep satisfied", "Manage closely"};
    workshop.boards.push_back(board);
  }
  Item person(std::size_t i) const { return Item(workshop.stakeholders[i].id); }
  // A round in which the i-th person of each pair is put at both points.
  Activity& add_round(std::uint32_t nth, std::vector<std::vector<CanvasPlace>> sheets, Phase phase = Phase::revealed) {
    Activity round;
    round.id = mint<ActivityId>(SeatId{1}, nth);
    set_kind(round, ActivityKind::place);
    round.board = canvas_id;
    round.phase = phase;
    for (std::size_t i = 0; i < 10; ++i) items_in(round)->push_back(person(i));
    for (auto& sheet : sheets) round.inputs.push_back({{}, PlacementSheet{std::move(sheet)}});
    workshop.activities.push_back(round);
    return workshop.activities.back();
  }
};

const CanvasItem& item_called(const CanvasBoard& board, const std::string& name) {
  for (const CanvasItem& item : board.items)
    if (item.name == name) return item;
  FAIL("no item of that name");
  return board.items.front();
}

}  // namespace

TEST_CASE("short names are the initial and the last word") {
  CHECK(short_name_of("Viktor Novak") == "V. Novak");
  CHECK(short_name_of("Émile Dubois") == "É. Dubois");
  CHECK(short_name_of("E\xCC\x81mile Dubois") == "E\xCC\x81. Dubois");
  CHECK(short_name_of("Fatima Al-Sayed") == "F. Al-Sayed");
  CHECK(short_name_of("Medici") == "Medici");
  CHECK(short_name_of("Works council") == "Works council");
  CHECK(short_name_of("Team 7") == "Team 7");
  CHECK(short_name_of("Zoë 👩🏽‍💻 Ito 🇧🇷") == "Z. Ito");
  CHECK(short_name_of("⭐ Viktor Novak") == "V. Novak");
  CHECK(short_name_of("Zoë 🙂") == "Zoë 🙂");
  CHECK(short_name_of("🙂 🙂") == "🙂 🙂");
  CHECK(short_name_of("") == "");
  CHECK(short_name_of("Ana ") == "Ana ");
}

TEST_CASE("R303 of a Vietnamese name the middle and the given one are kept, by which people go") {
  CHECK(short_name_of("Nguyễn Thị Lan") == "Thị Lan");
  CHECK(short_name_of("Nguyen Thi Lan") == "Thi Lan");
  CHECK(short_name_of("Trần Hưng Đạo") == "Hưng Đạo");
  CHECK(short_name_of("Lê Nguyễn Minh Anh") == "Minh Anh");
  CHECK(short_name_of("Lan Nguyễn") == "L. Nguyễn");
  CHECK(short_name_of("Trần Lan") == "T. Lan");  // of two words either may be the given one
  CHECK(short_name_of("Anna Maria Nguyen") == "A. Nguyen");
  CHECK(short_name_of("Tran  ") == "Tran  ");
}

TEST_CASE("R182 only persons are shortened to initials") {
  for (const char* name : {"Metro Waterways", "Harbour Authority", "Nordwind GmbH", "Supervisory Board", "Acme Ltd", "Acme, Inc.", "Ministry of Works",
                           "Central IT", "Smith & Sons", "Stadtwerke Ulm", "Verein Nordlicht e.V.", "Université Lyon", "Night Shift 2"})
    CHECK(short_name_of(name) == name);
  CHECK(short_name_of("Ludwig van Beek") == "L. Beek");
  CHECK(short_name_of("Inés de la Vega") == "I. Vega");
  CHECK(short_name_of("Carl Gustav III") == "C. III");
  Workshop workshop;
  workshop.stakeholders.push_back({});
  Stakeholder& somebody = workshop.stakeholders.front();
  somebody.id = StakeholderId{7};
  const auto called = [&] { return short_name_of(workshop, Item(somebody.id), "Marble Arch"); };
  CHECK(called() == "M. Arch");
  for (const StakeholderKind kind : {StakeholderKind::external, StakeholderKind::regulator, StakeholderKind::customer, StakeholderKind::partner}) {
    somebody.kind = kind;
    somebody.role.clear();
    CHECK(called() == "Marble Arch");
    somebody.role = "Head of complaints";
    CHECK(called() == "M. Arch");
  }
}

TEST_CASE("without an activity the canvas shows agreed places and lists who has none") {
  CanvasSample sample;
  sample.workshop.boards[0].places = {{sample.person(0), {9100, 6400}}, {sample.person(10), {3300, 7000}}};
  const CanvasBoard board = build_canvas(sample.workshop, canvas_id);
  CHECK(board.x_name == "Interest");
  CHECK(board.y_low == "little");
  CHECK(board.y_high == "much");
  CHECK(board.regions[3] == "Manage closely");
  REQUIRE(board.items.size() == 2);
  CHECK(board.items[1].short_name == "V. Novak");
  CHECK(board.items[1].at == BoardPoint{3300, 7000});
  CHECK(!board.items[1].spread);
  CHECK(board.unplaced.size() == 22);
  CHECK(board.drifts.empty());
}

TEST_CASE("two people with one short name are called by their whole names") {
  CanvasSample sample;
  sample.workshop.stakeholders[0].name = "Vera Novak";
  sample.workshop.boards[0].places = {
      {sample.person(0), {1, 1}}, {sample.person(1), {1, 1}}, {sample.person(10), {2, 2}}};
  const CanvasBoard board = build_canvas(sample.workshop, canvas_id);
  CHECK(board.items[0].short_name == "Vera Novak");
  CHECK(board.items[1].short_name == "T. Herrera");
  CHECK(board.items[2].short_name == "Viktor Novak");
}

TEST_CASE("R84 a round shows nothing of what was placed before its reveal") {
  for (const Phase phase : {Phase::planned, Phase::open, Phase::closed}) {
    CanvasSample sample;
    sample.workshop.boards[0].places = {{sample.person(0), {9100, 6400}}};
    const ActivityId id = sample.add_round(901, {{{sample.person(1), {1000, 2000}}}}, phase).id;
    const CanvasBoard board = build_canvas(sample.workshop, canvas_id, id);
    CHECK(board.items.empty());
    CHECK(board.drifts.empty());
    CHECK(board.people == 0);
    CHECK(board.unplaced.size() == 10);
  }
}

TEST_CASE("R240 under a talk about a canvas its newest revealed placing shows, until something is agreed") {
  CanvasSample sample;
  const ActivityId first = sample.add_round(901, {{{sample.person(1), {1000, 2000}}}}).id;
  sample.workshop.activities.back().opened_ms = 2000;
  sample.add_round(902, {{{sample.person(1), {1000, 2000}}}}).opened_ms = 1000;
  sample.add_round(903, {{{sample.person(1), {1000, 2000}}}}, Phase::closed).opened_ms = 3000;
  Activity talk;
  set_kind(talk, ActivityKind::discuss);
  talk.board = canvas_id;
  REQUIRE(placing_shown(sample.workshop, canvas_id, &talk) != nullptr);
  CHECK(placing_shown(sample.workshop, canvas_id, &talk)->id == first);
  for (const Activity& round : sample.workshop.activities) CHECK(placing_shown(sample.workshop, canvas_id, &round)->id == round.id);
  CHECK(placing_shown(sample.workshop, canvas_id, nullptr) == nullptr);
  Activity elsewhere = talk, writing = talk;
  elsewhere.board = BoardId{77};
  set_kind(writing, ActivityKind::brainstorm);
  CHECK(placing_shown(sample.workshop, canvas_id, &elsewhere) == nullptr);
  CHECK(placing_shown(sample.workshop, canvas_id, &writing) == nullptr);
  sample.workshop.boards[0].places = {{sample.person(0), {9100, 6400}}};
  CHECK(placing_shown(sample.workshop, canvas_id, &talk) == nullptr);
}

TEST_CASE("a reveal shows medians and numbers the five widest spreads") {
  CanvasSample sample;
  std::vector<CanvasPlace> low, high;
  for (std::size_t i = 0; i < 7; ++i) {  // the i-th person is spread by 1000 i
    const auto apart = static_cast<std::int32_t>(500 * i);
    low.push_back({sample.person(i), {5000 - apart, 4000}});
    high.push_back({sample.person(i), {5000 + apart, 4000}});
  }
  high.push_back({sample.person(7), {1, 1}});  // placed by one person only
  const ActivityId id = sample.add_round(901, {low, high}).id;
  const CanvasBoard board = build_canvas(sample.workshop, canvas_id, id);
  REQUIRE(board.items.size() == 8);
  CHECK(board.people == 2);
  CHECK(item_called(board, "Sofia Marchetti").disputed == 0);  // one placement
  CHECK(item_called(board, "Desmond Achebe").disputed == 1);
  CHECK(item_called(board, "Helena Brandt").disputed == 2);
  CHECK(item_called(board, "Priya Raman").disputed == 5);
  CHECK(item_called(board, "Tomás Herrera").disputed == 0);
  CHECK(item_called(board, "Maya Lindqvist").disputed == 0);
  CHECK(item_called(board, "Desmond Achebe").at == BoardPoint{5000, 4000});
  CHECK(item_called(board, "Desmond Achebe").spread->points.size() == 2);
  CHECK(board.unplaced == std::vector<Item>{sample.person(8), sample.person(9)});
}

TEST_CASE("a second round shows moves of at least 0.4 and ranks the six biggest") {
  CanvasSample sample;
  std::vector<CanvasPlace> then, now;
  for (std::size_t i = 0; i < 9; ++i) {  // the i-th person moves up by 390, 400, 500, ... 1100
    then.push_back({sample.person(i), {5000, 1000}});
    now.push_back({sample.person(i), {5000, 1000 + (i == 0 ? 390 : 300 + 100 * static_cast<std::int32_t>(i))}});
  }
  const ActivityId first = sample.add_round(901, {then}).id;
  Activity& second = sample.add_round(902, {now});
  second.follows = first;
  const CanvasBoard board = build_canvas(sample.workshop, canvas_id, second.id);
  REQUIRE(board.drifts.size() == 8);
  CHECK(board.drifts[0].item == sample.person(8));
  CHECK(board.drifts[0].rank == 1);
  CHECK(board.drifts[0].then == BoardPoint{5000, 1000});
  CHECK(board.drifts[0].now == BoardPoint{5000, 2100});
  CHECK(board.drifts[5].rank == 6);
  CHECK(board.drifts[6].rank == 0);
  CHECK(board.drifts[7].item == sample.person(1));
  sample.workshop.activities[0].phase = Phase::closed;  // the round before is not told before its own reveal
  CHECK(build_canvas(sample.workshop, canvas_id, second.id).drifts.empty());
}

TEST_CASE("R180 who lies closer together than 2 of 10, or was placed once, is nothing to disagree on") {
  CanvasSample sample;
  const ActivityId id = sample.add_round(901, {{{sample.person(0), {5000, 4000}}, {sample.person(1), {5000, 4000}}, {sample.person(2), {1, 1}}},
                                               {{sample.person(0), {5000, 5999}}, {sample.person(1), {5000, 6000}}}}).id;
  const CanvasBoard board = build_canvas(sample.workshop, canvas_id, id);
  REQUIRE(board.items.size() == 3);
  CHECK(board.items[0].disputed == 0);
  CHECK(board.items[1].disputed == 1);
  CHECK(board.items[2].disputed == 0);
  CHECK(board.compared == 2);
  const ActivityId alone = sample.add_round(902, {{{sample.person(0), {5000, 4000}}}}).id;
  CHECK(build_canvas(sample.workshop, canvas_id, alone).compared == 0);
}

TEST_CASE("R181 a second round is compared with as many as placed before, and says how many that are") {
  CanvasSample sample;
  const auto at = [&](std::int32_t x) { return std::vector<CanvasPlace>{{sample.person(0), {x, 5000}}}; };
  const ActivityId first = sample.add_round(901, {at(1000), at(1000), at(9000), at(9000)}).id;
  sample.add_round(902, {at(9000)}).follows = first;
  CanvasBoard board = build_canvas(sample.workshop, canvas_id, sample.workshop.activities.back().id);
  CHECK(board.again.again == 1);
  CHECK(board.again.of == 4);
  CHECK(board.moved_from == 0);
  CHECK(board.drifts.empty());  // one place against the middle of four says nothing
  sample.add_round(903, {at(9000), at(9000)}).follows = first;
  board = build_canvas(sample.workshop, canvas_id, sample.workshop.activities.back().id);
  CHECK(board.again.again == 2);
  CHECK(board.moved_from == 1);
  CHECK(board.drifts.size() == 1);
}

TEST_CASE("R181 in named rounds those are compared who placed both times") {
  CanvasSample sample;
  const auto name_rounds = [&] {
    for (Activity& round : sample.workshop.activities) {
      round.secrecy = Secrecy::named;
      for (std::uint32_t i = 0; i < round.inputs.size(); ++i) round.inputs[i].seat = SeatId{i + 2};
    }
  };
  const auto at = [&](std::int32_t x) { return std::vector<CanvasPlace>{{sample.person(0), {x, 5000}}}; };
  const ActivityId first = sample.add_round(901, {at(2000), at(9000), at(9000), at(9000)}).id;
  sample.add_round(902, {at(3000)}).follows = first;
  name_rounds();
  const CanvasBoard board = build_canvas(sample.workshop, canvas_id, sample.workshop.activities.back().id);
  CHECK(board.again.again == 1);
  CHECK(board.again.of == 4);
  REQUIRE(board.drifts.size() == 1);
  CHECK(board.drifts[0].then == BoardPoint{2000, 5000});  // where the same person had put it
  CHECK(board.drifts[0].now == BoardPoint{3000, 5000});
}

TEST_CASE("a canvas that is not there is empty") {
  CHECK(build_canvas(Workshop{}, canvas_id).items.empty());
  CHECK(build_canvas(Workshop{}, canvas_id).x_name.empty());
}

}  // namespace standpoint::canvas_test
