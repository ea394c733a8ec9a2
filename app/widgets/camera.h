// Where a board is looked at from: how its own plane (y down) lands in a box of the window. Boards that zoom keep a
// Camera in their Ui; paint and hit tests share the View made of it. Pure arithmetic; it must not know ImGui.
#pragma once

#include <algorithm>

#include "app/paint/path.h"

namespace standpoint {

inline constexpr float camera_zoom_least = 0.5F;
inline constexpr float camera_zoom_most = 6.0F;

// middle: the point of the plane in the middle of the box. zoom 1: the whole extent fits.
struct Camera {
  Vec middle;
  float zoom = 1.0F;
  bool operator==(const Camera&) const = default;
};

struct View {
  Box box;               // in the window, design pixels
  Vec extent{1, 1};      // of the plane that fits at zoom 1, centred on its origin
  float margin = 0.0F;   // kept clear round the extent at zoom 1
  Camera camera;
  bool operator==(const View&) const = default;

  // Design pixels per unit of the plane when everything fits, and now.
  float fit() const {
    const float wide = (box.width() - 2 * margin) / extent.x;
    const float high = (box.height() - 2 * margin) / extent.y;
    return std::max(0.001F, std::min(wide, high));
  }
  float scale() const { return fit() * camera.zoom; }
  Vec to_screen(Vec on_plane) const { return box.center() + (on_plane - camera.middle) * scale(); }
  Vec to_plane(Vec on_screen) const { return camera.middle + (on_screen - box.center()) * (1.0F / scale()); }
};

// The camera after zooming by `factor` so that the point under `at` (design pixels) stays where it is.
Camera zoomed(const View& view, Vec at, float factor);
// The camera after the plane was dragged by so many design pixels. The extent never leaves the box entirely.
Camera panned(const View& view, Vec by);
// Between two cameras, t 0..1: zoom runs evenly to the eye.
Camera between(const Camera& from, const Camera& to, float t);

}  // namespace standpoint
