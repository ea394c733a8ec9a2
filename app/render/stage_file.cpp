// Frames that nobody renders. See stage_file.h.
#include "app/render/stage_file.h"

#include <algorithm>

#include <fmt/format.h>
#include <imgui.h>

#include "app/files/iso_time.h"
#include "app/paint/painter.h"
#include "app/paint/svg_painter.h"
#include "app/paint/text/label.h"
#include "app/render/pdf_painter.h"
#include "app/screens/stage/stage.h"
#include "app/screens/stage/turn.h"
#include "app/widgets/frame_scope.h"
#include "core/activities/activities.h"
#include "core/insights/story.h"

namespace standpoint {
namespace {

constexpr int settling_frames = 1;
constexpr double long_after = 100;  // seconds on the steady clock: every motion is over

// A renderer that takes every texture and draws nothing.
void take_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(ImTextureID{1});
    if (texture->Status == ImTextureStatus_WantDestroy) texture->SetTexID(ImTextureID_Invalid);
    const bool gone = texture->Status == ImTextureStatus_WantDestroy || texture->Status == ImTextureStatus_Destroyed;
    texture->SetStatus(gone ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
  }
}

std::string kind_of(const Workshop& workshop) {
  if (const Activity* activity = find(workshop, workshop.stage.activity)) return std::string(words(activity->kind));
  const Board* board = find(workshop, workshop.stage.board);
  if (board == nullptr) return "Stage";
  return board->kind == BoardKind::map ? "Stakeholder map" : board->kind == BoardKind::canvas ? "Canvas" : "Cards";
}

// The stage's picture, or the list that stands alone.
StagePicture picture_of(const StageSheet& sheet) {
  if (sheet.only == OnlyListed::none) return stage_picture_of(sheet.workshop, sheet.workshop.stage);
  return {{}, sheet.only == OnlyListed::people ? "People" : "Decisions", {}, sheet.only};
}

// Draws nothing and keeps every word, to tell which are whole.
class WordPainter final : public FilePainter {
 public:
  explicit WordPainter(const Fonts& fonts) : FilePainter(fonts) {}

  // Whether it was written alone and whole, in one line or in several that follow each other.
  bool has(std::string_view user_text) const {
    const std::string wanted = without_spaces(clean_label(user_text));
    for (std::size_t first = 0; first < lines_.size(); ++first) {
      std::size_t at = 0, line = first;
      while (line < lines_.size() && at < wanted.size() && wanted.compare(at, lines_[line].size(), lines_[line]) == 0) at += lines_[line++].size();
      if (at == wanted.size()) return true;
    }
    return wanted.empty();
  }

  void fill(const Path&, Color) override {}
  void stroke(const Path&, const Stroke&) override {}
  void shadow(Box, float, const Shadow&) override {}
  void glow(Vec, float, Color, std::span<const GlowStop>) override {}
  void text(Vec, std::string_view utf8, const TextLook& look) override {
    if (std::string line = without_spaces(utf8); look.color.a > 0 && !line.empty()) lines_.push_back(std::move(line));
  }
  void push_clip(Box) override {}
  void pop_clip() override {}

 private:
  static std::string without_spaces(std::string_view utf8) {
    std::string all(utf8);
    all.erase(std::remove(all.begin(), all.end(), ' '), all.end());
    return all;
  }
  std::vector<std::string> lines_;
};

}  // namespace

void draw_sheet(const Frame& frame, const StageSheet& sheet, StageUi& ui, const SheetPages* pages, std::size_t page) {
  Frame bare = frame;
  bare.role = Role::facilitator;
  bare.chrome = false;
  bare.reduced_motion = true;
  bare.now_ms = sheet.workshop.changed_ms;
  if (pages != nullptr && page >= pages->pictures) {
    const std::size_t list = page - pages->pictures;
    draw_listing(bare, sheet.workshop, picture_of(sheet), pages->listing, pages->lists[list], list, pages->lists.size());
    return;
  }
  ui.map.filter.show_stance = sheet.open.stance;
  ui.map.filter.show_conflicts = sheet.open.conflicts;
  ui.kinds.vote.in_file = true;
  turn_stage_to(sheet.workshop, ui, page);
  StageState state;
  state.turn = turn_of(sheet.workshop, ui);
  Commands none;
  draw_stage(bare, sheet.workshop, state, ui, none);
}

