// The Painter that writes a PDF through cairo: vector shapes, gradients, and real text in embedded fonts, which can
// be selected and searched. The same drawing gives the same bytes. Called by stage_file.cpp. It must not draw on a screen and
// must not put the name of a person or machine into the file.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/paint/file_painter.h"
#include "app/paint/painter.h"
#include "core/workshop/result.h"

namespace standpoint {

class PdfPainter final : public FilePainter {
 public:
  // `made_ms`: the date that the file carries, ms since the Unix epoch, UTC; the session's own, so that bytes repeat.
  PdfPainter(const Fonts& fonts, const Page& page, const PageWords& words, Color ground, std::int64_t made_ms);
  ~PdfPainter() override;

  // What is drawn from now on stands on a page of its own, of the same size and ground.
  void next_page();
  // The whole file, or one sentence when cairo ran into trouble. Nothing may be drawn after it.
  Result<std::string> finish();

  void fill(const Path& path, Color color) override;
  void stroke(const Path& path, const Stroke& stroke) override;
  void shadow(Box box, float corner, const Shadow& shadow) override;
  void glow(Vec center, float radius, Color color, std::span<const GlowStop> stops) override;
  void text(Vec at, std::string_view utf8, const TextLook& look) override;
  void push_clip(Box box) override;
  void pop_clip() override;

 private:
  struct Sheet;  // cairo's surface, context and fonts
  struct Run;    // letters of one line that one font file has
  std::vector<Run> runs_of(const std::string& utf8, const TextLook& look) const;
  // At the start of the baseline, where cairo is: letter by letter, or as the platform's text engine has it.
  void show_letters(const std::string& line, const TextLook& look);
  void show_whole(const std::string& line, const TextLook& look);

  std::unique_ptr<Sheet> sheet_;
};

}  // namespace standpoint
