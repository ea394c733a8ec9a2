// Draws a discussion or the decisions. See talk.h.
#include "app/activities/talk.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include <imgui.h>

#include "app/activities/heading.h"
#include "app/activities/moment.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/paint/text/page_begins.h"
#include "app/widgets/controls.h"
#include "app/widgets/layers.h"
#include "app/widgets/pager.h"
#include "app/widgets/semantics.h"

namespace standpoint {
namespace {

const Decision* find_decision(const Workshop& workshop, DecisionId id) {
  const auto found = std::find_if(workshop.decisions.begin(), workshop.decisions.end(), [&](const Decision& d) { return d.id == id; });
  return found == workshop.decisions.end() ? nullptr : &*found;
}

void draw_discussion(const Frame& frame, const Activity& activity) {
  const Vec centre = frame.area.center();
  frame.painter.icon(centre - Vec{0, 90}, icon_of(activity.kind), Face::icon_regular, 120, frame.theme.line.strong);
  const std::string minutes = std::to_string(activity.minutes) + " minutes";
  frame.painter.text(centre + Vec{0, 26}, minutes, {stage_type::heading, frame.theme.ink.secondary, Align::center, Anchor::middle});
}

constexpr float between_rows = card_look::row_pitch - card_look::row_height, row_inset = 28, row_air = 20, numbers = 76, widest = 1400;
constexpr float form_height = 92, owner_least = 320, list_top = 16;

// What of a decision stands in one row: all of it, or so many of its lines where it is longer than a page.
struct DecisionRow {
  std::size_t decision = 0, first = 0, lines = 0;
  bool continues = false;  // in the next row
  float height = 0;
};

// Where the words of decisions lie; owners stand at the right, the long ones in two lines and more.
struct DecisionRows {
  const Frame& frame;
  float left, width;