PageWords words_of(const StageSheet& sheet) {
  const Workshop& workshop = sheet.workshop;
  std::string title = workshop.title;
  const Activity* activity = find(workshop, workshop.stage.activity);
  const Board* board = find(workshop, workshop.stage.board);
  const std::string shown = activity != nullptr ? activity->title : board != nullptr ? board->title : "";
  if (!shown.empty() && shown != title) title += ": " + shown;
  return {title, fmt::format("{}, as the room saw it on {}.", kind_of(workshop), iso_time(workshop.changed_ms).substr(0, 10))};
}

StageFiles::StageFiles(std::unique_ptr<GuiContext> gui) : gui_(std::move(gui)) {}

StageFiles::~StageFiles() {
  gui_->make_current();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
}

Result<std::unique_ptr<StageFiles>> StageFiles::make() {
  auto gui = GuiContext::make();
  if (!gui) return failed(gui.error());
  ImGuiIO& io = ImGui::GetIO();
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.DisplaySize = {design_width, design_height};
  io.DeltaTime = 1.0F / 60.0F;
  return std::unique_ptr<StageFiles>(new StageFiles(std::move(*gui)));
}

std::size_t StageFiles::draw_settled(const StageSheet& sheet, const SheetPages* pages, std::size_t page, FilePainter& painter) {
  gui_->make_current();
  StageUi ui;
  WordPainter nobody(gui_->fonts());
  for (int i = 0; i <= settling_frames; ++i) {
    ImGui::NewFrame();
    {
      FrameScope scope(sheet.theme, gui_->fonts(), sheet.workshop.changed_ms, long_after + i);
      FilePainter& into = i == settling_frames ? painter : nobody;
      draw_sheet(scope.frame().drawn_by(into), sheet, ui, pages, page);
    }
    ImGui::Render();
    take_textures();
  }
  return stage_pages(sheet.workshop, ui);
}

SheetPages StageFiles::pages_of(const StageSheet& sheet) {
  SheetPages pages;
  WordPainter words(gui_->fonts());
  const StagePicture picture = picture_of(sheet);
  if (picture.only != OnlyListed::none) pages.pictures = 0;
  else pages.pictures = draw_settled(sheet, &pages, 0, words);
  for (std::size_t page = 1; page < pages.pictures; ++page) draw_settled(sheet, &pages, page, words);
  Listing listing = listing_of(sheet.workshop, picture);
  const bool all_said = std::all_of(listing.things.begin(), listing.things.end(), [&](const ListedThing& thing) { return thing.said && words.has(thing.name); });
  if (all_said && pages.pictures > 0) return pages;
  pages.lists = listing_pages(words, listing, Frame::stage_area);
  pages.listing = std::move(listing);
  return pages;
}

std::string StageFiles::svg(const StageSheet& sheet, const SheetPages* pages, std::size_t page) {
  SvgPainter painter(gui_->fonts(), Page::of_size(sheet.width, sheet.height), words_of(sheet), sheet.theme.bg.paper);
  draw_settled(sheet, pages, page, painter);
  return painter.finish();
}

Result<std::string> StageFiles::pdf(const StageSheet& sheet, const SheetPages* pages) {
  PdfPainter painter(gui_->fonts(), Page::of_size(sheet.width, sheet.height), words_of(sheet), sheet.theme.bg.paper, sheet.workshop.changed_ms);
  draw_settled(sheet, pages, 0, painter);
  for (std::size_t page = 1; pages != nullptr && page < pages->count(); ++page) {
    painter.next_page();
    draw_settled(sheet, pages, page, painter);
  }
  return painter.finish();
}

}  // namespace standpoint
