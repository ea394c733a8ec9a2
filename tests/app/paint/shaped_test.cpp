// Rules R470 to R474: names in every script. Lines that letters would spell wrong one by one are drawn whole by the text engine.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/paint/gui_context.h"
#include "app/paint/screen_painter.h"
#include "app/paint/svg_painter.h"
#include "app/paint/text/label.h"
#include "app/paint/text/line_break.h"
#include "app/paint/text/shaped_lines.h"
#include "app/paint/text/text_line.h"
#include "app/widgets/controls.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "tests/app/driving/scripts.h"

namespace standpoint::shaped_test {

using namespace standpoint::testing;

namespace {

const TextStyle style{Face::medium, 24, 32};

// An ImGui frame after the other with a draw list to paint into. No renderer: textures count as uploaded.
class Frames {
 public:
  Frames() : gui_(std::move(*GuiContext::make())) {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {1920, 1080};
    io.DeltaTime = 1.0F / 60.0F;
    ImGui::NewFrame();
  }
  ~Frames() {
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
  }
  void next() {
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
      texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
    ImGui::NewFrame();
  }
  const Fonts& fonts() const { return gui_->fonts(); }
  ImDrawList& list() const { return *ImGui::GetBackgroundDrawList(); }
  // How opaque the atlas is there on average, 0 to 255.
  double ink_of(Box texture) const {
    ImTextureData& atlas = *ImGui::GetIO().Fonts->TexData;
    const int x0 = static_cast<int>(texture.min.x * static_cast<float>(atlas.Width) + 0.5F), x1 = static_cast<int>(texture.max.x * static_cast<float>(atlas.Width) + 0.5F);
    const int y0 = static_cast<int>(texture.min.y * static_cast<float>(atlas.Height) + 0.5F), y1 = static_cast<int>(texture.max.y * static_cast<float>(atlas.Height) + 0.5F);
    double sum = 0;
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x) sum += static_cast<const unsigned char*>(atlas.GetPixelsAt(x, y))[3];
    return sum / std::max(1, (x1 - x0) * (y1 - y0));
  }

 private:
  std::unique_ptr<GuiContext> gui_;
};

}  // namespace

TEST_CASE("R470 a name in any script is drawn with letters of fonts, never with the square of one that is missing") {
  const Frames frames;
  ScreenPainter painter(frames.list(), frames.fonts(), {});
  for (const std::string& name : names_in_every_script()) {
    CAPTURE(name);
    const int before = frames.list().VtxBuffer.Size;
    draw_label(painter, {100, 100}, name, {style, {0, 0, 0, 255}});
    CHECK(frames.list().VtxBuffer.Size > before);
    CHECK(painter.text_width(name, style) > style.size);
    const std::string clean = clean_label(name);
    if (is_shaped_whole(frames.fonts(), style.face, clean)) {
      const std::vector<ShapedLines::Part> parts = frames.fonts().shaped().parts(style.face, clean, 48);
      REQUIRE_FALSE(parts.empty());
      for (const ShapedLines::Part& part : parts) CHECK(frames.ink_of(part.texture) > 4);
    } else {
      for (const TextLine::Letter& letter : lay_out_line(frames.fonts(), style.face, clean).letters) CHECK(letter.code != missing_letter);
    }
  }
}

TEST_CASE("R470 what joins, stacks or runs from right to left is as wide as it is written, not as its letters one by one") {
  const Frames frames;
  const ScreenPainter painter(frames.list(), frames.fonts(), {});
  const auto wide = [&](const char* text) { return painter.text_width(text, style); };
  CHECK(wide("سلام") < 0.9F * (wide("س") + wide("ل") + wide("ا") + wide("م")));   // letters join
  CHECK(wide("क्ष") < 0.9F * (wide("क") + wide("ष") + wide("क्")));                 // a conjunct
  CHECK(wide("\U0001F468\u200D\U0001F469\u200D\U0001F467") < 1.5F * wide("\U0001F468"));  // a family is one sign
  CHECK(wide("1\uFE0F\u20E3") < 1.5F * wide("\U0001F468"));
}

TEST_CASE("R470 Latin, Greek, Cyrillic, Han, Kana and Hangul stay letters one by one, also with marks that stack") {
  const Frames frames;
  for (const char* text : {"Ruth Kaplan", "Nguyễn Thị Ánh", "Ẹ̀bùn", "Παπαδοπούλου", "Щербакова", "直子さん", "김지우", "a ‘b’ — c…", "№ 5 → 6", "Zoë\u200DX"})
    CHECK_FALSE(is_shaped_whole(frames.fonts(), Face::medium, clean_label(text)));
  for (const char* text : {"שלומית", "Dr. محمد", "अनिल", "தமிழ்", "สมชาย", "ሰላም", "🙂", "❤\uFE0F"}) CHECK(is_shaped_whole(frames.fonts(), Face::medium, clean_label(text)));
}

TEST_CASE("R470 broken bytes among such letters cost no letter but their own") {
  const Frames frames;
  const ScreenPainter painter(frames.list(), frames.fonts(), {});
  CHECK(painter.text_width("שלום\xFFשלום", style) > 1.9F * painter.text_width("שלום", style));
}

