// The pictures behind the command line's doors: boards of a session as the bare stage shows them, drawn without a display.
#include <filesystem>
#include <iostream>

#include "app/cli/cli.h"
#include "app/files/whole_file.h"
#include "app/render/offscreen.h"
#include "app/render/stage_file.h"
#include "app/screens/stage/stage.h"
#include "app/widgets/frame_scope.h"
#include "core/file/session_store.h"
#include "core/workshop/layers.h"

namespace standpoint {
namespace {

Result<std::string> png_of_sheet(Offscreen& offscreen, const StageSheet& sheet, const SheetPages& pages, std::size_t page) {
  StageUi ui;
  double seconds = 100;  // long after everything settled
  const auto picture = offscreen.frame(sheet.theme.bg.paper, [&] {
    seconds += 1;
    FrameScope scope(sheet.theme, offscreen.fonts(), sheet.workshop.changed_ms, seconds, offscreen.shapes());
    draw_sheet(scope.frame(), sheet, ui, &pages, page);
  });
  if (!picture) return failed(picture.error());
  return png_of(*picture);
}

// Opens what a format needs when its first picture is drawn, and keeps it for the next.
class Drawer {
 public:
  Result<SheetPages> pages_of(const StageSheet& sheet) {
    if (const auto made = open_files(); !made) return failed(made.error());
    return files_->pages_of(sheet);
  }
  // One page; a PDF has all of them.
  Result<std::string> draw(const StageSheet& sheet, PictureFormat format, const SheetPages& pages, std::size_t page) {
    if (format == PictureFormat::png) {
      if (!offscreen_) {
        auto opened = Offscreen::open(sheet.width, sheet.height);
        if (!opened) return failed(opened.error());
        offscreen_ = std::move(*opened);
      }
      return png_of_sheet(*offscreen_, sheet, pages, page);
    }
    if (const auto made = open_files(); !made) return failed(made.error());
    return format == PictureFormat::svg ? Result<std::string>(files_->svg(sheet, &pages, page)) : files_->pdf(sheet, &pages);
  }

 private:
  Result<void> open_files() {
    if (files_) return {};
    auto made = StageFiles::make();
    if (!made) return failed(made.error());
    files_ = std::move(*made);
    return {};
  }
  std::unique_ptr<Offscreen> offscreen_;
  std::unique_ptr<StageFiles> files_;
};

Result<Workshop> workshop_of(const std::string& path, std::optional<std::uint64_t> at, FilesFor whom) {
  const std::unique_ptr<FileSystem> files = posix_file_system();
  const auto opened = open_session(*files, path, OpenFor::reading);
  if (!opened) return failed(opened.error());
  if (!opened->report.sentence.empty()) std::cerr << opened->report.sentence << '\n';  // what is safe is drawn all the same
  return seen_in_files(opened->replay, at, whom);
}

Result<void> make_folder(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!error) return {};
  return failed("The folder " + folder + " cannot be made (" + error.message() + "). Nothing was written; choose a folder you may write to.");
}

// What an earlier export left of this picture beyond the pages that it has now.
void remove_later_pages(const std::filesystem::path& folder, const StagePicture& picture, std::size_t pages, PictureFormat format) {
  std::error_code error;
  for (std::size_t page = pages; std::filesystem::remove(folder / file_of_page(picture, page, format), error); ++page) {}
}

// Every page of one picture in one format.
Result<void> export_picture(Drawer& drawer, const StageSheet& sheet, const SheetPages& pages, const StagePicture& picture, PictureFormat format,
                            const std::filesystem::path& folder, const std::function<void(const std::string&)>& written) {
  const std::size_t files = format == PictureFormat::pdf ? 1 : pages.count();
  for (std::size_t page = 0; page < files; ++page) {
    const auto bytes = drawer.draw(sheet, format, pages, page);
    if (!bytes) return failed(bytes.error());
    const std::string path = (folder / file_of_page(picture, page, format)).string();
    if (const auto done = write_whole_file(path, *bytes); !done) return failed(done.error());
    written(path);
  }
  remove_later_pages(folder, picture, files, format);
  return {};
}

}  // namespace

Result<void> write_picture(const PictureRequest& request) {
  auto workshop = workshop_of(request.path, request.at, request.whom);
  if (!workshop) return failed(workshop.error());
  const auto picture = stage_picture_called(*workshop, request.board);
  if (!picture) return failed(picture.error());
  const Layers open = layers_in_files(*workshop, request.whom);
  workshop->stage = picture->view;
  Drawer drawer;
  const StageSheet sheet{*workshop, request.look.dark ? dark_theme : light_theme, request.look.width, request.look.height, open, picture->only};
  const auto pages = drawer.pages_of(sheet);
  if (!pages) return failed(pages.error());
  const auto bytes = drawer.draw(sheet, request.format, *pages, 0);
  if (!bytes) return failed(bytes.error());
  return write_whole_file(request.out, *bytes);
}

Result<void> export_pictures(const ExportRequest& request, const std::function<void(const std::string&)>& written) {
  auto workshop = workshop_of(request.path, request.at, request.whom);
  if (!workshop) return failed(workshop.error());
  std::vector<StagePicture> pictures = stage_pictures(*workshop);
  if (!request.board.empty()) {
    const auto one = stage_picture_called(*workshop, request.board);
    if (!one) return failed(one.error());
    pictures = {*one};
  }
  if (pictures.empty()) return failed("This session has no board yet; nothing was written.");
  if (const auto made = make_folder(request.folder); !made) return failed(made.error());
  const Layers open = layers_in_files(*workshop, request.whom);
  Drawer drawer;
  for (const StagePicture& picture : pictures) {
    workshop->stage = picture.view;
    const StageSheet sheet{*workshop, request.look.dark ? dark_theme : light_theme, request.look.width, request.look.height, open, picture.only};
    const auto pages = drawer.pages_of(sheet);
    if (!pages) return failed(pages.error());
    for (const PictureFormat format : request.formats)
      if (const auto done = export_picture(drawer, sheet, *pages, picture, format, request.folder, written); !done) return failed(done.error());
  }
  return {};
}

}  // namespace standpoint
