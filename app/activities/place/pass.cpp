// One person's placing: one stakeholder after another on the plane, by drag, tap or arrow keys; skipping counts as "don't
// know". See hand.h.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

#include <imgui.h>

#include "app/activities/moment.h"
#include "app/activities/place/hand.h"
#include "app/activities/place/plane.h"
#include "app/boards/canvas/paint_board.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/paint/text/label_ends.h"
#include "app/widgets/controls.h"
#include "app/widgets/legible.h"
#include "app/widgets/scroll.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/first_words.h"

namespace standpoint {
namespace {

constexpr float top_of_page = 176, passed_list_width = 400, beside_list = 96, list_foot = 12, below_plane = 72, right_of_plane = 8;
constexpr float passed_row_pitch = 56, current_height = 76, rows_top = 84, more_room = 44;

void draw_row_mark(const Frame& frame, const PassDraft& draft, Item item, bool current, Vec at) {
  const Theme& theme = frame.theme;
  if (current) frame.painter.fill_circle(at, 12, theme.accent.base);
  else if (place_of(draft, item) != nullptr) frame.painter.icon(at, Icon::check, Face::icon_bold, 24, theme.status.success);
  else if (is_skipped(draft, item)) frame.painter.icon(at, Icon::minus, Face::icon_bold, 22, theme.ink.tertiary);
  else frame.painter.stroke_circle(at, 11, {theme.line.strong, 2});
}

std::string role_of(const Workshop& workshop, Item item) {
  const Stakeholder* s = item.kind == Item::Kind::stakeholder ? find(workshop, StakeholderId{item.id}) : nullptr;
  if (s == nullptr) return {};
  return s->role.empty() ? s->organisation : s->role;
}

void draw_row(const Frame& frame, const Workshop& workshop, const Activity& activity, PassDraft& draft, std::size_t index, Box box) {
  const std::vector<Item>& items = items_of(activity);
  const Theme& theme = frame.theme;
  const bool current = index == draft.current;
  const std::string name = words_in(workshop, activity.id, items[index]), role = role_of(workshop, items[index]);
  ImGui::PushID(static_cast<int>(index));
  if (tap_area(frame, (name + "##who").c_str(), box)) draft.current = index;
  if (current) frame.painter.fill_box(box, radius::control_large, theme.accent.soft);
  else if (ImGui::IsItemHovered()) frame.painter.fill_box(box, radius::control, theme.bg.sunken);
  draw_row_mark(frame, draft, items[index], current, {box.min.x + 30, box.center().y});
  const bool two_lines = current && !role.empty();
  const bool placed = place_of(draft, items[index]) != nullptr;
  const TextStyle style{current ? Face::semibold : Face::medium, 24, 30};
  draw_both_ends(frame.painter, {box.min.x + 62, box.center().y - (two_lines ? 13.0F : 0.0F)}, name,
                 {style, placed && !current ? theme.ink.tertiary : theme.ink.primary, Align::left, Anchor::middle}, box.width() - 76, two_lines ? style.line : box.height());
  if (two_lines)
    draw_label(frame.painter, {box.min.x + 62, box.center().y + 16}, role,
               {legible(frame, {Face::medium, 20, 26}), theme.ink.secondary, Align::left, Anchor::middle}, box.width() - 76);
  draw_focus_ring(frame, box, radius::control);
  ImGui::PopID();
}

// Brings the current row into view whenever it is another one, with two decided ones above it; else the list stays where it was put.
void follow_current(PassUi& ui, Box view) {
  if (ui.listed == ui.draft.current) return;
  ui.listed = ui.draft.current;
  const float row = static_cast<float>(ui.draft.current) * passed_row_pitch;
  ui.list.speed = 0;
  ui.list.offset = std::clamp(row - 2 * passed_row_pitch, 0.0F, std::max(0.0F, ui.list.contents - view.height()));
}

// That there is more than what shows: how many, and where.
void draw_more(const Frame& frame, const ScrollState& state, Box view) {
  const float hidden = state.contents - view.height();
  if (hidden < 1) return;
  const Theme& theme = frame.theme;
  const float length = std::max(40.0F, view.height() * view.height() / state.contents);
  const float top = view.min.y + (view.height() - length) * std::clamp(state.offset / hidden, 0.0F, 1.0F);
  frame.painter.fill_box(box_at(view.max.x + 10, top, 6, length), 3, theme.line.strong);
  const auto below = static_cast<int>(std::lround((hidden - state.offset) / passed_row_pitch));
  if (below < 1) return;
  const Vec at{view.min.x + 30, view.max.y + more_room / 2};
  frame.painter.icon(at, Icon::caret_down, Face::icon_bold, 22, theme.ink.tertiary);
  frame.painter.text(at + Vec{32, 0}, std::to_string(below) + " more below", {stage_type::label, theme.ink.tertiary, Align::left, Anchor::middle});
}

// Everybody, scrolling; how many are left above it.
void draw_list(const Frame& frame, const Workshop& workshop, const Activity& activity, Box list, PassUi& ui) {
  const Theme& theme = frame.theme;
  const std::vector<Item>& items = items_of(activity);
  PassDraft& draft = ui.draft;
  const auto decided = std::count_if(items.begin(), items.end(), [&](Item i) { return is_decided(draft, i); });
  const auto left = std::ssize(items) - decided;
  frame.painter.text({list.min.x, list.min.y + 16}, left == 0 ? std::string("All decided") : std::to_string(left) + " left",
                     {stage_type::strong, theme.ink.primary, Align::left, Anchor::middle});
  frame.painter.text({list.max.x, list.min.y + 16}, std::to_string(decided) + " of " + std::to_string(items.size()),
                     {stage_type::label, theme.ink.tertiary, Align::right, Anchor::middle, {}, true});
  const Box bar = box_at(list.min.x, list.min.y + 48, list.width(), 8);
  frame.painter.fill_box(bar, 4, theme.bg.sunken);
  const float part = items.empty() ? 0 : static_cast<float>(decided) / static_cast<float>(items.size());
  if (part > 0) frame.painter.fill_box(box_at(bar.min.x, bar.min.y, std::max(8.0F, bar.width() * part), 8), 4, theme.accent.base);
  const Box view{{list.min.x, list.min.y + rows_top}, {list.max.x, list.max.y - more_room}};
  follow_current(ui, view);
  {
    ScrollArea scroll(frame, view, ui.list);
    float y = scroll.top();
    for (std::size_t i = 0; i < items.size(); ++i) {
      const float height = i == draft.current ? current_height : passed_row_pitch;
      const Box row = box_at(list.min.x, y, list.width(), height - 4);
      draw_row(frame, workshop, activity, draft, i, row);
      scroll.follow_focus(row);
      y += height;
    }
    scroll.ends_at(y);
  }
  draw_more(frame, ui.list, view);
}

void pass_on_to_next(PassDraft& draft, const std::vector<Item>& items) {
  const std::size_t next = next_undecided(draft, items);
  if (next < items.size()) draft.current = next;
}

// Enter and Space go on wherever the hand left the pointer; only a control that the keyboard stands on has them for itself.
bool goes_on_by_key() {
  if (ImGui::GetIO().NavVisible && ImGui::IsAnyItemFocused()) return false;
  return ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false) || ImGui::IsKeyPressed(ImGuiKey_Space, false);
}

// The bar's buttons from the right, with the widths of their labels. "Done, skip the rest" stands there while more is to come.
struct BarButtons {
  float next, skip, undo = PassPage::button, rest, leave;
  explicit BarButtons(const Frame& frame)
      : next(pass_button_width(frame, "Next", 240)),
        skip(pass_button_width(frame, "Skip, don’t know", 264)),
        rest(pass_button_width(frame, "Done, skip the rest", 264)),
        leave(pass_button_width(frame, "Leave without placing", 290)) {}
  float width() const { return next + skip + undo + rest + leave + 5 * PassPage::gap; }
};

PassStep draw_buttons(const Frame& frame, const PassPage& page, const BarButtons& widths, PassDraft& draft, const std::vector<Item>& items, bool enter) {
  const Item item = items[draft.current];
  const bool last = next_undecided(draft, items) == items.size();
  const bool placed = place_of(draft, item) != nullptr;
  float right = page.right;
  const auto slot = [&](float width) {
    const Box box = box_at(right - width, page.buttons, width, PassPage::button);
    right -= width + PassPage::gap;
    return box;
  };
  const bool can_seal = !draft.placements.empty();
  const std::string_view first = is_decided(draft, item) ? "Place somebody first: everybody was skipped." : "Tap the plane first, or skip.";
  if (last) {
    if (button(frame, "Done##placing", slot(widths.next), only_if(can_seal && (placed || is_skipped(draft, item)), first, {ButtonKind::primary})) ||
        (enter && can_seal && is_decided(draft, item)))
      return PassStep::sealed;
  } else if (button(frame, "Next", slot(widths.next), only_if(is_decided(draft, item), first, {ButtonKind::primary})) || (enter && is_decided(draft, item))) {
    pass_on_to_next(draft, items);
  }
  if (button(frame, "Skip, don’t know", slot(widths.skip))) {
    skip(draft, item);
    pass_on_to_next(draft, items);
  }
  if (icon_button(frame, "Undo", slot(widths.undo), Icon::arrow_u_up_left, {ButtonKind::secondary, {}, !draft.steps.empty()}))
    undo_step(draft, items);
  if (!last && button(frame, "Done, skip the rest", slot(widths.rest), {ButtonKind::quiet, {}, can_seal})) return PassStep::sealed;
  if (button(frame, "Leave without placing", slot(widths.leave), {ButtonKind::quiet})) return PassStep::left;
  return PassStep::stays;
}

constexpr float hint_above = 120, hint_air = 16, hint_high = 22;

// What to do while nothing is placed; a long name is shortened, the sentence is not.
std::string hint_about(const Frame& frame, Box plane, const std::string& name) {
  const std::string before = "Tap or drag to where ", after = " belongs";
  const float room = plane.width() - 4 * hint_air - label_width(frame.painter, before + after, stage_type::label);
  return before + wrap_label(frame.painter, name, stage_type::label, room, 1).front() + after;
}

Box box_of_hint(const Frame& frame, Box plane, const std::string& hint) {
  return box_around({plane.center().x, plane.max.y - hint_above}, label_width(frame.painter, hint, stage_type::label) / 2 + hint_air, hint_high);
}

}  // namespace

