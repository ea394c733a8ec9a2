// A question in the middle of the window, only for what cannot be undone or what stops the work.
#include <algorithm>
#include <optional>

#include <imgui.h>

#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/scroll.h"
#include "app/widgets/semantics.h"

namespace standpoint {
namespace {

constexpr float sign_room = 60, below_title = 5, above_buttons = 20;

// The words of a dialog, broken into its lines.
struct Words {
  std::vector<std::string> title, body;
  float left = 0;  // from the panel's edge
  float height() const {
    return static_cast<float>(title.size()) * desk_type::question.line + (body.empty() ? 0 : below_title) +
           static_cast<float>(body.size()) * desk_type::small_body.line;
  }
};

Words words_of(const Frame& frame, const DialogText& text) {
  Words words;
  words.left = control::dialog_padding + (text.warning ? sign_room : 0);
  const float room = text.width - words.left - control::dialog_padding;
  words.title = wrap_label(frame.painter, text.title, desk_type::question, room);
  words.body = wrap_label(frame.painter, text.body, desk_type::small_body, room);
  return words;
}

void draw_words(const Frame& frame, Vec at, const Words& words) {
  Vec pen = at + Vec{words.left, control::dialog_padding - 2};
  for (const std::string& line : words.title) {
    draw_label(frame.painter, pen, line, {desk_type::question, frame.theme.ink.primary});
    pen.y += desk_type::question.line;
  }
  pen.y += below_title;
  for (const std::string& line : words.body) {
    draw_label(frame.painter, pen, line, {desk_type::small_body, frame.theme.ink.secondary});
    pen.y += desk_type::small_body.line;
  }
}

}  // namespace

float dialog_height(const Frame& frame, const DialogText& text) {
  return control::dialog_padding - 2 + words_of(frame, text).height() + above_buttons + control::button_height + control::dialog_padding - 2;
}

DialogChoice dialog_panel(const Frame& frame, Vec at, const DialogText& text) {
  const Theme& theme = frame.theme;
  const Box box = box_at(at.x, at.y, text.width, dialog_height(frame, text));
  frame.painter.fill_box(box, radius::panel, theme.dark ? theme.bg.raised : theme.bg.surface);
  if (text.warning) {
    const Vec sign = box.min + Vec{control::dialog_padding + control::dialog_sign, control::dialog_padding - 2 + control::dialog_sign};
    frame.painter.fill_circle(sign, control::dialog_sign, theme.status.danger_soft);
    frame.painter.icon(sign - Vec{0, 1}, Icon::warning, Face::icon_fill, 25, theme.status.danger);
  }
  const ReadTogether question(frame, text.title, ReadTogether::As::panel);
  const Words words = words_of(frame, text);
  const Vec at_title = box.min + Vec{words.left, control::dialog_padding - 2};
  const float title_high = static_cast<float>(words.title.size()) * desk_type::question.line;
  describe(frame, "question", {at_title, {box.max.x, at_title.y + title_high}}, {.role = ItemRole::heading, .name = text.title});
  draw_words(frame, box.min, words);
  const float action = button_width(frame, text.action), safe = button_width(frame, text.safe);
  const float y = box.max.y - control::dialog_padding + 2 - control::button_height, x = box.max.x - control::dialog_padding - action;
  DialogChoice choice = DialogChoice::none;
  if (button(frame, text.safe, box_at(x - control::icon_gap - safe, y, safe, control::button_height))) choice = DialogChoice::safe;
  if (button(frame, text.action, box_at(x, y, action, control::button_height), {text.for_good ? ButtonKind::danger : ButtonKind::primary})) choice = DialogChoice::action;
  return choice;
}

DialogChoice dialog(const Frame& outer, const char* id, const DialogText& text) {
  const Frame frame = outer.desk();
  ImGui::PushID(id);
  const Entrance entrance(frame, "entrance");
  draw_scrim(frame, entrance.shown());
  const float height = dialog_height(frame, text);
  const Box box = box_around(frame.size * 0.5F, text.width / 2, height / 2);
  draw_elevation(entrance.frame().painter, frame.theme, box, radius::panel, frame.theme.shadow_overlay);
  DialogChoice choice = dialog_panel(entrance.frame(), box.min, text);
  const DialogChoice away = text.can_leave_alone ? DialogChoice::left_alone : DialogChoice::safe;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) choice = away;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool beside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !box.contains(frame.design_from_screen({mouse.x, mouse.y}));
  if (beside && text.can_leave_alone && entrance.shown() >= 1) choice = away;
  ImGui::PopID();
  return choice;
}

