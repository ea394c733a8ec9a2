// The Host header is checked before anything else: a page of another site that had its own name point here (DNS
// rebinding) must not even load ours. See web_answer.h.
#include "app/net/server/web_answer.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "app/net/door/key_text.h"

namespace standpoint {
namespace {

constexpr std::size_t longest_target = 512;
constexpr std::string_view stranded_path = "/cannot-start/";  // then DEVICE/WHY; app/web/start.js says it
constexpr std::array<std::string_view, 8> devices{"other", "iphone", "ipad", "android", "chromebook", "windows", "mac", "linux"};
constexpr std::array<std::string_view, 4> reasons{"other", "no-webgl", "no-wasm", "lost-graphics"};

struct Word {
  int status;
  std::string_view reason, sentence;
};

Word word_for(int status) {
  switch (status) {
    case 204: return {204, "No Content", ""};
    case 400: return {400, "Bad Request", "This request could not be understood.\n"};
    case 403: return {403, "Forbidden", "Only the page of this session may join here. Open the address that the lobby shows.\n"};
    case 404: return {404, "Not Found", "There is nothing at this address. Open the address that the lobby shows.\n"};
    case 405: return {405, "Method Not Allowed", "This address can only be read.\n"};
    case 408: return {408, "Request Timeout", "The request took too long.\n"};
    case 414: return {414, "URI Too Long", "This address is too long.\n"};
    case 421: return {421, "Misdirected Request", "This computer is not called so. Open the address that the lobby shows.\n"};
    case 426: return {426, "Upgrade Required", "This address is for the page of the session only.\n"};
    case 431: return {431, "Request Header Fields Too Large", "This request is too large.\n"};
    default: return {200, "OK", ""};
  }
}

std::string head_of(int status, std::string_view type, std::size_t length, bool keep_alive, std::string_view more) {
  std::string head = "HTTP/1.1 " + std::to_string(status) + " " + std::string(word_for(status).reason) + "\r\n";
  head += "Content-Type: " + std::string(type) + "\r\nContent-Length: " + std::to_string(length) + "\r\n";
  head += keep_alive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
  head += "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n";
  head += more;
  return head += "\r\n";
}

std::string no_page() { return "Cache-Control: no-store\r\nContent-Security-Policy: " + std::string(loads_nothing) + "\r\n"; }

WebAnswer refusal(int status) {
  const Word word = word_for(status);
  std::string more = no_page();
  if (status == 405) more += "Allow: GET, HEAD\r\n";
  if (status == 426) more += "Upgrade: websocket\r\n";
  return {status, false, false, head_of(status, "text/plain; charset=utf-8", word.sentence.size(), false, more), word.sentence, {}};
}

std::string lower(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

// 'self' is meant to cover the WebSocket too, and in older browsers does not.
std::string content_policy(const std::string& host) {
  return "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' ws://" +
         host + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n";
}

WebAnswer file_answer(const WebRequest& request, const SiteFile& file, const std::string& host) {
  const bool compressed = request.accepts_gzip && !file.gzip.empty();
  std::string more = content_policy(host);
  more += file.for_ever ? "Cache-Control: public, max-age=31536000, immutable\r\n" : "Cache-Control: no-cache\r\n";
  if (!file.gzip.empty()) more += "Vary: Accept-Encoding\r\n";
  if (compressed) more += "Content-Encoding: gzip\r\n";
  const std::string& body = compressed ? file.gzip : file.body;
  WebAnswer answer{200, false, request.keep_alive, head_of(200, file.type, body.size(), request.keep_alive, more), body, {}};
  if (request.method == "HEAD") answer.body = {};
  return answer;
}

template <std::size_t count>
std::optional<std::uint8_t> place_in(const std::array<std::string_view, count>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return {};
  return static_cast<std::uint8_t>(std::distance(words.begin(), found));
}

// Only words of the lists, and only from our own page.
WebAnswer answer_to_note(const WebRequest& request, std::string_view said, const std::string& host) {
  if (lower(request.origin) != "http://" + host) return refusal(403);
  const std::size_t slash = std::min(said.find('/'), said.size());
  const auto device = place_in(devices, said.substr(0, slash));
  const auto why = place_in(reasons, slash < said.size() ? said.substr(slash + 1) : std::string_view());
  if (!device || !why || request.hint.size() != letters_of_a_hint) return refusal(400);
  WebAnswer answer{204, false, request.keep_alive, head_of(204, "text/plain; charset=utf-8", 0, request.keep_alive, no_page()), {}, {}};
  answer.note = StrandedNote{std::string(request.hint), {static_cast<Stranded::Device>(*device), static_cast<Stranded::Why>(*why)}};
  return answer;
}

}  // namespace

WebAnswer answer_to(const WebRequest& request, const Site& site, const std::vector<std::string>& own_names) {
  if (request.target.size() > longest_target) return refusal(414);
  const std::string host = lower(request.host);
  if (std::find(own_names.begin(), own_names.end(), host) == own_names.end()) return refusal(421);
  if (request.method == "POST" && request.target.starts_with(stranded_path)) return answer_to_note(request, request.target.substr(stranded_path.size()), host);
  if (request.method != "GET" && request.method != "HEAD") return refusal(405);
  const std::string_view path = request.target.substr(0, request.target.find('?'));
  if (path == socket_path) {
    if (!request.upgrade || request.method != "GET") return refusal(426);
    if (lower(request.origin) != "http://" + host) return refusal(403);
    WebAnswer answer;
    answer.status = 101;
    answer.upgrade = true;
    return answer;
  }
  const SiteFile* const file = site.find(path);
  return file ? file_answer(request, *file, host) : refusal(404);
}

bool takes_gzip(std::string_view accepted) {
  bool any = false;
  std::optional<bool> gzip;
  while (!accepted.empty()) {
    const std::size_t comma = std::min(accepted.find(','), accepted.size());
    std::string one = lower(accepted.substr(0, comma));
    accepted.remove_prefix(std::min(comma + 1, accepted.size()));
    std::erase_if(one, [](char c) { return c == ' ' || c == '\t'; });
    const std::size_t weight = std::min(one.find(";q="), one.size());
    const bool wanted = weight == one.size() || one.find_first_of("123456789", weight) != std::string::npos;
    const std::string_view name = std::string_view(one).substr(0, std::min(one.find(';'), one.size()));
    if (name == "gzip") gzip = wanted;
    else if (name == "*") any = wanted;
  }
  return gzip.value_or(any);
}

WebAnswer answer_to_unreadable(int status) { return refusal(status); }

}  // namespace standpoint
