// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

#include "models/domain/time.h"
#include "models/item/cell_roles.h"

namespace aftercharge {

struct DeskContext;

// How long a request still waits for its approval, in words and in a tone.
class ExpiryWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::ExpiryWords)
public:
    // "expires in 3 h": cut to what is certain, never rounded up.
    static QString text(Duration left);
    static Tone tone(Duration left);  // amber from 4 h on
    // The desk's clock, or the computer's own.
    static UtcTime now(const DeskContext &context);
};

}  // namespace aftercharge
