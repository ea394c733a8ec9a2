// R353 under one seed: two to five seats change the same people, ties, cards, boards and names, on lines that come and go, and take back.
// Judged by lists of fields written down here, not by those of core/workshop/changes.h.
#include <deque>
#include <map>
#include <memory>
#include <set>

#include "core/room/replica.h"
#include "core/workshop/audience.h"
#include "core/workshop/undo.h"
#include "tests/core/room/room_fixture.h"
#include "tests/core/samples/random_actions.h"

namespace standpoint::fields_test {

namespace {

using Fields = std::map<std::string, std::string>;  // "person 7 role" -> "Buyer"

template <class N>
std::string number(N n) { return std::to_string(static_cast<long long>(n)); }

Fields fields_of(const Workshop& w) {
  Fields fields;
  for (const Stakeholder& s : w.stakeholders) {
    const std::string of = "person " + number(s.id.value);
    fields[of + " name"] = s.name;
    fields[of + " role"] = s.role;
    fields[of + " influence"] = number(s.influence);
    fields[of + " stance"] = number(s.stance);
    fields[of + " needs"] = s.needs;
    fields[of + " note"] = s.note;
    fields[of + " rest"] = s.organisation + number(s.kind) + number(s.ring) + number(s.formal_power) + number(s.desired_stance) + s.expectations + number(s.at.x);
  }
  for (const Tie& t : w.ties) {
    const std::string of = "tie " + number(t.id.value);
    fields[of + " kind"] = number(t.kind);
    fields[of + " strength"] = number(t.strength);
    fields[of + " note"] = t.note;
    fields[of + " rest"] = number(t.from.value) + " " + number(t.to.value);
  }
  for (const Card& c : w.cards) {
    fields["card " + number(c.id.value) + " text"] = c.text;
    fields["card " + number(c.id.value) + " colour"] = number(c.colour);
    fields["card " + number(c.id.value) + " rest"] = number(c.zone) + number(c.at.x);
  }
  for (const Board& b : w.boards) {
    const std::string of = "board " + number(b.id.value);
    fields[of + " title"] = b.title;
    fields[of + " x"] = b.x.name;
    fields[of + " rest"] = b.x.low + b.x.high + b.y.name + b.y.low + b.y.high + number(b.zones.size()) + number(b.places.size());
    for (std::size_t n = 0; n < b.zones.size(); ++n) fields[of + " zone " + number(n)] = b.zones[n].name;
  }
  for (const Seat& s : w.seats) fields["seat " + number(s.id.value) + " name"] = s.name + number(s.role);
  return fields;
}

// What the action says about which fields; of the kinds that are made here.
Fields touched_by(const Action& action) {
  Fields touched;
  const auto add = [&](const std::string& key, const auto& field) {
    if (!field) return;
    if constexpr (requires { field->size(); }) touched[key] = *field;
    else touched[key] = number(*field);
  };
  if (const auto* s = std::get_if<ChangeStakeholder>(&action)) {
    const std::string of = "person " + number(s->stakeholder.value);
    add(of + " name", s->name);
    add(of + " role", s->role);
    add(of + " influence", s->influence);
    add(of + " stance", s->stance);
    add(of + " needs", s->needs);
    add(of + " note", s->note);
  } else if (const auto* t = std::get_if<ChangeTie>(&action)) {
    add("tie " + number(t->tie.value) + " kind", t->kind);
    add("tie " + number(t->tie.value) + " strength", t->strength);
    add("tie " + number(t->tie.value) + " note", t->note);
  } else if (const auto* c = std::get_if<ChangeCard>(&action)) {
    add("card " + number(c->card.value) + " text", c->text);
    add("card " + number(c->card.value) + " colour", c->colour);
  } else if (const auto* b = std::get_if<ChangeBoard>(&action)) {
    const std::string of = "board " + number(b->board.value);
    add(of + " title", b->title);
    add(of + " x", b->x_name);
    for (std::size_t n = 0; n < b->zones.size(); ++n) add(of + " zone " + number(n), b->zones[n]);
  }
  return touched;
}

struct Issued {
  Fields seen;      // the fields it touches, as its author saw them
  bool over = false;
  bool undo = false;
  Fields set;       // of an undo: what the change had set that it takes back
};

struct Tally {
  int accepted = 0, overtaken = 0, undone = 0, offline = 0;
};

class EditedTogether : public SampleWorkshop {
 public:
  EditedTogether(std::uint64_t seed, Tally& tally) : tally_(tally) {
    random_.state = seed * 2654435761u + 1;
    close(placing);
    if (random_.chance(2)) show_all_layers();
    std::vector<SeatId> seats{nadia, tomas, priya, join("Ben Ito", Role::participant), join("Chloé Martin", Role::facilitator)};
    seats.resize(2 + random_.below(4));
    table_ = std::make_unique<RoomTable>(*this);
    start_ = workshop;
    for (const SeatId seat : seats) {
      screens_.emplace_back();
      screens_.back().seat = seat;
    }
    for (Screen& screen : screens_) connect(screen);
  }

