#include "app/net/door/session_address.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "app/net/door/key_text.h"

namespace standpoint {

Result<SessionAddress> session_address(std::string_view url) {
  const auto no = [&] {
    return failed(fmt::format("{} is not the address of a session. Nobody joined; copy the whole line that the host prints, with what stands after #.", url));
  };
  constexpr std::string_view scheme = "http://";
  if (!url.starts_with(scheme)) return no();
  const std::string_view rest = url.substr(scheme.size());
  const std::size_t hash = rest.find('#');
  const std::string_view place = rest.substr(0, std::min(rest.find('/'), hash));
  const std::size_t colon = place.rfind(':');
  SessionAddress address;
  address.host = std::string(place.substr(0, colon));
  if (colon != std::string_view::npos) {
    const std::string_view port = place.substr(colon + 1);
    const auto read = std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (read.ec != std::errc() || read.ptr != port.data() + port.size() || address.port == 0) return no();
  }
  const std::optional<Key> secret = hash == std::string_view::npos ? std::nullopt : key_in_fragment(rest.substr(hash));
  if (address.host.empty() || !secret) return no();
  address.secret = *secret;
  return address;
}

}  // namespace standpoint
