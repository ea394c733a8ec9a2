// The page that tablets load, in memory: a folder of files, read once it is built. Used by the server; knows files and their types, no
// network.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/workshop/result.h"

namespace standpoint {

struct SiteFile {
  std::string type;      // as the Content-Type header has it
  std::string body;
  std::string gzip;      // the same, compressed beforehand; empty: there is none
  bool for_ever = false; // its name holds a hash of its content
};

class Site {
 public:
  // Every file of the folder; NAME.gz becomes the compressed form of NAME. A folder without index.html gives a site that
  // says in one sentence what is missing and asks again by itself. Failure: a file that cannot be read.
  static Result<Site> read(const std::string& folder);
  // One page with that sentence.
  static Site unbuilt();
  // A site that was not built when it was read, and is by now; nullopt while it is not.
  std::optional<Site> built_since() const;
  // The folder this program was built for, unless the environment's STANDPOINT_SITE names another.
  static std::string usual_folder();

  // "/" is the index; nullptr: no such file.
  const SiteFile* find(std::string_view path) const;
  bool built() const { return built_; }

 private:
  std::map<std::string, SiteFile, std::less<>> files_;  // by path: "/index.html"
  std::string folder_;
  bool built_ = false;
};

}  // namespace standpoint
