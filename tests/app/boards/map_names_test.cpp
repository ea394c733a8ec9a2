// The names of whole maps while the view zooms and somebody is dragged: they never cover each other, nodes or the names of
// rings, and they neither hop nor flicker. Widths come from a painter whose every character is as wide as half its size.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "app/boards/map/paint_board.h"
#include "app/paint/painter.h"
#include "core/file/session_store.h"
#include "core/insights/insights.h"
#include "core/insights/story.h"

namespace standpoint::map_names_test {
namespace {

class EvenPainter final : public Painter {
 public:
  void fill(const Path&, Color) override {}
  void stroke(const Path&, const Stroke&) override {}
  void taper(const Path&, float, float, Color) override {}
  void shadow(Box, float, const Shadow&) override {}
  void glow(Vec, float, Color, std::span<const GlowStop>) override {}
  void text(Vec, std::string_view, const TextLook&) override {}
  float text_width(std::string_view utf8, const TextStyle& style, bool) const override {
    ++measured;
    return static_cast<float>(utf8.size()) * style.size * 0.5F;
  }
  void icon(Vec, Icon, Face, float, Color) override {}
  void push_clip(Box) override {}
  void pop_clip() override {}
  mutable int measured = 0;
};

// People of all rings, kinds and sizes with three ties each; the generator is part of the test.
Workshop crowd(std::uint32_t n) {
  std::uint32_t seed = n;
  const auto next = [&](std::uint32_t below) { return (seed = seed * 1664525u + 1013904223u) / 65536u % below; };
  constexpr Ring rings[] = {Ring::team, Ring::internal, Ring::internal, Ring::internal, Ring::external, Ring::external, Ring::regulator};
  Workshop workshop;
  for (std::uint32_t i = 0; i < n; ++i) {
    Stakeholder person;
    person.id = StakeholderId{i + 1};
    person.name = std::string("Helena Lindqvist", 6 + next(11));
    person.ring = rings[next(7)];
    person.kind = static_cast<StakeholderKind>(next(stakeholder_kind_count));
    person.influence = static_cast<std::uint8_t>(1 + next(5));
    workshop.stakeholders.push_back(person);
  }
  for (std::uint32_t i = 0; i < 3 * n; ++i) {
    Tie tie;
    tie.id = TieId{i + 1};
    tie.from = StakeholderId{1 + next(n)};
    tie.to = StakeholderId{1 + next(n)};
    tie.kind = static_cast<TieKind>(next(5));
    tie.strength = static_cast<std::uint8_t>(1 + next(3));
    if (tie.from != tie.to) workshop.ties.push_back(tie);
  }
  return workshop;
}

Workshop sample(const std::string& name) {
  const auto files = posix_file_system();
  auto session = open_session(*files, std::string(STANDPOINT_SOURCE_DIR) + "/sessions/" + name, OpenFor::reading);
  REQUIRE(session.has_value());
  return session->workshop;
}

bool share(Box a, Box b) { return a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y; }

// Looks at a map again and again and counts what its names do.
class Watch {
 public:
  explicit Watch(const Workshop& workshop) : board(build_map(workshop, {}, influence_of(workshop))) {
    look.view = map_view({{394, 145}, {1876, 1030}});
    side_.assign(board.nodes.size(), -1);
    shown_.assign(board.nodes.size(), -1);
    changed_.assign(board.nodes.size(), -1000);
  }

  MapBoard board;
  MapLook look;
  MapNames names;
  EvenPainter painter;
  int sides = 0;     // a shown name that went to another side
  int switches = 0;  // somebody well inside the view whose name came or went
  int returns = 0;   // of these, so soon after the last that it flickers
  int covered = 0;   // two names, or a name and somebody else's middle or the name of a ring
  int count = 0;     // names shown at last

  void frame() {
    const MapScene scene = people_of(board, look);
    place_names(painter, board, scene, look, names);
    ++frames_;
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < board.nodes.size(); ++i) note(i, scene, boxes);
    count = static_cast<int>(boxes.size());
    for (std::size_t a = 0; a < boxes.size(); ++a)
      for (std::size_t b = a + 1; b < boxes.size(); ++b) covered += share(boxes[a], boxes[b]) ? 1 : 0;
  }

