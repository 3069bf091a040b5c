// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/notice.h"

namespace aftercharge {

// The sentence that the customer reads, in both languages of the product (UTF-8). The one place
// where it is made: the customer channel, the desk's dossier and other channels all say the same.
struct NoticeText {
    std::string zh_cn;
    std::string en;
    friend bool operator==(const NoticeText &, const NoticeText &) = default;
};

// Values used where they are there: amount, fee, returned, owed, prepaid (decimal texts) with
// currency; ticket_no, refund_no, reason. Without them the sentence is shorter, never wrong.
NoticeText notice_text(const Notice &notice);

}  // namespace aftercharge
