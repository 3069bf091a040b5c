// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

#include "models/domain/error.h"

namespace aftercharge {

// What happened and what to do about it, for a person. The detail of an error is English and
// for the log; it is added in brackets only where it names the thing that is meant.
class ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::ErrorWords)
public:
    static QString sentence(const Error &error);

private:
    static QString of_store(ErrorCode code);
    static QString of_money(ErrorCode code);
    static QString of_work(ErrorCode code);
    static QString of_goods(ErrorCode code);
    static QString of_network(ErrorCode code);
    static bool names_what(ErrorCode code);  // of goods: the detail says which line, field or word
};

}  // namespace aftercharge
