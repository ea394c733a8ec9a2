// The list from which a person or a board is chosen: all of them, narrowed by a search. See parts.h.
#include <algorithm>

#include <imgui.h>

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/replay/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/tip.h"
#include "core/boards/fold.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr float choice_height = 56, list_head = 148, side = 16;

struct Choice {
  std::string name, more;
  std::uint64_t id = 0;
  bool chosen = false;
};

bool matches(const std::string& name, const std::string& search) { return blank(search) || folded_text(name).find(folded_text(search)) != std::string::npos; }

std::vector<Choice> people(const Replay& replay, const ReplayUi& ui) {
  const Workshop& latest = replay.latest();
  std::vector<Choice> all;
  if (blank(ui.search)) all.push_back({"Everyone", std::to_string(replay.last_sequence()), 0, !ui.only});
  for (const Seat* seat : people_of(latest)) {
    const auto events = std::count(ui.timeline->by.begin(), ui.timeline->by.end(), seat->id);
    if (matches(seat->name, ui.search)) all.push_back({seat->name, std::to_string(events), seat->id.value, ui.only == seat->id});
  }
  return all;
}

std::vector<Choice> boards(const Workshop& workshop, const ReplayUi& ui) {
  std::vector<Choice> all;
  if (blank(ui.search)) all.push_back({"What the stage showed", "", 0, !ui.board});
  for (const Board& board : workshop.boards)
    if (matches(board.title, ui.search)) all.push_back({board.title, "", board.id.value, ui.board == board.id});
  return all;
}

bool draw_choice(const Frame& frame, const Choice& choice, Box row, ScrollArea& scroll) {
  const Theme& theme = frame.theme;
  ImGui::PushID(std::to_string(choice.id).c_str());
  const bool tapped = tap_area(frame, choice.name.c_str(), row);
  scroll.follow_focus(row);
  tip(frame, row, choice.name);
  if (choice.chosen) frame.painter.fill_box(row, radius::control, theme.accent.soft);
  else frame.painter.fill_box(row, radius::control, theme.bg.sunken.with_alpha(0.6F * look_of_item(frame).hover));
  const float number = choice.more.empty() ? 0 : frame.painter.text_width(choice.more, desk_type::caption, true) + 12;
  draw_avatar(frame, {row.min.x + 30, row.center().y}, 18, choice.name);
  draw_label(frame.painter, {row.min.x + 60, row.center().y}, choice.name,
             {choice.chosen ? desk_type::label_strong : desk_type::label, theme.ink.primary, Align::left, Anchor::middle}, row.width() - 76 - number);
  frame.painter.text({row.max.x - 12, row.center().y}, choice.more, {desk_type::caption, theme.ink.tertiary, Align::right, Anchor::middle, {}, true});
  draw_focus_ring(frame, row, radius::control);
  ImGui::PopID();
  return tapped;
}

}  // namespace

void draw_choices(const Frame& frame, const Replay& replay, const Workshop& shown, ReplayUi& ui, Box box) {
  const bool of_people = ui.choosing == ReplayUi::Choosing::person;
  draw_panel(frame, box);
  draw_label(frame.painter, box.min + Vec{22, 38}, of_people ? "Whose events" : "Which board", {desk_type::section, frame.theme.ink.primary, Align::left, Anchor::middle});
  if (icon_button(frame, "Close the list", box_at(box.max.x - 62, box.min.y + 14, 48, 48), Icon::x, {ButtonKind::quiet})) ui.choosing = ReplayUi::Choosing::nothing;
  const FieldResult field = text_field(frame, of_people ? "Search people" : "Search boards", box_at(box.min.x + side, box.min.y + 74, box.width() - 2 * side, 56), ui.search,
                                       {.hint = of_people ? "Search people" : "Search boards", .focus_now = ui.search_takes_keyboard});
  ui.search_takes_keyboard = false;
  if (field.cancelled) ui.choosing = ReplayUi::Choosing::nothing;
  const std::vector<Choice> choices = of_people ? people(replay, ui) : boards(shown, ui);
  const Box view{{box.min.x + side, box.min.y + list_head}, {box.max.x - side, box.max.y - 12}};
  if (choices.empty()) {
    draw_empty_lines(frame, {view.center().x, view.min.y + std::min(80.0F, view.height() / 3)}, "Nobody is called so", "Clear the search to see all of them.", view.width());
    return;
  }
  std::uint64_t chosen = choices.front().id;
  bool tapped = field.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false) && !blank(ui.search);  // Enter takes the first
  {
    ScrollArea scroll(frame, view, ui.choices);
    float y = scroll.top();
    for (const Choice& choice : choices) {
      const Box row = box_at(view.min.x, y, view.width(), choice_height - 4);
      if (row.max.y > view.min.y - choice_height && row.min.y < view.max.y + choice_height && draw_choice(frame, choice, row, scroll)) {
        tapped = true;
        chosen = choice.id;
      }
      y += choice_height;
    }
    scroll.ends_at(y);
  }
  if (!tapped) return;
  if (of_people) ui.only = SeatId{static_cast<std::uint32_t>(chosen)};
  else ui.board = BoardId{chosen};
  ui.choosing = ReplayUi::Choosing::nothing;
}

}  // namespace standpoint
