// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/remote_host.h"

#include <utility>

#include "models/store/sql/sql_desk_gate.h"

namespace aftercharge {
namespace {

// A daemon says every two seconds that it lives.
constexpr std::chrono::seconds daemon_lives_for{10};
// A token is good for twelve hours.
constexpr std::chrono::hours token_renewed_after{6};
constexpr std::chrono::seconds token_tried_again_after{2};

OperatorName login_of(const StoreUrl &store)
{
    return OperatorName::from_text(store.shared->user).value_or(OperatorName());
}

Result<Operator> find_operator(LedgerReader &ledger, const OperatorName &login)
{
    const auto operators = ledger.registry().operators();
    if (!operators)
        return pass_on(operators);
    for (const Operator &person : *operators) {
        if (person.name != login)
            continue;
        if (person.disabled)
            return fail(ErrorCode::OperatorDisabled, login.text());
        if (person.role == Role::Worker)
            return fail(ErrorCode::OperatorNotPermitted, login.text() + " is a daemon's login");
        return person;
    }
    return fail(ErrorCode::OperatorNotFound, login.text());
}

}  // namespace

RemoteHost::RemoteHost(RemoteOptions options)
    : options_(std::move(options)), location_(shared_location(options_.store, options_.password)),
      clock_(options_.clock ? *options_.clock : system_clock_), login_(login_of(options_.store)),
      sender_(clock_, sender_random_, options_.sender), desk_(sender_, reads_, clock_, login_),
      goods_(sender_, reads_, desk_), presence_(sender_, reads_, desk_, make_uuid(clock_, random_)),
      approvals_(sender_, reads_, desk_), feed_(options_.feed, clock_, random_),
      status_(options_.store.shared->hosts.front().name), pulse_(clock_)
{
    look_timer_.setInterval(options_.look_every);
    QObject::connect(&look_timer_, &QTimer::timeout, &context_, [this] { look(); });
    token_timer_.setSingleShot(true);
    QObject::connect(&token_timer_, &QTimer::timeout, &context_, [this] { ask_token(); });
}

RemoteHost::~RemoteHost()
{
    stop();
}

Result<Operator> RemoteHost::connect()
{
    Operator person;
    {
        const auto store = open_shared_store(location_, SharedRole::Desk);
        if (!store)
            return pass_on(store);
        report_ = store->report;
        const auto found = find_operator(store->ledger->reader(), login_);
        if (!found)
            return pass_on(found);
        person = *found;
    }
    return open_reads().and_then([this] { return open_sender(); }).map([&] { return person; });
}

Result<void> RemoteHost::open_reads()
{
    return reads_.start([location = location_]() -> Result<Readers> {
        const auto store = open_shared_store(location, SharedRole::Desk);
        if (!store)
            return pass_on(store);
        Readers readers;
        auto ledger = store->ledger->open_reader();
        if (!ledger)
            return pass_on(ledger);
        auto telemetry = store->telemetry->open_reader();
        if (!telemetry)
            return pass_on(telemetry);
        readers.ledger = std::move(*ledger);
        readers.telemetry = std::move(*telemetry);
        return readers;
    });
}

Result<void> RemoteHost::open_sender()
{
    return sender_.start([location = location_]() -> Result<std::unique_ptr<DecisionLine>> {
        auto gate = open_desk_gate(location);
        if (!gate)
            return pass_on(gate);
        const auto store = open_shared_store(location, SharedRole::Desk);
        if (!store)
            return pass_on(store);
        auto reader = store->ledger->open_reader();
        if (!reader)
            return pass_on(reader);
        return std::make_unique<StoreLine>(std::move(*gate), std::move(*reader));
    });
}

void RemoteHost::begin()
{
    QObject::connect(&feed_, &LiveFeed::resynchronised, &context_, [this] {
        desk_.sessions().then(&context_, [this](const Result<std::vector<SessionView>> &sessions) {
            if (sessions)
                feed_.prime(*sessions);
        });
    });
    start_pulse();
    ask_token();
    look_timer_.start();
    look();
}

void RemoteHost::start_pulse()
{
    QObject::connect(&pulse_, &StorePulse::reachable_changed, &context_, [this](bool reachable, UtcTime since) {
        status_.set_unreachable_since(reachable ? std::nullopt : std::optional(since));
        // Whoever was away reads again.
        if (reachable)
            Q_EMIT feed_.resynchronised();
    });
    pulse_.start([location = location_]() -> Result<StorePulse::Ask> {
        auto opened = open_shared_store(location, SharedRole::Desk).and_then([](const OpenStore &store) {
            return store.ledger->open_reader();
        });
        if (!opened)
            return pass_on(opened);
        const std::shared_ptr<LedgerReader> reader = std::move(*opened);
        return [reader]() -> Result<void> { return reader->registry().network().map([](const Network &) {}); };
    });
}

// One question at a time: while the store is away they would only queue up.
void RemoteHost::look()
{
    if (!looking_) {
        looking_ = true;
        const UtcTime since = clock_.now() - daemon_lives_for;
        reads_.run([since](LedgerReader &ledger, TelemetryReader &) { return ledger.decisions().daemons(since); })
            .then(&context_, [this](const Result<std::vector<DaemonRow>> &daemons) {
                looking_ = false;
                found_daemons(daemons);
            });
    }
    if (feed_.state().kind != FeedState::Live)
        poll();
}

void RemoteHost::found_daemons(const Result<std::vector<DaemonRow>> &daemons)
{
    if (!daemons)
        return;
    status_.set_a_daemon_works(!daemons->empty());
    feed_.set_daemons(*daemons);
}

void RemoteHost::ask_token()
{
    sender_.ask([](DeskGate &gate) { return gate.feed_token(); })
        .then(&context_, [this](const Result<std::string> &token) {
            if (token)
                feed_.set_token(*token);
            token_timer_.start(token ? std::chrono::milliseconds(token_renewed_after) : token_tried_again_after);
        });
}

void RemoteHost::poll()
{
    if (std::exchange(polling_, true))
        return;
    desk_.sessions().then(&context_, [this](const Result<std::vector<SessionView>> &sessions) {
        polling_ = false;
        if (sessions && feed_.state().kind != FeedState::Live)
            feed_.poll(*sessions);
    });
}

void RemoteHost::stop()
{
    if (std::exchange(stopped_, true))
        return;
    look_timer_.stop();
    token_timer_.stop();
    feed_.set_daemons({});
    sender_.stop();
    reads_.stop();
    pulse_.stop();
}

}  // namespace aftercharge
