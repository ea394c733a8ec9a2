// The screens at the moments of one session. See screen_matrix.h.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/net/door/qr_code.h"
#include "app/screens/console/console.h"
#include "app/screens/hand/join.h"
#include "app/screens/hand/participant.h"
#include "app/screens/home/home.h"
#include "app/screens/replay/replay.h"
#include "app/screens/sheets/export.h"
#include "app/screens/sheets/join.h"
#include "app/screens/sheets/settings.h"
#include "app/screens/sheets/shortcuts.h"
#include "app/shell/text_question.h"
#include "app/widgets/controls.h"
#include "app/widgets/notices.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/apply.h"
#include "core/workshop/audience.h"
#include "core/workshop/changes.h"
#include "core/workshop/check.h"
#include "tests/app/driving/every_screen.h"
#include "tests/app/driving/screen_matrix.h"

namespace standpoint::testing {
namespace {

using Shown = std::shared_ptr<const Workshop>;
using Moment = HeldSession::Moment;


class Scenes {
 public:
  explicit Scenes(const HeldSession& session) : session_(session) {}

  std::vector<MatrixScene> all() {
    for (const Moment& moment : session_.moments) {
      add_stage(moment.name, moment, {});
      add_bare(moment);
      add_console(moment.name, moment, {});
      add_hand(moment.name, moment, Role::participant, {});
      if (ends_with(moment.name, "open")) add_of_open(moment);
      if (ends_with(moment.name, "closed")) add_of_closed(moment);
    }
    add_boards();
    add_two_texts();
    add_console_sheets();
    add_joins();
    add_replay();
    add_home();
    return std::move(scenes_);
  }

 private:
  static bool ends_with(const std::string& name, std::string_view end) { return name.size() >= end.size() && name.substr(name.size() - end.size()) == end; }

  const Workshop& latest() const { return session_.replay->latest(); }

  static std::vector<SeatId> participants(const Workshop& workshop) {
    std::vector<SeatId> all;
    for (const Seat& seat : workshop.seats)
      if (seat.role == Role::participant && seat.present) all.push_back(seat.id);
    return all;
  }
  static SealedState sealed_of(const Moment& moment) {
    return {static_cast<std::uint32_t>(moment.sealed.size()), static_cast<std::uint32_t>(participants(*moment.workshop).size()), moment.sealed};
  }
  // The session after one more step.
  Moment then(Workshop workshop, SeatId by, Action action) const {
    REQUIRE_FALSE(check(workshop, by, action));
    const Seat& seat = *find(workshop, by);
    apply(workshop, {workshop.sequence + 1, workshop.changed_ms + 1000, by, seat.last_counter + 1, std::move(action)});
    return {"", std::make_shared<const Workshop>(std::move(workshop)), {}};
  }

  // ---- the stage, in the facilitator's window and bare ----

  void add_stage(const std::string& name, const Moment& moment, std::function<void(StageUi&)> arrange, std::string read_only = {}) {
    StageState state;
    state.sealed = sealed_of(moment);
    state.can_undo = true;
    state.lobby = {words_to_join_by(), participants(*moment.workshop)};
    state.offers_console = true;
    state.read_only = std::move(read_only);
    scenes_.push_back({"stage: " + name, Surface::window, [shown = moment.workshop, state, arrange, me = session_.facilitator]() -> Draw {
                         auto ui = std::make_shared<StageUi>();
                         if (arrange) arrange(*ui);
                         return [shown, state, ui, me](const Frame& frame, Commands& commands) {
                           Frame own = frame;
                           own.me = me;
                           own.now_ms = shown->changed_ms;
                           own.read_only = !state.read_only.empty();
                           draw_stage(own, *shown, state, *ui, commands);
                         };
                       }});
  }

  void add_bare(const Moment& moment) {
    StageState state;
    state.sealed = {sealed_of(moment).done, sealed_of(moment).of, {}};
    state.lobby = {words_to_join_by(), participants(*moment.workshop)};
    state.room_watches = true;
    const auto shown = std::make_shared<const Workshop>(as_seen_by(Role::stage, *moment.workshop));
    scenes_.push_back({"bare stage: " + moment.name, Surface::bare, [shown, state]() -> Draw {
                         auto ui = std::make_shared<StageUi>();
                         return [shown, state, ui](const Frame& frame, Commands& commands) {
                           Frame own = frame;
                           own.role = Role::stage;
                           own.chrome = false;
                           own.read_only = true;
                           own.me = {};
                           own.now_ms = shown->changed_ms;
                           draw_stage(own, *shown, state, *ui, commands);
                         };
                       }});
  }

