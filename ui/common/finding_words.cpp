// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/finding_words.h"

namespace aftercharge {

QString FindingWords::sentence(const HealthFinding &finding, const Format &format)
{
    const QString lasted = format.duration(finding.to - finding.from);
    const std::int64_t expected = finding.expected.value();
    switch (finding.flag) {
    case HealthFlag::MeterFast:
        if (expected > 0) {
            const std::int64_t percent = ((finding.measured.value() - expected) * 100 + expected / 2) / expected;
            return tr("Meter %1 % above V·I·t (%2)").arg(percent).arg(lasted);
        }
        return tr("Meter counts without current (%1)").arg(lasted);
    case HealthFlag::Phantom:
        return tr("Current without energy (%1)").arg(lasted);
    case HealthFlag::SocFrozen:
        return tr("SOC does not move (%1)").arg(lasted);
    case HealthFlag::VoltageOutOfRange:
        return tr("Voltage out of range (%1)").arg(lasted);
    case HealthFlag::VoltageFluctuating:
        return tr("Voltage fluctuates (%1)").arg(lasted);
    }
    return {};
}

}  // namespace aftercharge
