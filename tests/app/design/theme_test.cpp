// Contrast of every pair of colours that screens put on each other, after WCAG 2.1 (1.4.3 text, 1.4.11 graphics), in both themes.
#include "app/design/theme.h"
#include "app/design/theme_forced.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace standpoint::theme_test {
namespace {

constexpr double text_min = 4.5;     // normal text
constexpr double graphic_min = 3.0;  // shapes that carry meaning, and text from 24 px

struct Pair {
  std::string name;
  Color front;
  Color back;
};

std::vector<Pair> text_pairs(const Theme& t) {
  std::vector<Pair> pairs;
  const std::vector<Pair> grounds{{"paper", {}, t.bg.paper},   {"surface", {}, t.bg.surface},    {"raised", {}, t.bg.raised},
                                  {"team", {}, t.ring.team},   {"internal", {}, t.ring.internal}, {"external", {}, t.ring.external},
                                  {"regulator", {}, t.ring.regulator}, {"sunken", {}, t.bg.sunken}};
  for (const Pair& ground : grounds) {
    pairs.push_back({"primary on " + ground.name, t.ink.primary, ground.back});
    pairs.push_back({"secondary on " + ground.name, t.ink.secondary, ground.back});
    pairs.push_back({"tertiary on " + ground.name, t.ink.tertiary, ground.back});
  }
  for (const Color card : {t.card.paper, t.card.lemon, t.card.sky, t.card.rose, t.card.mint, t.card.lilac})
    pairs.push_back({"card ink", t.card.ink, card});
  const std::vector<Pair> others{
      {"primary button", t.accent.on, t.accent.base},
      {"primary button, hover", t.accent.on, t.accent.hover},
      {"primary button, pressed", t.accent.on, t.accent.pressed},
      {"accent words on paper", t.accent.ink, t.bg.paper},
      {"accent words on surface", t.accent.ink, t.bg.surface},
      {"selected", t.accent.ink, t.accent.soft},
      {"words on a selected card", t.ink.primary, t.accent.soft},
      {"secondary words on a selected row", t.ink.secondary, t.accent.soft},
      {"leading chip", t.stance.leading_ink, t.stance.leading_soft},
      {"supportive chip", t.stance.supportive_ink, t.stance.supportive_soft},
      {"neutral chip", t.stance.neutral_ink, t.stance.neutral_soft},
      {"resistant chip", t.stance.resistant_ink, t.stance.resistant_soft},
      {"spotlight chip", t.spotlight.ink, t.spotlight.soft},
      {"caption on the spotlight", t.dot.decider_ink, t.spotlight.base},
      {"success chip", t.status.success, t.status.success_soft},
      {"success on surface", t.status.success, t.bg.surface},
      {"success on paper", t.status.success, t.bg.paper},
      {"warning chip", t.status.warning_ink, t.status.warning_soft},
      {"danger chip", t.status.danger, t.status.danger_soft},
      {"danger on surface", t.status.danger, t.bg.surface},
      {"danger on paper", t.status.danger, t.bg.paper},
      {"number in a dot", t.accent.on, t.dot.mine},
      {"toast", t.ink.inverse, t.ink.primary},
      {"toast action", inverse_of(t).accent.ink, t.ink.primary},
  };
  pairs.insert(pairs.end(), others.begin(), others.end());
  // What a hand does to a control must leave its words legible.
  const Color hovered = t.dark ? t.bg.raised : t.bg.sunken, pressed = mix(hovered, t.ink.primary, t.dark ? 0.08F : 0.04F);
  const std::vector<Pair> touched{
      {"secondary button, hover", t.ink.primary, hovered},
      {"secondary button, pressed", t.ink.primary, pressed},
      {"quiet button, hover", t.ink.secondary, hovered},
      {"quiet button, pressed", t.ink.secondary, pressed},
      {"soft button, hover", t.accent.ink, mix(t.accent.soft, t.accent.soft_line, 0.4F)},
      {"chip, pressed", t.ink.secondary, mix(t.bg.sunken, t.ink.primary, 0.08F)},
      {"undo on a toast, pressed", t.ink.inverse, over(t.ink.inverse.with_alpha(0.28F), t.dark ? inverse_of(t).bg.surface : t.ink.primary)},
      {"banner's action, pressed", t.status.warning_ink, over(t.status.warning_ink.with_alpha(0.14F), t.status.warning_soft)},
      {"cancel of a long task, pressed", t.accent.ink, over(t.accent.ink.with_alpha(0.14F), t.bg.surface)},
  };
  pairs.insert(pairs.end(), touched.begin(), touched.end());
  return pairs;
}

std::vector<Pair> graphic_pairs(const Theme& t) {
  std::vector<Pair> pairs;
  for (const Color fill : {t.stance.leading, t.stance.supportive, t.stance.neutral, t.stance.resistant}) {
    pairs.push_back({"glyph on a node", t.stance.glyph, fill});
    for (const Color band : {t.ring.team, t.ring.internal, t.ring.external, t.ring.regulator, t.bg.paper})
      pairs.push_back({"node on its band", fill, band});
  }
  pairs.push_back({"question mark", t.stance.glyph_unaware, t.stance.unaware});
  for (const Color band : {t.ring.team, t.ring.internal, t.ring.external, t.ring.regulator}) {
    pairs.push_back({"outline of the unaware", t.stance.unaware_line, band});
    for (const Color tie : {t.tie.influences, t.tie.reports_to, t.tie.trusts, t.tie.supports, t.tie.conflicts_with})
      pairs.push_back({"tie", tie, band});
  }
  for (const Color ground : {t.bg.paper, t.bg.surface}) {
    pairs.push_back({"focus ring", t.accent.base, ground});
    pairs.push_back({"dot", t.dot.mine, ground});
    pairs.push_back({"empty dot", t.dot.empty_line, ground});
    pairs.push_back({"outline of a tie in the ranking", t.spotlight.line, ground});
    pairs.push_back({"field outline", t.line.strong, ground});
  }
  pairs.push_back({"dots of others", t.dot.others, t.bg.surface});
  pairs.push_back({"progress of a long task", t.accent.base, t.bg.sunken});
  const Color toast = t.dark ? inverse_of(t).bg.surface : t.ink.primary;
  pairs.push_back({"check on a toast", inverse_of(t).status.success, toast});
  pairs.push_back({"bin on a toast", inverse_of(t).ink.secondary, toast});
  pairs.push_back({"time left of a toast", inverse_of(t).accent.ink, toast});
  for (const Color sign : {t.status.success, t.spotlight.line, t.status.offline}) pairs.push_back({"sign of the connection", sign, t.bg.paper});
  pairs.push_back({"outline of a wrong field", t.status.danger, t.bg.surface});
  return pairs;
}

void check_all(const std::vector<Pair>& pairs, double least) {
  for (const Pair& pair : pairs) {
    INFO(pair.name);
    CHECK(contrast(pair.front, pair.back) >= least);
  }
}

}  // namespace

