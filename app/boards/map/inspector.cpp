// The panel of one stakeholder: who they are, what they need, whom they are tied to. Called by the map's screen. Every
// field that is left, every choice that is tapped, is one ChangeStakeholder of that one thing.
#include "app/boards/map/inspector.h"

#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/boards/map/inspector_parts.h"
#include "app/paint/node.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"
#include "app/widgets/tip.h"
#include "core/insights/story.h"
#include "core/workshop/changes.h"
#include "core/workshop/layers.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr float pad = space::s6, caption = 28, tile = touch::min_target, least_text = 110;

// The fields follow the workshop, but not one that is being typed in.
void follow(const Stakeholder& s, InspectorUi& ui) {
  if (ui.stakeholder != s.id) {
    ui.note_open = ui.stances_lifted = ui.conflicts_lifted = false;
    ui.scroll = {};
    ui.stakeholder = s.id;
    ui.began = s;
  } else if (typing()) {
    return;
  }
  ui.name = s.name;
  ui.role = s.role;
  ui.organisation = s.organisation;
  ui.needs = s.needs;
  ui.expectations = s.expectations;
  ui.note = s.note;
}

class Panel {
 public:
  Panel(const Frame& frame, const Workshop& workshop, const Stakeholder& person, Box box, bool editable, InspectorUi& ui, Commands& commands)
      : frame_(frame), workshop_(workshop), person_(person), box_(box), editable_(editable), ui_(ui), commands_(commands) {
    const Layers open = layers_for_facilitators(workshop);
    const bool covers = ui.room_watches && frame.role == Role::facilitator;
    stances_ = !covers || open.stance || ui.stances_lifted;
    conflicts_ = !covers || open.conflicts || ui.conflicts_lifted;
  }

  InspectorResult draw() {
    draw_head();
    if (ui_.page == InspectorPage::ties) {
      draw_ties();
      return result_;
    }
    const float room = box_.max.y - pad - y_;
    ScrollArea page(frame_, {{box_.min.x, y_ - space::s2}, {box_.max.x, box_.max.y - space::s2}}, ui_.scroll);
    y_ = page.top() + space::s2;
    if (ui_.page == InspectorPage::person) draw_person(y_ + room);
    else draw_needs(room);
    page.ends_at(y_ + space::s2);
    return result_;
  }

 private:
  float left() const { return box_.min.x + pad; }
  float right() const { return box_.max.x - pad; }
  float wide() const { return box_.width() - 2 * pad; }

  void take(const Stakeholder& changed) {
    if (editable_) commands_.change(change_of(person_, changed));
  }

  void draw_head() {
    const float y = box_.min.y + pad;
    paint_node(frame_.painter, frame_.theme, {left() + 30, y + 30}, {27, person_.kind, person_.stance, stances_, 1, frame_.theme.bg.surface, 1});
    const float buttons = editable_ ? 2 * tile + touch::gap : tile;
    const Box name = box_at(left() + 72, y, wide() - 72 - buttons - 12, control::field_height);
    field("Name", name, &InspectorUi::name, &Stakeholder::name, {.typed = TypedAs::name}, ui_.take_keyboard);
    ui_.take_keyboard = false;
    const Box close = box_at(right() - tile + 8, y + 6, tile, tile);
    if (icon_button(frame_, "Close", close, Icon::x, {ButtonKind::quiet})) result_.closed = true;
    const Box remove = box_at(close.min.x - tile - touch::gap, close.min.y, tile, tile);
    if (editable_ && icon_button(frame_, "Remove stakeholder", remove, Icon::trash, {ButtonKind::quiet})) result_.removed = true;
    const std::array<std::string, 3> pages{"Person", "Needs", "Ties"};
    y_ = y + control::field_height + space::s4;
    if (const auto page = segmented(frame_, "pages", box_at(left(), y_, wide(), control::segment_track), pages, static_cast<int>(ui_.page))) {
      if (ui_.page != static_cast<InspectorPage>(*page)) ui_.scroll = {};
      ui_.page = static_cast<InspectorPage>(*page);
    }
    y_ += control::segment_track + space::s5;
  }

  // Of each field is kept what it was when somebody began to write in it: the next one begins before the last one is left.
  void field(const char* label, Box box, std::string InspectorUi::*draft, std::string Stakeholder::*what, FieldLook look, bool focus = false) {
    ImGui::BeginDisabled(!editable_);
    look.focus_now = focus;
    const FieldResult written = text_field(frame_, label, box, ui_.*draft, look);
    if (begins_to_write(ui_, label, written)) ui_.began.*what = person_.*what;
    const bool nameless = what == &Stakeholder::name && ui_.name.empty();  // somebody without a name is nobody: it stays
    if (written.committed && editable_ && !nameless) {
      Stakeholder before = person_, after = person_;
      before.*what = ui_.began.*what;
      after.*what = ui_.began.*what = ui_.*draft;
      commands_.change(change_of(before, after));
    }
    ImGui::EndDisabled();
  }

