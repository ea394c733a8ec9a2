// How people join the session, as screens show it: the lobby, the foot of an open vote, the console. Filled by the program
// from what its host says; a screen knows nothing of the network.
#pragma once

#include <string>

#include "app/paint/qr.h"

namespace standpoint {

struct JoinWords {
  std::string address;  // what people type: "10.0.0.5:8080"; empty: nobody can join over the network
  std::string code;     // what they enter then: "7KQ294"
  QrModules qr;         // of the address with the room's secret; empty on a screen that was not told it
  std::string trouble;  // why nobody can join, one sentence; empty while there is an address, or when none is wanted
  bool open() const { return !address.empty(); }
};

// "7KQ 294"
inline std::string spoken(const std::string& code) {
  return code.size() == 6 ? code.substr(0, 3) + " " + code.substr(3) : code;
}

}  // namespace standpoint
