// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tickets/goods_sheet.h"

class QLineEdit;
class QRadioButton;

namespace aftercharge {

// A refund that failed at the gateway: why, in its words and in ours; and the two ways on: again
// through the gateway, or paid by a person, with the proof of it.
class FailedRefundSheet : public GoodsSheet {
    Q_OBJECT
public:
    FailedRefundSheet(DeskContext &context, std::shared_ptr<const GoodsDossier> goods, const Refund &refund,
                      const Format &format, QWidget *page);

    QRadioButton *retry_choice() const { return retry_; }
    QRadioButton *hand_choice() const { return by_hand_; }
    QLineEdit *proof_edit() const { return proof_; }

private:
    void build();
    void show_state();
    void send();

    std::shared_ptr<const GoodsDossier> goods_;
    Refund refund_;
    QRadioButton *retry_;
    QRadioButton *by_hand_;
    QLineEdit *proof_;
    QWidget *proof_field_ = nullptr;
};

}  // namespace aftercharge
