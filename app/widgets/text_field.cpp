// A text field: ImGui's editing inside a box of the design, or on tablets the page's own, which knows soft keyboards and all
// writing. The draft is the caller's and lives across frames.
#include <imgui.h>
#include <imgui_internal.h>

#include "app/paint/painter.h"
#include "app/paint/text/fonts.h"
#include "app/paint/text/label.h"
#include "app/widgets/control_box.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "core/workshop/names.h"

namespace standpoint {
namespace {

constexpr float error_inset = 24, error_gap = 8;

// Lets ImGui grow the string it edits.
int grow(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag != ImGuiInputTextFlags_CallbackResize) return 0;
  auto& text = *static_cast<std::string*>(data->UserData);
  text.resize(static_cast<std::size_t>(data->BufTextLen));
  data->Buf = text.data();
  return 0;
}

ImVec4 vec4(Color color) {
  return {static_cast<float>(color.r) / 255, static_cast<float>(color.g) / 255, static_cast<float>(color.b) / 255,
          static_cast<float>(color.a) / 255};
}

// What nobody edits at the moment, broken into its lines where it may have several.
void draw_at_rest(const Frame& frame, Box box, const std::string& draft, const FieldLook& look) {
  if (draft.empty()) return;
  const ClipScope clip(frame.painter, box.grown(-8));
  TextLook ink{desk_type::field, frame.theme.ink.primary};
  if (look.multiline) {
    draw_wrapped_label(frame.painter, {box.min.x + 16, box.min.y + 14}, draft, ink, box.width() - 32);
  } else {
    ink.anchor = Anchor::middle;
    draw_label(frame.painter, {box.min.x + 16, box.center().y}, draft, ink, box.width() - 32);
  }
}

bool edit(const Frame& frame, const char* label, Box box, std::string& draft, const FieldLook& look) {
  const float scale = frame.scale;
  const TextStyle style = desk_type::field;
  const Vec at = frame.screen_from_design(box.min);
  ImGui::SetCursorScreenPos({at.x, at.y});
  ImGui::PushFont(frame.fonts.face(style.face), style.size * scale);
  const float vertical = look.multiline ? 14 : (box.height() - style.size) / 2;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {16 * scale, vertical * scale});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  for (const ImGuiCol part : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, ImGuiCol_NavCursor})
    ImGui::PushStyleColor(part, vec4(frame.theme.bg.surface.with_alpha(0)));
  const std::string id = std::string("##") + label;
  const bool at_rest = look.multiline && ImGui::GetActiveID() != ImGui::GetID(id.c_str());  // ImGui breaks no lines: read it is in ours
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(frame.theme.ink.primary.with_alpha(at_rest ? 0.0F : 1.0F)));
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, vec4(frame.theme.accent.soft_line));
  ImGui::PushStyleColor(ImGuiCol_InputTextCursor, vec4(frame.theme.accent.base));
  if (look.focus_now) ImGui::SetKeyboardFocusHere();
  const ImGuiInputTextFlags flags = ImGuiInputTextFlags_CallbackResize | (look.select_all ? ImGuiInputTextFlags_AutoSelectAll : ImGuiInputTextFlags_None);
  const ImVec2 size{box.width() * scale, box.height() * scale};
  bool entered = false;
  if (look.multiline) {
    ImGui::InputTextMultiline(id.c_str(), draft.data(), draft.capacity() + 1, size, flags, grow, &draft);
  } else {
    ImGui::SetNextItemWidth(size.x);
    entered = ImGui::InputText(id.c_str(), draft.data(), draft.capacity() + 1, flags | ImGuiInputTextFlags_EnterReturnsTrue, grow, &draft);
  }
  ImGui::PopStyleColor(7);
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
  if (at_rest) draw_at_rest(frame, box, draft, look);
  return entered;
}

