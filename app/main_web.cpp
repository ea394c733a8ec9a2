// A tablet's program: the page, a line to the host that the address names, and the Tablet that draws. See app/platform/page.h.
#include <emscripten.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "app/net/door/key_text.h"
#include "app/net/line/web.h"
#include "app/paint/text/font_bytes.h"
#include "app/platform/page.h"
#include "app/shell/tablet.h"
#include "app/widgets/frame_scope.h"

extern "C" {
void page_load_fonts();  // then page_fonts is called
void page_failed(const char* sentence);
int page_token(std::uint8_t* key);  // 0: the browser does not keep it
void page_fragment(char* text, int room);
void page_host(char* text, int room);
void line_step_in(double milliseconds);  // then line_step is called; a later wish replaces it
void page_kept(const char* key, char* text, int room);  // what page_keep was told last, also before the page was closed
void page_keep(const char* key, const char* text);      // empty: nothing any more
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

struct PageKeys {
  Visitor::Keys keys;
  bool kept = true;
};
PageKeys keys_of_page() {
  PageKeys page;
  Visitor::Keys& keys = page.keys;
  page.kept = page_token(keys.token.data()) != 0;
  keys.secret = key_in_fragment(text_from_page(page_fragment)).value_or(Key{});
  return page;
}

std::string kept_by_page(const std::string& key) {
  constexpr std::size_t most = 256 * 1024;  // more than the largest input in words
  std::string text(most, '\0');
  page_kept(key.c_str(), text.data(), static_cast<int>(most));
  text.resize(text.find('\0'));
  return text;
}

class WebProgram {
 public:
  Result<void> start() {
    const std::string url = text_from_page(page_host) + socket_path;
    const PageKeys page_keys = keys_of_page();
    visitor_.emplace([url] { return std::make_unique<LineWeb>(url, [] { line_step_in(0); }); }, page_keys.keys);
    tablet_.emplace(*visitor_, !page_keys.kept,
                    DraftShelf{kept_by_page, [](const std::string& key, const std::string& text) { page_keep(key.c_str(), text.c_str()); }});
    auto page = Page::open([this](const PageFrame& at) { return draw(at); });
    if (!page) return failed(page.error());
    page_ = std::move(*page);
    page_->came_back = [this] {
      visitor_->knock_again();
      line_step_in(0);
    };
    line_step_in(0);
    return {};
  }

  // The way to the host goes on between frames, also on a page that nobody sees; what shows nothing draws none.
  void follow_line() {
    const auto now = static_cast<std::int64_t>(emscripten_get_now());
    if (visitor_->step(now)) page_->wake();
    wait_for_line(now);
  }

 private:
  void wait_for_line(std::int64_t now_ms) {
    constexpr std::int64_t longest_ms = 3'600'000;
    line_step_in(static_cast<double>(std::clamp<std::int64_t>(visitor_->next_step_ms() - now_ms, 0, longest_ms)));
  }

  NextFrame draw(const PageFrame& at) {
    const Glass glass{at.text_scale, {at.safe.min * (1 / at.text_scale), at.safe.max * (1 / at.text_scale)}};
    FrameScope scope(at.theme, at.fonts, now_ms(), at.seconds, at.shapes, &glass);
    scope.listen(at.semantics);
    Frame& frame = scope.frame();
    frame.role = Role::participant;
    frame.reduced_motion = at.reduced_motion;
    frame.pinch = at.pinch;
    frame.further = at.further;
    const double next = tablet_->draw(frame);
    wait_for_line(static_cast<std::int64_t>(at.seconds * 1000));  // what was asked for in this frame waits for an answer now
    return {next};
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

extern "C" EMSCRIPTEN_KEEPALIVE void line_step() { standpoint::program->follow_line(); }

int main() { page_load_fonts(); }
