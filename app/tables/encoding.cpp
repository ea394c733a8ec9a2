// What bytes are text in: by their mark, by being UTF-8, else by what reads most like names. uchardet is asked last: on a list of twenty names it guesses.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <iconv.h>
#include <memory>
#include <optional>

#include <uchardet/uchardet.h>
#include <utf8proc.h>

#include "app/tables/parts.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::size_t looked_at = 16 * 1024;
constexpr std::array<const char*, 7> tried = {"WINDOWS-1252", "MACINTOSH", "CP850", "WINDOWS-1250", "SHIFT_JIS", "GB18030", "WINDOWS-1251"};

// nullopt: no such encoding, or the bytes are not in it. `part`: the end may lie within a character.
std::optional<std::string> converted(std::string_view bytes, const std::string& from, bool part) {
  const iconv_t how = iconv_open("UTF-8", from.c_str());
  if (how == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  const std::unique_ptr<void, int (*)(iconv_t)> closing(how, iconv_close);
  std::string text;
  std::array<char, 8192> piece{};
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  while (left > 0) {
    char* out = piece.data();
    std::size_t room = piece.size();
    const std::size_t done = iconv(how, &in, &left, &out, &room);
    text.append(piece.data(), static_cast<std::size_t>(out - piece.data()));
    if (done != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    if (errno == EINVAL && part) break;
    return std::nullopt;
  }
  return text;
}

using Letters = std::vector<utf8proc_int32_t>;
Letters letters_of(const std::string& text) {
  Letters letters;
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (auto left = static_cast<utf8proc_ssize_t>(text.size()); left > 0;) {
    utf8proc_int32_t c = 0;
    const utf8proc_ssize_t bytes = utf8proc_iterate(at, left, &c);
    if (bytes <= 0) break;
    letters.push_back(c);
    at += bytes;
    left -= bytes;
  }
  return letters;
}

bool is_plain_letter(utf8proc_int32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_cyrillic(utf8proc_int32_t c) { return c >= 0x410 && c <= 0x451; }
bool is_east_asian(utf8proc_int32_t c) { return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x4E00 && c <= 0x9FFF); }

int worth_of_letter(utf8proc_int32_t c) {
  constexpr std::u32string_view often = U"éèüöäñáíóçãõëàßêúÉÖÜÄ", sometimes = U"âîôûïåøæœòùìąłńśżźćčřšžěÅØŚŁŻČŠŽÁÓÍÑÇ", rarely = U"ęăőűďŕțţ";
  const auto letter = static_cast<char32_t>(c);
  if (often.find(letter) != often.npos) return 4;
  if (sometimes.find(letter) != sometimes.npos) return 3;
  return rarely.find(letter) != rarely.npos ? 2 : 1;
}

// How much one character reads like part of a name where it stands.
int worth(const Letters& letters, std::size_t i) {
  const utf8proc_int32_t c = letters[i];
  const utf8proc_int32_t before = i > 0 ? letters[i - 1] : ' ', after = i + 1 < letters.size() ? letters[i + 1] : ' ';
  if (c < 0x80) return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') ? -6 : 0;
  if (c < 0xA0) return -6;
  if (is_east_asian(c)) return is_plain_letter(before) || is_plain_letter(after) ? -4 : is_east_asian(before) || is_east_asian(after) ? 6 : 1;
  if (is_cyrillic(c)) return is_plain_letter(before) || is_plain_letter(after) ? -4 : is_cyrillic(before) || is_cyrillic(after) ? 3 : -2;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
      if (utf8proc_category(before) == UTF8PROC_CATEGORY_LL) return -4;  // "ZoÎ"
      [[fallthrough]];
    case UTF8PROC_CATEGORY_LL: return before >= 0x80 && after >= 0x80 ? -4 : worth_of_letter(c);
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF: return is_plain_letter(before) && is_plain_letter(after) && c != 0x2019 ? -3 : 1;
    case UTF8PROC_CATEGORY_PD: return 1;
    default: return is_plain_letter(before) || is_plain_letter(after) ? -4 : -2;
  }
}

int worth_of(const std::string& text) {
  const Letters letters = letters_of(text);
  int sum = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) sum += worth(letters, i);
  return sum;
}

std::string guess_of(std::string_view bytes) {
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// Every second byte is nothing: UTF-16 without its mark.
std::string utf16_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  const std::string_view head = bytes.substr(0, 2048);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) (i % 2 == 0 ? even : odd) += head[i] == '\0';
  if (4 * odd > head.size() && even * 8 < odd) return "UTF-16LE";
  return 4 * even > head.size() && odd * 8 < even ? "UTF-16BE" : "";
}

std::string best_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, looked_at);
  const std::string guess = guess_of(head);
  std::string best;
  int most = 0;
  const auto consider = [&](const std::string& encoding) {
    const auto text = converted(head, encoding, head.size() < bytes.size());
    if (!text || !converted(bytes, encoding, false)) return;
    const int sum = worth_of(*text);
    if (best.empty() || sum > most) best = encoding, most = sum;
  };
  for (const char* const encoding : tried) consider(encoding);
  if (!guess.empty() && guess != "ASCII" && guess != "UTF-8") consider(guess);
  return best;
}

std::string composed(std::string text) {
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &out,
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> freeing(out, std::free);
  if (size < 0) return text;
  return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
}

}  // namespace

Result<Text> text_of_bytes(std::string_view bytes, const std::string& wanted) {
  std::string encoding = wanted;
  if (encoding.empty()) encoding = utf16_of(bytes);
  if (encoding.empty() && valid_utf8(bytes)) encoding = "UTF-8";
  if (encoding.empty()) encoding = best_encoding(bytes);
  auto text = encoding == "UTF-8" && valid_utf8(bytes) ? std::optional(std::string(bytes)) : converted(bytes, encoding, false);
  if (!text) {
    return failed(wanted.empty() ? "Its text is in no encoding that is known. Nothing was imported; save it as “CSV UTF-8” and import it again."
                                 : "It is no text in " + wanted + ". Nothing was imported; choose another encoding.");
  }
  if (text->find('\0') != std::string::npos) return failed("It is no text. Nothing was imported; save the table as “CSV UTF-8” and import it again.");
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  return Text{composed(std::move(*text)), encoding};
}

}  // namespace standpoint
