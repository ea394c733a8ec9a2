// What read.cpp puts together. Each reader takes the bytes of one kind of file.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/tables/read.h"

namespace standpoint {

// ---- text ----

struct Text {
  std::string utf8;      // sound, in the composed form
  std::string encoding;  // of the bytes; "UTF-8" where it was
};
// Failure: the bytes are nothing in this encoding.
Result<Text> text_of_bytes(std::string_view bytes, const std::string& encoding);

// ---- networks ----

using Attributes = std::vector<std::pair<std::string, std::string>>;  // name, value
struct Node {
  std::string id, label;
  Attributes more;
};
struct Edge {
  std::string from, to;  // ids
  std::string direction;  // as a word that core knows: "directed", "undirected", "mutual"; empty: not said
  Attributes more;
};
struct Graph {
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};
// A table of people and one of ties, attributes as columns. Failure: nobody in it.
Result<Source> source_of(const Graph&, std::string what);

Result<Source> read_graphml(std::string_view text);
Result<Source> read_gexf(std::string_view text);
Result<Source> read_gml(std::string_view text);
Result<Source> read_pajek(std::string_view text);
// Kumu (elements and connections), nodes with links or edges, or a list of objects.
Result<Source> read_json(std::string_view text);

// ---- workbooks ----

Result<Source> read_xlsx(std::string_view bytes);
Result<Source> read_ods(std::string_view bytes);
bool is_zip(std::string_view bytes);
bool zip_has(std::string_view bytes, const char* entry);

// The text of an XML file is small enough to be taken apart: counted before it is. Failure says so.
Result<void> check_xml(std::string_view text);

}  // namespace standpoint
