// Draws the sheet about joining. See join.h.
#include "app/screens/sheets/join.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <imgui.h>

#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

constexpr Vec join_size{900, 640};
constexpr float columns_apart = 56, join_pad = 40, code_side = 296, most = 5;

constexpr std::string_view same_network = "Tablets and this computer must be on the same network.";

std::optional<std::size_t> draw_addresses(const Frame& frame, const JoinSheet& sheet, Box box) {
  const Theme& theme = frame.theme;
  draw_label(frame.painter, box.min, "Address on the stage", {desk_type::label_strong, theme.ink.secondary});
  std::optional<std::size_t> chosen;
  float y = box.min.y + 36;
  for (std::size_t i = 0; i < std::min(sheet.addresses.size(), static_cast<std::size_t>(most)); ++i, y += 60) {
    const bool on = i == sheet.chosen;
    const Box row = box_at(box.min.x, y, box.width(), 52);
    if (tap_area(frame, sheet.addresses[i].c_str(), row) && !on) chosen = i;
    const ItemLook item = look_of_item(frame);
    frame.painter.fill_box(row, radius::control, on ? theme.accent.soft : theme.bg.sunken.with_alpha(item.hover));
    const Vec mark{row.min.x + 26, row.center().y};
    frame.painter.stroke_circle(mark, 10, {on ? theme.accent.base : theme.line.strong, line_width::regular});
    if (on) frame.painter.fill_circle(mark, 5, theme.accent.base);
    draw_label(frame.painter, {row.min.x + 52, row.center().y}, sheet.addresses[i],
               {on ? desk_type::body_strong : desk_type::body, on ? theme.accent.ink : theme.ink.primary, Align::left, Anchor::middle}, row.width() - 64);
    draw_focus_ring(frame, row, radius::control);
  }
  draw_wrapped_label(frame.painter, {box.min.x, y + 16}, std::string(same_network) + (sheet.addresses.size() > 1 ? " Choose the address of that network." : ""),
                     {desk_type::small_body, theme.ink.secondary}, box.width());
  return chosen;
}

// True: the second screen's is to be shown.
bool draw_own_link(const Frame& frame, const JoinSheet& sheet, Box box) {
  const Theme& theme = frame.theme;
  const std::array<std::string, 2> whose{"Your own tablet", "Second screen"};
  const auto chosen = segmented(frame, "whose link", box_at(box.min.x, box.min.y, code_side, 48), whose, sheet.second_screen ? 1 : 0);
  const Box card = box_at(box.min.x, box.min.y + 64, code_side, code_side);
  draw_elevation(frame.painter, theme, card, radius::card, theme.shadow_rest);
  paint_qr(frame.painter, card, radius::card, sheet.own_link);
  draw_wrapped_label(frame.painter, {box.min.x, card.max.y + 12},
                     sheet.second_screen ? "Whoever opens this sees the stage, as the room does, and can do nothing." : "Whoever scans this leads the session. Show it to nobody else.",
                     {desk_type::small_body, theme.ink.secondary}, box.width());
  const ButtonLook look{ButtonKind::secondary, Icon::copy};
  if (button(frame, "Copy the link", box_at(box.min.x, box.max.y - control::button_height, button_width(frame, "Copy the link", look), control::button_height), look))
    ImGui::SetClipboardText(sheet.own_url.c_str());
  return chosen ? *chosen == 1 : sheet.second_screen;
}

}  // namespace

JoinSheetAnswer draw_join_sheet(const Frame& outer, const JoinSheet& sheet) {
  const Frame desk = outer.desk();
  const Entrance entrance(desk, "joining");
  draw_scrim(desk, entrance.shown());
  const Frame& frame = entrance.frame();
  const Box box = draw_sheet_ground(frame, join_size.x, join_size.y);
  draw_label(frame.painter, box.min + Vec{join_pad, 38}, "Joining", {desk_type::title, frame.theme.ink.primary});
  JoinSheetAnswer answer;
  answer.open = !icon_button(frame, "Close the sheet", box_at(box.max.x - 88, box.min.y + 28, 56, 56), Icon::x, {ButtonKind::quiet});
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) answer.open = false;
  if (sheet.addresses.empty()) {
    draw_wrapped_label(frame.painter, box.min + Vec{join_pad, 120}, sheet.trouble, {desk_type::body, frame.theme.ink.primary}, join_size.x - 2 * join_pad);
    return answer;
  }
  const float right = box.max.x - join_pad - code_side;
  answer.chosen = draw_addresses(frame, sheet, {box.min + Vec{join_pad, 112}, {right - columns_apart, box.max.y - join_pad - control::button_height - 16}});
  const ButtonLook anew{ButtonKind::secondary, Icon::arrow_clockwise};
  const Box below{{box.min.x + join_pad, box.max.y - join_pad - control::button_height}, {right - columns_apart, box.max.y - join_pad}};
  answer.new_code = button(frame, "New join code", box_at(below.min.x, below.min.y, button_width(frame, "New join code", anew), control::button_height), anew);
  answer.second_screen = draw_own_link(frame, sheet, {{right, box.min.y + 112}, {box.max.x - join_pad, box.max.y - join_pad}});
  return answer;
}

}  // namespace standpoint
