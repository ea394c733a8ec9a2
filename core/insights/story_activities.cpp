// Stories of activities and of what frames a session: timer, decisions, bookmarks, the stage.
#include "core/insights/story_lines.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

std::string_view noun(ActivityKind kind) {
  switch (kind) {
    case ActivityKind::brainstorm: return "a brainstorm";
    case ActivityKind::nominate: return "a nomination";
    case ActivityKind::place: return "a placing";
    case ActivityKind::vote: return "a vote";
    case ActivityKind::rate: return "a rating";
    case ActivityKind::discuss: return "a discussion";
    case ActivityKind::decide: return "a decision";
  }
  return "an activity";
}

// An activity's deed: "Nadia opened a vote" / "Where must we act first?"
StoryLine deed(const Workshop& w, const Event& e, std::string_view verb, ActivityId id, std::string_view after = "") {
  const Activity* const activity = find(w, id);
  if (!activity) return {who(w, e.by) + " " + std::string(verb) + " an activity", ""};
  return {who(w, e.by) + " " + std::string(verb) + " " + std::string(noun(activity->kind)) + std::string(after), activity->title};
}

}  // namespace

// ---- activities ----

StoryLine tell(const Workshop& w, const Event& e, const AddActivity& a) {
  const bool round = static_cast<bool>(a.activity.follows);
  const bool run_off = round && a.activity.kind == ActivityKind::vote;
  const std::string what = run_off ? "a run-off" : round ? "another round" : std::string(noun(a.activity.kind));
  return line(w, e, "planned " + what, a.activity.title);
}

StoryLine tell(const Workshop& w, const Event& e, const DescribeActivity& a) {
  StoryLine told = deed(w, e, "changed", a.activity.id);
  told.detail = a.activity.title;
  return told;
}

StoryLine tell(const Workshop& w, const Event& e, const RemoveActivity& a) { return deed(w, e, "dropped", a.activity); }

StoryLine tell(const Workshop& w, const Event& e, const OpenActivity& a) {
  const Activity* const activity = find(w, a.activity);
  return deed(w, e, "opened", a.activity, activity && activity->phase == Phase::closed ? " again" : "");
}

StoryLine tell(const Workshop& w, const Event& e, const CloseActivity& a) { return deed(w, e, "closed", a.activity); }

StoryLine tell(const Workshop& w, const Event& e, const RevealActivity& a) { return deed(w, e, "revealed", a.activity); }

// Never an event; told without a name all the same.
StoryLine tell(const Workshop& w, const Event&, const SealInput& a) {
  const Activity* const activity = find(w, a.activity);
  return {"Somebody answered in secret", activity ? activity->title : std::string()};
}

StoryLine tell(const Workshop& w, const Event& e, const GiveStar& a) { return line(w, e, "gave the star", name_in_story(w, a.activity, a.item)); }
StoryLine tell(const Workshop& w, const Event& e, const TakeStar& a) { return line(w, e, "took the star back", name_in_story(w, a.activity, a.item)); }

// ---- timer, decisions, bookmarks, stage ----

StoryLine tell(const Workshop& w, const Event& e, const StartTimer& a) {
  const std::int64_t seconds = a.duration_ms / 1000;
  const std::string two_digits = std::to_string(100 + seconds % 60).substr(1);
  return line(w, e, "started the timer", std::to_string(seconds / 60) + ":" + two_digits);
}

StoryLine tell(const Workshop& w, const Event& e, const StopTimer&) { return line(w, e, "stopped the timer", ""); }

StoryLine tell(const Workshop& w, const Event& e, const RecordDecision& a) {
  const bool anew = find_in(w.decisions, a.decision.id) != nullptr;
  const std::string owner = a.decision.owner.empty() ? std::string() : ", " + a.decision.owner;
  return line(w, e, anew ? "rewrote a decision" : "recorded a decision", said(a.decision.text) + owner);
}

StoryLine tell(const Workshop& w, const Event& e, const RemoveDecision& a) {
  const Decision* const decision = find_in(w.decisions, a.decision);
  return line(w, e, "removed a decision", decision ? said(decision->text) : std::string());
}

StoryLine tell(const Workshop& w, const Event& e, const SetBookmark& a) { return line(w, e, "set a bookmark", a.title); }

StoryLine tell(const Workshop& w, const Event& e, const RemoveBookmark& a) {
  const Bookmark* const bookmark = find_in(w.bookmarks, a.bookmark);
  return line(w, e, "removed a bookmark", bookmark ? bookmark->title : std::string());
}

StoryLine tell(const Workshop& w, const Event& e, const ShowOnStage& a) {
  const Activity* const activity = find(w, a.view.activity);
  return line(w, e, "changed the stage", activity ? activity->title : title_of(w, a.view.board));
}

StoryLine tell(const Workshop& w, const Event& e, const LockLobby& a) {
  return line(w, e, a.locked ? "locked the lobby" : "unlocked the lobby", "");
}

StoryLine tell(const Workshop& w, const Event& e, const CoverStage& a) {
  switch (a.cover) {
    case StageCover::none: return line(w, e, "uncovered the stage", "");
    case StageCover::frozen: return line(w, e, "froze the stage", "");
    case StageCover::blank: return line(w, e, "blanked the stage", "");
  }
  return line(w, e, "covered the stage", "");
}

// What they say stays out of any story.
StoryLine tell(const Workshop& w, const Event& e, const WriteNotes&) { return line(w, e, "wrote in the notes", ""); }

StoryLine tell(const Workshop& w, const Event&, const TellLost& a) {
  const Activity* const activity = find(w, a.lost.activity);
  return {words_of_lost(a.lost, activity ? activity->kind : ActivityKind::vote), activity ? activity->title : std::string()};
}

StoryLine tell(const Workshop& w, const Event&, const TellCount& a) {
  const Activity* const activity = find(w, a.counted.activity);
  const std::string what = a.counted.inputs == 1 ? "One answer is sealed" : std::to_string(a.counted.inputs) + " answers are sealed";
  return {what, activity ? activity->title : std::string()};
}

}  // namespace standpoint
