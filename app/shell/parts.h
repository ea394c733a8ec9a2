// What an App has open: one struct for each. Included in this folder only.
#pragma once

#include <map>

#include "app/net/join_info.h"
#include "app/screens/console/console.h"
#include "app/screens/stage/frozen.h"
#include "app/screens/stage/join_words.h"
#include "app/shell/app.h"
#include "app/shell/importing.h"
#include "app/shell/removal_question.h"
#include "app/shell/text_question.h"

namespace standpoint {

struct App::Home {
  HomeModel model;
  HomeUi ui;
  std::map<const Workshop*, StageUi> thumbnails;  // of model.recent: each keeps the board it built
};

struct App::Live {
  std::string path;
  std::unique_ptr<Host> host;
  std::unique_ptr<Link> link;
  Replica replica;
  std::unique_ptr<Link> bare_link;  // of the second display, made when it is first drawn
  Replica bare_replica;
  StageUi bare_ui;
  FrozenStage frozen, bare_frozen;  // of what each replica knows
  bool console_shown = false;       // in this window, while the stage is on another display
  ConsoleUi console;
  std::optional<JoinInfo> join;     // how tablets join; none: nobody can, and why
  std::string join_trouble;
  JoinWords words;                  // of the address that is shown, made when it changes
  QrModules own_code, stage_code;   // of the facilitator's link, and of a second screen's
  UndoStack undo;
  RemovalQuestion removal;
  TextQuestion text;
  std::unique_ptr<Importing> importing;  // a list that is looked at; none: no list is
  StageUi ui;
};

struct App::Review {
  std::string path;
  OpenedSession session;
  std::string banner;
  ReplayUi ui;
  StageUi stage;
  std::uint64_t noted = 0;  // the event the map's note is about

  // The event of the moment, said on the map itself: who moved whom, and from where.
  void note_moment();
};

// A damaged file, before anybody decided what to do with it.
struct App::Damaged {
  std::string path;
  DamageWords words;
};

// Of a session that was frozen when it was closed: what the room saw then.
void keep_frozen(const Replay&, FrozenStage&);

// The seat that a screen of this program takes again: the first of its role that is not carried by another.
SeatId seat_of(const Workshop& workshop, Role role);

}  // namespace standpoint
