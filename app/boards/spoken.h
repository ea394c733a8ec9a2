// What boards and results say to those who do not see them: the Map as a list of people with their ties, a placing as a list
// of places, a vote as a list of ranks. Called by the screens that paint these. It must not draw, and it is handed what is
// shown, so that it cannot say more.
#pragma once

#include <string>

#include "app/boards/canvas/paint_board.h"
#include "app/boards/map/paint_board.h"
#include "app/design/frame.h"
#include "core/activities/vote/result.h"
#include "core/boards/canvas.h"
#include "core/boards/map.h"

namespace standpoint {

// Of each person: "internal, leading, influences Ruth Kaplan, trusted by Ada Holm".
std::vector<std::string> words_of_people(const MapBoard& board);
// Somebody of the Map as a text, also when they are beside the glass. Everybody as a list of texts, where no items do it.
void say_person(const Frame& frame, const MapNode& node, Vec at, const std::string& words, Box shown);
void say_people(const Frame& frame, const MapBoard& board, const MapScene& scene, Box shown);

// "interest 7.2, power 3.1 of 10"
std::string words_of_point(const CanvasBoard& board, BoardPoint at);
// The same of an item; after a second round also where it was before.
std::string words_of_place(const CanvasBoard& board, const CanvasItem& item);
void say_places(const Frame& frame, const CanvasBoard& board, Box plane);

// "1, Data-sharing terms, 5 dots".
std::string words_of_rank(const VoteRow& row, std::string_view option);

}  // namespace standpoint
