// The Workshop: everything the events of a session fold to, as one plain value. No pointers, handles or callbacks;
// every collection is sorted by id, so that taking something away and putting it back gives an equal value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/activities/kinds.h"
#include "core/workshop/geometry.h"
#include "core/workshop/ids.h"
#include "core/workshop/item.h"

namespace standpoint {

// Caps that check enforces and the guarded archive refuses beyond (bytes of UTF-8; counts).
inline constexpr std::size_t max_name_bytes = 120;
inline constexpr std::size_t max_text_bytes = 2000;
inline constexpr std::size_t max_note_bytes = 8000;
inline constexpr std::size_t max_items = 2000;  // in one action, and of one kind in a workshop
inline constexpr std::size_t max_seats = 2000;
inline constexpr std::size_t seats_for_leaders = 50;  // of these; nobody else takes the last ones

enum class Role : std::uint8_t { facilitator, participant, observer, stage };
// Numbers of cleared seats are never given again, and a ballot box has a place for each number.
inline constexpr std::uint32_t max_seat_number = 20'000;
// Somebody new in this role joins while there are fewer seats.
constexpr std::size_t seats_in_all(Role role) { return role == Role::participant || role == Role::observer ? max_seats - seats_for_leaders : max_seats; }

struct Seat {
  SeatId id;
  std::string name;
  Role role = Role::participant;
  SeatId carried_by;               // the screen this person uses in turn ("Pass the screen"); none: a device of their own
  bool present = true;
  std::uint32_t last_counter = 0;  // the newest command of this seat that became an event
  std::uint32_t minted = 0;        // how many ids this seat has made
  SeatId merged_into = {};         // where the same person goes on (MergeSeats); none: here
  SeatId appointed_by = {};        // who made them a facilitator, or whose link they came with; none: they lead of their own right, or not at all
  bool operator==(const Seat&) const = default;
};

enum class StakeholderKind : std::uint8_t { internal, external, regulator, customer, partner, sponsor };
inline constexpr int stakeholder_kind_count = 6;
enum class Stance : std::uint8_t { unaware, resistant, neutral, supportive, leading };
inline constexpr int stance_count = 5;

struct Stakeholder {
  StakeholderId id;
  std::string name;
  std::string role;
  std::string organisation;
  StakeholderKind kind = StakeholderKind::internal;
  Ring ring = Ring::internal;
  std::uint8_t influence = 3;  // 1..5 as the group judges it: the node's size
  std::int32_t formal_power = 0;  // on a scale of its own (rank, budget, wealth): only the order counts; 0: not known
  Stance stance = Stance::neutral;
  Stance desired_stance = Stance::neutral;
  std::string needs;
  std::string expectations;
  std::string note;     // private: facilitators only (core/workshop/audience)
  bool placed = false;  // a person put it on the map (then ring is ring_at(at)); else the layout chooses in its ring
  BoardPoint at;        // on the map; {0, 0} while not placed
  bool operator==(const Stakeholder&) const = default;
};

enum class TieKind : std::uint8_t { influences, reports_to, trusts, supports, conflicts_with };
inline constexpr int tie_kind_count = 5;

struct Tie {
  TieId id;
  StakeholderId from;
  StakeholderId to;
  TieKind kind = TieKind::influences;
  std::uint8_t strength = 1;  // 1..3
  std::string note;
  bool operator==(const Tie&) const = default;
};

enum class BoardKind : std::uint8_t { map, canvas, cards };

struct Axis {
  std::string name = "Interest";
  std::string low = "low";
  std::string high = "high";
  bool operator==(const Axis&) const = default;
};

struct Zone {
  std::string name;
  BoardRect area;  // on the board
  bool operator==(const Zone&) const = default;
};

struct Board {
  BoardId id;
  BoardKind kind = BoardKind::map;
  std::string title;
  Axis x, y;                            // canvas only
  std::vector<std::string> regions;     // canvas only: four names, order low-x/low-y, high-x/low-y, low-x/high-y, high-x/high-y
  std::vector<Zone> zones;              // cards only
  std::vector<CanvasPlace> places;      // canvas only: where the group agreed an item is; sorted by item
  bool operator==(const Board&) const = default;
};

enum class CardColour : std::uint8_t { paper, lemon, sky, rose, mint, lilac };
inline constexpr int card_colour_count = 6;

struct Card {
  CardId id;
  BoardId board;
  std::uint16_t zone = 0;  // index into the board's zones; 0 when it has none
  BoardPoint at;           // on the board
  CardColour colour = CardColour::paper;
  std::string text;
  bool operator==(const Card&) const = default;
};

enum class Phase : std::uint8_t { planned, open, closed, revealed };
enum class Secrecy : std::uint8_t { anonymous, named };

// An input after the reveal. In an anonymous activity seat is none, and inputs stand in the order of their own
// content, which tells nothing about who or when.
struct RevealedInput {
  SeatId seat;
  Input input;
  bool operator==(const RevealedInput&) const = default;
};

struct Activity {
  ActivityId id;
  ActivityKind kind = ActivityKind::discuss;
  std::string title;
  std::uint16_t minutes = 5;
  BoardId board;                     // where it happens; none for talk
  Secrecy secrecy = Secrecy::anonymous;
  Setup setup;                       // what belongs to its kind; always the alternative that its rules name (activities.h)
  ActivityId follows;                // the earlier round or the vote this is a run-off of
  bool show_stance = false;          // layers that the facilitator opens to the room, see layers.h
  bool show_conflicts = false;
  // Below: kept by apply.
  Phase phase = Phase::planned;
  std::int64_t opened_ms = 0;        // ms since the Unix epoch, UTC; 0: not yet
  std::int64_t closed_ms = 0;
  std::vector<RevealedInput> inputs; // from the reveal on
  bool operator==(const Activity&) const = default;
};

struct Timer {
  bool running = false;
  std::int64_t started_ms = 0;   // ms since the Unix epoch, UTC
  std::int64_t duration_ms = 0;  // the timer never closes an activity; past it, it counts upwards
  bool operator==(const Timer&) const = default;
};
// Nobody overruns by an hour: a timer that ran on for longer was forgotten, and runs no more.
inline constexpr std::int64_t timer_forgotten_ms = 60 * 60 * 1000;
constexpr bool runs_at(const Timer& t, std::int64_t now_ms) {
  return t.running && now_ms - t.started_ms - t.duration_ms < timer_forgotten_ms;
}

struct Decision {
  DecisionId id;
  std::string text;
  std::string owner;
  bool operator==(const Decision&) const = default;
};

struct Bookmark {
  BookmarkId id;
  std::string title;
  std::uint64_t sequence = 0;  // the event it was set at
  std::int64_t time_ms = 0;
  bool operator==(const Bookmark&) const = default;
};

// What the shared screen shows.
struct StageView {
  BoardId board;
  ActivityId activity;  // none: the board alone
  bool operator==(const StageView&) const = default;
};

enum class StageCover : std::uint8_t { none, frozen, blank };

// What an item was called when an activity opened with it. Kept while it is called otherwise: see first_words.h.
struct FirstWords {
  ActivityId activity;
  Item item;
  std::string words;
  bool operator==(const FirstWords&) const = default;
};

// What became of nothing at a reveal, because it was about something that had been removed.
struct LostInputs {
  ActivityId activity;
  std::uint32_t inputs = 0;  // that lost something
  std::uint32_t marks = 0;   // dots, or places, that they lost
  bool operator==(const LostInputs&) const = default;
};

// How many inputs lay in the ballot box when the activity was closed last.
struct CountedInputs {
  ActivityId activity;
  std::uint32_t inputs = 0;
  bool operator==(const CountedInputs&) const = default;
};

// Somebody who was added twice: `gone` goes on as `kept` (MergeStakeholders). What still names `gone` is read as `kept`: see merging.h.
struct MergedStakeholder {
  StakeholderId gone, kept;
  bool operator==(const MergedStakeholder&) const = default;
};

struct Workshop {
  std::string title;
  std::string subtitle;
  std::int64_t started_ms = 0;   // time of the first event
  std::int64_t changed_ms = 0;   // time of the last event
  std::uint64_t sequence = 0;    // of the last event folded
  std::vector<Seat> seats;
  std::vector<Stakeholder> stakeholders;
  std::vector<Tie> ties;
  std::vector<Board> boards;
  std::vector<Card> cards;
  std::vector<Activity> activities;     // sorted by id
  std::vector<ActivityId> agenda;       // the order they are planned in
  std::vector<Decision> decisions;
  std::vector<Bookmark> bookmarks;
  Timer timer;
  StageView stage;
  StageCover cover = StageCover::none;
  std::int64_t covered_ms = 0;          // when the cover came; 0 while there is none
  bool lobby_locked = false;
  std::string notes;                    // private: facilitators only (core/workshop/audience)
  std::vector<FirstWords> first_words;  // sorted by activity, then item
  std::vector<LostInputs> lost;         // sorted by activity; none where nothing was lost
  std::vector<CountedInputs> counted;   // sorted by activity; none of an empty box
  std::vector<MergedStakeholder> merged;  // sorted by gone
  bool operator==(const Workshop&) const = default;
};

// Look-ups by id (binary search); nullptr when there is none.
const Seat* find(const Workshop&, SeatId);
const Stakeholder* find(const Workshop&, StakeholderId);
const Tie* find(const Workshop&, TieId);
const Board* find(const Workshop&, BoardId);
const Card* find(const Workshop&, CardId);
const Activity* find(const Workshop&, ActivityId);
bool exists(const Workshop&, Item);
// Both say the same of the same two people. Trusts and conflicts show no direction on the map, so the other way round is the same tie.
bool says_the_same(const Tie&, const Tie&);
// The words an item is called by: a stakeholder's name or a card's text; empty when there is no such item.
std::string name_of(const Workshop&, Item);
// The first board of a kind, or none.
const Board* first_board(const Workshop&, BoardKind);
// This very activity has secret inputs: its kind takes them, and it is not done in the open (a placing on the Map, where everybody moves
// people).
bool collects_inputs(const Workshop&, const Activity&);
// What was sealed about it lies in its ballot box: it is open, or closed and not yet revealed.
bool holds_inputs(const Workshop&, const Activity&);
// People answer in secret on this board at this moment; the activity, or nullptr.
const Activity* answered_on(const Workshop&, BoardId);
// The id part the seat's next addition gets; 0 when there is no such seat.
std::uint32_t next_nth(const Workshop&, SeatId);
// The seat on which whoever sat there goes on; the seat itself while nothing was merged.
SeatId person_of(const Workshop&, SeatId);
// The id the next seat to join gets. The highest seat is never cleared, so that no number is given twice.
SeatId next_seat(const Workshop&);
// That seat was there once and was cleared.
bool was_cleared(const Workshop&, SeatId);

// A number over every field, the same on every machine: used to compare folds natively and in WebAssembly.
std::uint64_t hash_of(const Workshop&);

}  // namespace standpoint
