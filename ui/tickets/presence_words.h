// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/domain/presence.h"
#include "ui/common/format.h"

namespace aftercharge {

class PeopleNames;

// What is said of colleagues.
class PresenceWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::PresenceWords)
public:
    // "Li Wei is looking", "Chen Min is editing a reply"; of oneself "You are looking at another desk".
    static QString doing(const Present &present, const OperatorName &me, const PeopleNames &people);
    // One or two letters for a small round picture: "LW", "陈".
    static QString initials(const QString &name);
    static QString lease(const LeaseHolder &holder, const OperatorName &me, const PeopleNames &people,
                         const Format &format);

private:
    static QString own(Doing doing);
};

}  // namespace aftercharge
