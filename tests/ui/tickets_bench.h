// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>
#include <QtWidgets>

#include "tests/support/fake_approval_desk.h"
#include "tests/support/fake_goods_desk.h"
#include "tests/support/fake_presence_desk.h"
#include "tests/ui/tickets_samples.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

namespace aftercharge {

// A page with everything that it needs, shown and active.
struct TicketsBench {
    explicit TicketsBench(const char *limit = "200.00")
        : themes(*qApp, ThemeChoice::Light), settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          clock(tickets_now()), context{desk,
                                        goods,
                                        presence,
                                        approvals,
                                        feed,
                                        themes,
                                        settings,
                                        Format(QLocale(QLocale::English, QLocale::UnitedStates),
                                               QTimeZone("Asia/Shanghai")),
                                        tickets_agent(limit),
                                        {}}
    {
        fill_tickets(desk, false);
        desk.on_request_refund = [this](const RefundDraft &draft) {
            drafts.push_back(draft);
            Refund refund;
            refund.refund_no = RefundNo::from_text("R20261123-0088").value();
            refund.amount = draft.amount;
            refund.ticket_no = draft.ticket_no;
            const auto &own = context.person.approval_limit;
            const bool direct = own && draft.amount.minor() <= own->minor();
            refund.approval = direct ? ApprovalState::Approved : ApprovalState::Waiting;
            return answered<Refund>(refund);
        };
        page = std::make_unique<TicketsPage>(context, nullptr, &clock);
        page->resize(1252, 830);
        page->show();
        page->activateWindow();
    }
    bool ready()
    {
        return QTest::qWaitForWindowActive(page.get()) &&
               QTest::qWaitFor([this] { return page->view()->dossier() != nullptr; }, 3000);
    }
    std::string shown() const
    {
        const auto dossier = page->view()->dossier();
        return dossier ? dossier->ticket.ticket_no.text() : std::string();
    }
    bool called(const std::string &start) const
    {
        return std::any_of(desk.calls.begin(), desk.calls.end(),
                           [&](const std::string &call) { return call.rfind(start, 0) == 0; });
    }
    template<typename T>
    T *sheet() const
    {
        return qobject_cast<T *>(page->sheet());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : page.get(), key, modifiers);
    }
    void say(ChangedTable table, const char *id) { Q_EMIT feed.rowsChanged({{table, id, 9}}); }

    QTemporaryDir folder;
    ThemeController themes;
    QSettings settings;
    FakeDeskService desk;
    FakeGoodsDesk goods;
    FakePresenceDesk presence;
    FakeApprovalDesk approvals;
    FakeLiveFeed feed;
    FakeClock clock;
    DeskContext context;
    std::vector<RefundDraft> drafts;
    std::unique_ptr<TicketsPage> page;
};

inline OrderNo order_no(const char *text)
{
    return OrderNo::from_text(text).value();
}

}  // namespace aftercharge
