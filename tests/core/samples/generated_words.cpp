// The lists that the words are made of. See generated_words.h.
#include "tests/core/samples/generated_words.h"

#include <iterator>
#include <string_view>

#include "core/workshop/utf8.h"

namespace standpoint {
namespace {

constexpr std::string_view first_names[] = {"Amara", "Bence", "Chloé", "Dilan", "Eun-ji", "Farida", "Goran", "Hana", "Idris", "Jonna", "Kofi", "Lucía", "Małgorzata",
                                            "Nils", "Oyelaran", "Petra", "Quirin", "Rosa", "Søren", "Tamsin", "Uxue", "Viktor", "Wanda", "Ximena", "Yara", "Zoltán"};
constexpr std::string_view last_names[] = {"Abendroth", "Brzezińska", "Castellanos", "Demir", "Eriksson", "Fontaine", "Grünwald", "Hollis", "Ibarra", "Jørgensen", "Kowalczyk",
                                           "Lindqvist", "Mbeki-Strand", "Norrby", "Ó Duibhir", "Papadakis", "Quayle", "Rautio", "Szabó", "Tveit", "Undset", "Van der Velde"};
constexpr std::string_view organisations[] = {"River Authority", "Harbour Works Ltd", "Tiller GmbH", "Northern Rail Board", "Works Council", "Data Trust", "Union of Shopkeepers", "Ministry of Works"};
constexpr std::string_view titles[] = {"Who must we talk to first?", "What could stop us", "Power and interest", "Hopes and fears", "The first week", "Where do we stand today?",
                                       "Who decides about the budget", "Ideas for the pilot", "Risks we own", "What did we learn?"};
constexpr std::string_view cards[] = {"Agree the data-sharing terms", "Who answers when the till stops?", "One plan for the first week, with names on it", "Move the pilot to the two small branches before the autumn",
                                      "Rollback", "Tell the works council before the press does", "A hotline for the first ten days", "Ask suppliers for their own view of the risk", "Train one person in every branch"};
constexpr std::string_view lines[] = {"Head of operations", "low", "high", "Interest", "Branch manager", "Now", "Later", "Legal", "Member of the board", "New ideas", "Speaks for the night shift"};
constexpr std::string_view scripts[] = {
    "Łukasz Ångström-Ñúñez", "Trần Thị Thuỷ", "Ελένη Παπαδοπούλου", "Сергій Ковальчук", "مريم الحداد", "דנה ברק־לוי", "अनन्या मिश्रा", "สมหญิง ใจดี", "王小明与李华", "さくら商店の人たち",
    "한지우", "Թամար Գրիգորյան", "ნინო ბერიძე", "🧑🏽‍🚀 Ops 👩‍👩‍👧 🇸🇪", "Z̴a̷l̵g̶o̸", "Mixed עברית and English ۱۲۳",
};

template <class List>
std::string one_of(const List& list, Random& random) {
  return std::string(list[random.below(std::size(list))]);
}

// No more bytes than that, and no character in half.
std::string cut(std::string text, std::size_t bytes) {
  std::size_t end = 0;
  for (std::size_t length = 0; end < text.size(); end += length) {
    length = utf8_character_length(std::string_view(text).substr(end));
    if (length == 0 || end + length > bytes) break;
  }
  text.resize(end);
  return text;
}

}  // namespace

std::string Words::filled(std::size_t bytes) {
  const bool one_word = random_.chance(3);
  std::string all = std::to_string(++made_) + (one_word ? "" : " ");
  while (all.size() < bytes) all += one_word ? one_of(last_names, random_) : one_of(cards, random_) + " ";
  if (one_word)
    for (char& sign : all) sign = sign == ' ' ? '-' : sign;
  all = cut(all, bytes);
  while (all.back() == ' ') all.pop_back();
  return all + std::string(bytes - all.size(), 'g');
}

std::string Words::in_a_script() { return std::string(scripts[static_cast<std::size_t>(made_) % std::size(scripts)]); }

std::string Words::numbered(std::string words) { return words + " " + std::to_string(++made_); }

std::string Words::person() {
  if (wording_ == Wording::longest) return filled(max_name_bytes);
  if (wording_ == Wording::scripts) return numbered(in_a_script());
  const auto n = static_cast<std::size_t>(made_++);
  const std::size_t all = std::size(first_names) * std::size(last_names);
  const std::string round = n < all ? "" : " " + std::to_string(n / all + 1);
  return std::string(first_names[n % std::size(first_names)]) + " " + std::string(last_names[(n + n / std::size(first_names)) % std::size(last_names)]) + round;
}

std::string Words::organisation() {
  if (wording_ == Wording::longest) return filled(max_name_bytes);
  if (wording_ == Wording::scripts) return numbered(in_a_script());
  return numbered(one_of(organisations, random_));
}

std::string Words::title() {
  if (wording_ == Wording::longest) return filled(max_name_bytes);
  if (wording_ == Wording::scripts) return numbered(in_a_script());
  return numbered(one_of(titles, random_));
}

std::string Words::card() {
  if (wording_ == Wording::longest) return filled(max_text_bytes);
  if (wording_ == Wording::scripts) return numbered(in_a_script() + ", " + one_of(scripts, random_));
  return numbered(one_of(cards, random_));
}

std::string Words::line() {
  if (wording_ == Wording::longest) return filled(max_name_bytes);
  if (wording_ == Wording::scripts) return one_of(scripts, random_);
  return one_of(lines, random_);
}

std::string Words::text(std::size_t most_bytes) {
  if (wording_ == Wording::longest) return filled(most_bytes);
  if (wording_ == Wording::scripts) return one_of(scripts, random_) + "\n" + one_of(scripts, random_);
  return one_of(cards, random_) + ".\n" + one_of(cards, random_) + ".";
}

}  // namespace standpoint
