// The course of a generated session. See generated_session.h.
#include "tests/core/samples/generated_session.h"

#include <algorithm>
#include <functional>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/room/reveal.h"
#include "core/workshop/activity_parts.h"

namespace standpoint {
namespace {

class Course {
 public:
  Course(const SessionPlan& plan, std::uint64_t seed) : plan_(plan), words_(plan.wording, seed) { random_.state = seed * 0x9E3779B97F4A7C15u + 1; }

  GeneratedSession held() {
    begin();
    add_people();
    add_boards();
    for (const Board& board : Workshop(room_.workshop).boards) {
      room_.act(room_.facilitator, ShowOnStage{{board.id, {}}});
      keep("board " + std::to_string(++boards_shown_));
    }
    talk(ActivityKind::discuss, "discuss without a board", {});
    talk(ActivityKind::brainstorm, "brainstorm", room_.cards);
    talk(ActivityKind::nominate, "nominate", room_.map);
    talk(ActivityKind::place, "place on the map", room_.map);
    hold_placings();
    hold_votes();
    talk(ActivityKind::rate, "rate", {});
    decide();
    add_activity(ActivityKind::discuss, "the last", {});
    spread_over_time();
    return std::move(room_);
  }

 private:
  void keep(std::string name, std::vector<SeatId> sealed = {}) { room_.moments.push_back({std::move(name), room_.workshop.sequence, std::move(sealed)}); }

  void begin() {
    room_.act({}, StartSession{words_.title(), words_.line()});
    room_.facilitator = room_.join(words_.person(), Role::facilitator);
    keep("nothing yet");
    for (int i = 0; i < plan_.participants; ++i) {
      const bool carried = i % 5 == 4;  // shares the screen that is passed
      room_.participants.push_back(room_.join(words_.person(), Role::participant, carried ? room_.facilitator : SeatId{}));
    }
    room_.observer = room_.join(words_.person(), Role::observer);
    room_.stage = room_.join("Stage", Role::stage);
    keep("lobby");
    room_.act(room_.facilitator, ChangeNotes{words_.text(max_note_bytes)});
  }

  // Mostly the facilitator, sometimes somebody in the room.
  SeatId somebody() { return room_.participants.empty() || random_.chance(2) ? room_.facilitator : room_.participants[random_.below(room_.participants.size())]; }

  void add_people() {
    for (int i = 0; i < plan_.people; ++i) {
      const SeatId by = somebody();
      Stakeholder s;
      s.id = room_.next<StakeholderId>(by);
      s.kind = static_cast<StakeholderKind>(random_.below(stakeholder_kind_count));
      s.name = random_.chance(6) ? words_.organisation() : words_.person();
      s.role = words_.line();
      s.organisation = words_.organisation();
      s.ring = static_cast<Ring>(random_.below(ring_count));
      s.influence = static_cast<std::uint8_t>(1 + random_.below(5));
      s.stance = static_cast<Stance>(random_.below(stance_count));
      s.desired_stance = static_cast<Stance>(random_.below(stance_count));
      s.needs = words_.text(max_text_bytes);
      s.expectations = words_.text(max_text_bytes);
      if (by == room_.facilitator) s.note = words_.text(max_note_bytes);
      room_.act(by, AddStakeholder{s});
    }
  }

  // About three ties for two people; what is there already, or hidden from who draws it, is refused and left out.
  void add_ties() {
    const auto& people = room_.workshop.stakeholders;
    for (int i = 0; i < plan_.people * 3 / 2; ++i) {
      const Tie tie{room_.next<TieId>(room_.facilitator), random_.id_in(people), random_.id_in(people), static_cast<TieKind>(random_.below(tie_kind_count)),
                    static_cast<std::uint8_t>(1 + random_.below(3)), random_.chance(4) ? words_.text(max_text_bytes) : std::string()};
      room_.attempt(room_.facilitator, AddTie{tie});
    }
    MoveStakeholders moved;
    for (std::size_t i = 0; i < people.size(); i += 7) moved.moves.push_back({people[i].id, true, random_.point(), Ring::internal});
    if (!moved.moves.empty()) room_.act(room_.facilitator, moved);
  }

  Board new_board(BoardKind kind) {
    Board board;
    board.id = room_.next<BoardId>(room_.facilitator);
    board.kind = kind;
    board.title = words_.title();
    if (kind == BoardKind::canvas) {
      board.x = {words_.line(), words_.line(), words_.line()};
      board.y = {words_.line(), words_.line(), words_.line()};
      for (int i = 0; i < 4; ++i) board.regions.push_back(words_.line());
    }
    if (kind != BoardKind::cards) return board;
    const int zones = std::clamp(plan_.cards / 5, 2, 6);
    for (std::int32_t i = 0; i < zones; ++i) board.zones.push_back({words_.line(), {{i * board_max / zones, 0}, {(i + 1) * board_max / zones, board_max}}});
    return board;
  }
  BoardId add_board(BoardKind kind) {
    const Board board = new_board(kind);
    room_.act(room_.facilitator, AddBoard{board});
    return board.id;
  }