  float owner_room(const Decision& decision) const {
    return decision.owner.empty() ? 0 : std::min(owner_least, label_width(frame.painter, decision.owner, stage_type::label)) + 48;
  }
  float words_room(const Decision& decision) const { return width - 2 * row_inset - owner_room(decision); }
  std::vector<std::string> lines(const Decision& decision) const { return wrap_label(frame.painter, decision.text, stage_type::row_text, words_room(decision)); }
  // A part keeps the breaks that the whole has.
  std::string words(const Decision& decision, const DecisionRow& part) const {
    if (!part.continues && part.first == 0) return decision.text;
    const std::vector<std::string> all = lines(decision);
    std::string some;
    for (std::size_t i = part.first; i < part.first + part.lines; ++i) some += (some.empty() ? "" : "\n") + all[i];
    return some;
  }
  // The rows of everything that was decided: none is higher than a page has room for.
  std::vector<DecisionRow> of(const std::vector<Decision>& decisions, float page) const {
    const auto most = static_cast<std::size_t>(std::max(1.0F, (page - row_air) / stage_type::row_text.line));
    std::vector<DecisionRow> rows;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      const std::size_t all = lines(decisions[i]).size();
      const auto owner = static_cast<float>(wrap_label(frame.painter, decisions[i].owner, stage_type::label, owner_least).size());
      for (std::size_t first = 0; first == 0 || first < all; first += most) {
        const std::size_t count = std::min(most, all - first);
        const float words = static_cast<float>(count) * stage_type::row_text.line, whose = first == 0 ? owner * stage_type::label.line : 0;
        rows.push_back({i, first, count, first + count < all, std::max(card_look::row_height, std::max(words, whose) + row_air)});
      }
    }
    return rows;
  }
};

void draw_decision(const DecisionRows& rows, const Decision& decision, const DecisionRow& part, Box row, bool chosen) {
  const Frame& frame = rows.frame;
  draw_elevation(frame.painter, frame.theme, row, radius::card, frame.theme.shadow_rest);
  frame.painter.fill_box(row, radius::card, chosen ? frame.theme.accent.soft : frame.theme.bg.surface);
  if (chosen) frame.painter.stroke_box(row, radius::card, {frame.theme.accent.base, line_width::selected});
  draw_label(frame.painter, {row.min.x - 34, row.center().y}, std::to_string(part.decision + 1),
             {stage_type::heading, frame.theme.ink.tertiary, Align::center, Anchor::middle});
  const TextLook words{stage_type::row_text, frame.theme.ink.primary, Align::left, Anchor::middle};
  draw_wrapped_label(frame.painter, {row.min.x + row_inset, row.center().y}, rows.words(decision, part), words, rows.words_room(decision));
  if (part.first == 0)
    draw_wrapped_label(frame.painter, {row.max.x - row_inset, row.center().y}, decision.owner,
                       {stage_type::label, frame.theme.ink.secondary, Align::right, Anchor::middle}, owner_least);
}

void change(const Decision& decision, TalkUi& ui) {
  ui.changing = decision.id;
  ui.text_draft = decision.text;
  ui.owner_draft = decision.owner;
  ui.focus_field = true;
}

void leave_form(TalkUi& ui) {
  ui.text_draft.clear();
  ui.owner_draft.clear();
  ui.changing = {};
}

// A tap opens a decision in the form below.
void draw_decisions(const Frame& frame, const Workshop& workshop, bool edits, Box area, TalkUi& ui) {
  const DecisionRows layout{frame, area.min.x + numbers, std::min(widest, area.width() - numbers)};
  const auto laid_out = [&](float room) {
    std::vector<DecisionRow> rows = layout.of(workshop.decisions, room);
    std::vector<float> heights;
    for (const DecisionRow& row : rows) heights.push_back(row.height);
    return std::pair(std::move(rows), page_begins(heights, between_rows, room));
  };
  auto [rows, begins] = laid_out(area.height() - list_top);
  if (begins.size() > 2) std::tie(rows, begins) = laid_out(area.height() - list_top - pager_height);
  ui.pages = std::max<std::size_t>(1, begins.size() - 1);
  std::size_t page = std::min(ui.page.value_or(ui.pages - 1), ui.pages - 1);
  const ReadTogether list(frame, "Decisions");
  float y = area.min.y + list_top;
  for (std::size_t i = begins[page]; i < begins[page + 1]; ++i) {
    const DecisionRow& part = rows[i];
    const Decision& decision = workshop.decisions[part.decision];
    const Box row = box_at(layout.left, y, layout.width, part.height);
    const std::string words = std::to_string(part.decision + 1) + ", " + decision.text + (decision.owner.empty() ? "" : ", " + decision.owner);
    ImGui::PushID(std::to_string(decision.id.value).c_str());
    if (!edits) describe(frame, "decision", row, {.role = ItemRole::text, .name = words});
    else if (tap_area(frame, (words + "##decision").c_str(), row)) change(decision, ui);
    draw_decision(layout, decision, part, row, edits && ui.changing == decision.id);
    if (edits) draw_focus_ring(frame, row, radius::card);
    ImGui::PopID();
    y += part.height + between_rows;
  }
  const std::size_t shown = page;
  draw_pager(frame, {layout.left + layout.width / 2, area.max.y - pager_height / 2}, ui.pages, page);
  if (page == shown) return;
  ui.page = page;
  if (page + 1 == ui.pages) ui.page.reset();  // what is recorded next comes into sight again
}

// What is decided next, or the decision that is changed: then it can be taken back, too.
void draw_decision_form(const Frame& frame, const Workshop& workshop, TalkUi& ui, Box row, Commands& commands) {
  const bool changes = static_cast<bool>(ui.changing);
  const float go = changes ? 112 : 160, more = changes ? 56 + 16 + button_width(frame, "Cancel", {ButtonKind::quiet}) + 12 : 0;
  const float x = row.max.x - go - more, owner_x = row.min.x + (x - row.min.x) * 0.68F;
  const FieldResult text = text_field(frame, "Decision", box_at(row.min.x, row.min.y, owner_x - 16 - row.min.x, 60), ui.text_draft,
                                      {.hint = "What was decided?", .focus_now = ui.focus_field});
  ui.focus_field = false;
  const FieldResult owner = text_field(frame, "Owner of the decision", box_at(owner_x, row.min.y, x - 16 - owner_x, 60), ui.owner_draft,
                                       {.hint = "Who owns it?"});
  const bool blank = ui.text_draft.find_first_not_of(' ') == std::string::npos;
  const bool entered = (text.committed || owner.committed) && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  const bool tapped = button(frame, changes ? "Save" : "Record", box_at(x, row.min.y + 2, go, 56), only_if(!blank, "Write what was decided first.", {ButtonKind::primary}));
  if (changes) {
    const bool gone = icon_button(frame, "Take back the decision", box_at(x + go + 12, row.min.y + 2, 56, 56), Icon::trash, {ButtonKind::quiet});
    if (gone) commands.add(RemoveDecision{ui.changing});
    const bool cancelled = button(frame, "Cancel##decision", {{x + go + 12 + 56 + 4, row.min.y + 2}, {row.max.x, row.min.y + 58}}, {ButtonKind::quiet});
    if (gone || cancelled || text.cancelled || owner.cancelled) return leave_form(ui);
  }
  if ((!tapped && !entered) || blank) return;
  const DecisionId id = changes ? ui.changing : mint<DecisionId>(frame.me, next_nth(workshop, frame.me));
  const Decision decided{id, ui.text_draft, ui.owner_draft};
  if (!changes || !(*find_decision(workshop, id) == decided)) commands.add(RecordDecision{decided});
  leave_form(ui);
  ui.focus_field = !changes;
  if (!changes) ui.page.reset();
}

}  // namespace

void draw_talk(const Frame& frame, const Workshop& workshop, const Activity& activity, TalkUi& ui, Commands& commands) {
  if (activity.kind != ActivityKind::decide) {
    draw_discussion(frame, activity);
    return;
  }
  const bool edits = frame.chrome && facilitates(frame) && activity.phase != Phase::planned;
  if (find_decision(workshop, ui.changing) == nullptr && ui.changing) leave_form(ui);  // somebody else took it back
  const bool form = edits && (activity.phase == Phase::open || ui.changing);
  const float bottom = frame.area.max.y - (form ? form_height : 0);
  const LowerItems below_panels;
  draw_decisions(frame, workshop, edits, {frame.area.min, {frame.area.max.x, bottom}}, ui);
  if (workshop.decisions.empty()) {
    const bool over = activity.phase == Phase::closed || activity.phase == Phase::revealed;
    draw_empty_lines(frame, frame.area.center() - Vec{0, 60}, over ? "Nothing was decided" : "No decisions yet",
                     over ? "" : form ? "Write the first one below." : "They appear here.", frame.area.width());
  }
  const float left = frame.area.min.x + numbers;
  if (form) draw_decision_form(frame, workshop, ui, box_at(left, bottom + 16, std::min(widest, frame.area.width() - numbers), 60), commands);
}

}  // namespace standpoint