  void add_pass(const Moment& moment, const std::string& name, PassUi::Page page, bool begun) {
    const Activity activity = *find(*moment.workshop, moment.workshop->stage.activity);
    add_stage("pass the screen, " + name + ", " + moment.name, moment, [activity, page, begun, seat = session_.carried](StageUi& ui) {
      open_pass(ui.pass, activity.id);
      ui.pass.page = page;
      ui.pass.seat = seat;
      if (begun) begin(ui.pass.draft, activity, items_of(activity).size() / 2);
    });
  }

  static void begin(PassDraft& draft, const Activity& activity, std::size_t things) {
    for (std::size_t i = 0; i < things && i < items_of(activity).size(); ++i) {
      if (activity.kind == ActivityKind::vote) add_dot(draft, activity, items_of(activity)[i]);
      else place(draft, items_of(activity)[i], {static_cast<std::int32_t>(i * 1777 % board_max), static_cast<std::int32_t>(i * 3011 % board_max)});
    }
    draft.current = std::min(things, items_of(activity).empty() ? 0 : items_of(activity).size() - 1);
  }

  // ---- what a hand is in the middle of ----

  void add_of_open(const Moment& moment) {
    const Workshop& workshop = *moment.workshop;
    const Activity& activity = *find(workshop, workshop.stage.activity);
    add_hand("watching, " + moment.name, moment, Role::observer, {});
    if (!collects_inputs(workshop, activity)) return;
    for (const auto& [page, words] : {std::pair{PassUi::Page::names, "names"}, {PassUi::Page::hand_over, "handing over"}, {PassUi::Page::input, "input"}, {PassUi::Page::sent, "sent"}})
      add_pass(moment, words, page, page == PassUi::Page::input);
    add_hand("half done, " + moment.name, moment, Role::participant, [activity](ParticipantUi& ui, ParticipantState&) { begin(ui.making[activity.id].draft, activity, items_of(activity).size() / 2); });
    add_hand("all done and offline, " + moment.name, moment, Role::participant, [activity](ParticipantUi& ui, ParticipantState& state) {
      begin(ui.making[activity.id].draft, activity, items_of(activity).size());
      state.connection = Connection::offline;
    });
    add_hand("on its way, " + moment.name, moment, Role::participant, [activity](ParticipantUi& ui, ParticipantState& state) {
      Making& making = ui.making[activity.id];
      begin(making.sent, activity, items_of(activity).size());
      making.page = Making::Page::sent;
      making.has_sent = making.awaiting = state.sealing = true;
      state.connection = Connection::reconnecting;
    });
    add_hand("sent, " + moment.name, moment, Role::participant, [activity](ParticipantUi& ui, ParticipantState& state) {
      Making& making = ui.making[activity.id];
      begin(making.sent, activity, items_of(activity).size());
      making.page = Making::Page::sent;
      making.has_sent = true;
      state.mine_sealed = true;
    });
  }

  void add_of_closed(const Moment& moment) {
    const Workshop& workshop = *moment.workshop;
    if (!collects_inputs(workshop, *find(workshop, workshop.stage.activity))) return;
    add_pass(moment, "too late", PassUi::Page::too_late, false);
    add_stage("early reveal, " + moment.name, moment, [id = moment.workshop->stage.activity](StageUi& ui) { ui.moment.asking_early = id; });
    add_console("early reveal, " + moment.name, moment, [id = moment.workshop->stage.activity](ConsoleUi& ui, ConsoleState&) { ui.moment.asking_early = id; });
  }

  // Each kind of board on the stage with no activity, and what opens over it.
  void add_boards() {
    for (const BoardKind kind : {BoardKind::map, BoardKind::canvas, BoardKind::cards}) {
      const Board* const board = first_board(latest(), kind);
      if (board == nullptr) continue;
      const Moment moment = then(latest(), session_.facilitator, ShowOnStage{{board->id, {}}});
      const std::string name = kind == BoardKind::map ? "map" : kind == BoardKind::canvas ? "canvas" : "cards";
      add_stage("agenda over the " + name, moment, [](StageUi& ui) { ui.agenda.open = true; });
      add_hand("looking at the " + name, moment, Role::participant, [](ParticipantUi& ui, ParticipantState&) { ui.exploring = true; });
      if (kind == BoardKind::map) add_map_panels(moment);
      if (kind == BoardKind::canvas) add_canvas_panels(moment, *board);
      if (kind == BoardKind::cards) add_card_forms(moment);
    }
  }

