// What a picture of the stage has no room for, as lists with the same heading: whole names of everybody on a canvas, what everybody
// placed, words longer than their card. Called by stage_file.cpp. It draws on any Painter and knows no file.
#pragma once

#include <string>
#include <vector>

#include "app/design/frame.h"
#include "app/files/stage_pictures.h"

namespace standpoint {

// One thing, and what is said about it in columns beside it.
struct ListedThing {
  std::string name;
  std::vector<std::string> facts;
  bool said = true;  // a picture says the facts as soon as it says the name; false: it never does
};
struct Listing {
  std::string title;
  std::vector<ListedThing> things;
};
// All that the board or activity of a picture holds, as the audience of `workshop` may know it.
Listing listing_of(const Workshop& workshop, const StagePicture& picture);

// How the rows of a listing fall on pages.
std::vector<std::vector<ListedThing>> listing_pages(const Painter& painter, const Listing& listing, Box area);
// One page, its heading included.
void draw_listing(const Frame& frame, const Workshop& workshop, const StagePicture& picture, const Listing& listing,
                  const std::vector<ListedThing>& page, std::size_t number, std::size_t pages);

}  // namespace standpoint
