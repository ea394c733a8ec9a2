// The Host header is checked before anything else: a page of another site that had its own name point here (DNS
// rebinding) must not even load ours. See web_answer.h.
#include "app/net/web_answer.h"

#include <algorithm>

#include "app/net/key_text.h"

namespace standpoint {
namespace {

constexpr std::size_t longest_target = 512;

struct Word {
  int status;
  std::string_view reason, sentence;
};

Word word_for(int status) {
  switch (status) {
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

WebAnswer refusal(int status) {
  const Word word = word_for(status);
  std::string_view more = "Cache-Control: no-store\r\n";
  if (status == 405) more = "Cache-Control: no-store\r\nAllow: GET, HEAD\r\n";
  if (status == 426) more = "Cache-Control: no-store\r\nUpgrade: websocket\r\n";
  return {status, false, false, head_of(status, "text/plain; charset=utf-8", word.sentence.size(), false, more), word.sentence};
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
  WebAnswer answer{200, false, request.keep_alive, head_of(200, file.type, body.size(), request.keep_alive, more), body};
  if (request.method == "HEAD") answer.body = {};
  return answer;
}

}  // namespace

WebAnswer answer_to(const WebRequest& request, const Site& site, const std::vector<std::string>& own_names) {
  if (request.target.size() > longest_target) return refusal(414);
  const std::string host = lower(request.host);
  if (std::find(own_names.begin(), own_names.end(), host) == own_names.end()) return refusal(421);
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

WebAnswer answer_to_unreadable(int status) { return refusal(status); }

}  // namespace standpoint
