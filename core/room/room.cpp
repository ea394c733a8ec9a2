// What the room hears: who a link speaks for, whether a command is new, whether the rules allow it. What becomes of it
// is in commit.cpp.
#include "core/room/room.h"

#include <algorithm>
#include <utility>

#include "core/activities/activities.h"
#include "core/file/secret.h"
#include "core/room/reveal.h"
#include "core/workshop/apply.h"
#include "core/workshop/check.h"
#include "core/workshop/names.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

using Why = Refusal::Why;

// How far back the log is searched for a command that was sent before the host was restarted.
constexpr std::uint64_t events_searched = 4096;

// More than any file has, so that the screen is told the workshop (caught_up_from).
constexpr std::uint64_t holds_another_file = ~std::uint64_t{0};

}  // namespace

Room::Room(Workshop workshop, OrderedLog& log, BallotBoxes& boxes)
    : confirmed_(std::move(workshop)), tentative_(confirmed_), log_(log), boxes_(boxes), sequence_at_start_(confirmed_.sequence) {
  for (const Seat& seat : confirmed_.seats) heard_[seat.id].highest = seat.last_counter;
  for (const Activity& activity : confirmed_.activities) {
    if (!rules_of(activity).takes_inputs()) continue;
    if (activity.phase == Phase::revealed) boxes_to_destroy_.insert(activity.id);
    if (activity.phase != Phase::open && activity.phase != Phase::closed) continue;
    Result<std::vector<BallotBoxes::Sealed>> box = boxes_.read(activity.id);
    if (!box) continue;  // said when somebody seals or reveals
    for (BallotBoxes::Sealed& sealed : *box) {
      sealed_[activity.id][sealed.seat] = sealed.counter;
      note_sealed(activity.id, sealed.seat);
      std::uint32_t& highest = highest_counter(sealed.seat, sealed.counter);
      highest = std::max(highest, sealed.counter);
      erase_secret(sealed.input);
    }
    look_again(activity.id);
  }
  destroy_boxes();
}

void Room::connect(LinkId id) {
  links_[id] = Link{};
  regroup();
}

void Room::disconnect(LinkId id) {
  links_.erase(id);
  regroup();
}

void Room::hear(LinkId id, const ScreenMessage& message, std::int64_t now_ms) {
  const auto link = links_.find(id);
  if (link == links_.end()) return;  // said just before the link was lost
  std::visit([&](const auto& said) { hear_from(id, link->second, said, now_ms); }, message);
}

SeatId Room::seat_of(LinkId id) const {
  const auto link = links_.find(id);
  return link == links_.end() ? SeatId{} : link->second.seat;
}

bool Room::carries(const Link& link, SeatId id) const {
  if (!link.seat || !id) return false;
  if (link.seat == id) return true;
  const Seat* const seat = find(tentative_, id);
  return seat && seat->carried_by == link.seat;
}

// ---- taking a seat ----

void Room::hear_from(LinkId id, Link& link, const Hello& hello, std::int64_t now_ms) {
  MaybeRefusal refusal;
  if (link.seat) {
    refusal = Refusal{Why::malformed, "This screen already has a seat. Nothing was changed."};
  } else {
    refusal = hello.seat ? take_seat(id, link, hello.seat, now_ms) : take_new_seat(id, link, hello, now_ms);
  }
  if (refusal) return refuse(id, hello.seat, 0, *refusal);
  if (!link.seat) return;  // was asked about the name
  link.live = false;
  link.have_sequence = hello.have_sequence <= confirmed_.sequence ? hello.have_sequence : holds_another_file;
}

Room::MaybeRefusal Room::take_new_seat(LinkId id, Link& link, const Hello& hello, std::int64_t now_ms) {
  std::string name = clean_name(hello.name);
  if (const Seat* const other = hello.role == Role::stage ? nullptr : named_alike(tentative_, name)) {
    const bool may_have_been_here = other->role == hello.role && hello.role != Role::facilitator;
    if (hello.same_name == Hello::SameName::ask) {
      tell(id, NameTaken{other->name, with_addition(tentative_, name), may_have_been_here});
      return std::nullopt;
    }
    const bool was_here = hello.same_name == Hello::SameName::was_here && may_have_been_here;
    name = was_here ? other->name : with_addition(tentative_, name);
  }
  if (tentative_.seats.size() >= seats_in_all(hello.role))
    if (std::vector<SeatId> empty = answered_in_secret() ? std::vector<SeatId>{} : empty_seats(); !empty.empty())
      (void)queue_event(id, Command{SeatId{}, 0, ClearSeats{std::move(empty)}}, now_ms);
  const SeatId seat = next_seat(tentative_);
  MaybeRefusal refusal = queue_event(id, Command{SeatId{}, 0, JoinSeat{seat, std::move(name), hello.role, SeatId{}}}, now_ms);
  if (!refusal) link.seat = seat;
  return refusal;
}

