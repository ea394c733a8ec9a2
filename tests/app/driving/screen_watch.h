// What a whole screen shows, in the order it is painted and in pixels of its glass: every word with the panel it stands on, and what
// covers it. Draws nothing itself. For judges of many screens; word_watcher.h draws as well, tests/app/paint/text_spy.h hears words alone.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/design/frame.h"
#include "app/paint/painter.h"

namespace standpoint::testing {

class ScreenWatch {
 public:
  struct Word {
    std::string text;
    Box box;       // of its capitals, as far as its clip lets it be seen
    Box whole;     // the same, not cut
    float size = 0;
    bool floats = false;  // with a halo: it may lie over lines and shapes
    const Box* panel = nullptr;  // the opaque box that it stands on; none: the screen's ground
    float covered = 0;    // 0..1: how much of it later boxes lie over
  };

  ScreenWatch();
  ~ScreenWatch();
  ScreenWatch(const ScreenWatch&) = delete;
  ScreenWatch& operator=(const ScreenWatch&) = delete;

  // The frame as it is to be drawn, with this watching. One frame at a time.
  Frame watching(const Frame& frame);
  // Of what was drawn since: the words that can be seen, at least in part, in the order they were painted.
  const std::vector<Word>& words();

 private:
  class Ear;
  struct Mark;
  bool shut(const Word& word, std::size_t from) const;
  std::vector<Mark> marks_;
  std::vector<Word> words_;
  std::unique_ptr<Ear> ear_, desk_ear_;
  Box glass_;
};

}  // namespace standpoint::testing
