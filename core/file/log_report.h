// What a survey of a session file means for a person. Used by session_log, `check` and `--repair`.
#pragma once

#include <cstdint>
#include <string>

#include "core/file/log_survey.h"
#include "core/file/session_log.h"

namespace standpoint {

LogReport report_on(const LogSurvey& survey, const std::string& path);
// What is damaged, what of it can be had back and how. `moment`: when the last safe event was; empty: not said.
std::string damage_sentence(const LogReport& report, const std::string& moment);
// Of a damaged log: keeps the last safe event in the report.
Result<void> describe_last_event(const SessionLog& log, LogReport& report);
// 1204 gives "1,204".
std::string grouped(std::uint64_t number);

}  // namespace standpoint
