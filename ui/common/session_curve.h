// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QCoreApplication>

#include "models/item/curve_point.h"
#include "models/workflow/explain_order.h"
#include "models/workflow/session_view.h"
#include "ui/common/curve_marks.h"
#include "ui/common/format.h"

namespace aftercharge {

class CurveView;

// A session as a curve shows it: its readings (energy counts from the start), and what happened
// when. Readings that cannot be are left out; those that settlement excludes are kept, as such.
class SessionCurve {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::SessionCurve)
public:
    // `end` ends what still goes on. Of the times without connection the order itself knows
    // the present one; its log (oldest first), where there is one, knows all.
    static SessionCurve of(const OrderExplanation &explanation, const Format &format, UtcTime end,
                           const std::vector<OrderLogEntry> &log = {});
    // The newest state of a session, as a point that follows its readings.
    static CurvePoint point_of(const SessionView &session);

    void show_in(CurveView &view) const;

    std::vector<CurvePoint> points;
    QList<CurveMark> marks;
    QList<CurveStretch> stretches;

private:
    void add_points(const OrderExplanation &explanation);
    void add_marks(const ChargingOrder &order);
    void add_findings(const std::vector<Reading> &readings, const Format &format);
    void add_offline(const ChargingOrder &order, const std::vector<OrderLogEntry> &log, UtcTime end);
    void add_replayed();
};

}  // namespace aftercharge
