// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/console/demo/demo_stage.h"
#include "app/sim/customer_client.h"

namespace aftercharge::demo {

// A customer at the customer channel: files a complaint and hears what becomes of it. Made
// and destroyed on the UI thread, asked from the story's.
class DemoCustomer {
public:
    // With a token for his order, at a channel on loopback.
    DemoCustomer(std::uint16_t port, QByteArray token);
    // From the story's thread.
    static Result<std::unique_ptr<DemoCustomer>> connect(Stage &stage, const OrderNo &order_no);

    void complain(const std::string &reason, const std::string &text);
    void complain(const sim::Complaint &complaint);
    std::string ticket_no() const;
    // Whether a notice of this kind came over the wire, and its Chinese sentence.
    bool heard(const std::string &kind) const;
    std::string sentence(const std::string &kind) const;

private:
    std::unique_ptr<sim::CustomerClient> client_;
    mutable std::mutex mutex_;
    std::string ticket_no_;
    std::vector<std::pair<std::string, std::string>> notices_;  // kind, sentence
};

}  // namespace aftercharge::demo
