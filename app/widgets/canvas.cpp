// Gestures on a board, read from ImGui's one pointer (touch arrives as the same). Called by the boards' screens.
#include "app/widgets/canvas.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

#include "app/design/measures.h"
#include "app/widgets/layers.h"
#include "app/widgets/semantics.h"

namespace standpoint {
namespace {

constexpr float wheel_zoom = 1.15F;   // per notch
constexpr float wheel_pan = 60.0F;    // design pixels per notch

void place_item(const Frame& frame, const char* label, Box box, ImGuiButtonFlags buttons) {
  const Vec at = frame.screen_from_design(box.min);
  ImGui::SetCursorScreenPos({at.x, at.y});
  ImGui::SetNextItemAllowOverlap();
  ImGui::InvisibleButton(label, {std::max(1.0F, box.width() * frame.scale), std::max(1.0F, box.height() * frame.scale)}, buttons);
}

void read_wheel(const ImGuiIO& io, CanvasInput& input) {
  if (!input.hovered) return;
  if (io.KeyShift) input.pan = {(io.MouseWheel + io.MouseWheelH) * wheel_pan, 0};
  else {
    input.zoom = std::pow(wheel_zoom, io.MouseWheel);
    input.pan = {io.MouseWheelH * wheel_pan, 0};
  }
}

// The platform lifts the pointer and keeps it between the fingers.
void read_pinch(const Frame& frame, CanvasInput& input) {
  if (!input.hovered || frame.pinch == nullptr) return;
  input.zoom *= frame.pinch->zoom;
  input.pan = input.pan + frame.pinch->by * (1.0F / frame.scale);
}

void begin_press(const Frame& frame, CanvasInput& input, CanvasState& state) {
  state = {};
  state.down = true;
  state.pressed_at = input.pointer;
  state.pressed_seconds = frame.seconds;
  input.press = input.pointer;
}

// A second finger came: what the first one began is taken back, and it taps nothing.
void give_up_press(CanvasInput& input, CanvasState& state) {
  if (state.dragging) input.drag = DragPhase::cancel;
  state.down = state.dragging = false;
  state.spent = true;
}

void follow_press(const Frame& frame, const ImGuiIO& io, CanvasInput& input, CanvasState& state) {
  const bool far = length(input.pointer - state.pressed_at) >= touch::drag_slop;
  if (state.dragging && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    state.dragging = false;
    state.spent = true;
    input.drag = DragPhase::cancel;
  } else if (state.dragging) {
    input.drag = DragPhase::move;
    input.drag_by = Vec{io.MouseDelta.x, io.MouseDelta.y} * (1.0F / frame.scale);
  } else if (!state.spent && far) {
    state.dragging = true;
    input.drag = DragPhase::begin;
    input.drag_by = input.pointer - state.pressed_at;
  }
}

// Where it is let go counts, also when the last move and the release come in one frame.
// A long press means something only once it is let go: a hand that hesitates before it drags still drags.
void end_press(const Frame& frame, const ImGuiIO& io, CanvasInput& input, CanvasState& state) {
  const Vec moved = Vec{io.MouseDelta.x, io.MouseDelta.y} * (1.0F / frame.scale);
  if (state.dragging) {
    input.drag = DragPhase::end;
    input.drag_by = moved;
  } else if (!state.spent && length(input.pointer - state.pressed_at) >= touch::drag_slop) {  // a flick: it ends in the next frame
    state.dragging = true;
    input.drag = DragPhase::begin;
    input.drag_by = input.pointer - state.pressed_at;
    frame.keep_moving(frame.seconds + 0.05);
    return;
  } else if (!state.spent && frame.seconds - state.pressed_seconds >= touch::long_press / 1000.0) {
    input.long_press = state.pressed_at;
  } else if (!state.spent) {
    input.tap = state.pressed_at;
    input.double_tap = io.MouseClickedLastCount[0] >= 2;
  }
  state.down = state.dragging = false;
}

}  // namespace

CanvasInput canvas_input(const Frame& frame, const char* label, Box box, CanvasState& state) {
  place_item(frame, label, box, ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle);
  describe_item(frame, label, box, {.role = ItemRole::image});
  const ImGuiIO& io = ImGui::GetIO();
  CanvasInput input;
  input.hovered = ImGui::IsItemHovered();
  input.pointer = frame.design_from_screen({io.MousePos.x, io.MousePos.y});
  input.shift = io.KeyShift;
  input.ctrl = io.KeyCtrl;
  input.panning = !typing() && (ImGui::IsKeyDown(ImGuiKey_Space) || ImGui::IsMouseDown(ImGuiMouseButton_Middle));
  read_wheel(io, input);
  read_pinch(frame, input);
  if (frame.pinch != nullptr && state.down) give_up_press(input, state);
  else if (ImGui::IsItemActivated()) begin_press(frame, input, state);
  input.drag_from = state.pressed_at;
  if (state.down && ImGui::IsItemActive()) follow_press(frame, io, input, state);
  else if (state.down) end_press(frame, io, input, state);
  return input;
}

bool held_further(const std::vector<FurtherHand>& hands, std::uint64_t item) {
  return std::any_of(hands.begin(), hands.end(), [item](const FurtherHand& hand) { return hand.item == item; });
}

std::vector<FurtherHand> follow_further_hands(const Frame& frame, std::span<const FreeItem> free, std::vector<FurtherHand>& hands) {
  std::vector<FurtherHand> still, let_go;
  if (frame.further == nullptr) return let_go;
  for (const FurtherFinger& finger : frame.further->fingers) {
    const Vec from = frame.design_from_screen(finger.from);
    const auto known = std::find_if(hands.begin(), hands.end(), [&](const FurtherHand& hand) { return hand.finger == finger.id; });
    const FreeItem* nearest = nullptr;
    for (const FreeItem& item : free)
      if (item.box.contains(from) && !held_further(hands, item.item) && !held_further(still, item.item) &&
          (nearest == nullptr || length(item.box.center() - from) < length(nearest->box.center() - from)))
        nearest = &item;
    if (known == hands.end() && (nearest == nullptr || finger.lifted)) continue;
    const FurtherHand hand{finger.id, known == hands.end() ? nearest->item : known->item, from, frame.design_from_screen(finger.at)};
    if (!finger.lifted) still.push_back(hand);
    else if (!finger.taken_away) let_go.push_back(hand);
  }
  hands = std::move(still);
  frame.further->items.clear();
  for (const FreeItem& item : free)
    if (!held_further(hands, item.item)) frame.further->items.push_back({frame.screen_from_design(item.box.min), frame.screen_from_design(item.box.max)});
  return let_go;
}

StopResult keyboard_stop(const Frame& frame, const char* label, Box box, bool take_focus) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  ImGuiContext& g = *ImGui::GetCurrentContext();
  const ImGuiID id = window->GetID(label);
  const Vec low = frame.screen_from_design(box.min);
  const Vec high = frame.screen_from_design(box.max);
  if (!ImGui::ItemAdd({{low.x, low.y}, {high.x, high.y}}, id)) return {};
  if (take_focus) ImGui::SetFocusID(id, window);
  IMGUI_TEST_ENGINE_ITEM_INFO(id, label, g.LastItemData.StatusFlags);
  describe_item(frame, label, box);
  return {g.NavId == id && g.NavCursorVisible, g.NavActivatePressedId == id};
}

Vec pointer_on_screen() { return {ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y}; }

bool pressed_long() {
  return ImGui::IsMouseReleased(ImGuiMouseButton_Left) && ImGui::GetIO().MouseDownDurationPrev[ImGuiMouseButton_Left] >= touch::long_press / 1000;
}

bool typing() { return ImGui::GetIO().WantTextInput; }

void cover(const Frame& frame, const char* label, Box box) {
  place_item(frame, label, box, ImGuiButtonFlags_MouseButtonLeft);
  note_panel({frame.screen_from_design(box.min), frame.screen_from_design(box.max)});
  if (frame.semantics != nullptr) frame.semantics->keep_silent(ImGui::GetItemID());
}

}  // namespace standpoint
