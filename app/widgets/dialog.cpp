// A question in the middle of the window, only for what cannot be undone or what stops the work.
#include <algorithm>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/widgets/controls.h"

namespace standpoint {

DialogChoice dialog(const Frame& frame, const char* id, const DialogText& text) {
  const Theme& theme = frame.theme;
  Painter& painter = frame.painter;
  const float width = text.warning ? 620 : 520;
  const float inner_left = text.warning ? 96 : control::dialog_padding + 4;
  const float inner = width - inner_left - control::dialog_padding - 4;
  const auto title = wrap_label(painter, text.title, desk_type::heading, inner);
  const auto body = wrap_label(painter, text.body, desk_type::body, inner);
  const float text_height = static_cast<float>(title.size()) * desk_type::heading.line +
                            (body.empty() ? 0 : 10 + static_cast<float>(body.size()) * desk_type::body.line);
  const float height = 28 + text_height + 28 + control::button_height + 24;
  const Box box = box_around({design_width / 2, design_height / 2}, width / 2, height / 2);

  painter.fill_box(box_at(-2000, -2000, design_width + 4000, design_height + 4000), 0, theme.bg.scrim.with_alpha(0.5F));
  draw_elevation(painter, theme, box, radius::panel, theme.shadow_overlay);
  painter.fill_box(box, radius::panel, theme.dark ? theme.bg.raised : theme.bg.surface);
  if (text.warning) {
    painter.fill_circle({box.min.x + 52, box.min.y + 52}, 24, theme.status.danger_soft);
    painter.icon({box.min.x + 52, box.min.y + 51}, Icon::warning, Face::icon_fill, 24, theme.status.danger);
  }
  Vec pen = box.min + Vec{inner_left, 28};
  for (const std::string& line : title) {
    draw_label(painter, pen, line, {desk_type::heading, theme.ink.primary});
    pen.y += desk_type::heading.line;
  }
  pen.y += 10;
  for (const std::string& line : body) {
    draw_label(painter, pen, line, {desk_type::body, theme.ink.secondary});
    pen.y += desk_type::body.line;
  }

  ImGui::PushID(id);
  const float action = button_width(frame, text.action), safe = button_width(frame, text.safe);
  const float y = box.max.y - 24 - control::button_height;
  const float x = box.max.x - 24 - action;
  DialogChoice choice = DialogChoice::none;
  if (button(frame, text.safe, box_at(x - 12 - safe, y, safe, control::button_height))) choice = DialogChoice::safe;
  if (button(frame, text.action, box_at(x, y, action, control::button_height), {ButtonKind::primary}))
    choice = DialogChoice::action;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) choice = DialogChoice::safe;
  ImGui::PopID();
  return choice;
}

}  // namespace standpoint
