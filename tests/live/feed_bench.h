// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/live_server.h"
#include "tests/live/live_fixture.h"

namespace aftercharge::live_test {

// However slow the machine is, the subscription of the client comes before the first snapshot.
inline FeedServerOptions patient()
{
    FeedServerOptions options;
    options.selection_grace = std::chrono::milliseconds(60'000);
    return options;
}

// What the tests of the desk's feed stand on: a server over two running sessions.
class FeedBench {
protected:
    void fill()
    {
        source_ = std::make_unique<FakeSource>();
        source_->sessions = {running_session("O-1", "ST-1"), running_session("O-2", "ST-2")};
    }
    // The port; 0 when it cannot be had.
    quint16 serve_feed(const FeedServerOptions &options, quint16 port = 0)
    {
        server_ = std::make_unique<LiveServer>(*source_, tokens_, clock_, options);
        return server_->listen(QHostAddress::LocalHost, port).value_or(quint16{0});
    }

    FixedClock clock_;
    FakeTokens tokens_;
    std::unique_ptr<FakeSource> source_;
    std::unique_ptr<LiveServer> server_;
};

}  // namespace aftercharge::live_test
