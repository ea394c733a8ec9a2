// The page's head and foot. See import.h.
#include "app/screens/import/import.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include <imgui.h>

#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/import/parts.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"
#include "app/widgets/layers.h"

namespace standpoint {
namespace {

constexpr float head = 92, foot = 104, columns_width = 432, columns_least = 320;
constexpr float narrow = 1200;  // below it the columns take less

// Round the panels: as the design has it, less where the window is narrow.
float edge_of(const Frame& frame) { return frame.size.x < 1600 ? import_gap : 48.0F; }

// The first that fits.
std::string_view fitting(const Frame& frame, std::span<const std::string_view> sentences, float room) {
  for (const std::string_view sentence : sentences)
    if (label_width(frame.painter, sentence, desk_type::label) <= room) return sentence;
  return {};
}

std::string counted_words(std::uint32_t n, const char* one, const char* many) { return std::to_string(n) + " " + (n == 1 ? one : many); }

std::string joined_by_and(const std::string& a, const std::string& b) { return a.empty() ? b : b.empty() ? a : a + " and " + b; }

std::uint32_t people_changed(const Preview& preview) {
  return static_cast<std::uint32_t>(std::count_if(preview.people.begin(), preview.people.end(), takes_a_value));
}

// "Add 23 people and 41 ties", "Change 6 people".
std::string words_of_adding(const Preview& preview) {
  const ImportCounts &people = preview.people_counts, &ties = preview.tie_counts;
  const std::string added = joined_by_and(people.added > 0 ? counted_words(people.added, "person", "people") : "", ties.added > 0 ? counted_words(ties.added, "tie", "ties") : "");
  const std::uint32_t changes = people_changed(preview);
  const std::string changed = joined_by_and(changes > 0 ? counted_words(changes, "person", "people") : "", ties.changed > 0 ? counted_words(ties.changed, "tie", "ties") : "");
  if (added.empty()) return changed.empty() ? "Nothing to add" : "Change " + changed;
  return "Add " + added + (changed.empty() ? "" : ", change " + std::to_string(changes + ties.changed));
}

std::string words_of_staying_out(const Preview& preview) {
  const std::uint32_t people = preview.people_counts.refused, ties = preview.tie_counts.refused;
  const std::string out = joined_by_and(people > 0 ? counted_words(people, "person", "people") : "", ties > 0 ? counted_words(ties, "tie", "ties") : "");
  if (out.empty()) return {};
  return out + (people + ties == 1 ? " stays out" : " stay out");
}

std::string words_of_file(const ImportFacts& facts) {
  std::string words(facts.file);
  if (!facts.preview.what.empty()) words += ", " + facts.preview.what;
  if (facts.preview.sheets.size() > 1) words += ", " + std::to_string(facts.preview.sheets.size()) + " tables";
  if (!facts.preview.encoding.empty()) words += ", read as " + facts.preview.encoding;
  return words;
}

bool draw_head(const Frame& frame, const ImportFacts& facts, float right) {
  const float edge = edge_of(frame);
  const float middle = head / 2;
  const bool back = icon_button(frame, "Cancel the import", box_around({edge + 12, middle}, 24, 24), Icon::arrow_left, {ButtonKind::quiet});
  const float left = edge + 52, title = label_width(frame.painter, "Import people and ties", desk_type::title);
  draw_label(frame.painter, {left, middle}, "Import people and ties", {desk_type::title, frame.theme.ink.primary, Align::left, Anchor::middle});
  draw_label(frame.painter, {right, middle}, words_of_file(facts), {desk_type::body, frame.theme.ink.secondary, Align::right, Anchor::middle}, right - left - title - 2 * import_gap);
  return back;
}

void draw_foot(const Frame& frame, const ImportFacts& facts, float top, float right, ImportStep& step) {
  const float middle = top + foot / 2, left = edge_of(frame);
  const std::string add = words_of_adding(facts.preview) + "##import";
  const ButtonLook look = only_if(facts.adds, facts.preview.trouble.empty() ? "Everything in this file is here already." : facts.preview.trouble, {ButtonKind::primary, Icon::plus});
  const float wide = button_width(frame, add, look), cancel = button_width(frame, "Cancel");
  const Box go = box_at(right - wide, middle - control::button_height / 2, wide, control::button_height);
  if (button(frame, add.c_str(), go, look)) step.kind = ImportStep::Kind::add;
  const Box no = box_at(go.min.x - space::s3 - cancel, go.min.y, cancel, control::button_height);
  if (button(frame, "Cancel##import", no)) step.kind = ImportStep::Kind::cancel;
  const std::string out = words_of_staying_out(facts.preview);
  const float said = out.empty() ? 0 : label_width(frame.painter, out, desk_type::label) + space::s4;
  draw_label(frame.painter, {no.min.x - space::s4, middle}, out, {desk_type::label, frame.theme.ink.secondary, Align::right, Anchor::middle});
  frame.painter.icon({left + 12, middle}, Icon::arrow_u_up_left, Face::icon_regular, 24, frame.theme.ink.secondary);
  constexpr std::array<std::string_view, 3> safe{"Nothing is in yet. After adding, one Undo takes all of it back.", "One Undo takes all of it back.", "One Undo takes it back."};
  draw_label(frame.painter, {left + 36, middle}, fitting(frame, safe, no.min.x - said - 2 * space::s4 - left - 36),
             {desk_type::label, frame.theme.ink.secondary, Align::left, Anchor::middle});
}

}  // namespace

ImportStep draw_import(const Frame& outer, const ImportFacts& facts, ImportUi& ui) {
  const Frame frame = outer.desk();
  ImportStep step;
  cover(frame, "##import ground", {{}, frame.size});
  frame.painter.fill_box({{}, frame.size}, 0, frame.theme.bg.paper);
  const float edge = edge_of(frame), right = frame.size.x - edge, bottom = frame.size.y - foot;
  ui.sheet = std::min<std::uint32_t>(ui.sheet, facts.preview.sheets.empty() ? 0 : static_cast<std::uint32_t>(facts.preview.sheets.size()) - 1);
  if (draw_head(frame, facts, right)) step.kind = ImportStep::Kind::cancel;
  const float columns = frame.size.x < narrow ? columns_least : columns_width;
  const Box left_panel{{edge, head}, {edge + columns, bottom}}, list{{left_panel.max.x + import_gap, head}, {right, bottom}};
  {
    std::optional<LowerItems> below;  // while a list lies over it
    if (ui.choosing) below.emplace();
    draw_import_columns(frame, facts, left_panel, ui, step);
    draw_import_rows(frame, facts, list, ui, step);
    draw_foot(frame, facts, bottom, right, step);
  }
  const bool escape = ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  if (ui.choosing) {
    draw_import_meanings(frame, facts, left_panel, ui, step);
    if (escape) ui.choosing.reset();
  } else if (escape) {
    step.kind = ImportStep::Kind::cancel;
  }
  return step;
}

}  // namespace standpoint
