// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/format.h"

namespace aftercharge {

// What a person types: the currency's sign and grouping are no mistakes.
inline Result<Money> typed_amount(QString text, const Currency &currency)
{
    text.remove(Format::currency_sign(currency)).remove(u'￥').remove(u',').remove(QChar(0x00A0));
    return Money::from_text(text.trimmed().toStdString(), currency);
}

}  // namespace aftercharge