 private:
  void note(std::size_t i, const MapScene& scene, std::vector<Box>& boxes) {
    const MapNames::Entry& entry = names.entries[i];
    const ShownNode& node = scene.nodes[i];
    const bool turned = entry.shown && side_[i] >= 0 && side_[i] != static_cast<int>(entry.side);
    const bool switched = shown_[i] >= 0 && shown_[i] != (entry.shown ? 1 : 0) && look.view.box.contains(node.center);
    sides += turned ? 1 : 0;
    switches += switched ? 1 : 0;
    if (turned || switched) {
      const bool again = frames_ - changed_[i] < 4 && (switched || was_[i] == static_cast<int>(entry.side));
      returns += again ? 1 : 0;
      changed_[i] = frames_;
    }
    if (turned) was_[i] = side_[i];
    shown_[i] = entry.shown ? 1 : 0;
    if (!entry.shown) return;
    side_[i] = static_cast<int>(entry.side);
    const Box box = name_box(node, entry, scene.weight);
    boxes.push_back(box);
    const bool kept = i == scene.spotlit || (!look.selected.empty() && board.nodes[i].id == look.selected.front());
    for (std::size_t k = 0; !kept && k < board.nodes.size(); ++k)
      covered += k != i && share(box, box_around(scene.nodes[k].center, node_core(scene.nodes[k].half.x), node_core(scene.nodes[k].half.y))) ? 1 : 0;
    for (int ring = 0; !kept && ring < ring_count; ++ring) {
      const float edge = static_cast<float>(ring_edge_thousandths[ring]) / 1000.0F * map_look::outer_y;
      covered += share(box, box_around(look.view.to_screen({0, edge}), painter.text_width(words(static_cast<Ring>(ring)), look.name, false) / 2, 18)) ? 1 : 0;
    }
  }
  // The square inside an outline, whatever its kind.
  static float node_core(float half) { return (half - map_look::node_gap) * 0.6F; }

  std::vector<int> side_, shown_, changed_;
  std::vector<int> was_ = std::vector<int>(20000, -1);
  int frames_ = 0;
};

struct Crowd {
  const char* title;
  std::function<Workshop()> make;
  int sides, switches;  // at most, per person
};
std::vector<Crowd> crowds() {
  return {{"checkout", [] { return sample("checkout-relaunch.standpoint"); }, 1, 1},
          {"florence", [] { return sample("florence-1434.standpoint"); }, 1, 1},
          {"60", [] { return crowd(60); }, 3, 3},
          {"120", [] { return crowd(120); }, 2, 3},
          {"300", [] { return crowd(300); }, 1, 2}};
}

}  // namespace

TEST_CASE("names cover nothing and do not flicker while the view zooms in and out again") {
  for (const Crowd& crowd : crowds()) {
    INFO(crowd.title);
    Watch watch(crowd.make());
    watch.frame();
    const int before = watch.count;
    for (int i = 1; i <= 240; ++i) {
      const float zoom = std::pow(3.0F, static_cast<float>(i <= 120 ? i : 240 - i) / 120.0F);
      watch.look.view.camera = {{100 * (zoom - 1), -40 * (zoom - 1)}, zoom};
      watch.frame();
    }
    const int people = static_cast<int>(watch.board.nodes.size());
    CAPTURE(watch.sides);
    CAPTURE(watch.switches);
    CAPTURE(watch.returns);
    CHECK(watch.covered == 0);
    CHECK(watch.sides <= crowd.sides * people);
    CHECK(watch.switches <= crowd.switches * people);
    CHECK(watch.returns <= people / 10);
    CHECK(watch.count >= before);  // nobody is lost on the way
  }
}

TEST_CASE("names cover nothing and do not flicker while somebody is dragged across") {
  for (const Crowd& crowd : crowds()) {
    INFO(crowd.title);
    Watch watch(crowd.make());
    watch.look.selected = {watch.board.nodes[0].id};
    for (int i = 0; i <= 200; ++i) {
      watch.board.nodes[0].at = {-700.0 + 7 * i, 100.0};
      watch.frame();
    }
    CAPTURE(watch.sides);
    CAPTURE(watch.switches);
    CAPTURE(watch.returns);
    CHECK(watch.covered == 0);
    CHECK(watch.sides <= 24);
    CHECK(watch.switches <= 24);
    CHECK(watch.returns <= 1);
  }
}