  void add_boards() {
    room_.map = add_board(BoardKind::map);
    add_ties();
    room_.canvas = add_board(BoardKind::canvas);
    room_.cards = add_board(BoardKind::cards);
    const auto zones = find(room_.workshop, room_.cards)->zones;
    for (int i = 0; i < plan_.cards; ++i) {
      const SeatId by = somebody();
      const std::size_t zone = random_.below(zones.size());
      const BoardRect area = zones[zone].area;
      const BoardPoint at{area.min.x + static_cast<std::int32_t>(random_.below(static_cast<std::size_t>(area.max.x - area.min.x))), static_cast<std::int32_t>(random_.below(board_max))};
      room_.act(by, AddCard{{room_.next<CardId>(by), room_.cards, static_cast<std::uint16_t>(zone), at, static_cast<CardColour>(random_.below(card_colour_count)), words_.card()}});
    }
    PlaceOnCanvas agreed{room_.canvas, {}};
    for (const Item& item : people_and_cards())
      if (random_.chance(2)) agreed.places.push_back({item, random_.point()});
    if (!agreed.places.empty()) room_.act(room_.facilitator, agreed);
    for (int i = 0; i < plan_.more_boards; ++i) add_board(static_cast<BoardKind>(i % 3));
  }

  std::vector<Item> people() const {
    std::vector<Item> all;
    for (const Stakeholder& s : room_.workshop.stakeholders) all.emplace_back(s.id);
    return all;
  }
  std::vector<Item> cards() const {
    std::vector<Item> all;
    for (const Card& card : room_.workshop.cards) all.emplace_back(card.id);
    return all;
  }
  std::vector<Item> people_and_cards() const {
    std::vector<Item> all = people();
    for (const Item& item : cards()) all.push_back(item);
    return sorted_items(std::move(all));
  }

  // ---- activities ----

