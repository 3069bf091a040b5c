// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/gateway_worker.h"

#include <algorithm>

#include "app/wiring/engine_answer.h"
#include "app/wiring/gateway_log.h"
#include "app/wiring/make_gateways.h"

namespace aftercharge {
namespace {

constexpr int most_attempts_to_hear = 8;
constexpr std::chrono::milliseconds first_pause{250};

std::vector<std::pair<std::string, UtcTime>> versions_of(const std::vector<GatewayAccount> &accounts)
{
    std::vector<std::pair<std::string, UtcTime>> versions;
    versions.reserve(accounts.size());
    for (const GatewayAccount &account : accounts)
        versions.emplace_back(account.gateway, account.changed_at);
    return versions;
}

// Another process writes, or the disk is full for a while: worth another attempt.
bool may_pass(ErrorCode code)
{
    return code == ErrorCode::StoreInUse || code == ErrorCode::StoreDiskFull || code == ErrorCode::StoreIo ||
           code == ErrorCode::StoreConflict || code == ErrorCode::StoreUnreachable || code == ErrorCode::StoreRetry;
}

void warn(const char *what, const std::string &about, const Error &error)
{
    qCWarning(gateway_log).noquote() << what << about.c_str() << to_line(error).c_str();
}

std::string name_of(const Effect &effect)
{
    return std::string(to_text(effect.kind)) + " " + effect.key;
}

}  // namespace

// What the engine's store says of accounts and due rows.
struct GatewayWorker::Look {
    Result<std::vector<GatewayAccount>> accounts;
    bool due = false;
};

GatewayWorker::GatewayWorker(EngineThread &engine, http::Client &client, const Clock &clock,
                             std::function<void()> give_up, WorkerOptions options)
    : engine_(engine), client_(client), clock_(clock), give_up_(std::move(give_up)), options_(options),
      gateways_(std::make_shared<Gateways>())
{
    pool_.setMaxThreadCount(options_.parallel);
    pool_.setExpiryTimeout(10'000);
}

GatewayWorker::~GatewayWorker()
{
    stop();
}

void GatewayWorker::start()
{
    owner_ = "gateways " + make_uuid(clock_, random_).to_text();
    look(0);
    thread_ = std::thread([this] { run(); });
}

void GatewayWorker::wake()
{
    {
        const std::lock_guard lock(mutex_);
        wake_ = true;
    }
    woken_.notify_all();
}

void GatewayWorker::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    woken_.notify_all();
    if (thread_.joinable())
        thread_.join();
    if (!pool_.waitForDone(static_cast<int>(options_.grace.count()))) {
        if (give_up_)
            give_up_();
        pool_.waitForDone();
    }
}

std::shared_ptr<Gateways> GatewayWorker::gateways() const
{
    const std::lock_guard lock(mutex_);
    return gateways_;
}

std::vector<Error> GatewayWorker::problems() const
{
    const std::lock_guard lock(mutex_);
    return problems_;
}

std::vector<metrics::GatewayCalls> GatewayWorker::calls() const
{
    const std::lock_guard lock(mutex_);
    return calls_.list();
}

void GatewayWorker::on_changes(const Changes &changes)
{
    // Refunds, parcels, claims, reconciliations: whoever asks for an effect changes one of them.
    const bool concerns = std::any_of(changes.rows.begin(), changes.rows.end(), [](const Changed &row) {
        return row.table != ChangedTable::Orders && row.table != ChangedTable::Orphans;
    });
    if (concerns)
        wake();
}

void GatewayWorker::run()
{
    for (;;) {
        int free = 0;
        {
            std::unique_lock lock(mutex_);
            woken_.wait_for(lock, options_.look_every, [this] { return wake_ || stopping_; });
            if (stopping_)
                return;
            wake_ = false;
            free = options_.parallel - busy_;
        }
        look(free);
    }
}

bool GatewayWorker::wait(std::chrono::milliseconds time)
{
    std::unique_lock lock(mutex_);
    return !woken_.wait_for(lock, time, [this] { return stopping_; });
}

void GatewayWorker::look(int free)
{
    const auto seen = answer_of(engine_.post([](Engine &engine) {
        Work &work = engine.work();
        LedgerReader &ledger = work.ledger.reader();
        const auto next = ledger.outbox().next_for_gateways();
        return Look{ledger.gateways().accounts(), next && *next && **next <= work.clock.now()};
    }));
    if (!seen)
        return;
    if (!seen->accounts)
        return warn("accounts", {}, seen->accounts.error());
    take_up(*seen->accounts);
    if (free <= 0 || !seen->due || gateways()->is_empty())
        return;
    auto leased = answer_of(
        engine_.run([owner = owner_, free](Work &work) { return lease_gateway_tasks(work, owner, free); }));
    if (!leased)
        return;
    if (!*leased)
        return warn("lease", {}, leased->error());
    dispatch(std::move(**leased));
}

void GatewayWorker::take_up(const std::vector<GatewayAccount> &accounts)
{
    auto versions = versions_of(accounts);
    {
        const std::lock_guard lock(mutex_);
        if (versions == read_)
            return;
    }
    MadeGateways made = make_gateways(accounts, {client_, clock_, random_});
    for (const Error &problem : made.problems)
        warn("account", {}, problem);
    const std::lock_guard lock(mutex_);
    read_ = std::move(versions);
    gateways_ = std::make_shared<Gateways>(std::move(made.gateways));
    problems_ = std::move(made.problems);
}

void GatewayWorker::dispatch(std::vector<GatewayTask> tasks)
{
    // A task keeps the adapters that it began with, also when the accounts change meanwhile.
    const std::shared_ptr<Gateways> current = gateways();
    for (GatewayTask &task : tasks) {
        {
            const std::lock_guard lock(mutex_);
            ++busy_;
        }
        pool_.start([this, current, task = std::move(task)] {
            carry_out(current, task);
            {
                const std::lock_guard lock(mutex_);
                --busy_;
            }
            wake();
        });
    }
}

void GatewayWorker::carry_out(const std::shared_ptr<Gateways> &gateways, const GatewayTask &task)
{
    qCInfo(gateway_log).noquote() << name_of(task.effect).c_str() << (task.ask_only ? "asked" : "begun");
    const GatewayAnswer answer = perform(*gateways, task);
    {
        const std::lock_guard lock(mutex_);
        calls_.add(task, answer);
    }
    hear(task, answer);
}

void GatewayWorker::hear(const GatewayTask &task, const GatewayAnswer &answer)
{
    auto pause = first_pause;
    for (int attempt = 1;; ++attempt) {
        const auto heard = answer_of(
            engine_.run([task, answer](Work &work) { return hear_gateway_answer(work, task, answer); }));
        if (heard && *heard)
            return;
        const Error error = heard ? heard->error() : Error{ErrorCode::Cancelled, "the engine has ended"};
        warn("not heard:", name_of(task.effect), error);
        // What is not heard now is asked for when the lease is over.
        if (!may_pass(error.code) || attempt == most_attempts_to_hear || !wait(pause))
            return;
        pause *= 2;
    }
}

}  // namespace aftercharge