  void run() {
    for (int step = 0; step < 260; ++step) {
      Screen& screen = screens_[random_.below(screens_.size())];
      if (random_.chance(14)) screen.link != 0 ? lose(screen) : connect(screen);
      if (random_.chance(3)) act(screen);
      if (random_.chance(2)) speak(screen);
      if (random_.chance(2)) commit();
      listen(screen, random_.below(6));
    }
    for (Screen& screen : screens_)
      if (screen.link == 0) connect(screen);
    for (int round = 0; round < 4; ++round)
      for (Screen& screen : screens_) {
        speak(screen);
        commit();
        listen(screen, 1000);
      }
    for (Screen& screen : screens_) listen(screen, 1000);
    judge();
  }

 private:
  struct Screen {
    SeatId seat;
    Replica replica;
    LinkId link = 0;  // 0: no line
    std::deque<ScreenMessage> up;
    std::deque<HostMessage> down;
    std::vector<std::pair<Action, Fields>> undo;  // with what was set
  };

  void connect(Screen& screen) {
    screen.link = ++links_;
    table_->room->connect(screen.link);
    Hello hello = screen.replica.hello("", Role::participant);
    hello.seat = screen.seat;
    screen.up.push_back(hello);
    speak(screen);
    commit();
  }
  void lose(Screen& screen) {
    ++tally_.offline;
    table_->room->disconnect(screen.link);
    screen.link = 0;
    screen.up.clear();
    screen.down.clear();
  }
  void speak(Screen& screen) {
    for (; screen.link != 0 && !screen.up.empty(); screen.up.pop_front()) table_->room->hear(screen.link, screen.up.front(), table_->now);
    route();
  }
  void commit() {
    table_->room->commit();
    route();
  }
  void route() {
    for (const Told& told : table_->room->take_outbox())
      for (const LinkId link : *told.to)
        for (Screen& screen : screens_)
          if (screen.link == link) screen.down.push_back(told.message);
  }
  void listen(Screen& screen, std::size_t messages) {
    for (; messages > 0 && !screen.down.empty(); --messages) {
      const HostMessage message = std::move(screen.down.front());
      screen.down.pop_front();
      screen.replica.receive(message);
      if (std::holds_alternative<Welcome>(message))
        for (const Command& command : screen.replica.unanswered()) screen.up.push_back(command);
    }
    tally_.overtaken += static_cast<int>(screen.replica.take_overtaken().size());
  }

  std::string text() { return "Words " + std::to_string(random_.below(400)); }

  template <class C>
  Action over_what_they_see(const Workshop& shown, C change) {
    if (const auto* const thing = thing_of(shown, change); thing && random_.chance(2)) change.over = seen_in(*thing, change);
    return change;
  }

