// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_presence_desk.h"

#include <algorithm>

#include "tests/support/fake_desk_service.h"

namespace aftercharge {

FakePresenceDesk::FakePresenceDesk()
{
    on_note = [this](const std::string &subject, Doing) { return answered<std::vector<Present>>(others[subject]); };
    on_take = [this](const OrderNo &order_no) {
        const auto held = holders.find(order_no);
        if (held != holders.end())
            return answered<MoneyLease>(tl::unexpected(lease_held(held->second.login, held->second.until)));
        return answered<MoneyLease>(MoneyLease{order_no, {}, {}, now + money_lease_lives});
    };
}

void FakePresenceDesk::arrives(const std::string &subject, const char *login, Doing doing)
{
    leaves(subject, login);
    others[subject].push_back({subject, OperatorName::from_text(login).value(), {}, doing, now + presence_lives});
}

void FakePresenceDesk::leaves(const std::string &subject, const char *login)
{
    std::erase_if(others[subject], [&](const Present &one) { return one.login.text() == login; });
}

bool FakePresenceDesk::called(const std::string &beginning) const
{
    return times(beginning) > 0;
}

int FakePresenceDesk::times(const std::string &beginning) const
{
    return static_cast<int>(std::count_if(calls.begin(), calls.end(),
                                          [&](const std::string &call) { return call.rfind(beginning, 0) == 0; }));
}

Answered<std::vector<Present>> FakePresenceDesk::note_presence(const std::string &subject, Doing doing)
{
    calls.push_back("note_presence " + subject + ' ' + std::string(to_text(doing)));
    return on_note(subject, doing);
}

Answered<void> FakePresenceDesk::leave(const std::string &subject)
{
    calls.push_back("leave " + subject);
    return answered<void>(Result<void>());
}

Answered<MoneyLease> FakePresenceDesk::take_money_lease(const OrderNo &order_no)
{
    calls.push_back("take_money_lease " + order_no.text());
    return on_take(order_no);
}

Answered<void> FakePresenceDesk::drop_money_lease(const OrderNo &order_no)
{
    calls.push_back("drop_money_lease " + order_no.text());
    return answered<void>(Result<void>());
}

}  // namespace aftercharge
