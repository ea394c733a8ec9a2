// The stage before anything is on it: how to join, what comes first, and who is here. Called by stage.cpp, on the shared
// window and on a second display alike. It must not know the network: what to write comes in a JoinWords.
#pragma once

#include <string>
#include <vector>

#include "app/design/frame.h"
#include "app/screens/stage/join_words.h"

namespace standpoint {

struct LobbyState {
  JoinWords join;
  std::vector<SeatId> here;  // with a screen of their own connected at this moment
};

void draw_lobby(const Frame&, const Workshop&, const LobbyState&, Commands&);

// The participants among the seats that are here, in the order they joined.
std::vector<const Seat*> participants_here(const Workshop&, const std::vector<SeatId>& here);
// "11 of 14 are here".
std::string presence_words(std::size_t here, std::size_t of);
// What is promised about secret inputs, in one sentence that is true of every activity of the agenda and among so many.
std::string secrecy_promise(const Workshop&, std::size_t here);

}  // namespace standpoint
