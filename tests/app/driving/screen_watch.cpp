// Notes texts and opaque boxes while a frame is drawn, and works out afterwards what stands where. See screen_watch.h.
#include "tests/app/driving/screen_watch.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/paint/painter.h"
#include "tests/app/driving/word_watcher.h"

namespace standpoint::testing {
namespace {

constexpr float capitals_share = 0.73F;  // of a text's size
constexpr std::uint8_t opaque = 200, dims = 60;

float area(Box box) { return std::max(0.0F, box.width()) * std::max(0.0F, box.height()); }

// The box round a path, and how much of it the path fills; nothing for what is no plain shape.
struct Shape {
  Box box;
  float share = 0;
};
std::optional<Shape> shape_of(const Path& path) {
  const auto lines = flatten(path, 1);
  if (lines.size() != 1 || lines[0].points.size() < 4) return {};
  const auto& points = lines[0].points;
  Box box{points[0], points[0]};
  float twice = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Vec a = points[i], b = points[(i + 1) % points.size()];
    twice += a.x * b.y - b.x * a.y;
    box = {{std::min(box.min.x, a.x), std::min(box.min.y, a.y)}, {std::max(box.max.x, a.x), std::max(box.max.y, a.y)}};
  }
  return Shape{box, area(box) > 0 ? std::abs(twice) / 2 / area(box) : 0};
}

bool is_box(const Shape& shape) { return shape.share >= 0.86F; }  // what a chip, round at both ends, still has
bool is_disc(const Shape& shape) {
  return shape.share > 0.76F && shape.share < 0.8F && std::abs(shape.box.width() - shape.box.height()) < 0.02F * shape.box.width();
}

}  // namespace

// A word, or a box that covers what was painted before.
struct ScreenWatch::Mark {
  Box box;           // glass
  bool seen = true;  // of a box: opaque; a dimming one covers the whole glass and shuts off what lies below it
  int word = -1;     // index into words_
  bool disc = false;  // a panel of the letters on it, which covers nothing as a box would
};

class ScreenWatch::Ear final : public Painter {
 public:
  Ear(ScreenWatch& watch, Painter& behind, Vec origin, float scale) : watch_(watch), behind_(behind), origin_(origin), scale_(scale) {}

  void fill(const Path& path, Color color) override {
    if (color.a < dims) return;
    const std::optional<Shape> shape = shape_of(path);
    if (!shape || !(is_box(*shape) || is_disc(*shape))) return;
    Box seen = on_glass(shape->box);
    if (!clips_.empty()) seen = common_box(seen, clips_.back());
    if (is_disc(*shape)) {
      if (color.a >= opaque) watch_.marks_.push_back({seen, true, -1, true});
    } else if (color.a >= opaque || area(common_box(seen, watch_.glass_)) > 0.9F * area(watch_.glass_)) watch_.marks_.push_back({seen, color.a >= opaque, -1});
  }
  void stroke(const Path&, const Stroke&) override {}
  void taper(const Path&, float, float, Color) override {}
  void shadow(Box, float, const Shadow&) override {}
  void glow(Vec, float, Color, std::span<const GlowStop>) override {}
  void text(Vec at, std::string_view utf8, const TextLook& look) override {
    if (utf8.empty() || look.color.a == 0) return;
    const float width = behind_.text_width(utf8, look.style, look.tabular);
    const float left = look.align == Align::left ? 0 : look.align == Align::center ? -width / 2 : -width;
    const float capitals = look.style.size * capitals_share;
    const float top = look.anchor == Anchor::baseline ? -capitals : look.anchor == Anchor::middle ? -capitals / 2 : (look.style.line - capitals) / 2;
    Box whole{at + Vec{left, top}, at + Vec{left + width, top + capitals}};
    if (look.turn == Turn::upward) whole = {at + Vec{top, -left - width}, at + Vec{top + capitals, -left}};
    whole = on_glass(whole);
    const Box seen = clips_.empty() ? whole : common_box(whole, clips_.back());
    if (seen.width() <= 0 || seen.height() <= 0) return;
    watch_.marks_.push_back({seen, true, static_cast<int>(watch_.words_.size())});
    watch_.words_.push_back({std::string(utf8), seen, whole, look.style.size * scale_, look.halo.has_value(), nullptr, 0});
  }
  float text_width(std::string_view utf8, const TextStyle& style, bool tabular) const override { return behind_.text_width(utf8, style, tabular); }
  void icon(Vec, Icon, Face, float, Color) override {}
  void push_clip(Box box) override {
    Box own = on_glass(box);
    if (!clips_.empty()) own = common_box(own, clips_.back());
    clips_.push_back(own);
  }
  void pop_clip() override { clips_.pop_back(); }
  void people(std::span<const NodeShape>, std::uint64_t, const ShapeView&, const Theme&, const ShapeTitle&) override {}
  void ties(std::span<const TieShape>, std::uint64_t, const ShapeView&, const Theme&, const ShapeTitle&) override {}
  void heat(Box, const HeatField&, std::span<const Color>) override {}

 private:
  Box on_glass(Box box) const { return {origin_ + box.min * scale_, origin_ + box.max * scale_}; }
  ScreenWatch& watch_;
  Painter& behind_;
  Vec origin_;
  float scale_;
  std::vector<Box> clips_;
};

ScreenWatch::ScreenWatch() = default;
ScreenWatch::~ScreenWatch() = default;

Frame ScreenWatch::watching(const Frame& frame) {
  marks_.clear();
  words_.clear();
  glass_ = {frame.screen_from_design({0, 0}), frame.screen_from_design(frame.size)};
  ear_ = std::make_unique<Ear>(*this, frame.painter, frame.origin, frame.scale);
  Frame watched = frame.drawn_by(*ear_);
  if (frame.desk_painter != nullptr) {
    desk_ear_ = std::make_unique<Ear>(*this, *frame.desk_painter, Vec{}, 1.0F);
    watched.desk_painter = desk_ear_.get();
  }
  return watched;
}

// What is painted over it later: a sheet's scrim shuts it off whole.
bool ScreenWatch::shut(const Word& word, std::size_t from) const {
  for (std::size_t i = from; i < marks_.size(); ++i)
    if (marks_[i].word < 0 && !marks_[i].disc && area(common_box(marks_[i].box, glass_)) > 0.9F * area(glass_)) return true;
  return word.covered > 0.97F;
}

const std::vector<ScreenWatch::Word>& ScreenWatch::words() {
  std::vector<Word> seen;
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    if (marks_[i].word < 0) continue;
    Word word = words_[static_cast<std::size_t>(marks_[i].word)];
    for (std::size_t later = i + 1; later < marks_.size(); ++later)
      if (marks_[later].word < 0 && marks_[later].seen && !marks_[later].disc) word.covered = std::max(word.covered, area(common_box(marks_[later].box, word.box)) / area(word.box));
    if (shut(word, i + 1)) continue;
    for (std::size_t before = i; before-- > 0 && word.panel == nullptr;)
      if (marks_[before].word < 0 && marks_[before].seen && marks_[before].box.contains(word.box.center()) && marks_[before].box.height() >= word.box.height())
        word.panel = &marks_[before].box;
    seen.push_back(std::move(word));
  }
  words_ = std::move(seen);
  return words_;
}

}  // namespace standpoint::testing
