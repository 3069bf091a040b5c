// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/note_presence.h"

#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

// One unit of work; nothing of it is audited, for nothing rests on it.
template<typename Write>
Result<void> write_presence(Work &work, Write write)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (auto written = write((*unit)->presence()); !written)
        return written;
    return (*unit)->commit();
}

}  // namespace

Result<std::vector<Present>> note_presence(Work &work, const std::string &subject, Doing doing,
                                           const DeskPerson &person)
{
    if (const auto checked = check_id_text(subject); !checked)
        return pass_on(checked);
    if (const auto who = permitted_operator(work.ledger.reader().registry(), person.login, Right::OpenTickets); !who)
        return pass_on(who);
    const UtcTime now = work.clock.now();
    const auto noted = write_presence(work, [&](PresenceWriter &presence) {
        return presence.note({subject, person.login, person.desk, doing, now + presence_lives}, now);
    });
    if (!noted)
        return pass_on(noted);
    auto there = work.ledger.reader().presence().of(subject, now);
    if (there)
        std::erase_if(*there, [&](const Present &one) { return one.login == person.login && one.desk == person.desk; });
    return there;
}

Result<void> leave_presence(Work &work, const std::string &subject, const DeskPerson &person)
{
    return write_presence(work,
                          [&](PresenceWriter &presence) { return presence.leave(subject, person.login, person.desk); });
}

Result<MoneyLease> take_money_lease(Work &work, const OrderNo &order_no, const DeskPerson &person)
{
    if (order_no.is_empty())
        return fail(ErrorCode::InputInvalid, "no order");
    if (const auto who = permitted_operator(work.ledger.reader().registry(), person.login, Right::DecideTickets); !who)
        return pass_on(who);
    const UtcTime now = work.clock.now();
    const MoneyLease lease{order_no, person.login, person.desk, now + money_lease_lives};
    const auto taken = write_presence(work, [&](PresenceWriter &presence) { return presence.take(lease, now); });
    if (!taken)
        return pass_on(taken);
    return lease;
}

Result<void> drop_money_lease(Work &work, const OrderNo &order_no, const DeskPerson &person)
{
    return write_presence(work,
                          [&](PresenceWriter &presence) { return presence.drop(order_no, person.login, person.desk); });
}

}  // namespace aftercharge
