// Words for generated sessions: usual ones, the longest that the rules allow, and every writing. Seeded; everybody is made up.
#pragma once

#include <string>

#include "tests/core/samples/random_actions.h"

namespace standpoint {

enum class Wording : std::uint8_t {
  usual,    // as people write them: a name of two words, a card of a line or two
  longest,  // as many bytes as check allows; every third without a single space
  scripts   // one writing after the other: Latin with its marks, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Thai, Chinese, emoji
};

class Words {
 public:
  Words(Wording wording, std::uint64_t seed) : wording_(wording) { random_.state = seed * 2654435761u + 1; }

  // Each is another one than all before it: of a person, an organisation, an activity, a board, a card.
  std::string person();
  std::string organisation();
  std::string title();
  std::string card();
  // Of one line (a role, an axis, a zone) and of several (needs, a note, a decision).
  std::string line();
  std::string text(std::size_t most_bytes);

 private:
  std::string filled(std::size_t bytes);
  std::string in_a_script();
  std::string numbered(std::string words);
  Random random_;
  Wording wording_;
  int made_ = 0;
};

}  // namespace standpoint
