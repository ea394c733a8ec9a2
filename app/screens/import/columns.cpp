// How each column of a table is read, and the list in which that is changed. See parts.h.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <imgui.h>

#include "app/design/theme.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/import/parts.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"
#include "app/widgets/layers.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr float column_row = 76, select_height = 48, select_share = 0.48F, meaning_row = 44, meanings_width = 300;

// What is said of a field in a choice: "Name", "Leave out".
std::string choice_words(Field field) {
  if (field == Field::leave_out) return "Leave out";
  if (field == Field::note) return "Note";
  return capitalised(words(field));
}

constexpr std::array meanings_of_people{Field::name,      Field::first_name,    Field::last_name, Field::role,       Field::organisation, Field::kind,
                                        Field::ring,      Field::power,         Field::influence, Field::stance,     Field::desired_stance,
                                        Field::needs,     Field::expectations,  Field::reports_to, Field::id,        Field::note, Field::leave_out};
constexpr std::array meanings_of_ties{Field::from, Field::to, Field::tie_kind, Field::strength, Field::direction, Field::note, Field::leave_out};

std::span<const Field> meanings_of(Holds holds) {
  return holds == Holds::ties ? std::span<const Field>(meanings_of_ties) : std::span<const Field>(meanings_of_people);
}

void choose(const ImportFacts& facts, ColumnChoice choice, ImportStep& step) {
  ImportChoices choices = facts.choices;
  std::erase_if(choices.columns, [&](const ColumnChoice& c) { return c.sheet == choice.sheet && c.column == choice.column; });
  choices.columns.push_back(choice);
  choices.values.clear();  // they name rows as they were
  step.choices = std::move(choices);
}

void choose_holds(const ImportFacts& facts, std::uint32_t sheet, Holds holds, ImportStep& step) {
  ImportChoices choices = facts.choices;
  std::erase_if(choices.sheets, [&](const SheetChoice& c) { return c.sheet == sheet; });
  std::erase_if(choices.columns, [&](const ColumnChoice& c) { return c.sheet == sheet; });
  choices.sheets.push_back({sheet, holds});
  choices.values.clear();
  step.choices = std::move(choices);
}

bool is_used(const PreviewColumn& column) { return column.field != Field::leave_out && column.field != Field::note; }

// A field that opens a list: the words, and a caret.
bool select(const Frame& frame, const char* label, Box box, std::string_view shown, bool quiet) {
  const Theme& theme = frame.theme;
  const bool tapped = tap_area(frame, label, box);
  frame.painter.fill_box(box, radius::control, ImGui::IsItemHovered() ? theme.bg.sunken : theme.bg.surface);
  frame.painter.stroke_box(box, radius::control, {theme.line.strong, line_width::thin});
  draw_label(frame.painter, {box.min.x + space::s4, box.center().y}, shown,
             {desk_type::label, quiet ? theme.ink.secondary : theme.ink.primary, Align::left, Anchor::middle}, box.width() - space::s4 - 40);
  frame.painter.icon({box.max.x - 22, box.center().y}, Icon::caret_down, Face::icon_regular, 18, theme.ink.secondary);
  draw_focus_ring(frame, box, radius::control);
  return tapped;
}

void draw_column(const Frame& frame, const PreviewColumn& column, std::uint32_t index, Box row, ScrollArea& area, ImportUi& ui) {
  const Theme& theme = frame.theme;
  const bool used = is_used(column);
  const float wide = row.width() * select_share, arrow = 40, room = row.width() - wide - arrow - space::s2;
  const std::string header = column.header.empty() ? "Column " + std::to_string(index + 1) : column.header;
  const auto faded = [&](Color ink, float middle, float line) { return ink.with_alpha(area.shown(middle - line / 2, line)); };  // no line is cut by the edge
  const float upper = row.center().y - 13, lower = row.center().y + 13;
  draw_label(frame.painter, {row.min.x, upper}, header,
             {desk_type::label_strong, faded(used ? theme.ink.primary : theme.ink.secondary, upper, desk_type::label_strong.line), Align::left, Anchor::middle}, room);
  draw_label(frame.painter, {row.min.x, lower}, column.examples,
             {desk_type::detail, faded(theme.ink.secondary, lower, desk_type::detail.line), Align::left, Anchor::middle}, room);
  const Box field = box_at(row.max.x - wide, row.center().y - select_height / 2, wide, select_height);
  frame.painter.icon({field.min.x - arrow / 2 - space::s1, row.center().y}, Icon::arrow_right, Face::icon_regular, 20, used ? theme.ink.primary : theme.line.strong);
  ImGui::PushID(static_cast<int>(index));
  if (select(frame, (header + " is read as##column").c_str(), field, choice_words(column.field), !used)) {
    ui.choosing = index;
    ui.meanings = {};
  }
  area.follow_focus(field);
  ImGui::PopID();
}

// What was noticed about the file and this table, a sentence each.
float draw_told(const Frame& frame, const ImportFacts& facts, const PreviewSheet* sheet, const ScrollArea& area, float left, float y, float room) {
  const auto say = [&](const std::string& sentence) {
    for (const std::string& line : wrap_label(frame.painter, sentence, desk_type::small_body, room)) {
      draw_label(frame.painter, {left, y}, line, {desk_type::small_body, frame.theme.ink.secondary.with_alpha(area.shown(y, desk_type::small_body.line))});
      y += desk_type::small_body.line;
    }
    y += space::s3;
  };
  if (sheet != nullptr)
    for (const PreviewColumn& column : sheet->columns)
      if (!column.told.empty()) say((column.header.empty() ? "" : column.header + ": ") + column.told);
  for (const std::string& sentence : facts.preview.told) say(sentence);
  for (const std::string& sentence : facts.preview.refused) say(sentence);
  return y;
}

}  // namespace

