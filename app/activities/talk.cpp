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
#include "core/activities/activities.h"
#include "core/workshop/changes.h"

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

// How decisions lie: on the stage, or on a sheet in the hand.
struct DecisionsLook {
  TextStyle words, owner, number;
  float numbers, number_from, inset, air, least, between;  // numbers: the room left of the rows for them; least: how high a row is
  float owner_most;
  bool owner_below = false;  // below the words instead of beside them
  bool on_sheet = false;
};
constexpr DecisionsLook stage_decisions{stage_type::row_text, stage_type::label, stage_type::heading, 76, 34, 28, 20, card_look::row_height,
                                 card_look::row_pitch - card_look::row_height, 320};
constexpr float widest = 1400, form_height = 92, list_top = 16, field_high = 60, button_high = 56;

// What of a decision stands in one row: all of it, or so many of its lines where it is longer than a page.
struct DecisionRow {
  std::size_t decision = 0, first = 0, lines = 0;
  bool continues = false;  // in the next row
  float height = 0;
};

// Where the words of decisions lie; owners stand at the right, the long ones in two lines and more, or below the last words.
struct DecisionRows {
  const Frame& frame;
  const DecisionsLook& look;
  float left, width;

  float owner_width() const { return look.owner_below ? width - 2 * look.inset : look.owner_most; }
  float owner_height(const Decision& decision) const {
    if (decision.owner.empty()) return 0;
    return static_cast<float>(wrap_label(frame.painter, decision.owner, look.owner, owner_width()).size()) * look.owner.line;
  }
  float owner_room(const Decision& decision) const {
    if (decision.owner.empty() || look.owner_below) return 0;
    return std::min(look.owner_most, label_width(frame.painter, decision.owner, look.owner)) + look.inset + look.air;
  }
  float words_room(const Decision& decision) const { return width - 2 * look.inset - owner_room(decision); }
  std::vector<std::string> lines(const Decision& decision) const { return wrap_label(frame.painter, decision.text, look.words, words_room(decision)); }
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
    std::vector<DecisionRow> rows;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      const std::size_t all = lines(decisions[i]).size();
      const float owner = owner_height(decisions[i]), room = page - look.air - (look.owner_below ? owner : 0);
      const auto most = static_cast<std::size_t>(std::max(1.0F, room / look.words.line));
      for (std::size_t first = 0; first == 0 || first < all; first += most) {
        const std::size_t count = std::min(most, all - first);
        const bool continues = first + count < all;
        const float words = static_cast<float>(count) * look.words.line;
        const float high = look.owner_below ? words + (continues ? 0 : owner) : std::max(words, first == 0 ? owner : 0);
        rows.push_back({i, first, count, continues, std::max(look.least, high + look.air)});
      }
    }
    return rows;
  }
};

void draw_decision(const DecisionRows& rows, const Decision& decision, const DecisionRow& part, Box row, bool chosen) {
  const Frame& frame = rows.frame;
  const DecisionsLook& look = rows.look;
  if (!look.on_sheet) draw_elevation(frame.painter, frame.theme, row, radius::card, frame.theme.shadow_rest);
  const Color ground = look.on_sheet ? frame.theme.bg.paper : frame.theme.bg.surface;
  frame.painter.fill_box(row, radius::card, chosen ? frame.theme.accent.soft : ground);
  if (chosen) frame.painter.stroke_box(row, radius::card, {frame.theme.accent.base, line_width::selected});
  draw_label(frame.painter, {row.min.x - look.number_from, row.center().y}, std::to_string(part.decision + 1),
             {look.number, frame.theme.ink.tertiary, Align::center, Anchor::middle});
  const bool below = look.owner_below && !part.continues && !decision.owner.empty();
  const float owner = below ? rows.owner_height(decision) : 0;
  const TextLook words{look.words, frame.theme.ink.primary, Align::left, Anchor::middle};
  draw_wrapped_label(frame.painter, {row.min.x + look.inset, row.center().y - owner / 2}, rows.words(decision, part), words, rows.words_room(decision));
  TextLook whose{look.owner, frame.theme.ink.secondary, Align::right, Anchor::middle};
  if (!look.owner_below && part.first == 0) draw_wrapped_label(frame.painter, {row.max.x - look.inset, row.center().y}, decision.owner, whose, rows.owner_width());
  whose.align = Align::left;
  const float words_end = row.center().y - owner / 2 + static_cast<float>(part.lines) * look.words.line / 2;
  if (below) draw_wrapped_label(frame.painter, {row.min.x + look.inset, words_end + owner / 2}, decision.owner, whose, rows.owner_width());
}

