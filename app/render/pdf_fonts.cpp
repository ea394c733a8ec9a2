// FreeType faces behind cairo fonts. See pdf_fonts.h.
#include "app/render/pdf_fonts.h"

#include <cairo-ft.h>

namespace standpoint {

struct PdfFonts::Library {
  FT_Library library = nullptr;
  Library() { FT_Init_FreeType(&library); }
  ~Library() { FT_Done_FreeType(library); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

namespace {

// cairo keeps fonts for a while after the last picture, so each holds its face and the library until cairo lets go.
struct Held {
  FT_Face face = nullptr;
  std::shared_ptr<void> library;
};
void let_go(void* data) {
  const std::unique_ptr<Held> held(static_cast<Held*>(data));
  FT_Done_Face(held->face);
}
const cairo_user_data_key_t held_key{};

}  // namespace

struct PdfFonts::File {
  const FontFile* place = nullptr;
  FT_Face face = nullptr;
  cairo_font_face_t* font = nullptr;
  ~File() {
    if (font != nullptr) cairo_font_face_destroy(font);
  }
};

PdfFonts::PdfFonts(const Fonts& fonts) : fonts_(fonts), library_(std::make_shared<Library>()) {}
PdfFonts::~PdfFonts() = default;

PdfFonts::File* PdfFonts::open(const FontFile& place) {
  for (const auto& file : files_)
    if (file->place == &place) return file.get();
  auto file = std::make_unique<File>();
  file->place = &place;
  if (FT_New_Face(library_->library, place.path().c_str(), place.index(), &file->face) == 0) {
    auto held = std::make_unique<Held>(Held{file->face, library_});
    file->font = cairo_ft_font_face_create_for_ft_face(file->face, FT_LOAD_NO_HINTING);
    if (cairo_font_face_set_user_data(file->font, &held_key, held.get(), let_go) == CAIRO_STATUS_SUCCESS) held.release();
  }
  return files_.emplace_back(std::move(file)).get();
}

PdfFonts::Glyph PdfFonts::glyph(Face face, std::uint32_t code, Region region) {
  const FontFile* place = fonts_.file_of(face, code, region);
  const File* file = place != nullptr ? open(*place) : nullptr;
  if (file == nullptr || file->font == nullptr) return {};
  return {file->font, FT_Get_Char_Index(file->face, code)};
}

}  // namespace standpoint
