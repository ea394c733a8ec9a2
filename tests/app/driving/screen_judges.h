// What may be wrong with a whole screen, whatever is on it: called by tests/app/screens/screen_matrix_test.cpp for every screen of the matrix. A judge
// knows no screen; each says what it finds in words.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/widgets/semantics.h"
#include "tests/app/driving/screen_matrix.h"
#include "tests/app/driving/screen_watch.h"
#include "tests/app/driving/ui_driver.h"

namespace standpoint::testing {

// A window or a glass, in its pixels.
struct ScreenSize {
  float width, height;
  bool touch = false;  // a tablet's or phone's glass
  float text = 1;      // how much larger its owner has letters, and all that goes with them
  Box glass() const { return {{0, 0}, {width, height}}; }
};

using Wrong = std::function<void(const std::string&)>;
using LookAgain = std::function<const std::vector<ScreenWatch::Word>&()>;  // at the words of a frame drawn since

// Words are whole and on the glass, on their panel and off each other. `menu`: one lies over the board on purpose, and over its words.
void judge_words(const std::vector<ScreenWatch::Word>& words, const ScreenSize& size, bool menu, const Wrong& wrong);
// No letter is smaller than its glass lets it be read: 15 px on a desk, 14 on what is held in a hand; the picture of the stage is smaller
// in a small window and has its own measure, 24 of its 1080; in a picture of it letters are as small as it is.
void judge_letters(const std::vector<ScreenWatch::Word>& words, const Semantics& semantics, Surface surface, const ScreenSize& size, const Wrong& wrong);
// What a screen reader would say of it: a field is named by its caption, and what only keeps the pointer away is silent.
void judge_names(const Semantics& semantics, const Wrong& wrong);
// `items` in pixels of the glass. What can be tapped lies on it and is large enough; what is held in a hand keeps a thumb's width off
// the edge, and no target lies over another's. `board`: its things lie where people put them, or, of a timeline,
// when they were.
void judge_targets(const std::vector<UiDriver::Item>& items, Surface surface, const ScreenSize& size, bool board, const Wrong& wrong);
// A second display and the room's stage have nothing to press and no field.
void judge_bare(const std::vector<UiDriver::Item>& items, const Wrong& wrong);
// A way on or back: a control that sends something, opens another page, or lets something be pressed that could not be; where there is
// none, words that say what is waited for. Presses what it finds until one leads somewhere: the last judge of a screen.
void judge_ways(UiDriver& driver, const Semantics& semantics, Surface surface, const std::vector<ScreenWatch::Word>& words, const LookAgain& look_again,
                const Wrong& wrong);

}  // namespace standpoint::testing
