// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journey/journey_customer.h"

#include "models/workflow/registry_changes.h"

namespace aftercharge {

JourneyCustomer::JourneyCustomer(JourneyDesk &desk, const OrderNo &order_no)
{
    const auto token = desk.host()
                           .engine()
                           .run([order_no](Work &work) {
                               return issue_customer_token(work, order_no, {Source::System, "journey"});
                           })
                           .result();
    if (!token)
        return;
    const QUrl url(QStringLiteral("ws://127.0.0.1:%1/").arg(desk.host().customer_port()));
    client_ = std::make_unique<sim::CustomerClient>(url, QByteArray::fromStdString(*token));
    QObject::connect(client_.get(), &sim::CustomerClient::ticketOpened, client_.get(),
                     [this](const QString &number) { ticket_no_ = number; });
    QObject::connect(
        client_.get(), &sim::CustomerClient::noticeReceived, client_.get(), [this](const QJsonObject &notice) {
            notices_.insert(notice.value(QStringLiteral("kind")).toString(),
                            notice.value(QStringLiteral("text")).toObject().value(QStringLiteral("zh_CN")).toString());
        });
    client_->open();
}

void JourneyCustomer::complain(const QString &reason, const QString &text)
{
    if (client_)
        client_->complain({{}, reason, text});
}

}  // namespace aftercharge
