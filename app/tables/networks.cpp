// Networks become two tables, so that attributes map like columns and everything after is the same.
#include <algorithm>
#include <map>
#include <set>

#include "app/tables/parts.h"
#include "core/workshop/names.h"

namespace standpoint {
namespace {

constexpr std::size_t most_attributes = 60;

std::string cell_of(const std::string& value) { return value.find('\n') == std::string::npos ? clean_name(value) : without_unseen(value); }

// The attributes of all of them as columns behind the first ones.
template <class Thing>
std::map<std::string, std::size_t> columns_of(const std::vector<Thing>& things, std::vector<std::string>& header) {
  std::map<std::string, std::size_t> columns;
  for (const Thing& thing : things)
    for (const auto& [name, value] : thing.more)
      if (!value.empty() && columns.size() < most_attributes && columns.emplace(name, header.size()).second) header.push_back(cell_of(name));
  return columns;
}

void fill(std::vector<std::string>& cells, const Attributes& more, const std::map<std::string, std::size_t>& columns) {
  for (const auto& [name, value] : more)
    if (const auto column = columns.find(name); column != columns.end()) cells[column->second] = cell_of(value);
}

}  // namespace

Result<Source> source_of(const Graph& graph, std::string what) {
  if (graph.nodes.empty() && graph.edges.empty()) return failed("This is a " + what + " with nobody in it. Nothing was imported.");
  Source source;
  source.told.push_back("This is a " + what + "; importing its " + std::to_string(graph.nodes.size()) + (graph.nodes.size() == 1 ? " person and " : " people and ") +
                        std::to_string(graph.edges.size()) + (graph.edges.size() == 1 ? " tie." : " ties."));
  source.what = std::move(what);
  const bool labelled = std::any_of(graph.nodes.begin(), graph.nodes.end(), [](const Node& n) { return !n.label.empty(); });
  Table people;
  people.sheet = "People";
  people.holds = Holds::people;
  people.by_id = true;
  people.header_line = 1;
  people.header = {"Id", "Name"};
  const auto person_columns = columns_of(graph.nodes, people.header);
  const bool named = std::any_of(person_columns.begin(), person_columns.end(), [](const auto& c) { return name_key(c.first) == "name"; });
  if (!labelled && named) people.header[1] = "Label";
  int line = 0;
  for (const Node& node : graph.nodes) {
    std::vector<std::string> cells(people.header.size());
    cells[0] = node.id;
    cells[1] = cell_of(labelled ? (node.label.empty() ? node.id : node.label) : named ? std::string() : node.id);
    fill(cells, node.more, person_columns);
    people.rows.push_back({++line, std::move(cells)});
  }
  Table ties;
  ties.sheet = "Ties";
  ties.holds = Holds::ties;
  ties.by_id = true;
  ties.header_line = 1;
  ties.header = {"From", "To", "Direction"};
  const auto tie_columns = columns_of(graph.edges, ties.header);
  line = 0;
  for (const Edge& edge : graph.edges) {
    std::vector<std::string> cells(ties.header.size());
    cells[0] = edge.from;
    cells[1] = edge.to;
    cells[2] = edge.direction;
    fill(cells, edge.more, tie_columns);
    ties.rows.push_back({++line, std::move(cells)});
  }
  if (!graph.nodes.empty()) source.tables.push_back(std::move(people));
  source.tables.push_back(std::move(ties));
  return source;
}

}  // namespace standpoint
