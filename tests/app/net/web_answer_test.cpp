// What the server says to one HTTP request, without a network.
#include "app/net/server/web_answer.h"

#include <doctest/doctest.h>

#include "app/net/door/key_text.h"

#include <filesystem>
#include <fstream>

namespace standpoint::web_answer_test {

namespace {

// A folder with a built page, gone with this object.
struct BuiltSite {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / "standpoint_site_test";
  BuiltSite() {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    put("index.html", "<!doctype html><title>Standpoint</title>");
    put("standpoint-0123abcd.wasm", "wasm bytes");
    put("standpoint-0123abcd.wasm.gz", "packed");
  }
  ~BuiltSite() { std::filesystem::remove_all(folder); }
  void put(const std::string& name, const std::string& content) const { std::ofstream(folder / name, std::ios::binary) << content; }
};

const std::vector<std::string> names = {"10.0.0.5:8080", "host.local:8080"};

WebRequest get(std::string_view target) {
  WebRequest request;
  request.method = "GET";
  request.target = target;
  request.host = "10.0.0.5:8080";
  return request;
}
WebRequest joining() {
  WebRequest request = get("/ws");
  request.upgrade = true;
  request.origin = "http://10.0.0.5:8080";
  return request;
}

}  // namespace

TEST_CASE("R105 only requests to this host's own names are answered") {
  const Site site = Site::unbuilt();
  CHECK(answer_to(get("/"), site, names).status == 200);
  WebRequest request = get("/");
  request.host = "HOST.local:8080";
  CHECK(answer_to(request, site, names).status == 200);
  for (const std::string_view other : {"", "evil.example", "evil.example:8080", "10.0.0.5", "10.0.0.5:80", "10.0.0.5:8080.evil.example"}) {
    request.host = other;
    CHECK(answer_to(request, site, names).status == 421);
  }
}

TEST_CASE("R105 only the page that this host serves may open the WebSocket") {
  const Site site = Site::unbuilt();
  CHECK(answer_to(joining(), site, names).upgrade);
  WebRequest request = joining();
  for (const std::string_view other : {"", "null", "http://evil.example", "https://10.0.0.5:8080", "http://10.0.0.5", "http://host.local:8080", "http://10.0.0.5:8080/"}) {
    request.origin = other;
    const WebAnswer answer = answer_to(request, site, names);
    CHECK_FALSE(answer.upgrade);
    CHECK(answer.status == 403);
  }
  WebRequest plain = joining();
  plain.upgrade = false;
  CHECK(answer_to(plain, site, names).status == 426);
}

TEST_CASE("R105 the page may load and reach nothing but its host, and nothing sets a cookie") {
  const BuiltSite built;
  const Result<Site> site = Site::read(built.folder.string());
  REQUIRE(site);
  for (const char* target : {"/", "/standpoint-0123abcd.wasm", "/nothing", "/ws"}) {
    const WebAnswer answer = answer_to(get(target), *site, names);
    CHECK(answer.head.find("Set-Cookie") == std::string::npos);
    CHECK(answer.head.find("X-Content-Type-Options: nosniff\r\n") != std::string::npos);
    CHECK(answer.head.find("Referrer-Policy: no-referrer\r\n") != std::string::npos);
    CHECK(answer.head.find("Content-Security-Policy: default-src '") != std::string::npos);
  }
  const std::string head = answer_to(get("/"), *site, names).head;
  for (const char* part : {"default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self' ws://10.0.0.5:8080", "frame-ancestors 'none'"})
    CHECK(head.find(part) != std::string::npos);
  CHECK(head.find("unsafe-inline") == std::string::npos);
}

TEST_CASE("hashed files are kept for ever, the index is asked for each time, and gzip is sent to whoever takes it") {
  const BuiltSite built;
  const Result<Site> site = Site::read(built.folder.string());
  REQUIRE(site);
  CHECK(site->built());
  WebRequest request = get("/standpoint-0123abcd.wasm?x");
  WebAnswer answer = answer_to(request, *site, names);
  CHECK(answer.body == "wasm bytes");
  CHECK(answer.head.find("Content-Type: application/wasm\r\n") != std::string::npos);
  CHECK(answer.head.find("max-age=31536000") != std::string::npos);
  request.accepts_gzip = true;
  answer = answer_to(request, *site, names);
  CHECK(answer.body == "packed");
  CHECK(answer.head.find("Content-Encoding: gzip\r\n") != std::string::npos);
  CHECK(answer.head.find("Content-Length: 6\r\n") != std::string::npos);
  request.method = "HEAD";
  answer = answer_to(request, *site, names);
  CHECK(answer.body.empty());
  CHECK(answer.head.find("Content-Length: 6\r\n") != std::string::npos);
  CHECK(answer_to(get("/"), *site, names).head.find("Cache-Control: no-cache\r\n") != std::string::npos);
  CHECK(answer_to(get("/index.html"), *site, names).status == 200);
}

TEST_CASE("gzip goes to whoever takes it, and not to who says no to it") {
  for (const char* taken : {"gzip", "deflate, GZIP", "gzip;q=0.5", "br;q=1.0, gzip;q=0.001", "*", "*;q=0, gzip"}) CHECK_MESSAGE(takes_gzip(taken), taken);
  for (const char* refused : {"", "identity", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "xgzip", "br, deflate"}) CHECK_FALSE_MESSAGE(takes_gzip(refused), refused);
}

TEST_CASE("everything else is refused with one sentence") {
  const BuiltSite built;
  const Result<Site> site = Site::read(built.folder.string());
  REQUIRE(site);
  for (const char* target : {"/../secret.door", "/standpoint-0123abcd.wasm.gz", "//", "", "/index.html/", "/%2e%2e/a"})
    CHECK(answer_to(get(target), *site, names).status == 404);
  const std::string long_target = "/" + std::string(600, 'a');
  CHECK(answer_to(get(long_target), *site, names).status == 414);
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", ""}) {
    WebRequest request = get("/");
    request.method = method;
    const WebAnswer answer = answer_to(request, *site, names);
    CHECK(answer.status == 405);
    CHECK_FALSE(answer.keep_alive);
    CHECK(answer.body.ends_with(".\n"));
  }
}

