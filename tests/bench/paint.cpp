// What a frame of the map costs: the processor's share (board, scene, names, draw list), what is sent to the graphics card,
// and the whole frame when the processor is also the graphics card (llvmpipe). See parts.h.
#include <cmath>
#include <random>

#include <imgui.h>

#include "app/boards/map/screen.h"
#include "app/render/offscreen.h"
#include "app/widgets/frame_scope.h"
#include "tests/bench/parts.h"

namespace standpoint::bench {
namespace {

// Of each kind: where the processor is the graphics card too, one frame of a large map takes a second or two.
constexpr int frames_of(unsigned people) { return people <= 300 ? 20 : 5; }

double distance(const Stakeholder& a, const Stakeholder& b) { return std::hypot(a.at.x - b.at.x, a.at.y - b.at.y); }

Workshop network(std::uint32_t people, std::uint32_t ties) {
  std::mt19937 random{5};
  Workshop workshop;
  for (std::uint32_t n = 1; n <= people; ++n) {
    Stakeholder person;
    person.id = mint<StakeholderId>(SeatId{1}, n);
    person.name = "Person " + std::to_string(n);
    person.influence = static_cast<std::uint8_t>(1 + random() % 5);
    person.kind = static_cast<StakeholderKind>(random() % stakeholder_kind_count);
    person.stance = static_cast<Stance>(random() % stance_count);
    person.placed = true;
    person.at = {static_cast<std::uint16_t>(random() % 10001), static_cast<std::uint16_t>(random() % 10001)};
    workshop.stakeholders.push_back(person);
  }
  while (workshop.ties.size() < ties) {
    Tie tie;
    tie.id = mint<TieId>(SeatId{1}, people + 1 + static_cast<std::uint32_t>(workshop.ties.size()));
    // Ties join people who stand near each other more often than not: the nearest of a few.
    const Stakeholder& from = workshop.stakeholders[random() % people];
    const Stakeholder* to = &workshop.stakeholders[random() % people];
    for (int i = 0; i < 4; ++i)
      if (const Stakeholder* other = &workshop.stakeholders[random() % people]; distance(from, *other) < distance(from, *to)) to = other;
    tie.from = from.id;
    tie.to = to->id;
    tie.kind = static_cast<TieKind>(random() % tie_kind_count);
    tie.strength = static_cast<std::uint8_t>(1 + random() % 3);
    if (tie.from != tie.to) workshop.ties.push_back(tie);
  }
  return workshop;
}

std::uint64_t bytes_of_lists() {
  const ImDrawList& list = *ImGui::GetWindowDrawList();
  return static_cast<std::uint64_t>(list.VtxBuffer.Size) * sizeof(ImDrawVert) + static_cast<std::uint64_t>(list.IdxBuffer.Size) * sizeof(ImDrawIdx);
}

class Samples {
 public:
  explicit Samples(Offscreen& offscreen) : offscreen_(offscreen) {}

  // One frame: `draw` is what the processor does for it.
  void take(bool by_card, const std::function<void(const Frame&)>& draw) {
    seconds_ += 1.0 / 60;
    const std::uint64_t sent = offscreen_.bytes_sent();
    const Stopwatch whole;
    expected(offscreen_.frame(light_theme.bg.paper, [&] {
      FrameScope scope(light_theme, offscreen_.fonts(), 0, seconds_, by_card ? offscreen_.shapes() : nullptr);
      const Stopwatch watch;
      draw(scope.frame());
      work_.push_back(watch.milliseconds());
      cpu_.push_back(watch.cpu_milliseconds());
      listed_.push_back(static_cast<double>(bytes_of_lists()));
    }, 1));
    whole_.push_back(whole.milliseconds());
    sent_.push_back(static_cast<double>(offscreen_.bytes_sent() - sent));
  }

  Json figures() {
    Json one = {{"frames", work_.size()}, {"p50_ms", rounded(percentile(work_, 0.5))}, {"p95_ms", rounded(percentile(work_, 0.95))},
                {"p50_cpu_ms", rounded(percentile(cpu_, 0.5))}, {"p50_frame_with_llvmpipe_ms", rounded(percentile(whole_, 0.5))},
                {"p50_shape_bytes_sent", percentile(sent_, 0.5)}, {"max_shape_bytes_sent", percentile(sent_, 1)},
                {"p50_list_bytes_sent", percentile(listed_, 0.5)}};
    for (auto* samples : {&work_, &cpu_, &whole_, &sent_, &listed_}) samples->clear();
    return one;
  }

