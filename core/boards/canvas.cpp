// The Canvas, read off the Workshop: agreed places, or medians and spread of a revealed Place activity. Called by the
// canvas screen and the picture command through core/boards/canvas.h; shows nothing of a round before its reveal.
#include "core/boards/canvas.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/activities/activities.h"
#include "core/activities/place/result.h"
#include "core/boards/organisation.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/first_words.h"
#include "core/workshop/sorted.h"
#include "core/workshop/text.h"
#include "core/workshop/utf8.h"

namespace standpoint {
namespace {

constexpr std::size_t regions_of_a_canvas = 4;
constexpr std::size_t most_disputed = 5;
constexpr std::size_t most_moved = 6;
constexpr double smallest_drift = 400;  // board units: 0.4 of 10

bool is_placed(const CanvasBoard& board, Item item) {
  return std::any_of(board.items.begin(), board.items.end(), [&](const CanvasItem& i) { return i.item == item; });
}

void add_unplaced(CanvasBoard& board, Item item) {
  if (!is_placed(board, item)) board.unplaced.push_back(item);
}

CanvasItem item_named(const Workshop& workshop, ActivityId activity, Item item, BoardPoint at) {
  CanvasItem named;
  named.item = item;
  named.name = words_in(workshop, activity, item);
  named.later_changed = later_changed(workshop, activity, item);
  named.short_name = short_name_of(workshop, item, named.name);
  named.at = at;
  return named;
}

// Two people with the same short name are both called by their whole name.
void keep_short_names_apart(std::vector<CanvasItem>& items) {
  std::vector<std::string> seen;
  for (const CanvasItem& item : items) seen.push_back(item.short_name);
  std::sort(seen.begin(), seen.end());
  for (CanvasItem& item : items) {
    const auto [first, last] = std::equal_range(seen.begin(), seen.end(), item.short_name);
    if (last - first > 1) item.short_name = item.name;
  }
}

void add_agreed(CanvasBoard& board, const Workshop& workshop, const Board& canvas) {
  for (const CanvasPlace& place : canvas.places) board.items.push_back(item_named(workshop, {}, place.item, place.at));
  for (const Stakeholder& s : workshop.stakeholders) add_unplaced(board, Item(s.id));
}

void add_medians(CanvasBoard& board, const Workshop& workshop, const Activity& round) {
  int rank = 0;
  for (Spread& spread : spreads_of(round)) {
    CanvasItem item = item_named(workshop, round.id, spread.item, spread.median);
    if (rank < static_cast<int>(most_disputed) && is_disputed(spread)) item.disputed = ++rank;
    board.compared += spread.points.size() > 1 ? 1 : 0;
    item.spread = std::move(spread);
    board.items.push_back(std::move(item));
  }
  std::sort(board.items.begin(), board.items.end(),
            [](const CanvasItem& a, const CanvasItem& b) { return a.item < b.item; });
  for (const Item item : items_of(round)) add_unplaced(board, item);
  board.people = people_who_placed(round);
  if (const LostInputs* lost = find_in(workshop.lost, round.id)) board.lost = words_of_lost(workshop, *lost, round.kind);
}

void add_drifts(CanvasBoard& board, const Activity& before, const Activity& now) {
  board.again = placed_again(before, now);
  const std::vector<Movement> moves = movement_between(before, now);
  board.moved_from = static_cast<int>(moves.size());
  for (const Movement& move : moves) {
    if (move.distance < smallest_drift) break;
    const std::size_t rank = board.drifts.size() + 1;
    board.drifts.push_back({move.item, move.then, move.now, rank <= most_moved ? static_cast<int>(rank) : 0});
  }
}

// Families of Vietnam, as they are written there; and without their marks those that are hardly anybody's first name elsewhere.
constexpr std::array<std::string_view, 33> vietnamese{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi",
                                                      "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Đoàn", "Lương", "Trịnh", "Trương", "Đào",
                                                      "Tô", "Phùng", "Vương", "Tạ", "Nguyen", "Tran", "Pham", "Huynh", "Hoang", "Truong", "Bui"};

// A family's name first, with two words and more behind it.
bool is_vietnamese(std::string_view name) {
  const std::size_t first = name.find(' ');
  return first != name.rfind(' ') && std::find(vietnamese.begin(), vietnamese.end(), name.substr(0, first)) != vietnamese.end();
}

// Behind the family's name stand the middle one and the given one, which people go by: "Nguyễn Thị Lan" is "Thị Lan".
std::string given_name(const std::string& name) { return name.substr(name.rfind(' ', name.rfind(' ') - 1) + 1); }

}  // namespace

std::string short_name_of(const std::string& whole) {
  std::string name = whole;
  for (std::size_t space; (space = name.rfind(' ')) != std::string::npos && begins_with_pictograph(std::string_view(name).substr(space + 1));) name.resize(space);
  while (begins_with_pictograph(name) && name.find(' ') != std::string::npos) name.erase(0, name.find(' ') + 1);
  const std::size_t last_space = name.rfind(' ');
  if (last_space == std::string::npos || last_space + 1 == name.size() || is_organisation(name)) return whole;
  if (is_vietnamese(name)) return given_name(name);
  std::size_t length = utf8_character_length(name);
  if (length == 0) return whole;
  while (name.size() > length + 1 && (name[length] == '\xCC' || name[length] == '\xCD')) length += 2;  // accents
  return name.substr(0, length) + ". " + name.substr(last_space + 1);
}

std::string short_name_of(const Workshop& workshop, Item item, const std::string& called) {
  if (item.kind != Item::Kind::stakeholder) return called;
  const Stakeholder* who = find(workshop, StakeholderId{item.id});
  const bool person = who == nullptr || who->kind == StakeholderKind::internal || who->kind == StakeholderKind::sponsor || !who->role.empty();
  return person ? short_name_of(called) : called;
}

CanvasBoard build_canvas(const Workshop& workshop, BoardId id, ActivityId activity) {
  CanvasBoard board;
  const Board* canvas = find(workshop, id);
  if (!canvas) return board;
  board.x_name = canvas->x.name;
  board.x_low = canvas->x.low;
  board.x_high = canvas->x.high;
  board.y_name = canvas->y.name;
  board.y_low = canvas->y.low;
  board.y_high = canvas->y.high;
  board.regions = canvas->regions;
  board.regions.resize(regions_of_a_canvas);
  const Activity* round = find(workshop, activity);
  if (!placing(round)) {
    add_agreed(board, workshop, *canvas);
  } else {
    add_medians(board, workshop, *round);
    if (const Activity* before = find(workshop, round->follows)) add_drifts(board, *before, *round);
  }
  keep_short_names_apart(board.items);
  return board;
}

}  // namespace standpoint
