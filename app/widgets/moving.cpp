// Values on their way and panels that enter. See moving.h.
#include "app/widgets/moving.h"

#include <algorithm>
#include <vector>

#include <imgui.h>

#include "app/paint/motion.h"

namespace standpoint {
namespace {

// Where a value's parts lie in the storage, beside the id of its item.
constexpr unsigned from_slot = 0x5D1F'0001, to_slot = 0x5D1F'0002, since_slot = 0x5D1F'0003, hover_slot = 0x5D1F'0010,
                   press_slot = 0x5D1F'0020, seen_slot = 0x5D1F'0030;

Path shifted(const Path& path, float down) {
  Path moved;
  const auto points = path.points();
  std::size_t at = 0;
  const auto next = [&] { return points[at++] + Vec{0, down}; };
  for (const Verb verb : path.verbs()) {
    if (verb == Verb::move) moved.move_to(next());
    else if (verb == Verb::line) moved.line_to(next());
    else if (verb == Verb::close) moved.close();
    else {
      const Vec first = next(), second = next();
      if (verb == Verb::quad) moved.quad_to(first, second);
      else moved.cubic_to(first, second, next());
    }
  }
  return moved;
}

// Draws through another painter, fainter and lower.
class EnteringPainter final : public Painter {
 public:
  EnteringPainter(Painter& below, float alpha, float down) : below_(below), alpha_(alpha), down_(down) {}

  void fill(const Path& path, Color color) override { below_.fill(shifted(path, down_), faint(color)); }
  void stroke(const Path& path, const Stroke& stroke) override {
    Stroke fainter = stroke;
    fainter.color = faint(stroke.color);
    below_.stroke(shifted(path, down_), fainter);
  }
  void taper(const Path& path, float start_width, float end_width, Color color) override {
    below_.taper(shifted(path, down_), start_width, end_width, faint(color));
  }
  void shadow(Box box, float corner, const Shadow& shadow) override {
    Shadow fainter = shadow;
    fainter.color = faint(shadow.color);
    below_.shadow(lower(box), corner, fainter);
  }
  void glow(Vec center, float radius, Color color, std::span<const GlowStop> stops) override {
    below_.glow(lower(center), radius, faint(color), stops);
  }
  void text(Vec at, std::string_view utf8, const TextLook& look) override {
    TextLook fainter = look;
    fainter.color = faint(look.color);
    if (fainter.halo) fainter.halo->color = faint(fainter.halo->color);
    below_.text(lower(at), utf8, fainter);
  }
  float text_width(std::string_view utf8, const TextStyle& style, bool tabular) const override { return below_.text_width(utf8, style, tabular); }
  void icon(Vec center, Icon icon, Face cut, float size, Color color) override { below_.icon(lower(center), icon, cut, size, faint(color)); }
  void push_clip(Box box) override { below_.push_clip(lower(box)); }
  void pop_clip() override { below_.pop_clip(); }

 private:
  Color faint(Color color) const { return color.with_alpha(alpha_); }
  Vec lower(Vec at) const { return at + Vec{0, down_}; }
  Box lower(Box box) const { return {lower(box.min), lower(box.max)}; }

  Painter& below_;
  float alpha_, down_;
};

}  // namespace

float moved(const Frame& frame, unsigned key, float target, float duration_ms) {
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  const float to = kept.GetFloat(key ^ to_slot, target), since = kept.GetFloat(key ^ since_slot, -1);
  const auto now = static_cast<float>(frame.seconds);
  if (since < 0 || frame.reduced_motion) {
    kept.SetFloat(key ^ from_slot, target);
    kept.SetFloat(key ^ to_slot, target);
    kept.SetFloat(key ^ since_slot, 0);
    return target;
  }
  const float share = since == 0 ? 1 : eased((now - since) * 1000 / duration_ms);
  const float value = share >= 1 ? to : kept.GetFloat(key ^ from_slot, target) + (to - kept.GetFloat(key ^ from_slot, target)) * share;
  if (to != target) {
    kept.SetFloat(key ^ from_slot, value);
    kept.SetFloat(key ^ to_slot, target);
    kept.SetFloat(key ^ since_slot, std::max(now, 1e-6F));
    frame.keep_moving(frame.seconds + duration_ms / 1000.0);
  } else if (share < 1) {
    frame.keep_moving(static_cast<double>(since) + duration_ms / 1000.0);
  }
  return value;
}

ItemLook look_of_item(const Frame& frame) {
  const unsigned id = ImGui::GetItemID();
  ItemLook look;
  look.hover = moved(frame, id ^ hover_slot, ImGui::IsItemHovered() ? 1.0F : 0.0F, motion::state);
  look.press = moved(frame, id ^ press_slot, ImGui::IsItemActive() ? 1.0F : 0.0F, motion::press);
  look.focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
  return look;
}

Color color_of(const ItemLook& look, Color rest, Color hover, Color pressed) {
  return mix(mix(rest, hover, std::max(look.hover, look.press)), pressed, look.press);
}

struct Entrance::Moving {
  EnteringPainter painter;
  Frame frame;
  Moving(const Frame& outer, float alpha, float down) : painter(outer.painter, alpha, down), frame(outer.drawn_by(painter)) {
    frame.origin = outer.screen_from_design({0, down});
    // ImGui draws the words of text fields itself.
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, ImGui::GetStyle().Alpha * alpha);
  }
  ~Moving() { ImGui::PopStyleVar(); }
  Moving(const Moving&) = delete;
  Moving& operator=(const Moving&) = delete;
};

Entrance::Entrance(const Frame& frame, const char* id, float rise) : outer_(frame) {
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  const unsigned key = ImGui::GetID(id);
  const int pass = ImGui::GetFrameCount(), seen = kept.GetInt(key ^ seen_slot, -2);
  if (pass - seen > 1) kept.SetFloat(key ^ since_slot, static_cast<float>(frame.seconds));
  kept.SetInt(key ^ seen_slot, pass);
  begin(frame, static_cast<double>(kept.GetFloat(key ^ since_slot)), rise);
}

Entrance::Entrance(const Frame& frame, double since_seconds, float rise) : outer_(frame) { begin(frame, since_seconds, rise); }
Entrance::~Entrance() = default;

void Entrance::begin(const Frame& frame, double since_seconds, float rise) {
  const float lasts = frame.reduced_motion ? motion::reduced : motion::enter;
  shown_ = eased(static_cast<float>(frame.seconds - since_seconds) * 1000 / lasts);
  if (shown_ >= 1) return;
  frame.keep_moving(since_seconds + static_cast<double>(lasts) / 1000.0);
  moving_ = std::make_unique<Moving>(frame, shown_, frame.reduced_motion ? 0.0F : rise * (1 - shown_));
}

const Frame& Entrance::frame() const { return moving_ ? moving_->frame : outer_; }

}  // namespace standpoint
