// The judges. See screen_judges.h.
#include "tests/app/driving/screen_judges.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <string_view>

#include "app/design/measures.h"

namespace standpoint::testing {
namespace {

constexpr float hair = 2;  // letters rarely reach the edges of their boxes

std::string quoted(const std::string& words) { return "“" + (words.size() > 40 ? words.substr(0, 38) + ".." : words) + "”"; }
std::string visible(const std::string& label) { return label.substr(0, label.find("##")); }

std::string words_of(Box box) {
  const auto n = [](float v) { return std::to_string(static_cast<int>(std::lround(v))); };
  return n(box.min.x) + "," + n(box.min.y) + " to " + n(box.max.x) + "," + n(box.max.y);
}

float common(float a_min, float a_max, float b_min, float b_max) { return std::min(a_max, b_max) - std::max(a_min, b_min); }
bool overlap(Box a, Box b, float more_than) {
  return common(a.min.x, a.max.x, b.min.x, b.max.x) > more_than && common(a.min.y, a.max.y, b.min.y, b.max.y) > more_than;
}
bool inside(Box a, Box b, float slack) {
  return a.min.x >= b.min.x - slack && a.min.y >= b.min.y - slack && a.max.x <= b.max.x + slack && a.max.y <= b.max.y + slack;
}

void judge_place(const ScreenWatch::Word& word, Box glass, const Wrong& wrong) {
  const bool beside = word.whole.min.x < glass.min.x - hair || word.whole.max.x > glass.max.x + hair;
  const bool below = word.box.min.y < glass.min.y - hair || word.box.max.y > glass.max.y + hair;  // what scrolls is clipped there
  if (beside || below) wrong(quoted(word.text) + " leaves the glass: " + words_of(word.whole));
  else if (word.box.width() < word.whole.width() - hair) wrong(quoted(word.text) + " is cut: " + words_of(word.whole) + " to " + words_of(word.box));
  if (word.panel != nullptr && !word.floats && !inside(word.box, *word.panel, hair))
    wrong(quoted(word.text) + " leaves its panel: " + words_of(word.box) + " of " + words_of(*word.panel));
}

// The plane of a placing is a list of places as well, for those who cannot see it: whoever does taps the plane.
bool is_heard_only(const std::string& label) { return label.size() > 6 && label.substr(label.size() - 6) == "##here"; }

// What a page is, and what can be done on it: by these one tells whether a press led anywhere.
struct Page {
  std::string heading;
  std::set<std::string> enabled, disabled;
};
Page page_of(const UiDriver& driver, const Semantics& semantics) {
  Page page;
  for (const SemanticItem& item : semantics.items())
    if (item.role == ItemRole::heading && item.level == 1) page.heading += item.name;
  for (const UiDriver::Item& item : driver.items())
    if (!item.label.empty() && item.label != "Standpoint") (item.disabled ? page.disabled : page.enabled).insert(item.label);
  return page;
}

bool asks_for_something(const Commands& commands) {
  return !commands.actions.empty() || std::any_of(commands.intents.begin(), commands.intents.end(), [](const Intent& intent) {
    return !std::holds_alternative<AnimateUntil>(intent) && !std::holds_alternative<WakeAt>(intent);
  });
}

// In a hand a dot more is no way off the page: what was pressed goes with the page it stood on.
bool leads(const Page& before, const Page& after, const std::string& pressed, Surface surface) {
  if (surface == Surface::console ? after.enabled != before.enabled : after.enabled.count(pressed) == 0) return true;
  return after.heading != before.heading || std::any_of(before.disabled.begin(), before.disabled.end(), [&](const std::string& label) { return after.enabled.count(label) > 0; });
}

// "Nadia opens it in a moment", "Waiting for the next activity": what a page without a way on says, on the glass or below it.
bool says_what_is_waited_for(const std::vector<ScreenWatch::Word>& words, const Semantics& semantics) {
  constexpr std::string_view sayings[] = {"aiting", "in a moment", "opens", "comes", "come ", "until", "reveal", "as soon as", "onnecting", "in the room now", "keeps trying", "No answer yet", "This is done"};
  std::string said;
  for (const ScreenWatch::Word& word : words) said += word.text + " ";  // a sentence may have several lines
  for (const SemanticItem& item : semantics.items())
    if (!item.active) said += item.name + " ";
  return std::any_of(std::begin(sayings), std::end(sayings), [&](std::string_view saying) { return said.find(saying) != std::string::npos; });
}

}  // namespace

void judge_words(const std::vector<ScreenWatch::Word>& words, const ScreenSize& size, bool menu, const Wrong& wrong) {
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (!menu && word->covered > 0.2F && word->covered < 0.9F) wrong(quoted(word->text) + " is covered in part, at " + words_of(word->box));
    judge_place(*word, size.glass(), wrong);
    for (auto other = std::next(word); other != words.end(); ++other) {
      // On a panel that was laid over the first word later, the second one has ground of its own.
      if (word->covered > 0 && other->panel != nullptr && other->panel != word->panel) continue;
      if (word->covered < 0.2F && other->covered < 0.2F && overlap(word->box, other->box, hair))
        wrong(quoted(word->text) + " and " + quoted(other->text) + " lie over each other at " + words_of(word->box));
    }
  }
}

