// Draws lines once, keeps them in the atlas, and gives back those that are no longer seen. See shaped_lines.h.
#include "app/paint/text/shaped_lines.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "app/paint/text/utf8.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace standpoint {
namespace {

constexpr float widest = 2000.0F;              // pixels; a longer line is drawn smaller, for no texture is wider than 4096
constexpr std::size_t area_most = 1'500'000;   // pixels of pictures, 6 MB; beyond it goes what was not seen of late
constexpr int seen_of_late = 30;               // frames

// FNV-1a, as text_line.cpp keys widths.
std::uint64_t key_of(Face face, std::string_view utf8, float em) {
  const auto quarter_pixels = static_cast<std::uint64_t>(std::lround(em * 4.0F));
  std::uint64_t key = 0xCBF2'9CE4'8422'2325 ^ (static_cast<std::uint64_t>(face) | quarter_pixels << 8);
  for (const char letter : utf8) key = (key ^ static_cast<unsigned char>(letter)) * 0x100'0000'01B3;
  return key;
}

// Something in it may have colours of its own: emoji, flags, and signs that ask for them.
bool may_have_colors(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();)
    if (const std::uint32_t code = next_code_point(utf8, at); code >= 0x1F000 || code == 0xFE0F || in(code, 0x2300, 0x27BF) || in(code, 0x2B00, 0x2BFF)) return true;
  return false;
}

// Text engines refuse broken bytes; elsewhere each is shown as U+FFFD.
std::string sound(std::string_view utf8) {
  std::string line;
  for (std::size_t at = 0; at < utf8.size();) append_code_point(line, next_code_point(utf8, at));
  return line;
}

}  // namespace

float ShapedLines::width(Face face, std::string_view utf8) const { return engine_.width(face, sound(utf8)); }

void ShapedLines::give_back_unseen(int since) {
  std::erase_if(pictures_, [&](const auto& entry) {
    if (entry.second.seen >= since) return false;
    for (const Picture::Piece& piece : entry.second.pieces) {
      atlas_.RemoveCustomRect(piece.rect);
      area_ -= piece.area;
    }
    return true;
  });
}

void ShapedLines::put(const LineRaster& raster, const std::vector<std::uint32_t>& pixels, float em, bool colored, Picture& picture) {
  ImFontAtlasRect place;
  ImFontAtlasRectId rect = atlas_.AddCustomRect(raster.width, raster.height, &place);
  if (rect == ImFontAtlasRectId_Invalid) {  // the atlas is full
    give_back_unseen(ImGui::GetFrameCount());
    rect = atlas_.AddCustomRect(raster.width, raster.height, &place);
  }
  if (rect == ImFontAtlasRectId_Invalid) return;
  for (int y = 0; y < raster.height; ++y)
    std::memcpy(atlas_.TexData->GetPixelsAt(place.x, place.y + y), pixels.data() + static_cast<std::ptrdiff_t>(y) * raster.width, static_cast<std::size_t>(raster.width) * 4);
  const Vec size{static_cast<float>(raster.width), static_cast<float>(raster.height)};
  const std::size_t area = pixels.size();
  picture.pieces.push_back({rect, {raster.from * (1.0F / em), (raster.from + size) * (1.0F / em)}, colored, area});
  area_ += area;
}

// Letters take the colour of the text and emoji have their own. Which pixel is whose is seen by drawing the line in two inks: what both
// change alike is an emoji's.
ShapedLines::Picture ShapedLines::drawn(Face face, std::string_view utf8, float em) {
  const std::string line = sound(utf8);
  LineRaster white = engine_.raster(face, line, em, false);
  Picture picture;
  if (white.pixels.empty()) return picture;
  std::vector<std::uint32_t> colors;
  if (may_have_colors(utf8)) {
    const LineRaster black = engine_.raster(face, line, em, true);
    if (black.pixels.size() == white.pixels.size()) {
      colors.resize(white.pixels.size());
      for (std::size_t i = 0; i < colors.size(); ++i)
        if (white.pixels[i] == black.pixels[i]) colors[i] = std::exchange(white.pixels[i], 0U);
    }
  }
  // Clear pixels are white ones too, or a letter between two pixels gets a dark rim.
  for (std::uint32_t& pixel : white.pixels) pixel |= 0x00FF'FFFFU;
  put(white, white.pixels, em, false, picture);
  if (std::any_of(colors.begin(), colors.end(), [](std::uint32_t pixel) { return pixel != 0; })) put(white, colors, em, true, picture);
  return picture;
}

std::vector<ShapedLines::Part> ShapedLines::parts(Face face, std::string_view utf8, float em) {
  const float wide = width(face, utf8) * em;
  if (wide > widest) em *= widest / wide;
  const std::uint64_t key = key_of(face, utf8, em);
  const int now = ImGui::GetFrameCount();
  auto found = pictures_.find(key);
  if (found == pictures_.end()) {
    if (area_ > area_most) give_back_unseen(now - seen_of_late);
    found = pictures_.emplace(key, drawn(face, utf8, em)).first;
  }
  found->second.seen = now;
  std::vector<Part> parts;
  for (const Picture::Piece& piece : found->second.pieces) {
    ImFontAtlasRect place;
    if (atlas_.GetCustomRect(piece.rect, &place)) parts.push_back({piece.ink, {{place.uv0.x, place.uv0.y}, {place.uv1.x, place.uv1.y}}, piece.colored});
  }
  return parts;
}

}  // namespace standpoint
