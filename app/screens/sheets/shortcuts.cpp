// Draws the sheet of shortcuts. See shortcuts.h.
#include "app/screens/sheets/shortcuts.h"

#include <algorithm>
#include <array>
#include <vector>

#include <imgui.h>

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

constexpr std::array<Shortcut, 11> everywhere{{
    {"Ctrl Z", "Undo"},
    {"Ctrl Y", "Redo"},
    {"Ctrl N", "New session"},
    {"Ctrl O", "Open a session"},
    {"Ctrl E", "Export pictures"},
    {"Ctrl Home", "Back to the sessions"},
    {"Tab", "Next control"},
    {"Enter", "Press or open what is focused"},
    {"Esc", "Close, cancel, or let go"},
    {"D", "Light or dark theme"},
    {"?", "This list"},
}};
constexpr std::array<Shortcut, 7> stage{{
    {"G", "Agenda"},
    {"B", "Next board"},
    {"C", "Console, while a second display is the stage"},
    {"F11", "Full-screen stage"},
    {"N", "Add a stakeholder or a card"},
    {"F2", "Rename what is selected"},
    {"Delete", "Remove what is selected"},
}};
constexpr std::array<Shortcut, 10> map{{
    {"Ctrl F", "Search"},
    {"Ctrl A", "Select everybody"},
    {"Ctrl V", "Paste a list of names"},
    {"Arrows", "Move between people"},
    {"Ctrl arrows", "Move the selected person"},
    {"T", "Draw a tie from the selected person"},
    {"+  −", "Zoom"},
    {"0", "Show all of it"},
    {"L", "Arrange"},
    {"Space drag", "Move the paper"},
}};
constexpr std::array<Shortcut, 5> inputs{{
    {"Arrows", "Move what is being placed, with Shift by a whole point"},
    {"Enter  Space", "Place the next; on a card, give it a dot"},
    {"Backspace", "Take a dot back"},
    {"H", "Points or heat of a revealed placing"},
    {"Esc", "Leave a ballot without dots"},
}};
constexpr std::array<Shortcut, 3> replay{{
    {"K", "Play or pause"},
    {"Page Up  Down", "One event back or on"},
    {"Home  End", "Start or end"},
}};
constexpr std::array<ShortcutGroup, 5> groups{{{"Everywhere", everywhere}, {"On the stage", stage}, {"On the map", map}, {"Voting and placing", inputs}, {"In replay", replay}}};

constexpr float keys_width = 150, column_least = 340, column_gap = 40, margin = 40, row_least = 42, title_height = 52, group_gap = 20, head = 104;
constexpr float widest = 1240, highest = 900;
constexpr TextStyle what_style = desk_type::label;

float row_height(const Painter& painter, const Shortcut& shortcut, float width) {
  const auto lines = wrap_label(painter, shortcut.what, what_style, width - keys_width);
  return std::max(row_least, static_cast<float>(lines.size()) * what_style.line + 16);
}
float group_height(const Painter& painter, const ShortcutGroup& group, float width) {
  float height = title_height + group_gap;
  for (const Shortcut& shortcut : group.shortcuts) height += row_height(painter, shortcut, width);
  return height;
}

// Which groups stand in which column: each next one goes on in the column unless the next column would stay too short.
std::vector<std::vector<const ShortcutGroup*>> columns_of(const Painter& painter, std::size_t count, float width) {
  float left = 0;
  for (const ShortcutGroup& group : groups) left += group_height(painter, group, width);
  std::vector<std::vector<const ShortcutGroup*>> columns(1);
  float filled = 0;
  for (const ShortcutGroup& group : groups) {
    const float height = group_height(painter, group, width), even = left / static_cast<float>(count - columns.size() + 1);
    if (columns.size() < count && filled > 0 && filled + height / 2 > even) {
      columns.emplace_back();
      left -= filled;
      filled = 0;
    }
    columns.back().push_back(&group);
    filled += height;
  }
  return columns;
}

void draw_row(const Frame& frame, Box row, const Shortcut& shortcut) {
  const Theme& theme = frame.theme;
  const float width = frame.painter.text_width(shortcut.keys, desk_type::label_strong) + 24;
  const Box cap = box_at(row.min.x, row.center().y - 17, width, 34);
  frame.painter.fill_box(cap, 8, theme.bg.sunken);
  frame.painter.stroke_box(cap, 8, {theme.line.soft, line_width::thin});
  frame.painter.text({cap.min.x + 12, row.center().y}, shortcut.keys, {desk_type::label_strong, theme.ink.primary, Align::left, Anchor::middle});
  draw_wrapped_label(frame.painter, {row.min.x + keys_width, row.center().y}, shortcut.what, {what_style, theme.ink.primary, Align::left, Anchor::middle}, row.width() - keys_width);
}

float draw_group(const Frame& frame, const ShortcutGroup& group, Vec at, float width) {
  draw_label(frame.painter, at + Vec{0, title_height / 2}, group.where, {desk_type::body_strong, frame.theme.ink.secondary, Align::left, Anchor::middle});
  float y = at.y + title_height;
  for (const Shortcut& shortcut : group.shortcuts) {
    const float height = row_height(frame.painter, shortcut, width);
    draw_row(frame, box_at(at.x, y, width, height), shortcut);
    y += height;
  }
  return y + group_gap;
}

void scroll_by_keys(ScrollState& state) {
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) state.offset += row_least;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) state.offset -= row_least;
}

}  // namespace

std::span<const ShortcutGroup> shortcut_groups() { return groups; }

bool draw_shortcuts(const Frame& outer, ScrollState& state) {
  const Frame desk = outer.desk();
  const Entrance entrance(desk, "shortcuts");
  draw_scrim(desk, entrance.shown());
  const Frame& frame = entrance.frame();
  const float room = std::min(widest, frame.size.x - 2 * space::s4) - 2 * margin;
  const auto count = static_cast<std::size_t>(std::max(1.0F, (room + column_gap) / (column_least + column_gap)));
  const float width = (room + column_gap) / static_cast<float>(count) - column_gap;
  const auto columns = columns_of(frame.painter, count, width);
  float longest = 0;
  for (const auto& column : columns) {
    float height = 0;
    for (const ShortcutGroup* group : column) height += group_height(frame.painter, *group, width);
    longest = std::max(longest, height);
  }
  const Box box = draw_sheet_ground(frame, room + 2 * margin, std::min(highest, head + longest + space::s4));
  draw_label(frame.painter, box.min + Vec{margin, 36}, "Keyboard", {desk_type::title, frame.theme.ink.primary});
  const bool closed = icon_button(frame, "Close the list", box_at(box.max.x - 84, box.min.y + 26, 56, 56), Icon::x, {ButtonKind::quiet});
  scroll_by_keys(state);
  {
    ScrollArea scroll(frame, {{box.min.x + margin, box.min.y + head}, {box.max.x - margin, box.max.y - space::s3}}, state);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      float y = scroll.top();
      for (const ShortcutGroup* group : columns[i]) y = draw_group(frame, *group, {box.min.x + margin + static_cast<float>(i) * (width + column_gap), y}, width);
    }
    scroll.ends_at(scroll.top() + longest);
  }
  return !(closed || ImGui::IsKeyPressed(ImGuiKey_Escape, false));
}

}  // namespace standpoint