void change(const Decision& decision, TalkUi& ui) {
  ui.changing = decision.id;
  ui.began = decision;
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
void draw_decisions(const Frame& frame, const Workshop& workshop, bool edits, Box area, const DecisionsLook& look, TalkUi& ui) {
  const DecisionRows layout{frame, look, area.min.x + look.numbers, std::min(widest, area.width() - look.numbers)};
  const auto laid_out = [&](float room) {
    std::vector<DecisionRow> rows = layout.of(workshop.decisions, room);
    std::vector<float> heights;
    for (const DecisionRow& row : rows) heights.push_back(row.height);
    return std::pair(std::move(rows), page_begins(heights, look.between, room));
  };
  const float above = look.on_sheet ? 0 : list_top;
  auto [rows, begins] = laid_out(area.height() - above);
  if (begins.size() > 2) std::tie(rows, begins) = laid_out(area.height() - above - pager_height);
  ui.pages = std::max<std::size_t>(1, begins.size() - 1);
  std::size_t page = std::min(ui.page.value_or(ui.pages - 1), ui.pages - 1);
  const ReadTogether list(frame, "Decisions");
  float y = area.min.y + above;
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
    y += part.height + look.between;
  }
  const std::size_t shown = page;
  draw_pager(frame, {layout.left + layout.width / 2, area.max.y - pager_height / 2}, ui.pages, page);
  if (page == shown) return;
  ui.page = page;
  if (page + 1 == ui.pages) ui.page.reset();  // what is recorded next comes into sight again
}

// Where the fields and the buttons of the form lie; `more`: taking back and Cancel, where a decision is changed.
struct FormPlaces {
  Box text, owner, go, more;
};

float more_width(const Frame& frame) { return button_high + 4 + button_width(frame, "Cancel", {ButtonKind::quiet}) + 12; }

// The buttons at the right end of a row, or in all of it.
FormPlaces with_buttons(const Frame& frame, bool changes, Box row, bool all_of_it) {
  const float more = changes ? more_width(frame) + 12 : 0, go = all_of_it ? row.width() - more : changes ? 112.0F : 160.0F;
  FormPlaces places;
  places.go = box_at(row.max.x - more - go, row.min.y, go, button_high);
  places.more = {{places.go.max.x + 12, row.min.y}, {row.max.x, row.min.y + button_high}};
  return places;
}

FormPlaces in_a_row(const Frame& frame, bool changes, Box row) {
  FormPlaces places = with_buttons(frame, changes, {row.min + Vec{0, (row.height() - button_high) / 2}, row.max}, false);
  const float x = places.go.min.x, owner_x = row.min.x + (x - row.min.x) * 0.68F;
  places.text = box_at(row.min.x, row.min.y, owner_x - 16 - row.min.x, row.height());
  places.owner = box_at(owner_x, row.min.y, x - 16 - owner_x, row.height());
  return places;
}

// One below the other, as wide as the glass in a hand: the words, then the owner, then on narrow glass the buttons.
FormPlaces on_sheet(const Frame& frame, bool changes, Box area, bool narrow) {
  constexpr float between = 12, least_save = 88;
  const Box text = box_at(area.min.x, area.min.y, area.width(), button_high);
  const float second = text.max.y + between, third = second + button_high + between;
  FormPlaces places = with_buttons(frame, changes, {{area.min.x, narrow ? third : second}, area.max}, narrow);
  if (narrow && changes && places.go.width() < least_save) {  // large letters
    places.go = box_at(area.min.x, third, area.width(), button_high);
    places.more = box_at(area.min.x, places.go.max.y + between, area.width(), button_high);
  }
  places.text = text;
  places.owner = {{area.min.x, second}, {narrow ? area.max.x : places.go.min.x - between, second + button_high}};
  return places;
}