// The newest screen has the seat: two would count their commands alike.
Room::MaybeRefusal Room::take_seat(LinkId id, Link& link, SeatId wanted, std::int64_t now_ms) {
  const Seat* const seat = find(tentative_, wanted);
  if (!seat) return Refusal{Why::not_found, "This seat is not in the session. Nothing was changed; join again with your name."};
  if (seat->merged_into) return Refusal{Why::not_allowed, "This seat goes on on another screen. Nothing was changed; join again with your name."};
  if (seat->carried_by) return Refusal{Why::not_allowed, "This seat is used on another screen in turn. Nothing was changed; join again with your name."};
  for (auto& [other_id, other] : links_) {
    if (other_id == id || other.seat != wanted) continue;
    refuse(other_id, wanted, 0, Refusal{Why::not_allowed, "This seat is now used on another screen. What you sent is safe; reload to use it here."});
    other = Link{};
    regroup();
  }
  link.seat = wanted;
  if (seat->present || read_only_) return std::nullopt;
  return queue_event(id, Command{SeatId{}, 0, JoinSeat{wanted, seat->name, seat->role, SeatId{}}}, now_ms);
}

// ---- commands ----

void Room::hear_from(LinkId id, Link& link, const Command& command, std::int64_t now_ms) {
  const auto refuse_it = [&](Refusal refusal) { refuse(id, command.by, command.counter, refusal); };
  if (!link.seat) return refuse_it({Why::not_allowed, "This screen has no seat yet. Nothing was changed; join first."});
  if (!carries(link, command.by)) return refuse_it({Why::not_allowed, "This seat is not used on this screen. Nothing was changed."});
  if (command.counter == 0 || counts_sealed(command.counter) != std::holds_alternative<SealInput>(command.action))
    return refuse_it({Why::malformed, "This message has no number. Nothing was changed; reload the screen."});
  std::uint32_t& highest = highest_counter(command.by, command.counter);
  if (command.counter <= highest) return answer_again(id, command);
  highest = command.counter;
  const MaybeRefusal refusal = queue(id, command, now_ms);
  if (!refusal) return;
  refuse_it(*refusal);
  remember(command.by, Outcome{command.counter, 0, refusal});
}

// Secret inputs are counted apart.
std::uint32_t& Room::highest_counter(SeatId seat, std::uint32_t counter) {
  Heard& heard = heard_[seat];
  return counts_sealed(counter) ? heard.sealed : heard.highest;
}

Room::MaybeRefusal Room::queue(LinkId id, const Command& command, std::int64_t now_ms) {
  if (const auto* seal = std::get_if<SealInput>(&command.action)) return queue_input(id, command, *seal);
  if (const auto* reveal = std::get_if<RevealActivity>(&command.action)) return queue_reveal(id, command, *reveal, now_ms);
  if (const auto* close = std::get_if<CloseActivity>(&command.action)) return queue_close(id, command, *close, now_ms);
  if (const auto* clearing = std::get_if<ClearSeats>(&command.action)) return queue_clearing(id, command, *clearing, now_ms);
  return queue_event(id, command, now_ms);
}

Room::MaybeRefusal Room::queue_event(LinkId id, const Command& command, std::int64_t now_ms) {
  if (read_only_) return Refusal{Why::storage, *read_only_};
  if (MaybeRefusal refusal = check(tentative_, command.by, command.action)) return refusal;
  return enqueue(id, command, now_ms);
}

