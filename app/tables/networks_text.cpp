// GML and Pajek: networks as plain text.
#include <algorithm>
#include <charconv>
#include <map>

#include "app/tables/parts.h"
#include "core/exchange/import_words.h"

namespace standpoint {
namespace {

constexpr std::size_t most_things = 500'000;

Failure too_much() { return {"There is too much in it for a list of people. Nothing was imported; take parts of it."}; }

// ---- GML ----

// "&#233;" and "&quot;" as GML writes what is not ASCII.
std::string unescaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text[0] == '&' ? text.substr(0, 12).find(';') : text.npos;
    if (end == text.npos) {
      out += text[0];
      text.remove_prefix(1);
      continue;
    }
    const std::string_view name = text.substr(1, end - 1);
    unsigned code = 0;
    if (name.starts_with('#')) std::from_chars(name.data() + 1, name.data() + name.size(), code);
    if (name == "quot") code = '"';
    if (name == "amp") code = '&';
    if (name == "lt") code = '<';
    if (name == "gt") code = '>';
    if (name == "apos") code = '\'';
    const auto byte = [&](unsigned bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
      out += text.substr(0, end + 1);
    } else if (code < 0x80) {
      byte(code);
    } else if (code < 0x800) {
      byte(0xC0u | (code >> 6u)), byte(0x80u | (code & 0x3Fu));
    } else if (code < 0x10000) {
      byte(0xE0u | (code >> 12u)), byte(0x80u | ((code >> 6u) & 0x3Fu)), byte(0x80u | (code & 0x3Fu));
    } else {
      byte(0xF0u | (code >> 18u)), byte(0x80u | ((code >> 12u) & 0x3Fu)), byte(0x80u | ((code >> 6u) & 0x3Fu)), byte(0x80u | (code & 0x3Fu));
    }
    text.remove_prefix(end + 1);
  }
  return out;
}

// Words, texts in quotation marks, and brackets; empty at the end.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}
  std::string next() {
    constexpr std::string_view blanks = " \t\r\n";
    for (;;) {
      at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
      if (at_ == text_.size() || text_[at_] != '#') break;
      at_ = std::min(text_.find('\n', at_), text_.size());
    }
    if (at_ == text_.size()) return {};
    quoted_ = text_[at_] == '"';
    if (quoted_) {
      const std::size_t end = std::min(text_.find('"', at_ + 1), text_.size());
      std::string token = unescaped(text_.substr(at_ + 1, end - at_ - 1));
      at_ = std::min(end + 1, text_.size());
      return token;
    }
    if (text_[at_] == '[' || text_[at_] == ']') return std::string(1, text_[at_++]);
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n[]\"", at_), text_.size());
    std::string token(text_.substr(at_, end - at_));
    at_ = end;
    return token;
  }
  bool quoted() const { return quoted_; }
  bool at_end() const { return at_ >= text_.size(); }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool quoted_ = false;
};

// The keys of one thing, those of things within it left out.
Attributes thing_of(Tokens& tokens) {
  Attributes keys;
  int depth = 0;
  while (!tokens.at_end()) {
    const std::string key = tokens.next();
    if (key == "]" && !tokens.quoted()) {
      if (depth-- == 0) break;
      continue;
    }
    const std::string value = tokens.next();
    if (value == "[" && !tokens.quoted()) ++depth;
    else if (value == "]" && !tokens.quoted()) {
      if (depth-- == 0) break;
    } else if (depth == 0 && !key.empty()) keys.emplace_back(key, value);
  }
  return keys;
}

std::string taken(Attributes& keys, std::string_view name) {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const auto& key) { return key.first == name; });
  if (found == keys.end()) return {};
  std::string value = std::move(found->second);
  keys.erase(found);
  return value;
}