  void words(Vec at, std::string_view text, Color color, const TextStyle& style = desk_type::label_strong, Align align = Align::left) {
    frame_.painter.text(at, text, {style, color, align, Anchor::middle});
  }

  // `foot`: where a page that is shorter than the panel ends.
  void draw_person(float foot) {
    const float half = (wide() - space::s3) / 2;
    y_ += caption;
    field("Role", box_at(left(), y_, half, control::field_height), &InspectorUi::role, &Stakeholder::role, {{}, {}, "Role"});
    field("Organisation", box_at(left() + half + space::s3, y_, half, control::field_height), &InspectorUi::organisation, &Stakeholder::organisation, {{}, {}, "Organisation"});
    y_ += control::field_height + space::s5;
    draw_kinds();
    draw_rings();
    draw_influence();
    if (stances_) {
      draw_stances("Stance", person_.stance, [](Stakeholder& s, Stance stance) { s.stance = stance; });
      draw_stances("Desired", person_.desired_stance, [](Stakeholder& s, Stance stance) { s.desired_stance = stance; });
    } else {
      const Box box = box_at(left(), y_, wide(), 2 * tile + 8);
      if (draw_covered_layer(frame_, box, "The room does not see stances", "Show here##stances")) ui_.stances_lifted = true;
      y_ = box.max.y + 8;
    }
    draw_placing(foot);
  }

  void draw_ties() {
    Box box{{left(), y_}, {right(), box_.max.y - pad}};
    if (!conflicts_) {
      const Box cover = box_at(box.min.x, box.max.y - tile - 8, box.width(), tile + 8);
      if (draw_covered_layer(frame_, cover, "The room does not see conflicts", "Show here##conflicts")) ui_.conflicts_lifted = true;
      box.max.y = cover.min.y - space::s3;
    }
    result_.show_tie = draw_tie_list(frame_, workshop_, person_.id, box, conflicts_, ui_.scroll);
  }

  // Somebody placed by hand can be given back to the layout.
  void draw_placing(float foot) {
    if (!editable_ || !person_.placed) return;
    const float y = std::max(y_ + space::s2, foot - control::button_height);
    y_ = y + control::button_height;
    if (button(frame_, "Let the map place them", box_at(left(), y, wide(), control::button_height), {ButtonKind::secondary, Icon::sparkle}))
      commands_.add(MoveStakeholders{{{person_.id, false, {}, person_.ring}}});
  }

  void draw_kinds() {
    words({left(), y_ + 10}, "Kind", frame_.theme.ink.secondary);
    y_ += caption;
    const std::array kinds{StakeholderKind::internal, StakeholderKind::sponsor,  StakeholderKind::external,
                           StakeholderKind::partner,  StakeholderKind::customer, StakeholderKind::regulator};
    const float width = wide() / static_cast<float>(kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      const Box box = box_at(left() + width * static_cast<float>(i), y_, width, 72);
      const std::string name = capitalised(standpoint::words(kinds[i]));
      if (choice(("Kind " + name).c_str(), box, person_.kind == kinds[i])) {
        Stakeholder changed = person_;
        changed.kind = kinds[i];
        take(changed);
      }
      paint_node(frame_.painter, frame_.theme, {box.center().x, box.min.y + 26},
                 {kinds[i] == StakeholderKind::sponsor ? 11.0F : 13.0F, kinds[i], Stance::neutral, false, 1, ground(person_.kind == kinds[i]), 1});
      words({box.center().x, box.max.y - 16}, name, person_.kind == kinds[i] ? frame_.theme.accent.ink : frame_.theme.ink.secondary, desk_type::caption, Align::center);
    }
    y_ += 72 + space::s5;
  }

  void draw_rings() {
    words({left(), y_ + 10}, "Ring", frame_.theme.ink.secondary);
    y_ += caption;
    std::array<std::string, ring_count> names;
    for (int i = 0; i < ring_count; ++i) names[static_cast<std::size_t>(i)] = standpoint::words(static_cast<Ring>(i));
    ImGui::BeginDisabled(!editable_);
    const auto ring = segmented(frame_, "rings", box_at(left(), y_, wide(), control::segment_track), names, static_cast<int>(person_.ring));
    ImGui::EndDisabled();
    if (ring && *ring != static_cast<int>(person_.ring))
      commands_.add(MoveStakeholders{{{person_.id, false, {}, static_cast<Ring>(*ring)}}});
    y_ += control::segment_track + space::s4;
  }

