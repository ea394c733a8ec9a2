// The folder of sessions: where new ones are kept, which there are, and what their files are called. Used by app.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/screens/home/home.h"
#include "core/file/file_system.h"
#include "core/workshop/result.h"

namespace standpoint {

struct SessionFolder {
  std::filesystem::path own;      // new sessions; made when first needed
  std::filesystem::path samples;  // shipped with the program; may be empty
  std::string words;              // own, as the user knows it: "~/Standpoint"

  // $STANDPOINT_SESSIONS or ~/Standpoint; samples from $STANDPOINT_SAMPLES or beside the program.
  static SessionFolder of_user();
};

// Every session of both folders, the last changed first; own ones before samples. A sample that was opened is listed as the own one.
std::vector<HomeSession> sessions_in(FileSystem&, const SessionFolder&);
// Ballot boxes in the user's folder and in these, whose session is in none of them nor among the samples.
std::vector<HomeBox> lone_boxes_in(FileSystem&, const SessionFolder&, std::vector<std::string> folders);
// Where the session of this file is worked on: a sample stays as it ships, so the first time it is copied into the own folder, and
// afterwards it goes on there. Any other file is its own.
struct OwnFile {
  std::string path;
  bool copied = false;  // just now
};
Result<OwnFile> own_file_of(FileSystem&, const SessionFolder&, const std::string& path);
// A free file name for a title: lower case words joined by "-", a number behind when it is taken.
Result<std::filesystem::path> file_for_title(const SessionFolder&, const std::string& title);

}  // namespace standpoint
