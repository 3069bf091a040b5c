// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/remote/remote_complainers.h"

namespace aftercharge::demo {
namespace {

using namespace std::chrono_literals;

struct Words {
    const char *role;
    const char *reason;
    const char *text;
};
constexpr Words complaints[] = {
    {"fast_meter", "多扣费", "显示充了 20 多度电，车里只多了 18 度，请核对电表。"},
    {"dear", "充电中断", "Charging was slow and cost more than announced."},
    {"rejected", "多扣费", "感觉比平时贵，请退款。"},
    {"normal", "提前结束", "It stopped before my battery was full."},
};
// Long enough to have decided about the one before.
constexpr std::chrono::milliseconds first_after = 5s;
constexpr std::chrono::milliseconds next_after = 25s;

}  // namespace

RemoteComplainers::RemoteComplainers(RemoteStage &stage) : stage_(stage)
{
    timer_.setSingleShot(true);
    timer_.callOnTimeout([this] { complain_next(); });
    timer_.start(first_after);
}

RemoteComplainers::~RemoteComplainers() = default;

void RemoteComplainers::complain_next()
{
    const Words &words = complaints[next_++];
    const OrderNo &order_no = stage_.network().earlier_order(words.role);
    if (const auto token = stage_.network().customer_token(order_no)) {
        const QUrl url(QStringLiteral("ws://127.0.0.1:%1/").arg(stage_.daemon().customer_port()));
        clients_.push_back(std::make_unique<sim::CustomerClient>(url, QByteArray::fromStdString(*token)));
        clients_.back()->open();
        clients_.back()->complain(
            {QString::fromStdString(order_no.text()), QString::fromUtf8(words.reason), QString::fromUtf8(words.text)});
    }
    if (next_ < std::size(complaints))
        timer_.start(next_after);
}

}  // namespace aftercharge::demo
