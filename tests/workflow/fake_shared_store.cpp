// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/fake_shared_store.h"

namespace aftercharge {
namespace {

Error away()
{
    return Error{ErrorCode::StoreUnreachable, "away"};
}

}  // namespace

class FakeGate final : public DeskGate {
public:
    explicit FakeGate(FakeSharedStore &store) : store_(store) {}

    Result<void> submit(const Uuid &id, DecisionVerb verb, const std::string &subject,
                        const std::string &arguments) override
    {
        return store_.hand_in(id, verb, subject, arguments, "submit " + std::string(to_text(verb)));
    }
    Result<void> approve_refund(const Uuid &id, const RefundNo &refund_no, const Money &amount) override
    {
        return store_.hand_in(id, DecisionVerb::ApproveRefund, refund_no.text(), {},
                              "approve_refund " + refund_no.text() + " " + amount.to_text());
    }
    Result<void> approve_claim(const Uuid &id, const ClaimNo &claim_no, const Money &up_to) override
    {
        return store_.hand_in(id, DecisionVerb::ApproveClaim, claim_no.text(), {},
                              "approve_claim " + claim_no.text() + " " + up_to.to_text());
    }
    Result<void> approve_batch(const Uuid &id, const BatchNo &batch_no, const Money &total) override
    {
        return store_.hand_in(id, DecisionVerb::ApproveBatch, batch_no.text(), {},
                              "approve_batch " + batch_no.text() + " " + total.to_text());
    }
    Result<void> add_operator(const Uuid &id, const Operator &person, const std::string &verifier) override
    {
        return store_.hand_in(id, DecisionVerb::AddOperator, person.name.text(), verifier,
                              "add_operator " + person.name.text());
    }
    Result<void> set_operator_limit(const Uuid &id, const OperatorName &name,
                                    const std::optional<Money> &limit) override
    {
        return store_.hand_in(id, DecisionVerb::SetOperatorLimit, name.text(), {},
                              "set_operator_limit " + name.text() + (limit ? " " + limit->to_text() : ""));
    }
    Result<void> disable_operator(const Uuid &id, const OperatorName &name) override
    {
        return store_.hand_in(id, DecisionVerb::DisableOperator, name.text(), {}, "disable_operator " + name.text());
    }
    Result<void> set_password(const OperatorName & /*name*/, const std::string & /*verifier*/) override { return {}; }
    Result<UtcTime> note_presence(const std::string & /*subject*/, Doing /*doing*/, const Uuid & /*desk*/) override
    {
        return UtcTime{};
    }
    Result<void> leave(const std::string & /*subject*/, const Uuid & /*desk*/) override { return {}; }
    Result<UtcTime> take_money_lease(const OrderNo & /*order_no*/, const Uuid & /*desk*/) override { return UtcTime{}; }
    Result<void> drop_money_lease(const OrderNo & /*order_no*/, const Uuid & /*desk*/) override { return {}; }
    Result<std::string> feed_token() override { return std::string("token"); }

private:
    FakeSharedStore &store_;
};

class FakeReader final : public DecisionReader {
public:
    explicit FakeReader(FakeSharedStore &store) : store_(store) {}
    Result<std::optional<SubmittedDecision>> find(const Uuid &id) override { return store_.find(id); }
    Result<std::int64_t> waiting() override { return 0; }
    Result<std::vector<DaemonRow>> daemons(UtcTime /*seen_since*/) override { return std::vector<DaemonRow>{}; }

private:
    FakeSharedStore &store_;
};

class FakeOutbox final : public OutboxReader {
public:
    explicit FakeOutbox(FakeSharedStore &store) : store_(store) {}
    Result<std::int64_t> waiting() override { return 0; }
    Result<std::optional<Effect>> find(const Uuid &id) override { return store_.effect(id); }
    Result<std::optional<Effect>> find(EffectKind /*kind*/, std::string_view /*key*/) override
    {
        return std::optional<Effect>{};
    }
    Result<std::optional<UtcTime>> next_for_gateways() override { return std::optional<UtcTime>{}; }
    Result<std::vector<Notice>> notices(const OrderNo & /*order_no*/) override { return std::vector<Notice>{}; }
    Result<std::vector<Notice>> notices_since(UtcTime /*from*/, int /*limit*/) override
    {
        return std::vector<Notice>{};
    }

private:
    FakeSharedStore &store_;
};

namespace {

class FakeLine final : public DecisionLine {
public:
    explicit FakeLine(FakeSharedStore &store) : gate_(store), reader_(store), outbox_(store) {}
    DeskGate &gate() override { return gate_; }
    DecisionReader &decisions() override { return reader_; }
    OutboxReader &outbox() override { return outbox_; }

private:
    FakeGate gate_;
    FakeReader reader_;
    FakeOutbox outbox_;
};

}  // namespace

std::unique_ptr<DecisionLine> FakeSharedStore::line()
{
    return std::make_unique<FakeLine>(*this);
}

void FakeSharedStore::set_daemon(std::function<Result<std::string>(const SubmittedDecision &)> daemon)
{
    with([&] { daemon_ = std::move(daemon); });
}

Result<void> FakeSharedStore::hand_in(const Uuid &id, DecisionVerb verb, const std::string &subject,
                                      const std::string &arguments, const std::string &what)
{
    const std::lock_guard lock(mutex_);
    if (away_)
        return tl::unexpected(away());
    attempts_.push_back({id, what});
    if (refusal_)
        return tl::unexpected(*refusal_);
    SubmittedDecision row;
    row.id = id;
    row.verb = verb;
    row.subject = subject;
    row.arguments = arguments;
    const auto [there, is_new] = rows_.emplace(id, row);
    if (!is_new && (there->second.verb != verb || there->second.arguments != arguments))
        return fail(ErrorCode::StoreConflict, "another decision has this id");
    if (answers_to_lose_ > 0) {
        --answers_to_lose_;
        return tl::unexpected(away());
    }
    return {};
}

Result<std::optional<SubmittedDecision>> FakeSharedStore::find(const Uuid &id)
{
    const std::lock_guard lock(mutex_);
    if (away_)
        return tl::unexpected(away());
    const auto found = rows_.find(id);
    if (found == rows_.end())
        return std::optional<SubmittedDecision>{};
    SubmittedDecision &row = found->second;
    if (daemon_ && !row.done_at) {
        const Result<std::string> outcome = daemon_(row);
        row.done_at = UtcTime{};
        if (outcome) {
            row.outcome = *outcome;
        } else {
            row.refusal_code = code_text(outcome.error().code);
            row.refusal_detail = outcome.error().detail;
        }
    }
    return std::optional(row);
}

Result<std::optional<Effect>> FakeSharedStore::effect(const Uuid &id)
{
    const std::lock_guard lock(mutex_);
    if (away_)
        return tl::unexpected(away());
    const auto found = effects_.find(id);
    return found == effects_.end() ? std::optional<Effect>{} : std::optional(found->second);
}

}  // namespace aftercharge
