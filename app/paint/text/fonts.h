// The faces of the design in an ImGui atlas: Inter with its display cut, the Phosphor icons, and Noto behind them for other scripts.
// Windows, off-screen pictures and tests load one set per ImGui context; ScreenPainter measures and draws with it, and files
// measure with it. It must not decide where or when text is drawn.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/design/text_style.h"
#include "app/paint/text/font_file.h"
#include "app/paint/text/shaped_lines.h"
#include "core/workshop/result.h"

struct ImFont;
struct ImFontAtlas;

namespace standpoint {

// Where the font files are: Inter and Noto as Debian installs them, the icons as app/setup fetched them.
struct FontPlaces {
  std::filesystem::path inter;
  std::filesystem::path noto;
  std::filesystem::path icons;
  std::filesystem::path noto_cjk;
};
FontPlaces installed_fonts();

// Whose Han characters: the same code points are written differently in China, Japan and Korea.
enum class Region : std::uint8_t { china, japan, korea };
inline constexpr int region_count = 3;

class Fonts {
 public:
  // Adds every face to the atlas. Inter and the icons must be there; a missing Noto file only leaves its script out.
  // The result must outlive the atlas, which reads the files' bytes from it.
  static Result<std::unique_ptr<Fonts>> load(ImFontAtlas& atlas, const FontPlaces& places);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  ImFont* face(Face face) const { return faces_[0][static_cast<std::size_t>(face)]; }
  // With Han characters as that region writes them; the first call for another region than China adds a face to the atlas.
  ImFont* face(Face face, Region region) const;

  // How much closer (negative) or further two neighbours stand than their widths say, in ems; 0 for the icons and for fallback scripts.
  float kerning(Face face, std::uint32_t left, std::uint32_t right) const;

  // Of the first file behind the face that has the letter; the regions' letters are equally wide. Letters that none has are
  // drawn as `missing_letter`, so ask for `shown_as` first.
  const GlyphShape& shape(Face face, std::uint32_t code) const;
  std::uint32_t shown_as(Face face, std::uint32_t code) const;
  // How wide lines were, in ems, for text_line.cpp: every frame measures what the frame before did.
  std::unordered_map<std::uint64_t, float>& widths_so_far() const { return widths_; }
  // Lines that are drawn as a whole.
  ShapedLines& shaped() const { return *shaped_; }
  // A letter of a script that tablets load later was asked for and no file has it.
  bool misses_letters() const { return misses_letters_; }
  // Opens the faces of letters once more where they have more now: on tablets, after the second package came. Between frames.
  void open_letters_again(const FontPlaces& places);
  // The file that draws the letter, for files that embed fonts; nullptr: none has it.
  const FontFile* file_of(Face face, std::uint32_t code, Region region = Region::china) const;

 private:
  Fonts() = default;
  using Chain = std::vector<const FontFile*>;  // in the order in which they are asked for a glyph
  const FontFile* keep(std::unique_ptr<FontFile> file);
  void open_fallbacks(const FontPlaces& places);
  void add_face(Face face, Region region) const;

  ImFontAtlas* atlas_ = nullptr;
  std::vector<std::unique_ptr<FontFile>> files_;
  std::array<const FontFile*, face_count> own_{};
  std::array<Chain, 2> fallback_;                                       // regular, bold
  std::array<std::array<const FontFile*, region_count>, 2> han_{};      // regular, bold
  // Found once and kept, because the tables of a file are slow to search.
  mutable std::array<std::array<ImFont*, face_count>, region_count> faces_{};
  mutable std::unordered_map<std::uint64_t, float> kerning_, widths_;
  mutable std::unordered_map<std::uint64_t, GlyphShape> shapes_;
  mutable std::unordered_map<std::uint64_t, std::uint32_t> shown_;
  mutable bool misses_letters_ = false;
  std::unique_ptr<ShapedLines> shaped_;
};

// A white square, which every face of Inter has: what shown_as answers for a letter that no font has. Lines with one are shaped whole.
inline constexpr std::uint32_t missing_letter = 0x25A1;

// Makes the empty parts of new ImGui textures white instead of black (both fully transparent), or letters that stand on a fraction
// of a pixel get a dark fringe. Call it after ImGui::Render and before the draw data goes to OpenGL.
void whiten_new_textures();

}  // namespace standpoint
