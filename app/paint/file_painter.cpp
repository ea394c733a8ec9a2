// Pages, tapering outlines, icons and exact text widths. See file_painter.h.
#include "app/paint/file_painter.h"

#include <algorithm>

#include "app/design/measures.h"

namespace standpoint {

namespace {

constexpr float flat_enough = 0.02F;      // logical pixels: a hundred times finer than anybody sees, and still few points
constexpr float longest_miter = 2.5F;     // half widths, as the screen cuts it

Vec across(Vec before, Vec after) {
  const Vec sum = normal(before) + normal(after);
  const float size = dot(sum, sum);
  const Vec whole = size > 1e-4F ? sum * (2.0F / size) : normal(after);
  const float reach = length(whole);
  return reach > longest_miter ? whole * (longest_miter / reach) : whole;
}

}  // namespace

Page Page::of_size(int width, int height) {
  Page page;
  page.width = static_cast<float>(width);
  page.height = static_cast<float>(height);
  const float scale = std::min(page.width / stage::width, page.height / stage::height);
  page.design = box_around({stage::width / 2, stage::height / 2}, page.width / scale / 2, page.height / scale / 2);
  return page;
}

Path taper_outline(const Polyline& line, float start_width, float end_width) {
  const std::vector<Vec>& points = line.points;
  Path outline;
  if (points.size() < 2) return outline;
  float total = 0.0F;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) total += length(points[i + 1] - points[i]);
  std::vector<Vec> left, right;
  float behind = 0.0F;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Vec before = unit(i == 0 ? points[1] - points[0] : points[i] - points[i - 1]);
    const Vec after = i + 1 == points.size() ? before : unit(points[i + 1] - points[i]);
    if (i > 0) behind += length(points[i] - points[i - 1]);
    const float half = (start_width + (end_width - start_width) * (total > 0.0F ? behind / total : 0.0F)) / 2.0F;
    left.push_back(points[i] + across(before, after) * half);
    right.push_back(points[i] - across(before, after) * half);
  }
  outline.move_to(left.front());
  for (std::size_t i = 1; i < left.size(); ++i) outline.line_to(left[i]);
  for (std::size_t i = right.size(); i-- > 0;) outline.line_to(right[i]);
  return outline.close();
}

void FilePainter::taper(const Path& path, float start_width, float end_width, Color color) {
  for (const Polyline& line : flatten(path, flat_enough)) fill(taper_outline(line, start_width, end_width), color);
}

float FilePainter::text_width(std::string_view utf8, const TextStyle& style, bool tabular) const {
  return standpoint::text_width(fonts_, utf8, style, tabular);
}

void FilePainter::icon(Vec center, Icon icon, Face cut, float size, Color color) {
  // Centred by the square em, as on the screen: the em of Phosphor ends 1/16 below the baseline.
  const auto code = static_cast<std::uint32_t>(icon);
  const FontFile* file = fonts_.file_of(cut, code);
  if (file == nullptr) return;  // a test compares the icons that we name with those of the font
  const GlyphOutline shape = file->outline(code);
  fill(shape.path.moved(center + Vec{-shape.advance / 2.0F, 0.5F - 0.0625F} * size, size), color);
}

}  // namespace standpoint