// What was heard before it is in the box, and counted with it.
Room::MaybeRefusal Room::queue_close(LinkId id, const Command& command, const CloseActivity& close, std::int64_t now_ms) {
  commit();
  MaybeRefusal refusal = queue_event(id, command, now_ms);
  const Activity* const activity = find(tentative_, close.activity);
  if (refusal || !activity || !collects_inputs(tentative_, *activity)) return refusal;
  const auto box = sealed_.find(close.activity);
  const auto inputs = static_cast<std::uint32_t>(box == sealed_.end() ? 0 : box->second.size()) + boxes_.unreadable(close.activity).value_or(0);
  if (inputs == 0) return std::nullopt;
  return queue_event(id, Command{SeatId{}, 0, TellCount{{close.activity, inputs}}}, now_ms);
}

// Other people's box, or a part of one, may lie there: whoever leads knows before it is opened.
Room::MaybeRefusal Room::differs_from_count(ActivityId id, std::size_t inputs) {
  const CountedInputs* const counted = find_in(tentative_.counted, id);
  if (!counted || counted->inputs == inputs || !told_difference_.insert(id).second) return std::nullopt;
  return Refusal{Why::storage, "At the close there were " + std::to_string(counted->inputs) + " answers, and now there are " + std::to_string(inputs) +
                                   ". Nothing was revealed. Look whether the session's ballot file lies beside it, or reveal again to go on with what is there."};
}

// The whole box cannot be read now: whoever leads may wait until it can, or go on without it.
Room::MaybeRefusal Room::box_is_lost(ActivityId id, const std::string& why) {
  const CountedInputs* const counted = find_in(tentative_.counted, id);
  const std::size_t inputs = counted ? counted->inputs : who_answered(id).size();
  if (!told_unreadable_.insert(id).second) return std::nullopt;
  return Refusal{Why::storage, "The file that keeps what was answered cannot be read: " + why + " " + std::to_string(inputs) +
                                   (inputs == 1 ? " answer is" : " answers are") + " in it. Nothing was revealed. Reveal again to go on without what is lost."};
}

// Inputs heard before the reveal must be in the box, so everything so far is committed first.
Room::MaybeRefusal Room::queue_reveal(LinkId id, const Command& command, const RevealActivity& reveal, std::int64_t now_ms) {
  if (!reveal.inputs.empty()) return Refusal{Why::malformed, "Only the host opens the ballot box. Nothing was changed; reload the screen."};
  commit();
  if (read_only_) return Refusal{Why::storage, *read_only_};
  if (MaybeRefusal refusal = check(tentative_, command.by, command.action)) return refusal;
  Result<std::vector<BallotBoxes::Sealed>> box = boxes_.read(reveal.activity);
  if (!box)
    if (MaybeRefusal lost = box_is_lost(reveal.activity, box.error().sentence)) return lost;
  const bool lost_whole = !box;
  if (lost_whole) box.emplace();
  const std::size_t inputs_there = box->size();
  keep_one_each(confirmed_, *box);
  const Result<std::uint32_t> unreadable = lost_whole ? Result<std::uint32_t>(0) : boxes_.unreadable(reveal.activity);
  if (!unreadable) return Refusal{Why::storage, unreadable.error().sentence};
  if (*unreadable != 0 && told_unreadable_.insert(reveal.activity).second) {
    for (BallotBoxes::Sealed& sealed : *box) erase_secret(sealed.input);
    const std::string lost = *unreadable == 1 ? "One input" : std::to_string(*unreadable) + " inputs";
    return Refusal{Why::storage, "The file that keeps what was answered is damaged: " + lost + " can no longer be read, " +
                                     std::to_string(box->size()) + " can. Nothing was revealed. Reveal again to go on without what is lost."};
  }
  if (MaybeRefusal differs = lost_whole ? MaybeRefusal() : differs_from_count(reveal.activity, inputs_there + *unreadable)) {
    for (BallotBoxes::Sealed& sealed : *box) erase_secret(sealed.input);
    return differs;
  }
  Result<std::vector<RevealedInput>> inputs = revealed_inputs(tentative_, *find(tentative_, reveal.activity), *box);
  const LostInputs lost = lost_in(tentative_, *find(tentative_, reveal.activity), *box);
  TellReceipts counted{reveal.activity, receipts_of(*box)};
  for (BallotBoxes::Sealed& sealed : *box) erase_secret(sealed.input);
  if (!inputs) return Refusal{Why::storage, inputs.error().sentence};
  MaybeRefusal refusal = enqueue(id, Command{command.by, command.counter, RevealActivity{reveal.activity, std::move(*inputs)}}, now_ms);
  if (!refusal && lost.inputs != 0) refusal = queue_event(id, Command{SeatId{}, 0, TellLost{lost}}, now_ms);
  if (!refusal && !counted.receipts.empty()) refusal = queue_event(id, Command{SeatId{}, 0, std::move(counted)}, now_ms);
  return refusal;
}

