// The key of the map: what fills, outlines and lines mean, at their true look. Called by the map's screen and by pictures.
#include <array>
#include <cmath>
#include <string>

#include "app/boards/map/paint_board.h"
#include "app/paint/node.h"
#include "app/paint/painter.h"
#include "app/paint/tie.h"
#include "core/insights/story.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr float row_pitch = 38.2F;
constexpr float first_row = 45.5F;   // from a heading's middle to the first row's
constexpr float section_gap = 64;    // from the last row's middle to the next heading's
constexpr float sign_x = 26, word_x = 68, sign_radius = 14.5F, line_from = 1, line_to = 51;

class Column {
 public:
  Column(Painter& painter, const Theme& theme, Vec at, bool across)
      : painter_(painter), theme_(theme), x_(at.x), y_(at.y), top_(at.y), across_(across) {}

  void heading(std::string_view words) {
    painter_.text({x_, y_}, words, {stage_type::label_strong, theme_.ink.primary, Align::left, Anchor::middle});
    y_ += first_row;
  }
  void words(std::string_view text) {
    painter_.text({x_ + word_x, y_}, capitalised(text), {stage_type::label, theme_.ink.secondary, Align::left, Anchor::middle});
    y_ += row_pitch;
  }
  void end_section() {
    if (across_) {
      x_ += stage::key_width;
      y_ = top_;
    } else {
      y_ += section_gap - row_pitch;
    }
  }
  void stance(Stance stance) {
    paint_node(painter_, theme_, {x_ + sign_x, y_}, {sign_radius, StakeholderKind::internal, stance, true, 1, theme_.bg.paper, 1});
    words(standpoint::words(stance));
  }
  void kind(StakeholderKind kind) {
    const float radius = kind == StakeholderKind::sponsor ? sign_radius * 0.72F : sign_radius * 0.82F;
    paint_node(painter_, theme_, {x_ + sign_x, y_}, {radius, kind, Stance::neutral, false, 1, theme_.bg.paper, 0.85F});
    words(standpoint::words(kind));
  }
  void tie(TieKind kind) {
    const Quad line{{x_ + line_from, y_}, {x_ + (line_from + line_to) / 2, y_}, {x_ + line_to, y_}};
    paint_tie(painter_, theme_, line, {kind, 2, 1, 0.9F});
    words(standpoint::words(kind));
  }

 private:
  Painter& painter_;
  const Theme& theme_;
  float x_;
  float y_;
  float top_;
  bool across_;
};

}  // namespace

void paint_map_key(Painter& painter, const Theme& theme, Vec at, const MapKeyLook& look) {
  Column column(painter, theme, at + Vec{0, stage_type::label.line / 2}, look.across);
  if (look.show_stance) {
    column.heading("Stance");
    for (const Stance stance : {Stance::leading, Stance::supportive, Stance::neutral, Stance::resistant, Stance::unaware})
      column.stance(stance);
    column.end_section();
  }
  column.heading("Kind");
  for (const StakeholderKind kind : {StakeholderKind::internal, StakeholderKind::sponsor, StakeholderKind::external,
                                     StakeholderKind::partner, StakeholderKind::customer, StakeholderKind::regulator})
    column.kind(kind);
  column.end_section();
  column.heading("Tie");
  for (const TieKind kind : {TieKind::influences, TieKind::reports_to, TieKind::trusts, TieKind::supports, TieKind::conflicts_with})
    if (kind != TieKind::conflicts_with || look.show_conflicts) column.tie(kind);
}

}  // namespace standpoint
