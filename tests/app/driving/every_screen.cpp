// The scenes. See every_screen.h.
#include "tests/app/driving/every_screen.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <doctest/doctest.h>

#include "app/net/door/qr_code.h"
#include "app/screens/console/console.h"
#include "app/screens/sheets/export.h"
#include "app/screens/sheets/join.h"
#include "app/screens/sheets/shortcuts.h"
#include "app/shell/app.h"
#include "app/widgets/controls.h"
#include "app/widgets/frame_scope.h"
#include "app/widgets/notices.h"
#include "core/workshop/activity_parts.h"
#include "tests/app/driving/component_states.h"

namespace standpoint::testing {
namespace {

const std::string sessions_path = std::string(STANDPOINT_SOURCE_DIR) + "/sessions";

using Arrange = std::function<void(StageUi&)>;

Scene stage_scene(std::string name, Workshop workshop, Arrange arrange = {}, bool bare = false, std::string read_only = {}) {
  auto shown = std::make_shared<const Workshop>(std::move(workshop));
  return {std::move(name),
          [shown, arrange, bare, read_only]() -> Draw {
            auto ui = std::make_shared<StageUi>();
            if (arrange) arrange(*ui);
            return [shown, ui, bare, read_only](const Frame& frame, Commands& commands) {
              Frame own = frame;
              StageState state;
              state.read_only = read_only;
              state.sealed.done = 9;
              state.sealed.of = 14;
              if (bare) {
                own.role = Role::stage;
                own.chrome = false;
                own.read_only = true;
                own.me = {};
              }
              draw_stage(own, *shown, state, *ui, commands);
            };
          },
          bare, false};
}

Workshop staged(Workshop workshop, BoardId board, ActivityId activity) {
  workshop.stage = {board, activity};
  workshop.timer.running = false;
  return workshop;
}

Workshop in_phase(Workshop workshop, const Activity& activity, Phase phase) {
  workshop = staged(std::move(workshop), activity.board, activity.id);
  for (Activity& each : workshop.activities) {
    if (each.id != activity.id) continue;
    each.phase = phase;
    if (phase != Phase::revealed) each.inputs.clear();
    if (std::vector<Item>* const stars = stars_in(each); stars && phase != Phase::revealed) stars->clear();
  }
  return workshop;
}

const char* word_of(Phase phase) {
  switch (phase) {
    case Phase::planned: return "planned";
    case Phase::open: return "open";
    case Phase::closed: return "closed";
    case Phase::revealed: return "revealed";
  }
  return "";
}

Workshop without_board(Workshop workshop, const Activity& activity) {
  for (Activity& each : workshop.activities)
    if (each.id == activity.id) each.board = {};
  workshop.stage.board = {};
  return workshop;
}

void add_board_and_activity_scenes(std::vector<Scene>& scenes, const std::string& name, const Workshop& workshop, bool bare) {
  const std::string where = name + (bare ? ", bare stage, " : ", stage, ");
  scenes.push_back(stage_scene(where + "nothing", staged(workshop, {}, {}), {}, bare));
  for (const Board& board : workshop.boards) scenes.push_back(stage_scene(where + board.title, staged(workshop, board.id, {}), {}, bare));
  for (const Activity& activity : workshop.activities)
    for (const Phase phase : {Phase::planned, Phase::open, Phase::closed, Phase::revealed}) {
      if (phase == Phase::revealed && activity.phase != Phase::revealed) continue;
      const Workshop shown = in_phase(workshop, activity, phase);
      scenes.push_back(stage_scene(where + activity.title + ", " + word_of(phase), shown, {}, bare));
      const bool talk = activity.kind == ActivityKind::discuss || activity.kind == ActivityKind::decide;
      if (talk) scenes.push_back(stage_scene(where + activity.title + " without a board, " + word_of(phase), without_board(shown, activity), {}, bare));
    }
}

// Panels and menus that open over the stage.
void add_panel_scenes(std::vector<Scene>& scenes, const std::string& name, const Workshop& workshop) {
  const auto over = [&](const std::string& what, Arrange arrange) {
    scenes.push_back(stage_scene(name + ", " + what, staged(workshop, workshop.boards.front().id, {}), std::move(arrange)));
  };
  over("agenda", [](StageUi& ui) { ui.agenda.open = true; });
  over("agenda, adding an activity", [](StageUi& ui) { ui.agenda.open = ui.agenda.adding = true; });
  over("agenda, a bookmark", [](StageUi& ui) { ui.agenda.open = ui.agenda.bookmarking = true; });
  over("the boards to add", [](StageUi& ui) { ui.menu = StageUi::Menu::add; });
  over("all boards", [](StageUi& ui) { ui.menu = StageUi::Menu::boards; });
  over("map, search", [](StageUi& ui) { ui.map.search_open = true; });
  over("map, filter", [](StageUi& ui) { ui.map.filter_open = true; });
  for (const InspectorPage page : {InspectorPage::person, InspectorPage::needs, InspectorPage::ties})
    over("map, somebody, page " + std::to_string(static_cast<int>(page)), [id = workshop.stakeholders.front().id, page](StageUi& ui) {
      ui.map.selected = {id};
      ui.map.inspector.open = true;
      ui.map.inspector.page = page;
    });
  over("map, a tie", [id = workshop.ties.front().id](StageUi& ui) {
    ui.map.tie = id;
    ui.map.inspector.open = true;
  });
}

// What a hand is in the middle of, and a disk that takes no more.
void add_draft_scenes(std::vector<Scene>& scenes, const std::string& name, const Workshop& workshop) {
  const Board* map = first_board(workshop, BoardKind::map);
  REQUIRE(map != nullptr);
  scenes.push_back(stage_scene(name + ", map, a new name", staged(workshop, map->id, {}), [](StageUi& ui) { ui.map.naming = {true, true, "Nadia", {}, {}, false}; }));
  scenes.push_back(stage_scene(name + ", map, a tie's kind", staged(workshop, map->id, {}), [&workshop](StageUi& ui) {
    ui.map.tying.from = workshop.stakeholders[0].id;
    ui.map.tying.to = workshop.stakeholders[1].id;
  }));
  scenes.push_back(stage_scene(name + ", map, one person twice", staged(workshop, map->id, {}), [&workshop](StageUi& ui) {
    ui.map.same = {workshop.stakeholders[0].id, workshop.stakeholders[1].id, false};
  }));
  scenes.push_back(stage_scene(name + ", map, a name that is there", staged(workshop, map->id, {}), [&workshop](StageUi& ui) {
    ui.map.naming = {true, true, workshop.stakeholders[0].name, {}, {}, false};
  }));
  if (const Board* cards = first_board(workshop, BoardKind::cards))
    scenes.push_back(stage_scene(name + ", cards, a new card", staged(workshop, cards->id, {}), [](StageUi& ui) {
      ui.cards.writing = true;
      ui.cards.draft_at = {5000, 6000};
    }));
  scenes.push_back(stage_scene(name + ", read only", staged(workshop, map->id, {}), {}, false,
                               "The disk does not take any more. All 1,204 events up to now are safe. Free some space, then open the session again."));
}

// A screen passed from hand to hand, page by page.
void add_pass_scenes(std::vector<Scene>& scenes, const std::string& name, const Workshop& workshop) {
  constexpr const char* words[] = {"names", "hand over", "input", "sent", "too late"};
  const auto person = std::find_if(workshop.seats.begin(), workshop.seats.end(), [](const Seat& s) { return s.role == Role::participant; });
  if (person == workshop.seats.end()) return;
  for (const Activity& activity : workshop.activities) {
    if (!collects_inputs(workshop, activity)) continue;
    for (const auto page : {PassUi::Page::names, PassUi::Page::hand_over, PassUi::Page::input, PassUi::Page::sent, PassUi::Page::too_late}) {
      const Phase phase = page == PassUi::Page::too_late ? Phase::closed : Phase::open;
      scenes.push_back(stage_scene(name + ", pass the screen, " + activity.title + ", " + words[static_cast<int>(page)], in_phase(workshop, activity, phase),
                                   [id = activity.id, seat = person->id, page](StageUi& ui) {
                                     open_pass(ui.pass, id);
                                     ui.pass.page = page;
                                     ui.pass.seat = seat;
                                   }));
    }
    scenes.push_back(stage_scene(name + ", early reveal, " + activity.title, in_phase(workshop, activity, Phase::closed), [id = activity.id](StageUi& ui) {
      ui.moment.asking_early = id;
    }));
  }
}

void add_replay_scenes(std::vector<Scene>& scenes, const std::string& name, const Replay& replay) {
  for (std::uint64_t part = 0; part <= 4; ++part) {
    const std::uint64_t at = replay.last_sequence() * part / 4;
    const std::string banner = part == 4 ? "This session file is damaged after 14:32. 1,204 of 1,210 earlier events are safe." : "";
    scenes.push_back({name + ", replay at event " + std::to_string(at), [&replay, at, banner]() -> Draw {
                        auto ui = std::make_shared<ReplayUi>();
                        auto stage = std::make_shared<StageUi>();
                        seek(*ui, replay, at);
                        return [&replay, banner, ui, stage](const Frame& frame, Commands& commands) {
                          const auto moment = [&](const Frame& own, const Workshop& workshop, BoardId board) { draw_moment_of(own, workshop, board, *stage, commands); };
                          draw_replay(frame, replay, banner, *ui, moment, commands);
                        };
                      },
                      false, true});
  }
}

HomeModel home_model(const std::vector<Sample>& samples) {
  HomeModel model;
  model.folder = "~/Standpoint";
  for (const Sample& sample : samples)
    model.recent.push_back({sessions_path + "/" + sample.name + ".standpoint", sample.session.workshop, "", 60, static_cast<int>(sample.session.workshop.seats.size())});
  model.recent.push_back({"/sessions/notes.standpoint", {}, "This is not a Standpoint session.", 0, 0});
  model.templates = {{"stakeholder-mapping", "Stakeholder mapping", "60 min, 5 activities"},
                     {"power-interest", "Power/interest alignment", "45 min, 4 activities"},
                     {"dot-vote-retro", "Dot-vote retro", "40 min, 4 activities"},
                     {"design-sprint-day-1", "Design sprint day 1", "6 h, 11 activities"},
                     {"value-proposition", "Value proposition workshop", "90 min, 6 activities"},
                     {"relationship-check-in", "Relationship check-in", "30 min, 3 activities"}};
  model.draw_thumbnail = [](const Frame& frame, const Workshop& workshop) {
    draw_scaled(frame, frame.area, [&](Frame small) {
      small.role = Role::facilitator;
      StageUi ui;
      Commands none;
      draw_stage(small, workshop, {}, ui, none);
    });
  };
  return model;
}

void add_home_scenes(std::vector<Scene>& scenes, const std::vector<Sample>& samples) {
  const auto model = std::make_shared<const HomeModel>(home_model(samples));
  const auto home = [&](std::string name, HomeUi start, Draw over) {
    scenes.push_back({std::move(name), [model, start, over]() -> Draw {
                        auto ui = std::make_shared<HomeUi>(start);
                        return [model, ui, over](const Frame& frame, Commands& commands) {
                          draw_home(frame, *model, *ui, commands);
                          if (over) over(frame, commands);
                        };
                      },
                      false, false});
  };
  HomeUi naming, files;
  naming.sheet = HomeUi::Sheet::new_session;
  files.sheet = HomeUi::Sheet::files;
  home("home", {}, {});
  home("home, a new session", naming, {});
  home("home, the list of files", files, {});
  home("home, settings", {}, [](const Frame& frame, Commands&) {
    Settings settings;
    draw_settings(frame, settings);
  });
  home("home, shortcuts", {}, [scroll = std::make_shared<ScrollState>()](const Frame& frame, Commands&) { draw_shortcuts(frame, *scroll); });
  home("home, export sheet", {}, [ui = std::make_shared<ExportUi>(ExportUi{true, true, false, 2, 2})](const Frame& frame, Commands& commands) {
    draw_export(frame, {"Who shapes the relaunch, and who does not?", 12, "checkout-relaunch exports"}, *ui, commands);
  });
  home("home, exporting", {}, [](const Frame& frame, Commands&) {
    draw_long_task(frame, box_at(700, 760, 520, 110), {"Exporting pictures", 0.62F, "748 of 1204 pictures"});
  });
  home("home, a damaged file", {}, [](const Frame& frame, Commands&) {
    dialog(frame, "damaged", {"This session file is damaged after 14:32", "1,204 of 1,210 earlier events are safe.", "Show the file", "Open to 14:32", true, true});
  });
  const auto empty = std::make_shared<HomeModel>();
  scenes.push_back({"home, nothing yet", [empty]() -> Draw {
                      auto ui = std::make_shared<HomeUi>();
                      return [empty, ui](const Frame& frame, Commands& commands) { draw_home(frame, *empty, *ui, commands); };
                    },
                    false, false});
}

// The hour while its vote is open: what comes later is planned, and the timer shows 02:18 at the moment of the frames.
Workshop while_voting(Workshop workshop) {
  bool later = false;
  for (const ActivityId id : workshop.agenda)
    for (Activity& activity : workshop.activities) {
      if (activity.id != id) continue;
      const bool vote = activity.title == "Where must we act first?";
      if (vote || later) {
        activity.phase = vote ? Phase::open : Phase::planned;
        activity.inputs.clear();
        if (std::vector<Item>* const stars = stars_in(activity)) stars->clear();
      } else if (activity.phase == Phase::planned || activity.phase == Phase::open) {
        activity.phase = Phase::closed;
      }
      if (vote) workshop.stage = {activity.board, activity.id};
      later = later || vote;
    }
  workshop.timer = {};
  workshop.notes = "Oskar quiet since the ties. Ask him first on rollback.\n\nIf the data-sharing card wins, park the contract question for Thursday with Viktor.";
  return workshop;
}

ConsoleState console_state(const Workshop& workshop) {
  ConsoleState state;
  state.sealed = {9, 14, {}};
  constexpr const char* waiting[] = {"Priya", "Oskar", "Chlo", "Eun-ji", "Idris"};
  for (const Seat& seat : workshop.seats) {
    if (seat.role != Role::participant) continue;
    state.here.push_back(seat.id);
    const bool waits = std::any_of(std::begin(waiting), std::end(waiting), [&](const char* name) { return seat.name.starts_with(name); });
    if (!waits) state.sealed.sealed.push_back(seat.id);
  }
  state.stage.sealed = state.sealed;
  state.stage.lobby = {words_to_join_by(), state.here};
  state.in_window = true;
  return state;
}

Scene console_in(const std::vector<Sample>& samples, std::string name, std::optional<Box> area, const std::function<void(Workshop&, ConsoleState&, ConsoleUi&)>& arrange) {
  auto workshop = std::make_shared<Workshop>(while_voting(hour_of(samples).session.workshop));
  auto state = std::make_shared<ConsoleState>(console_state(*workshop));
  ConsoleUi start;
  if (arrange) arrange(*workshop, *state, start);
  return {std::move(name), [workshop, state, start, area]() -> Draw {
            auto ui = std::make_shared<ConsoleUi>(start);
            return [workshop, state, ui, area](const Frame& frame, Commands& commands) {
              Frame own = frame;
              if (area) own.area = *area;
              own.me = SeatId{1};
              draw_console(own, *workshop, *state, *ui, commands);
            };
          }};
}

// The last of the agenda is open, and this much is decided.
void decide(Workshop& workshop) {
  for (Activity& activity : workshop.activities) {
    if (activity.kind != ActivityKind::decide) continue;
    activity.phase = Phase::open;
    workshop.stage = {activity.board, activity.id};
  }
  workshop.decisions = {{DecisionId{1}, "Agree the data-sharing terms with the data protection officer before anything else is built", "Maya Lindqvist"},
                        {DecisionId{2}, "Pilot with two marketplace sellers", "Viktor Novak"},
                        {DecisionId{3}, "Name one owner for the payment provider contract", {}}};
}

void add_console_scenes(std::vector<Scene>& scenes, const std::vector<Sample>& samples) {
  const Box room{{0, 0}, {console_width, console_height}};
  using State = ConsoleState;
  const auto add = [&](const std::string& what, const std::function<void(Workshop&, State&, ConsoleUi&)>& arrange, Box area) {
    scenes.push_back(console_in(samples, "console" + what, area, arrange));
  };
  add("", {}, room);
  add(", the menu", [](Workshop&, State&, ConsoleUi& ui) { ui.menu = true; }, room);
  add(", a person", [](Workshop& w, State&, ConsoleUi& ui) { ui.seat = w.seats[2].id; ui.name_draft = w.seats[2].name; }, room);
  add(", removing a person", [](Workshop& w, State&, ConsoleUi& ui) { ui.seat = w.seats[2].id; ui.removing = true; }, room);
  add(", everybody", [](Workshop&, State&, ConsoleUi& ui) { ui.finding = true; }, room);
  add(", a new activity", [](Workshop&, State&, ConsoleUi& ui) { ui.agenda.adding = true; }, room);
  add(", frozen and offline", [](Workshop& w, State& state, ConsoleUi&) {
    w.cover = StageCover::frozen;
    w.covered_ms = w.changed_ms;
    state.connection = Connection::reconnecting;
  }, room);
  add(", an early reveal", [](Workshop& w, State&, ConsoleUi& ui) {
    for (Activity& activity : w.activities)
      if (activity.id == w.stage.activity) activity.phase = Phase::closed;
    ui.moment.asking_early = w.stage.activity;
  }, room);
  for (const Vec size : {Vec{console_width, console_height}, Vec{390, 844}, Vec{844, 390}})
    for (const bool open : {false, true})
      add(open ? ", the decisions, " + std::to_string(static_cast<int>(size.x)) + " wide" : ", deciding, " + std::to_string(static_cast<int>(size.x)) + " wide", [open](Workshop& w, State&, ConsoleUi& ui) {
        decide(w);
        ui.deciding = open;
      }, Box{{0, 0}, size});
  for (const auto page : {ConsoleUi::Page::now, ConsoleUi::Page::agenda, ConsoleUi::Page::people, ConsoleUi::Page::stage})
    for (const Vec size : {Vec{390, 844}, Vec{844, 390}, Vec{820, 1060}})
      add(", page " + std::to_string(static_cast<int>(page)) + ", " + std::to_string(static_cast<int>(size.x)) + " wide", [page](Workshop&, State&, ConsoleUi& ui) { ui.page = page; }, Box{{0, 0}, size});
}

void add_room_scenes(std::vector<Scene>& scenes, const std::vector<Sample>& samples) {
  for (const bool bare : {false, true}) scenes.push_back(lobby_scene(samples, bare));
  add_console_scenes(scenes, samples);
  scenes.push_back({"the sheet about joining", []() -> Draw {
                      return [](const Frame& frame, Commands&) {
                        draw_join_sheet(frame, {{"10.0.0.5:8080", "192.168.178.20:8080"}, 0, words_to_join_by().qr, "http://10.0.0.5:8080/#f-abc", false, ""});
                      };
                    }});
}

}  // namespace

Scene console_scene(const std::vector<Sample>& samples) {
  return console_in(samples, "console", std::nullopt, [](Workshop& workshop, ConsoleState&, ConsoleUi&) {
    workshop.timer = {true, 1795093200000 - (8 * 60 - 138) * 1000, 8 * 60'000};
    for (Activity& activity : workshop.activities)
      if (activity.id == workshop.stage.activity) activity.opened_ms = workshop.timer.started_ms;
  });
}

Scene lobby_scene(const std::vector<Sample>& samples, bool bare) {
  Workshop workshop = hour_of(samples).session.workshop;
  workshop.stage = {};
  workshop.timer.running = false;
  for (Activity& activity : workshop.activities) {
    activity.phase = Phase::planned;
    activity.inputs.clear();
    if (std::vector<Item>* const stars = stars_in(activity)) stars->clear();
  }
  LobbyState lobby{words_to_join_by(), {}};
  for (const Seat& seat : workshop.seats)
    if (seat.role == Role::participant && lobby.here.size() < 11) lobby.here.push_back(seat.id);
  auto shown = std::make_shared<const Workshop>(std::move(workshop));
  return {bare ? "lobby, bare" : "lobby", [shown, lobby, bare]() -> Draw {
            auto ui = std::make_shared<StageUi>();
            return [shown, lobby, ui, bare](const Frame& frame, Commands& commands) {
              Frame own = frame;
              StageState state;
              state.lobby = lobby;
              state.offers_console = true;
              if (bare) {
                own.role = Role::stage;
                own.chrome = false;
                own.read_only = true;
              }
              draw_stage(own, *shown, state, *ui, commands);
            };
          }, bare, false};
}

std::vector<Sample> samples() {
  std::vector<Sample> all;
  const auto files = posix_file_system();
  const auto names = files->list(sessions_path);
  REQUIRE(names.has_value());
  constexpr std::string_view ending = ".standpoint";
  for (const std::string& name : *names) {
    if (name.size() <= ending.size() || name.substr(name.size() - ending.size()) != ending) continue;
    auto opened = open_session(*files, sessions_path + "/" + name, OpenFor::reading);
    REQUIRE_MESSAGE(opened.has_value(), name);
    opened->store.reset();  // it refers to `files`, and nothing is read any more
    all.push_back({name.substr(0, name.size() - ending.size()), std::move(*opened)});
  }
  return all;
}

const Sample& hour_of(const std::vector<Sample>& samples) {
  const auto hour = std::find_if(samples.begin(), samples.end(), [](const Sample& s) { return s.name == "checkout-relaunch"; });
  REQUIRE(hour != samples.end());
  return *hour;
}

JoinWords words_to_join_by() { return {"standpoint.local", "7KQ294", qr_code_of("http://standpoint.local/#mfrggzdfmztwq2lknnwg23tpoa"), ""}; }

std::vector<Scene> stage_scenes(const std::string& name, const Workshop& workshop) {
  std::vector<Scene> scenes;
  add_board_and_activity_scenes(scenes, name, workshop, false);
  return scenes;
}

std::vector<Scene> bare_scenes(const std::string& name, const Workshop& workshop) {
  std::vector<Scene> scenes;
  add_board_and_activity_scenes(scenes, name, workshop, true);
  return scenes;
}

std::vector<Scene> every_scene(const std::vector<Sample>& samples) {
  std::vector<Scene> scenes;
  for (const auto& [name, session] : samples) {
    add_board_and_activity_scenes(scenes, name, session.workshop, false);
    add_board_and_activity_scenes(scenes, name, session.workshop, true);
    add_panel_scenes(scenes, name, session.workshop);
    add_draft_scenes(scenes, name, session.workshop);
    add_pass_scenes(scenes, name, session.workshop);
    add_replay_scenes(scenes, name, session.replay);
  }
  scenes.push_back(stage_scene("a session with no board yet", {}));
  add_home_scenes(scenes, samples);
  add_room_scenes(scenes, samples);
  scenes.push_back({"component states", []() -> Draw { return [](const Frame& frame, Commands&) { draw_component_states(frame); }; }, false, false});
  return scenes;
}

}  // namespace standpoint::testing
