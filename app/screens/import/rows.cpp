// What happens to each row of the file: refused first, then who is here already, then who is new. See parts.h.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <imgui.h>

#include "app/design/theme.h"
#include "app/paint/node.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/import/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/pager.h"
#include "core/insights/story.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr float high_row = 64, low_row = 52, header_height = 48, top_row = 88, influence_dot = 7, influence_pitch = 20;
constexpr float high_enough = 620;   // for rows with air
constexpr float wide_enough = 1060;  // for role, kind, influence and stance beside the name

// Left ends of what a row says, in pixels from the list's.
struct Stops {
  float line = 140, name = 190, role = 0, kind = 0, influence = 0, stance = 0, why = 0, end = 0;
  bool whole = false;  // all of them
};
Stops stops_in(float width) {
  Stops stops;
  stops.end = width;
  stops.whole = width >= wide_enough;
  const float rest = width - stops.name;
  if (stops.whole) {
    stops.role = stops.name + rest * 0.185F;
    stops.kind = stops.name + rest * 0.375F;
    stops.influence = stops.name + rest * 0.495F;
    stops.stance = stops.name + rest * 0.605F;
    stops.why = stops.name + rest * 0.735F;
  } else {
    stops.why = stops.name + rest * 0.48F;
  }
  return stops;
}

ImportRows group_of(Happens happens) { return happens == Happens::refused ? ImportRows::refused : happens == Happens::added ? ImportRows::added : ImportRows::here; }

struct Sign {
  const char* words;
  Icon icon;
  Face cut;
  Color ink;
};
Sign sign_of(const Theme& theme, Happens happens, bool taken) {
  if (happens == Happens::changed && !taken) return {"Matched", Icon::link_simple, Face::icon_regular, theme.ink.primary};
  switch (happens) {
    case Happens::refused: return {"Refused", Icon::x_circle, Face::icon_fill, theme.status.danger};
    case Happens::changed: return {"Changed", Icon::link_simple, Face::icon_regular, theme.ink.primary};
    case Happens::same: return {"The same", Icon::link_simple, Face::icon_regular, theme.ink.secondary};
    case Happens::joined: return {"Joined", Icon::link_simple, Face::icon_regular, theme.ink.secondary};
    case Happens::added: break;
  }
  return {"New", Icon::plus_circle, Face::icon_fill, theme.accent.ink};
}

