// The templates of the home screen, each with a little picture of what its method looks like when it is done.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <imgui.h>

#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/screen_painter.h"
#include "app/paint/text/label.h"
#include "app/screens/home/parts.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

// The little pictures of the six templates: what the method looks like when it is done. Each is drawn round the middle `c`.
struct Sketch {
  Painter& p;
  const Theme& t;
  Vec c;
  Stroke line{t.line.soft, line_width::thin};

  Box box(float left, float top, float right, float bottom) const { return {c + Vec{left, top}, c + Vec{right, bottom}}; }
  void paper(Box at, float corner, Color color) const {
    p.fill_box(at, corner, color);
    p.stroke_box(at, corner, line);
  }

  void mapping() const {
    p.fill(superellipse_path(c, {98, 58}, map_look::ring_exponent, 96), t.ring.external);
    p.stroke(superellipse_path(c, {98, 58}, map_look::ring_exponent, 96), line);
    p.fill(superellipse_path(c, {58, 34}, map_look::ring_exponent, 96), t.ring.team);
    p.stroke(superellipse_path(c, {58, 34}, map_look::ring_exponent, 96), line);
    const Vec grey{-62, -14}, diamond{56, -26}, hexagon{40, 32};
    for (const Vec to : {grey, diamond, hexagon}) p.line(c, c + to, {t.ink.secondary, line_width::regular});
    p.fill_circle(c, 14, t.stance.leading);
    p.fill_circle(c + grey, 10, t.stance.neutral);
    p.fill_circle(c + Vec{-28, 26}, 7, t.stance.supportive);
    p.fill(diamond_path(c + diamond, 11.5F, 3), t.stance.supportive);
    p.fill(hexagon_path(c + hexagon, 11, 2.5F), t.stance.resistant);
  }

  void power_interest() const {
    const Box plane = box(-64, -58, 64, 58);
    paper(plane, 8, t.bg.surface);
    p.line({c.x, plane.min.y}, {c.x, plane.max.y}, line);
    p.line({plane.min.x, c.y}, {plane.max.x, c.y}, line);
    for (const Vec at : {Vec{-30, -24}, Vec{-36, 34}, Vec{-16, 20}, Vec{40, 26}}) p.fill_circle(c + at, 6, t.ink.secondary);
    const Vec split = c + Vec{30, -28};
    p.fill_ellipse(split, {24, 13}, 0, t.accent.base.with_alpha(0.14F));
    p.stroke_ellipse(split, {24, 13}, 0, {t.accent.base, line_width::regular, {5, 3}});
    p.fill_circle(split, 6, t.accent.base);
  }

  void retro() const {
    for (int row = 0; row < 3; ++row) {
      const float y = -39 + static_cast<float>(row) * 38;
      paper(box(-84, y - 15, 84, y + 15), 8, t.bg.surface);
      for (int dot = 0; dot < 5 - 2 * row; ++dot)
        p.fill_circle(c + Vec{-64 + static_cast<float>(dot) * 22, y}, 7.5F, row == 0 ? t.dot.mine : t.dot.others);
    }
  }

  void sprint() const {
    paper(box(-98, -40, -64, 30), 8, t.card.lemon);
    paper(box(-57, -30, -23, 26), 8, t.card.sky);
    paper(box(-16, -40, 18, 38), 8, t.card.mint);
    paper(box(25, -30, 59, 20), 8, t.card.lilac);
    paper(box(66, -40, 100, 24), 8, t.card.rose);
    const Stroke arrow{t.ink.secondary, line_width::regular, {}, Cap::round};
    const Vec tip = c + Vec{100, 54};
    p.line(c + Vec{-98, 54}, tip, arrow);
    p.line(tip, tip + Vec{-7, -6}, arrow);
    p.line(tip, tip + Vec{-7, 6}, arrow);
  }

  void value_proposition() const {
    paper(box(-102, -48, -8, 46), 10, t.bg.surface);
    p.line(c + Vec{-70, -48}, c + Vec{-70, 46}, line);
    p.line(c + Vec{-70, -1}, c + Vec{-8, -1}, line);
    p.fill_box(box(-96, -12, -76, 8), 4, t.card.lemon);
    p.fill_box(box(-58, -34, -24, -14), 4, t.card.mint);
    p.fill_box(box(-58, 14, -24, 34), 4, t.card.sky);
    const Vec round = c + Vec{54, -1};
    p.fill_circle(round, 49, t.bg.surface);
    p.stroke_circle(round, 49, line);
    for (const Vec to : {Vec{-49, 0}, Vec{38, -31}, Vec{38, 31}}) p.line(round, round + to, line);
    p.fill_box(box(30, -32, 60, -14), 4, t.card.mint);
    p.fill_box(box(72, -10, 98, 8), 4, t.card.lemon);
    p.fill_box(box(30, 16, 60, 34), 4, t.card.rose);
  }

