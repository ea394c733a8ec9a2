// Opening, making and leaving sessions: each shows its failure as one sentence and leaves what was open as it was. See app.h.
#include <random>

#include "app/files/template.h"
#include "app/net/door/file.h"
#include "app/shell/parts.h"
#include "app/widgets/frame_scope.h"
#include "app/widgets/time_words.h"
#include "core/workshop/apply.h"

namespace standpoint {

namespace {

SessionIdentity new_identity(std::int64_t now_ms) {
  SessionIdentity identity;
  std::random_device random;  // on Linux: getrandom
  for (auto& byte : identity.uuid) byte = static_cast<std::uint8_t>(random() & 0xFFU);
  identity.created_ms = now_ms;
  return identity;
}

}  // namespace

SeatId seat_of(const Workshop& workshop, Role role) {
  for (const Seat& seat : workshop.seats)
    if (seat.role == role && !seat.carried_by) return seat.id;
  return {};
}

DamageWords damage_words(const LogReport& report) {
  DamageWords words;
  if (auto last = decoded_event(report.last_payload, report.last_schema)) words.moment = moment_words(last->time_ms);
  words.title = words.moment.empty() ? "This session file is damaged from its start" : "This session file is damaged after\u00A0" + words.moment;
  const auto thousands = [](std::uint64_t n) {
    std::string digits = std::to_string(n);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
  };
  words.body = thousands(report.safe_events) + " of " + thousands(report.total_events) + " earlier events are safe.";
  if (report.readable_events > report.safe_events)
    words.body += " " + thousands(report.readable_events - report.safe_events) + " more can be had back with “standpoint check --repair”.";
  return words;
}

void App::go_home() {
  live_.reset();  // waits until everything sent is on disk
  review_.reset();
  damaged_.reset();
  joining_ = false;
  forget_input();
  home_ = std::make_unique<Home>();
  list_home();
  home_->model.folder = setup_.folder.words;
  home_->model.draw_thumbnail = [home = home_.get()](const Frame& frame, const Workshop& workshop) {
    draw_scaled(frame, frame.area, [&](Frame small) {
      small.role = Role::facilitator;
      small.now_ms = workshop.changed_ms;  // as it was left: a timer that ran then did not run on
      Commands none;
      draw_stage(small, workshop, {}, home->thumbnails[&workshop], none);
    });
  };
  if (auto templates = read_templates(setup_.templates)) {
    for (const Template& item : *templates)
      home_->model.templates.push_back({item.name, item.title, plan_words(item.minutes) + ", " + std::to_string(item.activities.size()) + " activities"});
  } else {
    say(templates.error().sentence);
  }
}

BoxPlaces App::box_places() const {
  BoxPlaces places = setup_.box_places();
  places.elsewhere.push_back(setup_.folder.own.string());
  return places;
}

void App::list_home() {
  home_->thumbnails.clear();
  home_->model.recent = sessions_in(setup_.files, setup_.folder);
  home_->model.boxes = lone_boxes_in(setup_.files, setup_.folder, box_places().elsewhere);
}

void App::delete_file(const std::string& path) {
  const std::vector<std::string> others = door_files(path);
  const auto gone = delete_session(setup_.files, path, others);
  say(gone ? name_of(path) + " was deleted." : gone.error().sentence);
  if (home_) list_home();
}

void App::destroy_box(const std::string& path) {
  const auto gone = BallotBox::destroy(setup_.files, path);
  say(gone ? name_of(path) + " was destroyed." : gone.error().sentence);
  if (home_) list_home();
}

void App::open(const std::string& path) {
  if (live_ && live_->path == path) return;
  if (asks_about_tablets([this, path] { open(path); })) return;
  auto opened = open_session(setup_.files, path, OpenFor::writing, box_places());
  if (!opened) return say(opened.error().sentence);
  if (opened->report.state == LogState::damaged) {
    damaged_ = std::make_unique<Damaged>(Damaged{path, damage_words(opened->report)});
    return;
  }
  if (!opened->store->writable()) {  // the disk takes nothing: what is there can still be shown
    say(opened->store->log().read_only_because());
    opened->store.reset();
    return review(path);
  }
  const SeatId seat = seat_of(opened->workshop, Role::facilitator);
  auto live = std::make_unique<Live>();
  live->path = path;
  live->replica = Replica(opened->workshop);  // already folded: a facilitator may know all of it
  Hello hello = live->replica.hello(setup_.user_name, Role::facilitator);
  hello.seat = seat;
  if (opened->workshop.cover == StageCover::frozen) keep_frozen(opened->replay, live->frozen);
  std::unique_ptr<Reception> reception;
  if (setup_.network && !hosts_tablets()) live->join_trouble = "Tablets do not join: by the settings, only this computer takes part. Change it there, and open the session again.";
  if (hosts_tablets()) {
    if (auto listens = Reception::open(setup_.files, *opened, *setup_.network)) reception = std::move(*listens);
    else say(live->join_trouble = listens.error().sentence);
  }
  for (const std::string& sentence : {opened->report.sentence, opened->note, reception ? reception->note() : std::string()})
    if (!sentence.empty()) say(sentence);
  setup_.set_clock();
  live->host = std::make_unique<Host>(std::move(*opened), setup_.wake, setup_.now_ms, std::move(reception));
  live->join = live->host->join_info();
  take_join_info(*live);
  // In the middle of a workshop the stage goes on where it was; the lobby is a tap away.
  if (live->words.open() && !(live->replica.shown().stage == StageView{}) && unsaid_.empty())
    say("Join at " + live->words.address + " with " + spoken(live->words.code) + ". “Join code” below shows it to the room.");
  live->link = live->host->connect();
  live->link->send(hello);
  live_ = std::move(live);
  joining_ = false;
  forget_input();
  home_.reset();
  review_.reset();
  damaged_.reset();
}

bool App::hosts_tablets() const { return setup_.network && setup_.settings.tablets == Settings::Tablets::may_join; }

// False: it is said already, or there is no network to ask about.
bool App::asks_about_tablets(std::function<void()> then) {
  if (!setup_.network || setup_.settings.tablets != Settings::Tablets::unasked) return false;
  once_tablets_are_said_ = std::move(then);
  return true;
}

// Once on every computer: from then on whoever is on its networks can knock.
void App::draw_question_of_tablets(const Frame& frame) {
  const DialogText text{"May tablets on this network join?", "Whoever has the code on the stage comes in with a tablet or a phone, from every network that this computer is on. Nothing goes to the internet. You can change this in the settings.",
                        "Only this computer", "Let tablets join", false, true};
  const DialogChoice choice = dialog(frame, "tablets", text);
  if (choice == DialogChoice::none) return;
  const auto go_on = std::exchange(once_tablets_are_said_, {});
  if (choice == DialogChoice::left_alone) return;
  Settings said = setup_.settings;
  said.tablets = choice == DialogChoice::action ? Settings::Tablets::may_join : Settings::Tablets::stay_out;
  change_settings(said);
  go_on();
}

void App::open_own(const std::string& path) {
  const auto own = own_file_of(setup_.files, setup_.folder, path);
  if (!own) return say(own.error().sentence);
  if (own->copied) say("This is your copy of the sample, kept in " + setup_.folder.words + ". The sample stays as it is.");
  open(own->path);
}

void App::review(const std::string& path) {
  auto opened = open_session(setup_.files, path, OpenFor::reading);
  if (!opened) return say(opened.error().sentence);
  auto review = std::make_unique<Review>(Review{path, std::move(*opened), {}, {}, {}, 0});
  if (review->session.report.state == LogState::damaged) {
    const DamageWords words = damage_words(review->session.report);
    review->banner = words.title + ". " + words.body;
  }
  seek(review->ui, review->session.replay, review->session.replay.last_sequence());
  live_.reset();
  home_.reset();
  damaged_.reset();
  forget_input();
  review_ = std::move(review);
}

void App::make_session(const std::string& template_name, const std::string& title) {
  if (asks_about_tablets([this, template_name, title] { make_session(template_name, title); })) return;  // where it begins depends on it
  auto path = file_for_title(setup_.folder, title);
  if (!path) return say(path.error().sentence);
  const std::int64_t now = setup_.now_ms();
  std::vector<Command> first{{{}, 0, StartSession{title, ""}}, {{}, 0, JoinSeat{SeatId{1}, setup_.user_name, Role::facilitator, {}}}};
  auto plan = template_name.empty() ? Result<Template>(Template{}) : read_template(setup_.templates, template_name);
  if (!plan) return say(plan.error().sentence);
  if (!template_name.empty()) first[0].action = StartSession{title, plan->title};
  Workshop started;
  std::uint64_t sequence = 0;
  for (const Command& command : first) apply(started, {++sequence, now, command.by, command.counter, command.action});
  std::vector<Action> actions = actions_of(*plan, started, SeatId{1});
  // Where people can join, a planned workshop begins with the lobby.
  if (hosts_tablets()) std::erase_if(actions, [](const Action& action) { return std::holds_alternative<ShowOnStage>(action); });
  if (template_name.empty()) {  // blank: the map, because that is where stakeholder work begins
    Board map;
    map.id = mint<BoardId>(SeatId{1}, next_nth(started, SeatId{1}));
    map.title = "Map";
    actions = {AddBoard{map}, ShowOnStage{{map.id, {}}}};
  }
  std::uint32_t counter = 0;
  for (Action& action : actions) first.push_back({SeatId{1}, ++counter, std::move(action)});
  auto made = create_session(setup_.files, path->string(), new_identity(now), first);
  if (!made) return say(made.error().sentence);
  made->store.reset();  // lets go of the file, so that open() can take it as any other
  open(path->string());
}

}  // namespace standpoint
