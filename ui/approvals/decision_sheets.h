// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include <QLabel>

#include "models/domain/claim.h"
#include "ui/common/desk_context.h"
#include "ui/common/sheet.h"

class QPlainTextEdit;

namespace aftercharge {

class Banner;

// The last question before another person's refund is approved; the amount is in the button.
// It approves what it showed: once the request differs, nothing can be approved from here.
class ApproveSheet : public Sheet {
    Q_OBJECT
public:
    ApproveSheet(DeskContext &context, QWidget *page);
    void ask(const Refund &refund);
    const Refund &refund() const { return refund_; }
    void say_changed();

Q_SIGNALS:
    void approved(const aftercharge::Refund &refund);
    // Somebody else was faster, or the request is another by now.
    void refused();

private:
    QString sentence(const Refund &refund, const QString &amount) const;
    void approve();

    DeskContext &context_;
    Refund refund_;
    QLabel *sentence_;
    Banner *trouble_;
};

// Back to the requester, with a reason that he will read.
class SendBackSheet : public Sheet {
    Q_OBJECT
public:
    SendBackSheet(DeskContext &context, QWidget *page);
    void ask(const Refund &refund);
    void ask(const Claim &claim);

Q_SIGNALS:
    void sentBack(const aftercharge::Refund &refund);
    void claimSentBack(const aftercharge::Claim &claim);

private:
    void ask(const QString &number, const OperatorName &requested_by, const QString &what_stays);
    void send_back();
    void refuse(const Error &error);

    DeskContext &context_;
    std::variant<Refund, Claim> asked_;
    QLabel *sentence_;
    QPlainTextEdit *reason_;
    Banner *trouble_;
};

}  // namespace aftercharge
