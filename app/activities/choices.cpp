// See choices.h.
#include "app/activities/choices.h"

#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/activities/next_step.h"
#include "app/design/theme.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "core/activities/activities.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

constexpr float row_height = 64, row_gap = 8, choice_least = 260, narrow_list = 820;

std::vector<Item> choices_of(const Workshop& workshop, const Activity& activity, bool people) {
  std::vector<Item> items;
  if (people) {
    for (const Stakeholder& s : workshop.stakeholders) items.emplace_back(s.id);
    return items;
  }
  const Board* board = find(workshop, activity.board);
  const bool one_board = board != nullptr && board->kind == BoardKind::cards;
  for (const Card& c : workshop.cards)
    if (!one_board || c.board == board->id) items.emplace_back(c.id);
  return items;
}

bool has_board(const Workshop& workshop, BoardKind kind) {
  return std::any_of(workshop.boards.begin(), workshop.boards.end(), [&](const Board& board) { return board.kind == kind; });
}

// What is chosen from first while there is nothing yet: what the board holds, or could.
bool begins_with_people(const Workshop& workshop, const Activity& activity) {
  const Board* board = find(workshop, activity.board);
  if (!workshop.cards.empty() || (board != nullptr && board->kind == BoardKind::cards)) return false;
  return has_board(workshop, BoardKind::map) || !has_board(workshop, BoardKind::cards);
}

void toggle(const Activity& activity, Item item, Commands& commands) {
  describe_activity(commands, activity, [&](Activity& changed) {
    std::vector<Item>* const items = items_in(changed);
    if (items == nullptr || take_out(*items, item)) return;
    put_in(*items, item);
  });
}

void draw_choice(const Frame& frame, const Workshop& workshop, const Activity& activity, Item item, Box box, Commands& commands) {
  const Theme& theme = frame.theme;
  const bool chosen = std::binary_search(items_of(activity).begin(), items_of(activity).end(), item);
  const std::string words = name_of(workshop, item);
  ImGui::PushID(static_cast<int>(item.kind));
  ImGui::PushID(std::to_string(item.id).c_str());
  if (tap_area(frame, (words + "##choice").c_str(), box)) toggle(activity, item, commands);
  draw_elevation(frame.painter, theme, box, radius::card, ImGui::IsItemHovered() ? theme.shadow_raised : theme.shadow_rest);
  frame.painter.fill_box(box, radius::card, chosen ? theme.accent.soft : theme.bg.surface);
  if (chosen) frame.painter.stroke_box(box, radius::card, {theme.accent.base, line_width::regular});
  const Vec mark{box.min.x + 32, box.center().y};
  frame.painter.icon(mark, chosen ? Icon::check_circle : Icon::circle, chosen ? Face::icon_fill : Face::icon_regular, 28,
                     chosen ? theme.accent.base : theme.line.strong);
  draw_wrapped_label(frame.painter, {box.min.x + 58, box.center().y}, words,
                     {TextStyle{Face::medium, 18, 23}, theme.ink.primary, Align::left, Anchor::middle}, box.width() - 74, 2);
  draw_focus_ring(frame, box, radius::card);
  ImGui::PopID();
  ImGui::PopID();
}

}  // namespace

void draw_choices(const Frame& outer, const Workshop& workshop, const Activity& activity, Box on_stage, ChoicesUi& ui, Commands& commands) {
  const Frame frame = outer.desk();
  const Box area = outer.on_desk(on_stage);
  const bool narrow = area.width() < narrow_list;  // the count and what chooses all stand below the tabs
  if (ui.of != activity.id) {
    const std::vector<Item> items = items_of(activity).empty() ? items_by_default(workshop, activity) : items_of(activity);
    ui = {activity.id, items.empty() ? begins_with_people(workshop, activity) : items.front().kind == Item::Kind::stakeholder, 0};
  }
  const std::array<std::string, 2> tabs{"Cards", "Stakeholders"};
  if (const auto tab =
          segmented(frame, "source", box_at(area.min.x, area.min.y, std::min(320.0F, area.width()), control::segment_track), tabs, ui.people ? 1 : 0)) {
    ui.people = *tab == 1;
    ui.page = 0;
  }
  const std::vector<Item> choices = choices_of(workshop, activity, ui.people);
  const float line = area.min.y + (narrow ? control::segment_track + row_gap : 0.0F), middle = line + control::segment_track / 2;
  const float count_left = area.min.x + (narrow ? 0.0F : 348.0F);
  draw_label(frame.painter, {count_left, middle}, items_of(activity).empty() && !choices.empty() ? "None chosen: it opens with all" : std::to_string(items_of(activity).size()) + " chosen",
             {narrow ? desk_type::label : stage_type::label, frame.theme.ink.tertiary, Align::left, Anchor::middle}, area.max.x - 168 - count_left);
  const bool all = std::all_of(choices.begin(), choices.end(),
                               [&](Item i) { return std::binary_search(items_of(activity).begin(), items_of(activity).end(), i); });
  const char* label = all ? "Choose none" : "Choose all";
  if (!choices.empty() && button(frame, label, {{area.max.x - 160, line}, {area.max.x, line + control::segment_track}}, {ButtonKind::quiet}))
    describe_activity(commands, activity, [&](Activity& changed) {
      for (const Item item : choices) {
        std::vector<Item>* const items = items_in(changed);
        if (items == nullptr) return;
        if (all) take_out(*items, item);
        else put_in(*items, item);
      }
    });
  if (choices.empty()) {
    draw_empty_lines(frame, {area.center().x, area.center().y - 40}, ui.people ? "No stakeholders yet" : "No cards yet",
                     ui.people ? has_board(workshop, BoardKind::map) ? "Add them on the map first." : "Add a map first, and them on it." : "Write them on a cards board first, or choose stakeholders.", area.width());
    return;
  }
  const float top = line + 72;
  const auto rows = static_cast<std::size_t>(std::max(1.0F, (area.max.y - 64 - top + row_gap) / (row_height + row_gap)));
  const auto columns = static_cast<std::size_t>(std::clamp((area.width() + 12) / (choice_least + 12), 1.0F, 3.0F));
  const std::size_t per_page = rows * columns, pages = (choices.size() + per_page - 1) / per_page;
  ui.page = std::min(ui.page, pages - 1);
  const float width = (area.width() - 12 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (std::size_t n = 0; n < per_page && ui.page * per_page + n < choices.size(); ++n) {
    const Vec at{area.min.x + static_cast<float>(n % columns) * (width + 12),
                 top + static_cast<float>(n / columns) * (row_height + row_gap)};
    draw_choice(frame, workshop, activity, choices[ui.page * per_page + n], box_at(at.x, at.y, width, row_height), commands);
  }
  if (pages < 2) return;
  const Vec foot{area.center().x, area.max.y - 26};
  frame.painter.text(foot, std::to_string(ui.page + 1) + " of " + std::to_string(pages),
                     {stage_type::label, frame.theme.ink.secondary, Align::center, Anchor::middle});
  if (icon_button(frame, "Page before", box_around(foot - Vec{80, 0}, 24, 24), Icon::caret_left, only_if(ui.page > 0, "This is the first page.")))
    --ui.page;
  if (icon_button(frame, "Page after", box_around(foot + Vec{80, 0}, 24, 24), Icon::caret_right, only_if(ui.page + 1 < pages, "This is the last page.")))
    ++ui.page;
}

}  // namespace standpoint
