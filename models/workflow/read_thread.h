// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QPromise>
#include <QtCore/QThread>

#include "models/store/ledger_store.h"
#include "models/store/telemetry_store.h"

namespace aftercharge {

struct Readers {
    std::unique_ptr<LedgerReader> ledger;
    std::unique_ptr<TelemetryReader> telemetry;
};

// A thread with read connections of its own, so that a screen's question never waits behind
// a settlement. Reads are short (slices of at most 50 ms): an open one delays a commit.
class ReadThread {
public:
    using Open = std::function<Result<Readers>()>;

    ReadThread();
    ~ReadThread();
    ReadThread(const ReadThread &) = delete;
    ReadThread &operator=(const ReadThread &) = delete;

    Result<void> start(Open open);
    // Waits for what is being read; a long read looks at is_stopping() and gives up.
    void stop();
    bool is_stopping() const { return is_stopping_; }

    // Runs `read(LedgerReader&, TelemetryReader&)` on the thread; at once again where the server had
    // gone (store.unreachable): a connection that broke is made anew by the next question, and
    // a read may meet both of them broken.
    template<typename Read>
    auto run(Read read) -> QFuture<std::invoke_result_t<Read, LedgerReader &, TelemetryReader &>>
    {
        using T = std::invoke_result_t<Read, LedgerReader &, TelemetryReader &>;
        auto promise = std::make_shared<QPromise<T>>();
        QFuture<T> future = promise->future();
        promise->start();
        QMetaObject::invokeMethod(context_.get(), [this, promise, read = std::move(read)]() mutable {
            // Over: the promise goes with this, and its future is cancelled.
            if (!readers_.ledger)
                return;
            T answer = read(*readers_.ledger, *readers_.telemetry);
            if constexpr (requires { answer.error().code; }) {
                for (int broken = 0; broken < 2 && is_unreachable(answer); ++broken)
                    answer = read(*readers_.ledger, *readers_.telemetry);
            }
            promise->addResult(std::move(answer));
            promise->finish();
        });
        return future;
    }

private:
    template<typename Answer>
    static bool is_unreachable(const Answer &answer)
    {
        return !answer && answer.error().code == ErrorCode::StoreUnreachable;
    }

    QThread thread_;
    std::unique_ptr<QObject> context_;
    Readers readers_;
    std::atomic<bool> is_stopping_ = false;
};

}  // namespace aftercharge
