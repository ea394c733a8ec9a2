// Waits until the pointer has rested, in ImGui's storage of the window. See tip.h.
#include "app/widgets/tip.h"

#include <algorithm>

#include <imgui.h>
#include <imgui_internal.h>

#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"

namespace standpoint {
namespace {

constexpr unsigned tip_seen_slot = 0x7A11'0001, item_slot = 0x7A11'0002, tip_since_slot = 0x7A11'0003;
constexpr float padding = 14, edge = 8, above = 8, line_room = 16, widest = 420;
constexpr float put_off = 1e9F;  // pressed: it says nothing until the pointer comes anew

// What a press brought under the pointer is not what it points at.
bool stands_where_it_pressed() {
  constexpr double tremor = 0.005;
  const ImGuiContext& gui = *ImGui::GetCurrentContext();
  const double pressed = gui.IO.MouseClickedTime[ImGuiMouseButton_Left];  // 0: never yet
  return pressed > 0 && gui.Time - pressed <= static_cast<double>(gui.MouseStationaryTimer) + tremor;
}

// Since when the pointer rests on this item; it has just come, moved or pressed: since now.
float rests_since(const Frame& frame, unsigned item) {
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  const ImGuiIO& io = ImGui::GetIO();
  const int pass = ImGui::GetFrameCount();
  const auto now = static_cast<float>(frame.seconds);
  const bool stayed = kept.GetInt(item_slot) == static_cast<int>(item) && pass - kept.GetInt(tip_seen_slot, -2) <= 1;
  float since = stayed ? kept.GetFloat(tip_since_slot) : now;
  const bool waits = now - since < motion::tip / 1000, moves = io.MouseDelta.x != 0 || io.MouseDelta.y != 0;
  const bool brought = stands_where_it_pressed();
  if (since < put_off && (brought || (waits && moves))) since = now;
  if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) since = put_off;
  kept.SetInt(tip_seen_slot, pass);
  kept.SetInt(item_slot, static_cast<int>(item));
  kept.SetFloat(tip_since_slot, since);
  return brought ? put_off : since;
}

}  // namespace

void tip(const Frame& frame, Box box, std::string_view words) {
  if (frame.tip == nullptr || words.empty() || ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen) return;
  if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  const float since = rests_since(frame, ImGui::GetItemID());
  if (since >= put_off) return;
  const double due = static_cast<double>(since) + motion::tip / 1000.0;
  // What is kept as a float may be a little late.
  if (frame.seconds + 0.002 < due) return frame.wake(due);
  *frame.tip = {std::string(words), {frame.screen_from_design(box.min), frame.screen_from_design(box.max)}};
}

void draw_tip(const Frame& frame) {
  if (frame.tip == nullptr || frame.tip->words.empty()) return;
  const TextStyle style = desk_type::label_strong;
  const auto lines = wrap_label(frame.painter, frame.tip->words, style, std::min(widest, frame.size.x - 2 * (edge + padding)), 4);
  float text = 0;
  for (const std::string& line : lines) text = std::max(text, label_width(frame.painter, line, style));
  const float width = text + 2 * padding, height = static_cast<float>(lines.size()) * style.line + line_room;
  const Vec low = frame.design_from_screen(frame.tip->over.min), high = frame.design_from_screen(frame.tip->over.max);
  const float x = std::max(edge, std::min((low.x + high.x - width) / 2, frame.size.x - width - edge));
  const float over = low.y - above - height, under = std::min(high.y + above, frame.size.y - height - edge);
  const Box box = box_at(x, over >= edge ? over : under, width, height);
  frame.painter.fill_box(box, radius::tooltip, frame.theme.ink.primary);
  float y = box.min.y + line_room / 2 + style.line / 2;
  for (const std::string& line : lines) {
    draw_label(frame.painter, {box.center().x, y}, line, {style, frame.theme.ink.inverse, Align::center, Anchor::middle});
    y += style.line;
  }
}

}  // namespace standpoint
