// The parts of a story: the pieces sentences are made of, and the overloads that live in story_changes.cpp and story_activities.cpp.
// Included by story*.cpp only.
#pragma once

#include <string>
#include <string_view>

#include "core/insights/story.h"
#include "core/workshop/names.h"

namespace standpoint {

// A card's words in quotation marks, cut when they are long.
std::string said(std::string_view text);
std::string name_in_story(const Workshop&, Item);
std::string name_in_story(const Workshop&, ActivityId, Item);  // as the activity was opened with it
std::string title_of(const Workshop&, BoardId);
// "Priya" + "set a bookmark", and the detail.
StoryLine line(const Workshop&, const Event&, std::string_view what, std::string detail);

// "3 to 4"
std::string from_to(std::string_view from, std::string_view to);
std::string tie_sentence(const Workshop&, const Tie&);

// ---- story_changes.cpp ----
StoryLine tell(const Workshop&, const Event&, const ChangeStakeholder&);
StoryLine tell(const Workshop&, const Event&, const ChangeTie&);
StoryLine tell(const Workshop&, const Event&, const ChangeBoard&);
StoryLine tell(const Workshop&, const Event&, const ChangeCard&);
StoryLine tell(const Workshop&, const Event&, const ChangeSeat&);
StoryLine tell(const Workshop&, const Event&, const ChangeActivity&);
StoryLine tell(const Workshop&, const Event&, const ChangeSetup&);
StoryLine tell(const Workshop&, const Event&, const ChangeDecision&);
StoryLine tell(const Workshop&, const Event&, const ChangeNotes&);

// ---- story_activities.cpp ----
StoryLine tell(const Workshop&, const Event&, const AddActivity&);
StoryLine tell(const Workshop&, const Event&, const DescribeActivity&);
StoryLine tell(const Workshop&, const Event&, const RemoveActivity&);
StoryLine tell(const Workshop&, const Event&, const OpenActivity&);
StoryLine tell(const Workshop&, const Event&, const CloseActivity&);
StoryLine tell(const Workshop&, const Event&, const RevealActivity&);
StoryLine tell(const Workshop&, const Event&, const SealInput&);
StoryLine tell(const Workshop&, const Event&, const GiveStar&);
StoryLine tell(const Workshop&, const Event&, const TakeStar&);
StoryLine tell(const Workshop&, const Event&, const StartTimer&);
StoryLine tell(const Workshop&, const Event&, const StopTimer&);
StoryLine tell(const Workshop&, const Event&, const AdjustTimer&);
StoryLine tell(const Workshop&, const Event&, const RecordDecision&);
StoryLine tell(const Workshop&, const Event&, const RemoveDecision&);
StoryLine tell(const Workshop&, const Event&, const SetBookmark&);
StoryLine tell(const Workshop&, const Event&, const RemoveBookmark&);
StoryLine tell(const Workshop&, const Event&, const ShowOnStage&);
StoryLine tell(const Workshop&, const Event&, const LockLobby&);
StoryLine tell(const Workshop&, const Event&, const CoverStage&);
StoryLine tell(const Workshop&, const Event&, const WriteNotes&);
StoryLine tell(const Workshop&, const Event&, const TellLost&);
StoryLine tell(const Workshop&, const Event&, const TellCount&);
StoryLine tell(const Workshop&, const Event&, const TellReceipts&);

}  // namespace standpoint