  Action change(const Screen& screen) {
    const Workshop& shown = screen.replica.shown();
    const bool leads = find(shown, screen.seat)->role == Role::facilitator;
    switch (random_.below(leads ? 5 : 4)) {
      case 0: case 1: {
        ChangeStakeholder s{random_.chance(2) ? ruth : mei};
        for (int n = random_.chance(3) ? 2 : 1; n > 0; --n) switch (random_.below(leads ? 6 : 5)) {
            case 0: s.name = text(); break;
            case 1: s.role = text(); break;
            case 2: s.influence = static_cast<std::uint8_t>(1 + random_.below(5)); break;
            case 3: s.stance = static_cast<Stance>(random_.below(stance_count)); break;
            case 4: s.needs = text(); break;
            default: s.note = text(); break;
          }
        return over_what_they_see(shown, s);
      }
      case 2: {
        ChangeTie t{random_.chance(2) ? ruth_helena : lars_ruth};
        if (random_.chance(3)) t.kind = random_.chance(2) ? TieKind::supports : TieKind::conflicts_with;
        else if (random_.chance(2)) t.strength = static_cast<std::uint8_t>(1 + random_.below(3));
        else t.note = text();
        return over_what_they_see(shown, t);
      }
      case 3: {
        ChangeCard c{random_.chance(2) ? till : data};
        if (random_.chance(2)) c.text = text();
        else c.colour = static_cast<CardColour>(random_.below(card_colour_count));
        return over_what_they_see(shown, c);
      }
      default: {
        ChangeBoard b{cards};
        if (random_.chance(2)) b.title = text();
        else b.zones = random_.chance(2) ? std::vector<std::optional<std::string>>{text()} : std::vector<std::optional<std::string>>{{}, text()};
        return over_what_they_see(shown, b);
      }
    }
  }

  void act(Screen& screen) {
    const Workshop& shown = screen.replica.shown();
    if (find(shown, screen.replica.seat()) == nullptr) return;  // it has not heard everything yet
    Issued issued;
    Action action;
    if (random_.chance(4) && !screen.undo.empty()) {
      const std::size_t nth = random_.below(screen.undo.size());  // whenever they come to it
      action = screen.undo[nth].first;
      issued.undo = true;
      issued.set = screen.undo[nth].second;
      screen.undo.erase(screen.undo.begin() + static_cast<std::ptrdiff_t>(nth));
    } else {
      action = change(screen);
      const Fields sets = touched_by(action);
      for (Action& back : inverses(shown, action)) screen.undo.emplace_back(std::move(back), sets);
    }
    issued.over = std::visit([](const auto& a) { if constexpr (is_change<std::decay_t<decltype(a)>>) return a.over != 0; else return false; }, action);
    const Fields now = fields_of(shown);
    for (const auto& [key, value] : touched_by(action))
      if (const auto at = now.find(key); at != now.end()) issued.seen[key] = at->second;
    const Command command = screen.replica.issue(screen.seat, std::move(action));
    issued_[{screen.seat, command.counter}] = issued;
    if (screen.link != 0) screen.up.push_back(command);
  }

  void judge() {
    Workshop now = start_;
    for (const Event& event : table_->log.events) {
      if (event.sequence <= start_.sequence) continue;
      const Fields before = fields_of(now);
      apply(now, event);
      const Fields after = fields_of(now), touched = touched_by(event.action);
      const auto issued = issued_.find({event.by, event.counter});
      if (issued == issued_.end()) continue;  // somebody came back
      ++tally_.accepted;
      REQUIRE(before.size() == after.size());
      for (const auto& field : after) {
        INFO(field.first);
        const auto said = touched.find(field.first);
        CHECK(field.second == (said == touched.end() ? before.at(field.first) : said->second));
      }
      for (const auto& field : touched) {
        INFO(field.first);
        if (issued->second.undo) CHECK(before.at(field.first) == issued->second.set.at(field.first));
        else if (issued->second.over) CHECK(before.at(field.first) == issued->second.seen.at(field.first));
      }
      tally_.undone += issued->second.undo ? 1 : 0;
    }
    CHECK(now == table_->room->workshop());
    for (const Screen& screen : screens_) {
      CHECK(screen.replica.all_answered());
      const Role role = find(now, screen.seat)->role;
      CHECK(as_seen_by(role, screen.replica.shown()) == as_seen_by(role, now));
    }
  }

  Tally& tally_;
  Random random_;
  Workshop start_;
  std::unique_ptr<RoomTable> table_;
  std::deque<Screen> screens_;
  LinkId links_ = 0;
  std::map<std::pair<SeatId, std::uint32_t>, Issued> issued_;
};

}  // namespace

TEST_CASE("R353 whoever edits what others edit, on and off the line: each field is what the last accepted change made it, and nothing else changed") {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    EditedTogether(seed, tally).run();
  }
  CHECK(tally.accepted > 2000);
  CHECK(tally.overtaken > 150);
  CHECK(tally.undone > 100);
  CHECK(tally.offline > 300);
}

}  // namespace standpoint::fields_test