TEST_CASE("a picture that nobody touches keeps its names, and nothing is measured twice") {
  for (const Crowd& crowd : crowds()) {
    INFO(crowd.title);
    Watch watch(crowd.make());
    watch.frame();
    const int measured = watch.painter.measured;
    for (int i = 0; i < 3; ++i) watch.frame();
    CHECK(watch.sides == 0);
    CHECK(watch.switches == 0);
    CHECK(watch.painter.measured - measured <= 3 * 20 + 4 * 4 * watch.count);  // the words of rings and the caption
  }
}

TEST_CASE("with many people only as many names as leave room for calm, and zooming in brings more") {
  const std::vector<float> scales = calm_scales(build_map(crowd(300)));
  const auto shown_at = [&](float scale) { return std::count_if(scales.begin(), scales.end(), [scale](float least) { return least <= scale; }); };
  CHECK(shown_at(0.5F) < shown_at(1));
  CHECK(shown_at(1) >= 30);
  CHECK(shown_at(1) <= 90);
  CHECK(shown_at(2) > 1.5 * static_cast<double>(shown_at(1)));
}

TEST_CASE("a crowd leaves out whom the guide leaves out, but never whom somebody looks at") {
  Workshop workshop = crowd(120);
  Watch watch(workshop);
  watch.look.halo = false;
  watch.frame();
  for (std::size_t i = 0; i < watch.board.nodes.size(); ++i)
    if (watch.names.entries[i].shown) CHECK((watch.board.nodes[i].influence >= map_look::named_influence || watch.board.nodes[i].id == watch.look.newest));
  const auto hidden = std::find_if(watch.names.entries.begin(), watch.names.entries.end(), [](const MapNames::Entry& e) { return !e.shown; });
  REQUIRE(hidden != watch.names.entries.end());
  const auto i = hidden - watch.names.entries.begin();
  watch.look.selected = {watch.board.nodes[static_cast<std::size_t>(i)].id};
  watch.frame();
  CHECK(watch.names.entries[static_cast<std::size_t>(i)].shown);
}

TEST_CASE("R183 with few people everybody has a name after every edit, wherever people are put") {
  for (const std::uint32_t people : {1U, 8U, 30U}) {
    CAPTURE(people);
    Workshop workshop = crowd(people);
    std::uint32_t seed = 5;
    const auto next = [&](std::uint32_t below) { return (seed = seed * 1664525u + 1013904223u) / 65536u % below; };
    MapNames names;
    EvenPainter painter;
    MapLook look;
    look.view = map_view({{394, 145}, {1876, 1030}});
    for (int edit = 0; edit < 40; ++edit) {
      Stakeholder& one = workshop.stakeholders[next(people)];
      one.placed = next(3) != 0;
      one.at = edit < 20 ? BoardPoint{static_cast<std::int32_t>(next(10001)), static_cast<std::int32_t>(next(10001))} : BoardPoint{5200, 5200};
      one.name = next(2) == 0 ? "Zoë" : "Directorate for Harbours and Inland Waterways";
      const MapBoard board = build_map(workshop, {}, influence_of(workshop));
      const MapScene scene = people_of(board, look);
      place_names(painter, board, scene, look, names);
      std::vector<Box> boxes;
      for (std::size_t i = 0; i < board.nodes.size(); ++i) {
        CAPTURE(edit);
        CAPTURE(i);
        CHECK(names.entries[i].shown);
        boxes.push_back(name_box(scene.nodes[i], names.entries[i], scene.weight));
      }
      for (std::size_t a = 0; a < boxes.size(); ++a)
        for (std::size_t b = a + 1; b < boxes.size(); ++b) CHECK_FALSE(share(boxes[a], boxes[b]));
    }
  }
}

