// The words of a Canvas, which the facilitator may change where they stand: its axes and regions. See screen.h.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/boards/canvas/screen.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/widgets/controls.h"
#include "core/workshop/changes.h"

namespace standpoint {
namespace {

std::string* word_in(Board& board, CanvasWord word) {
  if (word == CanvasWord::x_name) return &board.x.name;
  if (word == CanvasWord::y_name) return &board.y.name;
  const auto region = static_cast<std::size_t>(word) - static_cast<std::size_t>(CanvasWord::low_low);
  return word != CanvasWord::none && region < board.regions.size() ? &board.regions[region] : nullptr;
}

std::array<std::pair<CanvasWord, Box>, 6> editable_words(const CanvasWords& words) {
  return {{{CanvasWord::x_name, words.x_name},
           {CanvasWord::y_name, words.y_name},
           {CanvasWord::low_low, words.regions[0]},
           {CanvasWord::high_low, words.regions[1]},
           {CanvasWord::low_high, words.regions[2]},
           {CanvasWord::high_high, words.regions[3]}}};
}

}  // namespace

// Double click, or Enter with the focus on it, opens a field over the word.
void draw_words(const Frame& frame, const Board& board, const CanvasBoard& places, const Box& plane, CanvasUi& ui) {
  for (const auto& [word, box] : editable_words(words_of(frame.painter, places, plane))) {
    Board copy = board;
    const std::string* text = word_in(copy, word);
    if (text == nullptr) continue;
    ImGui::PushID(static_cast<int>(word));
    const bool by_key = tap_area(frame, (*text + "##word").c_str(), box) && !ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    if (ImGui::IsItemHovered()) frame.painter.stroke_box(box, radius::control, {frame.theme.line.soft, line_width::thin});
    if (by_key || (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))) {
      ui.editing = word;
      ui.draft = *text;
    }
    draw_focus_ring(frame, box, radius::control);
    ImGui::PopID();
  }
}

void draw_word_field(const Frame& frame, const Board& board, const CanvasBoard& places, const Box& plane, CanvasUi& ui,
                     Commands& commands) {
  if (ui.editing == CanvasWord::none) return;
  for (const auto& [word, box] : editable_words(words_of(frame.painter, places, plane))) {
    if (word != ui.editing) continue;
    const float half = 160, x = std::clamp(box.center().x, frame.area.min.x + half, frame.area.max.x - half);
    ImGui::PushID(static_cast<int>(word));
    const FieldResult field = text_field(frame, "Name of the axis or region", box_around({x, box.center().y}, half, 28), ui.draft,
                                         {.focus_now = !ImGui::IsAnyItemActive()});
    ImGui::PopID();
    if (!field.committed && !field.cancelled) return;
    Board changed = board;
    std::string* text = word_in(changed, word);
    if (field.committed && text != nullptr && !ui.draft.empty()) {
      *text = ui.draft;
      commands.change(change_of(board, changed));
    }
    ui.editing = CanvasWord::none;
    return;
  }
}

CanvasBoard without_edited_word(const Board& board, CanvasBoard places, const CanvasUi& ui) {
  if (ui.editing == CanvasWord::none) return places;
  Board copy = board;
  if (std::string* text = word_in(copy, ui.editing)) text->clear();
  places.x_name = copy.x.name;
  places.y_name = copy.y.name;
  places.regions = copy.regions;
  return places;
}

}  // namespace standpoint
