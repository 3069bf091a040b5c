// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QtCore/QCoreApplication>

#include "models/domain/device_event.h"

namespace aftercharge {

// What a charge point reported, in the reader's language. Where its own words are evidence (a
// fault's code, the vendor's text) they follow in brackets, word for word.
class DeviceWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::DeviceWords)
public:
    // Of a device event's detail as the workflows write it; one that is not known stays as it is.
    static QString detail(DeviceEventKind kind, const std::string &detail);
    // "Faulted GroundFailure ISO-FAULT low" → "Insulation fault (GroundFailure ISO-FAULT low)".
    static QString status(const QString &report);
    // An error code of OCPP 1.6; the code itself where there is no word for it.
    static QString error(const QString &code);

private:
    static QString connected(const QString &text);
    static QString disconnected(const QString &text);
    static QString card(const QString &text);
    static QString start(const QString &text);
    static QString stop(const QString &text);
    static QString suspect(const QString &text);
};

}  // namespace aftercharge
