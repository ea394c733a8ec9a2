// JSON: Kumu's elements and connections, nodes with links or edges as many programs write them, or a list of objects, which is a table.
#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "app/tables/parts.h"

namespace standpoint {
namespace {

using nlohmann::json;
constexpr std::size_t deepest_json = 100, most_values = 1'000'000;

// Counted before it is taken apart: how deep it goes and how much there is.
Result<void> check_json(std::string_view text) {
  std::size_t depth = 0, most = 0, values = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text && c == '\\') ++i;
    else if (c == '"') in_text = !in_text;
    else if (!in_text && (c == '[' || c == '{')) most = std::max(most, ++depth), ++values;
    else if (!in_text && (c == ']' || c == '}') && depth > 0) --depth;
    else if (!in_text && c == ',') ++values;
  }
  if (most > deepest_json) return failed("It is nested too deeply to be a list of people. Nothing was imported.");
  if (values > most_values || text.size() > largest_unpacked) return failed("There is too much in it for a list of people. Nothing was imported; take parts of it.");
  return {};
}

std::string text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return {};
  if (value.is_array()) {
    std::string all;
    for (const json& one : value) all += (all.empty() ? "" : ", ") + text_of(one);
    return all;
  }
  return value.is_object() ? std::string() : value.dump();
}

const json* list_in(const json& whole, std::initializer_list<const char*> names) {
  for (const char* const name : names)
    if (const auto found = whole.find(name); found != whole.end() && found->is_array()) return &*found;
  return nullptr;
}

std::string taken(Attributes& more, std::initializer_list<const char*> names) {
  for (const char* const name : names) {
    const auto found = std::find_if(more.begin(), more.end(), [&](const auto& one) { return one.first == name; });
    if (found == more.end()) continue;
    std::string value = std::move(found->second);
    more.erase(found);
    return value;
  }
  return {};
}

// Its plain values, and those of its "attributes" or "data" a level down; ends of an edge may be whole nodes.
Attributes values_of(const json& object) {
  Attributes more;
  for (const auto& [name, value] : object.items()) {
    if (!value.is_object()) more.emplace_back(name, text_of(value));
    else if (value.contains("id") && name != "attributes") more.emplace_back(name, text_of(value["id"]));
    else if (name == "attributes" || name == "data" || name == "properties")
      for (const auto& [inner, one] : value.items()) more.emplace_back(inner, text_of(one));
  }
  return more;
}

Graph graph_of(const json& nodes, const json& edges, const std::string& usual) {
  Graph graph;
  for (const json& one : nodes) {
    if (one.is_string()) graph.nodes.push_back({one.get<std::string>(), one.get<std::string>(), {}});
    if (!one.is_object()) continue;
    Node node{"", "", values_of(one)};
    node.id = taken(node.more, {"id", "_id", "key"});
    node.label = taken(node.more, {"label", "name", "title"});
    if (node.id.empty()) node.id = node.label.empty() ? std::to_string(graph.nodes.size()) : node.label;
    graph.nodes.push_back(std::move(node));
  }
  const auto known = [&](const std::string& id) { return std::any_of(graph.nodes.begin(), graph.nodes.end(), [&](const Node& n) { return n.id == id; }); };
  const bool by_place = !edges.empty() && edges[0].is_object() && edges[0].contains("source") && edges[0]["source"].is_number_unsigned() && !known(edges[0]["source"].dump());
  for (const json& one : edges) {
    if (!one.is_object()) continue;
    Edge edge{"", "", usual, values_of(one)};
    taken(edge.more, {"id", "_id"});
    const auto end_of = [&](const char* first, const char* second) {
      std::string id = taken(edge.more, {first, second});
      const auto place = one.find(second);
      if (by_place && place != one.end() && place->is_number_unsigned() && place->get<std::size_t>() < graph.nodes.size()) id = graph.nodes[place->get<std::size_t>()].id;
      return id;
    };
    edge.from = end_of("from", "source");
    edge.to = end_of("to", "target");
    if (const std::string direction = taken(edge.more, {"direction"}); !direction.empty()) edge.direction = direction;
    graph.edges.push_back(std::move(edge));
  }
  return graph;
}

Source table_of(const json& objects) {
  std::vector<CsvRecord> rows(1);
  std::map<std::string, std::size_t> columns;
  rows[0].line = 1;
  for (const json& one : objects) {
    if (!one.is_object()) continue;
    CsvRecord row{static_cast<int>(rows.size()) + 1, {}};
    for (const auto& [name, value] : values_of(one)) {
      const auto [column, fresh] = columns.emplace(name, columns.size());
      if (fresh) rows[0].fields.push_back(name);
      row.fields.resize(std::max(row.fields.size(), column->second + 1));
      row.fields[column->second] = value;
    }
    rows.push_back(std::move(row));
  }
  Source source;
  source.what = "JSON list";
  source.tables.push_back(table_of_rows(std::move(rows), ""));
  return source;
}

}  // namespace

Result<Source> read_json(std::string_view text) {
  if (const auto small = check_json(text); !small) return tl::unexpected(small.error());
  const json whole = json::parse(text, nullptr, false);
  if (whole.is_discarded()) return failed("This is a JSON file, but it is broken. Nothing was imported; save the table as CSV and import that.");
  if (whole.is_array()) return table_of(whole);
  const json* const nodes = list_in(whole, {"elements", "nodes", "people", "stakeholders"});
  const json* const edges = list_in(whole, {"connections", "links", "edges", "ties", "relationships"});
  if (!nodes && !edges) return failed("This is a JSON file with neither elements nor connections; nothing was imported. Save the table as CSV and import that.");
  const json none = json::array();
  const bool kumu = whole.contains("elements");
  const bool undirected = whole.contains("directed") && whole["directed"].is_boolean() && !whole["directed"].get<bool>();
  return source_of(graph_of(nodes ? *nodes : none, edges ? *edges : none, undirected ? "undirected" : ""), kumu ? "Kumu network" : "JSON network");
}

}  // namespace standpoint
