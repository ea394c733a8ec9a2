// Draws with cairo into a PDF kept in memory. What a PDF has no word for is made of what it has: a shadow is a stack of
// boxes. See pdf_painter.h.
#include "app/render/pdf_painter.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "app/files/iso_time.h"
#include "app/paint/text/pango_line.h"
#include "app/paint/text/utf8.h"
#include "app/render/pdf_fonts.h"

namespace standpoint {

namespace {

constexpr double points_per_pixel = 0.75;  // 96 logical pixels and 72 points to the inch, as in CSS
constexpr int shadow_steps = 24;           // each darkens by less than a screen can show
constexpr float shadow_reach = 2.5F;       // standard deviations; under 1 % of the shade is left there, as on the screen

cairo_status_t keep(void* kept, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(kept)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

void set_color(cairo_t* cairo, Color color) { cairo_set_source_rgba(cairo, color.r / 255.0, color.g / 255.0, color.b / 255.0, color.a / 255.0); }

// Broken bytes and controls would end cairo's work: they become U+FFFD.
std::string sound(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::uint32_t code = next_code_point(utf8, at);
    append_code_point(out, code < 0x20 || (code >= 0x7F && code < 0xA0) ? replacement_character : code);
  }
  return out;
}

void stroke_halo(cairo_t* cairo, const Halo& halo) {
  set_color(cairo, halo.color);
  cairo_set_line_width(cairo, halo.width);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash(cairo, nullptr, 0, 0);
  cairo_stroke(cairo);
}

void trace(cairo_t* cairo, const Path& path) {
  cairo_new_path(cairo);
  const auto points = path.points();
  std::size_t next = 0;
  Vec here;
  for (const Verb verb : path.verbs()) {
    if (verb == Verb::close) {
      cairo_close_path(cairo);
      continue;
    }
    const Vec a = points[next++];
    if (verb == Verb::move) cairo_move_to(cairo, a.x, a.y);
    if (verb == Verb::line) cairo_line_to(cairo, a.x, a.y);
    if (verb == Verb::move || verb == Verb::line) {
      here = a;
      continue;
    }
    const Vec b = points[next++];
    // A quadratic piece as a cubic: two thirds of the way to its control point.
    const Vec end = verb == Verb::quad ? b : points[next++];
    const Vec one = verb == Verb::quad ? lerp(here, a, 2.0F / 3.0F) : a;
    const Vec other = verb == Verb::quad ? lerp(end, a, 2.0F / 3.0F) : b;
    cairo_curve_to(cairo, one.x, one.y, other.x, other.y, end.x, end.y);
    here = end;
  }
}

}  // namespace

struct PdfPainter::Sheet {
  std::string bytes;
  cairo_surface_t* surface = nullptr;
  cairo_t* cairo = nullptr;
  PdfFonts fonts;
  PangoSetter setter;
  int clips = 0;
  Box design;
  Color ground;