// Refused first, then what there is to choose, then the rest of who is here, then the new ones; each in the order of the file.
template <class Row>
std::vector<std::size_t> listed(const std::vector<Row>& rows, ImportRows which) {
  std::vector<std::size_t> order;
  for (std::size_t n = 0; n < rows.size(); ++n)
    if (which == ImportRows::all || group_of(rows[n].happens) == which) order.push_back(n);
  const auto rank = [&](std::size_t n) {
    const Happens happens = rows[n].happens;
    if (happens == Happens::refused) return 0;
    if (happens == Happens::added) return 4;
    if constexpr (requires { rows[n].differences; })
      if (!rows[n].differences.empty()) return 1;
    return happens == Happens::changed ? 2 : 3;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  return order;
}

class Rows {
 public:
  Rows(const Frame& frame, const ImportFacts& facts, Box box, float row, ImportStep& step)
      : frame_(frame), facts_(facts), box_(box), stops_(stops_in(box.width())), row_(row), step_(step) {}

  void draw_heads(float y, bool ties) {
    head(0, y, "What happens");
    head(stops_.line, y, "Row");
    head(stops_.name, y, ties ? "From and to" : "Name");
    if (stops_.whole) {
      head(stops_.role, y, ties ? "" : "Role");
      head(stops_.kind, y, "Kind");
      head(stops_.influence, y, ties ? "Strength" : "Influence");
      head(stops_.stance, y, ties ? "" : "Stance");
    }
    head(stops_.why, y, ties ? "Why" : "Why, or which one stays");
  }

  void draw_person(std::size_t index, float y) {
    const PreviewPerson& row = facts_.preview.people[index];
    const Stakeholder& who = row.person;
    const bool out = row.happens == Happens::refused;
    begin(row.happens, takes_a_value(row), row.line, y);
    text(stops_.name, stops_.whole ? stops_.role : stops_.why, y, who.name.empty() ? "No name" : who.name, desk_type::label_strong,
         who.name.empty() ? frame_.theme.status.danger : out ? frame_.theme.ink.secondary : frame_.theme.ink.primary);
    if (stops_.whole) {
      text(stops_.role, stops_.kind, y, who.role.empty() ? who.organisation : who.role, desk_type::label, frame_.theme.ink.secondary);
      NodeLook look;
      look.radius = 8;
      look.kind = who.kind;
      look.show_stance = false;
      look.ground = frame_.theme.bg.surface;
      look.scale = 0.3F;
      paint_node(frame_.painter, frame_.theme, {box_.min.x + stops_.kind + 10, y}, look);
      text(stops_.kind + 30, stops_.influence, y, capitalised(words(who.kind)), desk_type::label, frame_.theme.ink.secondary);
      draw_dots(stops_.influence, y, who.influence, 5, out);
      if (who.stance != Stance::unaware || !out) draw_stance(who.stance, y);
    }
    if (row.differences.empty()) text(stops_.why, stops_.end, y, capitalised(row.why), out ? desk_type::label_strong : desk_type::label, out ? frame_.theme.status.danger : frame_.theme.ink.secondary);
    else draw_choice(index, row, y);
  }

  void draw_tie(std::size_t index, float y) {
    const PreviewTie& row = facts_.preview.ties[index];
    const bool out = row.happens == Happens::refused;
    begin(row.happens, true, row.line, y);
    text(stops_.name, stops_.whole ? stops_.kind : stops_.why, y, row.from + " → " + row.to, desk_type::label_strong, out ? frame_.theme.ink.secondary : frame_.theme.ink.primary);
    if (stops_.whole) {
      text(stops_.kind, stops_.influence, y, capitalised(words(row.kind)), desk_type::label, frame_.theme.ink.secondary);
      draw_dots(stops_.influence, y, row.strength, 3, out);
    }
    text(stops_.why, stops_.end, y, capitalised(row.why), out ? desk_type::label_strong : desk_type::label, out ? frame_.theme.status.danger : frame_.theme.ink.secondary);
  }

 private:
  void head(float x, float y, std::string_view words) {
    draw_label(frame_.painter, {box_.min.x + x, y}, words, {desk_type::label, frame_.theme.ink.secondary, Align::left, Anchor::middle});
  }
  void text(float from, float to, float y, std::string_view words, const TextStyle& style, Color ink) {
    draw_label(frame_.painter, {box_.min.x + from, y}, words, {style, ink, Align::left, Anchor::middle}, to - from - space::s3);
  }
  void begin(Happens happens, bool taken, int line, float y) {
    const Sign sign = sign_of(frame_.theme, happens, taken);
    frame_.painter.line({box_.min.x, y - row_ / 2}, {box_.max.x, y - row_ / 2}, {frame_.theme.line.soft, line_width::hair});
    frame_.painter.icon({box_.min.x + 12, y}, sign.icon, sign.cut, 20, sign.ink);
    draw_label(frame_.painter, {box_.min.x + 32, y}, sign.words, {desk_type::label_strong, sign.ink, Align::left, Anchor::middle});
    draw_label(frame_.painter, {box_.min.x + stops_.line, y}, line > 0 ? std::to_string(line) : "", {desk_type::label, frame_.theme.ink.secondary, Align::left, Anchor::middle, {}, true});
  }
  void draw_dots(float x, float y, int filled, int all, bool quiet) {
    for (int n = 0; n < all; ++n) {
      const Vec at{box_.min.x + x + influence_dot + static_cast<float>(n) * influence_pitch, y};
      const Color ink = quiet ? frame_.theme.line.strong : frame_.theme.ink.secondary;
      if (n < filled) frame_.painter.fill_circle(at, influence_dot, ink);
      else frame_.painter.stroke_circle(at, influence_dot - 1, {ink, line_width::thin});
    }
  }
  void draw_stance(Stance stance, float y) {
    paint_node(frame_.painter, frame_.theme, {box_.min.x + stops_.stance + 12, y}, {11, StakeholderKind::internal, stance, true, 1, frame_.theme.bg.surface, 1});
    text(stops_.stance + 34, stops_.why, y, capitalised(words(stance)), desk_type::label, frame_.theme.ink.secondary);
  }

  // One value: which of the two. Several: all of ours or all of the file's.
  void draw_choice(std::size_t index, const PreviewPerson& row, float y) {
    const bool one = row.differences.size() == 1;
    const std::array<std::string, 2> labels{one ? value_words(row.differences.front().ours) : "Ours",
                                            one ? value_words(row.differences.front().theirs) : "Theirs"};
    const bool taken = std::all_of(row.differences.begin(), row.differences.end(), [](const Difference& d) { return d.take; });
    ImGui::PushID(static_cast<int>(index));
    const auto tapped = segmented(frame_, "which one stays", box_at(box_.min.x + stops_.why, y - control::segment_track / 2, stops_.end - stops_.why, control::segment_track), labels, taken ? 1 : 0);
    ImGui::PopID();
    if (!tapped || (*tapped == 1) == taken) return;
    ImportChoices choices = facts_.choices;
    for (const Difference& difference : row.differences) {
      std::erase_if(choices.values, [&](const ValueChoice& c) { return c.person == index && c.field == difference.field; });
      choices.values.push_back({static_cast<std::uint32_t>(index), difference.field, *tapped == 1});
    }
    step_.choices = std::move(choices);
  }
  static std::string value_words(const std::string& value) { return value.empty() ? "Nothing" : shortened(value, 24); }

  const Frame& frame_;
  const ImportFacts& facts_;
  Box box_;
  Stops stops_;
  float row_;
  ImportStep& step_;
};

std::string chip_words(const char* words, std::size_t count) { return std::string(words) + " " + std::to_string(count); }

// Which list, and which rows of it.
// How high that is: in a narrow window the rows are chosen below the list.
float filters_height(Box list) { return list.width() >= wide_enough ? top_row : top_row + control::segment_track + space::s2; }

void draw_filters(const Frame& frame, const ImportFacts& facts, Box list, ImportUi& ui) {
  const Preview& preview = facts.preview;
  const std::array<std::string, 2> lists{chip_words("People", preview.people.size()), chip_words("Ties", preview.ties.size())};
  const float lists_width = 260;
  float y = list.min.y + (top_row - control::segment_track) / 2;
  if (const auto tapped = segmented(frame, "what is listed", box_at(list.min.x, y, lists_width, control::segment_track), lists, ui.ties ? 1 : 0)) {
    ui.ties = *tapped == 1;
    ui.rows = ImportRows::all;
    ui.page = 0;
  }
  const auto count = [&](ImportRows which) { return ui.ties ? listed(preview.ties, which).size() : listed(preview.people, which).size(); };
  float x = list.min.x;
  if (list.width() >= wide_enough) x += lists_width + space::s6;
  else y += control::segment_track + space::s3;
  constexpr std::array<std::pair<ImportRows, const char*>, 4> chips{{{ImportRows::all, "All"}, {ImportRows::added, "New"}, {ImportRows::here, "Here"}, {ImportRows::refused, "Refused"}}};
  for (const auto& [which, words] : chips) {
    const std::size_t rows = count(which);
    const std::string label = chip_words(words, rows);
    const bool chosen = ui.rows == which;
    const std::optional<Icon> icon = chosen ? std::optional(Icon::check) : std::nullopt;
    const float wide = chip_width(frame, label, chosen);
    if (x + wide > list.max.x) break;
    if (chip(frame, (label + "##rows").c_str(), {x, y}, chosen, icon)) {
      ui.rows = which;
      ui.page = 0;
    }
    x += wide + space::s3;
  }
}

}  // namespace

