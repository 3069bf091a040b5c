// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QCoreApplication>

#include "models/item/curve_point.h"
#include "models/workflow/explain_order.h"
#include "models/workflow/session_view.h"
#include "ui/common/curve_marks.h"

namespace aftercharge {

// A session as a curve shows it: its readings, and what happened when.
class CurveContent {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::CurveContent)
public:
    // `now` ends what still goes on.
    static CurveContent of(const OrderExplanation &explanation, UtcTime now);
    // The newest state of a session, as a point that follows its readings.
    static CurvePoint point_of(const SessionView &session);

    std::vector<CurvePoint> points;
    QList<CurveMark> marks;
    QList<CurveStretch> stretches;

private:
    void add_points(const OrderExplanation &explanation);
    void add_marks(const ChargingOrder &order);
    void add_findings(const OrderExplanation &explanation);
    void add_connection(const OrderExplanation &explanation, UtcTime now);
};

}  // namespace aftercharge
