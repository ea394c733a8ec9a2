// JSON -> Template. Every field is asked for by name and type; what is missing, of the wrong type or unknown is said in
// one sentence with its place ("activity 3"), because people write these files by hand.
#include "app/files/template.h"

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace standpoint {
namespace {

using Json = nlohmann::ordered_json;

// The one exception thrown in this file, caught in parse_template; its text ends the sentence for a person.
struct Wrong : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A JSON object with the words for where it stands.
class Part {
 public:
  Part(const Json& json, std::string where) : json_(json), where_(std::move(where)) {
    if (!json.is_object()) throw Wrong(where_ + " is not an object in braces.");
  }

  void allow_only(std::initializer_list<std::string_view> fields) const {
    for (const auto& [key, value] : json_.items())
      if (std::find(fields.begin(), fields.end(), key) == fields.end()) throw Wrong(fmt::format("{} has an unknown field “{}”.", where_, key));
  }
  bool has(const char* field) const { return json_.contains(field); }
  const std::string& where() const { return where_; }

  std::string text(const char* field) const {
    const Json& value = at(field);
    if (!value.is_string() || value.get_ref<const std::string&>().empty()) throw Wrong(fmt::format("{} needs words for “{}”.", where_, field));
    return value.get<std::string>();
  }
  std::string text_or(const char* field, std::string otherwise) const { return has(field) ? text(field) : std::move(otherwise); }

  std::int64_t number(const char* field, std::int64_t low, std::int64_t high) const {
    const Json& value = at(field);
    if (!value.is_number_integer() || value.get<std::int64_t>() < low || value.get<std::int64_t>() > high)
      throw Wrong(fmt::format("{} needs a whole number from {} to {} for “{}”.", where_, low, high, field));
    return value.get<std::int64_t>();
  }
  std::int64_t number_or(const char* field, std::int64_t low, std::int64_t high, std::int64_t otherwise) const {
    return has(field) ? number(field, low, high) : otherwise;
  }

  const Json& list(const char* field) const {
    const Json& value = at(field);
    if (!value.is_array()) throw Wrong(fmt::format("{} needs a list for “{}”.", where_, field));
    return value;
  }
  Part part(const char* field) const { return Part(at(field), where_ + "'s " + field); }

 private:
  const Json& at(const char* field) const {
    const auto found = json_.find(field);
    if (found == json_.end()) throw Wrong(fmt::format("{} has no “{}”.", where_, field));
    return *found;
  }
  const Json& json_;
  std::string where_;
};

template <class T>
T one_of(const Part& part, const char* field, const std::vector<std::pair<std::string_view, T>>& words) {
  const std::string word = part.text(field);
  std::string known;
  for (const auto& [name, value] : words) {
    if (name == word) return value;
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  throw Wrong(fmt::format("{} has the {} “{}”; use one of {}.", part.where(), field, word, known));
}

Axis axis_of(const Part& part) {
  part.allow_only({"name", "low", "high"});
  const Axis otherwise;
  return {part.text("name"), part.text_or("low", otherwise.low), part.text_or("high", otherwise.high)};
}

BoardRect area_of(const Part& part) {
  const Json& numbers = part.list("area");
  std::array<std::int32_t, 4> v{};
  const bool four = numbers.size() == v.size() && std::all_of(numbers.begin(), numbers.end(), [](const Json& n) {
    return n.is_number_integer() && n.get<std::int64_t>() >= 0 && n.get<std::int64_t>() <= board_max;
  });
  if (four) std::transform(numbers.begin(), numbers.end(), v.begin(), [](const Json& n) { return n.get<std::int32_t>(); });
  if (!four || v[0] >= v[2] || v[1] >= v[3])
    throw Wrong(part.where() + " needs an area of four whole numbers from 0 to 10000: left, bottom, right, top.");
  return {{v[0], v[1]}, {v[2], v[3]}};
}

// Zones with areas, or without any: then they are columns of equal width.
std::vector<Zone> zones_of(const Part& board) {
  const Json& list = board.list("zones");
  std::vector<Zone> zones;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Part part(list[i], fmt::format("{}'s zone {}", board.where(), i + 1));
    part.allow_only({"name", "area"});
    const auto edge = [&](std::size_t n) { return static_cast<std::int32_t>(board_max * n / list.size()); };
    const BoardRect column{{edge(i), 0}, {edge(i + 1), board_max}};
    zones.push_back({part.text("name"), part.has("area") ? area_of(part) : column});
  }
  return zones;
}

Board board_of(const Part& part) {
  Board board;
  board.title = part.text("title");
  board.kind = one_of<BoardKind>(part, "kind", {{"map", BoardKind::map}, {"canvas", BoardKind::canvas}, {"cards", BoardKind::cards}});
  switch (board.kind) {
    case BoardKind::map: part.allow_only({"title", "kind"}); break;
    case BoardKind::cards:
      part.allow_only({"title", "kind", "zones"});
      board.zones = zones_of(part);
      break;
    case BoardKind::canvas:
      part.allow_only({"title", "kind", "x", "y", "regions"});
      board.x = axis_of(part.part("x"));
      board.y = axis_of(part.part("y"));
      for (const Json& region : part.list("regions")) board.regions.push_back(region.is_string() ? region.get<std::string>() : "");
      if (board.regions.size() != 4 || std::count(board.regions.begin(), board.regions.end(), "") != 0)
        throw Wrong(part.where() + " needs four named regions: low-low, high-low, low-high, high-high (x first).");
      break;
  }
  return board;
}

std::size_t board_called(const Template& plan, const Part& part) {
  const std::string title = part.text("board");
  for (std::size_t i = 0; i < plan.boards.size(); ++i)
    if (plan.boards[i].title == title) return i;
  throw Wrong(fmt::format("{} is on the board “{}”, which the template does not have.", part.where(), title));
}

std::size_t activity_called(const Template& plan, const Part& part) {
  const std::string title = part.text("follows");
  for (std::size_t i = 0; i < plan.activities.size(); ++i)
    if (plan.activities[i].activity.title == title) return i;
  throw Wrong(fmt::format("{} follows “{}”, which is no earlier activity.", part.where(), title));
}

void open_layers_of(Activity& activity, const Part& part) {
  for (const Json& layer : part.list("opens")) {
    if (layer == "stance") activity.show_stance = true;
    else if (layer == "conflicts") activity.show_conflicts = true;
    else throw Wrong(part.where() + " opens something else than “stance” and “conflicts”.");
  }
}

std::vector<std::pair<std::string_view, ActivityKind>> kinds_by_key() {
  std::vector<std::pair<std::string_view, ActivityKind>> kinds;
  for (const ActivityKind kind : all_kinds()) kinds.emplace_back(rules_of(kind).words.key, kind);
  return kinds;
}

PlannedActivity activity_of(const Template& plan, const Part& part) {
  part.allow_only({"title", "kind", "minutes", "board", "secrecy", "dots_per_person", "dots_per_item", "follows", "opens"});
  PlannedActivity planned;
  Activity& a = planned.activity;
  a.title = part.text("title");
  set_kind(a, one_of<ActivityKind>(part, "kind", kinds_by_key()));
  a.minutes = static_cast<std::uint16_t>(part.number("minutes", 1, 24 * 60));
  if (part.has("board")) planned.board = board_called(plan, part);
  if (part.has("follows")) planned.follows = activity_called(plan, part);
  if (part.has("secrecy"))
    a.secrecy = one_of<Secrecy>(part, "secrecy", {{"anonymous", Secrecy::anonymous}, {"named", Secrecy::named}});
  if (part.has("opens")) open_layers_of(a, part);
  if (VoteSetup* const vote = vote_in(a)) {
    vote->dots_per_person = static_cast<std::uint16_t>(part.number("dots_per_person", 1, 99));
    vote->dots_per_item = static_cast<std::uint16_t>(part.number_or("dots_per_item", 0, vote->dots_per_person, 0));
  } else if (part.has("dots_per_person") || part.has("dots_per_item")) {
    throw Wrong(part.where() + " has dots, but only a vote has them.");
  }
  const bool somewhere = planned.board && plan.boards[*planned.board].kind != BoardKind::cards;
  if (rules_of(a).needs_plane && !somewhere) throw Wrong(part.where() + " places things, so it needs a map or a canvas as its board.");
  return planned;
}

Template template_of(std::string_view name, const Json& json) {
  const Part part(json, "the file");
  part.allow_only({"title", "summary", "place", "minutes", "boards", "activities"});
  Template plan;
  plan.name = name;
  plan.title = part.text("title");
  plan.summary = part.text("summary");
  plan.place = static_cast<int>(part.number("place", 1, 1000));
  plan.minutes = static_cast<int>(part.number("minutes", 1, 24 * 60));
  const Json& boards = part.list("boards");
  for (std::size_t i = 0; i < boards.size(); ++i) plan.boards.push_back(board_of(Part(boards[i], fmt::format("board {}", i + 1))));
  const Json& activities = part.list("activities");
  int minutes = 0;
  for (std::size_t i = 0; i < activities.size(); ++i) {
    plan.activities.push_back(activity_of(plan, Part(activities[i], fmt::format("activity {}", i + 1))));
    minutes += plan.activities.back().activity.minutes;
  }
  if (minutes != plan.minutes) throw Wrong(fmt::format("its activities take {} minutes, but “minutes” says {}.", minutes, plan.minutes));
  return plan;
}

Result<std::string> text_of(const std::filesystem::path& path) {
  std::error_code none;
  std::ifstream file;
  if (std::filesystem::is_regular_file(path, none)) file.open(path, std::ios::binary);
  if (!file.is_open()) return tl::unexpected(Failure{fmt::format("The template {} cannot be read; nothing was changed.", path.string())});
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::vector<std::filesystem::path> template_files(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none))
    if (entry.path().extension() == ".json" && entry.is_regular_file(none)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Result<Template> parse_template(std::string_view name, std::string_view json) {
  try {
    return template_of(name, Json::parse(json));
  } catch (const Wrong& wrong) {
    return tl::unexpected(Failure{fmt::format("The template {} is wrong: {}", name, wrong.what())});
  } catch (const Json::exception&) {
    return tl::unexpected(Failure{fmt::format("The template {} is wrong: the file is not JSON.", name)});
  }
}

Result<std::vector<Template>> read_templates(const std::string& folder) {
  std::vector<Template> plans;
  for (const auto& path : template_files(folder)) {
    const auto text = text_of(path);
    if (!text) return tl::unexpected(text.error());
    auto plan = parse_template(path.stem().string(), *text);
    if (!plan) return tl::unexpected(plan.error());
    plans.push_back(std::move(*plan));
  }
  std::stable_sort(plans.begin(), plans.end(), [](const Template& a, const Template& b) { return a.place < b.place; });
  return plans;
}

Result<Template> read_template(const std::string& folder, std::string_view name) {
  std::string known;
  for (const auto& path : template_files(folder)) {
    if (path.stem().string() == name) return text_of(path).and_then([&](const std::string& text) { return parse_template(name, text); });
    known += (known.empty() ? "" : ", ") + path.stem().string();
  }
  if (known.empty()) return tl::unexpected(Failure{fmt::format("There are no templates in {}; nothing was made.", folder)});
  return tl::unexpected(Failure{fmt::format("There is no template {}; nothing was made. There are {}.", name, known)});
}

std::vector<Action> actions_of(const Template& plan, const Workshop& before, SeatId by) {
  std::uint32_t nth = next_nth(before, by);
  std::vector<Action> actions;
  std::vector<BoardId> boards;
  std::vector<ActivityId> activities;
  for (Board board : plan.boards) {
    boards.push_back(board.id = mint<BoardId>(by, nth++));
    actions.emplace_back(AddBoard{std::move(board)});
  }
  for (const PlannedActivity& planned : plan.activities) {
    Activity activity = planned.activity;
    activities.push_back(activity.id = mint<ActivityId>(by, nth++));
    if (planned.board) activity.board = boards[*planned.board];
    if (planned.follows) activity.follows = activities[*planned.follows];
    actions.emplace_back(AddActivity{std::move(activity)});
  }
  if (boards.empty()) return actions;
  const bool somewhere = !activities.empty() && plan.activities.front().board;
  actions.emplace_back(ShowOnStage{{somewhere ? boards[*plan.activities.front().board] : boards.front(), activities.empty() ? ActivityId{} : activities.front()}});
  return actions;
}

std::string sessions_folder() { return STANDPOINT_SESSIONS_DIR; }

}  // namespace standpoint
