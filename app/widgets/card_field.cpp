// ImGui edits the words in one line that nobody sees; the painter writes them in several. See card_field.h.
#include "app/widgets/card_field.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/semantics.h"

namespace standpoint {
namespace {

constexpr float caret_width = 2;

struct Typed {
  std::string& text;
  int cursor = 0, from = 0, to = 0;  // bytes; from..to is selected
};

// Lets ImGui grow the string it edits, and tells where the cursor is.
int follow(ImGuiInputTextCallbackData* data) {
  Typed& typed = *static_cast<Typed*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    typed.text.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = typed.text.data();
    return 0;
  }
  typed.cursor = data->CursorPos;
  typed.from = std::min(data->SelectionStart, data->SelectionEnd);
  typed.to = std::max(data->SelectionStart, data->SelectionEnd);
  return 0;
}

// The field itself: everything but its place is invisible.
bool edit(const Frame& frame, const char* label, Box words, Typed& typed, bool focus_now) {
  const Vec at = frame.screen_from_design(words.min);
  ImGui::SetCursorScreenPos({at.x, at.y});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, std::max(0.0F, (words.height() * frame.scale - ImGui::GetFontSize()) / 2)});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  for (const ImGuiCol part : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, ImGuiCol_NavCursor, ImGuiCol_Text,
                              ImGuiCol_TextSelectedBg, ImGuiCol_InputTextCursor})
    ImGui::PushStyleColor(part, ImVec4{0, 0, 0, 0});
  if (focus_now) ImGui::SetKeyboardFocusHere();
  ImGuiIO& io = ImGui::GetIO();
  const bool before = io.ConfigInputTextEnterKeepActive;
  io.ConfigInputTextEnterKeepActive = true;
  ImGui::SetNextItemWidth(words.width() * frame.scale);
  const bool entered = ImGui::InputText((std::string("##") + label).c_str(), typed.text.data(), typed.text.capacity() + 1,
                                        ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_EnterReturnsTrue,
                                        follow, &typed);
  io.ConfigInputTextEnterKeepActive = before;
  // What the caller makes of the draft is what is edited from the next frame on.
  if (ImGuiInputTextState* state = ImGui::GetInputTextState(ImGui::GetItemID()); entered && state != nullptr) state->ReloadUserBufAndMoveToEnd();
  ImGui::PopStyleColor(7);
  ImGui::PopStyleVar(2);
  return entered;
}

// The end of a part of the words, from the top left of them all: broken as the whole is.
Vec end_of(const Frame& frame, const std::string& part, const TextStyle& style, float width) {
  const std::vector<std::string> lines = wrap_label(frame.painter, part, style, width);
  const std::string last = lines.empty() ? std::string() : lines.back();
  const bool spaced = !part.empty() && part.back() == ' ';
  return {std::min(width, label_width(frame.painter, last, style) + (spaced ? label_width(frame.painter, "n n", style) - label_width(frame.painter, "nn", style) : 0)),
          style.line * static_cast<float>(std::max<std::size_t>(1, lines.size()) - 1)};
}

void paint(const Frame& frame, Box words, const Typed& typed, const TextStyle& style, std::string_view hint, bool active) {
  const Theme& theme = frame.theme;
  const std::string& text = typed.text;
  const auto lines = static_cast<float>(std::max<std::size_t>(1, wrap_label(frame.painter, text, style, words.width()).size()));
  const Vec top{words.min.x, words.center().y - lines * style.line / 2};
  const auto part = [&](int end) { return text.substr(0, std::min(text.size(), static_cast<std::size_t>(std::max(0, end)))); };
  if (active && typed.to > typed.from) {  // whole lines are enough to say what the next letter replaces
    const Vec from = end_of(frame, part(typed.from), style, words.width()), to = end_of(frame, part(typed.to), style, words.width());
    for (float y = from.y; y <= to.y + 1; y += style.line) {
      const float left = y <= from.y ? from.x : 0, right = y + 1 >= to.y ? to.x : words.width();
      frame.painter.fill_box({top + Vec{left, y}, top + Vec{std::max(left, right), y + style.line}}, 0, theme.accent.soft_line);
    }
  }
  if (text.empty()) draw_label(frame.painter, {words.min.x, words.center().y}, hint, {style, theme.ink.tertiary, Align::left, Anchor::middle}, words.width());
  else draw_wrapped_label(frame.painter, top, text, {style, theme.card.ink}, words.width());
  if (!active) return;  // it does not blink: a screen at which nothing happens draws nothing
  const Vec caret = top + end_of(frame, part(typed.cursor), style, words.width());
  frame.painter.line(caret + Vec{1, 3}, caret + Vec{1, style.line - 3}, {theme.accent.base, caret_width});
}

}  // namespace

FieldResult card_field(const Frame& frame, const char* label, Box words, std::string& draft, const TextStyle& style, std::string_view hint, bool focus_now) {
  if (frame.semantics != nullptr && frame.semantics->edits_text) return text_field(frame, label, words, draft, {.hint = hint, .focus_now = focus_now});
  Typed typed{draft};
  const bool entered = edit(frame, label, words, typed, focus_now);
  FieldResult result;
  result.active = ImGui::IsItemActive();
  result.cancelled = ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  result.committed = entered || (ImGui::IsItemDeactivated() && !result.cancelled);
  if (frame.semantics != nullptr) describe_item(frame, label, words, {.role = ItemRole::field, .name = visible(label), .value = draft});
  paint(frame, words, typed, style, hint, result.active);
  return result;
}

}  // namespace standpoint
