// Sends what changed. See page_mirror.h; the other side is app/web/page.js.
#include "app/platform/page_mirror.h"

namespace standpoint {
namespace {

constexpr double shortest_pause = 0.25;

}  // namespace

extern "C" {
void page_mirror_begin();
void page_mirror_keep(std::uint32_t id);
void page_mirror_put(std::uint32_t id, int role, int states, float x, float y, float width, float height, const char* name, const char* value);
void page_mirror_end();
}

namespace {

// As page.js reads them.
int states_of(const SemanticItem& item) {
  int states = item.level << 8;
  if (item.disabled) states |= 1;
  if (item.checked) states |= *item.checked ? 2 : 4;
  if (item.selected) states |= *item.selected ? 8 : 16;
  if (item.active) states |= 32;
  if (item.multiline) states |= 64;
  return states;
}

}  // namespace

void PageMirror::send(const std::vector<SemanticItem>& items) {
  page_mirror_begin();
  for (const SemanticItem& item : items) {
    bool known = false;
    for (const SemanticItem& before : sent_) known = known || before == item;
    if (known) page_mirror_keep(item.id);
    else
      page_mirror_put(item.id, static_cast<int>(item.role), states_of(item), item.box.min.x, item.box.min.y, item.box.width(), item.box.height(),
                      item.name.c_str(), item.value.c_str());
  }
  page_mirror_end();
  sent_ = items;
}

void PageMirror::show(const Semantics& semantics, double seconds, bool settled) {
  if (semantics.items() == sent_) {
    due_at_ = 1e9;
    return;
  }
  if (!settled && seconds < sent_at_ + shortest_pause) {
    due_at_ = sent_at_ + shortest_pause;
    return;
  }
  send(semantics.items());
  sent_at_ = seconds;
  due_at_ = 1e9;
}

}  // namespace standpoint
