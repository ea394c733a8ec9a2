// Font files as cairo embeds them, opened when the first letter asks for them. Called by PdfPainter.
#pragma once

#include <cairo.h>

#include <memory>
#include <vector>

#include "app/paint/text/fonts.h"

namespace standpoint {

class PdfFonts {
 public:
  explicit PdfFonts(const Fonts& fonts);
  ~PdfFonts();
  PdfFonts(const PdfFonts&) = delete;
  PdfFonts& operator=(const PdfFonts&) = delete;

  struct Glyph {
    cairo_font_face_t* font = nullptr;  // lives as long as this; null: there is nothing to draw the letter with
    unsigned long index = 0;            // within that file
  };
  // From the file that draws the letter on the screen too.
  Glyph glyph(Face face, std::uint32_t code, Region region);

 private:
  struct Library;
  struct File;
  File* open(const FontFile& file);

  const Fonts& fonts_;
  std::shared_ptr<Library> library_;
  std::vector<std::unique_ptr<File>> files_;
};

}  // namespace standpoint