// Inputs are put into the box before the events of the same commit are appended; a box must not be there before its
// activity is open on disk.
Room::MaybeRefusal Room::queue_input(LinkId id, const Command& command, const SealInput& seal) {
  if (counted_earlier(command, seal)) {
    acknowledge(id, command.by, {command.counter, 0, {}});
    return std::nullopt;
  }
  if (read_only_) return Refusal{Why::storage, *read_only_};
  if (MaybeRefusal refusal = check(tentative_, command.by, command.action)) return refusal;
  const Activity* const on_disk = find(confirmed_, seal.activity);
  if (!on_disk || on_disk->phase != Phase::open) commit();
  if (read_only_) return Refusal{Why::storage, *read_only_};
  Bytes input = encoded(seal.input);
  if (input.size() > max_input_bytes) {
    erase_secret(input);
    return Refusal{Why::full, "This is more than the ballot box takes from one person. Nothing was changed; use fewer items."};
  }
  inputs_.push_back(QueuedInput{id, seal.activity, {command.by, command.counter, std::move(input), command.receipt}});
  return std::nullopt;
}

// An event that the file could not give back is refused here: once written, it would lock everybody out.
Room::MaybeRefusal Room::enqueue(LinkId id, const Command& command, std::int64_t now_ms) {
  last_ms_ = std::max(last_ms_, now_ms);
  Event event{tentative_.sequence + 1, last_ms_, command.by, command.counter, command.action};
  const Bytes bytes = encoded(event);
  if (bytes.size() > max_event_bytes || !decoded_event(bytes))
    return Refusal{Why::full, "This change is too large to keep in one piece. Nothing was changed; do it in smaller parts."};
  apply(tentative_, event);
  events_.push_back(QueuedEvent{id, std::move(event)});
  return std::nullopt;
}

// ---- commands heard before ----

void Room::answer_again(LinkId id, const Command& command) {
  for (QueuedEvent& queued : events_)
    if (queued.event.by == command.by && queued.event.counter == command.counter) {
      queued.link = id;  // the answer goes to the screen that asked last
      return;
    }
  for (QueuedInput& queued : inputs_)
    if (queued.sealed.seat == command.by && queued.sealed.counter == command.counter) {
      queued.link = id;
      return;
    }
  for (const Outcome& outcome : heard_[command.by].outcomes) {
    if (outcome.counter != command.counter) continue;
    if (outcome.refusal) return refuse(id, command.by, command.counter, *outcome.refusal);
    return acknowledge(id, command.by, outcome);
  }
  const auto* seal = std::get_if<SealInput>(&command.action);
  if (seal && (sealed_counter(seal->activity, command.by) >= command.counter || counted_earlier(command, *seal))) return acknowledge(id, command.by, {command.counter, 0, {}});
  if (const std::uint64_t sequence = earlier_event_of(command)) return acknowledge(id, command.by, {command.counter, sequence, {}});
  refuse(id, command.by, command.counter, {Why::duplicate_id, "This change was answered before and is not made twice. Look at the board to see whether it is there."});
}

// Of the seat's input in the box; 0 when there is none.
std::uint32_t Room::sealed_counter(ActivityId activity, SeatId seat) const {
  const auto box = sealed_.find(activity);
  if (box == sealed_.end()) return 0;
  const auto input = box->second.find(seat);
  return input == box->second.end() ? 0 : input->second;
}

// On this seat or on one that became one with it.
bool Room::has_answered(ActivityId activity, SeatId seat) const {
  const std::vector<SeatId> seats = who_answered(activity);
  return std::find(seats.begin(), seats.end(), seat) != seats.end();
}

// By the seats they go on on, each once.
std::vector<SeatId> Room::who_answered(ActivityId activity) const {
  std::set<SeatId> seats;
  if (const auto box = sealed_.find(activity); box != sealed_.end())
    for (const auto& [seat, counter] : box->second) seats.insert(person_of(confirmed_, seat));
  return {seats.begin(), seats.end()};
}

// What lies in the box and counts.
Result<std::vector<BallotBoxes::Sealed>> Room::read_counting(ActivityId activity) {
  Result<std::vector<BallotBoxes::Sealed>> box = boxes_.read(activity);
  if (box) keep_one_each(confirmed_, *box);
  return box;
}