TEST_CASE("without a built page there is one sentence that says what to run") {
  const Result<Site> site = Site::read("/nowhere/at/all");
  REQUIRE(site);
  CHECK_FALSE(site->built());
  CHECK(answer_to(get("/"), *site, names).body.find("run app/run") != std::string::npos);
}

TEST_CASE("R213 a page that cannot draw may say so in words of a list, with a key, and only as our own page") {
  const Site site = Site::unbuilt();
  WebRequest note = get("/cannot-start/ipad/no-webgl");
  note.method = "POST";
  note.origin = "http://10.0.0.5:8080";
  const std::string hint = hint_of(Key{1, 2, 3});
  note.hint = hint;
  const WebAnswer heard = answer_to(note, site, names);
  CHECK(heard.status == 204);
  REQUIRE(heard.note);
  CHECK(heard.note->device == Stranded{Stranded::Device::ipad, Stranded::Why::no_webgl});
  CHECK(heard.note->hint == hint);
  const auto refused = [&](const WebRequest& other) { return !answer_to(other, site, names).note; };
  for (const std::string_view target : {"/cannot-start/", "/cannot-start/ipad", "/cannot-start/ipad/", "/cannot-start/toaster/no-webgl", "/cannot-start/ipad/no-webgl/more"}) {
    WebRequest other = note;
    other.target = target;
    CHECK(refused(other));
  }
  WebRequest other = note;
  other.origin = "http://evil.example";
  CHECK(refused(other));
  other = note;
  other.hint = "";
  CHECK(refused(other));
  other = note;
  other.method = "GET";
  CHECK(refused(other));
  other = note;
  other.host = "evil.example";
  CHECK(refused(other));
}

}  // namespace standpoint::web_answer_test
