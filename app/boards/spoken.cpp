// Puts boards into words. See spoken.h.
#include "app/boards/spoken.h"

#include <algorithm>
#include <cctype>

#include "app/widgets/semantics.h"
#include "core/activities/vote/result.h"
#include "core/insights/story.h"

namespace standpoint {
namespace {

std::string_view words_back(TieKind kind) {
  switch (kind) {
    case TieKind::influences: return "influenced by";
    case TieKind::reports_to: return "is reported to by";
    case TieKind::trusts: return "trusted by";
    case TieKind::supports: return "supported by";
    case TieKind::conflicts_with: return "conflicts with";
  }
  return {};
}

// "7.2" of ten, from board units.
std::string tenths(std::int32_t units) { return std::to_string(units / 1000) + "." + std::to_string(units / 100 % 10); }

std::string small(std::string words) {
  if (!words.empty()) words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
  return words;
}

}  // namespace

std::vector<std::string> words_of_people(const MapBoard& board) {
  std::vector<std::string> all;
  all.reserve(board.nodes.size());
  for (const MapNode& node : board.nodes) {
    std::string words = small(std::string(standpoint::words(node.kind)));
    if (board.show_stance) words += ", " + small(std::string(standpoint::words(node.stance)));
    all.push_back(std::move(words));
  }
  for (const MapTie& tie : board.ties) {
    all[tie.from] += ", " + std::string(standpoint::words(tie.kind)) + " " + board.nodes[tie.to].name;
    all[tie.to] += ", " + std::string(words_back(tie.kind)) + " " + board.nodes[tie.from].name;
  }
  return all;
}

void say_person(const Frame& frame, const MapNode& node, Vec at, const std::string& words, Box shown) {
  constexpr float half = 24;
  const Vec middle{std::clamp(at.x, shown.min.x + half, shown.max.x - half), std::clamp(at.y, shown.min.y + half, shown.max.y - half)};
  describe(frame, "person " + std::to_string(node.id.value), box_around(middle, half, half),
           {.role = ItemRole::text, .name = node.name, .value = words});
}

void say_people(const Frame& frame, const MapBoard& board, const MapScene& scene, Box shown) {
  if (frame.semantics == nullptr || board.nodes.empty()) return;
  const ReadTogether list(frame, "People and ties");
  const std::vector<std::string> words = words_of_people(board);
  for (std::size_t i = 0; i < board.nodes.size(); ++i) say_person(frame, board.nodes[i], scene.nodes[i].center, words[i], shown);
}

std::string words_of_point(const CanvasBoard& board, BoardPoint at) {
  return small(board.x_name) + " " + tenths(at.x) + ", " + small(board.y_name) + " " + tenths(at.y) + " of 10";
}

std::string words_of_place(const CanvasBoard& board, const CanvasItem& item) {
  std::string words = words_of_point(board, item.at);
  for (const CanvasDrift& drift : board.drifts)
    if (drift.item == item.item) words += ", before " + words_of_point(board, drift.then);
  return words;
}

void say_places(const Frame& frame, const CanvasBoard& board, Box plane) {
  if (frame.semantics == nullptr || board.items.empty()) return;
  const ReadTogether list(frame, "Places");
  for (const CanvasItem& item : board.items)
    describe(frame, "place " + std::to_string(item.item.id), box_around(canvas_to_design(plane, item.at), 12, 12),
             {.role = ItemRole::text, .name = item.name, .value = words_of_place(board, item)});
}

std::string words_of_rank(const VoteRow& row, std::string_view option) {
  return (row.rank == 0 ? std::string() : std::to_string(row.rank) + ", ") + std::string(option) + ", " + std::to_string(row.dots) + (row.dots == 1 ? " dot" : " dots") +
         (row.stars > 0 ? ", decider’s star" : "");
}

}  // namespace standpoint
