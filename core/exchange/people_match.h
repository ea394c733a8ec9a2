// Everybody an import is about, of the workshop and of the file, found by name. Called by propose.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/exchange/people_rows.h"

namespace standpoint {

// Somebody here, or somebody new, as all rows about them together say.
struct Known {
  Stakeholder person;               // with an id once it is sure that they come in
  bool here = false;                // of the workshop: `person` is as they are here
  Stakeholder said;                 // of one who is here: what the file says
  std::bitset<field_count> given;   // of what the file says
  int row = -1;                     // index into Preview::people; -1: no row is about them
  bool out = false;                 // refused: no tie can reach them
};

enum class Called : std::uint8_t { nobody, one, several };
struct Match {
  Called called = Called::nobody;
  std::size_t known = 0;  // index; of several the first
};

class Everybody {
 public:
  explicit Everybody(const Workshop&);

  std::vector<Known>& all() { return all_; }
  std::size_t add(Known known);
  // By name; of several of one name the one of this organisation, where it is said. Two whose organisations differ are two people.
  // `apart`: only people who are here and whom no row was about yet.
  Match same_as(const Stakeholder&, bool apart) const;
  // An end of a tie: a name, or "name (organisation)".
  Match called(const std::string& end) const;
  // Somebody who may be meant: the name turned round at its comma, or the only one whose name holds it. Empty: nobody.
  std::string perhaps(const std::string& end) const;

 private:
  std::vector<Known> all_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_key_;
};

// A row about somebody new who is there already in this file: what is empty is filled in, what differs goes into the note.
void join_row(Known&, const PersonRow&);
// What differs between somebody here and what the file says of them.
std::vector<Difference> differences_of(const Known&);
// The one who is here, with the file's value of this field.
void take_value(Stakeholder&, const Stakeholder& said, Field);

}  // namespace standpoint
