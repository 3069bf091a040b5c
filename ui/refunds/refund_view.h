// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "models/workflow/explain_order.h"
#include "ui/common/desk_context.h"

class QLabel;

namespace aftercharge {

class BasisView;
class FactList;
class KpiTile;

// One refund as the requester saw it: what was paid, what went back before, this amount and
// what stays, then its basis word for word, then who asked, who approved, and the proof.
class RefundView : public QWidget {
    Q_OBJECT
public:
    explicit RefundView(DeskContext &context, QWidget *parent = nullptr);

    void show_refund(const Refund &refund);
    const std::optional<Refund> &refund() const { return refund_; }

private:
    void show_figures(const Refund &refund, const OrderExplanation &order);

    DeskContext &context_;
    std::optional<Refund> refund_;
    KpiTile *paid_;
    KpiTile *before_;
    KpiTile *amount_;
    KpiTile *stays_;
    QLabel *trouble_;
    BasisView *basis_;
    FactList *facts_;
};

}  // namespace aftercharge
