// The home screen: recent sessions with their stage as thumbnail, templates to start from, and the list of all files.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/design/frame.h"

namespace standpoint {

// A session file as the home screen knows it, read by the program beforehand.
struct HomeSession {
  std::string path;
  Workshop workshop;      // its latest state; empty when it could not be read
  std::string trouble;    // one sentence when it could not be read
  std::int64_t minutes = 0;
  int people = 0;
  bool sample = false;    // stays as it ships
  std::size_t answers = 0;  // given in secret and not revealed
};
// A ballot box whose session is gone.
struct HomeBox {
  std::string path;
  std::size_t answers = 0;
};
struct HomeTemplate {
  std::string name;   // what NewSession takes
  std::string title;  // "Stakeholder mapping"
  std::string about;  // "60 min, 5 activities"
};
struct HomeModel {
  std::vector<HomeSession> recent;  // newest first
  std::vector<HomeTemplate> templates;
  std::vector<HomeBox> boxes;
  std::string folder;               // where new sessions are kept, as the user knows it
  // Draws the stage of a workshop, without controls, through a frame scaled into the thumbnail.
  std::function<void(const Frame&, const Workshop&)> draw_thumbnail;
};

struct HomeUi {
  enum class Sheet : std::uint8_t { none, new_session, files };
  Sheet sheet = Sheet::none;
  bool to_review = false;     // the file list opens in replay
  std::string template_name;  // of the session being named
  std::string title_draft;
  std::string path_draft;
  std::string error;          // of the sheet, one sentence
  bool focus_field = false;
  unsigned focus_below = 0;   // what the keyboard was on before the sheet, which gives it back
  std::string search;         // in the file list: titles, subtitles and names of files
  float scroll = 0;           // of the file list, design px
  std::string deleting;       // path of the session that is asked about; empty: none
  std::string destroying;     // of the box
  bool asks() const { return !deleting.empty() || !destroying.empty(); }
};

// Opens the list of files, to be opened or reviewed, at its search.
void show_files(HomeUi&, bool to_review);
void draw_home(const Frame&, const HomeModel&, HomeUi&, Commands&);

}  // namespace standpoint