  // Somebody else wrote a text meanwhile, in the window and in a hand; what is below is under a scrim.
  void add_two_texts() {
    if (latest().cards.empty()) return;
    const Card& card = latest().cards.back();
    Card mine = card;
    mine.text = "Who answers when the till stops, " + card.text.substr(0, max_text_bytes / 2);
    const Action change = over_what_is_there(latest(), *change_of(card, mine), mine.text);
    for (const Surface surface : {Surface::window, Surface::hand})
      scenes_.push_back({surface == Surface::hand ? "hand: two texts" : "stage: two texts", surface, [change, shown = std::make_shared<const Workshop>(latest())]() -> Draw {
                           auto question = std::make_shared<TextQuestion>();
                           question->hear(*shown, change);
                           return [question, shown](const Frame& frame, Commands& commands) {
                             const Frame own = frame.desk();  // as the window and the tablet do it
                             commands.change(question->draw(own, *shown, own.area));
                           };
                         }});
  }

  void add_map_panels(const Moment& moment) {
    add_stage("adding an activity", moment, [](StageUi& ui) { ui.agenda.open = ui.agenda.adding = true; });
    add_stage("a bookmark", moment, [](StageUi& ui) { ui.agenda.open = ui.agenda.bookmarking = true; });
    add_stage("the boards to add", moment, [](StageUi& ui) { ui.menu = StageUi::Menu::add; });
    add_stage("all boards", moment, [](StageUi& ui) { ui.menu = StageUi::Menu::boards; });
    add_stage("map, search", moment, [](StageUi& ui) { ui.map.search_open = true; });
    add_stage("map, filter", moment, [](StageUi& ui) { ui.map.filter_open = true; });
    add_stage("map, a new name", moment, [](StageUi& ui) { ui.map.naming = {true, true, "Nadia", {}, {}, false}; });
    add_stage("read only", moment, {}, "The disk does not take any more. All 1,204 events up to now are safe. Free some space, then open the session again.");
    for (const StageCover cover : {StageCover::frozen, StageCover::blank})
      add_stage(cover == StageCover::frozen ? "frozen" : "blank", then(*moment.workshop, session_.facilitator, CoverStage{cover}), {});
    if (latest().stakeholders.empty()) return;
    const StakeholderId person = latest().ties.empty() ? latest().stakeholders.front().id : latest().ties.front().from;
    for (const InspectorPage page : {InspectorPage::person, InspectorPage::needs, InspectorPage::ties})
      add_stage("map, somebody, page " + std::to_string(static_cast<int>(page)), moment, [person, page](StageUi& ui) {
        ui.map.selected = {person};
        ui.map.inspector.open = true;
        ui.map.inspector.page = page;
      });
    if (!latest().ties.empty())
      add_stage("map, a tie", moment, [tie = latest().ties.front().id](StageUi& ui) {
        ui.map.tie = tie;
        ui.map.inspector.open = true;
      });
    add_stage("map, a tie's kind", moment, [this_one = person, other = latest().stakeholders.back().id](StageUi& ui) {
      ui.map.tying.from = this_one;
      ui.map.tying.to = other;
    });
    if (latest().stakeholders.size() > 1) add_one_person_twice(moment, person);
    add_person_forms(moment, person);
  }

  void add_one_person_twice(const Moment& moment, StakeholderId person) {
    const std::vector<Stakeholder>& all = latest().stakeholders;
    const StakeholderId other = all.back().id == person ? all.front().id : all.back().id;
    add_stage("map, two of them", moment, [selected = std::vector{std::min(person, other), std::max(person, other)}](StageUi& ui) { ui.map.selected = selected; });
    add_stage("map, one person twice", moment, [person, other](StageUi& ui) { ui.map.same = {person, other, false}; });
    add_stage("map, a name that is there", moment, [name = all.front().name](StageUi& ui) { ui.map.naming = {true, true, name, {}, {}, false}; });
    add_stage("map, another's name", moment, [person, name = find(latest(), other)->name](StageUi& ui) { ui.map.naming = {true, true, name, person, {}, false}; });
  }

