// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/console/demo/demo_customer.h"
#include "app/console/demo/demo_narrator.h"
#include "app/console/demo/demo_pictures.h"
#include "app/console/demo/remote/remote_stage.h"
#include "models/domain/presence.h"
#include "models/workflow/desk_service.h"

namespace aftercharge::demo {

// The story of the remote demo: two people at two desks decide about one network's complaints, a
// daemon carries it out, and both line and daemon are lost and come back in between. Each step is
// checked in the store and on the desks. Runs on a thread of its own.
class RemoteStory {
public:
    RemoteStory(RemoteStage &stage, const QString &folder) : stage_(stage), pictures_(stage, folder) {}

    Summary play();

private:
    using Decided = Answered<Refund>;

    void open_house();
    void hear_complaint();
    void decide();
    void close_books();
    void cut_the_line();  // these two: remote_trouble.cpp
    void lose_the_daemon();

    Seen both_at_work();
    Seen vehicles_on_both_desks();
    Seen complaint(const std::string &role, const std::string &reason, const std::string &text);
    Seen take_ticket();
    Seen grant_within_limit();
    Seen ask_above_limit();
    Seen approve_own_by_hand();
    Seen approve();
    Seen line_is_cut();
    Seen line_is_healed();
    Seen cut_in_chinese();
    Seen daemon_is_killed();
    Seen another_daemon();
    Seen books_agree();
    Seen picture(const std::string &name, const std::function<void(MainWindow &)> &arrange,
                 const std::function<bool()> &ready = {});

    // Looks at what the desks and the store show: remote_look.cpp.
    const OrderNo &order_of(const std::string &role) const { return stage_.network().earlier_order(role); }
    Result<Ticket> ticket_of(const std::string &role) const;
    Result<ChargingOrder> order(const std::string &role) const;
    Result<std::vector<Refund>> refunds_of(const std::string &role) const;
    RefundDraft draft(const std::string &role, const std::string &amount) const;
    // Carried out by a daemon and posted, once.
    Seen posted_once(const std::string &role, const Decided &decided);
    bool hears(const std::string &role, const std::string &notice) const;
    bool finishes(const Decided &decided) const;
    // What the agent does at the ticket, as the supervisor's window shows it.
    bool supervisor_sees(Doing doing);
    // Asked in the UI thread.
    template<typename T>
    T seen(const std::function<T()> &look)
    {
        T result{};
        stage_.on_ui([&] { result = look(); });
        return result;
    }
    bool all_live();
    // Asked there: whether both windows show a list with something in it.
    bool both_have_rows();
    static void show_live(MainWindow &window) { window.shell()->show_page(PageId::Live); }
    bool is_away(Seat &seat);
    bool has_daemon(Seat &seat);

    RemoteStage &stage_;
    Pictures pictures_;
    Summary summary_;
    Narrator narrator_{summary_};
    std::map<std::string, std::unique_ptr<DemoCustomer>> customers_;  // by role
    RefundNo waiting_;
    Money waiting_amount_;
    Decided kept_;
};

}  // namespace aftercharge::demo