// ---- Pajek ----

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; (at = line.find_first_not_of(" \t\r", at)) != line.npos;) {
    const bool quoted = line[at] == '"';
    const std::size_t end = std::min(quoted ? line.find('"', at + 1) : line.find_first_of(" \t\r", at), line.size());
    words.emplace_back(quoted ? line.substr(at + 1, end - at - 1) : line.substr(at, end - at));
    at = std::min(end + (quoted ? 1 : 0), line.size());
  }
  return words;
}

enum class Part { vertices, arcs, edges, arcs_list, edges_list, matrix, other };
Part part_of(std::string_view line) {
  const std::string word = plain_word(line.substr(0, line.find_first_of(" \t:")));
  if (word == "*vertices") return Part::vertices;
  if (word == "*arcs") return Part::arcs;
  if (word == "*edges") return Part::edges;
  if (word == "*arcslist") return Part::arcs_list;
  if (word == "*edgeslist") return Part::edges_list;
  return word == "*matrix" ? Part::matrix : Part::other;
}

void read_pajek_line(Part part, const std::vector<std::string>& words, Graph& graph, std::size_t& row) {
  const bool arcs = part == Part::arcs || part == Part::arcs_list;
  const std::string direction = arcs || part == Part::matrix ? "directed" : "undirected";
  switch (part) {
    case Part::vertices: graph.nodes.push_back({words[0], words.size() > 1 ? words[1] : words[0], {}}); break;
    case Part::arcs:
    case Part::edges:
      if (words.size() < 2) break;
      graph.edges.push_back({words[0], words[1], direction, {}});
      if (words.size() > 2) graph.edges.back().more.emplace_back("weight", words[2]);
      break;
    case Part::arcs_list:
    case Part::edges_list:
      for (std::size_t i = 1; i < words.size(); ++i) graph.edges.push_back({words[0], words[i], direction, {}});
      break;
    case Part::matrix:
      ++row;
      for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].find_first_not_of("0.") != std::string::npos) graph.edges.push_back({std::to_string(row), std::to_string(i + 1), direction, {{"weight", words[i]}}});
      break;
    case Part::other: break;
  }
}

}  // namespace

Result<Source> read_gml(std::string_view text) {
  Tokens tokens(text);
  Graph graph;
  std::string direction = "undirected";
  while (!tokens.at_end()) {
    const std::string key = tokens.next();
    if (tokens.quoted()) continue;
    if (key == "directed") direction = tokens.next() == "1" ? "directed" : "undirected";
    if (key != "node" && key != "edge") continue;
    if (tokens.next() != "[") continue;
    Attributes keys = thing_of(tokens);
    if (graph.nodes.size() + graph.edges.size() > most_things) return tl::unexpected(too_much());
    if (key == "node") {
      const std::string id = taken(keys, "id"), label = taken(keys, "label");
      graph.nodes.push_back({id, label, std::move(keys)});
    } else {
      const std::string from = taken(keys, "source"), to = taken(keys, "target");
      graph.edges.push_back({from, to, direction, std::move(keys)});
    }
  }
  return source_of(graph, "GML network");
}

Result<Source> read_pajek(std::string_view text) {
  Graph graph;
  Part part = Part::other;
  std::size_t row = 0, promised = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    const auto words = words_of(line);
    if (words.empty() || words[0].starts_with('%')) continue;
    if (words[0].starts_with('*')) {
      part = part_of(trimmed(line));
      if (part == Part::vertices && words.size() > 1) std::from_chars(words[1].data(), words[1].data() + words[1].size(), promised);
      continue;
    }
    read_pajek_line(part, words, graph, row);
    if (graph.nodes.size() + graph.edges.size() > most_things) return tl::unexpected(too_much());
  }
  if (graph.nodes.empty())  // their number alone is given
    for (std::size_t i = 1; i <= std::min<std::size_t>(promised, 10'000); ++i) graph.nodes.push_back({std::to_string(i), std::to_string(i), {}});
  return source_of(graph, "Pajek network");
}

}  // namespace standpoint
