#include "core/exchange/lines.h"

#include <algorithm>

namespace standpoint {
namespace {
constexpr std::size_t most_runs = 8, most_sentences = 5;
}

bool Lines::one_run() const { return lines_.empty() || static_cast<std::size_t>(lines_.back() - lines_.front()) + 1 == lines_.size(); }

std::string Lines::words(const std::string& of) const { return (lines_.size() == 1 ? "Line " : "Lines ") + numbers() + (of.empty() ? "" : " of " + of); }

std::string Lines::numbers() const {
  std::vector<int> sorted = lines_;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::string text;
  std::size_t runs = 0;
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t end = i + 1;
    while (end < sorted.size() && sorted[end] == sorted[end - 1] + 1) ++end;
    if (++runs > most_runs) return text + " and " + std::to_string(sorted.size() - i) + " more";
    if (!text.empty()) text += ", ";
    text += std::to_string(sorted[i]);
    if (end - i > 1) text += "–" + std::to_string(sorted[end - 1]);
    i = end;
  }
  return text;
}

void Reasons::add(int line, std::string general, std::string sentence) {
  auto group = std::find_if(groups_.begin(), groups_.end(), [&](const Group& g) { return g.general == general; });
  if (group == groups_.end()) group = groups_.insert(groups_.end(), Group{std::move(general), {}, {}, true});
  group->lines.add(line);
  if (!group->sentences.empty() && group->sentences.front().second != sentence) group->alike = false;
  if (group->sentences.size() < most_sentences) group->sentences.emplace_back(line, std::move(sentence));
}

std::vector<std::string> Reasons::told(const std::string& of) const {
  const std::string behind = of.empty() ? "" : " of " + of;
  std::vector<std::string> told;
  for (const Group& g : groups_) {
    if (g.lines.count() > most_sentences && !g.alike) {
      told.push_back(std::to_string(g.lines.count()) + " rows: " + g.general + " (lines " + g.lines.numbers() + behind + ").");
    } else if (g.alike && g.lines.count() > 1) {
      const std::string& sentence = g.sentences.front().second;
      if (g.lines.one_run()) told.push_back(g.lines.words(of) + ": " + sentence);
      else told.push_back(std::to_string(g.lines.count()) + " rows: " + sentence.substr(0, sentence.size() - (sentence.ends_with('.') ? 1 : 0)) + " (lines " + g.lines.numbers() + behind + ").");
    } else {
      for (const auto& [line, sentence] : g.sentences) told.push_back("Line " + std::to_string(line) + behind + ": " + sentence);
    }
  }
  return told;
}

std::size_t Reasons::rows() const {
  std::size_t rows = 0;
  for (const Group& g : groups_) rows += g.lines.count();
  return rows;
}

}  // namespace standpoint
