// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_complainers.h"

#include "app/console/demo/demo_cast.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge::demo {
namespace {

struct Words {
    const char *role;
    const char *reason;
    const char *text;
};
constexpr Words complaints[] = {
    {"fast_meter", "多扣费", "显示充了 9 度电，车里只多了 6 度多，请核对电表。"},
    {"rejected", "多扣费", "感觉比平时贵，请退款。"},
    {"dear", "充电中断", "Charging was slow and cost more than announced."},
    {"normal", "提前结束", "It stopped before my battery was full."},
};

}  // namespace

Complainers::Complainers(Stage &stage) : stage_(stage)
{
    connect(&stage_.host().feed(), &LiveFeed::sessionsChanged, this, [this](const QList<SessionView> &sessions) {
        for (const SessionView &session : sessions)
            look_at(session);
    });
}

Complainers::~Complainers() = default;

void Complainers::look_at(const SessionView &session)
{
    if (session.state != OrderState::Payed || clients_.contains(session.order_no.text()))
        return;
    for (const Words &words : complaints) {
        if (player(words.role).charge_point == session.connector.charge_point_id.text())
            complain(session.order_no, QString::fromUtf8(words.reason), QString::fromUtf8(words.text));
    }
}

void Complainers::complain(const OrderNo &order_no, const QString &reason, const QString &text)
{
    clients_.emplace(order_no.text(), nullptr);
    stage_.host()
        .engine()
        .run([order_no](Work &work) {
            return issue_customer_token(work, order_no, {Source::System, "demo"});
        })
        .then(this, [this, order_no, reason, text](const Result<std::string> &token) {
            if (!token)
                return;
            const QUrl url(QStringLiteral("ws://127.0.0.1:%1/").arg(stage_.host().customer_port()));
            auto client = std::make_unique<sim::CustomerClient>(url, QByteArray::fromStdString(*token));
            client->open();
            client->complain({QString::fromStdString(order_no.text()), reason, text});
            clients_[order_no.text()] = std::move(client);
        });
}

}  // namespace aftercharge::demo
