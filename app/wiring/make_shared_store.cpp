// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/make_shared_store.h"

#include "app/wiring/system_clock.h"
#include "app/wiring/system_random.h"
#include "models/store/scram_verifier.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge {

Result<void> add_shared_person(const SharedLocation &superuser, const SharedPerson &added)
{
    const SystemClock clock;
    SystemRandom random;
    const auto verifier = scram_verifier(added.password, random);
    if (!verifier)
        return pass_on(verifier);
    const auto store = open_shared_store(superuser, SharedRole::Owner);
    if (!store)
        return pass_on(store);
    Operator person = added.person;
    person.created_at = clock.now();
    Changes changes;
    Work work{*store->ledger, *store->telemetry, clock, random, changes};
    // The login first: an operator without one could be taken for somebody who works here.
    return make_login(superuser, person.name, person.role, *verifier).and_then([&] {
        return add_operator(work, person, {Source::System, "store init"});
    });
}

Result<Network> make_shared_store(const SharedLocation &superuser, const NetworkInput &input,
                                  const std::vector<SharedPerson> &people)
{
    const SystemClock clock;
    SystemRandom random;
    auto network = create_shared_store(superuser, input, clock, random);
    if (!network)
        return network;
    for (const SharedPerson &person : people) {
        if (const auto added = add_shared_person(superuser, person); !added)
            return pass_on(added);
    }
    return network;
}

}  // namespace aftercharge
