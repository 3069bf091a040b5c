// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QtCore/QTimer>

#include "app/wiring/desk_parts.h"
#include "app/wiring/opened_store.h"
#include "models/live/daemons_feed.h"
#include "models/live/store_status.h"
#include "models/workflow/remote_approval_desk.h"
#include "models/workflow/remote_goods_desk.h"
#include "models/workflow/remote_presence_desk.h"
#include "models/workflow/store_pulse.h"

namespace aftercharge {

struct RemoteOptions {
    StoreUrl store;  // a shared one
    LoginPassword password;
    const Clock *clock = nullptr;  // another than the system's, which outlives the host
    LiveClientOptions feed = {};   // of every daemon's: address and token are set here
    SenderTimes sender = {};
    std::chrono::milliseconds look_every{2'000};  // for daemons, and in place of a feed that is lost
};

// A desk on a shared store: reads under the person's own login, decisions that are handed in to
// the daemons, and the feeds of all of them. It holds no engine, no key of a gateway and no right
// to write. While the store cannot be reached it waits and comes back by itself.
class RemoteHost : public DeskParts {
public:
    // In the thread of the windows.
    explicit RemoteHost(RemoteOptions options);
    ~RemoteHost() override;
    RemoteHost(const RemoteHost &) = delete;
    RemoteHost &operator=(const RemoteHost &) = delete;

    // Opens the connections and answers with the operator who logged in. May take some seconds: to
    // be called once, from any thread. Errors: those of open_shared_store; operator.not_found
    // (the login is nobody's), operator.disabled, operator.not_permitted (a daemon's).
    Result<Operator> connect();
    // After that, in the thread of the windows: feeds and looks begin.
    void begin();
    void stop();

    DeskService &desk() override { return desk_; }
    GoodsDesk &goods() override { return goods_; }
    PresenceDesk &presence() override { return presence_; }
    ApprovalDesk &approvals() override { return approvals_; }
    DaemonsFeed &feed() override { return feed_; }
    const OpenReport &report() const override { return report_; }
    bool serves_charge_points() const override { return false; }
    std::optional<OperatorName> login() const override { return login_; }
    StoreStatus *status() override { return &status_; }
    DecisionSender &sender() { return sender_; }

private:
    Result<void> open_reads();
    Result<void> open_sender();
    void start_pulse();
    void look();
    void found_daemons(const Result<std::vector<DaemonRow>> &daemons);
    void ask_token();
    void poll();

    const RemoteOptions options_;
    const SharedLocation location_;
    SystemClock system_clock_;
    const Clock &clock_;
    SystemRandom random_;         // of the thread of the windows
    SystemRandom sender_random_;  // of the sender's
    const OperatorName login_;
    OpenReport report_;
    ReadThread reads_;
    DecisionSender sender_;
    RemoteDesk desk_;
    RemoteGoodsDesk goods_;
    RemotePresenceDesk presence_;
    RemoteApprovalDesk approvals_;
    DaemonsFeed feed_;
    StoreStatus status_;
    StorePulse pulse_;
    QObject context_;  // what is heard late is heard by nobody
    QTimer look_timer_;
    QTimer token_timer_;
    bool looking_ = false;
    bool polling_ = false;
    bool stopped_ = false;
};

}  // namespace aftercharge
