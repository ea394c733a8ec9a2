// Lists, names and finds pictures, and folds what the stage may see. See stage_pictures.h.
#include "app/files/stage_pictures.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "app/files/file_name.h"
#include "core/activities/activities.h"
#include "core/insights/story.h"
#include "core/workshop/audience.h"

namespace standpoint {
namespace {

constexpr std::array<std::string_view, 3> formats{"png", "svg", "pdf"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::string_view kind_word(BoardKind kind) {
  return kind == BoardKind::map ? "map" : kind == BoardKind::canvas ? "canvas" : "cards";
}

StagePicture of_board(const Board& board) { return {{board.id, {}}, board.title, "board-" + file_name_of(board.title, "untitled")}; }

// Which round of its kind it is, when there are several; 0: the only one.
int round_of(const Workshop& workshop, const Activity& activity) {
  const auto follows = [](const Activity& later, const Activity& earlier) { return later.kind == earlier.kind && later.follows == earlier.id; };
  const bool followed = std::any_of(workshop.activities.begin(), workshop.activities.end(), [&](const Activity& a) { return follows(a, activity); });
  int round = 1;
  for (const Activity* earlier = find(workshop, activity.follows); earlier != nullptr && earlier->kind == activity.kind; earlier = find(workshop, earlier->follows))
    if (++round > static_cast<int>(workshop.activities.size())) break;  // whatever a file says, this ends
  return followed || round > 1 ? round : 0;
}

StagePicture of_activity(const Workshop& workshop, const Activity& activity) {
  const int round = round_of(workshop, activity);
  return {{activity.board, activity.id}, activity.title,
          "result-" + file_name_of(activity.title, "untitled") + (round > 0 ? "-round-" + std::to_string(round) : "")};
}

// Decisions belong to the session: its last deciding shows all of them.
std::optional<StagePicture> of_decisions(const Workshop& workshop) {
  const Activity* last = nullptr;
  for (const ActivityId id : workshop.agenda)
    if (const Activity* activity = find(workshop, id); activity != nullptr && rules_of(*activity).decides && activity->phase != Phase::planned)
      last = activity;
  if (last != nullptr) return StagePicture{{last->board, last->id}, last->title, "decisions"};
  if (workshop.decisions.empty()) return std::nullopt;
  return StagePicture{{}, "Decisions", "decisions", OnlyListed::decisions};
}

}  // namespace

std::string_view words(PictureFormat format) { return formats[static_cast<std::size_t>(format)]; }

std::optional<PictureFormat> picture_format_of(std::string_view word) {
  const std::string wanted = lower(std::string(word));
  for (std::size_t i = 0; i < formats.size(); ++i)
    if (formats[i] == wanted) return static_cast<PictureFormat>(i);
  return std::nullopt;
}

std::vector<StagePicture> stage_pictures(const Workshop& workshop) {
  std::vector<StagePicture> all;
  for (const Board& board : workshop.boards) all.push_back(of_board(board));
  for (const Activity& activity : workshop.activities)
    if (activity.phase == Phase::revealed && !rules_of(activity).decides) all.push_back(of_activity(workshop, activity));
  if (auto decisions = of_decisions(workshop)) all.push_back(std::move(*decisions));
  if (first_board(workshop, BoardKind::map) == nullptr && !workshop.stakeholders.empty()) all.push_back({{}, "People", "people", OnlyListed::people});
  std::set<std::string> taken;
  for (StagePicture& picture : all) {
    const std::string first = picture.name;
    for (int n = 2; !taken.insert(picture.name).second; ++n) picture.name = first + "-" + std::to_string(n);
  }
  return all;
}

StagePicture stage_picture_of(const Workshop& workshop, StageView view) {
  for (StagePicture& picture : stage_pictures(workshop))
    if (picture.only == OnlyListed::none && picture.view == view) return std::move(picture);
  const Activity* activity = find(workshop, view.activity);
  const Board* board = find(workshop, view.board);
  if (activity == nullptr) return board != nullptr ? of_board(*board) : StagePicture{};
  StagePicture picture = of_activity(workshop, *activity);
  picture.name += "-" + lower(std::string(words(activity->phase)));  // apart from what is listed
  return picture;
}

Result<StagePicture> stage_picture_called(const Workshop& workshop, const std::string& name) {
  const std::string wanted = lower(name);
  for (const StagePicture& picture : stage_pictures(workshop))
    if (picture.name == name) return picture;
  for (const Activity& activity : workshop.activities)
    if (lower(activity.title) == wanted) return stage_picture_of(workshop, {activity.board, activity.id});
  for (const Board& board : workshop.boards)
    if (lower(board.title) == wanted) return stage_picture_of(workshop, {board.id, {}});
  for (const Board& board : workshop.boards)
    if (kind_word(board.kind) == wanted) return stage_picture_of(workshop, {board.id, {}});
  std::string there;
  for (const Board& board : workshop.boards) there += (there.empty() ? "" : ", ") + board.title;
  for (const Activity& activity : workshop.activities) there += (there.empty() ? "" : ", ") + activity.title;
  return failed("This session has no board called " + name + "; nothing was written. It has: " + (there.empty() ? "none" : there) + ".");
}

Layers layers_in_files(const Workshop& workshop, FilesFor whom) { return whom == FilesFor::room ? open_layers(workshop) : Layers{true, true}; }

Workshop seen_in_files(const Replay& replay, std::optional<std::uint64_t> n, FilesFor whom) {
  const Workshop workshop = replay.at(std::min(n.value_or(replay.last_sequence()), replay.last_sequence()));
  Workshop seen = as_seen_by(Role::stage, workshop, layers_in_files(workshop, whom));
  seen.timer = {};  // no clock runs in a file
  return seen;
}

std::string file_of_page(const StagePicture& picture, std::size_t page, PictureFormat format) {
  return picture.name + (page == 0 ? "" : "-page-" + std::to_string(page + 1)) + "." + std::string(words(format));
}

}  // namespace standpoint
