// The addresses by which other machines of the room may reach this one. Used by the reception.
#pragma once

#include <string>
#include <vector>

namespace standpoint {

// IPv4, the likeliest first: real networks before those of containers and tunnels; never loopback.
std::vector<std::string> lan_addresses();

}  // namespace standpoint
