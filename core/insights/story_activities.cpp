// Stories of activities and of what frames a session: timer, decisions, bookmarks, the stage.
#include "core/activities/activities.h"
#include "core/insights/story_lines.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

// An activity's deed: "Nadia opened a vote" / "Where must we act first?"
StoryLine deed(const Workshop& w, const Event& e, std::string_view verb, ActivityId id, std::string_view after = "") {
  const Activity* const activity = find(w, id);
  if (!activity) return {who(w, e.by) + " " + std::string(verb) + " an activity", ""};
  return {who(w, e.by) + " " + std::string(verb) + " " + std::string(rules_of(*activity).words.noun) + std::string(after), activity->title};
}

}  // namespace

// ---- activities ----

StoryLine tell(const Workshop& w, const Event& e, const AddActivity& a) {
  const ActivityWords& kind = rules_of(a.activity).words;
  return line(w, e, "planned " + std::string(a.activity.follows ? kind.round : kind.noun), a.activity.title);
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

std::string on_a_clock(std::int64_t ms) {
  const std::int64_t seconds = ms / 1000;
  return std::to_string(seconds / 60) + ":" + std::to_string(100 + seconds % 60).substr(1);
}

StoryLine tell(const Workshop& w, const Event& e, const StartTimer& a) { return line(w, e, "started the timer", on_a_clock(a.duration_ms)); }
StoryLine tell(const Workshop& w, const Event& e, const AdjustTimer& a) { return line(w, e, "set the timer", on_a_clock(a.left_ms)); }

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
  if (!activity) return {"Something went with what was removed", ""};
  return {words_of_lost(w, a.lost, activity->kind), activity->title};
}

StoryLine tell(const Workshop& w, const Event&, const TellReceipts& a) {
  const Activity* const activity = find(w, a.activity);
  return {"What counted is noted", activity ? activity->title : std::string()};
}

StoryLine tell(const Workshop& w, const Event&, const TellCount& a) {
  const Activity* const activity = find(w, a.counted.activity);
  const std::string what = a.counted.inputs == 1 ? "One answer is sealed" : std::to_string(a.counted.inputs) + " answers are sealed";
  return {what, activity ? activity->title : std::string()};
}

}  // namespace standpoint
