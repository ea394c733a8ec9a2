// One page of a tablet or phone: its bar on top, contents that scroll when the glass is small, and a foot with what to do
// next. Sizes follow the glass: under 600 px wide, or low, it is a phone. Called by the join and participant screens.
// It must not know what a page says.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/design/frame.h"
#include "app/design/measures.h"
#include "app/paint/painter.h"
#include "app/widgets/controls.h"
#include "app/widgets/notices.h"
#include "app/widgets/scroll.h"

namespace standpoint {

const hand_type::Look& hand_look(const Frame& frame);
bool on_phone(const Frame& frame);

class HandPage {
 public:
  // `foot`: how high the foot is; 0: there is none.
  HandPage(const Frame& frame, ScrollState& scroll, float foot);
  ~HandPage();
  HandPage(const HandPage&) = delete;
  HandPage& operator=(const HandPage&) = delete;

  const hand_type::Look& look;
  float y;  // the pen: where the next thing begins
  float left() const { return left_; }
  float right() const { return right_; }
  float width() const { return right_ - left_; }
  float center() const { return (left_ + right_) / 2; }
  // Keeps long lines readable on a wide glass: the middle of it, no wider than this.
  void narrow_to(float width);

  void stand_between(float left, float right);

  // What follows scrolls; on a low glass everything does, from the top.
  void head_ends();
  // The lowest y that shows without scrolling, above the foot. It goes with what is scrolled, or what fills the glass would grow by as much.
  float shown_to() const { return view_bottom_ - (scroll_ ? state_.offset : 0.0F); }
  // Ends what scrolls; what follows is drawn in the box. On a bar of its own when `raised`, or when there is more below.
  Box foot(bool raised);
  ScrollArea& scroll() { return *scroll_; }

  // Wrapped lines anywhere on the page, as draw_wrapped_label has them; a line that the view would cut is not shown. Returns
  // how high they are.
  float write(Vec at, std::string_view words, const TextLook& style, float room, int max_lines = 0) const;
  // The same at the pen, which goes on below them.
  void say(std::string_view words, const TextStyle& style, Color ink, Align align = Align::left, float indent = 0);
  // The same, for those who go from heading to heading: 1 is the page's own.
  void say_heading(std::string_view words, const TextStyle& style, Color ink, int level, Align align = Align::left);

 private:
  void begin_scroll(float top);
  const Frame& frame_;
  ScrollState& state_;
  float left_, right_, foot_height_, view_bottom_;
  bool head_stands_, foot_stands_;
  std::optional<ScrollArea> scroll_;
};

// A button as wide as the box, of a phone's or tablet's roundness.
bool hand_button(const Frame& frame, const char* label, Box box, const ButtonLook& look);

// Where a tablet's page has its running timer: in the line at its top, or beside the title that follows. A phone has it in the line.
enum class HandClock : std::uint8_t { in_bar, by_title };
// The line at the top of every page: the connection left, the running timer right.
void draw_hand_bar(const Frame& frame, const Workshop& workshop, HandPage& page, Connection connection, HandClock clock, Commands& commands);
// The same for a page that needs its height: the activity's own title, and the timer beside the connection.
void draw_titled_bar(const Frame& frame, const Workshop& workshop, HandPage& page, std::string_view title, Connection connection,
                     Commands& commands);
// The timer's digits, ending at `right_middle`, with the sign of a pause before them while it stands; returns their width, 0 while
// there is no time to show.
float draw_digits(const Frame& frame, const Workshop& workshop, Vec right_middle, const TextStyle& style, Commands& commands);
// A sentence on a quiet ground at the pen: offline, nothing can be saved.
void draw_notice(const Frame& frame, HandPage& page, std::string_view words, Icon icon);

}  // namespace standpoint