  explicit Sheet(const Fonts& all) : fonts(all) {}
  void lay_ground() const {
    set_color(cairo, ground);
    cairo_rectangle(cairo, design.min.x, design.min.y, design.width(), design.height());
    cairo_fill(cairo);
  }
  ~Sheet() {
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
  }
};

struct PdfPainter::Run {
  cairo_font_face_t* font = nullptr;
  std::string utf8;                  // what it says
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;
};

PdfPainter::PdfPainter(const Fonts& fonts, const Page& page, const PageWords& words, Color ground, std::int64_t made_ms)
    : FilePainter(fonts), sheet_(std::make_unique<Sheet>(fonts)) {
  Sheet& s = *sheet_;
  s.surface = cairo_pdf_surface_create_for_stream(keep, &s.bytes, page.width * points_per_pixel, page.height * points_per_pixel);
  cairo_pdf_surface_set_metadata(s.surface, CAIRO_PDF_METADATA_TITLE, sound(words.title).c_str());
  cairo_pdf_surface_set_metadata(s.surface, CAIRO_PDF_METADATA_SUBJECT, sound(words.description).c_str());
  cairo_pdf_surface_set_metadata(s.surface, CAIRO_PDF_METADATA_CREATE_DATE, (iso_time(made_ms).substr(0, 19) + "Z").c_str());
  s.cairo = cairo_create(s.surface);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(s.cairo, options);
  cairo_font_options_destroy(options);
  cairo_set_miter_limit(s.cairo, 4);
  const double scale = points_per_pixel * static_cast<double>(page.scale());
  cairo_scale(s.cairo, scale, scale);
  cairo_translate(s.cairo, -page.design.min.x, -page.design.min.y);
  s.design = page.design;
  s.ground = ground;
  s.lay_ground();
}

PdfPainter::~PdfPainter() = default;

void PdfPainter::next_page() {
  cairo_show_page(sheet_->cairo);
  sheet_->lay_ground();
}

Result<std::string> PdfPainter::finish() {
  cairo_show_page(sheet_->cairo);
  cairo_surface_finish(sheet_->surface);
  const cairo_status_t status = cairo_status(sheet_->cairo) != CAIRO_STATUS_SUCCESS ? cairo_status(sheet_->cairo) : cairo_surface_status(sheet_->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    return failed(fmt::format("The PDF could not be drawn: {}. Nothing was written and the session is untouched. Choose SVG or PNG.",
                              cairo_status_to_string(status)));
  return std::move(sheet_->bytes);
}

void PdfPainter::fill(const Path& path, Color color) {
  if (color.a == 0 || path.verbs().empty()) return;
  trace(sheet_->cairo, path);
  set_color(sheet_->cairo, color);
  cairo_fill(sheet_->cairo);
}

void PdfPainter::stroke(const Path& path, const Stroke& stroke) {
  if (stroke.color.a == 0 || stroke.width <= 0.0F || path.verbs().empty()) return;
  cairo_t* cairo = sheet_->cairo;
  trace(cairo, path);
  set_color(cairo, stroke.color);
  cairo_set_line_width(cairo, stroke.width);
  cairo_set_line_cap(cairo, stroke.cap == Cap::round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  const std::array<double, 2> dash{std::max(0.0F, stroke.dash.on), stroke.dash.off};
  cairo_set_dash(cairo, dash.data(), stroke.dash.solid() ? 0 : 2, stroke.dash.shift);
  cairo_stroke(cairo);
}

void PdfPainter::shadow(Box box, float corner, const Shadow& shadow) {
  const Box cast = Box{box.min + shadow.offset, box.max + shadow.offset}.grown(shadow.spread);
  if (shadow.color.a == 0 || cast.width() <= 0.0F || cast.height() <= 0.0F) return;
  const float sigma = std::max(shadow.blur, 1.0F) / 2.0F;
  const float widest = shadow_reach * sigma;
  const float deepest = -std::min(widest, std::min(cast.width(), cast.height()) / 2.0F);
  const float round = std::max(corner + shadow.spread, std::min(shadow.blur, std::min(cast.width(), cast.height()) / 2.0F));
  double below = 0;  // the shade so far
  for (int i = 0; i < shadow_steps; ++i) {
    const float offset = widest + (deepest - widest) * (static_cast<float>(i) + 0.5F) / shadow_steps;
    const double shade = shadow.color.a / 255.0 * 0.5 * std::erfc(offset / (sigma * std::numbers::sqrt2_v<float>));
    const double more = 1 - (1 - shade) / (1 - below);
    below = shade;
    const Box step = cast.grown(offset);
    trace(sheet_->cairo, box_path(step, std::clamp(round + offset, 0.0F, std::min(step.width(), step.height()) / 2.0F)));
    cairo_set_source_rgba(sheet_->cairo, shadow.color.r / 255.0, shadow.color.g / 255.0, shadow.color.b / 255.0, more);
    cairo_fill(sheet_->cairo);
  }
}

void PdfPainter::glow(Vec center, float radius, Color color, std::span<const GlowStop> stops) {
  if (color.a == 0 || radius <= 0.0F || stops.empty()) return;
  cairo_pattern_t* pattern = cairo_pattern_create_radial(center.x, center.y, 0, center.x, center.y, radius);
  for (const GlowStop& stop : stops) {
    const Color at = color.with_alpha(stop.alpha);
    cairo_pattern_add_color_stop_rgba(pattern, stop.at, at.r / 255.0, at.g / 255.0, at.b / 255.0, at.a / 255.0);
  }
  trace(sheet_->cairo, circle_path(center, radius));
  cairo_set_source(sheet_->cairo, pattern);
  cairo_fill(sheet_->cairo);
  cairo_pattern_destroy(pattern);
}

// Each letter is told with its glyph, from left to right as it is seen: readers of PDFs turn lines round themselves.
std::vector<PdfPainter::Run> PdfPainter::runs_of(const std::string& utf8, const TextLook& look) const {
  const TextLine line = lay_out_line(fonts(), look.style.face, utf8, look.tabular);
  const float start = -back_to_start(look.align, line.width);
  std::vector<Run> runs;
  for (const TextLine::Letter& letter : line.letters) {
    const PdfFonts::Glyph glyph = sheet_->fonts.glyph(look.style.face, letter.code, line.region);
    if (glyph.font == nullptr) continue;
    if (runs.empty() || runs.back().font != glyph.font) runs.push_back({glyph.font, {}, {}, {}});
    Run& run = runs.back();
    std::string said;
    append_code_point(said, letter.code);
    run.utf8 += said;
    // A mark by itself would be found behind the next letter.
    if (!letter.on_letter || run.clusters.empty()) run.clusters.push_back({0, 0});
    run.clusters.back().num_bytes += static_cast<int>(said.size());
    run.clusters.back().num_glyphs += 1;
    run.glyphs.push_back({glyph.index, static_cast<double>((start + letter.at.x) * look.style.size),
                          static_cast<double>(letter.at.y * look.style.size)});
  }
  return runs;
}

void PdfPainter::show_letters(const std::string& line, const TextLook& look) {
  cairo_t* cairo = sheet_->cairo;
  const std::vector<Run> runs = runs_of(line, look);
  cairo_set_font_size(cairo, look.style.size);
  if (look.halo && look.halo->color.a > 0) {
    cairo_new_path(cairo);
    for (const Run& run : runs) {
      cairo_set_font_face(cairo, run.font);
      cairo_glyph_path(cairo, run.glyphs.data(), static_cast<int>(run.glyphs.size()));
    }
    stroke_halo(cairo, *look.halo);
  }
  set_color(cairo, look.color);
  for (const Run& run : runs) {
    cairo_set_font_face(cairo, run.font);
    cairo_show_text_glyphs(cairo, run.utf8.data(), static_cast<int>(run.utf8.size()), run.glyphs.data(), static_cast<int>(run.glyphs.size()),
                           run.clusters.data(), static_cast<int>(run.clusters.size()), static_cast<cairo_text_cluster_flags_t>(0));
  }
}

// Told in the order in which it is read, as it is typed.
void PdfPainter::show_whole(const std::string& line, const TextLook& look) {
  cairo_t* cairo = sheet_->cairo;
  const PangoText text(sheet_->setter, look.style.face, line, static_cast<double>(look.style.size));
  const double start = -static_cast<double>(back_to_start(look.align, static_cast<float>(text.width())));
  if (look.halo && look.halo->color.a > 0) {
    cairo_new_path(cairo);
    cairo_move_to(cairo, start, 0);
    text.trace(cairo);
    stroke_halo(cairo, *look.halo);
  }
  set_color(cairo, look.color);
  cairo_move_to(cairo, start, 0);
  text.show_telling(cairo);
}

void PdfPainter::text(Vec at, std::string_view utf8, const TextLook& look) {
  if (utf8.empty() || look.color.a == 0) return;
  cairo_t* cairo = sheet_->cairo;
  cairo_save(cairo);
  cairo_translate(cairo, at.x, at.y);
  if (look.turn == Turn::upward) cairo_rotate(cairo, -std::numbers::pi / 2);
  cairo_translate(cairo, 0, down_to_baseline(look.anchor, look.style.line, look.style.size));
  if (const std::string line = sound(utf8); is_shaped_whole(fonts(), look.style.face, line)) show_whole(line, look);
  else show_letters(line, look);
  cairo_restore(cairo);
}

void PdfPainter::push_clip(Box box) {
  cairo_save(sheet_->cairo);
  cairo_rectangle(sheet_->cairo, box.min.x, box.min.y, std::max(0.0F, box.width()), std::max(0.0F, box.height()));
  cairo_clip(sheet_->cairo);
  ++sheet_->clips;
}

void PdfPainter::pop_clip() {
  if (sheet_->clips == 0) return;
  cairo_restore(sheet_->cairo);
  --sheet_->clips;
}

}  // namespace standpoint
