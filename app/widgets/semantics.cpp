// Collects what a frame shows. See semantics.h.
#include "app/widgets/semantics.h"

#include <algorithm>

#include <imgui.h>
#include <imgui_internal.h>

#include "app/widgets/controls.h"

namespace standpoint {
namespace {

constexpr std::string_view key_of_text = "a text that was heard";

Box on_screen(const Frame& frame, Box box) { return {frame.screen_from_design(box.min), frame.screen_from_design(box.max)}; }

bool can_be_activated(ItemRole role) {
  return role == ItemRole::button || role == ItemRole::link || role == ItemRole::checkbox || role == ItemRole::radio || role == ItemRole::field;
}

void tell(SemanticItem& item, const Description& said) {
  item.role = said.role;
  if (!said.name.empty()) item.name = said.name;
  if (!said.value.empty()) item.value = said.value;
  if (said.checked) item.checked = said.checked;
  if (said.selected) item.selected = said.selected;
  item.level = said.level;
  item.by_touch = said.by_touch;
  item.active = can_be_activated(said.role);
}

// Another id for the second of two that are alike.
std::uint32_t id_of(std::string_view key, std::string_view text, unsigned nth) {
  const ImGuiID seed = ImHashData(key.data(), key.size(), nth);
  return ImHashData(text.data(), text.size(), seed);  // not ImHashStr, which takes no length for one that ends with a zero
}

// Where one begins to read it: at its middle, or near the top of what is tall.
float reads_at(Box box) {
  constexpr float first_line = 24;
  return std::min(box.center().y, box.min.y + first_line);
}

// Of what is read as one: one thing, or a part with all that is in it.
struct Passage {
  float y, x;
  std::vector<SemanticItem> items;
};

// As one reads: what stands side by side is one line, from left to right.
void sort_by_lines(std::vector<Passage>& all) {
  constexpr float line = 12;
  std::stable_sort(all.begin(), all.end(), [](const Passage& a, const Passage& b) { return a.y < b.y; });
  for (auto first = all.begin(); first != all.end();) {
    const auto end = std::find_if(first, all.end(), [&](const Passage& t) { return t.y >= first->y + line; });
    std::stable_sort(first, end, [](const Passage& a, const Passage& b) { return a.x < b.x; });
    first = end;
  }
}

}  // namespace

void Semantics::begin_frame() {
  items_.clear();
  parts_.clear();
  open_.clear();
  heard_.clear();
  silent_.clear();
  wants_focus = 0;
}

// The innermost one around it; 0: it does not scroll.
std::uint32_t Semantics::passage_of(std::uint32_t part) const {
  while (part != 0) {
    const auto around = std::find_if(parts_.begin(), parts_.end(), [part](const SemanticPart& p) { return p.id == part; });
    if (around == parts_.end() || around->view) break;
    part = around->within;
  }
  return part;
}

bool Semantics::said(const Heard& heard) const {
  const std::uint32_t passage = passage_of(heard.part);
  return std::any_of(items_.begin(), items_.end(), [&](const SemanticItem& item) {
    if (item.box.contains(heard.box.center()) && passage_of(item.part) != passage) return false;  // scrolled under it
    if (item.role == ItemRole::field && item.name == heard.text) return true;  // its caption
    if (item.role == ItemRole::image) return item.name == heard.text && item.box.contains(heard.box.center());
    return item.box.contains(heard.box.center());
  });
}

void Semantics::end_frame() {
  std::vector<SemanticItem> texts;
  for (const Heard& heard : heard_) {
    if (said(heard)) continue;
    const auto alike = std::count_if(texts.begin(), texts.end(), [&](const SemanticItem& text) { return text.name == heard.text; });
    SemanticItem text;
    text.id = id_of(key_of_text, heard.text, static_cast<unsigned>(alike));
    text.name = heard.text;
    text.part = heard.part;
    text.box = heard.box;
    texts.push_back(std::move(text));
  }
  items_.insert(items_.end(), std::make_move_iterator(texts.begin()), std::make_move_iterator(texts.end()));
  std::vector<SemanticItem> read;
  read_in_order(0, read);
  items_ = std::move(read);
  forget_passages();
}

// What belongs to this part, inner parts where their first item stands.
void Semantics::read_in_order(std::uint32_t part, std::vector<SemanticItem>& read) const {
  std::vector<Passage> all;
  for (const SemanticItem& item : items_)
    if (item.part == part) all.push_back({reads_at(item.box), item.box.min.x, {item}});
  for (const SemanticPart& inner : parts_) {
    if (inner.within != part) continue;
    std::vector<SemanticItem> within;
    read_in_order(inner.id, within);
    if (within.empty()) continue;
    const Box box = inner.view.value_or(within.front().box);
    all.push_back({reads_at(box), box.min.x, std::move(within)});
  }
  sort_by_lines(all);
  for (Passage& turn : all) read.insert(read.end(), std::make_move_iterator(turn.items.begin()), std::make_move_iterator(turn.items.end()));
}

void Semantics::forget_passages() {
  const auto outside = [this](std::uint32_t id) {
    for (;;) {
      const auto part = std::find_if(parts_.begin(), parts_.end(), [id](const SemanticPart& p) { return p.id == id; });
      if (part == parts_.end() || !part->view) return id;
      id = part->within;
    }
  };
  for (SemanticItem& item : items_) item.part = outside(item.part);
  for (SemanticPart& part : parts_) part.within = outside(part.within);
  std::erase_if(parts_, [](const SemanticPart& part) { return part.view.has_value(); });
}

void Semantics::begin_passage(std::uint32_t key, Box view) {
  SemanticPart passage;
  passage.id = id_of("passage", {}, key);
  passage.view = view;
  begin_part(std::move(passage));
}

SemanticItem& Semantics::add(SemanticItem item) {
  item.part = part();
  items_.push_back(std::move(item));
  return items_.back();
}

void Semantics::begin_part(SemanticPart begun) {
  begun.within = part();
  const auto same = [&](const SemanticPart& other) { return other.id == begun.id; };
  open_.push_back(begun.id);
  if (std::none_of(parts_.begin(), parts_.end(), same)) parts_.push_back(std::move(begun));
}

SemanticItem* Semantics::find(std::uint32_t id) {
  const auto found = std::find_if(items_.rbegin(), items_.rend(), [id](const SemanticItem& item) { return item.id == id; });
  return found == items_.rend() ? nullptr : &*found;
}

void Semantics::hear(Box box, std::string_view utf8) {
  if (deaf_ == 0 && utf8.find_first_not_of(' ') != std::string_view::npos) heard_.push_back({box, std::string(utf8), part()});
}

void Semantics::edit(std::uint32_t id, FieldEdit edit) {
  FieldEdit& kept = edits_[id];
  if (edit.text) kept.text = std::move(edit.text);
  kept.committed = kept.committed || edit.committed;
  kept.cancelled = kept.cancelled || edit.cancelled;
  kept.entered = kept.entered || edit.entered;
}

FieldEdit Semantics::take_edit(std::uint32_t id) {
  const auto found = edits_.find(id);
  if (found == edits_.end()) return {};
  FieldEdit edit = std::move(found->second);
  edits_.erase(found);
  return edit;
}

void describe_item(const Frame& frame, const char* label, Box box, const Description& said) {
  if (frame.semantics == nullptr) return;
  const ImGuiID id = ImGui::GetItemID();
  SemanticItem* item = frame.semantics->find(id);
  if (item == nullptr) {
    item = &frame.semantics->add(SemanticItem{});
    item->id = id;
    item->name = visible(label);
  }
  item->disabled = (ImGui::GetItemFlags() & ImGuiItemFlags_Disabled) != 0;
  item->box = on_screen(frame, box);
  tell(*item, said);
}

void describe_item(const Frame& frame, const Description& said) {
  if (frame.semantics == nullptr) return;
  if (SemanticItem* item = frame.semantics->find(ImGui::GetItemID())) tell(*item, said);
}

void describe(const Frame& frame, std::string_view key, Box box, const Description& said) {
  if (frame.semantics == nullptr) return;
  SemanticItem item;
  item.id = id_of(key, {}, ImGui::GetID("described"));
  item.box = on_screen(frame, box);
  tell(item, said);
  item.active = false;
  frame.semantics->add(std::move(item));
}

Unheard::Unheard(const Frame& frame) : semantics_(frame.semantics) {
  if (semantics_ != nullptr) semantics_->stop_listening();
}

Unheard::~Unheard() {
  if (semantics_ != nullptr) semantics_->listen_again();
}

ReadTogether::ReadTogether(const Frame& frame, std::string_view name, As as) : semantics_(frame.semantics) {
  if (semantics_ == nullptr) return;
  SemanticPart part;
  part.id = id_of("part", name, ImGui::GetID("part"));
  part.name = name;
  part.list = as == As::list;
  semantics_->begin_part(std::move(part));
}

ReadTogether::~ReadTogether() {
  if (semantics_ != nullptr) semantics_->end_part();
}

}  // namespace standpoint
