#include "app/cli/plain_output.h"

#include <string_view>

#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::size_t longest_character = 4;

bool may_become_a_character(std::string_view rest) {
  return rest.size() < longest_character && static_cast<unsigned char>(rest[0]) >= 0xC2 &&
         rest.find_first_of("\n\t") == std::string_view::npos && utf8_character_length(rest) == 0;
}

}  // namespace

PlainOutput::~PlainOutput() {
  hand_on(true);
  to_.flush();
}

std::streambuf::int_type PlainOutput::overflow(std::streambuf::int_type byte) {
  if (std::char_traits<char>::eq_int_type(byte, std::char_traits<char>::eof())) return std::char_traits<char>::not_eof(byte);
  const char one = std::char_traits<char>::to_char_type(byte);
  return xsputn(&one, 1) == 1 ? byte : std::char_traits<char>::eof();
}

std::streamsize PlainOutput::xsputn(const char* bytes, std::streamsize count) {
  pending_.append(bytes, static_cast<std::size_t>(count));
  hand_on(false);
  return to_ ? count : 0;
}

int PlainOutput::sync() {
  to_.flush();
  return to_ ? 0 : -1;
}

void PlainOutput::hand_on(bool all) {
  std::string plain;
  std::string_view rest = pending_;
  while (!rest.empty() && (all || !may_become_a_character(rest))) {
    const std::size_t length = utf8_character_length(rest) == 0 ? 1 : utf8_character_length(rest);
    if (rest[0] == '\t') plain += '\t';
    else plain += mended(rest.substr(0, length));
    rest.remove_prefix(length);
  }
  pending_ = std::string(rest);
  to_ << plain;
}

}  // namespace standpoint
