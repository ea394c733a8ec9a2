// A key as it stands in an address, and the spoken code as people type it. Used by the host, tablets and robots; knows
// nothing but letters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/room/wire.h"

namespace standpoint {

// Where the host's WebSocket is; the page lies beside it.
inline constexpr const char* socket_path = "/ws";

// Base32 (RFC 4648) in lower case without padding: 26 letters and digits, easy on QR codes.
std::string text_of(const Key&);
// Nothing: not such a text. Capital letters count as small ones.
std::optional<Key> key_from(std::string_view text);

// The key in an address's fragment, with or without "#": the room's secret, after "f-" the facilitator's key, after "s-" a stage's.
// Nothing: there is none.
std::optional<Key> key_in_fragment(std::string_view fragment);
std::string facilitator_fragment(const Key&);  // "f-..."
std::string stage_fragment(const Key&);        // "s-..."

// What a page that cannot seal anything shows to be believed that it was opened with a key: the first five of its letters, in small
// ones. They are said in the clear; more than a hundred bits of the key are not.
inline constexpr std::size_t letters_of_a_hint = 5;
std::string hint_of(const Key&);

// "7kq 294" as the door compares it: "7KQ294". Spaces and dashes do not count.
std::string plain_code(std::string_view typed);
// As it is shown: "7KQ 294".
std::string spoken_code(std::string_view plain);

}  // namespace standpoint
