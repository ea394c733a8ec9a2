// What an App knows about exporting. Part of app.h; export.cpp works with it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/files/export_job.h"
#include "app/screens/sheets/export.h"
#include "core/workshop/model.h"

namespace standpoint {

// What is on the screen and can be exported.
struct ExportSource {
  std::string path;
  Workshop workshop;                // its stage is what is shown
  std::optional<std::uint64_t> at;  // in replay: after this event
};

struct AppExports {
  ExportUi ui;
  std::unique_ptr<ExportJob> job;  // one at a time
  std::size_t total = 0;           // boards and results it was asked for; each is a picture or several
  std::filesystem::path folder;    // where they go
};

}  // namespace standpoint
