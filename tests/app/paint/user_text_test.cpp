// What people typed is cleaned on every screen before it is drawn: signs that turn writing round, and bytes that are no text.
#include <doctest/doctest.h>

#include <set>

#include "tests/app/driving/every_screen.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/driving/word_watcher.h"

namespace standpoint::user_text_test {

using namespace standpoint::testing;

namespace {

// Right-to-left override and a byte that is no UTF-8: neither may reach a painter.
const std::string unclean = "\xE2\x80\xAE\xFF";

void soil(std::string& text) {
  if (!text.empty()) text += unclean;
}

Workshop soiled(Workshop workshop) {
  soil(workshop.title);
  soil(workshop.subtitle);
  for (Stakeholder& person : workshop.stakeholders)
    for (std::string* text : {&person.name, &person.role, &person.organisation, &person.needs, &person.expectations, &person.note}) soil(*text);
  for (Tie& tie : workshop.ties) soil(tie.note);
  for (Seat& seat : workshop.seats) soil(seat.name);
  for (Board& board : workshop.boards) {
    soil(board.title);
    for (Axis* axis : {&board.x, &board.y})
      for (std::string* text : {&axis->name, &axis->low, &axis->high}) soil(*text);
    for (std::string& region : board.regions) soil(region);
    for (Zone& zone : board.zones) soil(zone.name);
  }
  for (Card& card : workshop.cards) soil(card.text);
  for (Activity& activity : workshop.activities) soil(activity.title);
  for (Bookmark& bookmark : workshop.bookmarks) soil(bookmark.title);
  for (Decision& decision : workshop.decisions)
    for (std::string* text : {&decision.text, &decision.owner}) soil(*text);
  return workshop;
}

}  // namespace

TEST_CASE("no user text reaches a painter before it is cleaned, on any screen") {
  auto all = samples();
  for (Sample& sample : all) sample.session.workshop = soiled(std::move(sample.session.workshop));
  Draw shown = [](const Frame&, Commands&) {};
  std::set<std::string> found;
  int words = 0, cleaned = 0;
  UiDriver driver([&](const Frame& frame, Commands& commands) {
    WordWatcher watcher(frame.painter);
    shown(frame.drawn_by(watcher), commands);
    for (const WordWatcher::Word& word : watcher.words) {
      ++words;
      cleaned += word.text.find("\xEF\xBF\xBD") != std::string::npos ? 1 : 0;
      if (word.text.find("\xE2\x80\xAE") != std::string::npos || word.text.find('\xFF') != std::string::npos) found.insert(word.text);
    }
  });
  for (const Scene& scene : every_scene(all)) {
    shown = [](const Frame&, Commands&) {};
    driver.frames(1);
    driver.take();
    shown = scene.make();
    driver.frames(2);
  }
  std::string text;
  for (const std::string& word : found) text += "\n  " + word;
  CHECK_MESSAGE(found.empty(), text);
  CHECK(words > 1000);
  CHECK(cleaned > 100);  // the unclean text was there to be seen
}

}  // namespace standpoint::user_text_test
