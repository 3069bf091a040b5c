// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

#include "models/settlement/health.h"
#include "ui/common/format.h"

namespace aftercharge {

// What a curve shows by itself, as a sentence.
class FindingWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::FindingWords)
public:
    // "Meter 35 % above V·I·t (18 min)"
    static QString sentence(const HealthFinding &finding, const Format &format);
};

}  // namespace aftercharge
