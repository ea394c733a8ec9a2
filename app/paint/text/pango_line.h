// A line of text as Pango lays it out, on the host's machine: for TextEngine and for PDF, which asks for outlines and text instead of
// pixels. It must not know an atlas or a page.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string_view>

#include "app/design/text_style.h"

namespace standpoint {

struct GiveBack {
  void operator()(void* object) const { g_object_unref(object); }
};

// Fonts and how they are drawn: not hinted and at fractions of a pixel, so that a line is as wide at every size.
class PangoSetter {
 public:
  PangoSetter();
  PangoContext* context() const { return context_.get(); }

 private:
  std::unique_ptr<PangoFontMap, GiveBack> fonts_;
  std::unique_ptr<PangoContext, GiveBack> context_;
};

class PangoText {
 public:
  // `em`: in units of whatever it is drawn on.
  PangoText(const PangoSetter& setter, Face face, std::string_view utf8, double em);
  double width() const;
  PangoRectangle ink() const;  // whole units, from the start of the baseline
  // From the current point on, which is the start of the baseline.
  void show(cairo_t* cairo) const;
  // The same, and tells each letter with its glyphs, from left to right as it is seen: what a PDF keeps for those who search and copy.
  // Their readers turn round what runs from right to left, letter by letter, also the letters of one ligature.
  void show_telling(cairo_t* cairo) const;
  void trace(cairo_t* cairo) const;  // adds the outlines to the path

 private:
  std::unique_ptr<PangoLayout, GiveBack> layout_;
  PangoLayoutLine* line_;  // the layout's
};

}  // namespace standpoint
