#include "app/cli/preview_json.h"

#include <array>

#include <nlohmann/json.hpp>

#include "core/insights/story.h"

namespace standpoint {
namespace {

using Json = nlohmann::ordered_json;

std::string_view word(Happens happens) {
  constexpr std::array<std::string_view, 5> words = {"added", "same", "changed", "joined", "refused"};
  return words[static_cast<std::size_t>(happens)];
}
std::string_view word(Holds holds) { return holds == Holds::people ? "people" : holds == Holds::ties ? "ties" : "nothing"; }

Json json(const ImportCounts& c) { return {{"added", c.added}, {"same", c.same}, {"changed", c.changed}, {"joined", c.joined}, {"refused", c.refused}}; }

Json json(const PreviewSheet& s) {
  Json columns = Json::array();
  for (const PreviewColumn& c : s.columns) columns.push_back({{"header", c.header}, {"examples", c.examples}, {"field", words(c.field)}, {"told", c.told}});
  return {{"file", s.file}, {"sheet", s.sheet}, {"holds", word(s.holds)}, {"separator", s.separator == 0 ? std::string() : std::string(1, s.separator)}, {"rows", s.rows}, {"columns", columns}};
}

Json json(const PreviewPerson& p) {
  Json differences = Json::array();
  for (const Difference& d : p.differences) differences.push_back({{"field", words(d.field)}, {"ours", d.ours}, {"theirs", d.theirs}, {"take", d.take}});
  const Stakeholder& s = p.person;
  return {{"happens", word(p.happens)}, {"sheet", p.sheet}, {"line", p.line}, {"name", s.name}, {"role", s.role}, {"organisation", s.organisation}, {"kind", words(s.kind)},
          {"influence", s.influence}, {"formal_power", s.formal_power}, {"stance", words(s.stance)}, {"desired_stance", words(s.desired_stance)}, {"needs", s.needs},
          {"expectations", s.expectations}, {"note", s.note}, {"why", p.why}, {"differences", differences}};
}

Json json(const PreviewTie& t) {
  return {{"happens", word(t.happens)}, {"sheet", t.sheet}, {"line", t.line}, {"from", t.from}, {"to", t.to}, {"kind", words(t.kind)}, {"strength", t.strength}, {"why", t.why}};
}

template <class T>
Json all_of(const std::vector<T>& values) {
  Json all = Json::array();
  for (const T& value : values) all.push_back(json(value));
  return all;
}

}  // namespace

std::string json_of(const Preview& p) {
  const Json whole = {{"what", p.what}, {"encoding", p.encoding}, {"trouble", p.trouble}, {"people_counts", json(p.people_counts)}, {"tie_counts", json(p.tie_counts)},
                      {"told", p.told}, {"refused", p.refused}, {"sheets", all_of(p.sheets)}, {"people", all_of(p.people)}, {"ties", all_of(p.ties)}};
  return whole.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace standpoint