  ActivityId add_activity(ActivityKind kind, const std::string& name, BoardId board, const std::function<void(Activity&)>& arrange = {}) {
    Activity activity;
    activity.id = room_.next<ActivityId>(room_.facilitator);
    set_kind(activity, kind);
    activity.title = words_.title();
    activity.minutes = static_cast<std::uint16_t>(5 + random_.below(90));
    activity.board = board;
    activity.show_stance = activity.show_conflicts = random_.chance(2);
    if (arrange) arrange(activity);
    room_.act(room_.facilitator, AddActivity{activity});
    room_.act(room_.facilitator, ShowOnStage{{board, activity.id}});
    keep(name + ", planned");
    return activity.id;
  }
  // False: the rules do not open it.
  bool open(ActivityId id, const std::string& name) {
    if (room_.attempt(room_.facilitator, OpenActivity{id})) return false;
    room_.act(room_.facilitator, StartTimer{find(room_.workshop, id)->minutes * std::int64_t{60'000}});
    keep(name + ", open");
    return true;
  }
  void close(ActivityId id, const std::string& name, std::vector<SeatId> sealed) {
    room_.act(room_.facilitator, StopTimer{});
    room_.act(room_.facilitator, CloseActivity{id});
    keep(name + ", closed", std::move(sealed));
  }

  void talk(ActivityKind kind, const std::string& name, BoardId board) {
    const ActivityId id = add_activity(kind, name, board);
    if (!open(id, name)) return;
    room_.act(room_.facilitator, SetBookmark{room_.next<BookmarkId>(room_.facilitator), words_.title()});
    close(id, name, {});
  }

  Input input_of(const Activity& activity) {
    if (activity.kind == ActivityKind::place) {
      PlacementSheet sheet;
      for (const Item& item : items_of(activity))
        if (!random_.chance(8)) sheet.placements.push_back({item, random_.point()});
      return sheet;
    }
    Ballot ballot;
    std::uint32_t left = vote_of(activity).dots_per_person;
    const std::uint32_t most = vote_of(activity).dots_per_item == 0 ? vote_of(activity).dots_per_person : vote_of(activity).dots_per_item;
    for (const Item& item : items_of(activity)) {
      const std::uint32_t count = random_.chance(3) ? 0 : std::min(left, random_.below(most) + 1);
      if (count > 0) ballot.dots.push_back({item, static_cast<std::uint16_t>(count)});
      left -= count;
    }
    return ballot;
  }

  // Four in five answer; what they seal is kept as the box keeps it, and revealed as the room reveals it.
  void hold(ActivityId id, const std::string& name) {
    if (!open(id, name)) return;
    std::vector<BallotBoxes::Sealed> box;
    std::vector<SeatId> sealed;
    for (const SeatId seat : room_.participants) {
      if (random_.chance(5)) continue;
      const Activity& activity = *find(room_.workshop, id);
      const SealInput seal{id, input_of(activity)};
      REQUIRE_FALSE(check(room_.workshop, seat, seal));
      box.push_back({seat, static_cast<std::uint32_t>(box.size() + 1), encoded(seal.input)});
      sealed.push_back(seat);
    }
    keep(name + ", open and answered", sealed);
    close(id, name, sealed);
    auto inputs = revealed_inputs(room_.workshop, *find(room_.workshop, id), box);
    REQUIRE(inputs.has_value());
    room_.act(room_.facilitator, RevealActivity{id, std::move(*inputs)});
    keep(name + ", revealed");
  }

  void hold_placings() {
    const auto items = [&](Activity& a) { *items_in(a) = people(); };
    const ActivityId first = add_activity(ActivityKind::place, "placing", room_.canvas, items);
    hold(first, "placing");
    const ActivityId second = add_activity(ActivityKind::place, "second placing", room_.canvas, [&](Activity& a) {
      items(a);
      a.follows = first;
    });
    hold(second, "second placing");
    hold(add_activity(ActivityKind::place, "named placing of cards", room_.canvas, [&](Activity& a) {
           *items_in(a) = cards();
           a.secrecy = Secrecy::named;
         }), "named placing of cards");
  }

  void hold_votes() {
    const ActivityId first = add_activity(ActivityKind::vote, "vote on cards", room_.cards, [&](Activity& a) {
      *items_in(a) = cards();
      vote_in(a)->dots_per_person = static_cast<std::uint16_t>(std::max<std::size_t>(2, (items_of(a).size() + 3) / 4));
      vote_in(a)->dots_per_item = static_cast<std::uint16_t>(random_.below(3));
      vote_in(a)->decider = room_.participants.empty() ? SeatId{} : room_.participants.front();
    });
    hold(first, "vote on cards");
    give_star(first, "vote on cards");
    hold(add_activity(ActivityKind::vote, "run-off", room_.cards, [&](Activity& a) {
           const auto all = cards();
           items_in(a)->assign(all.begin(), all.begin() + std::min<std::ptrdiff_t>(3, std::ssize(all)));
           vote_in(a)->dots_per_person = 1;
           a.follows = first;
         }), "run-off");
    hold(add_activity(ActivityKind::vote, "named vote on people", room_.map, [&](Activity& a) {
           *items_in(a) = people();
           vote_in(a)->dots_per_person = 30;
           a.secrecy = Secrecy::named;
         }), "named vote on people");
  }

  void give_star(ActivityId id, const std::string& name) {
    const Activity& vote = *find(room_.workshop, id);
    if (vote.phase != Phase::revealed || !decider_of(vote)) return;
    const SeatId by = find(room_.workshop, decider_of(vote))->carried_by ? room_.facilitator : decider_of(vote);
    room_.act(by, GiveStar{id, items_of(vote).front()});
    keep(name + ", with the star");
  }

  void decide() {
    const ActivityId id = add_activity(ActivityKind::decide, "decide", room_.cards);
    open(id, "decide");
    for (int i = 0; i < plan_.decisions; ++i)
      room_.act(room_.facilitator, RecordDecision{{room_.next<DecisionId>(room_.facilitator), words_.text(max_text_bytes), words_.person()}});
    keep("decide, decided");
    close(id, "decide", {});
  }

  // The whole takes as long as planned; timers keep to the new times.
  void spread_over_time() {
    const auto n = static_cast<std::int64_t>(room_.events.size());
    Workshop again;
    for (Event& event : room_.events) {
      event.time_ms = sample_start_ms + static_cast<std::int64_t>(event.sequence - 1) * plan_.minutes * 60'000 / std::max<std::int64_t>(1, n - 1);
      apply(again, event);
    }
    room_.workshop = std::move(again);
    room_.now_ms = room_.workshop.changed_ms;
  }

  SessionPlan plan_;
  Words words_;
  Random random_;
  GeneratedSession room_;
  int boards_shown_ = 0;
};

}  // namespace

Replay GeneratedSession::replay() const {
  Replay replay;
  for (const Event& event : events) replay.add(event);
  return replay;
}

Workshop GeneratedSession::at(const Moment& moment) const {
  return folded({}, std::span<const Event>(events).first(static_cast<std::size_t>(moment.sequence)));
}

GeneratedSession generated_session(const SessionPlan& plan, std::uint64_t seed) { return Course(plan, seed).held(); }

}  // namespace standpoint
