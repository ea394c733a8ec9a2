// Text of the ScreenPainter: lays a line out glyph by glyph, with kerning and fixed-width digits, and draws it sharp at any size.
// Glyphs are baked by ImGui at whole pixel sizes; text is drawn at exactly the baked size, never stretched, only shrunk below 6 px.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "app/paint/bidi.h"
#include "app/paint/screen_painter.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace standpoint {

namespace {

// Middle of Inter's capitals and of its line box above the baseline, in ems (ascent 0.969, descent 0.241, capitals 0.727).
constexpr float middle_above_baseline = 0.364F;

// Thumbnails have text too small to read; it keeps its place but needs no glyphs of its own.
constexpr float smallest_baked = 6.0F;

// The size that text is drawn at. Every size that is baked costs room in the atlas, so large sizes come in coarser steps.
float drawn_size(float wanted) {
  if (wanted <= smallest_baked) return wanted;
  if (wanted <= 48.0F) return std::round(wanted);
  if (wanted <= 96.0F) return std::round(wanted / 2.0F) * 2.0F;
  return std::min(512.0F, std::round(wanted / 4.0F) * 4.0F);
}

constexpr bool is_digit(std::uint32_t code) { return code >= '0' && code <= '9'; }

}  // namespace

struct ScreenPainter::Run {
  struct Glyph {
    std::uint32_t code = 0;
    float x = 0.0F;
  };
  struct Quad {
    float x = 0.0F;
    Box ink;      // from the start of the glyph on the baseline
    Box texture;
  };
  std::vector<Glyph> glyphs;
  std::vector<Quad> quads;  // of the visible ones, once loaded
  ImFont* font = nullptr;
  float size = 0.0F;   // as drawn
  float baked = 0.0F;  // as baked: the same from 6 px upward
  float width = 0.0F;
};

ScreenPainter::Run ScreenPainter::lay_out(std::string_view utf8, const TextStyle& style, bool tabular) const {
  Run run;
  run.font = fonts_.face(style.face);
  run.size = drawn_size(style.size * placement_.scale);
  run.baked = std::max(run.size, smallest_baked);
  const float shrink = run.size / run.baked;
  ImFontBaked* baked = run.font->GetFontBaked(run.baked, density_);
  const float digit = tabular ? baked->GetCharAdvance('0') * shrink : 0.0F;
  std::uint32_t before = 0;
  for (const std::uint32_t code : visual_order(utf8)) {
    const float advance = baked->GetCharAdvance(static_cast<ImWchar>(code)) * shrink;
    const bool fixed = tabular && is_digit(code);
    if (before != 0 && !tabular) run.width += fonts_.kerning(style.face, before, code) * run.size;
    run.glyphs.push_back({code, run.width + (fixed ? (digit - advance) / 2.0F : 0.0F)});
    run.width += fixed ? digit : advance;
    before = code;
  }
  return run;
}

void ScreenPainter::load_glyphs(Run& run) const {
  const float shrink = run.size / run.baked;
  ImFontBaked* baked = run.font->GetFontBaked(run.baked, density_);
  // Loading a glyph may enlarge the texture and move the others, so all are loaded before the first is looked at.
  for (const Run::Glyph& glyph : run.glyphs) baked->FindGlyph(static_cast<ImWchar>(glyph.code));
  const float ascent = std::round(baked->Ascent);
  for (const Run::Glyph& placed : run.glyphs) {
    const ImFontGlyph& glyph = *baked->FindGlyph(static_cast<ImWchar>(placed.code));
    if (!glyph.Visible) continue;
    const Box ink{Vec{glyph.X0, glyph.Y0 - ascent} * shrink, Vec{glyph.X1, glyph.Y1 - ascent} * shrink};
    run.quads.push_back({placed.x, ink, {{glyph.U0, glyph.V0}, {glyph.U1, glyph.V1}}});
  }
}

