// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/decision_sender.h"

#include <QtCore/QSemaphore>

#include "models/store/scram_verifier.h"
#include "models/workflow/decision_worker.h"

namespace aftercharge {
namespace {

using Submit = std::function<Result<void>(DeskGate &, const Uuid &)>;

// The gate's function for a decision; its arguments are made once, so that handed in again they
// are the same.
struct SubmitOf {
    const Decision &decision;

    Result<Submit> operator()(const decision::ApproveRefund &made) const
    {
        return [made](DeskGate &gate, const Uuid &id) { return gate.approve_refund(id, made.refund_no, made.amount); };
    }
    Result<Submit> operator()(const decision::ApproveClaim &made) const
    {
        return [made](DeskGate &gate, const Uuid &id) { return gate.approve_claim(id, made.claim_no, made.up_to); };
    }
    Result<Submit> operator()(const decision::ApproveBatch &made) const
    {
        return [made](DeskGate &gate, const Uuid &id) { return gate.approve_batch(id, made.batch_no, made.total); };
    }
    Result<Submit> operator()(const decision::AddOperator & /*made*/) const
    {
        return fail(ErrorCode::InputInvalid, "a person needs a password here");
    }
    Result<Submit> operator()(const decision::SetOperatorLimit &made) const
    {
        return [made](DeskGate &gate, const Uuid &id) { return gate.set_operator_limit(id, made.name, made.limit); };
    }
    Result<Submit> operator()(const decision::DisableOperator &made) const
    {
        return [made](DeskGate &gate, const Uuid &id) { return gate.disable_operator(id, made.name); };
    }
    template<typename T>
    Result<Submit> operator()(const T & /*made*/) const
    {
        const DecisionVerb verb = verb_of(decision);
        std::string arguments = arguments_of(decision);
        if (arguments.size() > most_argument_bytes(verb))
            return fail(ErrorCode::InputInvalid, "longer than a decision of this kind may be");
        return [verb, subject = subject_of(decision), arguments = std::move(arguments)](
                   DeskGate &gate, const Uuid &id) { return gate.submit(id, verb, subject, arguments); };
    }
};

bool is_command(DecisionVerb verb)
{
    return verb == DecisionVerb::StopCharging || verb == DecisionVerb::UnlockConnector ||
           verb == DecisionVerb::ResetChargePoint;
}

Answered<std::string> at_once(const Error &error)
{
    return QtFuture::makeReadyFuture(Result<std::string>(tl::unexpected(error)));
}

}  // namespace

DecisionSender::DecisionSender(const Clock &clock, Random &random, const SenderTimes &times, QObject *parent)
    : QObject(parent), clock_(clock), random_(random), times_(times)
{
    thread_.setObjectName(QStringLiteral("decisions"));
}

DecisionSender::~DecisionSender()
{
    stop();
}

Result<void> DecisionSender::start(Open open)
{
    auto worker = std::make_shared<Worker>(*this);
    worker->moveToThread(&thread_);
    thread_.start();
    Result<void> outcome;
    QSemaphore opened;
    QMetaObject::invokeMethod(worker.get(), [&] {
        outcome = worker->open(open);
        opened.release();
    });
    opened.acquire();
    {
        const std::lock_guard lock(mutex_);
        worker_ = std::move(worker);
    }
    if (!outcome)
        stop();
    return outcome;
}

void DecisionSender::stop()
{
    std::shared_ptr<Worker> worker;
    {
        const std::lock_guard lock(mutex_);
        worker = std::move(worker_);
    }
    if (!worker)
        return;
    // Behind all that was asked before.
    QSemaphore ended;
    QMetaObject::invokeMethod(worker.get(), [&] {
        worker->end();
        ended.release();
    });
    ended.acquire();
    thread_.quit();
    thread_.wait();
}

void DecisionSender::post(Task task)
{
    {
        const std::lock_guard lock(mutex_);
        if (worker_) {
            QMetaObject::invokeMethod(
                worker_.get(), [worker = worker_.get(), task = std::move(task)] { worker->run(task); },
                Qt::QueuedConnection);
            return;
        }
    }
    task(nullptr);
}

Answered<std::string> DecisionSender::hand_in(Submit submit, bool is_command)
{
    auto promise = std::make_shared<QPromise<Result<std::string>>>();
    promise->start();
    auto future = promise->future();
    const std::lock_guard lock(mutex_);
    if (!worker_)
        return at_once(Error{ErrorCode::Cancelled, "the desk is closed"});
    QMetaObject::invokeMethod(
        worker_.get(),
        [worker = worker_.get(), submit = std::move(submit), is_command, promise] {
            worker->take(submit, is_command, promise);
        },
        Qt::QueuedConnection);
    return future;
}

Answered<std::string> DecisionSender::send(Decision decision)
{
    auto submit = std::visit(SubmitOf{decision}, decision);
    if (!submit)
        return at_once(submit.error());
    return hand_in(std::move(*submit), aftercharge::is_command(verb_of(decision)));
}

Answered<std::string> DecisionSender::add_operator(Operator person, std::string password)
{
    // One verifier, however often it is handed in.
    auto verifier = std::make_shared<std::optional<Result<std::string>>>();
    return hand_in(
        [this, person = std::move(person), password = std::move(password), verifier](DeskGate &gate, const Uuid &id) {
            if (!*verifier)
                *verifier = scram_verifier(password, random_);
            return (*verifier)->and_then([&](const std::string &text) { return gate.add_operator(id, person, text); });
        },
        false);
}

Answered<void> DecisionSender::set_password(const OperatorName &name, std::string password)
{
    return ask([this, name, password = std::move(password)](DeskGate &gate) -> Result<void> {
        return scram_verifier(password, random_).and_then([&](const std::string &verifier) {
            return gate.set_password(name, verifier);
        });
    });
}

}  // namespace aftercharge
