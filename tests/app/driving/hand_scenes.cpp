// The scenes. See hand_scenes.h.
#include "tests/app/driving/hand_scenes.h"

#include <algorithm>
#include <memory>

#include <doctest/doctest.h>

#include "app/screens/hand/join.h"
#include "app/screens/hand/participant.h"
#include "core/workshop/activity_parts.h"

namespace standpoint::testing {
namespace {

constexpr std::int64_t scene_ms = 1'795'093'200'000;  // 19 November 2026, 13:00 UTC
using ArrangeHand = std::function<void(ParticipantUi&, ParticipantState&)>;

const Activity& first_of(const Workshop& workshop, ActivityKind kind) {
  const auto found = std::find_if(workshop.activities.begin(), workshop.activities.end(), [&](const Activity& a) { return a.kind == kind && collects_inputs(workshop, a); });
  REQUIRE(found != workshop.activities.end());
  return *found;
}

Workshop at_phase(Workshop workshop, ActivityId id, Phase phase, std::int64_t left_ms) {
  for (Activity& activity : workshop.activities) {
    if (activity.phase == Phase::open) activity.phase = Phase::planned;
    if (!(activity.id == id)) continue;
    activity.phase = phase;
    workshop.stage = {activity.board, activity.id};
    if (phase != Phase::revealed) activity.inputs.clear();
    if (std::vector<Item>* const stars = stars_in(activity); stars && phase != Phase::revealed) stars->clear();
  }
  workshop.timer = {left_ms > 0, scene_ms, left_ms};
  return workshop;
}

Scene participant_scene(std::string name, Workshop workshop, const ArrangeHand& arrange, Role role = Role::participant) {
  auto shown = std::make_shared<const Workshop>(std::move(workshop));
  return {std::move(name), [shown, arrange, role]() -> Draw {
            auto ui = std::make_shared<ParticipantUi>();
            auto state = std::make_shared<ParticipantState>();
            state->sealed.done = 11;
            state->sealed.of = 14;
            if (const Activity* activity = activity_for(*shown)) ui->on = activity->id;
            arrange(*ui, *state);
            return [shown, ui, state, role](const Frame& frame, Commands& commands) {
              Frame own = frame;
              own.role = role;
              own.me = SeatId{3};
              own.now_ms = scene_ms;
              draw_participant(own, *shown, *state, *ui, commands);
            };
          }};
}

Scene join_scene(std::string name, JoinState state, std::string code, std::string typed) {
  return {std::move(name), [state, code, typed]() -> Draw {
            auto ui = std::make_shared<JoinUi>();
            ui->code = code;
            ui->name = typed;
            return [state, ui](const Frame& frame, Commands&) { draw_join(frame, state, *ui); };
          }};
}

void add_joins(std::vector<Scene>& scenes) {
  JoinState door;
  door.at = JoinState::At::name;
  door.door.title = "Checkout relaunch";
  door.door.subtitle = "stakeholder alignment";
  door.door.facilitator = "Nadia Rahimi";
  scenes.push_back(join_scene("join", door, "7KQ 294", "Chloé Martin"));
  scenes.push_back(join_scene("join, nothing typed", door, "", ""));
  JoinState code;
  code.at = JoinState::At::code;
  scenes.push_back(join_scene("join, code", code, "", ""));
  JoinState wrong;
  wrong.at = JoinState::At::turned_away;
  scenes.push_back(join_scene("join, wrong code", wrong, "7KQ 2O4", ""));
  JoinState locked = wrong;
  locked.turned_away = {TurnedAway::Why::locked, "The door of this session is locked. Nothing is lost; ask Nadia to open it."};
  scenes.push_back(join_scene("join, locked", locked, "", ""));
  JoinState nobody;
  nobody.offline = true;
  scenes.push_back(join_scene("join, no answer", nobody, "", ""));
}

void add_votes(const Workshop& hour, std::vector<Scene>& scenes) {
  const Activity& vote = first_of(hour, ActivityKind::vote);
  const Workshop open = at_phase(hour, vote.id, Phase::open, 138'000);
  const auto given = [vote](PassDraft& draft, int n) {
    for (int i = 0; i < n; ++i) add_dot(draft, vote, items_of(vote)[i < 2 ? 0 : 3]);
  };
  scenes.push_back(participant_scene("vote", open, [=](ParticipantUi& ui, ParticipantState&) { given(ui.making[vote.id].draft, 2); }));
  scenes.push_back(participant_scene("vote, all placed, offline", open, [=](ParticipantUi& ui, ParticipantState& state) {
    given(ui.making[vote.id].draft, 3);
    state.connection = Connection::offline;
  }));
  const auto sent = [=](ParticipantUi& ui, bool answered) {
    Making& making = ui.making[vote.id];
    given(making.sent, 3);
    making.page = Making::Page::sent;
    making.has_sent = true;
    making.awaiting = !answered;
  };
  scenes.push_back(participant_scene("vote sent", at_phase(hour, vote.id, Phase::open, 106'000), [=](ParticipantUi& ui, ParticipantState& state) {
    sent(ui, true);
    state.mine_sealed = true;
  }));
  scenes.push_back(participant_scene("vote on its way", open, [=](ParticipantUi& ui, ParticipantState& state) {
    sent(ui, false);
    state.sealing = true;
    state.connection = Connection::reconnecting;
  }));
  const Workshop closed = at_phase(hour, vote.id, Phase::closed, 0);
  scenes.push_back(participant_scene("vote too late", closed, [](ParticipantUi&, ParticipantState&) {}));
  scenes.push_back(participant_scene("vote watched", open, [](ParticipantUi&, ParticipantState&) {}, Role::observer));
  if (vote.phase == Phase::revealed)
    scenes.push_back(participant_scene("vote revealed", at_phase(hour, vote.id, Phase::revealed, 0), [](ParticipantUi&, ParticipantState&) {}));
}

void add_placings(const Workshop& hour, std::vector<Scene>& scenes) {
  const Activity& placing = first_of(hour, ActivityKind::place);
  const Workshop open = at_phase(hour, placing.id, Phase::open, 365'000);
  scenes.push_back(participant_scene("placing", open, [placing](ParticipantUi& ui, ParticipantState&) {
    PassDraft& draft = ui.making[placing.id].draft;
    constexpr int places[11][2] = {{3600, 8700}, {6600, 8500}, {8400, 7500}, {9100, 6400}, {7400, 5300}, {6200, 4600},
                                   {8200, 4200}, {5800, 3400}, {7600, 2400}, {6400, 1500}, {2600, 5850}};
    for (std::size_t i = 0; i < 11 && i < items_of(placing).size(); ++i) place(draft, items_of(placing)[i], {places[i][0], places[i][1]});
    draft.current = std::min<std::size_t>(10, items_of(placing).size() - 1);
  }));
  scenes.push_back(participant_scene("placing begins", open, [](ParticipantUi&, ParticipantState&) {}));
  if (placing.phase == Phase::revealed)
    scenes.push_back(participant_scene("placing revealed", at_phase(hour, placing.id, Phase::revealed, 0), [](ParticipantUi&, ParticipantState&) {}));
}

void add_boards(const Workshop& hour, std::vector<Scene>& scenes) {
  Workshop between = at_phase(hour, {}, Phase::planned, 0);
  scenes.push_back(participant_scene("waiting", [&] { Workshop w = between; w.stage = {}; return w; }(), [](ParticipantUi&, ParticipantState&) {}));
  for (const Board& board : hour.boards) {
    Workshop shown = between;
    shown.stage = {board.id, {}};
    scenes.push_back(participant_scene((board.kind == BoardKind::canvas ? "board, canvas " : "board ") + board.title, shown, [](ParticipantUi& ui, ParticipantState&) { ui.exploring = true; }));
  }
  if (const Board* map = first_board(hour, BoardKind::map); map != nullptr && !hour.stakeholders.empty()) {
    Workshop shown = between;
    shown.stage = {map->id, {}};
    const StakeholderId person = hour.ties.empty() ? hour.stakeholders.front().id : hour.ties.front().from;
    const auto about = [person, board = map->id](HandForm form) {
      form.board = board;
      return [person, form](ParticipantUi& ui, ParticipantState&) {
        ui.exploring = true;
        ui.person = person;
        ui.form = form;
      };
    };
    using What = HandForm::What;
    scenes.push_back(participant_scene("one person", shown, about({})));
    scenes.push_back(participant_scene("writing somebody", shown, about({What::person, false, "Ben Okoro", Ring::external, {}, 0, {}})));
    scenes.push_back(participant_scene("a tie, to whom", shown, about({What::tie, false, {}, Ring::internal, {}, 0, {}})));
    scenes.push_back(participant_scene("a tie, which", shown, about({What::tie, false, {}, Ring::internal, {}, 0, hour.stakeholders.back().id})));
  }
  for (const Card& card : hour.cards) {
    Workshop shown = between;
    shown.stage = {card.board, {}};
    const HandForm form{HandForm::What::card, false, card.text, Ring::internal, card.id, card.zone, {}, card.board};
    scenes.push_back(participant_scene("writing a card", shown, [form](ParticipantUi& ui, ParticipantState&) {
      ui.exploring = true;
      ui.form = form;
    }));
    break;
  }
}

}  // namespace

std::vector<Scene> hand_scenes(const Sample& sample) {
  std::vector<Scene> scenes;
  add_joins(scenes);
  add_votes(sample.session.workshop, scenes);
  add_placings(sample.session.workshop, scenes);
  add_boards(sample.session.workshop, scenes);
  return scenes;
}

}  // namespace standpoint::testing
