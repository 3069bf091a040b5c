// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

// Who is where, and the money lease of an order: rows that run out.
class PresenceContract : public QObject {
    Q_OBJECT

public:
    explicit PresenceContract(FixtureFactory make) : make_(std::move(make)) {}

private Q_SLOTS:
    void init() { store_ = make_(); }
    void cleanup() { store_.reset(); }

    void sees_who_is_there_until_the_time_is_over();
    void says_again_in_place_of_before();
    void leaves_one_desk_of_a_person();
    void sweeps_what_is_long_over();
    void leases_an_order_to_one_desk();
    void renews_and_gives_back_only_ones_own();
    void frees_a_lease_that_ran_out();
    void keeps_two_connections_apart();
    void refuses_what_nobody_said();

private:
    template<typename Work>
    Result<void> write(Work work);
    std::vector<Present> there(const char *subject, std::int64_t at_ms);
    std::int64_t rows_of(const char *subject);

    FixtureFactory make_;
    std::unique_ptr<StoreFixture> store_;
};

}  // namespace aftercharge
