// The pictures behind the command line's doors: boards of a session as the bare stage shows them, drawn without a display.
#include <filesystem>
#include <iostream>

#include "app/cli.h"
#include "app/frame_scope.h"
#include "app/render/offscreen.h"
#include "app/render/stage_file.h"
#include "app/screens/stage.h"
#include "app/whole_file.h"
#include "core/layers.h"
#include "core/session_store.h"

namespace standpoint {
namespace {

Result<std::string> png_of_sheet(Offscreen& offscreen, const StageSheet& sheet) {
  StageUi ui;
  double seconds = 100;  // long after everything settled
  const auto picture = offscreen.frame(sheet.theme.bg.paper, [&] {
    seconds += 1;
    FrameScope scope(sheet.theme, offscreen.fonts(), sheet.workshop.changed_ms, seconds, offscreen.shapes());
    draw_sheet(scope.frame(), sheet, ui);
  });
  if (!picture) return failed(picture.error());
  return png_of(*picture);
}

// Opens what a format needs when its first picture is drawn, and keeps it for the next.
class Drawer {
 public:
  Result<std::string> draw(const StageSheet& sheet, PictureFormat format) {
    if (format == PictureFormat::png) {
      if (!offscreen_) {
        auto opened = Offscreen::open(sheet.width, sheet.height);
        if (!opened) return failed(opened.error());
        offscreen_ = std::move(*opened);
      }
      return png_of_sheet(*offscreen_, sheet);
    }
    if (!files_) {
      auto made = StageFiles::make();
      if (!made) return failed(made.error());
      files_ = std::move(*made);
    }
    return format == PictureFormat::svg ? Result<std::string>(files_->svg(sheet)) : files_->pdf(sheet);
  }

 private:
  std::unique_ptr<Offscreen> offscreen_;
  std::unique_ptr<StageFiles> files_;
};

Result<Workshop> workshop_of(const std::string& path, std::optional<std::uint64_t> at) {
  const std::unique_ptr<FileSystem> files = posix_file_system();
  const auto opened = open_session(*files, path, OpenFor::reading);
  if (!opened) return failed(opened.error());
  if (!opened->report.sentence.empty()) std::cerr << opened->report.sentence << '\n';  // what is safe is drawn all the same
  return seen_in_files(opened->replay, at);
}

Result<void> make_folder(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!error) return {};
  return failed("The folder " + folder + " cannot be made (" + error.message() + "). Nothing was written; choose a folder you may write to.");
}

}  // namespace

Result<void> write_picture(const PictureRequest& request) {
  auto workshop = workshop_of(request.path, request.at);
  if (!workshop) return failed(workshop.error());
  const auto picture = stage_picture_called(*workshop, request.board);
  if (!picture) return failed(picture.error());
  const Layers open = layers_for_facilitators(*workshop);
  workshop->stage = picture->view;
  Drawer drawer;
  const auto bytes = drawer.draw({*workshop, request.look.dark ? dark_theme : light_theme, request.look.width, request.look.height, open}, request.format);
  if (!bytes) return failed(bytes.error());
  return write_whole_file(request.out, *bytes);
}

Result<void> export_pictures(const ExportRequest& request, const std::function<void(const std::string&)>& written) {
  auto workshop = workshop_of(request.path, request.at);
  if (!workshop) return failed(workshop.error());
  std::vector<StagePicture> pictures = stage_pictures(*workshop);
  if (!request.board.empty()) {
    const auto one = stage_picture_called(*workshop, request.board);
    if (!one) return failed(one.error());
    pictures = {*one};
  }
  if (pictures.empty()) return failed("This session has no board yet; nothing was written.");
  if (const auto made = make_folder(request.folder); !made) return failed(made.error());
  const Layers open = layers_for_facilitators(*workshop);
  Drawer drawer;
  for (const StagePicture& picture : pictures) {
    workshop->stage = picture.view;
    for (const PictureFormat format : request.formats) {
      const auto bytes = drawer.draw({*workshop, request.look.dark ? dark_theme : light_theme, request.look.width, request.look.height, open}, format);
      if (!bytes) return failed(bytes.error());
      const std::string path = (std::filesystem::path(request.folder) / (picture.name + "." + std::string(words(format)))).string();
      if (const auto done = write_whole_file(path, *bytes); !done) return failed(done.error());
      written(path);
    }
  }
  return {};
}

}  // namespace standpoint
