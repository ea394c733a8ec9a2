// Where words stand, from their width and the height of capitals. See word_watcher.h.
#include "tests/app/driving/word_watcher.h"

#include <algorithm>

#include "app/paint/painter.h"

namespace standpoint::testing {

Box common_box(Box a, Box b) {
  return {{std::max(a.min.x, b.min.x), std::max(a.min.y, b.min.y)}, {std::min(a.max.x, b.max.x), std::min(a.max.y, b.max.y)}};
}

void WordWatcher::text(Vec at, std::string_view utf8, const TextLook& look) {
  const float width = behind_.text_width(utf8, look.style, look.tabular);
  const float left = look.align == Align::left ? 0 : look.align == Align::center ? -width / 2 : -width;
  const float capitals = look.style.size * 0.73F;
  const float top = look.anchor == Anchor::baseline ? -capitals : look.anchor == Anchor::middle ? -capitals / 2 : (look.style.line - capitals) / 2;
  Box box{at + Vec{left, top}, at + Vec{left + width, top + capitals}};
  if (look.turn == Turn::upward) box = {at + Vec{top, -left - width}, at + Vec{top + capitals, -left}};
  const float whole = box.height();
  if (!clips_.empty()) box = common_box(box, clips_.back());
  const bool shows = box.width() > 0 && box.height() > 0 && look.color.a > 0;
  if (shows) words.push_back({std::string(utf8), box, look.style.size, static_cast<float>(look.color.a) / 255, box.height() < whole - 0.5F});
  behind_.text(at, utf8, look);
}

void WordWatcher::push_clip(Box box) {
  if (!clips_.empty()) box = common_box(box, clips_.back());
  clips_.push_back(box);
  behind_.push_clip(box);
}

void WordWatcher::pop_clip() {
  clips_.pop_back();
  behind_.pop_clip();
}

}  // namespace standpoint::testing
