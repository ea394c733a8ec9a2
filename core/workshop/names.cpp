// Characters by their code points. The tables hold what people's keyboards and pranks bring, not all of Unicode's confusables.
#include "core/workshop/names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <vector>

#include "core/workshop/text.h"

namespace standpoint {
namespace {

using Letters = std::vector<char32_t>;

struct Span {
  char32_t first, last;
};
template <std::size_t count>
bool in(const Span (&spans)[count], char32_t c) {
  return std::any_of(std::begin(spans), std::end(spans), [&](const Span& span) { return c >= span.first && c <= span.last; });
}

constexpr char32_t zero_width_non_joiner = 0x200C, zero_width_joiner = 0x200D, emoji_variation = 0xFE0F;

// They show nothing by themselves, or turn what stands beside them.
constexpr Span unseen[] = {{0xAD, 0xAD},     {0x34F, 0x34F},   {0x61C, 0x61C},   {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
                           {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x2800, 0x2800}, {0x3164, 0x3164}, {0xFE00, 0xFE0F},
                           {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};
constexpr Span spaces[] = {{0x20, 0x20}, {0xA0, 0xA0}, {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
// Scripts whose letters take another shape beside a joiner: from Arabic to Myanmar.
constexpr Span joining_scripts[] = {{0x600, 0x109F}, {0x1780, 0x18AF}, {0xA840, 0xA8FF}};
constexpr Span pictures[] = {{0x2190, 0x2BFF}, {0x1F000, 0x1FAFF}, {emoji_variation, emoji_variation}};
constexpr Span marks[] = {{0x300, 0x36F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}};
// Too small to tell two people apart from across a room.
constexpr Span small_signs[] = {{0x27, 0x27}, {0x2C, 0x2E}, {0x5F, 0x60}, {0xB4, 0xB4}, {0xB7, 0xB7}, {0x2010, 0x2015}, {0x2018, 0x201B}, {0x2212, 0x2212}};

Letters letters_of(std::string_view text) {
  Letters letters;
  while (!text.empty()) {
    const std::size_t length = std::max<std::size_t>(1, utf8_character_length(text));
    char32_t c = static_cast<unsigned char>(text[0]);
    if (length > 1) c &= 0x7Fu >> length;
    for (std::size_t i = 1; i < length; ++i) c = (c << 6u) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    letters.push_back(c);
    text.remove_prefix(length);
  }
  return letters;
}

void append(std::string& text, char32_t c) {
  const auto byte = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
  const auto rest = [&](unsigned shift) { byte(0x80u | ((c >> shift) & 0x3Fu)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) return byte(0xC0u | (c >> 6u)), rest(0);
  if (c < 0x10000) return byte(0xE0u | (c >> 12u)), rest(6), rest(0);
  byte(0xF0u | (c >> 18u)), rest(12), rest(6), rest(0);
}

// A joiner between two letters of such a script, or two pictures; the sign that makes a picture of the one before it.
bool is_needed(char32_t c, char32_t before, char32_t after) {
  if (c == emoji_variation) return in(pictures, before);
  if (c == zero_width_joiner && in(pictures, before) && in(pictures, after)) return true;
  return (c == zero_width_joiner || c == zero_width_non_joiner) && in(joining_scripts, before) && in(joining_scripts, after);
}

// ---- shapes ----

struct Twin {
  char32_t other;
  char like;
};
// Cyrillic, Greek, Armenian and a few Latin letters that are drawn as a letter of A to Z.
constexpr Twin twins[] = {
    {0x410, 'A'}, {0x430, 'a'}, {0x412, 'B'}, {0x415, 'E'}, {0x435, 'e'}, {0x41A, 'K'}, {0x43A, 'k'}, {0x41C, 'M'}, {0x41D, 'H'}, {0x41E, 'O'},
    {0x43E, 'o'}, {0x420, 'P'}, {0x440, 'p'}, {0x421, 'C'}, {0x441, 'c'}, {0x422, 'T'}, {0x423, 'Y'}, {0x443, 'y'}, {0x425, 'X'}, {0x445, 'x'},
    {0x406, 'I'}, {0x456, 'i'}, {0x407, 'I'}, {0x457, 'i'}, {0x408, 'J'}, {0x458, 'j'}, {0x405, 'S'}, {0x455, 's'}, {0x401, 'E'}, {0x451, 'e'},
    {0x400, 'E'}, {0x450, 'e'}, {0x501, 'd'}, {0x51B, 'q'}, {0x51D, 'w'}, {0x4BB, 'h'}, {0x4AE, 'Y'}, {0x4AF, 'y'}, {0x4CF, 'l'}, {0x4C0, 'I'},
    {0x391, 'A'}, {0x3B1, 'a'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'}, {0x397, 'H'}, {0x399, 'I'}, {0x3B9, 'i'}, {0x39A, 'K'}, {0x3BA, 'k'},
    {0x39C, 'M'}, {0x39D, 'N'}, {0x39F, 'O'}, {0x3BF, 'o'}, {0x3A1, 'P'}, {0x3C1, 'p'}, {0x3A4, 'T'}, {0x3A5, 'Y'}, {0x3A7, 'X'}, {0x3BD, 'v'},
    {0x3C5, 'u'}, {0x3F2, 'c'}, {0x3F3, 'j'}, {0x386, 'A'}, {0x388, 'E'}, {0x389, 'H'}, {0x38A, 'I'}, {0x38C, 'O'}, {0x38E, 'Y'}, {0x3AC, 'a'},
    {0x3AF, 'i'}, {0x3CC, 'o'}, {0x555, 'O'}, {0x585, 'o'}, {0x54D, 'U'}, {0x57D, 'u'}, {0x570, 'h'}, {0x578, 'n'}, {0x131, 'i'}, {0x251, 'a'},
    {0x261, 'g'}, {0x237, 'j'}, {0xDF, 's'}, {0x138, 'k'}};

// Latin letters with accents, as those without: from U+00C0 and U+0100 on; a space where there is no such letter.
constexpr std::string_view latin_1 = "AAAAAA CEEEEIIII NOOOOO OUUUUY  aaaaaa ceeeeiiii nooooo ouuuuy y";
constexpr std::string_view latin_a = "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi  JjKk LlLlLlLlLlNnNnNn   OoOoOo  RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz";
// From U+1EA0 on, Vietnamese: pairs of a large and a small letter, so many of each kind.
struct Run {
  int pairs;
  char large;
};
constexpr Run vietnamese[] = {{12, 'A'}, {8, 'E'}, {2, 'I'}, {12, 'O'}, {7, 'U'}, {4, 'Y'}};

char32_t plain_vietnamese(char32_t c) {
  int at = static_cast<int>(c) - 0x1EA0;
  for (const Run& run : vietnamese) {
    if (at < 2 * run.pairs) return static_cast<char32_t>(at % 2 == 0 ? run.large : run.large + ('a' - 'A'));
    at -= 2 * run.pairs;
  }
  return c;
}

char32_t without_accent(char32_t c) {
  const auto plain = [c](std::string_view letters, char32_t first) { return letters[c - first] == ' ' ? c : static_cast<char32_t>(letters[c - first]); };
  if (c >= 0xC0 && c < 0xC0 + latin_1.size()) return plain(latin_1, 0xC0);
  if (c >= 0x100 && c < 0x100 + latin_a.size()) return plain(latin_a, 0x100);
  if (c >= 0x1EA0 && c <= 0x1EF9) return plain_vietnamese(c);
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;  // wide forms
  if (c >= 0x1D400 && c <= 0x1D6A3) return (c - 0x1D400) % 52 < 26 ? 'A' + (c - 0x1D400) % 52 : 'a' + (c - 0x1D400) % 52 - 26;
  return c;
}

char32_t small(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 0x20;
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3AB) || (c >= 0x410 && c <= 0x42F)) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if ((c >= 0x460 && c <= 0x52F) && c % 2 == 0) return c + 1;
  if (c >= 0x531 && c <= 0x556) return c + 0x30;
  if (c == 0x3C2) return 0x3C3;  // the sigma at the end of a word
  return c;
}

char32_t shape(char32_t c) {
  if (c < 0x80) return c;
  const auto* const twin = std::find_if(std::begin(twins), std::end(twins), [&](const Twin& t) { return t.other == c; });
  return twin == std::end(twins) ? c : static_cast<char32_t>(twin->like);
}

char32_t stroke(char32_t c) { return c == 'I' || c == '1' || c == '|' ? U'l' : c == '0' || c == 'O' ? U'o' : c; }

// The letters that tell names apart, without accents.
Letters seen(std::string_view name) {
  Letters letters;
  for (const char32_t c : letters_of(name))
    if (!in(unseen, c) && !in(spaces, c) && !in(marks, c) && !in(small_signs, c)) letters.push_back(without_accent(c));
  return letters;
}

// A name as three readers see it: by case within a script; by the shapes of other scripts' letters; by strokes, where a large i is a
// small l. Two names that one of them cannot tell apart look alike. Empty: nothing is to be seen, and nothing is like it.
constexpr std::size_t readers = 3;
using Looks = std::array<Letters, readers>;
Looks looks_of(std::string_view name) {
  Looks looks;
  for (const char32_t c : seen(name)) {
    const char32_t drawn = shape(c);
    looks[0].push_back(small(c));
    looks[1].push_back(small(drawn));
    looks[2].push_back(stroke(drawn));
  }
  return looks;
}

bool alike(const Looks& one, const Looks& other) {
  if (one[0].empty()) return false;
  for (std::size_t reader = 0; reader < readers; ++reader)
    if (one[reader] == other[reader]) return true;
  return false;
}

bool is_person(const Seat& seat) { return seat.present && seat.role != Role::stage; }

}  // namespace

std::string without_unseen(std::string_view text) {
  const Letters letters = letters_of(text);
  std::string kept;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letters[i];
    if (!in(unseen, c) || (i > 0 && is_needed(c, letters[i - 1], i + 1 < letters.size() ? letters[i + 1] : 0))) append(kept, c);
  }
  return kept;
}

std::string clean_name(std::string_view name) {
  std::string clean;
  for (const char32_t c : letters_of(without_unseen(name))) {
    if (!in(spaces, c)) append(clean, c);
    else if (!clean.empty() && clean.back() != ' ') clean += ' ';
  }
  if (!clean.empty() && clean.back() == ' ') clean.pop_back();
  return clean;
}

bool shows_something(std::string_view text) { return !blank(clean_name(text)); }

bool look_alike(std::string_view a, std::string_view b) { return a == b || alike(looks_of(a), looks_of(b)); }

std::string name_key(std::string_view name) {
  std::string key;
  for (const char32_t c : seen(name)) append(key, small(c));
  return key;
}

const Seat* named_alike(const Workshop& w, std::string_view name, SeatId except) {
  const Looks looks = looks_of(name);
  const auto same = [&](const Seat& seat) {
    return seat.id != except && is_person(seat) && (seat.name == name || alike(looks_of(seat.name), looks));
  };
  const auto at = std::find_if(w.seats.begin(), w.seats.end(), same);
  return at == w.seats.end() ? nullptr : &*at;
}

std::vector<HereTwice> here_twice(const Workshop& w, const std::vector<SeatId>& here, const std::vector<OneDevice>& one_device) {
  const auto is_here = [&](const Seat* seat) { return std::binary_search(here.begin(), here.end(), seat->id); };
  const auto counts = [](const Seat& seat) { return seat.present && !seat.carried_by && (seat.role == Role::participant || seat.role == Role::observer); };
  std::vector<Looks> looks;
  for (const Seat& seat : w.seats) looks.push_back(counts(seat) ? looks_of(seat.name) : Looks{});
  std::vector<HereTwice> twice;
  for (std::size_t one = 0; one < w.seats.size(); ++one)
    for (std::size_t other = 0; counts(w.seats[one]) && other < one; ++other) {
      if (!counts(w.seats[other]) || (w.seats[one].name != w.seats[other].name && !alike(looks[one], looks[other]))) continue;
      const Seat *older = &w.seats[other], *newer = &w.seats[one];
      if (is_here(older) && !is_here(newer)) std::swap(older, newer);
      twice.push_back({older->id, newer->id});
      break;
    }
  for (const OneDevice& device : one_device) {
    const Seat *const older = find(w, device.older), *const newer = find(w, device.newer);
    if (!older || !newer || !counts(*older) || !counts(*newer)) continue;
    const auto told = [&](const HereTwice& named) { return std::set{named.from, named.into} == std::set{older->id, newer->id}; };
    if (std::none_of(twice.begin(), twice.end(), told)) twice.push_back({older->id, newer->id, true});
  }
  return twice;
}

std::string name_apart(const Workshop& w, const Seat& seat) {
  const Seat* const other = named_alike(w, seat.name, seat.id);
  if (!other || seat.role == Role::stage) return seat.name;
  return seat.name + (seat.id < other->id ? ", first seat" : ", newer seat");
}

// Looked at once: a guest who comes a thousand times by one name would else keep everybody waiting.
std::string with_addition(const Workshop& w, std::string_view name) {
  std::array<std::set<Letters>, readers> here;
  std::set<std::string_view> names;
  for (const Seat& seat : w.seats) {
    if (!is_person(seat)) continue;
    names.insert(seat.name);
    const Looks looks = looks_of(seat.name);
    for (std::size_t reader = 0; reader < readers; ++reader) here[reader].insert(looks[reader]);
  }
  const auto is_free = [&](std::string_view with) {
    if (names.count(with) > 0) return false;
    const Looks looks = looks_of(with);
    for (std::size_t reader = 0; reader < readers; ++reader)
      if (!looks[reader].empty() && here[reader].count(looks[reader]) > 0) return false;
    return true;
  };
  for (std::uint32_t number = 2;; ++number) {
    const std::string addition = " " + std::to_string(number);
    std::string_view kept = name;
    while (kept.size() + addition.size() > max_name_bytes) {  // a whole character less
      std::size_t last = kept.size() - 1;
      while (last > 0 && (static_cast<unsigned char>(kept[last]) & 0xC0u) == 0x80u) --last;
      kept = kept.substr(0, last);
    }
    std::string with = std::string(kept) + addition;
    if (is_free(with)) return with;
  }
}

std::string called(const Workshop& w, const std::string& name, SeatId own) {
  const auto first_word = [](std::string_view whole) { return whole.substr(0, whole.find(' ')); };
  const std::string_view first = first_word(name);
  const bool shared = std::any_of(w.seats.begin(), w.seats.end(), [&](const Seat& other) {
    return other.id != own && other.name != name && first_word(other.name) == first;
  });
  return shared ? name : std::string(first);
}

std::string who(const Workshop& w, SeatId id) {
  const Seat* const seat = find(w, id);
  return seat ? called(w, seat->name, id) : std::string("The room");
}

}  // namespace standpoint
