// GraphML (networkx, yEd, igraph) and GEXF (Gephi). pugixml expands no entities of a document's own; how much there is to take apart is counted before.
#include <algorithm>
#include <cstring>
#include <map>

#include <pugixml.hpp>

#include "app/tables/parts.h"
#include "app/tables/workbook.h"

namespace standpoint {
namespace {

constexpr std::size_t deepest_xml = 200, most_memory = 80'000'000, node_bytes = 64, attribute_bytes = 40;

Result<void> parse(pugi::xml_document& document, std::string_view text) {
  return check_xml(text).and_then([&]() -> Result<void> {
    const pugi::xml_parse_result parsed = document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) return failed("This network is broken: " + std::string(parsed.description()) + " at byte " + std::to_string(parsed.offset) + ". Nothing was imported; export it again.");
    return {};
  });
}

// yEd keeps what is read in a shape's label, some levels down.
std::string drawn_label(pugi::xml_node node) {
  const pugi::xml_node label = node.find_node([](pugi::xml_node n) { return is_called(n, "NodeLabel") || is_called(n, "EdgeLabel"); });
  return label ? label.text().get() : "";
}

struct Key {
  std::string name, otherwise;  // what stands for it where a node says nothing
};
using Keys = std::map<std::string, Key>;

Attributes data_of(pugi::xml_node thing, const Keys& keys, std::string& label) {
  Attributes more;
  for (const pugi::xml_node data : thing.children()) {
    if (!is_called(data, "data")) continue;
    const auto key = keys.find(data.attribute("key").value());
    const std::string name = key == keys.end() ? data.attribute("key").value() : key->second.name;
    const std::string value = data.text().get();
    if (data.first_child().type() == pugi::node_element) {
      if (label.empty()) label = drawn_label(data);
    } else if (name == "label" || name == "Label") {
      label = value;
    } else if (!name.empty()) {
      more.emplace_back(name, value);
    }
  }
  return more;
}

void read_level(pugi::xml_node graph, const Keys& keys, Graph& out) {
  const std::string usual = graph.attribute("edgedefault").value();
  for (const pugi::xml_node thing : graph.children()) {
    if (is_called(thing, "node")) {
      Node node{thing.attribute("id").value(), "", {}};
      node.more = data_of(thing, keys, node.label);
      out.nodes.push_back(std::move(node));
    } else if (is_called(thing, "edge")) {
      Edge edge{thing.attribute("source").value(), thing.attribute("target").value(), usual, {}};
      const std::string directed = thing.attribute("directed").value();
      if (!directed.empty()) edge.direction = directed == "true" ? "directed" : "undirected";
      std::string label;
      edge.more = data_of(thing, keys, label);
      if (!label.empty()) edge.more.emplace_back("Label", label);
      for (auto& [name, value] : edge.more)
        if (name == "direction") edge.direction = value;
      std::erase_if(edge.more, [](const auto& more) { return more.first == "direction"; });
      out.edges.push_back(std::move(edge));
    }
  }
}

std::string gexf_direction(const std::string& type) { return type == "mutual" || type == "undirected" ? type : type.empty() ? "" : "directed"; }

std::map<std::string, std::string> gexf_titles(pugi::xml_node graph, const char* of) {
  std::map<std::string, std::string> titles;
  for (const pugi::xml_node list : graph.children()) {
    if (!is_called(list, "attributes") || std::strcmp(list.attribute("class").value(), of) != 0) continue;
    for (const pugi::xml_node one : list.children())
      if (is_called(one, "attribute")) titles[one.attribute("id").value()] = one.attribute("title").value();
  }
  return titles;
}

Attributes gexf_values(pugi::xml_node thing, const std::map<std::string, std::string>& titles) {
  Attributes more;
  for (const pugi::xml_node value : child_called(thing, "attvalues").children()) {
    const char* const id = value.attribute("for") ? value.attribute("for").value() : value.attribute("id").value();
    const auto title = titles.find(id);
    more.emplace_back(title == titles.end() ? id : title->second, value.attribute("value").value());
  }
  return more;
}

}  // namespace

Result<void> check_xml(std::string_view text) {
  std::size_t depth = 0, most = 0, tags = 0, values = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=') ++values;
    if (text[i] != '<' || i + 1 >= text.size()) continue;
    ++tags;
    if (text[i + 1] == '/') {
      if (depth > 0) --depth;
    } else if (text[i + 1] != '!' && text[i + 1] != '?') {
      const std::size_t end = std::min(text.find('>', i), text.size() - 1);
      if (text[end - 1] != '/') most = std::max(most, ++depth);
      values += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(i), text.begin() + static_cast<std::ptrdiff_t>(end), '='));
      i = end;
    }
    if (most > deepest_xml) return failed("It is nested too deeply to be a list of people. Nothing was imported.");
  }
  if (tags * node_bytes + values * attribute_bytes > most_memory) return failed("There is too much in it for a list of people. Nothing was imported; take parts of it.");
  return {};
}

Result<Source> read_graphml(std::string_view text) {
  pugi::xml_document document;
  if (const auto parsed = parse(document, text); !parsed) return tl::unexpected(parsed.error());
  const pugi::xml_node root = child_called(document, "graphml");
  Keys keys;
  Graph graph;
  for (const pugi::xml_node key : root.children())
    if (is_called(key, "key")) keys[key.attribute("id").value()] = {key.attribute("attr.name").value(), ""};
  for (const pugi::xml_node level : root.children())
    if (is_called(level, "graph")) read_level(level, keys, graph);
  return source_of(graph, "GraphML network");
}

Result<Source> read_gexf(std::string_view text) {
  pugi::xml_document document;
  if (const auto parsed = parse(document, text); !parsed) return tl::unexpected(parsed.error());
  const pugi::xml_node level = child_called(child_called(document, "gexf"), "graph");
  const auto of_nodes = gexf_titles(level, "node"), of_edges = gexf_titles(level, "edge");
  const std::string usual = level.attribute("defaultedgetype").value();
  Graph graph;
  for (const pugi::xml_node node : child_called(level, "nodes").children())
    if (is_called(node, "node")) graph.nodes.push_back({node.attribute("id").value(), node.attribute("label").value(), gexf_values(node, of_nodes)});
  for (const pugi::xml_node one : child_called(level, "edges").children()) {
    if (!is_called(one, "edge")) continue;
    const std::string type = one.attribute("type").value();
    Edge edge{one.attribute("source").value(), one.attribute("target").value(), gexf_direction(type.empty() ? (usual.empty() ? "undirected" : usual) : type), gexf_values(one, of_edges)};
    for (const char* const name : {"weight", "kind", "label"})
      if (const auto value = one.attribute(name); value && *value.value() != '\0') edge.more.emplace_back(name, value.value());
    graph.edges.push_back(std::move(edge));
  }
  return source_of(graph, "GEXF network");
}

}  // namespace standpoint