void draw_import_columns(const Frame& frame, const ImportFacts& facts, Box panel, ImportUi& ui, ImportStep& step) {
  const Theme& theme = frame.theme;
  draw_panel(frame, panel);
  const float left = panel.min.x + import_pad, right = panel.max.x - import_pad;
  const PreviewSheet* const sheet = facts.preview.sheets.empty() ? nullptr : &facts.preview.sheets[ui.sheet];
  const float top = panel.min.y + import_pad;
  draw_label(frame.painter, {left, top + 16}, "Columns", {desk_type::section, theme.ink.primary, Align::left, Anchor::middle});
  if (sheet != nullptr) {
    const auto used = std::count_if(sheet->columns.begin(), sheet->columns.end(), is_used);
    draw_label(frame.painter, {right, top + 16}, std::to_string(used) + " of " + std::to_string(sheet->columns.size()) + " used",
               {desk_type::label, theme.ink.secondary, Align::right, Anchor::middle});
  }
  ScrollArea area(frame, {{panel.min.x, top + 48}, {panel.max.x, panel.max.y - space::s2}}, ui.columns);
  float y = area.top();
  if (facts.preview.sheets.size() > 1) {  // one table after the other
    const std::string name = sheet->sheet.empty() ? sheet->file : sheet->sheet;
    const Box before = box_at(left, y, touch::min_target, touch::min_target), after = box_at(right - touch::min_target, y, touch::min_target, touch::min_target);
    if (icon_button(frame, "Table before", before, Icon::caret_left, only_if(ui.sheet > 0, "This is the first table."))) --ui.sheet;
    draw_label(frame.painter, {(left + right) / 2, before.center().y}, name, {desk_type::label_strong, theme.ink.primary, Align::center, Anchor::middle}, after.min.x - before.max.x - 2 * space::s2);
    if (icon_button(frame, "Table after", after, Icon::caret_right, only_if(ui.sheet + 1 < facts.preview.sheets.size(), "This is the last table."))) ++ui.sheet;
    y += touch::min_target + space::s3;
  }
  if (sheet != nullptr) {
    const std::array<std::string, 3> holds{"Skip", "People", "Ties"};
    if (const auto tapped = segmented(frame, "this table holds", box_at(left, y, right - left, control::segment_track), holds, static_cast<int>(sheet->holds)))
      choose_holds(facts, ui.sheet, static_cast<Holds>(*tapped), step);
    y += control::segment_track + space::s3;
    for (std::uint32_t n = 0; n < sheet->columns.size() && sheet->holds != Holds::nothing; ++n) {
      frame.painter.line({left, y}, {right, y}, {theme.line.soft, line_width::hair});
      draw_column(frame, sheet->columns[n], n, {{left, y}, {right, y + column_row}}, area, ui);
      y += column_row;
    }
    frame.painter.line({left, y}, {right, y}, {theme.line.soft, line_width::hair});
    y += space::s4;
  }
  area.ends_at(draw_told(frame, facts, sheet, area, left, y, right - left));
}

void draw_import_meanings(const Frame& frame, const ImportFacts& facts, Box panel, ImportUi& ui, ImportStep& step) {
  const PreviewSheet* const sheet = facts.preview.sheets.empty() ? nullptr : &facts.preview.sheets[ui.sheet];
  if (sheet == nullptr || *ui.choosing >= sheet->columns.size()) {
    ui.choosing.reset();
    return;
  }
  const Theme& theme = frame.theme;
  const std::span<const Field> meanings = meanings_of(sheet->holds);
  const float high = std::min(static_cast<float>(meanings.size()) * meaning_row + 2 * space::s2, panel.height());
  const Box box = box_at(panel.max.x - meanings_width + import_pad, panel.min.y + (panel.height() - high) / 2, meanings_width, high);
  {
    const LowerItems beside;
    if (tap_area(frame, "##beside the meanings", {{}, frame.size})) ui.choosing.reset();
  }
  cover(frame, "##meanings ground", box);
  draw_elevation(frame.painter, theme, box, radius::panel, theme.shadow_raised);
  frame.painter.fill_box(box, radius::panel, theme.bg.surface);
  ScrollArea area(frame, {box.min + Vec{0, space::s2}, box.max - Vec{0, space::s2}}, ui.meanings);
  float y = area.top();
  for (const Field meaning : meanings) {
    const Box row = box_at(box.min.x + space::s2, y, box.width() - 2 * space::s2, meaning_row);
    const bool now = ui.choosing && sheet->columns[*ui.choosing].field == meaning;
    if (tap_area(frame, (choice_words(meaning) + "##meaning").c_str(), row) && ui.choosing) {
      choose(facts, {ui.sheet, *ui.choosing, meaning}, step);
      ui.choosing.reset();
    }
    if (now || ImGui::IsItemHovered()) frame.painter.fill_box(row, radius::control, now ? theme.accent.soft : theme.bg.sunken);
    draw_label(frame.painter, {row.min.x + space::s4, row.center().y}, choice_words(meaning), {desk_type::label, now ? theme.accent.ink : theme.ink.primary, Align::left, Anchor::middle}, row.width() - 2 * space::s4);
    draw_focus_ring(frame, row, radius::control);
    area.follow_focus(row);
    y += meaning_row;
  }
  area.ends_at(y);
}

}  // namespace standpoint
