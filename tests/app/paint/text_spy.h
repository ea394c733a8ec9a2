// A painter that draws nothing and remembers every word: what a screen lets a room read.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "app/design/frame.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"

namespace standpoint::testing {

class TextSpy final : public Painter {
 public:
  explicit TextSpy(const Painter& measure) : measure_(measure) {}

  void fill(const Path&, Color) override {}
  void stroke(const Path&, const Stroke&) override {}
  void taper(const Path&, float, float, Color) override {}
  void shadow(Box, float, const Shadow&) override {}
  void glow(Vec, float, Color, std::span<const GlowStop>) override {}
  void text(Vec at, std::string_view utf8, const TextLook& look) override {
    words.emplace_back(utf8);
    const float wide = text_width(utf8, look.style, look.tabular), high = look.style.size * 0.9F;
    const float from = look.align == Align::left ? 0 : look.align == Align::center ? -wide / 2 : -wide;
    const Box level{{at.x + from, at.y - high / 2}, {at.x + from + wide, at.y + high / 2}};
    const Box upright{{at.x - high / 2, at.y - from - wide}, {at.x + high / 2, at.y - from}};
    said.push_back({std::string(utf8), at, look.color, look.turn == Turn::upward ? upright : level});
  }
  float text_width(std::string_view utf8, const TextStyle& style, bool tabular) const override {
    measured += utf8.size();
    return measure_.text_width(utf8, style, tabular);
  }
  void icon(Vec, Icon, Face, float, Color) override {}
  void push_clip(Box) override {}
  void pop_clip() override {}

  struct Said {
    std::string words;
    Vec at;  // as the painter was told, design pixels
    Color color;
    Box box;  // of its letters, for words that are anchored in their middle
  };
  std::vector<std::string> words;
  std::vector<Said> said;
  mutable std::size_t measured = 0;  // letters, over all questions

 private:
  const Painter& measure_;
};

// Every word of a screen and its place, drawn for a spy.
template <class Draw>
std::vector<TextSpy::Said> said_on(const Frame& frame, bool chrome, Draw draw) {
  TextSpy spy(frame.painter);
  Frame seen = frame.drawn_by(spy);
  seen.chrome = chrome;
  draw(seen);
  return spy.said;
}
inline std::vector<std::string> words_in(const std::vector<TextSpy::Said>& all) {
  std::vector<std::string> words;
  for (const TextSpy::Said& said : all) words.push_back(said.words);
  return words;
}
template <class Draw>
std::vector<std::string> words_of(const Frame& frame, bool chrome, Draw draw) {
  return words_in(said_on(frame, chrome, draw));
}

// Where the reading of a whole text ends that begins at `from` or later: behind the lines that say it and nothing else, whatever
// way it was broken. 0: it is cut or not there.
inline std::size_t end_of_reading(const std::vector<std::string>& lines, const std::string& text, std::size_t from = 0) {
  const auto bare = [](const std::string& words) {
    std::string all;
    for (const char c : clean_label(words))
      if (c != ' ') all += c;
    return all;
  };
  const std::string wanted = bare(text);
  for (std::size_t first = from; first < lines.size(); ++first) {
    std::size_t at = 0, line = first;
    while (line < lines.size() && at < wanted.size()) {
      const std::string words = bare(lines[line]);
      if (wanted.compare(at, words.size(), words) != 0) break;
      at += words.size();
      ++line;
    }
    if (at == wanted.size() && line > first) return line;
  }
  return 0;
}
inline bool reads(const std::vector<std::string>& lines, const std::string& text) { return end_of_reading(lines, text) > 0; }

// Everything that was written, one line.
inline std::string all_words(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word + " | ";
  return all;
}
inline bool says(const std::vector<std::string>& words, std::string_view part) { return all_words(words).find(part) != std::string::npos; }

}  // namespace standpoint::testing
