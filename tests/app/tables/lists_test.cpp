// Every list of tests/lists, read as the program reads it, against what is written of it in tests/lists/README.md.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <doctest/doctest.h>

#include "app/tables/read.h"
#include "core/insights/story.h"
#include "core/workshop/apply.h"
#include "core/workshop/check.h"

using namespace standpoint;

namespace {

namespace fs = std::filesystem;
const std::string lists = STANDPOINT_SOURCE_DIR "/tests/lists/";

std::string bytes_of_list(const std::string& name) {
  std::ifstream file(lists + name, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), name);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string on_one(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos;) text.replace(at, 1, " / ");
  return text.size() > 200 ? text.substr(0, 200) : text;
}

Workshop workshop_for_lists() {
  Workshop w;
  apply(w, Event{1, 1000, SeatId{}, 0, StartSession{"A session", ""}});
  apply(w, Event{2, 1000, SeatId{}, 0, JoinSeat{SeatId{1}, "Nadia", Role::facilitator, SeatId{}}});
  return w;
}

// What comes of it: the people and ties that a workshop holds after it, and all that is said.
std::string outcome(const std::string& name) {
  auto source = read_source(bytes_of_list(name), "");
  if (!source) return "! " + source.error().sentence + "\n";
  const std::string ties_name = fs::path(name).stem().string() + ".ties.csv";
  if (fs::exists(lists + ties_name)) {
    auto ties = read_source(bytes_of_list(ties_name), "ties");
    if (!ties) return "! " + ties.error().sentence + "\n";
    for (Table& table : ties->tables) {
      table.holds = Holds::ties;
      source->tables.push_back(table);
    }
  }
  Workshop w = workshop_for_lists();
  const Proposal proposal = propose(w, SeatId{1}, *source);
  if (!proposal.preview.trouble.empty()) return "! " + proposal.preview.trouble + "\n";
  for (const Action& action : proposal.actions) {
    CHECK_FALSE(check(w, SeatId{1}, action));
    apply(w, Event{w.sequence + 1, 1000, SeatId{1}, 0, action});
  }
  std::string text;
  for (const Stakeholder& s : w.stakeholders)
    text += s.name + " | " + s.role + " | " + s.organisation + " | " + std::string(words(s.kind)) + " " + std::to_string(s.influence) + " " + std::string(words(s.stance)) + " | " + on_one(s.note) + "\n";
  for (const Tie& t : w.ties)
    text += name_of(w, Item(t.from)) + " " + std::string(words(t.kind)) + " " + name_of(w, Item(t.to)) + " " + std::to_string(t.strength) + (t.note.empty() ? "" : " | " + on_one(t.note)) + "\n";
  for (const std::string& told : columns_told(proposal.preview)) text += "> " + told + "\n";
  for (const std::string& told : proposal.preview.told) text += "> " + told + "\n";
  for (const std::string& told : proposal.preview.refused) text += "- " + told + "\n";
  return text;
}

// "## NAME" and below it, up to the next empty line, the outcome.
std::map<std::string, std::string> expectations() {
  std::ifstream file(lists + "README.md");
  std::map<std::string, std::string> all;
  std::string name;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) name = line.substr(3);
    else if (line.empty() || line == "```") continue;
    else if (!name.empty()) all[name] += line + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("R388 every list gives what is written of it") {
  const auto expected = expectations();
  CHECK(expected.size() > 70);
  for (const fs::directory_entry& entry : fs::directory_iterator(lists)) {
    const std::string name = entry.path().filename().string();
    if (name == "README.md" || name.ends_with(".ties.csv")) continue;
    CAPTURE(name);
    REQUIRE(expected.contains(name));
    CHECK(outcome(name) == expected.at(name));
  }
}

TEST_CASE("R389 deep nesting is refused before it is taken apart") {
  const auto refused = [](const std::string& bytes) { return !read_source(bytes, "").has_value(); };
  std::string tags, brackets = "{\"nodes\":";
  for (int i = 0; i < 1'000'000; ++i) tags += "<a>", brackets += '[';
  CHECK(refused("<graphml>" + tags));
  CHECK(refused(brackets));
  const auto entities = read_source("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><graphml><graph edgedefault=\"directed\">"
                                    "<node id=\"&b;\"/></graph></graphml>", "");
  CHECK((!entities || entities->tables[0].rows[0].fields[0].size() < 20));
}
