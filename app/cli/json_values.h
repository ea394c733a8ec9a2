// to_json for the values of core/workshop/model.h and for every Action. Included by json.cpp and json_values.cpp only.
#pragma once

#include <nlohmann/json.hpp>

#include "core/workshop/action.h"

namespace standpoint {

using Json = nlohmann::ordered_json;

Json json_value(const Workshop&);
Json json_value(const Stakeholder&);
Json json_value(const Tie&);
Json json_value(const Board&);
Json json_value(const Card&);
Json json_value(const Activity&);
// The fields of the action; its name is name_of_action.
Json json_value(const Action&);
std::string name_of_action(const Action&);  // "AddStakeholder"

}  // namespace standpoint
