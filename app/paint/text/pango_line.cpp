// Pango through cairo. See pango_line.h.
#include "app/paint/text/pango_line.h"

#include <span>
#include <string>
#include <vector>

namespace standpoint {
namespace {

// Inter first, then Noto by script, so that the same names look alike on every machine that app/setup prepared; what is left,
// fontconfig finds among the fonts that are there.
constexpr const char* families =
    "Noto Sans Arabic,Noto Sans Hebrew,Noto Sans Devanagari,Noto Sans Bengali,Noto Sans Tamil,Noto Sans Thai,Noto Sans Ethiopic,"
    "Noto Sans,Noto Sans CJK SC,Noto Color Emoji";

struct Cut {
  const char* family;
  PangoWeight weight;
};
Cut cut_of(Face face) {
  switch (face) {
    case Face::medium: return {"Inter", PANGO_WEIGHT_MEDIUM};
    case Face::semibold: return {"Inter", PANGO_WEIGHT_SEMIBOLD};
    case Face::bold: return {"Inter", PANGO_WEIGHT_BOLD};
    case Face::display: return {"Inter Display", PANGO_WEIGHT_SEMIBOLD};
    case Face::display_medium: return {"Inter Display", PANGO_WEIGHT_MEDIUM};
    default: return {"Inter", PANGO_WEIGHT_NORMAL};
  }
}

struct FreeDescription {
  void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
struct FreeAttributes {
  void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
};
struct FreeOptions {
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

// What is told of one run of a line: its glyphs, and how many of them belong to how many bytes of what was written.
struct Telling {
  std::string utf8;
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;

  void add(std::string_view text, std::span<const cairo_glyph_t> drawn, bool own_room) {
    glyphs.insert(glyphs.end(), drawn.begin(), drawn.end());
    utf8 += text;
    // A mark that stands on a letter is told with it: by itself it would be found behind the next letter.
    if (own_room || clusters.empty()) clusters.push_back({0, 0});
    clusters.back().num_bytes += static_cast<int>(text.size());
    clusters.back().num_glyphs += static_cast<int>(drawn.size());
  }
};

std::string turned_round(std::string_view utf8) {
  std::string turned;
  for (std::size_t at = utf8.size(); at > 0;) {
    std::size_t begin = at - 1;
    while (begin > 0 && (static_cast<unsigned char>(utf8[begin]) & 0xC0U) == 0x80U) --begin;
    turned += utf8.substr(begin, at - begin);
    at = begin;
  }
  return turned;
}

constexpr double units(int pango) { return static_cast<double>(pango) / PANGO_SCALE; }

Telling telling_of(PangoLayoutRun* run, const char* text, double x, double y) {
  Telling telling;
  PangoGlyphItemIter cluster;
  const bool leftward = run->item->analysis.level % 2 != 0;
  for (gboolean more = pango_glyph_item_iter_init_start(&cluster, run, text); more != FALSE; more = pango_glyph_item_iter_next_cluster(&cluster)) {
    // Of a run from right to left the glyphs are counted downwards, from the end.
    const int first = leftward ? cluster.end_glyph + 1 : cluster.start_glyph, last = leftward ? cluster.start_glyph + 1 : cluster.end_glyph;
    double before = x;
    for (int n = 0; n < first; ++n) before += units(run->glyphs->glyphs[n].geometry.width);
    std::vector<cairo_glyph_t> drawn;
    const double start = before;
    for (int n = first; n < last; ++n) {
      const PangoGlyphInfo& glyph = run->glyphs->glyphs[n];
      if (glyph.glyph != PANGO_GLYPH_EMPTY) drawn.push_back({glyph.glyph, before + units(glyph.geometry.x_offset), y + units(glyph.geometry.y_offset)});
      before += units(glyph.geometry.width);
    }
    const std::string_view said(text + cluster.start_index, static_cast<std::size_t>(cluster.end_index - cluster.start_index));
    telling.add(leftward ? turned_round(said) : std::string(said), drawn, before > start);
  }
  if (!leftward) return telling;
  // Told from left to right as it is seen.
  Telling seen;
  std::size_t glyph = telling.glyphs.size(), byte = telling.utf8.size();
  for (auto told = telling.clusters.rbegin(); told != telling.clusters.rend(); ++told) {
    glyph -= static_cast<std::size_t>(told->num_glyphs);
    byte -= static_cast<std::size_t>(told->num_bytes);
    seen.add(std::string_view(telling.utf8).substr(byte, static_cast<std::size_t>(told->num_bytes)),
             std::span(telling.glyphs).subspan(glyph, static_cast<std::size_t>(told->num_glyphs)), true);
  }
  return seen;
}

}  // namespace

PangoSetter::PangoSetter() : fonts_(pango_cairo_font_map_new()), context_(pango_font_map_create_context(fonts_.get())) {
  const std::unique_ptr<cairo_font_options_t, FreeOptions> options(cairo_font_options_create());
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context_.get(), options.get());
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
}

PangoText::PangoText(const PangoSetter& setter, Face face, std::string_view utf8, double em) : layout_(pango_layout_new(setter.context())) {
  const auto [family, weight] = cut_of(face);
  const std::unique_ptr<PangoFontDescription, FreeDescription> description(pango_font_description_new());
  const std::string all = std::string(family) + "," + families;
  pango_font_description_set_family(description.get(), all.c_str());
  pango_font_description_set_weight(description.get(), weight);
  pango_font_description_set_absolute_size(description.get(), em * PANGO_SCALE);
  pango_layout_set_font_description(layout_.get(), description.get());
  // Ligatures that a script can do without are left out: readers of PDFs turn the letters of one round, where it runs from right to left.
  const std::unique_ptr<PangoAttrList, FreeAttributes> attributes(pango_attr_list_new());
  pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("liga=0,dlig=0,calt=0"));
  pango_layout_set_attributes(layout_.get(), attributes.get());
  pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
  pango_layout_set_text(layout_.get(), utf8.data(), static_cast<int>(utf8.size()));
  line_ = pango_layout_get_line_readonly(layout_.get(), 0);
}

double PangoText::width() const {
  PangoRectangle logical;
  pango_layout_line_get_extents(line_, nullptr, &logical);
  return static_cast<double>(logical.width) / PANGO_SCALE;
}

PangoRectangle PangoText::ink() const {
  PangoRectangle ink;
  pango_layout_line_get_pixel_extents(line_, &ink, nullptr);
  return ink;
}

void PangoText::show(cairo_t* cairo) const { pango_cairo_show_layout_line(cairo, line_); }

void PangoText::show_telling(cairo_t* cairo) const {
  double x = 0, y = 0;
  cairo_get_current_point(cairo, &x, &y);
  const char* const text = pango_layout_get_text(layout_.get());
  for (GSList* each = line_->runs; each != nullptr; each = each->next) {
    auto* const run = static_cast<PangoLayoutRun*>(each->data);
    const Telling telling = telling_of(run, text, x, y);
    cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(run->item->analysis.font)));
    cairo_show_text_glyphs(cairo, telling.utf8.data(), static_cast<int>(telling.utf8.size()), telling.glyphs.data(), static_cast<int>(telling.glyphs.size()),
                           telling.clusters.data(), static_cast<int>(telling.clusters.size()), static_cast<cairo_text_cluster_flags_t>(0));
    x += units(pango_glyph_string_get_width(run->glyphs));
  }
}

void PangoText::trace(cairo_t* cairo) const { pango_cairo_layout_line_path(cairo, line_); }

}  // namespace standpoint
