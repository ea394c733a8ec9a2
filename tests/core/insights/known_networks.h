// Two networks that tests measure: the Florentine families of 1430 (sessions/data) and the fictional checkout relaunch.
// Written out here, because unit tests for WebAssembly read no files. Ids count up from 1 in the order of the list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/workshop/model.h"

namespace standpoint {

struct KnownPerson { const char* name; StakeholderKind kind; Ring ring; int influence; int power; };
struct KnownTie { int from; int to; TieKind kind; };

inline constexpr KnownPerson florence_people[] = {
    {"Acciaiuoli", StakeholderKind::internal, Ring::internal, 1, 10},
    {"Albizzi", StakeholderKind::internal, Ring::internal, 3, 36},
    {"Barbadori", StakeholderKind::internal, Ring::internal, 5, 55},
    {"Bischeri", StakeholderKind::internal, Ring::internal, 3, 44},
    {"Castellani", StakeholderKind::internal, Ring::internal, 2, 20},
    {"Ginori", StakeholderKind::internal, Ring::internal, 2, 32},
    {"Guadagni", StakeholderKind::internal, Ring::internal, 1, 8},
    {"Lamberteschi", StakeholderKind::internal, Ring::internal, 3, 42},
    {"Medici", StakeholderKind::internal, Ring::internal, 5, 103},
    {"Pazzi", StakeholderKind::internal, Ring::internal, 4, 48},
    {"Peruzzi", StakeholderKind::internal, Ring::internal, 4, 49},
    {"Pucci", StakeholderKind::external, Ring::external, 1, 3},
    {"Ridolfi", StakeholderKind::internal, Ring::internal, 2, 27},
    {"Salviati", StakeholderKind::internal, Ring::internal, 1, 10},
    {"Strozzi", StakeholderKind::internal, Ring::internal, 5, 146},
    {"Tornabuoni", StakeholderKind::internal, Ring::internal, 4, 48},
};
// Indexes into the people above.
inline constexpr KnownTie florence_ties[] = {
    {0, 8, TieKind::trusts}, {1, 5, TieKind::trusts}, {1, 6, TieKind::trusts}, {1, 8, TieKind::trusts},
    {2, 4, TieKind::trusts}, {2, 8, TieKind::trusts}, {3, 6, TieKind::trusts}, {3, 10, TieKind::trusts},
    {3, 14, TieKind::trusts}, {4, 10, TieKind::trusts}, {4, 14, TieKind::trusts}, {6, 7, TieKind::trusts},
    {6, 15, TieKind::trusts}, {8, 12, TieKind::trusts}, {8, 13, TieKind::trusts}, {8, 15, TieKind::trusts},
    {9, 13, TieKind::trusts}, {10, 14, TieKind::trusts}, {12, 14, TieKind::trusts}, {12, 15, TieKind::trusts},
    {2, 4, TieKind::supports}, {2, 5, TieKind::supports}, {2, 8, TieKind::supports}, {2, 10, TieKind::supports},
    {3, 6, TieKind::supports}, {3, 7, TieKind::supports}, {3, 10, TieKind::supports}, {4, 7, TieKind::supports},
    {4, 10, TieKind::supports}, {5, 8, TieKind::supports}, {6, 7, TieKind::supports}, {7, 10, TieKind::supports},
    {8, 9, TieKind::supports}, {8, 13, TieKind::supports}, {8, 15, TieKind::supports},
};

inline constexpr KnownPerson relaunch_people[] = {
    {"Maya Lindqvist", StakeholderKind::internal, Ring::team, 4, 0},
    {"Tomás Herrera", StakeholderKind::internal, Ring::team, 3, 0},
    {"Priya Raman", StakeholderKind::internal, Ring::team, 2, 0},
    {"Jonas Weber", StakeholderKind::internal, Ring::team, 3, 0},
    {"Aiko Tanaka", StakeholderKind::internal, Ring::team, 2, 0},
    {"Helena Brandt", StakeholderKind::sponsor, Ring::internal, 5, 0},
    {"Desmond Achebe", StakeholderKind::sponsor, Ring::internal, 5, 0},
    {"Sofia Marchetti", StakeholderKind::internal, Ring::internal, 4, 0},
    {"Kwame Mensah", StakeholderKind::internal, Ring::internal, 3, 0},
    {"Ruth Kaplan", StakeholderKind::internal, Ring::internal, 2, 0},
    {"Viktor Novak", StakeholderKind::internal, Ring::internal, 4, 0},
    {"Leila Haddad", StakeholderKind::internal, Ring::internal, 4, 0},
    {"Oskar Nyström", StakeholderKind::internal, Ring::internal, 3, 0},
    {"Mei Chen", StakeholderKind::internal, Ring::internal, 2, 0},
    {"Lars Eriksen", StakeholderKind::partner, Ring::external, 4, 0},
    {"Camille Dubois", StakeholderKind::partner, Ring::external, 3, 0},
    {"Rafael Costa", StakeholderKind::customer, Ring::external, 3, 0},
    {"Emma Whitfield", StakeholderKind::customer, Ring::external, 3, 0},
    {"Nguyễn Thị Lan", StakeholderKind::customer, Ring::external, 2, 0},
    {"Stefan Ivanov", StakeholderKind::external, Ring::external, 2, 0},
    {"Fatima Al-Sayed", StakeholderKind::external, Ring::external, 3, 0},
    {"Ana Petrović", StakeholderKind::regulator, Ring::regulator, 5, 0},
    {"Henrik Vos", StakeholderKind::regulator, Ring::regulator, 4, 0},
    {"Giulia Ferrari", StakeholderKind::regulator, Ring::regulator, 3, 0},
};
// Indexes into the people above.
inline constexpr KnownTie relaunch_ties[] = {
    {5, 0, TieKind::influences}, {9, 5, TieKind::influences}, {9, 6, TieKind::influences},
    {21, 11, TieKind::influences}, {22, 6, TieKind::influences}, {20, 23, TieKind::influences},
    {19, 2, TieKind::influences}, {9, 8, TieKind::influences}, {1, 0, TieKind::reports_to},
    {3, 1, TieKind::reports_to}, {13, 6, TieKind::reports_to}, {7, 5, TieKind::reports_to},
    {4, 2, TieKind::reports_to}, {10, 11, TieKind::trusts}, {9, 12, TieKind::trusts}, {15, 9, TieKind::trusts},
    {18, 7, TieKind::trusts}, {14, 3, TieKind::supports}, {7, 0, TieKind::supports}, {17, 7, TieKind::supports},
    {11, 7, TieKind::conflicts_with}, {16, 6, TieKind::conflicts_with}, {10, 3, TieKind::conflicts_with},
};

template <std::size_t people_count, std::size_t tie_count>
Workshop known_network(const KnownPerson (&people)[people_count], const KnownTie (&ties)[tie_count]) {
  Workshop workshop;
  std::uint32_t nth = 0;
  for (const KnownPerson& person : people) {
    Stakeholder s;
    s.id = mint<StakeholderId>(SeatId{1}, ++nth);
    s.name = person.name;
    s.kind = person.kind;
    s.ring = person.ring;
    s.influence = static_cast<std::uint8_t>(person.influence);
    s.formal_power = person.power;
    workshop.stakeholders.push_back(s);
  }
  for (const KnownTie& known : ties) {
    Tie tie;
    tie.id = mint<TieId>(SeatId{1}, ++nth);
    tie.from = workshop.stakeholders[static_cast<std::size_t>(known.from)].id;
    tie.to = workshop.stakeholders[static_cast<std::size_t>(known.to)].id;
    tie.kind = known.kind;
    workshop.ties.push_back(tie);
  }
  return workshop;
}
inline Workshop florence() { return known_network(florence_people, florence_ties); }
inline Workshop checkout_relaunch() { return known_network(relaunch_people, relaunch_ties); }

// n people called "Person 1" ... in the internal ring, influence 3, no ties.
inline Workshop strangers(std::uint32_t n) {
  Workshop workshop;
  for (std::uint32_t i = 1; i <= n; ++i) {
    Stakeholder s;
    s.id = mint<StakeholderId>(SeatId{1}, i);
    s.name = "Person " + std::to_string(i);
    workshop.stakeholders.push_back(s);
  }
  return workshop;
}
// Ties the i-th person to the j-th (counting from 0).
inline void tie(Workshop& workshop, std::size_t i, std::size_t j, TieKind kind = TieKind::trusts) {
  Tie added;
  added.id = mint<TieId>(SeatId{2}, static_cast<std::uint32_t>(workshop.ties.size() + 1));
  added.from = workshop.stakeholders[i].id;
  added.to = workshop.stakeholders[j].id;
  added.kind = kind;
  workshop.ties.push_back(added);
}

}  // namespace standpoint
