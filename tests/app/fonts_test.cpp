// The installed fonts and how text is laid out with them; the list of icons against the icon font's own style sheet.
#include "app/paint/fonts.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "app/measures.h"
#include "app/paint/gui_context.h"
#include "app/paint/screen_painter.h"
#include "imgui.h"

namespace standpoint {
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

TEST_CASE("names in Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari and Thai have letters of their own") {
  const OpenFrame frame;
  ImFontBaked* baked = frame.fonts().face(Face::medium)->GetFontBaked(24);
  for (const ImWchar code : {0x41U, 0x1EC5U, 0x3B1U, 0x416U, 0x633U, 0x5D0U, 0x928U, 0xE04U})
    CHECK(baked->FindGlyphNoFallback(code) != nullptr);
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
  const Placement half = fitted({1920, 1080}, {{0, 0}, {960, 1080}});
  CHECK(half.scale == doctest::Approx(0.5F));
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

}  // namespace standpoint
