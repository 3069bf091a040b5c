// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlError>

#include "models/domain/error.h"

namespace aftercharge {

// By SQLSTATE (PostgreSQL's manual, appendix A). A rule of ours that the database keeps: AC000
// with its sentence is store.rule, AC001 begins with a code of ours ("refund.own_request: …").
// Without a SQLSTATE the line broke: store.unreachable.
Error postgres_error(const QSqlError &error);

}  // namespace aftercharge
