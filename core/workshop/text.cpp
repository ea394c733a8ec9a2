// Every judgement about typed text, a UTF-8 character at a time.
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::size_t sentence_characters = 48;

bool is_control(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  return character.size() == 2 && byte(0) == 0xC2 && byte(1) < 0xA0;
}

bool valid(std::string_view text, bool newlines) {
  while (!text.empty()) {
    const std::size_t length = utf8_character_length(text);
    if (length == 0) return false;
    if (is_control(text.substr(0, length)) && !(newlines && text[0] == '\n')) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace

bool valid_line(std::string_view text) { return valid(text, false); }
bool valid_text(std::string_view text) { return valid(text, true); }
std::string mended(std::string_view text) {
  std::string sound;
  while (!text.empty()) {
    const std::size_t length = utf8_character_length(text);
    const std::string_view character = text.substr(0, length == 0 ? 1 : length);
    const bool kept = length != 0 && (!is_control(character) || character[0] == '\n');
    sound += kept ? character : "?";
    text.remove_prefix(character.size());
  }
  return sound;
}

bool blank(std::string_view text) { return text.find_first_not_of(" \n") == std::string_view::npos; }

std::size_t characters_beyond(std::string_view text, std::size_t max_bytes) {
  std::size_t over = 0;
  for (; text.size() > max_bytes; ++over) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0u) == 0x80u) --last;
    text.remove_suffix(text.size() - last);
  }
  return over;
}

std::string shortened(std::string_view text, std::size_t characters) {
  std::string out;
  std::size_t last = 0;  // where the last allowed character starts: the ellipsis replaces it
  for (std::size_t count = 0; !text.empty(); ++count) {
    if (count == characters) {
      out.resize(last);
      while (!out.empty() && out.back() == ' ') out.pop_back();
      return out + "…";
    }
    const std::size_t length = utf8_character_length(text);
    const std::size_t bytes = length == 0 ? 1 : length;  // an unsound byte is passed on as it is
    last = out.size();
    out += text[0] == '\n' ? std::string_view(" ") : text.substr(0, bytes);
    text.remove_prefix(bytes);
  }
  return out;
}

std::string quoted(std::string_view text) { return "“" + shortened(text, sentence_characters) + "”"; }

bool begins_with_pictograph(std::string_view word) {
  if (word.starts_with("\xF0\x9F")) return true;
  if (word.size() < 3 || word[0] != '\xE2') return false;
  const auto second = static_cast<unsigned char>(word[1]);
  return (second >= 0x8C && second <= 0x9E) || second == 0xAC || second == 0xAD;
}

std::string capitalised(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace standpoint