  void draw_influence() {
    words({left(), y_ + tile / 2}, "Influence", frame_.theme.ink.secondary);
    for (int i = 1; i <= 5; ++i) {
      const Box box = box_at(left() + 96 + static_cast<float>(i - 1) * (tile + 4), y_, tile, tile);
      if (choice(("Influence " + std::to_string(i)).c_str(), box, false)) {
        Stakeholder changed = person_;
        changed.influence = static_cast<std::uint8_t>(i);
        take(changed);
      }
      const float size = 7 + 2 * static_cast<float>(i);  // as the nodes grow
      if (i <= person_.influence) frame_.painter.fill_circle(box.center(), size, frame_.theme.ink.secondary);
      else frame_.painter.stroke_circle(box.center(), size - 1, {frame_.theme.line.strong, line_width::regular});
    }
    words({right(), y_ + tile / 2}, std::to_string(person_.influence) + " of 5", frame_.theme.ink.primary, desk_type::label_strong, Align::right);
    y_ += tile + 8;
  }

  void draw_stances(const char* title, Stance now, void (*set)(Stakeholder&, Stance)) {
    words({left(), y_ + tile / 2}, title, frame_.theme.ink.secondary);
    float x = left() + 96;
    for (const Stance stance : {Stance::unaware, Stance::resistant, Stance::neutral, Stance::supportive, Stance::leading}) {
      const Box box = box_at(x, y_, tile, tile);
      if (choice((std::string(title) + " " + std::string(standpoint::words(stance))).c_str(), box, stance == now)) {
        Stakeholder changed = person_;
        set(changed, stance);
        take(changed);
      }
      paint_node(frame_.painter, frame_.theme, box.center(), {15, StakeholderKind::internal, stance, true, 1, ground(stance == now), 1});
      x += tile + 4;
    }
    words({right(), y_ + tile / 2}, capitalised(standpoint::words(now)), frame_.theme.ink.primary, desk_type::label_strong, Align::right);
    y_ += tile + 8;
  }

  void draw_needs(float room) {
    const float high = std::clamp((room - 4 * caption - 3 * space::s5) / 3, least_text, 170.0F);
    y_ += caption;
    field("Needs", box_at(left(), y_, wide(), high), &InspectorUi::needs, &Stakeholder::needs, {"What they need from this", {}, "Needs", true});
    y_ += high + space::s4 + caption;
    field("Expectations", box_at(left(), y_, wide(), high), &InspectorUi::expectations, &Stakeholder::expectations, {"What they expect to happen", {}, "Expectations", true});
    y_ += high + space::s4;
    if (frame_.role != Role::facilitator) return;
    if (private_note_bar(frame_, {left(), y_}, wide(), ui_.note_open)) ui_.note_open = !ui_.note_open;
    y_ += control::button_height + space::s3;
    if (!ui_.note_open) return;
    field("Note", box_at(left(), y_, wide(), high), &InspectorUi::note, &Stakeholder::note, {"Seen by facilitators only", {}, {}, true});
    y_ += high;
  }

  Color ground(bool chosen) const { return chosen ? frame_.theme.accent.soft : frame_.theme.bg.surface; }

  // A square that can be tapped; the caller paints the sign into it.
  bool choice(const char* label, Box box, bool chosen) {
    ImGui::BeginDisabled(!editable_);
    const bool tapped = tap_area(frame_, label, box);
    const Box inside = box.grown(-1);
    const Color under = frame_.theme.bg.sunken.with_alpha(look_of_item(frame_).hover);
    frame_.painter.fill_box(inside, radius::control, chosen ? ground(true) : under);
    if (chosen) frame_.painter.stroke_box(inside, radius::control, {frame_.theme.accent.base, line_width::regular});
    draw_focus_ring(frame_, inside, radius::control);
    tip(frame_, box, label);
    ImGui::EndDisabled();
    return tapped;
  }

  const Frame& frame_;
  const Workshop& workshop_;
  const Stakeholder& person_;
  Box box_;
  bool editable_;
  InspectorUi& ui_;
  Commands& commands_;
  InspectorResult result_;
  bool stances_ = true, conflicts_ = true;  // shown
  float y_ = 0;
};

}  // namespace

bool begins_to_write(InspectorUi& ui, std::string_view field, const FieldResult& result) {
  if (!result.active) {
    if (ui.writing == field) ui.is_writing = false;
    return false;
  }
  if (ui.is_writing && ui.writing == field) return false;
  ui.writing = field;
  ui.is_writing = true;
  return true;
}

InspectorResult draw_stakeholder(const Frame& outer, const Workshop& workshop, StakeholderId id, Box box, bool editable, InspectorUi& ui,
                                 Commands& commands) {
  const Stakeholder* person = find(workshop, id);
  if (person == nullptr) {
    InspectorResult gone;
    gone.closed = true;
    return gone;
  }
  follow(*person, ui);
  ImGui::PushID("inspector");
  const Entrance entrance(outer, "entrance");
  const Frame& frame = entrance.frame();
  draw_inspector_ground(frame, box);
  const InspectorResult result = Panel(frame, workshop, *person, box, editable, ui, commands).draw();
  ImGui::PopID();
  return result;
}

}  // namespace standpoint