// What is decided next, or the decision that is changed: then it can be taken back, too. True: Esc meant the form.
bool draw_decision_form(const Frame& frame, const Workshop& workshop, TalkUi& ui, const FormPlaces& places, Commands& commands) {
  const bool changes = static_cast<bool>(ui.changing);
  const FieldResult text = text_field(frame, "Decision", places.text, ui.text_draft, {.hint = "What was decided?", .focus_now = ui.focus_field});
  ui.focus_field = false;
  const FieldResult owner = text_field(frame, "Owner of the decision", places.owner, ui.owner_draft, {.hint = "Who owns it?", .typed = TypedAs::name});
  const bool escaped = text.cancelled || owner.cancelled;
  const bool blank = ui.text_draft.find_first_not_of(' ') == std::string::npos;
  const bool tapped = button(frame, changes ? "Save" : "Record", places.go, only_if(!blank, "Write what was decided first.", {ButtonKind::primary}));
  if (changes) {
    const Box bin = box_at(places.more.min.x, places.more.min.y, button_high, button_high);
    const bool gone = icon_button(frame, "Take back the decision", bin, Icon::trash, {ButtonKind::quiet});
    if (gone) commands.add(RemoveDecision{ui.changing});
    const bool cancelled = button(frame, "Cancel##decision", {{bin.max.x + 4, bin.min.y}, places.more.max}, {ButtonKind::quiet});
    if (gone || cancelled || escaped) {
      leave_form(ui);
      return escaped;
    }
  }
  if ((!tapped && !text.entered && !owner.entered) || blank) return escaped;
  if (changes) commands.change(change_of(ui.began, {ui.changing, ui.text_draft, ui.owner_draft}));
  else commands.add(RecordDecision{{mint<DecisionId>(frame.me, next_nth(workshop, frame.me)), ui.text_draft, ui.owner_draft}});
  leave_form(ui);
  ui.focus_field = !changes;
  if (!changes) ui.page.reset();
  return false;
}

// Nothing was decided, in words.
void draw_no_decisions(const Frame& frame, const Activity& activity, Vec at, std::string_view where, float room) {
  const bool over = activity.phase == Phase::closed || activity.phase == Phase::revealed;
  draw_empty_lines(frame, at, over ? "Nothing was decided" : "No decisions yet", over ? "" : where, room);
}

// The form is there for the next decision while it is open, and afterwards for one that is changed.
bool form_shows(const Workshop& workshop, const Activity& activity, bool edits, TalkUi& ui) {
  if (find_decision(workshop, ui.changing) == nullptr && ui.changing) leave_form(ui);  // somebody else took it back
  return edits && (activity.phase == Phase::open || ui.changing);
}

}  // namespace

void draw_talk(const Frame& frame, const Workshop& workshop, const Activity& activity, TalkUi& ui, Commands& commands) {
  if (!rules_of(activity).decides) {
    draw_discussion(frame, activity);
    return;
  }
  const bool edits = frame.chrome && facilitates(frame) && activity.phase != Phase::planned;
  const bool form = form_shows(workshop, activity, edits, ui);
  const float bottom = frame.area.max.y - (form ? form_height : 0);
  const LowerItems below_panels;
  draw_decisions(frame, workshop, edits, {frame.area.min, {frame.area.max.x, bottom}}, stage_decisions, ui);
  if (workshop.decisions.empty())
    draw_no_decisions(frame, activity, frame.area.center() - Vec{0, 60}, form ? "Write the first one below." : "They appear here.", frame.area.width());
  if (!form) return;
  const Box row = box_at(frame.area.min.x + stage_decisions.numbers, bottom + 16, std::min(widest, frame.area.width() - stage_decisions.numbers), field_high);
  draw_decision_form(frame, workshop, ui, in_a_row(frame, static_cast<bool>(ui.changing), row), commands);
}

bool draw_decisions_on_sheet(const Frame& frame, const Workshop& workshop, const Activity& activity, Box area, TalkUi& ui, Commands& commands) {
  constexpr float narrow_below = 480, low_below = 260, tight_below = 400, below_form = 20;
  const bool narrow = area.width() < narrow_below, tight = area.height() < tight_below;
  const DecisionsLook look{desk_type::body, desk_type::small_body, desk_type::label_strong, 32, 18, 16, tight ? 12.0F : 24.0F, touch::min_target, 8, 200, narrow, true};
  Box list = area;
  bool escaped = false;
  if (form_shows(workshop, activity, !frame.read_only, ui)) {
    const bool changes = static_cast<bool>(ui.changing);
    const FormPlaces places = area.height() < low_below ? in_a_row(frame, changes, {area.min, {area.max.x, area.min.y + button_high}}) : on_sheet(frame, changes, area, narrow);
    list.min.y = std::max(places.go.max.y, places.more.max.y) + below_form;
    escaped = draw_decision_form(frame, workshop, ui, places, commands);
  }
  if (list.height() < look.least + pager_height) return escaped;  // the keyboard has the glass
  draw_decisions(frame, workshop, !frame.read_only, list, look, ui);
  if (workshop.decisions.empty()) draw_no_decisions(frame, activity, {list.center().x, list.min.y + list.height() * 0.3F}, "They appear here and on the stage.", list.width());
  return escaped;
}

}  // namespace standpoint
