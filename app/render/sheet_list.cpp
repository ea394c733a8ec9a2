// Lists for files. See sheet_list.h.
#include "app/render/sheet_list.h"

#include <algorithm>

#include "app/activities/heading.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/paint/text/page_begins.h"
#include "app/screens/hand/pages.h"
#include "core/activities/activities.h"
#include "core/activities/vote/board.h"
#include "core/activities/vote/result.h"
#include "core/boards/canvas.h"
#include "core/boards/cards.h"
#include "core/workshop/first_words.h"

namespace standpoint {
namespace {

constexpr float name_share = 0.46F, column_gap = 32, row_air = 16, title_room = 56, foot_room = 56;
constexpr TextStyle name_style = stage_type::label_strong, fact_style = stage_type::label;

std::string tenths(std::int32_t v) { return std::to_string(v / (board_max / 10)) + "." + std::to_string(v / (board_max / 100) % 10); }
std::string counted(std::size_t number, const char* what) { return std::to_string(number) + " " + what; }

Listing people_of(const Workshop& workshop) {
  Listing all{"Everybody", {}};
  for (const Stakeholder& person : workshop.stakeholders) {
    const std::string place = person.role + (person.role.empty() || person.organisation.empty() ? "" : ", ") + person.organisation;
    all.things.push_back({person.name, {place, std::string(ring_name(person.ring))}});
  }
  return all;
}

Listing decisions_of(const Workshop& workshop) {
  Listing all{"Decisions", {}};
  for (const Decision& decision : workshop.decisions) all.things.push_back({decision.text, {decision.owner}});
  return all;
}

Listing choices_of(const Workshop& workshop, const Activity& vote) {
  const VoteBoard board = build_vote(workshop, vote.id);
  Listing all{board.revealed ? "Results" : "Choices", {}};
  const auto text = [&](Item item) {
    const auto option = std::find_if(board.options.begin(), board.options.end(), [&](const VoteOption& o) { return o.item == item; });
    return option == board.options.end() ? std::string() : option->text;
  };
  for (const VoteRow& row : board.result.rows)
    all.things.push_back({text(row.item), {counted(static_cast<std::size_t>(row.dots), row.dots == 1 ? "dot" : "dots")}});
  if (!board.revealed)
    for (const VoteOption& option : board.options) all.things.push_back({option.text, {}});
  return all;
}

// "Interest 6.1, from 3.0 to 8.2"
std::string axis_words(const std::string& name, std::int32_t median, const std::vector<BoardPoint>& points, std::int32_t BoardPoint::*part) {
  std::string words = name + " " + tenths(median);
  if (points.size() < 2) return words;
  const auto [low, high] = std::minmax_element(points.begin(), points.end(), [&](BoardPoint a, BoardPoint b) { return a.*part < b.*part; });
  return words + ", from " + tenths((*low).*part) + " to " + tenths((*high).*part);
}

Listing places_of(const Workshop& workshop, BoardId id, ActivityId activity) {
  const CanvasBoard board = build_canvas(workshop, id, activity);
  Listing all{"Who stands where", {}};
  for (const CanvasItem& item : board.items) {
    const std::vector<BoardPoint> points = item.spread ? item.spread->points : std::vector<BoardPoint>{};
    ListedThing thing{item.name, {axis_words(board.x_name, item.at.x, points, &BoardPoint::x), axis_words(board.y_name, item.at.y, points, &BoardPoint::y)}};
    if (item.spread) {
      thing.facts.insert(thing.facts.begin(), counted(points.size(), points.size() == 1 ? "placement" : "placements"));
      thing.said = item.disputed > 0;  // the rail has the first five only
    }
    all.things.push_back(std::move(thing));
  }
  for (const Item item : board.unplaced) all.things.push_back({words_in(workshop, activity, item), {"Not placed"}});
  return all;
}

Listing cards_of(const Workshop& workshop, const Board& board) {
  Listing all{"Cards", {}};
  for (const PlacedCard& card : build_cards(workshop, board.id).cards)
    all.things.push_back({card.text, {card.zone < board.zones.size() ? board.zones[card.zone].name : std::string()}});
  return all;
}

// Where the columns lie: the name, then as many facts as the things have.
struct Columns {
  Box area;
  std::size_t facts = 1;

