// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>
#include <QtWidgets>

#include "tests/support/fake_approval_desk.h"
#include "tests/support/fake_presence_desk.h"
#include "tests/ui/goods_samples.h"
#include "tests/ui/tickets_samples.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

namespace aftercharge {

// The ticket page over the goods cases, shown and active, with one of them chosen.
struct GoodsBench {
    explicit GoodsBench(const char *limit = "6000.00")
        : themes(*qApp, ThemeChoice::Light), settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          clock(goods_now()), context{
                                  desk,
                                  goods,
                                  presence,
                                  approvals,
                                  feed,
                                  themes,
                                  settings,
                                  Format(QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone("Asia/Shanghai")),
                                  tickets_agent(limit),
                                  {}}
    {
        fill_goods(desk, goods, false);
        page = std::make_unique<TicketsPage>(context, nullptr, &clock);
        page->resize(1252, 830);
        page->show();
        page->activateWindow();
    }
    bool show(GoodsCase which)
    {
        if (!QTest::qWaitForWindowActive(page.get()))
            return false;
        page->show_ticket(goods_ticket(which));
        return QTest::qWaitFor([&] { return shown() == goods_ticket(which); }, 3000);
    }
    TicketNo shown() const
    {
        const auto dossier = page->view()->dossier();
        return dossier ? dossier->ticket.ticket_no : TicketNo();
    }
    template<typename T>
    T *sheet() const
    {
        return qobject_cast<T *>(page->sheet());
    }
    // Presses a key of the page and answers the sheet that it opened.
    template<typename T>
    T *press(Qt::Key key)
    {
        page->setFocus();
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : page.get(), key);
        return QTest::qWaitFor([this] { return page->sheet() != nullptr; }, 300) ? sheet<T>() : nullptr;
    }
    TicketHeader *header() const { return page->view()->header_row(); }
    Button *first() const { return header()->goods_button(); }

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
    std::unique_ptr<TicketsPage> page;
};

}  // namespace aftercharge