FieldResult edit_here(const Frame& frame, const char* label, Box box, std::string& draft, const FieldLook& look) {
  const bool entered = edit(frame, label, box, draft, look);
  FieldResult result;
  result.active = ImGui::IsItemActive();
  result.cancelled = ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  result.entered = entered;
  result.committed = !result.cancelled && (entered || ImGui::IsItemDeactivatedAfterEdit());
  return result;
}

// The page lays a field of its own over this one while it is edited; here is only what it looks like otherwise.
FieldResult edit_on_page(const Frame& frame, const char* label, Box box, std::string& draft, const FieldLook& look) {
  Semantics& page = *frame.semantics;
  tap_area(frame, (std::string("##") + label).c_str(), box);
  const ImGuiID id = ImGui::GetItemID();
  FieldEdit edit = page.take_edit(id);
  if (edit.text) draft = std::move(*edit.text);
  if (look.focus_now) page.wants_focus = id;
  const bool active = page.editing == id;
  if (!active) draw_at_rest(frame, box, draft, look);
  return {edit.committed || edit.entered, edit.entered, edit.cancelled, active};
}

void say_field(const Frame& frame, const char* label, Box box, const std::string& draft, const FieldLook& look) {
  if (frame.semantics == nullptr) return;
  const std::string_view shown = visible(label);
  const std::string_view name = !look.caption.empty() ? look.caption : !shown.empty() ? shown : look.hint;
  describe_item(frame, label, box, {.role = ItemRole::field, .name = name, .value = draft});
  SemanticItem& item = *frame.semantics->find(ImGui::GetItemID());
  item.multiline = look.multiline;
  item.typed = look.typed;
  item.value = draft;
}

}  // namespace

float field_error_height(const Frame& frame, std::string_view error, float width) {
  return error_gap + desk_type::caption.line * static_cast<float>(wrap_label(frame.painter, error, desk_type::caption, width - error_inset).size());
}

FieldResult text_field(const Frame& outer, const char* label, Box given, std::string& draft, const FieldLook& look) {
  const Frame frame = outer.desk();
  const Box box = control_box(outer, given);
  const Theme& theme = frame.theme;
  if (!look.caption.empty())
    draw_label(frame.painter, box.min + Vec{0, -28}, look.caption, {desk_type::label_strong, theme.ink.secondary});
  frame.painter.fill_box(box, radius::field, theme.bg.surface);
  const bool shows_hint = draft.empty();
  const bool on_page = frame.semantics != nullptr && frame.semantics->edits_text;
  const FieldResult result = on_page ? edit_on_page(frame, label, box, draft, look) : edit_here(frame, label, box, draft, look);
  if (result.committed && !look.multiline) draft = without_unseen(draft);  // pasted along, and nobody could see them
  const bool hovered = ImGui::IsItemHovered();
  say_field(frame, label, box, draft, look);
  if (shows_hint && draft.empty() && !(on_page && result.active))
    draw_label(frame.painter, {box.min.x + 16, look.multiline ? box.min.y + 28 : box.center().y}, look.hint,
               {desk_type::field, theme.ink.tertiary, Align::left, Anchor::middle}, box.width() - 32);
  if (!look.error.empty()) {
    frame.painter.stroke_box(box, radius::field, {theme.status.danger, line_width::regular});
    frame.painter.icon({box.min.x + 9, box.max.y + 18}, Icon::warning_circle, Face::icon_fill, 18, theme.status.danger);
    draw_wrapped_label(frame.painter, {box.min.x + error_inset, box.max.y + error_gap}, look.error, {desk_type::caption, theme.status.danger}, box.width() - error_inset);
  } else if (result.active) {
    frame.painter.stroke_box(box.grown(4), radius::field + 4, {theme.accent.soft, line_width::heavy});
    frame.painter.stroke_box(box, radius::field, {theme.accent.base, line_width::regular});
  } else {
    frame.painter.stroke_box(box, radius::field, {hovered ? theme.ink.tertiary : theme.line.strong, line_width::thin});
  }
  return result;
}

}  // namespace standpoint
