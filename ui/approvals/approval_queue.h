// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QObject>

#include "ui/approvals/approval_entry.h"
#include "ui/common/desk_context.h"

namespace aftercharge {

// Everything that waits, read as a whole: refunds that are no rows of a batch, claims, batches;
// and the newest batches that are decided.
class ApprovalQueue : public QObject {
    Q_OBJECT
public:
    explicit ApprovalQueue(DeskContext &context, QObject *parent = nullptr);

    // Asked for while it is being read, it is read once more then.
    void refresh();
    bool is_reading() const { return reading_; }

    // What waits, the one that expires first at the top.
    const std::vector<ApprovalEntry> &waiting() const { return shown_.waiting; }
    const std::vector<ApprovalEntry> &decided() const { return shown_.decided; }  // batches, newest first
    std::chrono::milliseconds life() const { return shown_.life; }

Q_SIGNALS:
    void came();
    void failed(const aftercharge::Error &error);

private:
    struct Rows {
        std::vector<ApprovalEntry> waiting;
        std::vector<ApprovalEntry> decided;
        std::chrono::milliseconds life = default_approval_life;
    };

    void read_refunds(const std::string &after);
    void read_claims(const std::string &after);
    void count_batches();
    void read_batches(const std::string &after, std::int64_t still_waiting);
    void read_rules();
    void read_votes(std::size_t from);
    void finish();
    void fail(const Error &error);

    DeskContext &context_;
    Rows shown_;
    Rows coming_;
    bool reading_ = false;
    bool again_ = false;
};

}  // namespace aftercharge