  void add_person_forms(const Moment& moment, StakeholderId person) {
    using What = HandForm::What;
    const auto about = [&](const std::string& name, HandForm form) {
      form.board = first_board(latest(), BoardKind::map)->id;
      add_hand(name, moment, Role::participant, [person, form](ParticipantUi& ui, ParticipantState&) {
        ui.exploring = true;
        ui.person = person;
        ui.form = form;
      });
    };
    about("one person", {});
    about("writing somebody", {What::person, false, find(latest(), person)->name, Ring::external, {}, 0, {}});
    about("a tie, to whom", {What::tie, false, {}, Ring::internal, {}, 0, {}});
    about("a tie, which", {What::tie, false, {}, Ring::internal, {}, 0, latest().stakeholders.back().id});
  }

  void add_canvas_panels(const Moment& moment, const Board& board) {
    if (!board.places.empty())
      add_stage("canvas, somebody selected", moment, [item = board.places.front().item](StageUi& ui) { ui.canvas.selected = item; });
    if (!latest().stakeholders.empty())
      add_stage("canvas, somebody's panel", moment, [person = latest().stakeholders.front().id](StageUi& ui) { ui.canvas.opened = person; });
  }

  void add_card_forms(const Moment& moment) {
    add_stage("cards, a new card", moment, [](StageUi& ui) {
      ui.cards.writing = true;
      ui.cards.draft_at = {5000, 6000};
    });
    if (latest().cards.empty()) return;
    const Card& card = latest().cards.front();
    add_stage("cards, one selected", moment, [id = card.id](StageUi& ui) { ui.cards.selected = id; });
    add_hand("writing a card", moment, Role::participant, [form = HandForm{HandForm::What::card, false, card.text, Ring::internal, card.id, card.zone, {}, card.board}](ParticipantUi& ui, ParticipantState&) {
      ui.exploring = true;
      ui.form = form;
    });
  }

  // ---- the console ----

  void add_console(const std::string& name, const Moment& moment, std::function<void(ConsoleUi&, ConsoleState&)> arrange) {
    scenes_.push_back({"console: " + name, Surface::console, [moment, arrange, me = session_.facilitator]() -> Draw {
                         auto ui = std::make_shared<ConsoleUi>();
                         auto state = std::make_shared<ConsoleState>();
                         state->sealed = sealed_of(moment);
                         state->here = participants(*moment.workshop);
                         state->stage.sealed = state->sealed;
                         state->stage.lobby = {words_to_join_by(), state->here};
                         if (arrange) arrange(*ui, *state);
                         return [shown = moment.workshop, state, ui, me](const Frame& frame, Commands& commands) {
                           Frame own = frame;
                           own.me = me;
                           own.now_ms = shown->changed_ms;
                           draw_console(own, *shown, *state, *ui, commands);
                         };
                       }});
  }

  const Moment* moment_named(std::string_view name) const {
    const auto found = std::find_if(session_.moments.begin(), session_.moments.end(), [&](const Moment& m) { return m.name == name; });
    return found == session_.moments.end() ? nullptr : &*found;
  }

  void add_console_sheets() {
    const Moment* const voting = moment_named("vote on cards, open");
    const Moment& moment = voting != nullptr ? *voting : session_.moments.back();
    add_console("the menu", moment, [](ConsoleUi& ui, ConsoleState&) { ui.menu = true; });
    add_console("everybody", moment, [](ConsoleUi& ui, ConsoleState&) { ui.finding = true; });
    add_console("a new activity", moment, [](ConsoleUi& ui, ConsoleState&) { ui.agenda.adding = true; });
    add_console("reconnecting", moment, [](ConsoleUi&, ConsoleState& state) { state.connection = Connection::reconnecting; });
    if (const Seat* const seat = find(*moment.workshop, session_.participant)) {
      add_console("a person", moment, [seat = *seat](ConsoleUi& ui, ConsoleState&) { ui.seat = seat.id; ui.name_draft = seat.name; });
      add_console("removing a person", moment, [seat = *seat](ConsoleUi& ui, ConsoleState&) { ui.seat = seat.id; ui.removing = true; });
    }
    for (const auto& [page, words] : {std::pair{ConsoleUi::Page::agenda, "agenda"}, {ConsoleUi::Page::people, "people"}, {ConsoleUi::Page::stage, "stage"}})
      add_console(std::string("page of the ") + words, moment, [page = page](ConsoleUi& ui, ConsoleState&) { ui.page = page; });
    add_console("frozen", then(*moment.workshop, session_.facilitator, CoverStage{StageCover::frozen}), {});
  }

