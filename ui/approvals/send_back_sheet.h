// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/approvals/approval_entry.h"
#include "ui/common/desk_context.h"
#include "ui/common/sheet.h"

class QLabel;
class QPlainTextEdit;

namespace aftercharge {

class Banner;

// Back to the requester, with a reason that he will read. Ctrl+Enter sends it.
class SendBackSheet : public Sheet {
    Q_OBJECT
public:
    SendBackSheet(DeskContext &context, QWidget *page);
    void ask(const ApprovalEntry &entry);

Q_SIGNALS:
    // What was asked about; it has gone back.
    void sentBack(const aftercharge::ApprovalEntry &entry);
    void refused();

private:
    void send_back();
    template<typename Row>
    void answered(const Result<Row> &result);

    DeskContext &context_;
    ApprovalEntry asked_;
    QLabel *sentence_;
    QPlainTextEdit *reason_;
    Banner *trouble_;
};

}  // namespace aftercharge
