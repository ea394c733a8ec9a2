// The bare stage of a workshop as an SVG or a PDF, drawn without any display, OpenGL or window: an ImGui frame that nobody
// renders, for which the screens draw into the painter of a file. Called by cli/draw.cpp and tests. Where the bytes go is
// not its business, and what may be seen neither: it draws the workshop it is given.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/design/theme.h"
#include "app/paint/file_painter.h"
#include "app/paint/gui_context.h"
#include "app/render/sheet_list.h"
#include "core/workshop/layers.h"

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
  OnlyListed only = OnlyListed::none;
};

// All that a picture has to say: the stage, page by page, and behind it a list where the stage has no room for every word.
struct SheetPages {
  std::size_t pictures = 1;
  Listing listing;
  std::vector<std::vector<ListedThing>> lists;
  std::size_t count() const { return pictures + lists.size(); }
};

// One frame of the bare stage, as on a second display, for a facilitator's file; or of the list behind it. Pictures of every format
// are drawn by it. Without `pages`: the stage's first.
void draw_sheet(const Frame& frame, const StageSheet& sheet, StageUi& ui, const SheetPages* pages = nullptr, std::size_t page = 0);
// The title and description that files carry: session, board or activity, day.
PageWords words_of(const StageSheet& sheet);

// Loads the fonts once for any number of files.
class StageFiles {
 public:
  static Result<std::unique_ptr<StageFiles>> make();
  ~StageFiles();
  StageFiles(const StageFiles&) = delete;
  StageFiles& operator=(const StageFiles&) = delete;

  // What there is to draw, found out by drawing it for nobody.
  SheetPages pages_of(const StageSheet& sheet);
  std::string svg(const StageSheet& sheet, const SheetPages* pages = nullptr, std::size_t page = 0);
  // All pages in one file; without `pages` the stage's first.
  Result<std::string> pdf(const StageSheet& sheet, const SheetPages* pages = nullptr);

 private:
  explicit StageFiles(std::unique_ptr<GuiContext> gui);
  // Draws until layouts have settled, and then into `painter`. Returns how many pages the stage said there are.
  std::size_t draw_settled(const StageSheet& sheet, const SheetPages* pages, std::size_t page, FilePainter& painter);

  std::unique_ptr<GuiContext> gui_;
};

}  // namespace standpoint
