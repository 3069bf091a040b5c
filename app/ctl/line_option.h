// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <CLI/CLI.hpp>

#include "models/domain/goods_order.h"
#include "models/domain/refund.h"

namespace aftercharge::ctl {

// "--line ITEM:QTY", once or more; wrong usage when it is not of that form.
CLI::Option *add_lines(CLI::App *command, std::vector<LineQuantity> &target, const std::string &help);

// "--reason CODE", which is required.
void add_reason(CLI::App *command, ReasonCode &target);

}  // namespace aftercharge::ctl