DialogChoice text_dialog(const Frame& frame, const char* id, Box room, const TextDialog& text, std::string& second, ScrollState& scroll) {
  constexpr float widest = 640, highest = 620, low = 480, column_least = 270, caption = 30, gap = 12, after_title = 12, least = 108;
  constexpr Vec inset{16, 14};  // of words in a field
  const float pad = control::dialog_padding, room_inside = room.width() - gap - 2 * pad;
  const bool beside = room.height() < low && room_inside >= 2 * column_least;  // else one above the other
  const float inside = std::min((beside ? 2 * widest : widest) - 2 * pad, room_inside);
  const float column = beside ? (inside - gap) / 2 : inside, rows = beside ? 1 : 2;
  const std::vector<std::string> title = wrap_label(frame.painter, text.title, desk_type::question, inside);
  const float title_high = static_cast<float>(title.size()) * desk_type::question.line;
  const float action = button_width(frame, text.action), safe = button_width(frame, text.safe);
  const bool stacked = safe + control::icon_gap + action > inside;
  const float buttons = stacked ? 2 * control::button_height + control::icon_gap : control::button_height;
  const float fixed = 2 * pad + title_high + after_title + rows * (caption + gap) + buttons;
  // As high as the longer text needs, as far as there is room; on glass with hardly any, all of it is one page that scrolls.
  const auto needs = [&](std::string_view words) {
    return std::max(least, static_cast<float>(wrap_label(frame.painter, words, desk_type::field, column - 2 * inset.x).size()) * desk_type::field.line + 2 * inset.y);
  };
  const float most = (std::min(highest, room.height() - gap) - fixed) / rows, longer = std::max(needs(text.first), needs(second));
  const bool scrolls = most < least;
  const float read_high = scrolls ? needs(text.first) : std::min(most, longer), written_high = scrolls ? needs(second) : read_high;
  ImGui::PushID(id);
  draw_scrim(frame);
  const Box box = box_around(room.center(), inside / 2 + pad, (scrolls ? room.height() - gap : fixed + rows * read_high) / 2);
  draw_elevation(frame.painter, frame.theme, box, radius::panel, frame.theme.shadow_overlay);
  frame.painter.fill_box(box, radius::panel, frame.theme.dark ? frame.theme.bg.raised : frame.theme.bg.surface);
  const ReadTogether question(frame, text.title, ReadTogether::As::panel);
  std::optional<ScrollArea> page;
  if (scrolls) page.emplace(frame, box, scroll);
  Vec pen{box.min.x + pad, (scrolls ? page->top() : box.min.y) + pad};
  describe(frame, "question", {pen, {pen.x + inside, pen.y + title_high}}, {.role = ItemRole::heading, .name = text.title});
  for (const std::string& line : title) {
    draw_label(frame.painter, pen, line, {desk_type::question, frame.theme.ink.primary});
    pen.y += desk_type::question.line;
  }
  pen.y += after_title;
  const TextLook captions{desk_type::label_strong, frame.theme.ink.secondary};
  const Box read = box_at(pen.x, pen.y + caption, column, read_high);
  const Box written = beside ? box_at(read.max.x + gap, read.min.y, column, written_high) : box_at(read.min.x, read.max.y + gap + caption, column, written_high);
  draw_label(frame.painter, read.min - Vec{0, caption}, text.first_caption, captions);
  draw_label(frame.painter, written.min - Vec{0, caption}, text.second_caption, captions);
  frame.painter.fill_box(read, radius::field, frame.theme.bg.sunken);
  {
    std::optional<ScrollArea> area;
    if (!scrolls) area.emplace(frame, read, scroll);
    const Vec at = Vec{read.min.x, scrolls ? read.min.y : area->top()} + inset;
    const float high = draw_wrapped_label(frame.painter, at, text.first, {desk_type::field, frame.theme.ink.primary}, column - 2 * inset.x);
    if (area) area->ends_at(at.y + high + inset.y);
  }
  text_field(frame, text.second_caption, written, second, {.multiline = true});
  const float y = written.max.y + gap, right = written.max.x;
  const Box go = stacked ? box_at(pen.x, y, inside, control::button_height) : box_at(right - action, y, action, control::button_height);
  const Box stay = stacked ? box_at(pen.x, go.max.y + control::icon_gap, inside, control::button_height) : box_at(go.min.x - control::icon_gap - safe, y, safe, control::button_height);
  DialogChoice choice = DialogChoice::none;
  if (button(frame, text.safe, stay)) choice = DialogChoice::safe;
  if (button(frame, text.action, go, {ButtonKind::primary})) choice = DialogChoice::action;
  if (page) page->ends_at(std::max(go.max.y, stay.max.y) + pad);
  page.reset();
  ImGui::PopID();
  return choice;
}

}  // namespace standpoint
