// What screens and the host say to each other. Values only: a link may carry them as bytes or as they are.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/workshop/event.h"
#include "core/workshop/names.h"

namespace standpoint {

// ---- from a screen to the host ----

// First thing on a link: take this seat (one that exists), or, with none, a new one of this name and role.
struct Hello {
  SeatId seat;
  std::string name;
  Role role = Role::participant;
  std::uint64_t have_sequence = 0;  // the screen holds every event up to this one
  // What becomes of a new seat whose name looks like that of somebody here: it gets an addition, or the person is asked
  // (NameTaken), or has answered that it is they who were here before, and is here twice until the facilitator says so, too.
  enum class SameName : std::uint8_t { add, ask, was_here };
  SameName same_name = SameName::add;
};

// Something moves under a finger: told to others at once, never logged, the latest replaces the earlier.
inline constexpr std::size_t max_moving = 32;  // things that move at once: as many as fingers, and some
struct Presence {
  SeatId by;
  std::vector<Item> items;
  BoardId board;
  BoardPoint at;
};

// A facilitator asks those who have not answered yet to do so. Told at once, never logged.
struct Remind { ActivityId activity; };

// A facilitator is about to remove these: how many sealed inputs name them? Never logged.
struct AskNaming { std::vector<Item> items; };

// A facilitator says of two seats on one device that they are two people: while this room is open, no console asks about them again.
struct AreTwo { OneDevice seats; };

// How far a facilitator has turned what the stage shows: its pages, what lies on them, from where the Map is looked at. The
// room sees it so, too. Told at once, never logged; the room keeps the last for screens that come later.
struct StageTurn {
  enum class Side : std::uint8_t { first, heat, moves, names };
  SeatId by;
  StageView view;               // of what: anything else on the stage is seen from its beginning
  std::uint16_t page = 0;
  std::uint16_t rail_page = 0;  // of the list beside it
  Side side = Side::first;
  Item looked_at;               // the others step back; id 0: nobody
  BoardPoint middle{board_max / 2, board_max / 2};  // of the glass, on the Map
  std::uint16_t zoom = 100;     // of the Map, in hundredths; 100: all of it
  bool operator==(const StageTurn&) const = default;
};

using ScreenMessage = std::variant<Hello, Command, Presence, Remind, AskNaming, StageTurn, AreTwo>;

// ---- from the host to a screen ----

// `counter`, `sealed`: the highest the room has heard from this seat and those it carries, of commands and of secret inputs; a
// screen counts on from there. `minted`: how many ids this seat has made, which stands in no Snapshot for who does not lead.
struct Welcome { SeatId seat; std::uint32_t counter = 0, sealed = first_sealed_counter, minted = 0; };
// The command is safe: as event `sequence`, or, with 0, in the ballot box.
struct Acknowledged { SeatId by; std::uint32_t counter = 0; std::uint64_t sequence = 0; };
struct Refused { SeatId by; std::uint32_t counter = 0; Refusal refusal; };
// "9 of 14 have voted": all that other seats learn about secret inputs. `again`: how many of the others had answered, and what
// they had chosen was removed.
struct Progress { ActivityId activity; std::uint32_t done = 0; std::uint32_t of = 0; std::uint32_t again = 0; };
// Which seats have an input in the box, never what it is: to a screen those it carries, to facilitators all. `again`, of the
// screen's own seat only: its input names something that was removed since.
struct SealedSeats { ActivityId activity; std::vector<SeatId> seats; bool again = false; };
// Storage failed: nothing more is accepted. One sentence: what happened, what is safe, what to do. Empty: it takes everything again.
struct ReadOnly { std::string sentence; };
// Everything so far, as this seat's role may see it, in place of the events: for a screen that missed many, and when what
// its role may see has changed (core/workshop/audience).
struct Snapshot { Workshop workshop; };
// A device whose page cannot be drawn, in words of this list: nobody can put words of their own on the facilitator's screen.
struct Stranded {
  enum class Device : std::uint8_t { other, iphone, ipad, android, chromebook, windows, mac, linux } device = Device::other;
  enum class Why : std::uint8_t { other, no_webgl, no_wasm, lost_graphics } why = Why::other;
  bool operator==(const Stranded&) const = default;
};
// Pairs of seats on one device, as facilitators are told of them.
inline constexpr std::size_t max_one_device = 12;
// Who has a screen connected at this moment, and who would have one if it could draw; to facilitators and stages, coalesced,
// never logged. Who shares a device is the facilitators'.
struct Here {
  std::vector<SeatId> seats;
  std::vector<Stranded> stranded;
  std::vector<OneDevice> one_device;
};
// In answer to a Hello that asks: somebody here has a name that looks like this one. `proposed` is free.
struct NameTaken { std::string name, proposed; bool may_have_been_here = false; };
// To a seat that has not answered yet: the facilitator asks it to.
struct Reminder { ActivityId activity; };
// To the facilitator who asked: so many of the sealed inputs that are in name one of the items. Not `told`: with so few new
// ones the number would say whose they are.
struct Naming { std::vector<Item> items; std::uint32_t naming = 0; std::uint32_t of = 0; bool told = true; };

using HostMessage = std::variant<Welcome, Event, Blank, Acknowledged, Refused, Progress, SealedSeats, Presence, ReadOnly, Snapshot, Here, Reminder, Naming, NameTaken, StageTurn>;

}  // namespace standpoint
