// A planned vote: what is voted on at the left, its rules at the right. Each tap changes what it is about and nothing else. See stage.h.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/activities/choices.h"
#include "app/activities/vote/stage.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "core/activities/vote/result.h"

namespace standpoint {
namespace {

constexpr float panel_width = 504, decider_pitch = 54, narrow_window = 1280, rules_room = 44;
constexpr int most_dots = 99;

std::string counted(std::size_t number, const char* one, const char* many) { return std::to_string(number) + " " + (number == 1 ? one : many); }

void caption(const Frame& frame, Vec at, std::string_view words) {
  frame.painter.text(at, words, {desk_type::label_strong, frame.theme.ink.secondary});
}

// The rules of practice that make sense here: none without choices, none that gives everybody more dots than there are choices, and
// no number twice.
struct DotsRule {
  const char* name;
  int dots;
};
std::vector<DotsRule> dots_rules(int items, int people) {
  const DotsAdvice advice = dots_advice(items, people);
  std::vector<DotsRule> rules;
  for (const DotsRule& rule : {DotsRule{"A quarter", advice.suggested}, DotsRule{"A third", advice.third}, DotsRule{"Few people", advice.msu}}) {
    const bool known = std::any_of(rules.begin(), rules.end(), [&](const DotsRule& r) { return r.dots == rule.dots; });
    if (rule.dots <= items && rule.dots <= most_dots && !known) rules.push_back(rule);
  }
  return rules;
}

// Dots per person with the rules of practice beside it, a line that says what they are, and a tap that takes one.
void draw_budget(const Frame& frame, const Workshop& workshop, const Activity& activity, Box box, Commands& commands) {
  caption(frame, box.min, "Dots per person");
  const auto set = [&](int dots) {
    describe_activity(commands, activity, [&](Activity& changed) {
      VoteSetup& vote = *vote_in(changed);
      vote.dots_per_person = static_cast<std::uint16_t>(std::clamp(dots, 1, most_dots));
      vote.dots_per_item = std::min(vote.dots_per_item, vote.dots_per_person);
    });
  };
  if (const auto dots = stepper(frame, "Dots per person", box_at(box.min.x, box.min.y + 30, 168, 48), vote_of(activity).dots_per_person, 1, most_dots))
    set(*dots);
  const auto people =
      std::count_if(workshop.seats.begin(), workshop.seats.end(), [](const Seat& s) { return s.present && s.role == Role::participant; });
  const std::vector<DotsRule> rules = dots_rules(static_cast<int>(vote_of(activity).items.size()), static_cast<int>(people));
  const std::string basis = counted(vote_of(activity).items.size(), "choice", "choices") + ", " + counted(static_cast<std::size_t>(people), "person", "people");
  frame.painter.text({box.max.x, box.min.y}, basis, {desk_type::label, frame.theme.ink.tertiary, Align::right});
  float x = box.min.x + 176;
  for (const auto& [name, dots] : rules) {
    const std::string label = std::string(name) + ": " + std::to_string(dots);
    const float width = label_width(frame.painter, label, desk_type::label_strong) + 12;
    const Box target = box_at(x, box.min.y + 30, width, 48);
    if (x + width > box.max.x) break;
    if (tap_area(frame, (label + "##advice").c_str(), target)) set(dots);
    const bool same = dots == vote_of(activity).dots_per_person;
    if (ImGui::IsItemHovered()) frame.painter.fill_box(target, radius::control, frame.theme.bg.sunken);
    draw_label(frame.painter, target.center(), label,
               {same ? desk_type::label_strong : desk_type::label, same ? frame.theme.accent.ink : frame.theme.ink.tertiary, Align::center,
                Anchor::middle});
    draw_focus_ring(frame, target, radius::control);
    x += width;
  }
  const bool by_people = std::any_of(rules.begin(), rules.end(), [](const DotsRule& r) { return std::string_view(r.name) == "Few people"; });
  if (rules.empty()) return;
  draw_wrapped_label(frame.painter, {box.min.x, box.min.y + 84},
                     by_people ? "Usual: a quarter or a third of the choices; with few people more (Michigan State Extension)." : "Usual: a quarter or a third of the choices.",
                     {desk_type::caption, frame.theme.ink.tertiary}, box.width(), 2);
}

void draw_limit(const Frame& frame, const Activity& activity, Box box, Commands& commands) {
  const bool limited = vote_of(activity).dots_per_item > 0;
  if (const auto on = check_box(frame, "Limit one person’s dots on one item", box.min, limited))
    describe_activity(commands, activity, [&](Activity& changed) { vote_in(changed)->dots_per_item = *on ? 1 : 0; });
  if (!limited) return;
  if (const auto dots = stepper(frame, "Limit per item", box_at(box.min.x, box.min.y + 54, 168, 48), vote_of(activity).dots_per_item, 1,
                                std::max<int>(1, vote_of(activity).dots_per_person)))
    describe_activity(commands, activity, [&](Activity& changed) { vote_in(changed)->dots_per_item = static_cast<std::uint16_t>(*dots); });
}

void draw_secrecy_choice(const Frame& frame, const Activity& activity, Box box, Commands& commands) {
  caption(frame, box.min, "Who sees whose dots");
  const std::array<std::string, 2> labels{"Anonymous", "Named"};
  if (const auto chosen = segmented(frame, "secrecy", box_at(box.min.x, box.min.y + 30, box.width(), 48), labels,
                                    activity.secrecy == Secrecy::named ? 1 : 0))
    describe_activity(commands, activity, [&](Activity& changed) { changed.secrecy = *chosen == 1 ? Secrecy::named : Secrecy::anonymous; });
  draw_secrecy(frame, activity, {box.min.x, box.min.y + 102}, {desk_type::label, box.width()});
}

void draw_decider(const Frame& frame, const Workshop& workshop, const Activity& activity, Box box, VoteUi& ui) {
  caption(frame, box.min, "Decider");
  const Seat* decider = find(workshop, vote_of(activity).decider);
  const std::string label = decider == nullptr ? "Nobody decides alone" : decider->name;
  if (button(frame, (label + "##decider").c_str(), box_at(box.min.x, box.min.y + 30, box.width(), 52), {ButtonKind::secondary, Icon::star}))
    ui.choosing_decider = true;
}

void draw_decider_list(const Frame& frame, const Workshop& workshop, const Activity& activity, Box box, VoteUi& ui, Commands& commands) {
  frame.painter.text(box.min, "Who may give the star", {desk_type::heading, frame.theme.ink.primary});
  std::vector<std::pair<SeatId, std::string>> rows{{SeatId{}, "Nobody decides alone"}};
  for (const Seat& seat : workshop.seats)
    if (seat.role == Role::participant || seat.role == Role::facilitator) rows.emplace_back(seat.id, seat.name);
  const float top = box.min.y + 48, width = (box.width() - 8) / 2;
  const auto lines = static_cast<std::size_t>((box.max.y - 56 - top) / decider_pitch);
  const std::size_t per_page = 2 * lines, pages = (rows.size() + per_page - 1) / per_page;
  ui.decider_page = std::min(ui.decider_page, pages - 1);
  for (std::size_t n = 0; n < per_page && ui.decider_page * per_page + n < rows.size(); ++n) {
    const auto& [seat, name] = rows[ui.decider_page * per_page + n];
    const Box row = box_at(box.min.x + static_cast<float>(n / lines) * (width + 8), top + static_cast<float>(n % lines) * decider_pitch,
                           width, decider_pitch - 4);
    ImGui::PushID(static_cast<int>(seat.value));
    if (button(frame, (name + "##may decide").c_str(), row, {ButtonKind::quiet, {}, true, false, seat == vote_of(activity).decider})) {
      describe_activity(commands, activity, [&, chosen = seat](Activity& changed) { vote_in(changed)->decider = chosen; });
      ui.choosing_decider = false;
    }
    ImGui::PopID();
  }
  if (pages > 1 && button(frame, "More names", {{box.min.x, box.max.y - 52}, {box.max.x, box.max.y - 4}}, {ButtonKind::quiet}))
    ui.decider_page = (ui.decider_page + 1) % pages;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.choosing_decider = false;
}

void draw_question(const Frame& frame, const Activity& activity, Box box, VoteUi& ui, Commands& commands) {
  if (!(ui.title_of == activity.id)) {
    ui.title = activity.title;
    ui.title_of = activity.id;
  }
  const FieldResult field = text_field(frame, "Question", box, ui.title, {.hint = "What do we vote on?", .caption = "Question"});
  if (field.committed && !ui.title.empty()) describe_activity(commands, activity, [&](Activity& changed) { changed.title = ui.title; });
  if (field.cancelled || (!field.active && !field.committed)) ui.title = activity.title;
}

}  // namespace

void draw_vote_setup(const Frame& outer, const Workshop& workshop, const Activity& activity, VoteUi& ui, Commands& commands) {
  const Frame frame = outer.desk();
  const Box area{{frame.area.min.x, frame.area.min.y + 8}, frame.area.max};
  const Box panel{{area.max.x - panel_width, area.min.y}, {area.max.x, area.max.y - 16}};
  draw_choices(frame, workshop, activity, {area.min, {panel.min.x - (frame.size.x < narrow_window ? space::s5 : 40.0F), area.max.y}}, ui.choices, commands);
  draw_panel(frame, panel);
  const Box inner = panel.grown(-24);
  if (ui.choosing_decider) {
    draw_decider_list(frame, workshop, activity, inner, ui, commands);
  } else {
    ScrollArea page(frame, {{panel.min.x, panel.min.y + space::s2}, {panel.max.x, panel.max.y - space::s2}}, ui.rules_scroll);
    const float x = inner.min.x, y = page.top() + inner.min.y - panel.min.y - space::s2, w = inner.width();
    draw_question(frame, activity, box_at(x, y + 28, w, 56), ui, commands);
    draw_budget(frame, workshop, activity, box_at(x, y + 110, w, 78), commands);
    draw_limit(frame, activity, box_at(x, y + 204 + rules_room, w, 102), commands);
    const float below = y + rules_room + (vote_of(activity).dots_per_item > 0 ? 318 : 268);
    draw_secrecy_choice(frame, activity, box_at(x, below, w, 120), commands);
    draw_decider(frame, workshop, activity, box_at(x, below + 164, w, 82), ui);
    page.ends_at(below + 164 + 82 + space::s4);
  }
}

}  // namespace standpoint
