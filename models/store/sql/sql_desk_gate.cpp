// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_desk_gate.h"

#include "models/store/sql/query.h"

namespace aftercharge {
namespace {

class SqlDeskGate final : public DeskGate {
public:
    explicit SqlDeskGate(std::unique_ptr<Database> database) : database_(std::move(database)) {}

    Result<void> submit(const Uuid &id, DecisionVerb verb, const std::string &subject,
                        const std::string &arguments) override
    {
        return hand_in(QStringLiteral("submit_decision(?, ?, ?, ?)"), id, verb, subject, arguments);
    }

    Result<void> approve_refund(const Uuid &id, const RefundNo &refund_no, const Money &amount) override
    {
        return hand_in(QStringLiteral("approve_refund(?, ?, ?)"), id, refund_no, amount);
    }
    Result<void> approve_claim(const Uuid &id, const ClaimNo &claim_no, const Money &up_to) override
    {
        return hand_in(QStringLiteral("approve_claim(?, ?, ?)"), id, claim_no, up_to);
    }
    Result<void> approve_batch(const Uuid &id, const BatchNo &batch_no, const Money &total) override
    {
        return hand_in(QStringLiteral("approve_batch(?, ?, ?)"), id, batch_no, total);
    }

    Result<void> add_operator(const Uuid &id, const Operator &person, const std::string &verifier) override
    {
        return hand_in(QStringLiteral("add_operator(?, ?, ?, ?, ?, ?)"), id, person.name, person.display_name,
                       person.role, person.approval_limit, verifier);
    }
    Result<void> set_operator_limit(const Uuid &id, const OperatorName &name,
                                    const std::optional<Money> &limit) override
    {
        return hand_in(QStringLiteral("set_operator_limit(?, ?, ?)"), id, name, limit);
    }
    Result<void> disable_operator(const Uuid &id, const OperatorName &name) override
    {
        return hand_in(QStringLiteral("disable_operator(?, ?)"), id, name);
    }
    Result<void> set_password(const OperatorName &name, const std::string &verifier) override
    {
        return call(QStringLiteral("set_operator_password(?, ?)"), name, verifier);
    }

    Result<UtcTime> note_presence(const std::string &subject, Doing doing, const Uuid &desk) override
    {
        return value<UtcTime>(QStringLiteral("note_presence(?, ?, ?)"), subject, doing, desk);
    }
    Result<void> leave(const std::string &subject, const Uuid &desk) override
    {
        return call(QStringLiteral("leave_presence(?, ?)"), subject, desk);
    }
    Result<UtcTime> take_money_lease(const OrderNo &order_no, const Uuid &desk) override
    {
        return value<UtcTime>(QStringLiteral("take_money_lease(?, ?)"), order_no, desk);
    }
    Result<void> drop_money_lease(const OrderNo &order_no, const Uuid &desk) override
    {
        return call(QStringLiteral("drop_money_lease(?, ?)"), order_no, desk);
    }

    Result<std::string> feed_token() override { return value<std::string>(QStringLiteral("feed_token()")); }

private:
    // Outside of a unit of work a statement is a transaction of its own, durable when it answers.
    template<typename... Arguments>
    Result<void> call(const QString &function, const Arguments &...arguments)
    {
        Query query(*database_, QStringLiteral("SELECT desk.") + function);
        return query.bind(arguments...).next().map([](bool) {});
    }
    template<typename T, typename... Arguments>
    Result<T> value(const QString &function, const Arguments &...arguments)
    {
        Query query(*database_, QStringLiteral("SELECT desk.") + function);
        const Result<bool> answered = query.bind(arguments...).next();
        if (!answered)
            return pass_on(answered);
        T value{};
        query.read(value);
        if (!query.is_understood())
            return tl::unexpected(query.misunderstood());
        return value;
    }
    // Where it stands (WAITING, DONE, REFUSED) is read from its row, by whoever waits for it.
    template<typename... Arguments>
    Result<void> hand_in(const QString &function, const Uuid &id, const Arguments &...arguments)
    {
        return call(function, id, arguments...);
    }

    std::unique_ptr<Database> database_;
};

}  // namespace

Result<std::unique_ptr<DeskGate>> open_desk_gate(const SharedLocation &location)
{
    auto database = connect_shared(location, SharedRole::Desk, SharedSchema::Desk, Access::ReadWrite);
    if (!database)
        return pass_on(database);
    return std::make_unique<SqlDeskGate>(std::move(*database));
}

}  // namespace aftercharge
