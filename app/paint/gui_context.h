// One ImGui context as Standpoint uses it: settings, neutral style and fonts. Windows, off-screen pictures and headless tests each
// own one, so that all three behave and draw the same. It must not create windows or touch OpenGL.
#pragma once

#include <memory>

#include "app/paint/text/fonts.h"
#include "core/workshop/result.h"

struct ImGuiContext;

namespace standpoint {

class GuiContext {
 public:
  // The new context is current afterwards. Fails with one sentence if a font is missing.
  static Result<std::unique_ptr<GuiContext>> make();
  ~GuiContext();
  GuiContext(const GuiContext&) = delete;
  GuiContext& operator=(const GuiContext&) = delete;

  void make_current() const;
  const Fonts& fonts() const { return *fonts_; }
  void open_letters_again() { fonts_->open_letters_again(installed_fonts()); }

 private:
  GuiContext();
  ImGuiContext* context_;
  std::unique_ptr<Fonts> fonts_;
};

// What was pressed, typed or scrolled and waits in the current context's queue is forgotten; where the pointer is and what is let
// go are heard. For when the screen it was meant for is gone.
void forget_presses();

}  // namespace standpoint
