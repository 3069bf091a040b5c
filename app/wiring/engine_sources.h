// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/live_source.h"
#include "models/workflow/engine_thread.h"

namespace aftercharge {

// What the live and the customer server ask, answered by the engine of this process.
class EngineSources : public LiveSource, public TokenCheck, public CustomerSource, public CustomerIntake {
public:
    explicit EngineSources(EngineThread &engine) : engine_(engine) {}

    void snapshot(std::function<void(std::vector<SessionView>)> done) override;
    void check(std::string token, std::function<void(Result<AccessToken>)> done) override;
    void history(OrderNo order_no, std::function<void(Result<CustomerHistory>)> done) override;
    void open_ticket(TicketDraft draft, std::function<void(Result<TicketNo>)> done) override;

private:
    EngineThread &engine_;
};

}  // namespace aftercharge
