// Draws and moves what is placed. See plane.h.
#include "app/activities/place/plane.h"

#include <algorithm>
#include <string>
#include <vector>

#include <imgui.h>

#include "app/boards/spoken.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/keys.h"
#include "app/widgets/semantics.h"
#include "core/boards/canvas.h"
#include "core/workshop/first_words.h"

namespace standpoint {
namespace {

// "Across 2.6, up 5.8 of 10", for who cannot see the plane.
std::string words_of_place(const CanvasPlace* place) {
  if (place == nullptr) return "not placed";
  const auto tenths = [](int units) { return std::to_string(units / 1000) + "." + std::to_string(units / 100 % 10); };
  return "across " + tenths(place->at.x) + ", up " + tenths(place->at.y) + " of 10";
}

}  // namespace

std::optional<HeldPlace> held_place(const Frame& frame, Box plane, const PassDraft& draft, Item item, std::string_view name, const HandleLook& look) {
  const CanvasPlace* placed = place_of(draft, item);
  if (!draft.held && placed == nullptr) return std::nullopt;
  const Vec at = canvas_to_design(plane, draft.held ? draft.hand : placed->at);
  return HeldPlace{at, {box_around(at, look.radius + 3, look.radius + 3), handle_tag(frame.painter, plane, at, name, look)}};
}

void draw_placed(const Frame& frame, const Workshop& workshop, ActivityId placing, const CanvasBoard& board, Box plane, const PassDraft& draft,
                 Item current, std::optional<Vec> handle, const PlacedLook& look) {
  std::vector<CanvasName> labels;
  std::vector<Vec> places;
  for (const CanvasPlace& p : draft.placements) {
    if (p.item == current) continue;
    places.push_back(canvas_to_design(plane, p.at));
    labels.push_back({{}, look.radius, short_name_of(workshop, p.item, words_in(workshop, placing, p.item)), look.name});
  }
  const Fanned discs = fan_out(std::move(places), 2 * look.radius + 2, plane);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    labels[i].disc = discs.at[i];
    labels[i].group = discs.group[i];
  }
  if (handle) labels.push_back({*handle, canvas_look::aura, {}, TextStyle{}});  // names keep off the hand
  place_names(frame.painter, plane, words_of(frame.painter, board, plane, look.words).regions, labels);
  for (CanvasName& label : labels)  // a name half under the hand's own says nothing
    for (const Box& held : look.words.held) label.shown = label.shown && !label.box.overlaps(held);
  for (std::size_t i = 0; i < discs.at.size(); ++i)
    frame.painter.fill_circle(discs.at[i], look.radius, look.names ? frame.theme.ink.secondary : frame.theme.ink.disabled);
  if (!look.names) return;
  for (const CanvasName& label : labels)
    if (label.shown && !label.lines.empty())
      paint_canvas_name(frame.painter, label, {label.style, frame.theme.ink.secondary, Align::left, Anchor::middle, Halo{frame.theme.bg.surface, 5}});
}

bool hold_handle(const Frame& frame, Box plane, PassDraft& draft, Item item, std::string_view name) {
  const bool tapped = tap_area(frame, ("Place " + std::string(name) + "##plane").c_str(), plane);
  describe_item(frame, {.value = words_of_place(place_of(draft, item))});
  const bool by_mouse = ImGui::IsMouseDown(ImGuiMouseButton_Left) || ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  // Where it is let go counts, also when the last move and the release come in one frame.
  if ((ImGui::IsItemActive() && by_mouse) || (draft.held && ImGui::IsMouseReleased(ImGuiMouseButton_Left))) {
    draft.held = true;
    draft.hand = canvas_from_design(plane, frame.design_from_screen({mouse.x, mouse.y}));
  }
  if (draft.held && !ImGui::IsItemActive()) {
    place(draft, item, draft.hand);
    draft.held = false;
  }
  if (const auto step = arrow_step_of_item()) {
    const CanvasPlace* now = place_of(draft, item);
    const BoardPoint from = now == nullptr ? BoardPoint{board_max / 2, board_max / 2} : now->at;
    constexpr int tenth = board_max / 100;
    place(draft, item, {clamp_to_board(from.x + step->right * tenth), clamp_to_board(from.y + step->up * tenth)});
  }
  draw_focus_ring(frame, plane, canvas_look::corner);
  return tapped && !by_mouse;
}

void offer_places(const Frame& frame, Box plane, const CanvasBoard& board, PassDraft& draft, Item item, std::string_view name) {
  if (frame.semantics == nullptr) return;
  const auto steps = [](float length) { return std::clamp(static_cast<int>(length / touch::min_target), 3, 5); };
  const int across = steps(plane.width()), up = steps(plane.height());
  const Vec cell{plane.width() / static_cast<float>(across), plane.height() / static_cast<float>(up)};
  const ReadTogether list(frame, "Where to place " + std::string(name));
  ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
  for (int row = 0; row < up; ++row)
    for (int column = 0; column < across; ++column) {
      const BoardPoint middle{(2 * column + 1) * board_max / (2 * across), (2 * (up - row) - 1) * board_max / (2 * up)};
      const Box box = box_at(plane.min.x + static_cast<float>(column) * cell.x, plane.min.y + static_cast<float>(row) * cell.y, cell.x, cell.y);
      if (tap_area(frame, (words_of_point(board, middle) + "##here").c_str(), box)) place(draft, item, middle);
      const CanvasPlace* now = place_of(draft, item);
      const bool here = now != nullptr && box.contains(canvas_to_design(plane, now->at));
      describe_item(frame, {.value = here ? "placed here" : "", .by_touch = true});
    }
  ImGui::PopItemFlag();
}

}  // namespace standpoint
