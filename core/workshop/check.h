// The rules of a workshop: may this seat do this now? Pure. The room asks before every event; screens ask to grey out.
// The rules are numbered in core/README.md; the parts are in check_*.cpp, behind check_rules.h.
#pragma once

#include <optional>

#include "core/workshop/event.h"

namespace standpoint {

// nullopt: allowed. Otherwise the reason in one sentence; nothing was changed.
std::optional<Refusal> check(const Workshop&, SeatId by, const Action&);
// The same of an action whose kind is known, without the rules of all others: what screens of tablets ask. For the kinds named in check.cpp.
template <class A>
std::optional<Refusal> check_one(const Workshop&, SeatId by, const A&);

}  // namespace standpoint
