// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

#include "models/domain/error.h"

namespace aftercharge {

// Why a store did not open, and what to do: at a shared store the same codes mean other things.
class LoginWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::LoginWords)
public:
    static QString of_local(const Error &error);
    static QString of_shared(const Error &error);
};

}  // namespace aftercharge
