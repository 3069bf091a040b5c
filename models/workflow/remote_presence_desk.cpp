// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/remote_presence_desk.h"

namespace aftercharge {

Answered<std::vector<Present>> RemotePresenceDesk::note_presence(const std::string &subject, Doing doing)
{
    using Others = Result<std::vector<Present>>;
    auto promise = std::make_shared<QPromise<Others>>();
    promise->start();
    const auto answer = [promise](const Others &others) {
        promise->addResult(others);
        promise->finish();
    };
    const auto see_others = [&reads = reads_, subject, login = desk_.who(), desk = desk_id_,
                             answer](const Result<UtcTime> &noted) {
        if (!noted)
            return answer(pass_on(noted));
        // The server's time, whatever this machine's clock says.
        const UtcTime now = *noted - presence_lives;
        const auto look = [subject, login, desk, now](LedgerReader &ledger, TelemetryReader &) {
            Others there = ledger.presence().of(subject, now);
            if (there)
                std::erase_if(*there, [&](const Present &one) { return one.login == login && one.desk == desk; });
            return there;
        };
        reads.run(look).then(QtFuture::Launch::Sync, answer);
    };
    sender_.ask([subject, doing, desk = desk_id_](DeskGate &gate) { return gate.note_presence(subject, doing, desk); })
        .then(QtFuture::Launch::Sync, see_others);
    return promise->future();
}

Answered<void> RemotePresenceDesk::leave(const std::string &subject)
{
    return sender_.ask([subject, desk = desk_id_](DeskGate &gate) { return gate.leave(subject, desk); });
}

Answered<MoneyLease> RemotePresenceDesk::take_money_lease(const OrderNo &order_no)
{
    return sender_.ask([order_no, login = desk_.who(), desk = desk_id_](DeskGate &gate) {
        return gate.take_money_lease(order_no, desk).map([&](UtcTime until) {
            return MoneyLease{order_no, login, desk, until};
        });
    });
}

Answered<void> RemotePresenceDesk::drop_money_lease(const OrderNo &order_no)
{
    return sender_.ask([order_no, desk = desk_id_](DeskGate &gate) { return gate.drop_money_lease(order_no, desk); });
}

}  // namespace aftercharge