TEST_CASE("contrast is computed as WCAG defines it") {
  CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21.0));
  CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == doctest::Approx(4.478).epsilon(0.001));
  CHECK(contrast(rgb(0x123456), rgb(0x123456)) == doctest::Approx(1.0));
}

TEST_CASE("R91 every text has at least 4.5:1 on its ground, light") { check_all(text_pairs(light_theme), text_min); }
TEST_CASE("R91 every text has at least 4.5:1 on its ground, dark") { check_all(text_pairs(dark_theme), text_min); }
TEST_CASE("R91 every shape that means something has at least 3:1, light") { check_all(graphic_pairs(light_theme), graphic_min); }
TEST_CASE("R91 every shape that means something has at least 3:1, dark") { check_all(graphic_pairs(dark_theme), graphic_min); }

TEST_CASE("R217 forced colours are all that a theme of them is drawn in, and everything stays legible") {
  for (const ForcedColors& forced : {ForcedColors{rgb(0x000000), rgb(0xFFFFFF), rgb(0x1AEBFF), rgb(0x000000), rgb(0x3FF23F)},
                                     ForcedColors{rgb(0xFFFFFF), rgb(0x000000), rgb(0x37006E), rgb(0xFFFFFF), rgb(0x600000)}}) {
    const Theme theme = forced_theme(forced);
    check_all(text_pairs(theme), text_min);
    check_all(graphic_pairs(theme), graphic_min);
    const std::vector<Color> known{forced.ground, forced.ink, forced.highlight, forced.on_highlight, forced.disabled};
    for (const Color color : {theme.bg.paper, theme.bg.sunken, theme.line.hair, theme.ink.tertiary, theme.ink.disabled, theme.accent.base, theme.accent.soft,
                              theme.stance.resistant, theme.spotlight.base, theme.status.danger, theme.tie.trusts, theme.ring.regulator, theme.card.lemon,
                              theme.dot.others, theme.dot.decider, theme.series[1]})
      CHECK(std::find(known.begin(), known.end(), color) != known.end());
    CHECK(theme.shadow_rest[0].blur == 0);  // an outline instead
    CHECK(theme.shadow_rest[0].color == forced.ink);
  }
}

TEST_CASE("names on the map keep 4.5:1 on every band, also over their halo") {
  for (const Theme* theme : {&light_theme, &dark_theme})
    for (const Color band : {theme->ring.team, theme->ring.internal, theme->ring.external, theme->ring.regulator})
      CHECK(contrast(theme->ink.primary, over(band.with_alpha(0.9F), theme->bg.paper)) >= text_min);
}

TEST_CASE("colours mix and lie over each other channel by channel") {
  CHECK(mix(rgb(0x000000), rgb(0xFFFFFF), 0.5F) == rgb(0x808080));
  CHECK(over(rgba(0xFFFFFF80), rgb(0x000000)) == rgb(0x808080));
  CHECK(rgb(0x102030).with_alpha(0.5F).a == 128);
}

TEST_CASE("R92 stage text is never under 24 and desk text never under 15") {
  for (const TextStyle& style : {stage_type::title, stage_type::heading, stage_type::body, stage_type::label, stage_type::row_text})
    CHECK(style.size >= stage_type::smallest);
  for (const TextStyle& style : {desk_type::title, desk_type::heading, desk_type::body, desk_type::label, desk_type::caption})
    CHECK(style.size >= desk_type::smallest);
}

}  // namespace standpoint::theme_test
