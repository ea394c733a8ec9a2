// Draws screens and boards without any display: EGL without a surface, OpenGL 3.3 into a frame buffer, read back as a Picture.
// The `picture` command, thumbnails and picture tests call it. It must not open a window and must not touch a session.
#pragma once

#include <functional>
#include <memory>

#include "app/design/color.h"
#include "app/paint/shapes.h"
#include "app/paint/text/fonts.h"
#include "app/render/picture.h"
#include "core/workshop/result.h"

struct ImDrawList;

namespace standpoint {

class Offscreen {
 public:
  // `width` and `height` in pixels, 16 to 8192 each. Fails with one sentence if there is no OpenGL 3.3 or a font is missing.
  static Result<std::unique_ptr<Offscreen>> open(int width, int height);
  ~Offscreen();
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;

  const Fonts& fonts() const;
  ShapeSink* shapes() const;            // for painters that draw here
  std::uint64_t bytes_sent() const;     // of shapes, since it was opened

  // One picture on an opaque ground: `paint` draws into the list, in pixels (make a ScreenPainter for it).
  Result<Picture> paint(Color ground, const std::function<void(ImDrawList&)>& paint);

  // One picture of a whole ImGui frame, taken after `frames` frames so that layouts have settled.
  Result<Picture> frame(Color ground, const std::function<void()>& draw, int frames = 3);

 private:
  struct State;
  explicit Offscreen(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace standpoint
