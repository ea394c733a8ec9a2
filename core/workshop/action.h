// EVERYTHING ANYBODY CAN DO IN A SESSION, one small struct each. Command and Event wrap an Action; there is no second
// vocabulary. The order of the variant is the order in the file: new actions are added at the end, never in between.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/workshop/model.h"

namespace standpoint {

// The first event of a session: its title, and the agenda's origin in words.
struct StartSession { std::string title, subtitle; bool operator==(const StartSession&) const = default; };
struct RenameSession { std::string title, subtitle; bool operator==(const RenameSession&) const = default; };

// Somebody takes a seat. `seat` is the next free number; with carried_by, they use that screen in turn.
struct JoinSeat { SeatId seat; std::string name; Role role = Role::participant; SeatId carried_by; bool operator==(const JoinSeat&) const = default; };
struct LeaveSeat { SeatId seat; bool operator==(const LeaveSeat&) const = default; };

struct AddStakeholder { Stakeholder stakeholder; bool operator==(const AddStakeholder&) const = default; };
// The Describe... actions, EditCard and WriteNotes replace a thing by this value, whole. They stand in old files; nothing sends them any more, and check
// refuses them: a Change... carries what was touched and nothing else.
struct DescribeStakeholder { Stakeholder stakeholder; bool operator==(const DescribeStakeholder&) const = default; };
// placed: put where a hand left it on the map, and the band it lands in becomes its ring. Not placed: the place goes
// back to the layout, in `ring`.
struct StakeholderMove { StakeholderId stakeholder; bool placed = true; BoardPoint at; Ring ring = Ring::internal; bool operator==(const StakeholderMove&) const = default; };
struct MoveStakeholders { std::vector<StakeholderMove> moves; bool operator==(const MoveStakeholders&) const = default; };

struct AddTie { Tie tie; bool operator==(const AddTie&) const = default; };
struct DescribeTie { Tie tie; bool operator==(const DescribeTie&) const = default; };

struct AddBoard { Board board; bool operator==(const AddBoard&) const = default; };
struct DescribeBoard { Board board; bool operator==(const DescribeBoard&) const = default; };

struct AddCard { Card card; bool operator==(const AddCard&) const = default; };
struct EditCard { CardId card; std::string text; CardColour colour = CardColour::paper; bool operator==(const EditCard&) const = default; };
struct CardMove { CardId card; std::uint16_t zone = 0; BoardPoint at; bool operator==(const CardMove&) const = default; };
struct MoveCards { std::vector<CardMove> moves; bool operator==(const MoveCards&) const = default; };

// Where the group agrees an item is on a canvas; moves it when it is there already.
struct PlaceOnCanvas { BoardId board; std::vector<CanvasPlace> places; bool operator==(const PlaceOnCanvas&) const = default; };
struct TakeOffCanvas { BoardId board; std::vector<Item> items; bool operator==(const TakeOffCanvas&) const = default; };

// Removes things with all that hangs on them: a stakeholder's ties, places, dots and placements go with it.
struct RemoveItems { std::vector<StakeholderId> stakeholders; std::vector<TieId> ties; std::vector<CardId> cards; bool operator==(const RemoveItems&) const = default; };
struct RestoredPlace { BoardId board; CanvasPlace place; bool operator==(const RestoredPlace&) const = default; };
// Part of an activity that went with removed items: put back as it was.
struct RestoredActivity { ActivityId activity; std::vector<Item> items; std::vector<RevealedInput> inputs; std::vector<Item> stars; bool operator==(const RestoredActivity&) const = default; };
// The inverse of RemoveItems: puts back exactly what was removed.
struct RestoreItems {
  std::vector<Stakeholder> stakeholders; std::vector<Tie> ties; std::vector<Card> cards;
  std::vector<RestoredPlace> places; std::vector<RestoredActivity> activities;
  bool operator==(const RestoreItems&) const = default;
};

// Planned at that place of the agenda; from agenda_end on, as the last.
inline constexpr std::uint16_t agenda_end = 0xFFFF;
struct AddActivity { Activity activity; std::uint16_t agenda_at = agenda_end; bool operator==(const AddActivity&) const = default; };
struct DescribeActivity { Activity activity; bool operator==(const DescribeActivity&) const = default; };
struct RemoveActivity { ActivityId activity; bool operator==(const RemoveActivity&) const = default; };
struct OpenActivity { ActivityId activity; bool operator==(const OpenActivity&) const = default; };
struct CloseActivity { ActivityId activity; bool operator==(const CloseActivity&) const = default; };
// Opens what was sealed. Screens send it with no inputs; the room fills them in from the ballot box.
struct RevealActivity { ActivityId activity; std::vector<RevealedInput> inputs; bool operator==(const RevealActivity&) const = default; };
// Puts a secret input into the ballot box, replacing the seat's earlier one. Never becomes an event.
struct SealInput { ActivityId activity; Input input; bool operator==(const SealInput&) const = default; };
struct GiveStar { ActivityId activity; Item item; bool operator==(const GiveStar&) const = default; };
struct TakeStar { ActivityId activity; Item item; bool operator==(const TakeStar&) const = default; };

struct StartTimer { std::int64_t duration_ms = 0; bool operator==(const StartTimer&) const = default; };
struct StopTimer { bool operator==(const StopTimer&) const = default; };

// Writes a decision down. In old files also one that is there, anew: since then that is ChangeDecision.
struct RecordDecision { Decision decision; bool operator==(const RecordDecision&) const = default; };
struct SetBookmark { BookmarkId bookmark; std::string title; bool operator==(const SetBookmark&) const = default; };
struct ShowOnStage { StageView view; bool operator==(const ShowOnStage&) const = default; };
// Takes back an addition (undo of AddActivity is RemoveActivity, of AddBoard this): a board nothing stands on.
struct RemoveBoard { BoardId board; bool operator==(const RemoveBoard&) const = default; };
struct RemoveDecision { DecisionId decision; bool operator==(const RemoveDecision&) const = default; };
struct RemoveBookmark { BookmarkId bookmark; bool operator==(const RemoveBookmark&) const = default; };
struct DescribeSeat { SeatId seat; std::string name; Role role = Role::participant; bool operator==(const DescribeSeat&) const = default; };
// While it is locked nobody new joins; those who have a seat come back.
// One person is here twice, because their screen came back as a new one: the seat `from` ends, and what was theirs there (what
// they sealed, what they added, the star they may give) is theirs on `into`.
struct MergeSeats { SeatId from, into; bool operator==(const MergeSeats&) const = default; };
struct LockLobby { bool locked = true; bool operator==(const LockLobby&) const = default; };
// frozen: the stage goes on showing this moment; blank: it shows nothing. none: live again.
struct CoverStage { StageCover cover = StageCover::none; bool operator==(const CoverStage&) const = default; };
// The facilitators' notes, whole; see ChangeNotes.
struct WriteNotes { std::string text; bool operator==(const WriteNotes&) const = default; };
// Told by the room with a reveal: how many inputs were about something that was removed before it, and how many dots or
// places went with it. Never whose.
struct TellLost { LostInputs lost; bool operator==(const TellLost&) const = default; };
// Seats that nobody uses and that left no trace end, and their numbers are never given again. Screens send it with no seats;
// the room fills in which these are.
struct ClearSeats { std::vector<SeatId> seats; bool operator==(const ClearSeats&) const = default; };
// Told by the room with a close: how many inputs the ballot box held then.
struct TellCount { CountedInputs counted; bool operator==(const TellCount&) const = default; };

// ---- changes: a thing's fields that were touched, and nothing else (R346). Which member of the thing each field is about is listed in
// changes.h. `over`: 0, or what these fields were when whoever changes them looked (seen_in); others by now, and it is refused (R347).

struct ChangeStakeholder {
  StakeholderId stakeholder;
  std::optional<std::string> name{}, role{}, organisation{};
  std::optional<StakeholderKind> kind{};
  std::optional<std::uint8_t> influence{};
  std::optional<std::int32_t> formal_power{};
  std::optional<Stance> stance{}, desired_stance{};
  std::optional<std::string> needs{}, expectations{}, note{};
  std::uint64_t over = 0;
  bool operator==(const ChangeStakeholder&) const = default;
};
struct ChangeTie {
  TieId tie;
  std::optional<StakeholderId> from{}, to{};
  std::optional<TieKind> kind{};
  std::optional<std::uint8_t> strength{};
  std::optional<std::string> note{};
  std::uint64_t over = 0;
  bool operator==(const ChangeTie&) const = default;
};
// Its words, each for itself; how many regions and zones a board has is for good.
struct ChangeBoard {
  BoardId board;
  std::optional<std::string> title{}, x_name{}, x_low{}, x_high{}, y_name{}, y_low{}, y_high{};
  std::vector<std::optional<std::string>> regions{}, zones{};  // the name of the n-th; none beyond the end
  std::uint64_t over = 0;
  bool operator==(const ChangeBoard&) const = default;
};
struct ChangeCard {
  CardId card;
  std::optional<std::string> text{};
  std::optional<CardColour> colour{};
  std::uint64_t over = 0;
  bool operator==(const ChangeCard&) const = default;
};
// A seat's name, changed by whoever sits on it or by a facilitator; its role by a facilitator only (a deputy is one).
struct ChangeSeat {
  SeatId seat;
  std::optional<std::string> name{};
  std::optional<Role> role{};
  std::uint64_t over = 0;
  bool operator==(const ChangeSeat&) const = default;
};
struct ChangeActivity {
  ActivityId activity;
  std::optional<std::string> title{};
  std::optional<std::uint16_t> minutes{};
  std::optional<BoardId> board{};
  std::optional<Secrecy> secrecy{};
  std::optional<ActivityId> follows{};
  std::optional<bool> show_stance{}, show_conflicts{};
  std::uint64_t over = 0;
  bool operator==(const ChangeActivity&) const = default;
};
// What belongs to one kind of activity only.
struct ChangeSetup {
  ActivityId activity;
  SetupChange setup{};
  std::uint64_t over = 0;
  bool operator==(const ChangeSetup&) const = default;
};
struct ChangeDecision {
  DecisionId decision;
  std::optional<std::string> text{}, owner{};
  std::uint64_t over = 0;
  bool operator==(const ChangeDecision&) const = default;
};
// The facilitators' own notes about the session; they reach nobody else.
struct ChangeNotes {
  std::optional<std::string> notes{};
  std::uint64_t over = 0;
  bool operator==(const ChangeNotes&) const = default;
};
// So much is left on the timer from now on; it runs on if it ran, and stays paused if it did not.
struct AdjustTimer { std::int64_t left_ms = 0; bool operator==(const AdjustTimer&) const = default; };
// Told by the room with a reveal: the receipts (Command) of the inputs that counted, in the order of these numbers, so that one that is sent
// again to a host that was started again since is answered as counted. Never whose, and nothing of what they were.
struct TellReceipts { ActivityId activity; std::vector<std::uint64_t> receipts; bool operator==(const TellReceipts&) const = default; };

// ---- one person, added twice (merging.h) ----

// They are one person: `gone` goes on as `kept`, with all that hangs on them.
struct MergeStakeholders { StakeholderId kept, gone; bool operator==(const MergeStakeholders&) const = default; };
// The inverse of MergeStakeholders: they are two people again, and what the merge changed is as it was.
struct SeparateStakeholders {
  ChangeStakeholder kept{};                    // the old values of what was filled in from the other
  std::vector<StakeholderMove> stood{};        // how that one stood on the map, where it took the other's place; else none
  Stakeholder gone{};
  std::vector<Tie> ties{};                     // those that moved, grew or went; sorted
  std::vector<RestoredPlace> places{};         // of the one who was gone; and of the one who stayed, where they had one beside it
  std::vector<RestoredActivity> activities{};  // that were about the one who was gone
  std::vector<FirstWords> first_words{};       // of the one who was gone
  std::uint64_t over = 0;                      // what the merge made of all this (seen_in); another by now, and it is refused
  bool operator==(const SeparateStakeholders&) const = default;
};

using Action = std::variant<
    StartSession, RenameSession, JoinSeat, LeaveSeat,
    AddStakeholder, DescribeStakeholder, MoveStakeholders, AddTie, DescribeTie,
    AddBoard, DescribeBoard, AddCard, EditCard, MoveCards, PlaceOnCanvas, TakeOffCanvas,
    RemoveItems, RestoreItems,
    AddActivity, DescribeActivity, RemoveActivity, OpenActivity, CloseActivity, RevealActivity, SealInput,
    GiveStar, TakeStar, StartTimer, StopTimer, RecordDecision, SetBookmark, ShowOnStage,
    RemoveBoard, RemoveDecision, RemoveBookmark,
    DescribeSeat, LockLobby, CoverStage, WriteNotes,
    TellLost, MergeSeats, ClearSeats, TellCount,
    ChangeStakeholder, ChangeTie, ChangeBoard, ChangeCard, ChangeSeat, ChangeActivity, ChangeSetup,
    MergeStakeholders, SeparateStakeholders, ChangeDecision, ChangeNotes, AdjustTimer, TellReceipts>;

static_assert(std::variant_size_v<Action> == 56, "actions are only ever added at the end: files store the index");

}  // namespace standpoint
