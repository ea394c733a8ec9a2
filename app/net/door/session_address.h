// The address of a session as the host prints it and the QR code holds it, taken apart. Used by robots.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/room/wire.h"

namespace standpoint {

// Where a session is and what opens it, as an address that the host prints says.
struct SessionAddress {
  std::string host;
  std::uint16_t port = 80;
  Key secret{};
};
// Failure: it is no address of a session.
Result<SessionAddress> session_address(std::string_view url);

}  // namespace standpoint
