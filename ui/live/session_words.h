// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/item/session_condition.h"

namespace aftercharge {

class Format;

// A session in words: one short word for its state, a few for its health.
class SessionWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::SessionWords)
public:
    static QString condition(SessionCondition condition);
    // "Healthy", "No energy", "Silent 6 min", "¥2.94 returned": what to know beside the state.
    static QString health(const SessionView &session, const Format &format, UtcTime now);
    // All signs, a line each, for the tool tip; empty when all is well.
    static QString all_signs(const SessionView &session);
    // "14 min", "done", "—".
    static QString left(const SessionView &session, UtcTime now);
    static QString point(const ConnectorId &connector);     // "CP-0412 / 1"
    static QString point_id(const ConnectorId &connector);  // "CP-0412/1"; the charge point alone: "CP-0412"

private:
    static QString sign(HealthSign sign);
    static QString ended(const SessionView &session, const Format &format);
};

}  // namespace aftercharge