void draw_import_rows(const Frame& frame, const ImportFacts& facts, Box panel, ImportUi& ui, ImportStep& step) {
  draw_panel(frame, panel);
  const Box list{{panel.min.x + import_pad, panel.min.y}, {panel.max.x - import_pad, panel.max.y - space::s2}};
  if (!facts.preview.trouble.empty()) {
    draw_empty_lines(frame, {list.center().x, list.center().y - 40}, "This file cannot be imported as it is", facts.preview.trouble, list.width());
    return;
  }
  draw_filters(frame, facts, list, ui);
  const std::vector<std::size_t> order = ui.ties ? listed(facts.preview.ties, ui.rows) : listed(facts.preview.people, ui.rows);
  const float first = list.min.y + filters_height(list) + header_height, row_height = panel.height() < high_enough ? low_row : high_row;
  const auto fit = [&](float bottom) { return static_cast<std::size_t>(std::max(1.0F, (bottom - first) / row_height)); };
  const std::size_t all = fit(list.max.y), rows = order.size() <= all ? all : fit(list.max.y - pager_height);
  const std::size_t pages = (order.size() + rows - 1) / rows;
  ui.page = std::min(ui.page, std::max<std::size_t>(1, pages) - 1);
  Rows drawn(frame, facts, {{list.min.x, first}, list.max}, row_height, step);
  drawn.draw_heads(first - header_height / 2, ui.ties);
  for (std::size_t n = 0; n < rows && ui.page * rows + n < order.size(); ++n) {
    const std::size_t index = order[ui.page * rows + n];
    const float y = first + (static_cast<float>(n) + 0.5F) * row_height;
    if (ui.ties) drawn.draw_tie(index, y);
    else drawn.draw_person(index, y);
  }
  if (order.empty()) draw_empty_lines(frame, {list.center().x, list.center().y - 40}, "Nothing of this kind", "There are no such rows in the file.", list.width());
  draw_pager(frame, {list.center().x, list.max.y - pager_height / 2}, pages, ui.page, "Rows before", "Rows after");
}

}  // namespace standpoint
