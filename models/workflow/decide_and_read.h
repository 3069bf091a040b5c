// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/remote_desk.h"

namespace aftercharge {

// What a remote desk's decision made: handed in, waited for, then read on the read thread by
// `read(LedgerReader &, const std::string &outcome)`, a function to Result<T>.
template<typename Read>
auto decide_and_read(DecisionSender &sender, ReadThread &reads, const RemoteDesk &desk, Decision decision, Read read)
    -> QFuture<std::invoke_result_t<Read, LedgerReader &, const std::string &>>
{
    using T = std::invoke_result_t<Read, LedgerReader &, const std::string &>;
    if (const auto may = desk.may_decide(); !may)
        return QtFuture::makeReadyFuture(T(pass_on(may)));
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    const auto answer = [promise](T made) {
        promise->addResult(std::move(made));
        promise->finish();
    };
    const auto read_made = [&reads, read = std::move(read), answer](const Result<std::string> &outcome) {
        if (!outcome)
            return answer(T(pass_on(outcome)));
        const auto look = [read, name = *outcome](LedgerReader &ledger, TelemetryReader &) {
            return read(ledger, name).map_error([&](const Error &error) {
                return Error{error.code, name + " is made and cannot be read: " + error.detail};
            });
        };
        reads.run(look).then(QtFuture::Launch::Sync, answer);
    };
    sender.send(std::move(decision)).then(QtFuture::Launch::Sync, read_made);
    return promise->future();
}

// The number that stands in an outcome.
template<typename Number>
Result<Number> number_of(const std::string &outcome)
{
    return Number::from_text(outcome).map_error([&](const Error &) {
        return Error{ErrorCode::Internal, "an outcome that this program does not know: " + outcome};
    });
}

}  // namespace aftercharge
