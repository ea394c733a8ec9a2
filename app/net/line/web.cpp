// Bytes to and from the browser's WebSocket. See web.h.
#include "app/net/line/web.h"

#include <emscripten.h>
#include <sodium.h>

#include <iterator>
#include <utility>

extern "C" {
// The address of the line is its name on the other side; nothing is heard of it after it was closed.
void line_open(void* line, const char* url);
void line_send(void* line, const void* bytes, std::size_t count);
void line_close(void* line);
void page_random(void* place, std::size_t count);
// libsodium's own, here from the browser: nobody can guess it.
void randombytes_buf(void* const place, const std::size_t count) { page_random(place, count); }
}

namespace standpoint {

LineWeb::LineWeb(const std::string& url, std::function<void()> news) : news_(std::move(news)) { line_open(this, url.c_str()); }

LineWeb::~LineWeb() { line_close(this); }

void LineWeb::send(const ToHost& message) {
  if (state_ != State::open) return;
  if (const std::optional<Bytes> bytes = seal_.seal(message)) line_send(this, bytes->data(), bytes->size());
}

std::vector<ToScreen> LineWeb::receive() { return std::exchange(heard_, {}); }

void LineWeb::opened() {
  state_ = State::open;
  news_();
}

// A host that says what nobody understands is none: a new line is tried.
void LineWeb::arrived(std::span<const std::byte> bytes) {
  const auto heard = seal_.hear(bytes);
  auto messages = heard ? heard->messages() : failed(heard.error());
  if (!messages) return lost();
  if (!heard->answer.empty()) line_send(this, heard->answer.data(), heard->answer.size());
  std::move(messages->begin(), messages->end(), std::back_inserter(heard_));
  news_();
}

void LineWeb::lost() {
  if (state_ == State::lost) return;
  state_ = State::lost;
  line_close(this);
  news_();
}

}  // namespace standpoint

// --- called by app/web/page.js -------------------------------------------------------------------------------------------
extern "C" {
EMSCRIPTEN_KEEPALIVE void line_opened(standpoint::LineWeb* line) { line->opened(); }
EMSCRIPTEN_KEEPALIVE void line_arrived(standpoint::LineWeb* line, const std::byte* bytes, std::size_t count) { line->arrived({bytes, count}); }
EMSCRIPTEN_KEEPALIVE void line_lost(standpoint::LineWeb* line) { line->lost(); }
}
