// The faces of the design in an ImGui atlas: Inter with its display cut, the Phosphor icons, and Noto behind them for other scripts.
// Windows, off-screen pictures and tests load one set per ImGui context; ScreenPainter measures and draws with it.
// It must not decide where or when text is drawn.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/paint/text_style.h"
#include "core/result.h"

struct ImFont;
struct ImFontAtlas;

namespace standpoint {

// Where the font files are: Inter and Noto as Debian installs them, the icons as app/setup fetched them.
struct FontPlaces {
  std::filesystem::path inter;
  std::filesystem::path noto;
  std::filesystem::path icons;
};
FontPlaces installed_fonts();

class Fonts {
 public:
  // Adds every face to the atlas. Inter and the icons must be there; a missing Noto file only leaves its script out.
  // The result must outlive the atlas, which reads the files' bytes from it.
  static Result<std::unique_ptr<Fonts>> load(ImFontAtlas& atlas, const FontPlaces& places);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  ImFont* face(Face face) const { return faces_[static_cast<std::size_t>(face)]; }

  // How much closer (negative) or further two neighbours stand than their widths say, in ems; 0 for the icons and for fallback scripts.
  float kerning(Face face, std::uint32_t left, std::uint32_t right) const;

 private:
  struct Outlines;  // the parsed files of the text faces
  Fonts();
  Result<void> add_face(ImFontAtlas& atlas, Face face, const std::filesystem::path& file);
  void add_fallback(ImFontAtlas& atlas, const std::string& bytes);

  std::vector<std::unique_ptr<std::string>> files_;
  std::array<ImFont*, face_count> faces_{};
  std::unique_ptr<Outlines> outlines_;
  mutable std::unordered_map<std::uint64_t, float> kerning_;  // looked up once per pair: the tables of the file are slow to search
};

// Makes the empty parts of new ImGui textures white instead of black (both fully transparent), or letters that stand on a fraction
// of a pixel get a dark fringe. Call it after ImGui::Render and before the draw data goes to OpenGL.
void whiten_new_textures();

}  // namespace standpoint
