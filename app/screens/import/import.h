// The page that shows what would come of a file before anybody says yes (picture 31): how its columns are read, and row by row what is new,
// what is here already and what stays out. It reads no file and adds nothing: the caller proposes (core/exchange/preview.h) and sends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "app/design/frame.h"
#include "app/widgets/scroll.h"
#include "core/exchange/preview.h"

namespace standpoint {

// Which rows are listed.
enum class ImportRows : std::uint8_t { all, added, here, refused };

struct ImportUi {
  bool ties = false;            // the list of ties, not of people
  ImportRows rows = ImportRows::all;
  std::size_t page = 0;
  std::uint32_t sheet = 0;      // whose columns are shown
  std::optional<std::uint32_t> choosing;  // the column whose meaning is being chosen
  ScrollState columns, meanings;
};

struct ImportFacts {
  std::string_view file;        // its name
  const Preview& preview;
  const ImportChoices& choices;
  bool adds = false;            // there is something to add or to change
};

struct ImportStep {
  enum class Kind : std::uint8_t { none, cancel, add };
  Kind kind = Kind::none;
  std::optional<ImportChoices> choices;  // these instead: propose anew
};

// Over the whole window; Esc and Cancel leave it.
ImportStep draw_import(const Frame&, const ImportFacts&, ImportUi&);

}  // namespace standpoint