const Room::Earlier& Room::earlier() {
  if (earlier_) return *earlier_;
  earlier_.emplace();
  const std::uint64_t first = sequence_at_start_ > events_searched ? sequence_at_start_ - events_searched + 1 : 1;
  const Result<std::vector<Event>> events = log_.read_from(first);
  if (!events) return *earlier_;
  for (const Event& event : *events) {
    if (event.sequence > sequence_at_start_) continue;
    if (event.counter != 0) earlier_->events.emplace(std::pair(event.by, event.counter), event.sequence);
    if (const auto* const counted = std::get_if<TellReceipts>(&event.action))
      for (const std::uint64_t receipt : counted->receipts) earlier_->receipts.emplace(counted->activity, receipt);
  }
  return *earlier_;
}

// 0: none that is found.
std::uint64_t Room::earlier_event_of(const Command& command) {
  const auto found = earlier().events.find(std::pair(command.by, command.counter));
  return found == earlier().events.end() ? 0 : found->second;
}

// By a host that made the reveal and was ended since: its box is gone, and what is left is which receipts counted.
bool Room::counted_earlier(const Command& command, const SealInput& seal) {
  const Activity* const activity = find(confirmed_, seal.activity);
  if (command.receipt == 0 || !activity || activity->phase != Phase::revealed) return false;
  return earlier().receipts.count({seal.activity, command.receipt}) > 0;
}

// ---- presence, turned pages and reminders ----

void Room::hear_from(LinkId id, Link& link, const Presence& presence, std::int64_t) {
  // Where people place or vote in secret on a board, a finger moving over it would tell on them.
  if (!link.live || !carries(link, presence.by) || answered_on(tentative_, presence.board)) return;
  const Seat* const mover = find(confirmed_, presence.by);
  const bool moves_things = mover && (mover->role == Role::facilitator || mover->role == Role::participant) && presence.items.size() <= max_moving &&
                            find(confirmed_, presence.board) && std::all_of(presence.items.begin(), presence.items.end(), [&](Item item) { return exists(confirmed_, item); });
  if (!moves_things) return;
  std::vector<LinkId> others;
  for (const auto& [other_id, other] : links_)
    if (other_id != id && other.live) others.push_back(other_id);
  if (!others.empty()) outbox_.push_back({std::make_shared<const std::vector<LinkId>>(std::move(others)), presence});
}

// Also to who sent it: so all screens end at what the room heard last, whoever else turned meanwhile (Replica::take).
void Room::hear_from(LinkId, Link& link, const StageTurn& turn, std::int64_t) {
  const Seat* const turns = link.live ? find(confirmed_, link.seat) : nullptr;
  if (!turns || turns->role != Role::facilitator || turn.by != link.seat) return;
  turn_ = turn;
  for (const Role role : {Role::facilitator, Role::stage})
    if (!live_links(role)->empty()) outbox_.push_back({live_links(role), turn});
}

// Only what was asked is answered: so no more is kept than there were questions.
void Room::hear_from(LinkId, Link& link, const AreTwo& two, std::int64_t) {
  const Seat* const says = link.live ? find(confirmed_, link.seat) : nullptr;
  const auto asked = std::find(one_device_.begin(), one_device_.end(), two.seats);
  if (!says || says->role != Role::facilitator || asked == one_device_.end()) return;
  two_people_.push_back(two.seats);
  one_device_.erase(asked);
  told_here_.reset();
}

// Only those are reminded who can answer and have not: who is done is not told apart from who watches.
void Room::hear_from(LinkId, Link& link, const Remind& remind, std::int64_t) {
  const Seat* const asks = link.live ? find(confirmed_, link.seat) : nullptr;
  const Activity* const activity = find(confirmed_, remind.activity);
  if (!asks || asks->role != Role::facilitator || !activity) return;
  if (activity->phase != Phase::open || !collects_inputs(confirmed_, *activity)) return;
  for (const auto& [id, other] : links_) {
    const Seat* const seat = other.live ? find(confirmed_, other.seat) : nullptr;
    if (seat && seat->role == Role::participant && (!has_answered(activity->id, seat->id) || lost_something(activity->id, seat->id))) tell(id, Reminder{activity->id});
  }
}

}  // namespace standpoint
