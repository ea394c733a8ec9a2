// Everything the house asks about a kind of activity, and the table with one row a kind. Whoever adds a method adds its folder and its row
// (rows.h, activities.cpp) and what is its own in kinds.h; nobody else learns its name. The screens of a kind: app/activities/activities.h.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/workshop/event.h"

namespace standpoint {

// How a kind is spoken of. All of it is English without a name in it, and lives for good.
struct ActivityWords {
  std::string_view name{};               // "Vote"
  std::string_view key{};                // "vote": in templates
  std::string_view noun{};               // "a vote"
  std::string_view round = "another round";  // what follows one of its kind: "a run-off"
  std::string_view again{};              // on the button that adds that round: "Run-off"; empty: there is none
  std::string_view doing{};              // what is opened and closed: "voting", "decisions"
  bool doing_is_many = false;          // "decisions are open"
};

// How a secret input is spoken of.
struct InputWords {
  std::string_view done{};       // "9 of 14 have voted"
  std::string_view input{};      // "ballot"
  std::string_view mark{};       // one part of it: "dot"; many are "dots"
  std::string_view in_secret{};  // after somebody's name: "votes in secret"
  std::string_view secret{};     // "Secret ballot. Dots appear when we reveal."
  std::string_view named{};      // "Named ballot. The session keeps who gave which dots."
  std::string_view promise{};    // to whoever answers: "Secret."
  std::string_view veil{};       // the same in a word, before "but in so small a group others may guess": "Secret"
  std::string_view from_you{};   // to who leads: "Ballots stay secret from you too"
  std::string_view removed{};    // "Something you gave dots to was removed."
  std::string marks() const { return std::string(mark) + "s"; }
};

struct ActivityRules {
  ActivityWords words;
  InputWords input;

  // What it is, where others ask.
  bool needs_plane = false;  // it happens on a Map or a Canvas, and nowhere else
  bool writes = false;       // people write on its board while it is open
  bool talks = false;        // the room talks; its board shows what was found there before
  bool decides = false;      // what is decided is written down here

  // This very one has secret inputs: they are sealed while it is open and revealed after it is closed. nullptr: none of its kind has.
  bool (*in_secret)(const Workshop&, const Activity&) = nullptr;

  Setup (*setup)() = nullptr;  // as it begins, nothing chosen; nullptr: NoSetup
  Input (*first_input)() = nullptr;  // what a seat seals, with nothing in it; nullptr: nothing is sealed
  // Asked of what is set up, of a round beside the one before, right before it is opened, and of an input; nullopt: nothing against it.
  std::optional<Refusal> (*check_setup)(const Workshop&, const Activity&) = nullptr;
  std::optional<Refusal> (*check_round)(const Activity& earlier, const Activity&) = nullptr;
  std::optional<Refusal> (*check_ready)(const Activity&) = nullptr;
  std::optional<Refusal> (*check_input)(const Workshop&, const Activity&, const Input&) = nullptr;

  // What a facilitator need not choose: where a new one takes place and how long; what it is about when nobody chose; what else is missing
  // when it is opened; and what follows a revealed one ("again"), if anything does.
  void (*plan)(const Workshop&, Activity&) = nullptr;
  std::vector<Item> (*items)(const Workshop&, const Activity&) = nullptr;
  void (*make_ready)(const Workshop&, Activity&) = nullptr;
  std::optional<Activity> (*next_round)(const Workshop&, const Activity&, SeatId by) = nullptr;
  // What has to be there first: "Nothing to vote on yet: write cards first."
  std::string_view (*missing)(const Workshop&, const Activity&) = nullptr;

  bool takes_inputs() const { return in_secret != nullptr; }
};

// One row a kind, in the order of ActivityKind. A number beyond the last is no kind: readers refuse it.
std::span<const ActivityRules* const> all_rules();
// Every kind there is, in that order.
std::vector<ActivityKind> all_kinds();
// `kind` is one of them.
const ActivityRules& rules_of(ActivityKind kind);
inline const ActivityRules& rules_of(const Activity& activity) { return rules_of(activity.kind); }

// Makes it one of this kind, set up with nothing.
void set_kind(Activity&, ActivityKind);
// What the setup of a kind looks like before anybody chose anything.
Setup first_setup(ActivityKind);

std::string_view words(ActivityKind);  // "Brainstorm", ...
// "3 dots of 2 people went with what was removed", "or became one" where there are such two; of a placing, places.
std::string words_of_lost(const Workshop&, const LostInputs&, ActivityKind);

// What an activity is about when nobody chose: the choices of the round before, else what its kind takes. Empty when there is nothing yet.
std::vector<Item> items_by_default(const Workshop&, const Activity&);
// An activity that asks for answers, ready to be opened: with what it is about, and what else its kind needs.
Activity made_ready(const Workshop&, Activity);
// A new one, as far as the workshop tells what nobody chose yet.
Activity drafted_activity(const Workshop&, SeatId by, ActivityKind, std::string title);
// What follows a revealed one: a new activity with the id that `by` would give it next; nullopt where nothing does.
std::optional<Activity> next_round(const Workshop&, const Activity&, SeatId by);

}  // namespace standpoint
