// `new`: a session file made. It is there whole or not at all.
#include <ostream>
#include <random>

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/cli/commands.h"
#include "app/files/session_draft.h"

namespace standpoint {
namespace {

std::string counted(std::size_t n, std::string_view one, std::string_view many) { return fmt::format("{} {}", n, n == 1 ? one : many); }

}  // namespace

SessionIdentity new_identity(std::int64_t now_ms) {
  std::random_device random;
  SessionIdentity identity{{}, now_ms};
  for (std::uint8_t& byte : identity.uuid) byte = static_cast<std::uint8_t>(random());
  return identity;
}

int new_session(const NewOptions& o, std::int64_t now_ms, Streams streams) {
  SessionDraft draft(o.title.empty() ? "New session" : o.title, "");
  if (o.template_name.empty()) {
    draft.add_usual_boards();
  } else {
    const auto plan = read_template(sessions_folder() + "/templates", o.template_name);
    if (!plan) return not_done(plan.error(), streams);
    draft = draft_of(*plan, o.title);
  }
  const auto files = posix_file_system();
  const auto made = create_session(*files, o.out, new_identity(now_ms), draft.commands());
  if (!made) return not_done(made.error(), streams);
  streams.out << fmt::format("Made {}: {}, {}.\n", o.out, draft.workshop().title, counted(draft.workshop().agenda.size(), "activity", "activities"));
  return exit_done;
}

}  // namespace standpoint
