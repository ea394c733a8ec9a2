// What the server says to one HTTP request: a file of the site, the way to the WebSocket, or a refusal in one sentence.
// Pure: strings in, strings out. Called by the server, which knows the sockets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/net/server/site.h"
#include "core/room/wire.h"

namespace standpoint {

// The policy of an answer that is no page: should a browser show it, it loads nothing and is shown in no other page.
inline constexpr const char* loads_nothing = "default-src 'none'; frame-ancestors 'none'";

struct WebRequest {
  std::string_view method, target;
  std::string_view host, origin;  // headers; empty: not there
  std::string_view hint;          // Standpoint-Hint: of the key in the page's address (net/door/key_text.h)
  bool upgrade = false;           // to a WebSocket
  bool accepts_gzip = false;
  bool keep_alive = true;
};

// What a page says that cannot draw: which device it is and why, and of the key it was opened with, which nobody has compared yet.
struct StrandedNote {
  std::string hint;
  Stranded device;
};

struct WebAnswer {
  int status = 200;
  bool upgrade = false;    // answer with the WebSocket's handshake instead of what stands below
  bool keep_alive = false;
  std::string head;        // status line and headers, to the empty line
  std::string_view body;   // of the site, or of the answer's own sentence
  std::optional<StrandedNote> note;
};

// `own_names`: by which a browser may call this host at this port, lower case: "10.0.0.5:8080".
WebAnswer answer_to(const WebRequest&, const Site&, const std::vector<std::string>& own_names);

// Whether an Accept-Encoding header takes gzip (RFC 9110 §12.5.3): "gzip;q=0" does not.
bool takes_gzip(std::string_view accepted);

// Of a request that could not be read: status 400, 408, 414 or 431.
WebAnswer answer_to_unreadable(int status);

}  // namespace standpoint
