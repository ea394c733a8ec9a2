// Reads a font file with stb_truetype. Called by fonts.cpp. On tablets Dear ImGui calls the same copy of it.
#include "app/paint/text/font_file.h"

#include "app/paint/text/font_bytes.h"

#define STB_TRUETYPE_IMPLEMENTATION
#include "imstb_truetype.h"

namespace standpoint {

struct FontFile::Outlines {
  stbtt_fontinfo info{};
  float em = 0.0F;  // ems per unit
};

FontFile::FontFile() : outlines_(std::make_unique<Outlines>()) {}

FontFile::~FontFile() {
  if (!bytes_.empty()) give_back_font_bytes(bytes_);
}

std::unique_ptr<FontFile> FontFile::open(const std::filesystem::path& path, int index) {
  const std::span<const unsigned char> bytes = font_bytes(path);
  if (bytes.empty()) return nullptr;
  std::unique_ptr<FontFile> font(new FontFile);
  font->bytes_ = bytes;
  font->index_ = index;
  font->path_ = path;
  const int offset = stbtt_GetFontOffsetForIndex(font->bytes_.data(), index);
  if (offset < 0 || !stbtt_InitFont(&font->outlines_->info, font->bytes_.data(), offset)) return nullptr;
  font->outlines_->em = stbtt_ScaleForMappingEmToPixels(&font->outlines_->info, 1.0F);
  return font;
}

bool FontFile::has(std::uint32_t code) const { return stbtt_FindGlyphIndex(&outlines_->info, static_cast<int>(code)) != 0; }

GlyphShape FontFile::shape(std::uint32_t code) const {
  const int glyph = stbtt_FindGlyphIndex(&outlines_->info, static_cast<int>(code));
  int advance = 0, bearing = 0, x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  stbtt_GetGlyphHMetrics(&outlines_->info, glyph, &advance, &bearing);
  if (stbtt_GetGlyphBox(&outlines_->info, glyph, &x0, &y0, &x1, &y1) == 0) x0 = y0 = x1 = y1 = 0;
  const auto ems = [this](int units) { return static_cast<float>(units) * outlines_->em; };
  return {ems(advance), {{ems(x0), -ems(y1)}, {ems(x1), -ems(y0)}}};
}

GlyphOutline FontFile::outline(std::uint32_t code) const {
  const int glyph = stbtt_FindGlyphIndex(&outlines_->info, static_cast<int>(code));
  GlyphOutline outline;
  outline.advance = shape(code).advance;
  stbtt_vertex* corners = nullptr;
  const int count = stbtt_GetGlyphShape(&outlines_->info, glyph, &corners);
  const auto at = [em = outlines_->em](int x, int y) { return Vec{static_cast<float>(x) * em, -static_cast<float>(y) * em}; };
  for (int i = 0; i < count; ++i) {
    const stbtt_vertex& v = corners[i];
    if (v.type == STBTT_vmove && i > 0) outline.path.close();
    if (v.type == STBTT_vmove) outline.path.move_to(at(v.x, v.y));
    if (v.type == STBTT_vline) outline.path.line_to(at(v.x, v.y));
    if (v.type == STBTT_vcurve) outline.path.quad_to(at(v.cx, v.cy), at(v.x, v.y));
    if (v.type == STBTT_vcubic) outline.path.cubic_to(at(v.cx, v.cy), at(v.cx1, v.cy1), at(v.x, v.y));
  }
  if (count > 0) outline.path.close();
  stbtt_FreeShape(&outlines_->info, corners);
  return outline;
}

float FontFile::kerning(std::uint32_t left, std::uint32_t right) const {
  return static_cast<float>(stbtt_GetCodepointKernAdvance(&outlines_->info, static_cast<int>(left), static_cast<int>(right))) * outlines_->em;
}

}  // namespace standpoint
