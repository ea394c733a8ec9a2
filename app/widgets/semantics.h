// What a frame shows, in words: a list of its items and texts with role, name, value, states and place, from which tablets make
// a page that screen readers and keyboards can use. The widgets of controls.h, text fields and canvases fill it by themselves;
// screens call describe_item to say more of the item just reserved, and describe for what they draw by hand. Texts that nobody
// described are heard from the painter. Frame::semantics is nullptr where nobody listens. It knows no browser.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/design/frame.h"
#include "app/paint/screen_painter.h"

namespace standpoint {

// What is typed into a field, for keyboards that choose capitals and correct words: sentences, the name of somebody, or a code.
enum class TypedAs : std::uint8_t { sentences, name, code };

enum class ItemRole : std::uint8_t { button, link, checkbox, radio, text, heading, field, progress, image, status };

// What a screen says of an item. Empty and unset: as the item's label has it.
struct Description {
  ItemRole role = ItemRole::button;
  std::string_view name = {};
  std::string_view value = {};         // "2 dots", the text of a field, "11 of 24"
  std::optional<bool> checked = {};    // of a checkbox or a radio button
  std::optional<bool> selected = {};   // of a button that stays pressed
  int level = 2;                       // of a heading
  bool by_touch = false;               // Tab passes it by: who uses a keyboard has another way to it
};

struct SemanticItem {
  std::uint32_t id = 0;      // the same as long as it is the same thing; of an item, its ImGuiID
  ItemRole role = ItemRole::text;
  std::string name;
  std::string value;
  std::optional<bool> checked;
  std::optional<bool> selected;
  bool disabled = false;
  bool active = false;       // can be activated or typed into
  bool multiline = false;    // of a field
  TypedAs typed = TypedAs::sentences;
  int level = 2;
  bool by_touch = false;     // Tab passes it by
  std::uint32_t part = 0;    // the SemanticPart it belongs to; 0: none
  Box box;                   // screen pixels
  bool operator==(const SemanticItem&) const = default;
};

// What is read as one, before what stands beside it: a panel, or a list of like things. Parts may lie in one another.
struct SemanticPart {
  std::uint32_t id = 0;
  std::uint32_t within = 0;  // the part around it; 0: none
  std::string name;
  bool list = false;
  std::optional<Box> view;   // what scrolls: it stands where it is looked at through, and nobody is told of it otherwise
  bool operator==(const SemanticPart&) const = default;
};

// Of a text field whose text is edited outside ImGui, since it was last asked.
struct FieldEdit {
  std::optional<std::string> text;
  bool committed = false, cancelled = false;
  bool entered = false;  // committed by Enter
};

class Semantics final : public TextEar {
 public:
  // Before each ImGui frame, also those that are not shown.
  void begin_frame();
  // After it: texts inside an item or said by it are left out, the others become items, and all stand in reading order.
  void end_frame();
  const std::vector<SemanticItem>& items() const { return items_; }
  const std::vector<SemanticPart>& parts() const { return parts_; }

  SemanticItem& add(SemanticItem item);
  void begin_part(SemanticPart part);
  void end_part() { open_.pop_back(); }
  // What is said while it lives, of whatever place, is read where this view stands: what is scrolled does not change its turn.
  void begin_passage(std::uint32_t key, Box view);
  SemanticItem* find(std::uint32_t id);
  void hear(Box box, std::string_view utf8) override;
  // An item that only keeps the pointer from what lies below it says nothing.
  void keep_silent(std::uint32_t id) { silent_.insert(id); }
  bool is_silent(std::uint32_t id) const { return silent_.contains(id); }
  void stop_listening() { ++deaf_; }
  void listen_again() { --deaf_; }

  // The page edits text in fields of its own.
  bool edits_text = false;
  std::uint32_t editing = 0;      // the field that has the keyboard; 0: none
  std::uint32_t wants_focus = 0;  // the field that asked for it in this frame
  void edit(std::uint32_t id, FieldEdit edit);
  FieldEdit take_edit(std::uint32_t id);

 private:
  struct Heard {
    Box box;
    std::string text;
    std::uint32_t part = 0;
  };
  bool said(const Heard& heard) const;
  std::uint32_t passage_of(std::uint32_t part) const;
  std::uint32_t part() const { return open_.empty() ? 0 : open_.back(); }
  void read_in_order(std::uint32_t part, std::vector<SemanticItem>& read) const;
  void forget_passages();
  std::vector<SemanticItem> items_;
  std::vector<SemanticPart> parts_;
  std::vector<std::uint32_t> open_;  // parts, the inner ones last
  std::vector<Heard> heard_;
  std::unordered_set<std::uint32_t> silent_;
  int deaf_ = 0;
  std::unordered_map<std::uint32_t, FieldEdit> edits_;
};

// Of the item just reserved. `label` is its ImGui label; a Description that names it wins. Called again it says more.
void describe_item(const Frame&, const char* label, Box box, const Description& = {});
void describe_item(const Frame&, const Description&);
// Of what is drawn by hand and no item. `key` tells it from others of the frame.
void describe(const Frame&, std::string_view key, Box box, const Description&);
// What is said while it lives belongs together. Two of one frame that lie in the same part have different names.
class ReadTogether {
 public:
  enum class As : std::uint8_t { panel, list };
  ReadTogether(const Frame& frame, std::string_view name, As as = As::list);
  ~ReadTogether();
  ReadTogether(const ReadTogether&) = delete;
  ReadTogether& operator=(const ReadTogether&) = delete;

 private:
  Semantics* semantics_;
};

// What is painted while it lives is said by descriptions: its texts are not heard.
class Unheard {
 public:
  explicit Unheard(const Frame& frame);
  ~Unheard();
  Unheard(const Unheard&) = delete;
  Unheard& operator=(const Unheard&) = delete;

 private:
  Semantics* semantics_;
};

}  // namespace standpoint
