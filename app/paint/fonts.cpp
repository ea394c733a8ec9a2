// Loads the font files into an ImGui atlas and reads kerning from them. Called once per ImGui context.
#include "app/paint/fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

#include "imgui.h"

#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include "imstb_truetype.h"

namespace standpoint {

namespace {

constexpr std::array<std::string_view, face_count> face_files{
    "Inter-Regular.otf",        "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "InterDisplay-SemiBold.otf",
    "InterDisplay-Medium.otf", "regular.ttf",       "bold.ttf",            "fill.ttf"};

// Scripts that Inter has not, in the order in which they are asked for a glyph.
constexpr std::array<std::string_view, 17> fallback_scripts{
    "NotoSansArabic",  "NotoSansHebrew",  "NotoSansDevanagari", "NotoSansThai",     "NotoSansArmenian", "NotoSansGeorgian",
    "NotoSansEthiopic", "NotoSansBengali", "NotoSansTamil",      "NotoSansTelugu",   "NotoSansGujarati", "NotoSansGurmukhi",
    "NotoSansKhmer",   "NotoSansLao",     "NotoSansSinhala",    "NotoSansSymbols", "NotoSansSymbols2"};

constexpr bool is_icon(Face face) { return face >= Face::icon_regular; }
constexpr bool is_heavy(Face face) { return face == Face::semibold || face == Face::bold || face == Face::display; }

std::unique_ptr<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return nullptr;
  return std::make_unique<std::string>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

// Adds bytes that we keep. The atlas copies what it does not own, so it owns them while they are added and gives them back after.
ImFont* add_bytes(ImFontAtlas& atlas, const std::string& bytes, bool merge) {
  ImFontConfig config;
  config.FontData = const_cast<char*>(bytes.data());  // read only, the interface of the atlas has no const
  config.FontDataSize = static_cast<int>(bytes.size());
  config.FontDataOwnedByAtlas = true;
  config.MergeMode = merge;
  config.SizePixels = -1.0F;  // negative: sizes mean the em, as in the design, not ascent plus descent
  // ImGui scales these limits by that negative size too, which turns them round: the least must be the largest number.
  config.GlyphMinAdvanceX = 1e6F;
  config.GlyphMaxAdvanceX = -1e6F;
  ImFont* font = atlas.AddFont(&config);
  atlas.Sources.back().FontDataOwnedByAtlas = false;
  return font;
}

}  // namespace

struct Fonts::Outlines {
  std::array<stbtt_fontinfo, face_count> info{};
};

FontPlaces installed_fonts() {
  return {"/usr/share/fonts/opentype/inter", "/usr/share/fonts/truetype/noto", STANDPOINT_ICONS_DIR};
}

Fonts::Fonts() : outlines_(std::make_unique<Outlines>()) {}
Fonts::~Fonts() = default;

Result<std::unique_ptr<Fonts>> Fonts::load(ImFontAtlas& atlas, const FontPlaces& places) {
  std::unique_ptr<Fonts> fonts(new Fonts);
  std::array<std::vector<const std::string*>, 2> fallback;  // regular, bold
  for (const std::string_view script : fallback_scripts) {
    for (const bool heavy : {false, true}) {
      auto bytes = read_file(places.noto / fmt::format("{}-{}.ttf", script, heavy ? "Bold" : "Regular"));
      if (!bytes) continue;
      fallback[heavy].push_back(bytes.get());
      fonts->files_.push_back(std::move(bytes));
    }
  }
  for (std::size_t i = 0; i < face_files.size(); ++i) {
    const Face face = static_cast<Face>(i);
    const auto added = fonts->add_face(atlas, face, (is_icon(face) ? places.icons : places.inter) / face_files[i]);
    if (!added) return failed(added.error());
    if (is_icon(face)) continue;
    for (const std::string* bytes : fallback[is_heavy(face)]) fonts->add_fallback(atlas, *bytes);
  }
  return fonts;
}

Result<void> Fonts::add_face(ImFontAtlas& atlas, Face face, const std::filesystem::path& file) {
  const auto index = static_cast<std::size_t>(face);
  auto bytes = read_file(file);
  if (!bytes || !stbtt_InitFont(&outlines_->info[index], reinterpret_cast<const unsigned char*>(bytes->data()), 0))
    return failed(fmt::format("The font {} is missing or broken. Nothing was opened. Run app/setup and start again.", file.string()));
  faces_[index] = add_bytes(atlas, *bytes, false);
  files_.push_back(std::move(bytes));
  return {};
}

void Fonts::add_fallback(ImFontAtlas& atlas, const std::string& bytes) { add_bytes(atlas, bytes, true); }

float Fonts::kerning(Face face, std::uint32_t left, std::uint32_t right) const {
  if (is_icon(face) || left > 0x1FFFF || right > 0x1FFFF) return 0.0F;
  const std::uint64_t key = static_cast<std::uint64_t>(face) << 48 | static_cast<std::uint64_t>(left) << 24 | right;
  const auto known = kerning_.find(key);
  if (known != kerning_.end()) return known->second;
  const stbtt_fontinfo& info = outlines_->info[static_cast<std::size_t>(face)];
  const int units = stbtt_GetCodepointKernAdvance(&info, static_cast<int>(left), static_cast<int>(right));
  const float ems = static_cast<float>(units) * stbtt_ScaleForMappingEmToPixels(&info, 1.0F);
  kerning_.emplace(key, ems);
  return ems;
}

void whiten_new_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status != ImTextureStatus_WantCreate || texture->Format != ImTextureFormat_RGBA32) continue;
    auto* pixel = reinterpret_cast<std::uint32_t*>(texture->GetPixels());
    const std::ptrdiff_t count = static_cast<std::ptrdiff_t>(texture->Width) * texture->Height;
    std::replace(pixel, pixel + count, IM_COL32(0, 0, 0, 0), IM_COL32(255, 255, 255, 0));
  }
}

}  // namespace standpoint
