// Frames that nobody renders. See stage_file.h.
#include "app/render/stage_file.h"

#include <fmt/format.h>
#include <imgui.h>

#include "app/frame_scope.h"
#include "app/json.h"
#include "app/paint/svg_painter.h"
#include "app/render/pdf_painter.h"
#include "app/screens/stage.h"
#include "core/story.h"

namespace standpoint {
namespace {

constexpr int settling_frames = 3;
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

}  // namespace

void draw_sheet(const Frame& frame, const StageSheet& sheet, StageUi& ui) {
  Frame bare = frame;
  bare.role = Role::facilitator;
  bare.read_only = true;
  bare.chrome = false;
  bare.reduced_motion = true;
  bare.now_ms = sheet.workshop.changed_ms;
  ui.map.filter.show_stance = sheet.open.stance;
  ui.map.filter.show_conflicts = sheet.open.conflicts;
  Commands none;
  draw_stage(bare, sheet.workshop, {}, ui, none);
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

std::unique_ptr<FilePainter> StageFiles::settled(const StageSheet& sheet, const MakePainter& make) {
  gui_->make_current();
  StageUi ui;
  std::unique_ptr<FilePainter> painter;
  for (int i = 0; i < settling_frames; ++i) {
    ImGui::NewFrame();
    painter = make(gui_->fonts());
    {
      FrameScope scope(sheet.theme, gui_->fonts(), sheet.workshop.changed_ms, long_after + i);
      draw_sheet(scope.frame().drawn_by(*painter), sheet, ui);
    }
    ImGui::Render();
    take_textures();
  }
  return painter;
}

std::string StageFiles::svg(const StageSheet& sheet) {
  const Page page = Page::of_size(sheet.width, sheet.height);
  const auto drawn = settled(sheet, [&](const Fonts& fonts) {
    return std::make_unique<SvgPainter>(fonts, page, words_of(sheet), sheet.theme.bg.paper);
  });
  return static_cast<SvgPainter&>(*drawn).finish();
}

Result<std::string> StageFiles::pdf(const StageSheet& sheet) {
  const Page page = Page::of_size(sheet.width, sheet.height);
  const auto drawn = settled(sheet, [&](const Fonts& fonts) {
    return std::make_unique<PdfPainter>(fonts, page, words_of(sheet), sheet.theme.bg.paper, sheet.workshop.changed_ms);
  });
  return static_cast<PdfPainter&>(*drawn).finish();
}

}  // namespace standpoint