TEST_CASE("R471 emoji have their own colours, and the letters beside them the text's") {
  Frames frames;
  const std::vector<ShapedLines::Part> parts = frames.fonts().shaped().parts(Face::medium, "Ana 🙂", 48);
  REQUIRE(parts.size() == 2);
  CHECK_FALSE(parts[0].colored);
  CHECK(parts[1].colored);
  for (const ShapedLines::Part& part : parts) CHECK(frames.ink_of(part.texture) > 4);
  CHECK(frames.fonts().shaped().parts(Face::medium, "שלומית", 48).size() == 1);
  ScreenPainter painter(frames.list(), frames.fonts(), {});
  const int before = frames.list().VtxBuffer.Size;
  painter.text({100, 100}, "Ana 🙂", {style, {200, 30, 20, 255}});
  REQUIRE(frames.list().VtxBuffer.Size == before + 8);
  CHECK(frames.list().VtxBuffer[before].col == IM_COL32(200, 30, 20, 255));
  CHECK(frames.list().VtxBuffer[before + 4].col == IM_COL32(255, 255, 255, 255));
}

TEST_CASE("R471 initials are letters: no pictograph is one, and two of Arabic do not join") {
  CHECK(initials_of("Zoë 👩🏽‍💻 Ito 🇧🇷") == "ZI");
  CHECK(initials_of("⭐ Viktor Novak") == "VN");
  CHECK(initials_of("🙂") == "🙂");
  CHECK(initials_of("🙂 ⭐") == "🙂");
  CHECK(initials_of("ليلى المنصوري") == "ل\u200Cا");
  CHECK(initials_of("Ana") == "A");
}

TEST_CASE("R472 a line is drawn once while it is seen, and its room is given back when it is not") {
  Frames frames;
  ShapedLines& lines = frames.fonts().shaped();
  lines.parts(Face::medium, "שלומית", 48);
  const std::size_t one = lines.area();
  lines.parts(Face::medium, "שלומית", 48);
  CHECK(lines.area() == one);
  lines.parts(Face::medium, "שלומית 0000", 96);
  const std::size_t large = lines.area() - one;
  for (int frame = 0; frame < 400; ++frame) {
    frames.next();
    for (int n = 0; n < 3; ++n) lines.parts(Face::medium, "שלומית " + std::to_string(frame * 3 + n), 96);
  }
  CHECK(lines.area() < 110 * large);  // 1,200 were drawn, 90 of them of late
  const std::vector<ShapedLines::Part> again = lines.parts(Face::medium, "שלומית", 48);
  REQUIRE(again.size() == 1);
  CHECK(frames.ink_of(again[0].texture) > 4);
}

TEST_CASE("R472 a line longer than a texture is wide is drawn all the same, smaller and stretched") {
  Frames frames;
  std::string text;
  for (int n = 0; n < 150; ++n) text += "שלומית ";
  const std::vector<ShapedLines::Part> parts = frames.fonts().shaped().parts(Face::medium, text, 48);
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].ink.width() == doctest::Approx(frames.fonts().shaped().width(Face::medium, text)).epsilon(0.02));
  CHECK(frames.ink_of(parts[0].texture) > 4);
}

TEST_CASE("R473 Thai is broken between words, and nothing else is broken otherwise than before") {
  const std::string thai = "สวัสดีครับ";  // hello, and a polite word
  const std::size_t first = std::string("สวัสดี").size();
  CHECK(last_break(thai, thai.size() - 1) == first);
  CHECK(last_break(thai, first) == first);
  CHECK(last_break(thai, first - 1) == 0);
  CHECK(last_break("Power/interest", 9) == 6);
}

// What a PDF tells is read back by tests/export_test.sh.
TEST_CASE("R474 an SVG keeps names in every script as text, with the direction and the language of each") {
  const Frames frames;
  SvgPainter painter(frames.fonts(), Page::of_size(1920, 1080), {"Names", ""}, {255, 255, 255, 255});
  for (const std::string& name : names_in_every_script()) draw_label(painter, {100, 100}, name, {style, {0, 0, 0, 255}});
  const std::string svg = painter.finish();
  for (const std::string& name : names_in_every_script()) CHECK_MESSAGE(svg.find(">" + clean_label(name) + "</text>") != std::string::npos, name);
  const auto said_of = [&](const char* name) {
    const std::size_t end = svg.find(name), begin = svg.rfind("<text", end);
    REQUIRE(end != std::string::npos);
    return svg.substr(begin, end - begin);
  };
  CHECK(said_of("ليلى").find("xml:lang=\"ar\" direction=\"rtl\"") != std::string::npos);
  CHECK(said_of("שלומית").find("xml:lang=\"he\" direction=\"rtl\"") != std::string::npos);
  CHECK(said_of("欧阳").find("xml:lang=\"zh\"") != std::string::npos);
  CHECK(said_of("अनिल").find("xml:lang=\"hi\"") != std::string::npos);
  CHECK(said_of("Ελένη").find("xml:lang") == std::string::npos);
}

}  // namespace standpoint::shaped_test
