// The panel of one tie, the list of a person's ties, and the choice of a kind. Called by the map's screen and by the panel
// of a stakeholder. Each change is one ChangeTie.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/boards/map/inspector_parts.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/paint/tie.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"
#include "core/insights/story.h"
#include "core/workshop/changes.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr float tie_pad = space::s6, row_height = 60, kind_row = 52, sample_width = 56, note_height = 140;

Quad sample_line(Vec from, float width, bool backwards) {
  const Vec to = from + Vec{width, 0};
  const Vec middle = lerp(from, to, 0.5F);
  return backwards ? Quad{to, middle, from} : Quad{from, middle, to};
}

bool row(const Frame& frame, const char* label, Box box, bool chosen) {
  const bool tapped = tap_area(frame, label, box);
  if (chosen || ImGui::IsItemHovered() || ImGui::IsItemActive())
    frame.painter.fill_box(box, radius::control, chosen ? frame.theme.accent.soft : frame.theme.bg.sunken);
  draw_focus_ring(frame, box.grown(-4), radius::control);
  return tapped;
}

// Returns where it ends.
float draw_tie_note(const Frame& frame, const Tie& tie, Vec at, float width, bool editable, InspectorUi& ui, Commands& commands) {
  if (frame.role != Role::facilitator) return at.y;
  if (private_note_bar(frame, at, width, ui.note_open)) ui.note_open = !ui.note_open;
  const float y = at.y + control::button_height + space::s3;
  if (!ui.note_open) return y;
  ImGui::BeginDisabled(!editable);
  const FieldResult written = text_field(frame, "Note", box_at(at.x, y, width, note_height), ui.note, {"Seen by facilitators only", {}, {}, true});
  if (begins_to_write(ui, "Note", written)) ui.note_began = tie.note;
  if (written.committed) {
    Tie began = tie, changed = tie;
    began.note = ui.note_began;
    changed.note = ui.note;
    commands.change(change_of(began, changed));
    ui.note_began = ui.note;
  }
  ImGui::EndDisabled();
  return y + note_height;
}

// Names, with the buttons that leave, remove and turn the tie round.
InspectorResult draw_tie_head(const Frame& frame, const Stakeholder& from, const Stakeholder& to, const Tie& tie, Box box, bool editable, Commands& commands) {
  InspectorResult result;
  const float side = touch::min_target;
  const Vec top = box.min + Vec{tie_pad, tie_pad};
  if (icon_button(frame, "Back", box_at(top.x - 8, top.y, side, side), Icon::arrow_left, {ButtonKind::quiet})) result.show_stakeholder = from.id;
  frame.painter.text({top.x + 52, top.y + side / 2}, "Tie", {desk_type::heading, frame.theme.ink.primary, Align::left, Anchor::middle});
  if (icon_button(frame, "Close", box_at(box.max.x - tie_pad - side + 8, top.y, side, side), Icon::x, {ButtonKind::quiet})) result.closed = true;
  if (editable && icon_button(frame, "Remove tie", box_at(box.max.x - tie_pad - 2 * side, top.y, side, side), Icon::trash, {ButtonKind::quiet})) result.removed = true;
  const TextLook name{desk_type::body_strong, frame.theme.ink.primary, Align::left, Anchor::middle};
  const float width = box.width() - 2 * tie_pad - 60;
  draw_label(frame.painter, top + Vec{0, 78}, from.name, name, width);
  draw_label(frame.painter, top + Vec{0, 106}, to.name, name, width);
  if (editable && icon_button(frame, "Turn round", box_at(box.max.x - tie_pad - side + 8, top.y + 68, side, side), Icon::swap, {ButtonKind::quiet})) {
    Tie changed = tie;
    std::swap(changed.from, changed.to);
    commands.change(change_of(tie, changed));
  }
  return result;
}

}  // namespace

void draw_inspector_ground(const Frame& frame, Box box) {
  cover(frame, "##ground", box);
  draw_elevation(frame.painter, frame.theme, box, radius::panel, frame.theme.shadow_raised);
  frame.painter.fill_box(box, radius::panel, frame.theme.bg.surface);
}

bool private_note_bar(const Frame& frame, Vec at, float width, bool open) {
  const Box box = box_at(at.x, at.y, width, control::button_height);
  return button(frame, open ? "Shut the private note" : "Private note", box, {ButtonKind::secondary, open ? Icon::lock_simple_open : Icon::lock_simple});
}

bool draw_covered_layer(const Frame& frame, Box box, std::string_view words, const char* button_label) {
  frame.painter.fill_box(box, radius::control, frame.theme.bg.sunken);
  const float width = button_width(frame, button_label);
  const float y = box.center().y;
  frame.painter.icon({box.min.x + space::s5, y}, Icon::eye_slash, Face::icon_bold, 20, frame.theme.ink.secondary);
  draw_label(frame.painter, {box.min.x + 2 * space::s5, y}, words, {desk_type::label, frame.theme.ink.secondary, Align::left, Anchor::middle},
             box.width() - width - 3 * space::s5);
  return button(frame, button_label, box_at(box.max.x - width - 4, y - touch::min_target / 2, width, touch::min_target));
}