TEST_CASE("R183 in a crowd who is looked at has a name, and so have their neighbours") {
  Workshop workshop = crowd(120);
  Watch watch(workshop);
  for (std::size_t one = 0; one < 120; one += 7) {
    watch.look.selected = {watch.board.nodes[one].id};
    watch.look.focused = {};
    watch.frame();
    CHECK(watch.names.entries[one].shown);
    watch.look.focused = watch.board.nodes[one].id;
    watch.frame();
    const std::vector<bool> near = near_focus(watch.board, watch.look.focused);
    for (std::size_t i = 0; i < near.size(); ++i)
      if (near[i]) CHECK(watch.names.entries[i].shown);
  }
}

TEST_CASE("R246 the name of a ring moves along its line off what has to stand on it, and gives way where nothing is free") {
  const EvenPainter painter;
  const View view = map_view({{394, 145}, {1876, 1030}});
  const TextStyle style = stage_type::label;
  const auto box_of = [&](const RingNames& names, int ring) { return ring_name_box(painter, static_cast<Ring>(ring), *names[static_cast<std::size_t>(ring)], style); };
  const RingNames alone = ring_names(painter, view, style, {});
  for (int ring = 0; ring < ring_count; ++ring) {
    REQUIRE(alone[static_cast<std::size_t>(ring)].has_value());
    const float edge = static_cast<float>(ring_edge_thousandths[ring]) / 1000.0F * map_look::outer_y;
    CHECK(length(*alone[static_cast<std::size_t>(ring)] - view.to_screen({0, edge})) < 0.5F);  // at 6 o'clock
  }
  for (int ring = 0; ring < ring_count; ++ring) {
    const Box on_it = box_of(alone, ring).grown(10);
    const RingNames moved = ring_names(painter, view, style, {on_it});
    for (int other = 0; other < ring_count; ++other) {
      REQUIRE(moved[static_cast<std::size_t>(other)].has_value());
      CHECK_FALSE(box_of(moved, other).overlaps(on_it));
      for (int third = 0; third < other; ++third) CHECK_FALSE(box_of(moved, other).overlaps(box_of(moved, third)));
    }
    CHECK_FALSE(*moved[static_cast<std::size_t>(ring)] == *alone[static_cast<std::size_t>(ring)]);
  }
  const RingNames nowhere = ring_names(painter, view, style, {view.box.grown(200)});
  for (const auto& at : nowhere) CHECK_FALSE(at.has_value());
}

TEST_CASE("R265 organisations on the map whose long names begin alike are told apart") {
  Workshop workshop;
  for (std::uint32_t n = 1; n <= 6; ++n) {
    Stakeholder person;
    person.id = StakeholderId{n};
    person.name = "Interregional Department of Water Resources Planning and Flood Protection of the Upper Basin, section " + std::to_string(100 + n);
    person.kind = StakeholderKind::regulator;
    workshop.stakeholders.push_back(person);
  }
  Watch watch(workshop);
  watch.frame();
  REQUIRE(watch.names.entries.size() == 6);
  for (std::size_t i = 0; i < 6; ++i) {
    const std::vector<std::string>& lines = watch.names.entries[i].lines;
    CHECK(lines.size() == 3);
    CHECK(lines.front().starts_with("Interregional"));
    CHECK(lines.back().ends_with("section " + std::to_string(101 + i)));
  }
}

TEST_CASE("on the checkout map everybody has a name, on the sides of the design's picture") {
  Watch watch(sample("checkout-relaunch.standpoint"));
  watch.frame();
  CHECK(watch.count == static_cast<int>(watch.board.nodes.size()));
  const auto side_of = [&](std::string_view name) {
    for (std::size_t i = 0; i < watch.board.nodes.size(); ++i)
      if (watch.board.nodes[i].name == name) return watch.names.entries[i].side;
    return LabelSide::above;
  };
  CHECK(side_of("Rafael Costa") == LabelSide::left);
  CHECK(side_of("Maya Lindqvist") == LabelSide::left);
  CHECK(side_of("Fatima Al-Sayed") == LabelSide::left);
  CHECK(side_of("Lars Eriksen") == LabelSide::right);
  CHECK(side_of("Viktor Novak") == LabelSide::below);
}

}  // namespace standpoint::map_names_test
