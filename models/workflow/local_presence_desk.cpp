// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/local_presence_desk.h"

namespace aftercharge {

Answered<std::vector<Present>> LocalPresenceDesk::note_presence(const std::string &subject, Doing doing)
{
    return engine_.run([subject, doing, person = person()](Work &work) {
        return aftercharge::note_presence(work, subject, doing, person);
    });
}

Answered<void> LocalPresenceDesk::leave(const std::string &subject)
{
    return engine_.run(
        [subject, person = person()](Work &work) { return aftercharge::leave_presence(work, subject, person); });
}

Answered<MoneyLease> LocalPresenceDesk::take_money_lease(const OrderNo &order_no)
{
    return engine_.run(
        [order_no, person = person()](Work &work) { return aftercharge::take_money_lease(work, order_no, person); });
}

Answered<void> LocalPresenceDesk::drop_money_lease(const OrderNo &order_no)
{
    return engine_.run(
        [order_no, person = person()](Work &work) { return aftercharge::drop_money_lease(work, order_no, person); });
}

}  // namespace aftercharge