 private:
  Offscreen& offscreen_;
  double seconds_ = 100;
  std::vector<double> work_, cpu_, whole_, sent_, listed_;
};

// The map's own screen, as a facilitator has it.
void measure_screen(Offscreen& offscreen, const Workshop& workshop, int frames, Json& all) {
  Samples samples(offscreen);
  MapUi ui;
  Commands commands;
  const auto draw = [&](const Frame& frame) {
    commands = {};
    draw_map(frame, workshop, ui, commands);
  };
  samples.take(true, draw);
  all["first"] = samples.figures();
  for (int i = 0; i < frames / 2; ++i) samples.take(true, draw);  // until names have settled
  samples.figures();
  for (int i = 0; i < frames; ++i) samples.take(true, draw);
  all["still"] = samples.figures();
  for (int i = 0; i < frames; ++i) {
    ui.camera.middle.x += 3;
    samples.take(true, draw);
  }
  all["panning"] = samples.figures();
  for (int i = 0; i < frames; ++i) {
    ui.camera.zoom *= 1.02F;
    samples.take(true, draw);
  }
  all["zooming"] = samples.figures();
  if (frames < 20) return;  // as triangles a large map takes minutes
  ui.camera = {};
  for (int i = 0; i < frames / 2; ++i) samples.take(true, draw);
  samples.figures();
  for (int i = 0; i < 5; ++i) samples.take(false, draw);
  all["still_by_triangles"] = samples.figures();
}

// The board alone and without names: what people and ties cost.
void measure_shapes(Offscreen& offscreen, MapBoard board, int frames, Json& all) {
  Samples samples(offscreen);
  MapLook look;
  look.view = map_view(Frame::stage_area);
  look.names = false;
  const MapShapes shapes = shapes_of(board, look);
  for (int i = 0; i < 3 + frames; ++i) {
    if (i == 3) samples.figures();
    look.view.camera.middle.x += 3;
    samples.take(true, [&](const Frame& frame) { paint_map(frame.painter, frame.theme, board, look, people_of(board, look), shapes, {}); });
  }
  all["people_and_ties"]["panning"] = samples.figures();
  for (int i = 0; i < frames; ++i) {
    for (MapNode& node : board.nodes) node.at.x += 0.25;
    samples.take(true, [&](const Frame& frame) {
      paint_map(frame.painter, frame.theme, board, look, people_of(board, look), shapes_of(board, look), {});
    });
  }
  all["people_and_ties"]["positions_changed"] = samples.figures();
}

// The board alone, everybody moving a little every frame; names keep their sides, as they do while a layout runs.
void measure_motion(Offscreen& offscreen, MapBoard board, int frames, Json& all) {
  Samples samples(offscreen);
  MapLook look;
  look.view = map_view(Frame::stage_area);
  MapNames names;
  const auto draw = [&](const Frame& frame) {
    for (MapNode& node : board.nodes) node.at.x += 0.25;
    if (names.entries.empty()) names = place_names(frame.painter, board, look);
    paint_map(frame.painter, frame.theme, board, look, people_of(board, look), shapes_of(board, look), names);
  };
  samples.take(true, draw);
  samples.figures();
  for (int i = 0; i < frames; ++i) samples.take(true, draw);
  all["positions_changed"] = samples.figures();
}

void measure_picking(const MapBoard& board, Json& all) {
  MapLook look;
  look.view = map_view(Frame::stage_area);
  const MapScene people = people_of(board, look);
  const Stopwatch building;
  PickGrid grid(board);
  all["picking"]["people_ms"] = rounded(building.milliseconds());
  const Stopwatch sorting;
  grid.add_ties(board);
  all["picking"]["ties_ms"] = rounded(sorting.milliseconds());
  std::mt19937 random{6};
  std::vector<double> nodes, ties;
  std::size_t hits = 0;
  for (int i = 0; i < 2000; ++i) {
    const Vec at{static_cast<float>(64 + random() % 1792), static_cast<float>(168 + random() % 860)};
    const Stopwatch node_watch;
    hits += node_under(people, board, look, grid, at, 0) ? 1 : 0;
    nodes.push_back(1000 * node_watch.milliseconds());
    const Stopwatch tie_watch;
    hits += tie_under(people, board, look, grid, at, 14) ? 1 : 0;
    ties.push_back(1000 * tie_watch.milliseconds());
  }
  all["picking"]["hits"] = hits;
  all["picking"]["hover_p50_us"] = rounded(percentile(nodes, 0.5));
  all["picking"]["hover_p95_us"] = rounded(percentile(nodes, 0.95));
  all["picking"]["tie_p50_us"] = rounded(percentile(ties, 0.5));
  all["picking"]["tie_p95_us"] = rounded(percentile(ties, 0.95));
}

}  // namespace

Json measure_paint() {
  Json all = Json::array();
  // Small, since a processor that is the graphics card too takes long over every pixel; its own share does not depend on it.
  const auto offscreen = expected(Offscreen::open(960, 540));
  for (const auto& [people, ties] : {std::pair{300u, 900u}, std::pair{1'200u, 16'000u}, std::pair{10'000u, 30'000u}}) {
    const Workshop workshop = network(people, ties);
    const MapBoard board = build_map(workshop);
    Json one = {{"people", people}, {"ties", ties}};
    measure_shapes(*offscreen, board, frames_of(people), one);
    measure_picking(board, one);
    measure_screen(*offscreen, workshop, frames_of(people), one);
    measure_motion(*offscreen, board, frames_of(people), one);
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace standpoint::bench