void ScreenPainter::draw_run(const Run& run, Vec baseline, Turn turn, Color color) {
  const ImU32 tint = IM_COL32(color.r, color.g, color.b, color.a);
  // Small glyphs are baked with two samples per pixel: they may stand on half pixels, large ones on whole ones.
  const float snap = (run.size * density_ > 36.0F ? 1.0F : 2.0F) * density_;
  ImDrawList& list = target_.list;
  const int count = static_cast<int>(run.quads.size());
  list.PrimReserve(6 * count, 4 * count);
  for (const Run::Quad& quad : run.quads) {
    const auto [x0, y0] = quad.ink.min;
    const auto [x1, y1] = quad.ink.max;
    const auto [u0, v0] = quad.texture.min;
    const auto [u1, v1] = quad.texture.max;
    if (turn == Turn::none) {
      const float x = std::round((baseline.x + quad.x) * snap) / snap;
      list.PrimRectUV({x + x0, baseline.y + y0}, {x + x1, baseline.y + y1}, {u0, v0}, {u1, v1}, tint);
      continue;
    }
    // Read upward: the text's right is the screen's up, its down the screen's right.
    const float along = baseline.y - quad.x;
    list.PrimQuadUV({baseline.x + y0, along - x0}, {baseline.x + y0, along - x1}, {baseline.x + y1, along - x1},
                    {baseline.x + y1, along - x0}, {u0, v0}, {u1, v0}, {u1, v1}, {u0, v1}, tint);
  }
}

float ScreenPainter::text_width(std::string_view utf8, const TextStyle& style, bool tabular) const {
  return lay_out(utf8, style, tabular).width / placement_.scale;
}

void ScreenPainter::text(Vec at, std::string_view utf8, const TextLook& look) {
  if (utf8.empty() || look.color.a == 0) return;
  Run run = lay_out(utf8, look.style, look.tabular);
  load_glyphs(run);
  float down = 0.0F;  // from `at` to the baseline
  if (look.anchor == Anchor::middle) down = middle_above_baseline * run.size;
  if (look.anchor == Anchor::top) down = look.style.line * placement_.scale / 2.0F + middle_above_baseline * run.size;
  const float back = look.align == Align::left ? 0.0F : look.align == Align::center ? run.width / 2.0F : run.width;
  const auto whole = [this](float value) { return std::round(value * density_) / density_; };
  Vec baseline = placement_.to_screen(at);
  if (look.turn == Turn::none) baseline = {baseline.x - back, whole(baseline.y + down)};
  else baseline = {whole(baseline.x + down), baseline.y + back};
  if (look.halo && look.halo->color.a > 0) {
    // A contour without an outline font: the text set round itself, twelve times at the edge and six half-way.
    const float radius = look.halo->width / 2.0F * placement_.scale;
    for (int i = 0; i < 18; ++i) {
      const bool edge = i < 12;
      const float angle = std::numbers::pi_v<float> / (edge ? 6.0F : 3.0F) * static_cast<float>(i);
      const Vec step = Vec{std::cos(angle), std::sin(angle)} * (edge ? radius : radius / 2.0F);
      draw_run(run, baseline + step, look.turn, look.halo->color);
    }
  }
  draw_run(run, baseline, look.turn, look.color);
}

void ScreenPainter::icon(Vec center, Icon icon, Face cut, float size, Color color) {
  if (color.a == 0) return;
  ImFont* font = fonts_.face(cut);
  ImFontBaked* baked = font->GetFontBaked(std::max(smallest_baked, drawn_size(size * placement_.scale)), density_);
  const ImFontGlyph& glyph = *baked->FindGlyph(static_cast<ImWchar>(icon));
  // Centred by the square em, not by the ink, so that a row of icons lines up. The em of Phosphor ends 1/16 below the baseline.
  const Vec at = placement_.to_screen(center);
  const float baseline = at.y + (0.5F - 0.0625F) * baked->Size;
  const float x = std::round((at.x - glyph.AdvanceX / 2.0F) * density_) / density_;
  const float y = std::round(baseline * density_) / density_ - std::round(baked->Ascent);
  target_.list.PrimReserve(6, 4);
  target_.list.PrimRectUV({x + glyph.X0, y + glyph.Y0}, {x + glyph.X1, y + glyph.Y1}, {glyph.U0, glyph.V0}, {glyph.U1, glyph.V1},
                          IM_COL32(color.r, color.g, color.b, color.a));
}

}  // namespace standpoint
