// The text engine through Pango and cairo. See text_engine.h.
#include "app/paint/text/text_engine.h"

#include "app/paint/text/pango_line.h"

namespace standpoint {
namespace {

constexpr double measured_em = 100;  // widths in ems are exact to a hundred-thousandth
constexpr int edge = 1;              // pixels round the ink, for the soft rim of letters and for the texture's filter

struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

// cairo's pixel (premultiplied ARGB in a native word) as the atlas has it.
std::uint32_t straight(std::uint32_t pixel) {
  const std::uint32_t alpha = pixel >> 24;
  if (alpha == 0) return 0;
  const auto part = [&](int shift) { return ((pixel >> shift & 0xFFU) * 255U + alpha / 2U) / alpha; };
  return alpha << 24 | part(0) << 16 | part(8) << 8 | part(16);
}

}  // namespace

struct TextEngine::Parts {
  PangoSetter setter;
};

TextEngine::TextEngine() : parts_(std::make_unique<Parts>()) {}
TextEngine::~TextEngine() = default;

float TextEngine::width(Face face, const std::string& utf8) const {
  return static_cast<float>(PangoText(parts_->setter, face, utf8, measured_em).width() / measured_em);
}

LineRaster TextEngine::raster(Face face, const std::string& utf8, float em, bool black) const {
  const PangoText line(parts_->setter, face, utf8, static_cast<double>(em));
  const PangoRectangle ink = line.ink();
  if (ink.width <= 0 || ink.height <= 0) return {};
  LineRaster raster{ink.width + 2 * edge, ink.height + 2 * edge, {static_cast<float>(ink.x - edge), static_cast<float>(ink.y - edge)}, {}};
  const std::unique_ptr<cairo_surface_t, FreeSurface> surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, raster.width, raster.height));
  const std::unique_ptr<cairo_t, FreeCairo> cairo(cairo_create(surface.get()));
  const double level = black ? 0 : 1;
  cairo_set_source_rgb(cairo.get(), level, level, level);
  cairo_move_to(cairo.get(), edge - ink.x, edge - ink.y);
  line.show(cairo.get());
  cairo_surface_flush(surface.get());
  const unsigned char* const bytes = cairo_image_surface_get_data(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  if (bytes == nullptr) return {};
  raster.pixels.reserve(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height));
  for (int y = 0; y < raster.height; ++y) {
    const auto* const row = reinterpret_cast<const std::uint32_t*>(bytes + static_cast<std::size_t>(y) * stride);
    for (int x = 0; x < raster.width; ++x) raster.pixels.push_back(straight(row[x]));
  }
  return raster;
}

std::vector<std::size_t> word_ends(const std::string& utf8) {
  const auto letters = static_cast<std::size_t>(g_utf8_strlen(utf8.data(), static_cast<gssize>(utf8.size())));
  std::vector<PangoLogAttr> about(letters + 1);
  pango_get_log_attrs(utf8.data(), static_cast<int>(utf8.size()), -1, pango_language_from_string("th"), about.data(), static_cast<int>(about.size()));
  std::vector<std::size_t> ends;
  const char* const begin = utf8.data();
  const char* at = begin;
  for (std::size_t letter = 1; letter <= letters; ++letter) {
    at = g_utf8_next_char(at);
    if (about[letter].is_line_break != 0 || letter == letters) ends.push_back(static_cast<std::size_t>(at - begin));
  }
  return ends;
}

}  // namespace standpoint
