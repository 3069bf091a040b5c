// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QPromise>
#include <QtCore/QThread>

#include "models/store/decisions.h"
#include "models/store/desk_gate.h"
#include "models/store/ledger_store.h"
#include "models/store/outbox.h"
#include "models/workflow/decision.h"
#include "models/workflow/desk_service.h"

namespace aftercharge {

// The sender's way to the store: its connections, for the thread in which it was opened.
class DecisionLine {
public:
    virtual ~DecisionLine() = default;
    virtual DeskGate &gate() = 0;
    virtual DecisionReader &decisions() = 0;
    virtual OutboxReader &outbox() = 0;
};

// The line of a store: its gate, and a reader under the same login.
class StoreLine final : public DecisionLine {
public:
    StoreLine(std::unique_ptr<DeskGate> gate, std::unique_ptr<LedgerReader> reader)
        : gate_(std::move(gate)), reader_(std::move(reader))
    {
    }
    DeskGate &gate() override { return *gate_; }
    DecisionReader &decisions() override { return reader_->decisions(); }
    OutboxReader &outbox() override { return reader_->outbox(); }

private:
    std::unique_ptr<DeskGate> gate_;
    std::unique_ptr<LedgerReader> reader_;
};

// How long the sender waits for what.
struct SenderTimes {
    std::chrono::milliseconds patience{60'000};  // to get a decision in
    std::chrono::milliseconds first_retry{100};  // then twice as long each time, up to …
    std::chrono::milliseconds longest_retry{2'000};
    std::chrono::milliseconds first_poll{60};  // for what was handed in, growing up to …
    std::chrono::milliseconds longest_poll{250};
    std::chrono::milliseconds no_daemon_after{10'000};
    std::chrono::milliseconds pending_after{60'000};  // decision.pending: it stands
    std::chrono::milliseconds longest_command{90'000};
};

// Hands in what a person decides at a desk without an engine, and waits until a daemon has carried
// it out. It has a thread and connections of its own. A decision keeps its id however often it is
// handed in, so that a lost answer, or a server that another takes over for, makes it neither
// twice nor not at all. Decisions go in in the order of the calls, one after another; several may
// wait for their daemon at once.
class DecisionSender : public QObject {
    Q_OBJECT

public:
    using Open = std::function<Result<std::unique_ptr<DecisionLine>>()>;
    // What the oldest decision on its way lacks.
    enum class Lack {
        Nothing,
        Store,   // it does not answer; the decision is handed in again and again
        Daemon,  // it is in, and nobody has carried it out for `no_daemon_after`
    };
    Q_ENUM(Lack)

    DecisionSender(const Clock &clock, Random &random, const SenderTimes &times = {}, QObject *parent = nullptr);
    ~DecisionSender() override;

    // Opens the line in the sender's thread and returns when it is; its error otherwise.
    Result<void> start(Open open);
    // What is under way ends with `cancelled`; what was handed in stands. Waits for the call that
    // the thread is in. Also done when destroyed.
    void stop();

    // The decision's outcome (perform_decision.h), once it is carried out; of a command to a charge
    // point once that has answered. Approvals and operators go through the gate's own functions;
    // AddOperator has no password here and is input.invalid. Errors: the gate's and the
    // workflow's; store.unreachable: not known to be in after `patience`; decision.pending with
    // the decision's id: it is in, and will be carried out when a daemon is back; cancelled.
    // command.rejected, command.timeout.
    Answered<std::string> send(Decision decision);
    // See DeskGate; the verifier is made of the password here.
    Answered<std::string> add_operator(Operator person, std::string password);

    // Runs `ask(DeskGate &)`, a function to Result<T>, once, after what was asked before: for what
    // is no decision (presence, tokens, passwords).
    template<typename Ask>
    auto ask(Ask ask) -> QFuture<std::invoke_result_t<Ask, DeskGate &>>
    {
        using T = std::invoke_result_t<Ask, DeskGate &>;
        auto promise = std::make_shared<QPromise<T>>();
        QFuture<T> future = promise->future();
        promise->start();
        post([promise, ask = std::move(ask)](DecisionLine *line) {
            promise->addResult(line ? ask(line->gate()) : T(fail(ErrorCode::Cancelled, "the desk is closed")));
            promise->finish();
        });
        return future;
    }
    // SCRAM, with a salt of this sender's randomness.
    Answered<void> set_password(const OperatorName &name, std::string password);

Q_SIGNALS:
    // In the sender's thread: connect with a context object of yours.
    void lacks(aftercharge::DecisionSender::Lack lack);

private:
    class Worker;
    using Submit = std::function<Result<void>(DeskGate &, const Uuid &)>;
    using Task = std::function<void(DecisionLine *)>;  // nullptr: it is over

    Answered<std::string> hand_in(Submit submit, bool is_command);
    void post(Task task);

    const Clock &clock_;
    Random &random_;
    SenderTimes times_;
    QThread thread_;
    std::mutex mutex_;
    std::shared_ptr<Worker> worker_;  // lives in thread_
};

}  // namespace aftercharge