TieId draw_tie_list(const Frame& frame, const Workshop& workshop, StakeholderId person, Box box, bool conflicts, ScrollState& scroll) {
  TieId tapped;
  ScrollArea list(frame, box.grown(6), scroll);
  float y = list.top() + 6;
  std::size_t count = 0;
  for (const Tie& tie : workshop.ties) {
    if ((tie.from != person && tie.to != person) || (tie.kind == TieKind::conflicts_with && !conflicts)) continue;
    ++count;
    const bool outgoing = tie.from == person;
    const Stakeholder* other = find(workshop, outgoing ? tie.to : tie.from);
    const Box line{{box.min.x, y}, {box.max.x, y + row_height}};
    y += row_height + 4;
    if (other == nullptr) continue;
    ImGui::PushID(static_cast<int>(count));
    if (row(frame, (other->name + "##tie").c_str(), line, false)) tapped = tie.id;
    list.follow_focus(line);
    ImGui::PopID();
    paint_tie(frame.painter, frame.theme, sample_line({line.min.x + 10, line.center().y}, sample_width, !outgoing), {tie.kind, tie.strength, 1, 0.9F});
    draw_label(frame.painter, line.min + Vec{sample_width + 28, 21}, other->name,
               {desk_type::body_strong, frame.theme.ink.primary, Align::left, Anchor::middle}, line.width() - sample_width - 40);
    const Stakeholder* self = find(workshop, person);
    const std::string words = std::string(standpoint::words(tie.kind)) + (outgoing || self == nullptr ? "" : " " + self->name);
    draw_label(frame.painter, line.min + Vec{sample_width + 28, 43}, words,
               {desk_type::caption, frame.theme.ink.secondary, Align::left, Anchor::middle}, line.width() - sample_width - 40);
  }
  if (count == 0) draw_empty_lines(frame, {box.center().x, box.min.y + 60}, "No ties yet", "Drag from the + beside a person to another.", box.width());
  list.ends_at(y + 6);
  return tapped;
}

std::optional<TieKind> tie_kind_rows(const Frame& frame, Vec at, float width, std::optional<TieKind> chosen, bool take_keyboard) {
  std::optional<TieKind> tapped;
  int n = 0;
  for (const TieKind kind : {TieKind::influences, TieKind::reports_to, TieKind::trusts, TieKind::supports, TieKind::conflicts_with}) {
    const Box box = box_at(at.x, at.y + static_cast<float>(n) * (kind_row + 4), width, kind_row);
    const std::string name = capitalised(words(kind));
    if (take_keyboard && n == 0) ImGui::SetKeyboardFocusHere();
    if (row(frame, name.c_str(), box, chosen == kind)) tapped = kind;
    ++n;
    if (!typing() && ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_0 + n), false)) tapped = kind;
    paint_tie(frame.painter, frame.theme, sample_line({box.min.x + 14, box.center().y}, sample_width, false), {kind, 2, 1, 0.9F});
    frame.painter.text({box.min.x + sample_width + 34, box.center().y}, name, {desk_type::body, frame.theme.ink.primary, Align::left, Anchor::middle});
    frame.painter.text({box.max.x - 20, box.center().y}, std::to_string(n), {desk_type::caption, frame.theme.ink.tertiary, Align::center, Anchor::middle});
  }
  return tapped;
}

InspectorResult draw_tie(const Frame& outer, const Workshop& workshop, TieId id, Box box, bool editable, InspectorUi& ui, Commands& commands) {
  const Tie* tie = find(workshop, id);
  const Stakeholder* from = tie != nullptr ? find(workshop, tie->from) : nullptr;
  const Stakeholder* to = tie != nullptr ? find(workshop, tie->to) : nullptr;
  if (from == nullptr || to == nullptr) {
    InspectorResult gone;
    gone.closed = true;
    return gone;
  }
  if (ui.tie != id) {
    ui.tie = id;
    ui.note_open = false;
    ui.scroll = {};
    ui.note_began = tie->note;
  }
  if (!typing()) ui.note = tie->note;
  ui.stakeholder = {};  // its drafts are read again when somebody is looked at
  ImGui::PushID("tie");
  const Entrance entrance(outer, "entrance");
  const Frame& frame = entrance.frame();
  draw_inspector_ground(frame, box);
  const InspectorResult result = draw_tie_head(frame, *from, *to, *tie, box, editable, commands);
  const float x = box.min.x + tie_pad, width = box.width() - 2 * tie_pad;
  ScrollArea page(frame, {{box.min.x, box.min.y + tie_pad + 124}, {box.max.x, box.max.y - space::s3}}, ui.scroll);
  float y = page.top() + 12;
  ImGui::BeginDisabled(!editable);
  Tie changed = *tie;
  if (const auto kind = tie_kind_rows(frame, {x - 12, y}, width + 24, tie->kind, false)) changed.kind = *kind;
  y += 5 * (kind_row + 4) + space::s3;
  const std::array<std::string, 3> strengths{"Weak", "Medium", "Strong"};
  if (const auto strength = segmented(frame, "strength", box_at(x, y, width, control::segment_track), strengths, tie->strength - 1))
    changed.strength = static_cast<std::uint8_t>(*strength + 1);
  ImGui::EndDisabled();
  if (editable) commands.change(change_of(*tie, changed));
  y += control::segment_track + space::s5;
  y = draw_tie_note(frame, *tie, {x, y}, width, editable, ui, commands);
  page.ends_at(y + space::s3);
  ImGui::PopID();
  return result;
}

}  // namespace standpoint
