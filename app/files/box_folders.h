// In which folders of this computer ballot boxes were made, a few lines of text among what the user's programs remember: so a session
// that was moved to another folder while people were answering finds its box. Used where a session is opened to be run.
#pragma once

#include <string>

#include "core/file/session_store.h"

namespace standpoint {

// $XDG_STATE_HOME/standpoint/box-folders, or the usual place for it; empty: nowhere.
std::string box_folders_path();
// The folders that are remembered there, and a way to add one. What cannot be read or kept costs only this convenience.
BoxPlaces box_places(FileSystem&, const std::string& path = box_folders_path());

}  // namespace standpoint
