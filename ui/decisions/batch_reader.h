// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "models/workflow/approval_desk.h"

namespace aftercharge {

// Reads one batch, and again and again while its rows are being carried out.
class BatchReader : public QObject {
    Q_OBJECT
public:
    explicit BatchReader(ApprovalDesk &desk, QObject *parent = nullptr);

    void read(const BatchNo &batch_no);
    void read_again();
    // Also while it does not look so yet: its approval is under way.
    void set_watching(bool watching);
    void forget();
    // Of the batch that was last asked for; nothing until it was read.
    const std::optional<BatchView> &view() const { return view_; }

Q_SIGNALS:
    void came();
    void failed(const aftercharge::Error &error);

private:
    void take(const BatchView &view);

    ApprovalDesk &desk_;
    BatchNo batch_no_;
    std::optional<BatchView> view_;
    QTimer again_;
    bool watching_ = false;
};

// Approved, and some of its rows have no result yet.
bool is_being_carried_out(const RefundBatch &batch);

}  // namespace aftercharge
