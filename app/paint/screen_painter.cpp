// Shapes of the ScreenPainter; its text is in paint/text/screen_text.cpp. Called by screens and off-screen pictures.
#include "app/paint/screen_painter.h"

#include "imgui.h"

namespace standpoint {

ScreenPainter::ScreenPainter(ImDrawList& list, const Fonts& fonts, Placement placement, float density, ShapeSink* shapes)
    : target_{list, 1.0F / density}, fonts_(fonts), placement_(placement), density_(density), shapes_(shapes),
      place_{placement.origin, placement.scale, density} {}

std::vector<Polyline> ScreenPainter::on_screen(const Path& path) const {
  const float tolerance = 0.1F / (placement_.scale * density_);
  std::vector<Polyline> lines = flatten(path, tolerance);
  for (Polyline& line : lines)
    for (Vec& point : line.points) point = placement_.to_screen(point);
  return lines;
}

void ScreenPainter::fill(const Path& path, Color color) {
  for (const Polyline& line : on_screen(path)) mesh_fill(target_, line.points, color);
}

void ScreenPainter::stroke(const Path& path, const Stroke& stroke) {
  const float scale = placement_.scale;
  const float width = stroke.width * scale;
  for (const Polyline& line : on_screen(path)) {
    if (stroke.dash.solid()) {
      mesh_stroke(target_, line, width, width, stroke.cap, stroke.color);
      continue;
    }
    for (const Polyline& piece : dashed(line, stroke.dash.on * scale, stroke.dash.off * scale, stroke.dash.shift * scale))
      mesh_stroke(target_, piece, width, width, stroke.cap, stroke.color);
  }
}

void ScreenPainter::taper(const Path& path, float start_width, float end_width, Color color) {
  for (const Polyline& line : on_screen(path))
    mesh_stroke(target_, line, start_width * placement_.scale, end_width * placement_.scale, Cap::butt, color);
}

void ScreenPainter::shadow(Box box, float corner, const Shadow& shadow) {
  const Box cast = Box{box.min + shadow.offset, box.max + shadow.offset}.grown(shadow.spread);
  if (shapes_ != nullptr) {
    shapes_->shadow(target_.list, place_, cast, corner + shadow.spread, shadow.blur, shadow.color);
    return;
  }
  mesh_shadow(target_, placement_.to_screen(cast), (corner + shadow.spread) * placement_.scale, shadow.blur * placement_.scale,
              shadow.color);
}

void ScreenPainter::glow(Vec center, float radius, Color color, std::span<const GlowStop> stops) {
  mesh_glow(target_, placement_.to_screen(center), radius * placement_.scale, color, stops);
}

void ScreenPainter::heat(Box box, const HeatField& field, std::span<const Color> bands) {
  // A field of too few values is one band; the painter's own way knows that.
  const bool whole = field.columns > 1 && field.rows > 1 && field.values.size() == static_cast<std::size_t>(field.columns * field.rows);
  if (shapes_ != nullptr && whole && bands.size() > 1)
    shapes_->heat(target_.list, place_, box, field.columns, field.rows, field.values, bands);
  else Painter::heat(box, field, bands);
}

void ScreenPainter::push_clip(Box box) {
  const Box clip = placement_.to_screen(box);
  target_.list.PushClipRect({clip.min.x, clip.min.y}, {clip.max.x, clip.max.y}, true);
}

void ScreenPainter::pop_clip() { target_.list.PopClipRect(); }

void ScreenPainter::people(std::span<const NodeShape> nodes, std::uint64_t version, const ShapeView& view, const Theme& theme,
                           const ShapeTitle& title) {
  if (shapes_ != nullptr) shapes_->people(target_.list, place_, nodes, version, view, node_colors(theme));
  else Painter::people(nodes, version, view, theme, title);
}

void ScreenPainter::ties(std::span<const TieShape> ties, std::uint64_t version, const ShapeView& view, const Theme& theme,
                         const ShapeTitle& title) {
  if (shapes_ != nullptr) shapes_->ties(target_.list, place_, ties, version, view, tie_colors(theme));
  else Painter::ties(ties, version, view, theme, title);
}

}  // namespace standpoint
