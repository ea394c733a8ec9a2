// Zoom and pan, kept within bounds. Called by the boards' screens; it must not know what is on the plane.
#include "app/widgets/camera.h"

#include <cmath>

namespace standpoint {
namespace {

Vec kept_near(Vec middle, Vec extent) {
  return {std::clamp(middle.x, -extent.x / 2, extent.x / 2), std::clamp(middle.y, -extent.y / 2, extent.y / 2)};
}

}  // namespace

Camera zoomed(const View& view, Vec at, float factor) {
  const Vec held = view.to_plane(at);
  View after = view;
  after.camera.zoom = std::clamp(view.camera.zoom * factor, camera_zoom_least, camera_zoom_most);
  after.camera.middle = held - (at - view.box.center()) * (1.0F / after.scale());
  after.camera.middle = kept_near(after.camera.middle, view.extent);
  return after.camera;
}

Camera panned(const View& view, Vec by) {
  Camera camera = view.camera;
  camera.middle = kept_near(camera.middle - by * (1.0F / view.scale()), view.extent);
  return camera;
}

Camera between(const Camera& from, const Camera& to, float t) {
  return {lerp(from.middle, to.middle, t), from.zoom * std::pow(to.zoom / from.zoom, t)};
}

}  // namespace standpoint
