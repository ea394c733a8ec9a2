// The bands of a heat field as paths: at every place the colour drawn last is that of the field's band there.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <functional>
#include <vector>

#include "app/paint/painter.h"

namespace standpoint::heat_test {

namespace {

// Remembers what was filled, and says which colour lies on top at a place.
class FillSpy final : public Painter {
 public:
  void fill(const Path& path, Color color) override { fills_.push_back({flatten(path).front().points, color}); }
  void stroke(const Path&, const Stroke&) override {}
  void taper(const Path&, float, float, Color) override {}
  void shadow(Box, float, const Shadow&) override {}
  void glow(Vec, float, Color, std::span<const GlowStop>) override {}
  void text(Vec, std::string_view, const TextLook&) override {}
  float text_width(std::string_view, const TextStyle&, bool) const override { return 0; }
  void icon(Vec, Icon, Face, float, Color) override {}
  void push_clip(Box box) override { clip_ = box; }
  void pop_clip() override { ++popped; }

  std::size_t band_at(Vec place, std::span<const Color> bands) const {
    Color top{};
    for (const Filled& filled : fills_)
      if (contains(filled.points, place)) top = filled.color;
    for (std::size_t i = 0; i < bands.size(); ++i)
      if (bands[i] == top) return i;
    return bands.size();
  }
  Box clip() const { return clip_; }
  std::size_t count() const { return fills_.size(); }
  int popped = 0;

 private:
  struct Filled {
    std::vector<Vec> points;
    Color color;
  };
  static bool contains(const std::vector<Vec>& points, Vec p) {
    bool inside = false;
    for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) {
      const Vec a = points[i], b = points[j];
      if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
  }
  std::vector<Filled> fills_;
  Box clip_;
};

constexpr std::array<Color, 6> bands{Color{1, 0, 0, 255}, Color{2, 0, 0, 255}, Color{3, 0, 0, 255}, Color{4, 0, 0, 255}, Color{5, 0, 0, 255}, Color{6, 0, 0, 255}};
constexpr Box box{{100, 50}, {1060, 770}};
constexpr int columns = 97, rows = 73;

// Draws a function of 0..1, 0..1 and compares every place that is not right on the edge of a band.
void check_bands(const std::function<float(float, float)>& field) {
  std::vector<float> values;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column)
      values.push_back(field(static_cast<float>(column) / (columns - 1), static_cast<float>(row) / (rows - 1)));
  FillSpy spy;
  spy.heat(box, {columns, rows, values}, bands);
  CHECK(spy.clip() == box);
  CHECK(spy.popped == 1);
  int wrong = 0, looked = 0;
  for (int row = 1; row < 60; ++row)
    for (int column = 1; column < 60; ++column) {
      const float x = static_cast<float>(column) / 60, y = static_cast<float>(row) / 60;
      const float level = field(x, y) * static_cast<float>(bands.size());
      if (std::abs(level - std::round(level)) < 0.12F) continue;
      const auto expected = std::min(bands.size() - 1, static_cast<std::size_t>(level));
      ++looked;
      if (spy.band_at({box.min.x + x * box.width(), box.min.y + y * box.height()}, bands) != expected) ++wrong;
    }
  CHECK(looked > 900);
  CHECK(wrong == 0);
}

float bump(float x, float y, float cx, float cy, float reach) {
  const float inside = 1 - ((x - cx) * (x - cx) + (y - cy) * (y - cy)) / (reach * reach);
  return inside > 0 ? inside * inside : 0;
}

}  // namespace

TEST_CASE("a hill is drawn in bands, the thickest on top") {
  check_bands([](float x, float y) { return bump(x, y, 0.4F, 0.6F, 0.35F); });
}

TEST_CASE("a ring keeps its hollow, and a hill within the hollow stands in it") {
  check_bands([](float x, float y) {
    const float away = std::sqrt((x - 0.5F) * (x - 0.5F) + (y - 0.5F) * (y - 0.5F));
    return std::max(0.0F, 1 - std::abs(away - 0.35F) * 6) + bump(x, y, 0.5F, 0.5F, 0.12F) * 0.7F;
  });
}

TEST_CASE("hills that touch, saddles and hills over the edge close their lines") {
  check_bands([](float x, float y) { return (bump(x, y, 0.25F, 0.3F, 0.3F) + bump(x, y, 0.6F, 0.55F, 0.35F) + bump(x, y, 1.0F, 0.9F, 0.4F) + bump(x, y, 0, 0, 0.3F)) / 1.2F; });
  check_bands([](float x, float y) { return 0.5F + 0.45F * std::sin(x * 12) * std::sin(y * 12); });
}

TEST_CASE("a field of nothing is the first band alone, and a field of everything the last") {
  const std::vector<float> none(static_cast<std::size_t>(columns * rows), 0.0F), all(static_cast<std::size_t>(columns * rows), 1.0F);
  FillSpy empty, full, missing;
  empty.heat(box, {columns, rows, none}, bands);
  CHECK(empty.band_at(box.center(), bands) == 0);
  CHECK(empty.count() == 1);
  full.heat(box, {columns, rows, all}, bands);
  CHECK(full.band_at(box.center(), bands) == 5);
  CHECK(full.band_at(box.min + Vec{1, 1}, bands) == 5);
  missing.heat(box, {}, bands);
  CHECK(missing.band_at(box.center(), bands) == 0);
}

}  // namespace standpoint::heat_test