  float name_width() const { return area.width() * name_share - column_gap; }
  float fact_width() const { return area.width() * (1 - name_share) / static_cast<float>(facts) - column_gap; }
  float fact_left(std::size_t n) const { return area.min.x + area.width() * name_share + static_cast<float>(n) * (fact_width() + column_gap); }
};

Columns columns_of(const std::vector<ListedThing>& things, Box area) {
  Columns columns{area, 1};
  for (const ListedThing& thing : things) columns.facts = std::max(columns.facts, thing.facts.size());
  return columns;
}

float height_of(const Painter& painter, const ListedThing& thing, const Columns& columns) {
  std::size_t lines = wrap_label(painter, thing.name, name_style, columns.name_width()).size();
  for (const std::string& fact : thing.facts) lines = std::max(lines, wrap_label(painter, fact, fact_style, columns.fact_width()).size());
  return static_cast<float>(std::max<std::size_t>(1, lines)) * name_style.line + row_air;
}

// A name of more lines than a page has goes on in the next row.
void add_in_parts(const Painter& painter, const ListedThing& thing, const Columns& columns, std::size_t lines_on_page, std::vector<ListedThing>& rows) {
  const std::vector<std::string> lines = wrap_label(painter, thing.name, name_style, columns.name_width());
  for (std::size_t first = 0; first == 0 || first < lines.size(); first += lines_on_page) {
    if (lines.size() <= lines_on_page) return rows.push_back(thing);
    ListedThing part{{}, first == 0 ? thing.facts : std::vector<std::string>{}};
    for (std::size_t i = first; i < std::min(lines.size(), first + lines_on_page); ++i) part.name += (i > first ? " " : "") + lines[i];
    rows.push_back(std::move(part));
  }
}

Box rows_area(Box area) { return {{area.min.x, area.min.y + title_room}, {area.max.x, area.max.y - foot_room}}; }

}  // namespace

Listing listing_of(const Workshop& workshop, const StagePicture& picture) {
  if (picture.only == OnlyListed::people) return people_of(workshop);
  if (picture.only == OnlyListed::decisions) return decisions_of(workshop);
  const Activity* activity = find(workshop, picture.view.activity);
  const Board* board = find(workshop, picture.view.board);
  if (activity != nullptr && std::holds_alternative<VoteSetup>(activity->setup)) return choices_of(workshop, *activity);
  if (activity != nullptr && rules_of(*activity).decides) return decisions_of(workshop);
  if (board == nullptr) return {};
  if (board->kind == BoardKind::map) return people_of(workshop);
  if (board->kind == BoardKind::cards) return cards_of(workshop, *board);
  return places_of(workshop, board->id, placing(activity) ? activity->id : ActivityId{});
}

std::vector<std::vector<ListedThing>> listing_pages(const Painter& painter, const Listing& listing, Box area) {
  const Box rows_box = rows_area(area);
  const Columns columns = columns_of(listing.things, rows_box);
  const auto lines_on_page = static_cast<std::size_t>((rows_box.height() - row_air) / name_style.line);
  std::vector<ListedThing> rows;
  for (const ListedThing& thing : listing.things) add_in_parts(painter, thing, columns, lines_on_page, rows);
  std::vector<float> heights;
  for (const ListedThing& row : rows) heights.push_back(height_of(painter, row, columns));
  const std::vector<std::size_t> begins = page_begins(heights, 0, rows_box.height());
  std::vector<std::vector<ListedThing>> pages;
  for (std::size_t n = 0; n + 1 < begins.size(); ++n)
    if (begins[n] < begins[n + 1])
      pages.emplace_back(rows.begin() + static_cast<std::ptrdiff_t>(begins[n]), rows.begin() + static_cast<std::ptrdiff_t>(begins[n + 1]));
  return pages;
}

void draw_listing(const Frame& frame, const Workshop& workshop, const StagePicture& picture, const Listing& listing,
                  const std::vector<ListedThing>& page, std::size_t number, std::size_t pages) {
  const Theme& theme = frame.theme;
  const Activity* activity = find(workshop, picture.view.activity);
  if (activity != nullptr) draw_activity_heading(frame, workshop, *activity);
  else draw_heading(frame, Icon::list, workshop.title, workshop.subtitle, picture.title);
  const std::string title = listing.title + (pages > 1 ? ", " + std::to_string(number + 1) + " of " + std::to_string(pages) : "");
  draw_label(frame.painter, {frame.area.min.x, frame.area.min.y + title_room / 2 - 8}, title, {stage_type::strong, theme.ink.secondary, Align::left, Anchor::middle});
  const Columns columns = columns_of(listing.things, rows_area(frame.area));
  float y = columns.area.min.y;
  for (const ListedThing& thing : page) {
    frame.painter.line({columns.area.min.x, y}, {columns.area.max.x, y}, {theme.line.soft, line_width::thin});
    draw_wrapped_label(frame.painter, {columns.area.min.x, y + row_air / 2}, thing.name, {name_style, theme.ink.primary}, columns.name_width());
    for (std::size_t n = 0; n < thing.facts.size(); ++n)
      draw_wrapped_label(frame.painter, {columns.fact_left(n), y + row_air / 2}, thing.facts[n], {fact_style, theme.ink.secondary}, columns.fact_width());
    y += height_of(frame.painter, thing, columns);
  }
}

}  // namespace standpoint
