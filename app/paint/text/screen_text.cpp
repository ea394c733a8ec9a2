// Text of the ScreenPainter: places the letters of a line on the window and draws them sharp at any size. Glyphs are baked by
// ImGui in steps of size and drawn at exactly the baked size, never stretched, only shrunk below 6 px; where they stand follows the
// true size, so nothing jumps from step to step.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "app/design/measures.h"
#include "app/paint/screen_painter.h"
#include "app/paint/text/text_line.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace standpoint {

namespace {

// Thumbnails have text too small to read; it keeps its place but needs no glyphs of its own. ImGui bakes nothing above 512 px.
constexpr float smallest_baked = 6.0F, largest_baked = 512.0F;

// The sizes of the design are drawn exactly; every other one is on its way between two and takes the nearest of 16 an octave, so
// that a pinch bakes a few sizes and not one a frame.
float stepped(float size) {
  if (std::find(type_sizes.begin(), type_sizes.end(), size) != type_sizes.end()) return size;
  constexpr float steps = 16.0F;
  return stage_type::label.size * std::exp2(std::round(std::log2(size / stage_type::label.size) * steps) / steps);
}

// What a size is baked at, in physical pixels. A quarter of a pixel keeps the design's sizes exact at 100, 125, 150, 200 and
// 300 %; every baked size costs room in the atlas, so large ones come in coarser steps.
float baked_pixels(float wanted_pixels) {
  const float wanted = std::clamp(wanted_pixels, smallest_baked, largest_baked);
  const float step = wanted < 32.0F ? 0.25F : wanted < 64.0F ? 0.5F : wanted < 128.0F ? 1.0F : wanted < 256.0F ? 2.0F : 4.0F;
  return std::round(wanted / step) * step;
}

// ImGui bakes whole sizes only; the density takes the rest. One unit of the baked font is `unit` physical pixels.
struct Baked {
  ImFontBaked* font = nullptr;
  float unit = 1.0F;
};
Baked bake(ImFont* font, float pixels) {
  const float whole = std::round(pixels);
  return {font->GetFontBaked(whole, pixels / whole), pixels / whole};
}

}  // namespace

struct ScreenPainter::Run {
  struct Quad {
    Vec at;
    Box ink;      // from the start of the glyph on the baseline
    Box texture;
    bool colored = false;  // has colours of its own
  };
  std::vector<Quad> quads;  // of what is visible, from the start of the baseline
  float pixels = 0.0F;      // as baked, in physical pixels
  float width = 0.0F;
  bool whole = false;       // pictures of the line
};

// What a halo goes round; emoji have a rim of their own.
ScreenPainter::Run ScreenPainter::without_colors(Run run) {
  std::erase_if(run.quads, [](const Run::Quad& quad) { return quad.colored; });
  return run;
}

ScreenPainter::Run ScreenPainter::shaped(std::string_view utf8, const TextStyle& style) const {
  const float size = style.size * placement_.scale;
  Run run;
  run.width = standpoint::text_width(fonts_, utf8, style) * placement_.scale;
  run.pixels = baked_pixels(stepped(style.size) * placement_.scale * density_);
  run.whole = true;
  // Where it is drawn at exactly what it was made for, a pixel is a pixel.
  const float unit = size * density_ < smallest_baked ? size : run.pixels / density_;
  for (const ShapedLines::Part& part : fonts_.shaped().parts(style.face, utf8, run.pixels))
    run.quads.push_back({{}, {part.ink.min * unit, part.ink.max * unit}, part.texture, part.colored});
  return run;
}

ScreenPainter::Run ScreenPainter::lay_out(std::string_view utf8, const TextStyle& style, bool tabular) const {
  if (is_shaped_whole(fonts_, style.face, utf8)) return shaped(utf8, style);
  const TextLine line = lay_out_line(fonts_, style.face, utf8, tabular);
  const float size = style.size * placement_.scale;
  Run run;
  run.width = line.width * size;
  run.pixels = baked_pixels(stepped(style.size) * placement_.scale * density_);
  const Baked baked = bake(fonts_.face(style.face, line.region), run.pixels);
  // Below the smallest size glyphs shrink with what is wanted.
  const float shrink = std::min(1.0F, size * density_ / smallest_baked) * baked.unit / density_;
  // Loading a glyph may enlarge the texture and move the others, so all are loaded before the first is looked at.
  for (const TextLine::Letter& letter : line.letters) baked.font->FindGlyph(static_cast<ImWchar>(letter.code));
  const float ascent = std::round(baked.font->Ascent);
  run.quads.reserve(line.letters.size());
  for (const TextLine::Letter& letter : line.letters) {
    const ImFontGlyph& glyph = *baked.font->FindGlyph(static_cast<ImWchar>(letter.code));
    if (!glyph.Visible) continue;
    const Box ink{Vec{glyph.X0, glyph.Y0 - ascent} * shrink, Vec{glyph.X1, glyph.Y1 - ascent} * shrink};
    run.quads.push_back({letter.at * size, ink, {{glyph.U0, glyph.V0}, {glyph.U1, glyph.V1}}});
  }
  return run;
}

