// How people come into the session that is hosted here: what the lobby, the QR code, the terminal and the facilitator's
// own link say. Made by the host (Host::join_info); values only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace standpoint {

// One address of this machine.
struct JoinAddress {
  std::string text;             // as somebody types it: "10.0.0.5:8080"
  std::string url;              // as the QR code holds it, with the room's secret: "http://10.0.0.5:8080/#mfrgg..."
  std::string facilitator_url;  // gives the facilitator's role: shown in the host's own window and terminal only, never on a stage
  std::string stage_url;        // of another screen that shows the stage and can do nothing; shown where facilitator_url is
  bool operator==(const JoinAddress&) const = default;
};

struct JoinInfo {
  std::vector<JoinAddress> addresses;  // the likeliest first; never empty
  std::size_t chosen = 0;              // which of them is shown to the room
  bool reachable = true;               // by others; if not, there is no network, and the address is only this machine's own
  std::uint16_t port = 0;
  std::string code;                    // to be said aloud: "7KQ 294"
  bool operator==(const JoinInfo&) const = default;
};

inline constexpr const char* no_network = "This computer is on no network. Everything here works; connect it, and how to join appears here by itself.";

// What is new about joining.
struct JoinNews {
  JoinInfo info;
  bool new_code = false;  // else the network is another one, or another of its addresses is shown
};

}  // namespace standpoint