void judge_letters(const std::vector<ScreenWatch::Word>& words, const Semantics& semantics, Surface surface, const ScreenSize& size, const Wrong& wrong) {
  const float picture = stage_type::smallest * std::min(size.width / design_width, size.height / design_height);
  const bool held = surface == Surface::hand || (surface == Surface::console && size.touch);
  const float least = held ? hand_type::smallest * size.text : surface == Surface::bare ? picture : std::min(desk_type::smallest, picture);
  const auto& items = semantics.items();
  for (const ScreenWatch::Word& word : words) {
    const bool pictured = std::any_of(items.begin(), items.end(), [&](const SemanticItem& item) { return item.role == ItemRole::image && inside(word.box, item.box, hair); });
    if (!pictured && word.text.size() > 1 && word.size < least - 0.05F) wrong(quoted(word.text) + " is written at " + std::to_string(word.size) + " px");
  }
}

void judge_names(const Semantics& semantics, const Wrong& wrong) {
  for (const SemanticItem& item : semantics.items())
    if (item.active && item.name.find_first_not_of(' ') == std::string::npos) wrong("a control without a name at " + words_of(item.box));
}

void judge_targets(const std::vector<UiDriver::Item>& items, Surface surface, const ScreenSize& size, bool board, const Wrong& wrong) {
  const float least = (size.touch ? touch::min_target * size.text : 24.0F) - 0.5F;
  const bool design = !size.touch && size.width == design_width && size.height == design_height;  // there the design says how large
  const float edge = 16 * size.text - 0.5F, foot = size.height - 130 * size.text;
  std::vector<const UiDriver::Item*> there;
  for (const UiDriver::Item& item : items)
    if (item.label.substr(0, 2) != "##" && !is_heard_only(item.label) && overlap(item.box, size.glass(), 0)) there.push_back(&item);  // a ground that keeps the pointer away
  for (const UiDriver::Item* item : there) {
    const std::string name = quoted(visible(item->label));
    // On a timeline a span is as wide as it lasted, a flag as narrow as those beside it leave it.
    const bool span = board && surface == Surface::window && item->box.min.y > size.height - desk::timeline_height;
    const float longer = std::max(item->box.width(), item->box.height()), shorter = std::min(item->box.width(), item->box.height());
    if (shorter < least || (design && !span && !item->disabled && (longer < 44 || shorter < 32))) wrong(name + " is too small: " + words_of(item->box));
    if (!item->disabled && !inside({item->box.center(), item->box.center()}, size.glass(), 0) && item->box.center().y < size.height) wrong(name + " lies outside at " + words_of(item->box));
    if (surface != Surface::hand || board) continue;
    if (item->box.min.x < edge || item->box.max.x > size.width - edge) wrong(name + " is too near the edge: " + words_of(item->box));
    for (const UiDriver::Item* other : there) {
      // What is scrolled goes below the foot, where it is cut and cannot be tapped; a tablet's minus stands on its card.
      const bool apart = item == other || item->box.max.y > foot || other->box.max.y > foot || inside(item->box, other->box, 0) || inside(other->box, item->box, 0);
      if (!apart && item->id < other->id && overlap(item->box, other->box, 1)) wrong(name + " and " + quoted(visible(other->label)) + " lie over each other");
    }
  }
}

void judge_bare(const std::vector<UiDriver::Item>& items, const Wrong& wrong) {
  for (const UiDriver::Item& item : items) {
    if (!item.disabled) wrong("has something to press: " + quoted(visible(item.label)));
    if (item.takes_text) wrong("has a field: " + quoted(visible(item.label)));
  }
}

void judge_ways(UiDriver& driver, const Semantics& semantics, Surface surface, const std::vector<ScreenWatch::Word>& words, const LookAgain& look_again, const Wrong& wrong) {
  const auto typed = [](const SemanticItem& item) { return item.role == ItemRole::field; };
  if (surface == Surface::hand && std::any_of(semantics.items().begin(), semantics.items().end(), typed)) return;  // what is typed there goes on with Enter
  if (says_what_is_waited_for(words, semantics)) return;
  const Page before = page_of(driver, semantics);
  driver.take();
  std::set<ImGuiID> tried;
  const auto seen = [&](Box box) {  // as far as it is on the glass
    if (!driver.glass) return box;
    const Box glass = driver.glass->area;
    return Box{{std::max(box.min.x, glass.min.x), std::max(box.min.y, glass.min.y)}, {std::min(box.max.x, glass.max.x), std::min(box.max.y, glass.max.y)}};
  };
  for (std::size_t scrolled = 0; scrolled < 2; ++scrolled) {  // what leads stands at the foot, and on low glass below it
    std::vector<UiDriver::Item> items = driver.items();
    std::sort(items.begin(), items.end(), [](const UiDriver::Item& a, const UiDriver::Item& b) { return a.box.center().y > b.box.center().y; });
    for (const UiDriver::Item& item : items) {
      if (item.disabled || item.label.empty() || item.label == "Standpoint" || !tried.insert(item.id).second) continue;
      if (item.takes_text || visible(item.label).empty()) continue;
      driver.click_at(seen(item.box).center());
      driver.frames(2);
      if (asks_for_something(driver.take()) || leads(before, page_of(driver, semantics), item.label, surface)) return;
    }
    if (scrolled > 0 || !driver.glass) break;
    for (int turn = 0; turn < 3; ++turn) driver.wheel({driver.glass->area.min.x + 4, driver.glass->area.center().y}, -40);  // beside what takes the wheel itself
    if (says_what_is_waited_for(look_again(), semantics)) return;
  }
  wrong("has no way on or back, and does not say what is waited for");
}

}  // namespace standpoint::testing
