// A tablet's program: the page, a line to the host that the address names, and the Tablet that draws. See app/platform/page.h.
#include <emscripten.h>

#include <array>
#include <chrono>
#include <optional>

#include "app/frame_scope.h"
#include "app/net/key_text.h"
#include "app/net/line_web.h"
#include "app/paint/font_bytes.h"
#include "app/platform/page.h"
#include "app/tablet.h"

extern "C" {
void page_load_fonts();  // then page_fonts is called
void page_failed(const char* sentence);
void page_token(std::uint8_t* key);
void page_fragment(char* text, int room);
void page_host(char* text, int room);
}

namespace standpoint {
namespace {

std::int64_t now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

template <class Read>
std::string text_from_page(Read read) {
  std::array<char, 512> text{};
  read(text.data(), static_cast<int>(text.size()));
  return text.data();
}

Visitor::Keys keys_of_page() {
  Visitor::Keys keys;
  page_token(keys.token.data());
  keys.secret = key_in_fragment(text_from_page(page_fragment)).value_or(Key{});
  return keys;
}

class WebProgram {
 public:
  Result<void> start() {
    const std::string url = text_from_page(page_host) + socket_path;
    visitor_.emplace([this, url] { return std::make_unique<LineWeb>(url, [this] { if (page_) page_->wake(); }); }, keys_of_page());
    tablet_.emplace(*visitor_);
    auto page = Page::open([this](const PageFrame& at) { return draw(at); });
    if (!page) return failed(page.error());
    page_ = std::move(*page);
    page_->came_back = [this] { visitor_->knock_again(); };
    return {};
  }

 private:
  NextFrame draw(const PageFrame& at) {
    const Glass glass{at.text_scale, {at.safe.min * (1 / at.text_scale), at.safe.max * (1 / at.text_scale)}};
    FrameScope scope(at.dark ? dark_theme : light_theme, at.fonts, now_ms(), at.seconds, at.shapes, &glass);
    scope.listen(at.semantics);
    Frame& frame = scope.frame();
    frame.role = Role::participant;
    frame.reduced_motion = at.reduced_motion;
    frame.pinch = at.pinch;
    frame.further = at.further;
    return {tablet_->draw(frame)};
  }

  std::unique_ptr<Page> page_;
  std::optional<Visitor> visitor_;
  std::optional<Tablet> tablet_;
};

std::optional<WebProgram> program;  // the browser calls functions, and main returns at once

}  // namespace
}  // namespace standpoint

// Called by app/web/page.js when the fonts are there; they stay where they are.
extern "C" EMSCRIPTEN_KEEPALIVE void page_fonts(const unsigned char* bytes, std::size_t count) {
  standpoint::use_font_package({bytes, count});
  standpoint::program.emplace();
  if (const auto started = standpoint::program->start(); !started) page_failed(started.error().sentence.c_str());
}

int main() { page_load_fonts(); }
