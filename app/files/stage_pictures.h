// Which pictures a session can give, what they are called, and what may stand in them: the stage's own, never more. Used by the
// `picture` and `export` commands and by the window, which counts them. It draws nothing and writes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/file/replay.h"
#include "core/workshop/layers.h"
#include "core/workshop/result.h"

namespace standpoint {

enum class PictureFormat : std::uint8_t { png, svg, pdf };
// "png"; also the ending of its files.
std::string_view words(PictureFormat);
std::optional<PictureFormat> picture_format_of(std::string_view word);

// What no board and no activity shows, and is in the files all the same.
enum class OnlyListed : std::uint8_t { none, people, decisions };

struct StagePicture {
  StageView view;
  std::string title;  // of the board or activity
  std::string name;   // of its file, without folder and ending; no two of a session are the same
  OnlyListed only = OnlyListed::none;  // then there is nothing on the stage, and only a list
};

// Every board, then every revealed activity in the workshop's order, then what was decided; people where there is no map.
// Names say which it is: "board-who-is-who", "result-where-first-round-2", "decisions".
std::vector<StagePicture> stage_pictures(const Workshop&);
// Of a board or of an activity in any phase; the one listed above if it is. Nothing is called "" and has no name.
StagePicture stage_picture_of(const Workshop&, StageView);
// By the name of its file, an activity's title, a board's title, or a board's kind ("map", "canvas", "cards"), in this order.
Result<StagePicture> stage_picture_called(const Workshop&, const std::string& wanted);

// Files show what the room saw, or what facilitators do, who have to ask for it.
enum class FilesFor : std::uint8_t { room, facilitators };
Layers layers_in_files(const Workshop&, FilesFor);
// The workshop after event n as files may have it (core/workshop/audience, core/workshop/layers): no private note, no name of a seat beside a named
// input, and for the room nothing of a layer that the activity on the stage then did not open; and no timer. No n: the latest.
Workshop seen_in_files(const Replay&, std::optional<std::uint64_t> n, FilesFor = FilesFor::room);

// The file of a picture's page: "result-where-first.svg", from the second page on "result-where-first-page-2.svg".
std::string file_of_page(const StagePicture&, std::size_t page, PictureFormat);

}  // namespace standpoint
