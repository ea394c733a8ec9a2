// Settings of every ImGui context. Called by windows, off-screen pictures and headless tests.
#include "app/paint/gui_context.h"

#include <algorithm>

#include "app/design/measures.h"
#include "imgui.h"
#include "imgui_internal.h"  // InputEventsQueue: nothing public takes single events out

namespace standpoint {

GuiContext::GuiContext() : context_(ImGui::CreateContext()) {
  make_current();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigInputTextCursorBlink = false;  // a blinking caret would draw a frame twice a second for nothing
  io.ConfigNavEscapeClearFocusItem = false;  // after Esc closed a sheet, the keyboard is where it was
  io.MouseDragThreshold = touch::drag_slop;
  ImGuiStyle& style = ImGui::GetStyle();
  style.FontSizeBase = desk_type::body.size;
  style.AntiAliasedLinesUseTex = false;
}

GuiContext::~GuiContext() { ImGui::DestroyContext(context_); }

Result<std::unique_ptr<GuiContext>> GuiContext::make() {
  std::unique_ptr<GuiContext> gui(new GuiContext);
  auto fonts = Fonts::load(*ImGui::GetIO().Fonts, installed_fonts());
  if (!fonts) return failed(fonts.error());
  gui->fonts_ = std::move(*fonts);
  return gui;
}

void GuiContext::make_current() const { ImGui::SetCurrentContext(context_); }

void forget_presses() {
  ImGuiContext* const context = ImGui::GetCurrentContext();
  if (context == nullptr) return;
  ImVector<ImGuiInputEvent>& queue = context->InputEventsQueue;
  const auto is_press = [](const ImGuiInputEvent& event) {
    return event.Type == ImGuiInputEventType_Text || event.Type == ImGuiInputEventType_MouseWheel ||
           (event.Type == ImGuiInputEventType_Key && event.Key.Down) || (event.Type == ImGuiInputEventType_MouseButton && event.MouseButton.Down);
  };
  const ImGuiInputEvent* const kept = std::remove_if(queue.begin(), queue.end(), is_press);
  queue.resize(static_cast<int>(kept - queue.begin()));
}

}  // namespace standpoint
