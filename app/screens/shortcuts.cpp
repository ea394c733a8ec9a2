// Draws the sheet of shortcuts. See shortcuts.h.
#include "app/screens/shortcuts.h"

#include <array>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

constexpr std::array<Shortcut, 31> all{{
    {"Ctrl Z", "Undo"},
    {"Ctrl Y", "Redo"},
    {"Ctrl N", "New session"},
    {"Ctrl O", "Open a session"},
    {"Ctrl E", "Export pictures"},
    {"Ctrl F", "Search the map"},
    {"Ctrl A  Ctrl V", "Select all; paste a list of names"},
    {"Delete", "Remove what is selected"},
    {"Esc", "Close, cancel, or let go"},
    {"F11", "Full-screen stage"},
    {"F2", "Rename what is selected"},
    {"Tab", "Next control"},
    {"Arrows", "Move between people"},
    {"Ctrl arrows", "Move the selected person"},
    {"Enter", "Open what is focused"},
    {"N", "Add a stakeholder or a card"},
    {"T", "Draw a tie from the selected person"},
    {"+  −", "Zoom the map"},
    {"0", "Fit the map"},
    {"L", "Arrange the map"},
    {"Space drag", "Move the map's paper"},
    {"G", "Agenda"},
    {"B", "Next board"},
    {"C", "Console, while a second display is the stage"},
    {"H", "Points or heat of a revealed placing"},
    {"D", "Light or dark theme"},
    {"K", "Play or pause in replay"},
    {"Page Up  Down", "One event back or on in replay"},
    {"Home  End", "Start or end of the replay"},
    {"Ctrl Home", "Back to the sessions"},
    {"?", "This list"},
}};

void draw_keys(const Frame& frame, Vec at, std::string_view keys) {
  const float width = frame.painter.text_width(keys, desk_type::label_strong) + 24;
  const Box cap = box_at(at.x, at.y - 18, width, 36);
  frame.painter.fill_box(cap, 8, frame.theme.bg.sunken);
  frame.painter.stroke_box(cap, 8, {frame.theme.line.soft, line_width::thin});
  frame.painter.text({at.x + 12, at.y}, keys, {desk_type::label_strong, frame.theme.ink.primary, Align::left, Anchor::middle});
}

}  // namespace

std::span<const Shortcut> shortcuts() { return all; }

bool draw_shortcuts(const Frame& outer) {
  const Frame desk = outer.desk();
  const Entrance entrance(desk, "shortcuts");
  draw_scrim(desk, entrance.shown());
  const Frame& frame = entrance.frame();
  const Box box = box_around(frame.size * 0.5F, 560, 448);
  draw_elevation(frame.painter, frame.theme, box, radius::sheet, frame.theme.shadow_overlay);
  frame.painter.fill_box(box, radius::sheet, frame.theme.bg.surface);
  draw_label(frame.painter, box.min + Vec{48, 40}, "Keyboard", {desk_type::title, frame.theme.ink.primary});
  const bool closed = icon_button(frame, "Close the list", box_at(box.max.x - 88, box.min.y + 30, 56, 56), Icon::x, {ButtonKind::quiet});
  const std::size_t half = (all.size() + 1) / 2;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Vec at = box.min + Vec{48 + (i < half ? 0.0F : 530.0F), 126 + static_cast<float>(i % half) * 48};
    draw_keys(frame, at, all[i].keys);
    frame.painter.text(at + Vec{190, 0}, all[i].what, {desk_type::body, frame.theme.ink.primary, Align::left, Anchor::middle});
  }
  return !(closed || ImGui::IsKeyPressed(ImGuiKey_Escape, false));
}

}  // namespace standpoint
