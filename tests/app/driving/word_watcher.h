// A painter that draws like the one behind it and notes where every word stands. Called by tests that look at a whole screen;
// tests/app/paint/text_spy.h is the one that draws nothing.
#pragma once

#include <string>
#include <vector>

#include "app/design/frame.h"
#include "app/paint/painter.h"

namespace standpoint::testing {

// What lies in both; where nothing does, its width or height is below 0.
Box common_box(Box, Box);

// Draws as the painter behind it does and notes every word with the part of it that shows.
class WordWatcher final : public Painter {
 public:
  explicit WordWatcher(Painter& behind) : behind_(behind) {}

  struct Word {
    std::string text;
    Box box;     // design pixels
    float size;  // of its letters
    float shown = 1;    // how opaque it is
    bool cut = false;   // above or below, by the edge of what it scrolls in
  };
  std::vector<Word> words;

  void fill(const Path& path, Color color) override { behind_.fill(path, color); }
  void stroke(const Path& path, const Stroke& stroke) override { behind_.stroke(path, stroke); }
  void taper(const Path& path, float start, float end, Color color) override { behind_.taper(path, start, end, color); }
  void shadow(Box box, float corner, const Shadow& shadow) override { behind_.shadow(box, corner, shadow); }
  void glow(Vec center, float radius, Color color, std::span<const GlowStop> stops) override { behind_.glow(center, radius, color, stops); }
  void text(Vec at, std::string_view utf8, const TextLook& look) override;
  float text_width(std::string_view utf8, const TextStyle& style, bool tabular) const override { return behind_.text_width(utf8, style, tabular); }
  void icon(Vec center, Icon icon, Face cut, float size, Color color) override { behind_.icon(center, icon, cut, size, color); }
  void begin_words(std::string_view whole) override { behind_.begin_words(whole); }
  void end_words() override { behind_.end_words(); }
  void push_clip(Box box) override;
  void pop_clip() override;

 private:
  Painter& behind_;
  std::vector<Box> clips_;  // each inside the one before
};

}  // namespace standpoint::testing
