// The installed fonts and how text is laid out with them; the list of icons against the icon font's own style sheet.
#include "app/paint/text/fonts.h"

#include <doctest/doctest.h>

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "app/design/measures.h"
#include "app/paint/gui_context.h"
#include "app/paint/painter.h"
#include "app/paint/screen_painter.h"
#include "app/paint/text/text_line.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace standpoint::fonts_test {
namespace {

// One open ImGui frame with a draw list to paint into. No renderer: textures count as uploaded.
class OpenFrame {
 public:
  OpenFrame() : gui_(std::move(*GuiContext::make())) {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {1920, 1080};
    io.DeltaTime = 1.0F / 60.0F;
    ImGui::NewFrame();
  }
  ~OpenFrame() {
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
  }
  const Fonts& fonts() const { return gui_->fonts(); }
  ImDrawList& list() const { return *ImGui::GetBackgroundDrawList(); }

 private:
  std::unique_ptr<GuiContext> gui_;
};

Box extent(const ImDrawList& list, int from) {
  Box box{{1e9F, 1e9F}, {-1e9F, -1e9F}};
  for (int i = from; i < list.VtxBuffer.Size; ++i) {
    const ImVec2 p = list.VtxBuffer[i].pos;
    box.min = {std::min(box.min.x, p.x), std::min(box.min.y, p.y)};
    box.max = {std::max(box.max.x, p.x), std::max(box.max.y, p.y)};
  }
  return box;
}

std::string read_text(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("the icons we name are the icons of the font") {
  const std::string listed = read_text("fonts/icons.txt");
  REQUIRE_FALSE(listed.empty());
  for (const char* cut : {"regular", "bold", "fill"}) {
    const std::string css = read_text((installed_fonts().icons / (std::string(cut) + ".css")).string());
    REQUIRE_FALSE(css.empty());
    for (const NamedIcon& named : all_icons) {
      const std::string code = fmt::format("{:x}", static_cast<std::uint32_t>(named.icon));
      INFO(named.name);
      CHECK(listed.find(fmt::format("\n{} {}\n", named.name, code)) != std::string::npos);
      const std::size_t rule = css.find(fmt::format(".ph-{}:before", named.name));
      REQUIRE(rule != std::string::npos);
      CHECK(css.substr(rule, css.find('}', rule) - rule).find("\\" + code) != std::string::npos);
    }
  }
  CHECK(std::count(listed.begin(), listed.end(), '\n') == static_cast<std::ptrdiff_t>(all_icons.size()) + 2);
}

TEST_CASE("a missing font is one sentence that says what to do") {
  ImFontAtlas atlas;
  FontPlaces places = installed_fonts();
  places.inter = "/nowhere";
  const auto fonts = Fonts::load(atlas, places);
  REQUIRE_FALSE(fonts.has_value());
  CHECK(fonts.error().sentence.find("Inter-Regular.otf") != std::string::npos);
  CHECK(fonts.error().sentence.find("app/setup") != std::string::npos);
}

TEST_CASE("names in Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Thai, Han, Kana and Hangul have letters of their own") {
  const OpenFrame frame;
  ImFontBaked* baked = frame.fonts().face(Face::medium)->GetFontBaked(24);
  for (const ImWchar code : {0x41U, 0x1EC5U, 0x3B1U, 0x416U, 0x633U, 0x5D0U, 0x928U, 0xE04U, 0x1F94U, 0x4E2DU, 0x3042U, 0xD55CU})
    CHECK(baked->FindGlyphNoFallback(code) != nullptr);
}

TEST_CASE("without the CJK package everything else works, and its letters are squares") {
  ImGui::CreateContext();
  {
    FontPlaces places = installed_fonts();
    places.noto_cjk = "/nowhere";
    const auto fonts = Fonts::load(*ImGui::GetIO().Fonts, places);
    REQUIRE(fonts.has_value());
    CHECK((*fonts)->shown_as(Face::medium, 0x4E2D) == missing_letter);
    CHECK((*fonts)->shown_as(Face::medium, 0x416) == 0x416);
    ImGui::DestroyContext();
  }
}

TEST_CASE("R143 letters that come later are missed, and drawn in their face when they are there") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / fmt::format("standpoint-letters-{}", getpid());
  std::filesystem::create_directories(folder);
  FontPlaces places = installed_fonts();
  for (const char* face : {"Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold", "InterDisplay-SemiBold", "InterDisplay-Medium"})
    std::filesystem::copy_file(places.noto / "NotoSansThai-Regular.ttf", folder / (std::string(face) + ".otf"));
  ImGui::CreateContext();
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  {
    FontPlaces first = places;
    first.inter = folder;
    const auto fonts = Fonts::load(*ImGui::GetIO().Fonts, first);
    REQUIRE(fonts.has_value());
    CHECK((*fonts)->shown_as(Face::medium, 'a') == 'a');
    CHECK((*fonts)->shown_as(Face::medium, 0x1F600) == missing_letter);  // comes at no time
    CHECK_FALSE((*fonts)->misses_letters());
    CHECK((*fonts)->shown_as(Face::medium, 0x142) == missing_letter);
    CHECK((*fonts)->misses_letters());
    ImFont* before = (*fonts)->face(Face::medium);
    (*fonts)->open_letters_again(places);
    CHECK_FALSE((*fonts)->misses_letters());
    CHECK((*fonts)->shown_as(Face::medium, 0x142) == 0x142);
    CHECK((*fonts)->shape(Face::medium, 0x142).advance > 0.1F);
    CHECK((*fonts)->face(Face::medium) != before);
    CHECK((*fonts)->face(Face::medium)->GetFontBaked(24)->FindGlyphNoFallback(0x142) != nullptr);
    ImGui::DestroyContext();
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE("a letter that no font has is never nothing; joiners and variants are nothing") {
  const OpenFrame frame;
  const TextLine line = lay_out_line(frame.fonts(), Face::medium, "a\xEF\xB8\x8E");  // a, a variant selector
  REQUIRE(line.letters.size() == 1);
  CHECK(frame.fonts().shown_as(Face::medium, 0x1F600) == missing_letter);  // a face
  for (const Face face : {Face::regular, Face::medium, Face::semibold, Face::bold, Face::display, Face::display_medium})
    CHECK(frame.fonts().shape(face, missing_letter).advance > 0.5F);
}

TEST_CASE("Han beside Kana is Japanese, beside Hangul Korean, alone Chinese") {
  const OpenFrame frame;
  CHECK(lay_out_line(frame.fonts(), Face::medium, "直子").region == Region::china);
  CHECK(lay_out_line(frame.fonts(), Face::medium, "直子さん").region == Region::japan);
  CHECK(lay_out_line(frame.fonts(), Face::medium, "金 김").region == Region::korea);
  ImFont* japan = frame.fonts().face(Face::medium, Region::japan);
  CHECK(japan != frame.fonts().face(Face::medium));
  CHECK(japan == frame.fonts().face(Face::medium, Region::japan));
  CHECK(japan->GetFontBaked(24)->FindGlyphNoFallback(0x76F4) != nullptr);
  CHECK(japan->GetFontBaked(24)->Ascent == frame.fonts().face(Face::medium)->GetFontBaked(24)->Ascent);  // lines do not shift
}

TEST_CASE("a mark stands over the middle of its letter, and a second one clear of the first") {
  const OpenFrame frame;
  const auto ink = [&](const TextLine::Letter& letter) {
    const Box box = frame.fonts().shape(Face::medium, letter.code).ink;
    return Box{box.min + letter.at, box.max + letter.at};
  };
  // Yoruba: e with a dot below is one code point, its grave accent is not.
  const TextLine yoruba = lay_out_line(frame.fonts(), Face::medium, "\xE1\xBA\xB9\xCC\x80");
  REQUIRE(yoruba.letters.size() == 2);
  CHECK(yoruba.width == doctest::Approx(frame.fonts().shape(Face::medium, 0x1EB9).advance));
  CHECK(ink(yoruba.letters[1]).center().x == doctest::Approx(ink(yoruba.letters[0]).center().x));
  CHECK(ink(yoruba.letters[1]).max.y < ink(yoruba.letters[0]).min.y);
  // A capital pushes it up, and a second mark stands on the first.
  const TextLine capital = lay_out_line(frame.fonts(), Face::medium, "Q\xCC\x82\xCC\x80");
  REQUIRE(capital.letters.size() == 3);
  CHECK(ink(capital.letters[1]).max.y < ink(capital.letters[0]).min.y);
  CHECK(ink(capital.letters[2]).max.y < ink(capital.letters[1]).min.y);
}

TEST_CASE("a line is as wide as its size says on every window") {
  const OpenFrame frame;
  const TextStyle style{Face::medium, 24, 32};
  const ScreenPainter whole(frame.list(), frame.fonts(), {});
  const ScreenPainter odd(frame.list(), frame.fonts(), {{}, 0.713F}, 1.5F);
  CHECK(odd.text_width("Desmond Achebe", style) == doctest::Approx(whole.text_width("Desmond Achebe", style)));
  CHECK(whole.text_width("Desmond Achebe", style.scaled(2)) == doctest::Approx(2 * whole.text_width("Desmond Achebe", style)));
}

TEST_CASE("the design's sizes are drawn exactly at 100, 125, 150, 200 and 300 %") {
  const OpenFrame frame;
  for (const float density : {1.0F, 1.25F, 1.5F, 2.0F, 3.0F}) {
    ScreenPainter painter(frame.list(), frame.fonts(), {}, density);
    for (const float size : type_sizes) {
      const float wanted = size * density;
      if (wanted > 128) continue;
      painter.text({100, 100}, "H", {{Face::medium, size, size}, rgb(0x000000)});
      const ImFontBaked& baked = *frame.fonts().face(Face::medium)->LastBaked;
      INFO(size, " at ", density);
      CHECK(baked.Size * baked.RasterizerDensity == doctest::Approx(wanted));
    }
  }
}

TEST_CASE("ten seconds of zooming bake a few sizes and fit into one texture of 4096") {
  const OpenFrame frame;
  ScreenPainter painter(frame.list(), frame.fonts(), {}, 2.0F);
  for (int step = 0; step < 600; ++step) {
    const float zoom = std::pow(3.0F, static_cast<float>(step) / 600.0F);
    frame.list()._ResetForNewFrame();
    for (int i = 0; i < 300; i += step % 60 == 0 ? 1 : 100) {
      const std::string name{static_cast<char>('A' + i % 26), static_cast<char>('a' + i / 12), static_cast<char>('a' + i % 25)};
      painter.text({0, 0}, name, {stage_type::label.scaled(zoom), rgb(0x000000)});
    }
  }
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  CHECK(atlas.Builder->BakedPool.Size <= 32);
  CHECK(atlas.TexData->Width <= 4096);
  CHECK(atlas.TexData->Height <= 4096);
}

TEST_CASE("timers do not jitter: tabular digits are equally wide") {
  const OpenFrame frame;
  const ScreenPainter painter(frame.list(), frame.fonts(), {});
  const float ones = painter.text_width("11:11", stage_type::timer, true);
  for (const char* time : {"00:00", "04:32", "59:58", "88:88"})
    CHECK(painter.text_width(time, stage_type::timer, true) == doctest::Approx(ones));
  CHECK(painter.text_width("11:11", stage_type::timer, false) < ones);
}

TEST_CASE("neighbouring letters are kerned") {
  const OpenFrame frame;
  const ScreenPainter painter(frame.list(), frame.fonts(), {});
  CHECK(frame.fonts().kerning(Face::display, 'T', 'o') < -0.02F);
  CHECK(frame.fonts().kerning(Face::icon_bold, 'T', 'o') == 0.0F);
  const float apart = painter.text_width("T", stage_type::title) + painter.text_width("o", stage_type::title);
  CHECK(painter.text_width("To", stage_type::title) < apart - 1.0F);
}

TEST_CASE("sizes mean the em: capitals are 0.727 of it high, and middle means the middle of the capitals") {
  const OpenFrame frame;
  ScreenPainter painter(frame.list(), frame.fonts(), {});
  const int before = frame.list().VtxBuffer.Size;
  painter.text({100, 200}, "H", {{Face::semibold, 100, 120}, rgb(0x000000), Align::left, Anchor::middle});
  const Box ink = extent(frame.list(), before);
  CHECK(ink.height() == doctest::Approx(72.7F).epsilon(0.03));
  CHECK(ink.center().y == doctest::Approx(200.0F).epsilon(0.01));
}

TEST_CASE("text is aligned to its left, middle or right, and read upward beside an axis") {
  const OpenFrame frame;
  ScreenPainter painter(frame.list(), frame.fonts(), {});
  const TextStyle style{Face::semibold, 40, 48};
  const float width = painter.text_width("Interest", style);
  const auto drawn = [&](Align align, Turn turn) {
    const int before = frame.list().VtxBuffer.Size;
    painter.text({500, 500}, "Interest", {style, rgb(0x000000), align, Anchor::middle, {}, false, turn});
    return extent(frame.list(), before);
  };
  CHECK(drawn(Align::left, Turn::none).min.x == doctest::Approx(500.0F).epsilon(0.02));
  CHECK(drawn(Align::right, Turn::none).max.x == doctest::Approx(500.0F).epsilon(0.02));
  CHECK(drawn(Align::center, Turn::none).center().x == doctest::Approx(500.0F).epsilon(0.02));
  const Box upward = drawn(Align::left, Turn::upward);
  CHECK(upward.height() == doctest::Approx(width).epsilon(0.1));
  CHECK(upward.max.y == doctest::Approx(500.0F).epsilon(0.02));
}

TEST_CASE("the placement scales shapes and text alike") {
  const OpenFrame frame;
  const Placement half{{0, 270}, 0.5F};
  CHECK(half.to_screen(Vec{0, 0}) == Vec{0, 270});
  CHECK(half.to_logical(half.to_screen(Vec{123, 45})) == Vec{123, 45});
  ScreenPainter painter(frame.list(), frame.fonts(), half);
  const int before = frame.list().VtxBuffer.Size;
  painter.fill_circle({1000, 500}, 100, rgb(0x473BC9));
  const Box drawn = extent(frame.list(), before);
  CHECK(drawn.center().x == doctest::Approx(500.0F).epsilon(0.01));
  CHECK(drawn.width() == doctest::Approx(101.0F).epsilon(0.02));  // the soft edge reaches half a pixel beyond
  const ScreenPainter whole(frame.list(), frame.fonts(), {});
  CHECK(painter.text_width("Desmond Achebe", stage_type::title) == doctest::Approx(whole.text_width("Desmond Achebe", stage_type::title)).epsilon(0.02));
}

TEST_CASE("an icon is centred on its point") {
  const OpenFrame frame;
  ScreenPainter painter(frame.list(), frame.fonts(), {});
  const int before = frame.list().VtxBuffer.Size;
  painter.icon({300, 300}, Icon::x_circle, Face::icon_bold, 48, rgb(0x000000));
  const Box ink = extent(frame.list(), before);
  CHECK(ink.center().x == doctest::Approx(300.0F).epsilon(0.005));
  CHECK(ink.center().y == doctest::Approx(300.0F).epsilon(0.005));
}

TEST_CASE("empty texture is white and transparent, so that letters get no dark fringe") {
  const OpenFrame frame;
  ScreenPainter painter(frame.list(), frame.fonts(), {});
  painter.text({10, 10}, "Standpoint", {stage_type::title, rgb(0x000000)});
  whiten_new_textures();
  std::size_t black = 0;
  for (const ImTextureData* texture : ImGui::GetPlatformIO().Textures)
    for (int i = 0; i < texture->Width * texture->Height; ++i)
      black += reinterpret_cast<const std::uint32_t*>(texture->Pixels)[i] == 0 ? 1 : 0;
  CHECK(black == 0);
}

}  // namespace standpoint::fonts_test