  // ---- tablets and phones ----

  void add_hand(const std::string& name, const Moment& moment, Role role, std::function<void(ParticipantUi&, ParticipantState&)> arrange) {
    const SeatId me = role == Role::observer ? session_.observer : session_.participant ? session_.participant : session_.observer;
    if (!me || find(*moment.workshop, me) == nullptr) return;
    const auto shown = std::make_shared<const Workshop>(as_seen_by(role, *moment.workshop));
    scenes_.push_back({"hand: " + name, Surface::hand, [shown, arrange, role, me, sealed = sealed_of(moment)]() -> Draw {
                         auto ui = std::make_shared<ParticipantUi>();
                         auto state = std::make_shared<ParticipantState>();
                         state->sealed = {sealed.done, sealed.of, {}};
                         if (const Activity* const activity = activity_for(*shown)) ui->on = activity->id;
                         if (arrange) arrange(*ui, *state);
                         return [shown, ui, state, role, me](const Frame& frame, Commands& commands) {
                           Frame own = frame;
                           own.role = role;
                           own.me = me;
                           own.now_ms = shown->changed_ms;
                           draw_participant(own, *shown, *state, *ui, commands);
                         };
                       }});
  }

  void add_join(const std::string& name, const JoinState& state, const std::string& code, const std::string& typed) {
    scenes_.push_back({"hand: " + name, Surface::hand, [state, code, typed]() -> Draw {
                         auto ui = std::make_shared<JoinUi>();
                         ui->code = code;
                         ui->name = typed;
                         return [state, ui](const Frame& frame, Commands& commands) {
                           if (draw_join(frame, state, *ui).what != JoinWish::What::nothing) commands.ask(GoHome{});  // the tablet does what is wished
                         };
                       }});
  }

  void add_joins() {
    JoinState door;
    door.at = JoinState::At::name;
    door.door.title = latest().title;
    door.door.subtitle = latest().subtitle;
    door.door.facilitator = find(latest(), session_.facilitator)->name;
    add_join("door", door, "7KQ 294", find(latest(), session_.facilitator)->name);
    add_join("door, nothing typed", door, "", "");
    door.refused = "Somebody is called so already; add a letter to yours.";
    add_join("door, name refused", door, "", "Nadia");
    JoinState code;
    code.at = JoinState::At::code;
    add_join("code", code, "", "");
    JoinState wrong;
    wrong.at = JoinState::At::turned_away;
    add_join("wrong code", wrong, "7KQ 2O4", "");
    wrong.turned_away = {TurnedAway::Why::locked, "The door of this session is locked. Nothing is lost; ask " + find(latest(), session_.facilitator)->name + " to open it."};
    add_join("locked", wrong, "", "");
    JoinState nobody;
    nobody.offline = true;
    add_join("no answer", nobody, "", "");
  }

  // ---- replay and home ----

  void add_replay() {
    for (const std::uint64_t part : {0U, 1U, 2U, 4U}) {
      const std::uint64_t at = session_.replay->last_sequence() * part / 4;
      const std::string banner = part == 4 ? "This session file is damaged after 14:32. 1,204 of 1,210 earlier events are safe." : "";
      scenes_.push_back({"replay: " + std::to_string(part) + " of 4", Surface::window, [replay = session_.replay, at, banner]() -> Draw {
                           auto ui = std::make_shared<ReplayUi>();
                           auto stage = std::make_shared<StageUi>();
                           seek(*ui, *replay, at);
                           return [replay, banner, ui, stage](const Frame& frame, Commands& commands) {
                             const auto moment = [&](const Frame& own, const Workshop& workshop, BoardId board) { draw_moment_of(own, workshop, board, *stage, commands); };
                             draw_replay(frame, *replay, banner, *ui, moment, commands);
                           };
                         }});
    }
  }

