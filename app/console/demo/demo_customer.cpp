// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_customer.h"

#include <algorithm>

#include "models/workflow/registry_changes.h"

namespace aftercharge::demo {

DemoCustomer::DemoCustomer(std::uint16_t port, QByteArray token)
    : client_(
          std::make_unique<sim::CustomerClient>(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(port)), std::move(token)))
{
    QObject::connect(client_.get(), &sim::CustomerClient::ticketOpened, client_.get(), [this](const QString &number) {
        const std::lock_guard lock(mutex_);
        ticket_no_ = number.toStdString();
    });
    QObject::connect(client_.get(), &sim::CustomerClient::noticeReceived, client_.get(),
                     [this](const QJsonObject &notice) {
                         const std::lock_guard lock(mutex_);
                         notices_.emplace_back(notice.value(QStringLiteral("kind")).toString().toStdString(),
                                               notice.value(QStringLiteral("text"))
                                                   .toObject()
                                                   .value(QStringLiteral("zh_CN"))
                                                   .toString()
                                                   .toStdString());
                     });
    client_->open();
}

Result<std::unique_ptr<DemoCustomer>> DemoCustomer::connect(Stage &stage, const OrderNo &order_no)
{
    const auto token = stage.host()
                           .engine()
                           .run([order_no](Work &work) {
                               return issue_customer_token(work, order_no, {Source::System, "demo"});
                           })
                           .result();
    if (!token)
        return pass_on(token);
    std::unique_ptr<DemoCustomer> customer;
    stage.on_ui([&] {
        customer = std::make_unique<DemoCustomer>(stage.host().customer_port(), QByteArray::fromStdString(*token));
    });
    return customer;
}

void DemoCustomer::complain(const std::string &reason, const std::string &text)
{
    complain({{}, QString::fromStdString(reason), QString::fromStdString(text)});
}

void DemoCustomer::complain(const sim::Complaint &complaint)
{
    QMetaObject::invokeMethod(
        client_.get(), [this, complaint] { client_->complain(complaint); }, Qt::BlockingQueuedConnection);
}

std::string DemoCustomer::ticket_no() const
{
    const std::lock_guard lock(mutex_);
    return ticket_no_;
}

std::string DemoCustomer::sentence(const std::string &kind) const
{
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(notices_, kind, &std::pair<std::string, std::string>::first);
    return found == notices_.end() ? std::string{} : found->second;
}

bool DemoCustomer::heard(const std::string &kind) const
{
    const std::lock_guard lock(mutex_);
    return std::ranges::find(notices_, kind, &std::pair<std::string, std::string>::first) != notices_.end();
}

}  // namespace aftercharge::demo
