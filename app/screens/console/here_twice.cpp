// One pair at a time: the oldest question first. See here_twice.h.
#include "app/screens/console/here_twice.h"

#include <algorithm>
#include <string>

#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "core/workshop/names.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr float question_pad = 12, button_high = 48;

std::string question(const Workshop& workshop, const HereTwice& twice, std::size_t in_all) {
  const std::string name = shortened(find(workshop, twice.from)->name, 40);
  if (twice.one_device) return shortened(name, 24) + " and " + shortened(find(workshop, twice.into)->name, 24) + " join from one device";
  return name + " is here twice" + (in_all > 1 ? ", as are " + std::to_string(in_all - 1) + " more" : "");
}

}  // namespace

float draw_here_twice(const Frame& frame, const Workshop& workshop, const std::vector<SeatId>& here, const std::vector<OneDevice>& one_device, Box box,
                      Commands& commands) {
  const std::vector<HereTwice> all = here_twice(workshop, here, one_device);
  if (all.empty() || frame.read_only) return 0;
  const HereTwice& twice = all.front();
  const Theme& theme = frame.theme;
  const std::string words = question(workshop, twice, all.size());
  const float width = box.width() - 2 * question_pad;
  const float text = static_cast<float>(wrap_label(frame.painter, words, desk_type::label_strong, width, 2).size()) * desk_type::label_strong.line;
  const Box ground{box.min, {box.max.x, box.min.y + text + button_high + 3 * question_pad}};
  draw_elevation(frame.painter, theme, ground, radius::control, theme.shadow_rest);
  frame.painter.fill_box(ground, radius::control, theme.spotlight.soft);
  draw_wrapped_label(frame.painter, ground.min + Vec{question_pad, question_pad}, words, {desk_type::label_strong, theme.ink.primary}, width, 2);
  const float y = ground.max.y - question_pad - button_high, half = (width - 8) / 2;
  if (button(frame, "Make one", box_at(ground.min.x + question_pad, y, half, button_high), {ButtonKind::primary})) commands.add(MergeSeats{twice.from, twice.into});
  const bool two = button(frame, "They are two", box_at(ground.max.x - question_pad - half, y, half, button_high), {ButtonKind::quiet});
  if (two && twice.one_device) {
    commands.ask(SayTheyAreTwo{{std::min(twice.from, twice.into), std::max(twice.from, twice.into)}});
  } else if (two) {
    const Seat& newer = *find(workshop, std::max(twice.from, twice.into));
    commands.add(ChangeSeat{newer.id, with_addition(workshop, newer.name)});
  }
  return ground.height() + 8;
}

}  // namespace standpoint
