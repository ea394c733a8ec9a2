// The text engine of the browser: app/web/text.js. See text_engine.h.
#include "app/paint/text/text_engine.h"

extern "C" {
double text_width(int face, const char* utf8);  // ems
// Where the picture lies, {left, top, width, height} in pixels, whether anything is seen; then the same picture is read.
int text_draw(int face, const char* utf8, double em, int black, std::int32_t* box);
void text_read(std::uint32_t* pixels);
int text_word_ends(const char* utf8, std::uint32_t* ends);
}

namespace standpoint {

struct TextEngine::Parts {};

TextEngine::TextEngine() = default;
TextEngine::~TextEngine() = default;

float TextEngine::width(Face face, const std::string& utf8) const { return static_cast<float>(text_width(static_cast<int>(face), utf8.c_str())); }

LineRaster TextEngine::raster(Face face, const std::string& utf8, float em, bool black) const {
  std::int32_t box[4] = {};
  if (text_draw(static_cast<int>(face), utf8.c_str(), static_cast<double>(em), black ? 1 : 0, box) == 0) return {};
  LineRaster raster{box[2], box[3], {static_cast<float>(box[0]), static_cast<float>(box[1])}, {}};
  raster.pixels.resize(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height));
  text_read(raster.pixels.data());
  return raster;
}

std::vector<std::size_t> word_ends(const std::string& utf8) {
  std::vector<std::uint32_t> found(utf8.size());
  found.resize(static_cast<std::size_t>(text_word_ends(utf8.c_str(), found.data())));
  return {found.begin(), found.end()};
}

}  // namespace standpoint