void ScreenPainter::draw_run(const Run& run, Vec baseline, Turn turn, Color color) {
  // Small glyphs are baked with two samples per pixel: they may stand on half pixels, large ones and pictures on whole ones.
  const float snap = (run.whole || run.pixels > 36.0F ? 1.0F : 2.0F) * density_;
  ImDrawList& list = target_.list;
  const int count = static_cast<int>(run.quads.size());
  list.PrimReserve(6 * count, 4 * count);
  for (const Run::Quad& quad : run.quads) {
    const ImU32 tint = quad.colored ? IM_COL32(255, 255, 255, color.a) : IM_COL32(color.r, color.g, color.b, color.a);
    const auto [x0, y0] = quad.ink.min;
    const auto [x1, y1] = quad.ink.max;
    const auto [u0, v0] = quad.texture.min;
    const auto [u1, v1] = quad.texture.max;
    if (turn == Turn::none) {
      const float x = std::round((baseline.x + quad.at.x) * snap) / snap;
      const float y = baseline.y + std::round(quad.at.y * density_) / density_;
      list.PrimRectUV({x + x0, y + y0}, {x + x1, y + y1}, {u0, v0}, {u1, v1}, tint);
      continue;
    }
    // Read upward: the text's right is the screen's up, its down the screen's right.
    const float along = baseline.y - quad.at.x;
    const float across = baseline.x + quad.at.y;
    list.PrimQuadUV({across + y0, along - x0}, {across + y0, along - x1}, {across + y1, along - x1}, {across + y1, along - x0}, {u0, v0}, {u1, v0}, {u1, v1}, {u0, v1}, tint);
  }
}

float ScreenPainter::text_width(std::string_view utf8, const TextStyle& style, bool tabular) const {
  return standpoint::text_width(fonts_, utf8, style, tabular);
}

void ScreenPainter::text(Vec at, std::string_view utf8, const TextLook& look) {
  if (utf8.empty() || look.color.a == 0) return;
  const Run run = lay_out(utf8, look.style, look.tabular);
  const float size = look.style.size * placement_.scale;
  const float down = down_to_baseline(look.anchor, look.style.line * placement_.scale, size);
  const float back = back_to_start(look.align, run.width);
  const auto whole = [this](float value) { return std::round(value * density_) / density_; };
  Vec baseline = placement_.to_screen(at);
  if (look.turn == Turn::none) baseline = {baseline.x - back, whole(baseline.y + down)};
  else baseline = {whole(baseline.x + down), baseline.y + back};
  if (look.halo && look.halo->color.a > 0) {
    // A contour without an outline font: the text set round itself, twelve times at the edge and six half-way.
    const float radius = look.halo->width / 2.0F * placement_.scale;
    const Run letters = without_colors(run);
    for (int i = 0; i < 18; ++i) {
      const bool edge = i < 12;
      const float angle = std::numbers::pi_v<float> / (edge ? 6.0F : 3.0F) * static_cast<float>(i);
      const Vec step = Vec{std::cos(angle), std::sin(angle)} * (edge ? radius : radius / 2.0F);
      draw_run(letters, baseline + step, look.turn, look.halo->color);
    }
  }
  draw_run(run, baseline, look.turn, look.color);
  if (ear_ == nullptr) return;
  // As one reads it: from its start along the line, most of it above the baseline.
  const Vec high{0.0F, size * 0.8F}, low{run.width, size * 0.25F};
  if (look.turn == Turn::none) tell_ear({baseline - high, baseline + low}, utf8);
  else tell_ear({baseline - Vec{high.y, low.x}, baseline + Vec{low.y, 0.0F}}, utf8);
}

void ScreenPainter::tell_ear(Box box, std::string_view utf8) {
  if (words_within_ == 0) ear_->hear(box, utf8);
  else if (!heard_) heard_ = box;
  else heard_ = Box{{std::min(heard_->min.x, box.min.x), std::min(heard_->min.y, box.min.y)}, {std::max(heard_->max.x, box.max.x), std::max(heard_->max.y, box.max.y)}};
}

void ScreenPainter::begin_words(std::string_view whole) {
  if (words_within_++ == 0) words_ = whole;
}

void ScreenPainter::end_words() {
  if (--words_within_ > 0) return;
  if (heard_) ear_->hear(*heard_, words_);
  heard_.reset();
}

void ScreenPainter::icon(Vec center, Icon icon, Face cut, float size, Color color) {
  if (color.a == 0) return;
  const Baked baked = bake(fonts_.face(cut), baked_pixels(size * placement_.scale * density_));
  const ImFontGlyph& glyph = *baked.font->FindGlyph(static_cast<ImWchar>(icon));
  const float unit = baked.unit / density_;
  // Centred by the square em, not by the ink, so that a row of icons lines up. The em of Phosphor ends 1/16 below the baseline.
  const Vec at = placement_.to_screen(center);
  const auto whole = [this](float value) { return std::round(value * density_) / density_; };
  const float x = whole(at.x - glyph.AdvanceX * unit / 2.0F);
  const float y = whole(at.y + (0.5F - 0.0625F) * baked.font->Size * unit) - std::round(baked.font->Ascent) * unit;
  target_.list.PrimReserve(6, 4);
  target_.list.PrimRectUV({x + glyph.X0 * unit, y + glyph.Y0 * unit}, {x + glyph.X1 * unit, y + glyph.Y1 * unit}, {glyph.U0, glyph.V0},
                          {glyph.U1, glyph.V1}, IM_COL32(color.r, color.g, color.b, color.a));
}

}  // namespace standpoint