  HomeModel home_model() const {
    HomeModel model;
    model.folder = "~/Standpoint";
    for (int i = 0; i < 9; ++i)
      model.recent.push_back({"/sessions/" + std::to_string(i) + "-" + std::string(60, 'n') + ".standpoint", latest(), i == 3 ? "This is not a Standpoint session." : "",
                              (latest().changed_ms - latest().started_ms) / 60'000, static_cast<int>(latest().seats.size())});
    model.templates = {{"stakeholder-mapping", "Stakeholder mapping", "60 min, 5 activities"},
                       {"power-interest", "Power/interest alignment", "45 min, 4 activities"},
                       {"dot-vote-retro", "Dot-vote retro", "40 min, 4 activities"},
                       {"design-sprint-day-1", "Design sprint day 1", "6 h, 11 activities"},
                       {"value-proposition", "Value proposition workshop", "90 min, 6 activities"},
                       {"relationship-check-in", "Relationship check-in", "30 min, 3 activities"}};
    model.recent[1].answers = 14;
    return model;
  }

  void add_home() {
    const auto model = std::make_shared<const HomeModel>(latest().stakeholders.empty() ? HomeModel{} : home_model());
    const auto with_boxes = std::make_shared<HomeModel>(*model);
    with_boxes->boxes = {{"/sessions/" + std::string(200, 'w') + ".ballots-7", 14}, {"/elsewhere/pilot.ballots-9", 0}};
    const auto home_of = [&](const std::shared_ptr<const HomeModel>& shown, const std::string& name, const HomeUi& start, Draw over) {
      scenes_.push_back({"home: " + name, Surface::window, [model = shown, start, over]() -> Draw {
                           auto ui = std::make_shared<HomeUi>(start);
                           return [model, ui, over](const Frame& frame, Commands& commands) {
                             draw_home(frame, *model, *ui, commands);
                             if (over) over(frame, commands);
                           };
                         }});
    };
    const auto home = [&](const std::string& name, const HomeUi& start, Draw over) { home_of(model, name, start, std::move(over)); };
    HomeUi naming, files, deleting, destroying;
    naming.sheet = HomeUi::Sheet::new_session;
    files.sheet = HomeUi::Sheet::files;
    deleting.sheet = HomeUi::Sheet::files;
    if (!model->recent.empty()) deleting.deleting = model->recent[1].path;
    destroying.destroying = with_boxes->boxes.front().path;
    home("sessions", {}, {});
    home("deleting a session", deleting, {});
    home_of(with_boxes, "a box without a session", {}, {});
    home_of(with_boxes, "destroying a box", destroying, {});
    home("a new session", naming, {});
    home("the list of files", files, {});
    home("settings", {}, [](const Frame& frame, Commands&) {
      Settings settings;
      draw_settings(frame, settings);
    });
    home("shortcuts", {}, [scroll = std::make_shared<ScrollState>()](const Frame& frame, Commands&) { draw_shortcuts(frame, *scroll); });
    home("export sheet", {}, [title = latest().title](const Frame& frame, Commands& commands) {
      ExportUi ui{true, true, false, 2, 2};
      draw_export(frame, {title, 12, "checkout-relaunch exports"}, ui, commands);
    });
    home("exporting", {}, [](const Frame& frame, Commands&) { draw_long_task(frame, box_at(700, 760, 520, 110), {"Exporting pictures", 0.62F, "748 of 1204 pictures"}); });
    home("a damaged file", {}, [](const Frame& frame, Commands&) {
      dialog(frame, "damaged", {"This session file is damaged after 14:32", "1,204 of 1,210 earlier events are safe.", "Show the file", "Open to 14:32", true, true});
    });
    home("joining", {}, [](const Frame& frame, Commands&) { draw_join_sheet(frame, {{"10.0.0.5:8080", "192.168.178.20:8080"}, 0, words_to_join_by().qr, "http://10.0.0.5:8080/#f-abc", false, ""}); });
    home("nobody can join", {}, [](const Frame& frame, Commands&) { draw_join_sheet(frame, {{}, 0, {}, "", false, "This computer is on no network. Everything here works; connect it and open the session again."}); });
  }

  const HeldSession& session_;
  std::vector<MatrixScene> scenes_;
};

}  // namespace

std::vector<MatrixScene> matrix_scenes(const HeldSession& session) { return Scenes(session).all(); }

}  // namespace standpoint::testing
