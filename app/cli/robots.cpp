// `robots`: the arguments made a plan, what the robots saw made JSON. A door of its own, because it needs sockets.
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "app/files/json_text.h"
#include "app/net/robots/robots.h"

namespace standpoint {
namespace {

// Thousandths of a millisecond are more than anybody can tell.
double rounded(double value) { return static_cast<double>(static_cast<std::int64_t>(value * 1000 + 0.5)) / 1000; }

nlohmann::ordered_json latency(const std::vector<double>& samples) {
  return {{"p50_ms", rounded(percentile(samples, 0.5))}, {"p99_ms", rounded(percentile(samples, 0.99))}, {"samples", samples.size()}};
}

nlohmann::ordered_json json_of(const RobotsRequest& request, const RobotsReport& report) {
  const CrowdFigures& figures = report.figures;
  return {{"seats", request.seats},
          {"script", request.script},
          {"seed", request.seed},
          {"finished", report.finished},
          {"joined", report.joined},
          {"joined_ms", rounded(report.joined_ms)},
          {"acknowledged", latency(figures.acknowledged_ms)},
          {"visible", latency(figures.visible_ms)},
          {"sent", figures.sent},
          {"accepted", figures.accepted},
          {"refused", figures.refused},
          {"reconnects", report.reconnects},
          {"lost", report.lost},
          {"duplicated", report.duplicated}};
}

Result<RobotsPlan> plan_of(const RobotsRequest& request) {
  RobotsPlan plan;
  Result<SessionAddress> room = session_address(request.url);
  if (!room) return failed(room.error());
  plan.room = std::move(*room);
  if (!request.lead.empty()) {
    const Result<SessionAddress> lead = session_address(request.lead);
    if (!lead) return failed(lead.error());
    plan.lead = lead->secret;
  }
  plan.seats = request.seats;
  plan.script = request.script == "vote" ? RobotScript::vote : request.script == "place" ? RobotScript::place : RobotScript::mix;
  plan.seed = request.seed;
  plan.stalled = request.stalled;
  plan.flaky = request.flaky;
  plan.seconds = request.seconds;
  return plan;
}

}  // namespace

int send_robots(const RobotsRequest& request, std::ostream& out, std::ostream& err) {
  const Result<RobotsPlan> plan = plan_of(request);
  const Result<RobotsReport> report = plan ? run_robots(*plan) : failed(plan.error());
  if (!report) {
    err << report.error().sentence << '\n';
    return exit_not_done;
  }
  out << printed(json_of(request, *report)) << '\n';
  return report->lost == 0 && report->duplicated == 0 ? exit_done : exit_not_done;
}

}  // namespace standpoint
