// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

#include "models/item/ticket_queue_model.h"

namespace aftercharge {

// Puts the queue's rows into words, for the delegate and for screen readers.
class QueueText : public QIdentityProxyModel {
    Q_OBJECT
public:
    enum Role {
        TitleRole = Qt::UserRole + 200,
        NumberRole,   // "T-20931"
        ContextRole,  // "C…0104 · CP-0733/1"
        DueRole,      // "12 min"
        SourceRole,
    };

    explicit QueueText(TicketQueueModel *model, QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
    const TicketQueueModel &tickets() const { return *model_; }

private:
    TicketQueueModel *model_;
};

}  // namespace aftercharge
