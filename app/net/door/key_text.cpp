// Five bits a letter. See key_text.h.
#include "app/net/door/key_text.h"

namespace standpoint {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t letters_of_a_key = 26;  // 130 bits; the last two are zero
constexpr std::string_view facilitator_prefix = "f-";
constexpr std::string_view stage_prefix = "s-";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

std::string text_of(const Key& key) {
  std::string text;
  unsigned bits = 0;
  int waiting = 0;
  for (const std::uint8_t byte : key) {
    bits = (bits << 8 | byte) & 0xFFFu;
    for (waiting += 8; waiting >= 5; waiting -= 5) text += letters[bits >> (waiting - 5) & 31u];
  }
  text += letters[bits << (5 - waiting) & 31u];
  return text;
}

std::optional<Key> key_from(std::string_view text) {
  if (text.size() != letters_of_a_key) return std::nullopt;
  Key key{};
  std::size_t next = 0;
  unsigned bits = 0;
  int waiting = 0;
  for (const char c : text) {
    const std::size_t value = letters.find(lower(c));
    if (value == letters.npos) return std::nullopt;
    bits = (bits << 5 | static_cast<unsigned>(value)) & 0xFFFu;
    waiting += 5;
    if (waiting < 8) continue;
    waiting -= 8;
    key[next++] = static_cast<std::uint8_t>(bits >> waiting & 0xFFu);
  }
  if ((bits & 3u) != 0) return std::nullopt;
  return key;
}

std::optional<Key> key_in_fragment(std::string_view fragment) {
  if (!fragment.empty() && fragment.front() == '#') fragment.remove_prefix(1);
  for (const std::string_view prefix : {facilitator_prefix, stage_prefix})
    if (fragment.substr(0, prefix.size()) == prefix) fragment.remove_prefix(prefix.size());
  return key_from(fragment);
}

std::string hint_of(const Key& key) { return text_of(key).substr(0, letters_of_a_hint); }

std::string facilitator_fragment(const Key& key) { return std::string(facilitator_prefix) + text_of(key); }

std::string stage_fragment(const Key& key) { return std::string(stage_prefix) + text_of(key); }

std::string plain_code(std::string_view typed) {
  std::string plain;
  for (const char c : typed)
    if (c != ' ' && c != '-') plain += upper(c);
  return plain;
}

std::string spoken_code(std::string_view plain) {
  std::string spoken(plain);
  if (spoken.size() > 3) spoken.insert(spoken.size() / 2, " ");
  return spoken;
}

}  // namespace standpoint
