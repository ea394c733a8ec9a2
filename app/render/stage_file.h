// The bare stage of a workshop as an SVG or a PDF, drawn without any display, OpenGL or window: an ImGui frame that nobody
// renders, for which the screens draw into the painter of a file. Called by write_picture.cpp and tests. Where the bytes go is
// not its business, and what may be seen neither: it draws the workshop it is given.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/paint/file_painter.h"
#include "app/paint/gui_context.h"
#include "app/theme.h"
#include "core/layers.h"

namespace standpoint {

struct Frame;
struct StageUi;

// What a file shows: the stage of `workshop` (its own `stage` says which), at a size in pixels.
struct StageSheet {
  const Workshop& workshop;
  const Theme& theme;
  int width = 1920;
  int height = 1080;
  Layers open{true, true};  // of the map
};

// One frame of the bare stage, as on a second display, for a facilitator's file. Pictures of every format are drawn by it.
void draw_sheet(const Frame& frame, const StageSheet& sheet, StageUi& ui);
// The title and description that files carry: session, board or activity, day.
PageWords words_of(const StageSheet& sheet);

// Loads the fonts once for any number of files.
class StageFiles {
 public:
  static Result<std::unique_ptr<StageFiles>> make();
  ~StageFiles();
  StageFiles(const StageFiles&) = delete;
  StageFiles& operator=(const StageFiles&) = delete;

  std::string svg(const StageSheet& sheet);
  Result<std::string> pdf(const StageSheet& sheet);

 private:
  using MakePainter = std::function<std::unique_ptr<FilePainter>(const Fonts&)>;
  explicit StageFiles(std::unique_ptr<GuiContext> gui);
  // Draws until layouts have settled, each time into a fresh painter; the last one is given back.
  std::unique_ptr<FilePainter> settled(const StageSheet& sheet, const MakePainter& make);

  std::unique_ptr<GuiContext> gui_;
};

}  // namespace standpoint
