// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/item/live_event.h"

namespace aftercharge {

class Format;

// What happened, as a sentence for the list of events.
class EventWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::EventWords)
public:
    static QString sentence(const LiveEvent &event, const Format &format);

private:
    static QString stopped(const LiveEvent &event, const Format &format);
    static QString device(const LiveEvent &event);
};

}  // namespace aftercharge
