// User text: cleaned, cut and wrapped. Widths come from a painter whose every character is 10 px wide.
#include "app/paint/text/label.h"

#include <doctest/doctest.h>

#include "app/paint/painter.h"
#include "app/paint/text/utf8.h"

namespace standpoint::label_test {
namespace {

class WidePainter final : public Painter {
 public:
  std::vector<std::string> texts;
  std::vector<Vec> places;
  mutable std::size_t measured = 0;  // characters, over all questions

  void fill(const Path&, Color) override {}
  void stroke(const Path&, const Stroke&) override {}
  void taper(const Path&, float, float, Color) override {}
  void shadow(Box, float, const Shadow&) override {}
  void glow(Vec, float, Color, std::span<const GlowStop>) override {}
  void icon(Vec, Icon, Face, float, Color) override {}
  void push_clip(Box) override {}
  void pop_clip() override {}
  void text(Vec at, std::string_view utf8, const TextLook&) override {
    texts.emplace_back(utf8);
    places.push_back(at);
  }
  float text_width(std::string_view utf8, const TextStyle&, bool) const override {
    float width = 0.0F;
    for (std::size_t at = 0; at < utf8.size(); next_code_point(utf8, at)) width += 10.0F;
    measured += utf8.size();
    return width;
  }
};

const TextStyle style{Face::medium, 24, 32};

}  // namespace

TEST_CASE("broken bytes, controls and line breaks never reach the screen") {
  CHECK(clean_label("a\xFF" "b") == "a\xEF\xBF\xBD" "b");
  CHECK(clean_label("a\nb\tc") == "a b c");
  CHECK(clean_label("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");      // overlong
  CHECK(clean_label("\xED\xA0\x80").find('\xED') == std::string::npos);  // surrogate
  CHECK(clean_label("\xE2\x80\xAE" "abc") == " abc");                    // what turns writing round
  CHECK(clean_label("\xF0\x9F\x98") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // cut off
}

TEST_CASE("letters and their marks are composed, so that fonts find them") {
  CHECK(clean_label("Zoe\xCC\x88") == "Zo\xC3\xAB");
}

TEST_CASE("code points survive the way to UTF-8 and back") {
  for (const std::uint32_t code : {0x41U, 0xE9U, 0x4E2DU, 0xFFFDU, 0x1F680U, 0x10FFFFU}) {
    std::string text;
    append_code_point(text, code);
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == code);
    CHECK(at == text.size());
  }
}

TEST_CASE("a label that is too wide ends with an ellipsis inside its width") {
  WidePainter painter;
  draw_label(painter, {}, "Maya Lindqvist", {style, {}}, 80);
  REQUIRE(painter.texts.size() == 1);
  CHECK(painter.texts[0] == "Maya Li\xE2\x80\xA6");
  draw_label(painter, {}, "Maya Li", {style, {}}, 80);
  CHECK(painter.texts[1] == "Maya Li");
}

TEST_CASE("a letter is never cut from its mark") {
  WidePainter painter;
  // q with a mark has no composed form: two code points, one letter.
  draw_label(painter, {}, "aq\xCC\x88xyz", {style, {}}, 30);
  CHECK(painter.texts[0] == "a\xE2\x80\xA6");
}

TEST_CASE("words wrap at spaces, long words inside, own line breaks stay") {
  const WidePainter painter;
  CHECK(wrap_label(painter, "Agree the data terms", style, 100) == std::vector<std::string>{"Agree the", "data terms"});
  CHECK(wrap_label(painter, "Donaudampfschiff", style, 100) == std::vector<std::string>{"Donaudampf", "schiff"});
  CHECK(wrap_label(painter, "a\r\nb", style, 100) == std::vector<std::string>{"a", "b"});
  CHECK(wrap_label(painter, "", style, 100) == std::vector<std::string>{""});
  CHECK(wrap_label(painter, "wide", style, 5).size() == 4);
}

TEST_CASE("words break after hyphens and slashes between letters") {
  const WidePainter painter;
  CHECK(wrap_label(painter, "cost-to-serve numbers", style, 90) == std::vector<std::string>{"cost-to-", "serve", "numbers"});
  CHECK(wrap_label(painter, "Power/interest", style, 90) == std::vector<std::string>{"Power/", "interest"});
  CHECK(wrap_label(painter, "about -5 or 3/4", style, 80) == std::vector<std::string>{"about -5", "or 3/4"});
}

TEST_CASE("Han and Kana break between characters, but no line begins with a closing sign or ends with an opening one") {
  const WidePainter painter;
  CHECK(wrap_label(painter, "利害関係者分析", style, 40) == std::vector<std::string>{"利害関係", "者分析"});
  CHECK(wrap_label(painter, "利害関係、分析", style, 40) == std::vector<std::string>{"利害関", "係、分析"});
  CHECK(wrap_label(painter, "利害関「分析」", style, 40) == std::vector<std::string>{"利害関", "「分析」"});
  CHECK(wrap_label(painter, "チーム会議", style, 10).front() == "チ");  // too narrow for any rule
  CHECK(wrap_label(painter, "김민준 팀장", style, 50) == std::vector<std::string>{"김민준", "팀장"});
  CHECK(wrap_label(painter, "Team 分析", style, 60) == std::vector<std::string>{"Team 分", "析"});
}

TEST_CASE("no wrapped line is wider than asked, and what is left out is said") {
  const WidePainter painter;
  const auto lines = wrap_label(painter, "Bring the CFO the cost-to-serve numbers before the budget review", style, 170, 2);
  REQUIRE(lines.size() == 2);
  for (const std::string& line : lines) CHECK(painter.text_width(line, style, false) <= 170.0F);
  CHECK(lines[1].ends_with("\xE2\x80\xA6"));
}

TEST_CASE("a wrapped block is centred on its middle") {
  WidePainter painter;
  const float height = draw_wrapped_label(painter, {0, 100}, "one two", {style, {}, Align::left, Anchor::middle}, 40);
  CHECK(height == doctest::Approx(64.0F));
  REQUIRE(painter.places.size() == 2);
  CHECK(painter.places[0].y == doctest::Approx(68.0F));
  CHECK(painter.places[1].y == doctest::Approx(100.0F));
}

TEST_CASE("a text four times as long takes four times the work to wrap, not sixteen times") {
  const auto work = [](std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += "hotline ";
    WidePainter painter;
    CHECK(wrap_label(painter, text, style, 300).size() > words / 4);
    return painter.measured;
  };
  CHECK(work(1000) < 5 * work(250));
}

TEST_CASE("R256 of a text that is cut nothing is wrapped beyond the cut") {
  const auto work = [](std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += i % 50 == 49 ? "hotline\n" : "hotline ";
    WidePainter painter;
    CHECK(wrap_label(painter, text, style, 300, 3).size() == 3);
    return painter.measured;
  };
  CHECK(work(1000) == work(100));
}

}  // namespace standpoint::label_test
