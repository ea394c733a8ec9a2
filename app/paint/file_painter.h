// What the painters of files have in common: text measured exactly, lines of varying width as filled outlines, icons as
// shapes (nobody has the icon font). Base of the SVG and the PDF painter. It must not write anything itself.
#pragma once

#include <string>

#include "app/paint/painter.h"
#include "app/paint/text/fonts.h"
#include "app/paint/text/text_line.h"

namespace standpoint {

// The size of a picture and the square of the design in it: 1920 x 1080 fitted and centred, bare ground round it.
struct Page {
  float width = 1920.0F;   // logical pixels of the file: px of an SVG, 3/4 pt of a PDF
  float height = 1080.0F;
  Box design;              // what lies on the page, in design pixels; wider or higher than the design itself

  static Page of_size(int width, int height);
  float scale() const { return width / design.width(); }
};

// What a file says about itself. No person, no machine.
struct PageWords {
  std::string title;
  std::string description;
};

class FilePainter : public Painter {
 public:
  explicit FilePainter(const Fonts& fonts) : fonts_(fonts) {}

  // The outline of the tapering line, filled.
  void taper(const Path& path, float start_width, float end_width, Color color) override;
  float text_width(std::string_view utf8, const TextStyle& style, bool tabular = false) const override;
  void icon(Vec center, Icon icon, Face cut, float size, Color color) override;

 protected:
  const Fonts& fonts() const { return fonts_; }

 private:
  const Fonts& fonts_;
};

// The closed outline of a line whose width runs evenly from `start_width` to `end_width`, butt ends; sharp turns are cut off.
Path taper_outline(const Polyline& line, float start_width, float end_width);

}  // namespace standpoint