PassStep draw_placing_page(const Frame& frame, const Workshop& workshop, const Activity& activity, PassUi& ui, Commands&) {
  PassDraft& draft = ui.draft;
  const std::vector<Item>& items = items_of(activity);
  if (items.empty()) return PassStep::left;
  draft.current = std::min(draft.current, items.size() - 1);
  const Item item = items[draft.current];
  const std::string name = words_in(workshop, activity.id, item);
  CanvasBoard board = build_canvas(workshop, activity.board, activity.id);
  board.items.clear();  // blind: not even what was agreed before
  const bool named = activity.secrecy == Secrecy::named;
  const std::string_view secrecy = named ? "Named: your name is shown after the reveal." : "Blind: others see nothing until the reveal.";
  const BarButtons buttons(frame);
  const PassPage page(frame, label_width(frame.painter, secrecy, stage_type::label) + buttons.width());
  const Box list{{page.left, top_of_page}, {page.left + passed_list_width, page.bar - list_foot}};
  const Box plane{{list.max.x + beside_list, top_of_page}, {page.right - right_of_plane, page.bar - below_plane}};
  draw_list(frame, workshop, activity, list, ui);
  PlaneLook words{.compact = true, .text = std::max(PlaneLook{}.text, desk_type::smallest / frame.scale)};
  const auto before = held_place(frame, plane, draft, item, name);
  const std::string hint = before ? std::string() : hint_about(frame, plane, name);
  const Box hint_box = before ? Box{} : box_of_hint(frame, plane, hint);
  if (before) words.held = before->covers;
  else words.held = {&hint_box, 1};
  paint_plane(frame.painter, frame.theme, board, plane, words);
  const bool enter = hold_handle(frame, plane, draft, item, name) || goes_on_by_key();
  const auto now = held_place(frame, plane, draft, item, name);
  draw_placed(frame, workshop, activity.id, board, plane, draft, item, now ? std::optional(now->at) : std::nullopt, {.name = legible(frame, PlacedLook{}.name), .words = words});
  if (now) {
    paint_handle(frame.painter, frame.theme, plane, now->at, name, initials_of(name), {.regions = words_of(frame.painter, board, plane, words).regions});
  } else if (!before) {
    frame.painter.fill_box(hint_box, radius::control, frame.theme.bg.surface);
    frame.painter.text(hint_box.center(), hint, {stage_type::label, frame.theme.ink.tertiary, Align::center, Anchor::middle});
  }
  draw_pass_bar(frame, page);
  frame.painter.text({page.left, page.words}, secrecy,
                     {stage_type::label, named ? frame.theme.status.warning_ink : frame.theme.ink.tertiary, Align::left, Anchor::middle});
  return draw_buttons(frame, page, buttons, draft, items, enter);
}

}  // namespace standpoint
