// The faces, sizes and icons that text is drawn in. Used by the theme (which names the styles) and the Painter (which draws them).
// It must not know a drawing library.
#pragma once

#include <cstdint>

namespace standpoint {

// Inter and its display cut, then the three cuts of the Phosphor icons. The display cut is for 30 px and more.
enum class Face : std::uint8_t { regular, medium, semibold, bold, display, display_medium, icon_regular, icon_bold, icon_fill };
inline constexpr int face_count = 9;

// Size is the em in logical pixels (as in CSS); line is the height of one line.
struct TextStyle {
  Face face = Face::regular;
  float size = 18.0F;
  float line = 26.0F;

  constexpr bool operator==(const TextStyle&) const = default;

  // The same style at `factor` times the size.
  constexpr TextStyle scaled(float factor) const { return {face, size * factor, line * factor}; }
  constexpr TextStyle with_face(Face other) const { return {other, size, line}; }
};

}  // namespace standpoint
