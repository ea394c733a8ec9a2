// A blind placing on a tablet or phone (10, 10b): one stakeholder after another, by tap, drag or arrow keys. See
// hand.h.
#include <algorithm>

#include <imgui.h>

#include "app/activities/place/hand.h"
#include "app/activities/place/plane.h"
#include "app/boards/canvas/paint_board.h"
#include "app/design/theme.h"
#include "app/paint/node.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/paint/text/label_ends.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/first_words.h"

namespace standpoint {
namespace {

constexpr float list_from = 900, low_list_from = 700, low_plane = 560, list_width = 284, low_list_width = 220, plane_least = 200, plane_high = 1.26F, row_pitch = 50, row_current = 68, person_room = 118, short_below = 700,
                axis_room = 34, low_foot = 64;
constexpr float narrow = 300;

// Everything the parts of the page share.
struct Placing {
  const Frame& frame;
  const Workshop& workshop;
  const Activity& activity;
  HandPage& page;
  PassDraft& draft;
  Item item;
  std::string name;

  float done() const {
    const auto decided = std::count_if(items_of(activity).begin(), items_of(activity).end(), [&](Item i) { return is_decided(draft, i); });
    return static_cast<float>(decided);
  }
  std::string count_words() const {
    return std::to_string(static_cast<int>(done())) + " of " + std::to_string(items_of(activity).size());
  }
  void draw_bar(Box bar) const {
    describe(frame, "progress", bar, {.role = ItemRole::progress, .name = "Decided", .value = count_words()});
    frame.painter.fill_box(bar, bar.height() / 2, frame.theme.bg.sunken);
    const float part = done() / static_cast<float>(std::max<std::size_t>(1, items_of(activity).size()));
    if (part > 0)
      frame.painter.fill_box(box_at(bar.min.x, bar.min.y, std::max(bar.height(), bar.width() * part), bar.height()), bar.height() / 2, frame.theme.accent.base);
  }
  std::string role() const {
    const Stakeholder* s = item.kind == Item::Kind::stakeholder ? find(workshop, StakeholderId{item.id}) : nullptr;
    if (s == nullptr) return {};
    return s->role.empty() ? s->organisation : s->organisation.empty() ? s->role : s->role + ", " + s->organisation;
  }
};

// Beside the plane: on a tablet held across, and on a phone held across, where nothing fits below it.
bool with_list(const Frame& frame) {
  const bool low = frame.area.height() < low_plane;
  return frame.area.width() >= (low ? low_list_from : list_from) && (low || !on_phone(frame));
}

// A short phone has no room below the plane: who is placed stands above it.
bool person_above(const Frame& frame) { return on_phone(frame) && frame.area.height() < short_below; }

void draw_mark_of(const Placing& p, Item item, bool current, Vec at) {
  const Theme& theme = p.frame.theme;
  if (current) p.frame.painter.fill_circle(at, 9, theme.accent.base);
  else if (place_of(p.draft, item) != nullptr) p.frame.painter.icon(at, Icon::check, Face::icon_bold, 19, theme.status.success);
  else if (is_skipped(p.draft, item)) p.frame.painter.icon(at, Icon::minus, Face::icon_bold, 18, theme.ink.tertiary);
  else {
    const Stakeholder* person = item.kind == Item::Kind::stakeholder ? find(p.workshop, StakeholderId{item.id}) : nullptr;
    const NodeLook look{.radius = 9, .kind = person == nullptr ? StakeholderKind::external : person->kind, .show_stance = false, .alpha = 0.6F, .ground = theme.bg.paper};
    paint_node(p.frame.painter, theme, at, look);
  }
}

void draw_list_row(const Placing& p, std::size_t index, Box box, ScrollArea& scroll) {
  const Theme& theme = p.frame.theme;
  const Item item = items_of(p.activity)[index];
  const bool current = index == p.draft.current;
  ImGui::PushID(static_cast<int>(index));
  const std::string name = words_in(p.workshop, p.activity.id, item);
  if (tap_area(p.frame, (name + "##who").c_str(), box)) p.draft.current = index;
  const bool placed = place_of(p.draft, item) != nullptr;
  describe_item(p.frame, {.value = placed ? "placed" : is_skipped(p.draft, item) ? "skipped" : "", .selected = current});
  scroll.follow_focus(box);
  if (current) p.frame.painter.fill_box(box, radius::card, theme.accent.soft);
  else if (ImGui::IsItemActive()) p.frame.painter.fill_box(box, radius::control, theme.bg.sunken);
  draw_mark_of(p, item, current, {box.min.x + 27, box.center().y});
  const std::string role = current ? p.role() : std::string();
  const TextStyle style = p.page.look.label.with_face(current ? Face::semibold : Face::medium);
  draw_both_ends(p.frame.painter, {box.min.x + 54, box.center().y - (role.empty() ? 0.0F : 10.0F)}, name,
                 {style, placed && !current ? theme.ink.tertiary : theme.ink.primary, Align::left, Anchor::middle}, box.width() - 66, role.empty() ? box.height() : style.line);
  if (!role.empty())
    draw_label(p.frame.painter, {box.min.x + 54, box.center().y + 11}, role,
               {TextStyle{Face::medium, 14, 18}, theme.ink.secondary, Align::left, Anchor::middle}, box.width() - 66);
  draw_focus_ring(p.frame, box, radius::control);
  ImGui::PopID();
}

// Where the current row begins in the list.
float row_top(std::size_t index) { return static_cast<float>(index) * row_pitch; }

void draw_list(const Placing& p, Box box, ParticipantUi& ui) {
  ScrollState& state = ui.list_scroll;
  if (ui.listed != p.draft.current && state.contents > 0) {  // two decided ones stay in sight above it
    ui.listed = p.draft.current;
    state.offset = std::max(0.0F, row_top(p.draft.current) - 2 * row_pitch);
    state.speed = 0;
  }
  const Theme& theme = p.frame.theme;
  p.frame.painter.text({box.min.x + 12, box.min.y + 10}, "Stakeholders", {p.page.look.label_strong, theme.ink.primary, Align::left, Anchor::middle});
  p.frame.painter.text({box.max.x - 12, box.min.y + 10}, p.count_words(), {p.page.look.label, theme.ink.tertiary, Align::right, Anchor::middle, {}, true});
  p.draw_bar(box_at(box.min.x + 12, box.min.y + 30, box.width() - 24, 6));
  ScrollArea scroll(p.frame, {{box.min.x, box.min.y + 50}, box.max}, state);
  const ReadTogether list(p.frame, "Stakeholders");
  float y = scroll.top();
  for (std::size_t i = 0; i < items_of(p.activity).size(); ++i) {
    const float height = i == p.draft.current ? row_current : row_pitch;
    draw_list_row(p, i, box_at(box.min.x, y + 1, box.width(), height - 2), scroll);
    y += height;
  }
  scroll.ends_at(y);
}

// The plane, what was placed before, and the hand on it, which may stand out over the plane's edge.
struct DrawnPlane {
  bool enter = false;  // for the next
  std::optional<Vec> hand = {};
  HandleLook look = {};
};
void paint_hand(const Placing& p, Box plane, const DrawnPlane& drawn) {
  if (drawn.hand) paint_handle(p.frame.painter, p.frame.theme, plane, *drawn.hand, p.name, initials_of(p.name), drawn.look);
}
DrawnPlane draw_plane(const Placing& p, Box plane) {
  const bool phone = on_phone(p.frame);
  CanvasBoard board = build_canvas(p.workshop, p.activity.board, p.activity.id);
  board.items.clear();  // blind: not even what was agreed before
  HandleLook hand = phone ? HandleLook{canvas_look::handle, canvas_look::aura, p.page.look.label_strong} : HandleLook{28, 54, p.page.look.label_strong};
  PlaneLook words{.compact = true, .text = 15};
  const auto held_place_now = [&] { return held_place(p.frame, plane, p.draft, p.item, p.name, hand); };
  const auto before = held_place_now();
  if (before) words.held = before->covers;
  paint_plane(p.frame.painter, p.frame.theme, board, plane, words);
  const bool enter = hold_handle(p.frame, plane, p.draft, p.item, p.name);
  offer_places(p.frame, plane, board, p.draft, p.item, p.name);
  p.page.scroll().follow_focus(plane);
  p.page.scroll().leave_drags(plane);
  const auto now = held_place_now();
  const std::optional<Vec> handle = now ? std::optional(now->at) : std::nullopt;
  draw_placed(p.frame, p.workshop, p.activity.id, board, plane, p.draft, p.item, handle, {phone ? 6.0F : 7.0F, p.page.look.label, !phone, words});
  hand.regions = words_of(p.frame.painter, board, plane, words).regions;
  return {enter, handle, hand};
}

void draw_person(const Placing& p) {
  const Theme& theme = p.frame.theme;
  const Vec at{p.page.left() + 26, p.page.y + 26};
  const bool with_sign = p.page.width() > narrow;  // large letters need the room
  if (with_sign) p.frame.painter.fill_circle(at, 26, theme.accent.base);
  if (with_sign) p.frame.painter.text(at, initials_of(p.name), {p.page.look.heading, theme.accent.on, Align::center, Anchor::middle});
  const float x = p.page.left() + (with_sign ? 66.0F : 0.0F), room = p.page.right() - x;
  const std::string role = p.role();
  draw_label(p.frame.painter, {x, at.y - (role.empty() ? 0.0F : 12.0F)}, p.name, {p.page.look.heading, theme.ink.primary, Align::left, Anchor::middle}, room);
  if (!role.empty())
    draw_label(p.frame.painter, {x, at.y + 13}, role, {TextStyle{Face::regular, 16, 22}, theme.ink.secondary, Align::left, Anchor::middle}, room);
  p.page.y += 64;
  p.page.y += draw_wrapped_label(p.frame.painter, {p.page.left(), p.page.y}, "Drag, or tap where they belong",
                                 {p.page.look.caption, theme.ink.tertiary}, p.page.width());
  p.page.y += 6;
}

// Name and role in as little height as they need.
void draw_person_above(const Placing& p) {
  HandPage& page = p.page;
  draw_label(p.frame.painter, {page.left(), page.y}, p.name, {page.look.heading, p.frame.theme.ink.primary}, page.width());
  page.y += page.look.heading.line;
  const std::string role = p.role();
  if (!role.empty()) draw_label(p.frame.painter, {page.left(), page.y}, role, {page.look.label, p.frame.theme.ink.secondary}, page.width());
  page.y += (role.empty() ? 0.0F : page.look.label.line) + 8;
}

void go_on(PassDraft& draft, const std::vector<Item>& items) {
  const std::size_t next = next_undecided(draft, items);
  if (next < items.size()) draft.current = next;
}

struct Slots {
  Box undo, skip, next;
};
Slots slots_of(Box foot, bool wide, float height) {
  if (wide) {
    const Box next = box_at(foot.max.x - 176, foot.min.y, 176, height), skip = box_at(next.min.x - 12 - 180, foot.min.y, 180, height);
    return {box_at(skip.min.x - 12 - 60, foot.min.y, 60, height), skip, next};
  }
  if (foot.width() < narrow) {  // large letters: one above the other
    const Box next = box_at(foot.min.x, foot.min.y, foot.width(), height), undo = box_at(foot.min.x, next.max.y + 8, 56, height);
    return {undo, {{undo.max.x + 8, undo.min.y}, {foot.max.x, undo.max.y}}, next};
  }
  const Box undo = box_at(foot.min.x, foot.min.y, 60, height);
  const float skip = (foot.width() - 80) * 0.57F;
  return {undo, box_at(undo.max.x + 10, foot.min.y, skip, height), {{undo.max.x + 20 + skip, foot.min.y}, {foot.max.x, foot.min.y + height}}};
}

// True: everything is said, send it.
bool draw_buttons(const Placing& p, Box foot, bool enter) {
  const bool wide = with_list(p.frame) || p.page.width() > 560, low = p.frame.area.height() < low_plane;
  const Slots slots = slots_of(foot, wide, low ? 52 : wide ? 56 : 60);
  const bool last = next_undecided(p.draft, items_of(p.activity)) == items_of(p.activity).size(), decided = is_decided(p.draft, p.item);
  const bool can_seal = !p.draft.placements.empty();
  bool sends = false;
  const ButtonLook forward{ButtonKind::primary, {}, decided && (!last || can_seal)};
  if (hand_button(p.frame, last ? "Send##forward" : "Next##forward", slots.next, forward) || (enter && forward.enabled)) {
    if (last) sends = true;
    else go_on(p.draft, items_of(p.activity));
  }
  if (hand_button(p.frame, "Skip, don’t know", slots.skip, {ButtonKind::secondary})) {
    skip(p.draft, p.item);
    go_on(p.draft, items_of(p.activity));
  }
  if (icon_button(p.frame, "Undo", slots.undo, Icon::arrow_u_up_left, {ButtonKind::secondary, {}, !p.draft.steps.empty()}))
    undo_step(p.draft, items_of(p.activity));
  return sends;
}

// Title, how many are decided, and a bar.
void draw_tall_head(const Placing& p, const ParticipantState& state, Commands& commands) {
  HandPage& page = p.page;
  if (p.frame.area.height() < low_plane) {
    draw_hand_head(p.frame, p.workshop, state, "places", page, HandClock::in_bar, commands, p.activity.title);
    p.draw_bar(box_at(page.left(), page.y, page.width(), 6));
    page.y += 14;
    return;
  }
  draw_hand_head(p.frame, p.workshop, state, "places", page, HandClock::by_title, commands);
  const float counted = on_phone(p.frame) && page.width() > narrow ? p.frame.painter.text_width(p.count_words(), page.look.label, true) + 16 : 0;
  if (counted > 0)
    p.frame.painter.text({page.right(), page.y + 17}, p.count_words(), {page.look.label, p.frame.theme.ink.tertiary, Align::right, Anchor::middle, {}, true});
  draw_hand_title(p.frame, p.workshop, p.activity, page, commands, counted);
  p.draw_bar(box_at(page.left(), page.y + 12, page.width(), 6));
  page.y += person_above(p.frame) ? 28.0F : 48.0F;
}

// With the list beside the plane; returns the plane.
Box draw_wide_page(const Placing& p, ParticipantUi& ui) {
  const bool low = p.frame.area.height() < low_plane;
  const float top = p.page.y, bottom = p.page.shown_to(), width = low ? low_list_width : list_width;
  draw_list(p, {{p.page.left(), top}, {p.page.left() + width, bottom - (low ? 0.0F : 44.0F)}}, ui);
  p.page.y = bottom - p.page.look.gap;  // what is shown ends here: there is nothing to scroll
  return {{p.page.left() + width + (low ? 36.0F : 48.0F), top}, {p.page.right(), bottom - (low ? axis_room : 44.0F)}};
}

// Above the person whose place is asked for, or below them with the promise under it; on low glass the promise is scrolled to.
Box tall_plane(const Placing& p, std::string_view promise) {
  const bool low = p.frame.area.height() < low_plane;
  float below = 44 + (on_phone(p.frame) ? person_room : person_room + 26);
  if (person_above(p.frame))
    below = axis_room + (low ? 0.0F : 8 + p.page.look.caption.line * static_cast<float>(wrap_label(p.frame.painter, promise, p.page.look.caption, p.page.width()).size()));
  const float room = p.page.shown_to() - p.page.y - below;
  const float height = std::max(std::max(plane_least, low ? p.frame.area.height() / 2 : 0.0F), std::min(room, (p.page.width() - 24) * plane_high));
  return {{p.page.left() + 24, p.page.y}, {p.page.right(), p.page.y + height}};
}

}  // namespace

void draw_placing_hand(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state, Making& making,
                       ParticipantUi& ui, Commands& commands) {
  PassDraft& draft = making.draft;
  if (items_of(activity).empty()) return;
  draft.current = std::min(draft.current, items_of(activity).size() - 1);
  const Item item = items_of(activity)[draft.current];
  const bool list = with_list(frame), low = frame.area.height() < low_plane;
  const std::string promise = secrecy_promise(activity, state.sealed.of);
  const float stacked = frame.area.width() - 32 < narrow ? 68.0F : 0.0F;
  HandPage page(frame, ui.scroll, (low ? low_foot : list ? 56 + 24.0F : 60 + 34.0F) + stacked);
  const Placing p{frame, workshop, activity, page, draft, item, words_in(workshop, activity.id, item)};
  if (list) draw_hand_head(frame, workshop, state, "places", page, HandClock::in_bar, commands, activity.title);
  else draw_tall_head(p, state, commands);
  draw_removal_notice(frame, workshop, activity, making, page);
  page.head_ends();
  if (!list && person_above(frame)) draw_person_above(p);
  const Box plane = list ? draw_wide_page(p, ui) : tall_plane(p, promise);
  const DrawnPlane drawn = draw_plane(p, plane);
  const bool whole = ui.scroll.offset <= 0 && plane.max.y <= page.shown_to();  // else the hand is scrolled with it
  if (!whole) paint_hand(p, plane, drawn);
  if (!list) {
    page.y = plane.max.y + (person_above(frame) ? axis_room : 54.0F);
    if (!person_above(frame)) draw_person(p);
    page.say(promise, page.look.caption, frame.theme.ink.tertiary);
    draw_way_to_board(frame, workshop, activity, page, ui);
  }
  const Box foot = page.foot(false);
  if (whole) paint_hand(p, plane, drawn);
  if (list) draw_wrapped_label(frame.painter, {foot.min.x + 12, foot.min.y + (low ? low_foot / 2 : 28)}, promise, {low ? page.look.caption : page.look.label, frame.theme.ink.tertiary, Align::left, Anchor::middle}, std::min(list_width + 80, foot.width() - 470));
  if (draw_buttons(p, foot, drawn.enter)) send_input(frame, activity, making, commands);
}

void draw_own_places(const Frame& frame, const Workshop&, const Activity& activity, const PassDraft& sent, HandPage& page) {
  const std::size_t all = items_of(activity).size(), placed = sent.placements.size();
  page.say(std::to_string(placed) + " of " + std::to_string(all) + " placed" + (placed < all ? ", the others count as “don’t know”" : ""), page.look.label,
           frame.theme.ink.tertiary, Align::center);
}

}  // namespace standpoint
