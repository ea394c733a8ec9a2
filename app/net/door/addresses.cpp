// Asks the system for its network interfaces. See addresses.h.
#include "app/net/door/addresses.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

namespace standpoint {
namespace {

// Interfaces that lead to this machine's own containers or far away, not into the room.
bool is_inner(std::string_view name) {
  static constexpr std::array<std::string_view, 7> inner{"docker", "veth", "br-", "virbr", "tun", "wg", "tailscale"};
  return std::any_of(inner.begin(), inner.end(), [&](std::string_view start) { return name.substr(0, start.size()) == start; });
}

bool is_link_local(const in_addr& address) { return (ntohl(address.s_addr) >> 16) == 0xA9FE; }

}  // namespace

std::vector<std::string> lan_addresses() {
  ifaddrs* all = nullptr;
  if (getifaddrs(&all) != 0) return {};
  std::vector<std::pair<int, std::string>> ranked;  // the smaller, the likelier
  for (const ifaddrs* at = all; at != nullptr; at = at->ifa_next) {
    if (at->ifa_addr == nullptr || at->ifa_addr->sa_family != AF_INET) continue;
    if ((at->ifa_flags & IFF_UP) == 0 || (at->ifa_flags & IFF_LOOPBACK) != 0) continue;
    const in_addr& address = reinterpret_cast<const sockaddr_in*>(at->ifa_addr)->sin_addr;
    std::array<char, INET_ADDRSTRLEN> text{};
    if (inet_ntop(AF_INET, &address, text.data(), text.size()) == nullptr) continue;
    ranked.emplace_back((is_inner(at->ifa_name) ? 2 : 0) + (is_link_local(address) ? 1 : 0), text.data());
  }
  freeifaddrs(all);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> addresses;
  for (auto& [rank, text] : ranked) addresses.push_back(std::move(text));
  return addresses;
}

}  // namespace standpoint
