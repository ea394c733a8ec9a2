// Sends what changed. See page_mirror.h; the other side is app/web/page.js.
#include "app/platform/page_mirror.h"

#include <algorithm>

namespace standpoint {
namespace {

constexpr double shortest_pause = 0.25;

}  // namespace

extern "C" {
void page_mirror_begin();
void page_mirror_part(std::uint32_t id, std::uint32_t within, int list, const char* name);
void page_mirror_keep(std::uint32_t id, std::uint32_t part);
void page_mirror_put(std::uint32_t id, std::uint32_t part, int role, int states, float x, float y, float width, float height, const char* name,
                     const char* value);
void page_mirror_end();
}

namespace {

// As page.js reads them.
int states_of(const SemanticItem& item) {
  int states = item.level << 8 | static_cast<int>(item.typed) << 16;
  if (item.disabled) states |= 1;
  if (item.checked) states |= *item.checked ? 2 : 4;
  if (item.selected) states |= *item.selected ? 8 : 16;
  if (item.active) states |= 32;
  if (item.multiline) states |= 64;
  if (item.by_touch) states |= 128;
  return states;
}

// The parts around an item begin before it, the outer ones first.
void begin_parts(const std::vector<SemanticPart>& parts, std::uint32_t id, std::vector<std::uint32_t>& begun) {
  if (id == 0 || std::find(begun.begin(), begun.end(), id) != begun.end()) return;
  const auto part = std::find_if(parts.begin(), parts.end(), [id](const SemanticPart& p) { return p.id == id; });
  begin_parts(parts, part->within, begun);
  page_mirror_part(id, part->within, part->list ? 1 : 0, part->name.c_str());
  begun.push_back(id);
}

}  // namespace

void PageMirror::send(const Semantics& semantics) {
  page_mirror_begin();
  std::vector<std::uint32_t> begun;
  for (const SemanticItem& item : semantics.items()) {
    begin_parts(semantics.parts(), item.part, begun);
    bool known = false;
    for (const SemanticItem& before : sent_) known = known || before == item;
    if (known) page_mirror_keep(item.id, item.part);
    else
      page_mirror_put(item.id, item.part, static_cast<int>(item.role), states_of(item), item.box.min.x, item.box.min.y, item.box.width(),
                      item.box.height(), item.name.c_str(), item.value.c_str());
  }
  page_mirror_end();
  sent_ = semantics.items();
  sent_parts_ = semantics.parts();
}

void PageMirror::show(const Semantics& semantics, double seconds, bool settled) {
  if (semantics.items() == sent_ && semantics.parts() == sent_parts_) {
    due_at_ = 1e9;
    return;
  }
  const bool takes_over = semantics.wants_focus != 0;  // from then on the element owns its text: it begins with the right one
  if (!settled && !takes_over && seconds < sent_at_ + shortest_pause) {
    due_at_ = sent_at_ + shortest_pause;
    return;
  }
  send(semantics);
  sent_at_ = seconds;
  due_at_ = 1e9;
}

}  // namespace standpoint
