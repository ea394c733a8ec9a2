// Opens the font files, adds them to an ImGui atlas and answers what is measured. Called once per ImGui context.
#include "app/paint/text/fonts.h"

#include <algorithm>
#include <string_view>

#include "imgui.h"

namespace standpoint {

namespace {

constexpr std::array<std::string_view, face_count> face_files{
    "Inter-Regular.otf",        "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "InterDisplay-SemiBold.otf",
    "InterDisplay-Medium.otf", "regular.ttf",       "bold.ttf",            "fill.ttf"};

// Scripts that Inter has not, in the order in which they are asked for a glyph. Han, Kana and Hangul come after them.
constexpr std::array<std::string_view, 17> fallback_scripts{
    "NotoSansArabic",  "NotoSansHebrew",  "NotoSansDevanagari", "NotoSansThai",     "NotoSansArmenian", "NotoSansGeorgian",
    "NotoSansEthiopic", "NotoSansBengali", "NotoSansTamil",      "NotoSansTelugu",   "NotoSansGujarati", "NotoSansGurmukhi",
    "NotoSansKhmer",   "NotoSansLao",     "NotoSansSinhala",    "NotoSansSymbols", "NotoSansSymbols2"};

// The faces of China (simplified), Japan and Korea in the collection, by Region.
constexpr std::array<int, region_count> han_index{2, 0, 1};

// No glyph texture is larger than what every graphics driver and every tablet takes.
constexpr int texture_most = 4096;

constexpr bool is_icon(Face face) { return face >= Face::icon_regular; }
constexpr bool is_heavy(Face face) { return face == Face::semibold || face == Face::bold || face == Face::display; }
constexpr std::size_t index_of(Face face) { return static_cast<std::size_t>(face); }
constexpr std::uint64_t key_of(Face face, std::uint32_t code) { return static_cast<std::uint64_t>(face) << 32 | code; }

// Latin, Greek and Cyrillic with their signs: app/web/make_site lists what tablets have first and what they load when it is missing.
constexpr bool comes_later(std::uint32_t code) { return code < 0x530 || (code >= 0x1E00 && code < 0x2400); }

// Adds a file that we keep. The atlas copies what it does not own, so it owns it while it is added and gives it back after.
ImFont* add_file(ImFontAtlas& atlas, const FontFile& file, bool merge) {
  ImFontConfig config;
  config.FontData = const_cast<unsigned char*>(file.bytes().data());  // read only, the interface of the atlas has no const
  config.FontDataSize = static_cast<int>(file.bytes().size());
  config.FontNo = static_cast<ImU32>(file.index());
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

FontPlaces installed_fonts() {
  return {"/usr/share/fonts/opentype/inter", "/usr/share/fonts/truetype/noto", STANDPOINT_ICONS_DIR, "/usr/share/fonts/opentype/noto"};
}

Fonts::~Fonts() = default;

const FontFile* Fonts::keep(std::unique_ptr<FontFile> file) {
  if (file) files_.push_back(std::move(file));
  else return nullptr;
  return files_.back().get();
}

void Fonts::open_fallbacks(const FontPlaces& places) {
  for (const bool heavy : {false, true}) {
    const std::string weight = heavy ? "-Bold" : "-Regular";
    for (const std::string_view script : fallback_scripts)
      if (const FontFile* file = keep(FontFile::open(places.noto / (std::string(script) + weight + ".ttf"))))
        fallback_[heavy].push_back(file);
    for (std::size_t region = 0; region < region_count; ++region)
      han_[heavy][region] = keep(FontFile::open(places.noto_cjk / ("NotoSansCJK" + weight + ".ttc"), han_index[region]));
  }
}

Result<std::unique_ptr<Fonts>> Fonts::load(ImFontAtlas& atlas, const FontPlaces& places) {
  std::unique_ptr<Fonts> fonts(new Fonts);
  fonts->atlas_ = &atlas;
  fonts->shaped_ = std::make_unique<ShapedLines>(atlas);
  atlas.TexMaxWidth = atlas.TexMaxHeight = texture_most;
  fonts->open_fallbacks(places);
  for (std::size_t i = 0; i < face_files.size(); ++i) {
    const Face face = static_cast<Face>(i);
    const std::filesystem::path path = (is_icon(face) ? places.icons : places.inter) / face_files[i];
    fonts->own_[i] = fonts->keep(FontFile::open(path));
    if (fonts->own_[i] == nullptr)
      return failed("The font " + path.string() + " is missing or broken. Nothing was opened. Run app/setup and start again.");
    fonts->add_face(face, Region::china);
  }
  return fonts;
}

void Fonts::open_letters_again(const FontPlaces& places) {
  for (std::size_t i = 0; i < face_files.size(); ++i) {
    const Face face = static_cast<Face>(i);
    const FontFile* file = is_icon(face) ? nullptr : keep(FontFile::open(places.inter / face_files[i]));
    if (file != nullptr) own_[i] = file;
  }
  kerning_.clear();
  widths_.clear();
  shapes_.clear();
  shown_.clear();
  misses_letters_ = false;
  // The atlas keeps the faces that were: what they drew is still on the screen.
  for (std::size_t region = 0; region < region_count; ++region)
    for (std::size_t i = 0; i < face_files.size(); ++i)
      if (faces_[region][i] != nullptr && !is_icon(static_cast<Face>(i))) add_face(static_cast<Face>(i), static_cast<Region>(region));
}

void Fonts::add_face(Face face, Region region) const {
  ImFont*& font = faces_[static_cast<std::size_t>(region)][index_of(face)];
  font = add_file(*atlas_, *own_[index_of(face)], false);
  if (is_icon(face)) return;
  // On tablets the other faces have the usual letters only.
  if (face != Face::regular) add_file(*atlas_, *own_[index_of(Face::regular)], true);
  for (const FontFile* file : fallback_[is_heavy(face)]) add_file(*atlas_, *file, true);
  if (const FontFile* han = han_[is_heavy(face)][static_cast<std::size_t>(region)]) add_file(*atlas_, *han, true);
}

ImFont* Fonts::face(Face face, Region region) const {
  if (is_icon(face)) region = Region::china;
  if (faces_[static_cast<std::size_t>(region)][index_of(face)] == nullptr) add_face(face, region);
  return faces_[static_cast<std::size_t>(region)][index_of(face)];
}

const FontFile* Fonts::file_of(Face face, std::uint32_t code, Region region) const {
  if (own_[index_of(face)]->has(code)) return own_[index_of(face)];
  if (is_icon(face)) return nullptr;
  if (own_[index_of(Face::regular)]->has(code)) return own_[index_of(Face::regular)];
  for (const FontFile* file : fallback_[is_heavy(face)])
    if (file->has(code)) return file;
  const FontFile* han = han_[is_heavy(face)][static_cast<std::size_t>(region)];
  return han != nullptr && han->has(code) ? han : nullptr;
}

const GlyphShape& Fonts::shape(Face face, std::uint32_t code) const {
  const auto known = shapes_.find(key_of(face, code));
  if (known != shapes_.end()) return known->second;
  const FontFile* file = file_of(face, code);
  return shapes_.emplace(key_of(face, code), file != nullptr ? file->shape(code) : GlyphShape{}).first->second;
}

std::uint32_t Fonts::shown_as(Face face, std::uint32_t code) const {
  if (code < 0x7F || is_icon(face)) return code;
  const auto known = shown_.find(key_of(face, code));
  if (known != shown_.end()) return known->second;
  const bool known_to_a_file = file_of(face, code) != nullptr;
  if (!known_to_a_file && comes_later(code)) misses_letters_ = true;
  return shown_.emplace(key_of(face, code), known_to_a_file ? code : missing_letter).first->second;
}

float Fonts::kerning(Face face, std::uint32_t left, std::uint32_t right) const {
  if (is_icon(face) || left > 0x1FFFF || right > 0x1FFFF) return 0.0F;
  const std::uint64_t key = static_cast<std::uint64_t>(face) << 48 | static_cast<std::uint64_t>(left) << 24 | right;
  const auto known = kerning_.find(key);
  if (known != kerning_.end()) return known->second;
  return kerning_.emplace(key, own_[index_of(face)]->kerning(left, right)).first->second;
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