  void check_in() const {
    constexpr std::array<std::pair<float, float>, 4> bars{{{20, 70}, {46, 44}, {12, 58}, {34, 24}}};  // withdrawn, deposited
    for (std::size_t i = 0; i < bars.size(); ++i) {
      const float y = -41 + static_cast<float>(i) * 28;
      const Box bad = box(-8 - bars[i].first, y - 7, -8, y + 7);
      p.fill_box(bad, 3, t.ledger.withdrawal);
      p.hatch(bad, 3, 7, {t.bg.paper.with_alpha(0.8F), line_width::thin});
      p.fill_box(box(-8, y - 7, -8 + bars[i].second, y + 7), 3, t.ledger.deposit);
    }
    p.line(c + Vec{-8, -58}, c + Vec{-8, 60}, {t.ink.secondary, line_width::thin});
  }
};

void draw_template_picture(const Frame& frame, std::string_view name, Box box, float scale) {
  ScreenPainter smaller(*ImGui::GetWindowDrawList(), frame.fonts, {frame.screen_from_design(box.center()), frame.scale * scale},
                        ImGui::GetIO().DisplayFramebufferScale.x, frame.shapes);
  const Sketch sketch = scale < 1 ? Sketch{smaller, frame.theme, {}} : Sketch{frame.painter, frame.theme, box.center()};
  if (name == "stakeholder-mapping") sketch.mapping();
  else if (name == "power-interest") sketch.power_interest();
  else if (name == "dot-vote-retro") sketch.retro();
  else if (name == "design-sprint-day-1") sketch.sprint();
  else if (name == "value-proposition") sketch.value_proposition();
  else if (name == "relationship-check-in") sketch.check_in();
  else frame.painter.icon(box.center(), Icon::squares_four, Face::icon_regular, 64, frame.theme.line.strong);
}

// Picture above words; on a flat card, beside them.
void draw_template(const Frame& frame, const HomeTemplate& item, Box card, bool flat) {
  const Box picture = flat ? box_at(card.min.x + 12, card.min.y + 12, home_look::flat_picture_width, home_look::flat_picture_height)
                           : box_at(card.min.x + 16, card.min.y + 16, card.width() - 32, 180);
  frame.painter.fill_box(picture, 12, frame.theme.bg.paper);
  draw_template_picture(frame, item.name, picture, flat ? home_look::flat_picture_scale : 1.0F);
  const Vec at = flat ? Vec{picture.max.x + 14, card.min.y + 12} : card.min + Vec{20, 213};
  const float room = card.max.x - at.x - 10;
  const float height = draw_wrapped_label(frame.painter, at, item.title, {desk_type::template_title, frame.theme.ink.primary}, room, 2);
  draw_label(frame.painter, at + Vec{0, height + 5}, item.about, {desk_type::small_body, frame.theme.ink.tertiary}, room - 10);
}

}  // namespace

void draw_templates(const Frame& frame, const HomeLayout& layout, const HomeModel& model, HomeUi& ui) {
  draw_home_heading(frame, layout, layout.templates, "New session from a template");
  if (home_link(frame, layout, "Start blank", layout.templates)) {
    ui.sheet = HomeUi::Sheet::new_session;
    ui.template_name.clear();
    ui.title_draft.clear();
    ui.focus_field = true;
  }
  for (std::size_t i = 0; i < std::min(home_look::template_most, model.templates.size()); ++i) {
    const HomeTemplate& item = model.templates[i];
    const Box card = layout.card(i);
    if (tap_area(frame, item.title.c_str(), card)) {
      ui.sheet = HomeUi::Sheet::new_session;
      ui.template_name = item.name;
      ui.title_draft = item.title;
      ui.focus_field = true;
      ui.error.clear();
    }
    const Elevation lifted = between(frame.theme.shadow_rest, frame.theme.shadow_raised, look_of_item(frame).hover);
    draw_elevation(frame.painter, frame.theme, card, radius::panel, lifted);
    frame.painter.fill_box(card, radius::panel, frame.theme.bg.surface);
    draw_focus_ring(frame, card, radius::panel);
    draw_template(frame, item, card, layout.compact);
  }
}

}  // namespace standpoint
