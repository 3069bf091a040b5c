// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include "models/live/feed_worker.h"

namespace aftercharge {

// The customer server's own half: one order a client, its notices, its complaints.
class CustomerWorker : public FeedWorker {
    Q_OBJECT

public:
    CustomerWorker(FeedShared &shared, CustomerSource &source, CustomerIntake &intake, TokenCheck &tokens,
                   const Clock &clock, const FeedServerOptions &options);

protected:
    bool admit(const AccessToken &token) const override;
    void joined(FeedClient &client) override;
    void left(FeedClient &client) override;
    void handle(FeedClient &client, frames::Request request) override;
    void absorb(const Changes &changes) override;
    bool synced(FeedClient &client) const override;
    bool wants(FeedClient &client, const SessionView &view) const override;

private:
    struct Customer {
        bool synced = false;
        bool ticket_under_way = false;
        bool of_goods = false;
        MemberId member_id;
        std::vector<Notice> early;  // came before the history
        std::set<Uuid> told;        // notices; an order has few
    };

    void greet(FeedClient &client, const Result<CustomerHistory> &history);
    void tell(FeedClient &client, const Notice &notice);
    void open_ticket(FeedClient &client, frames::TicketRequest request);
    Result<void> check_ticket(FeedClient &client, const frames::TicketRequest &request) const;

    CustomerSource &source_;
    CustomerIntake &intake_;
    std::map<FeedClient *, Customer> customers_;
    std::multimap<OrderNo, FeedClient *> by_order_;
};

}  // namespace aftercharge
