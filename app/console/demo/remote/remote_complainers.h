// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QtCore/QTimer>

#include "app/console/demo/remote/remote_stage.h"
#include "app/sim/customer_client.h"

namespace aftercharge::demo {

// In the remote demo that two people play: the customers of today's earlier sessions complain one
// after another, over the daemon's customer channel. So there is something to decide.
class RemoteComplainers {
public:
    explicit RemoteComplainers(RemoteStage &stage);
    ~RemoteComplainers();

private:
    void complain_next();

    RemoteStage &stage_;
    std::vector<std::unique_ptr<sim::CustomerClient>> clients_;
    std::size_t next_ = 0;
    QTimer timer_;
};

}  // namespace aftercharge::demo
