// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>
#include <QtWidgets>

#include "tests/support/fake_approval_desk.h"
#include "tests/support/fake_goods_desk.h"
#include "tests/support/fake_presence_desk.h"
#include "tests/ui/live_samples.h"
#include "ui/live/live_page.h"

namespace aftercharge {

// A desk as main would make it, with settings of its own.
struct Desk {
    explicit Desk(ThemeChoice choice = ThemeChoice::Light)
        : themes(*qApp, choice), settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          clock(live_now()), context{service, goods,  presence, approvals,
                                     feed,    themes, settings, Format(QLocale(), QTimeZone("Asia/Shanghai")),
                                     {},      {}}
    {
        fill_live(service);
        feed.now = {FeedState::Live, 18, 400, 1500, 0};
    }
    LivePage *open(QSize size = {1252, 830})
    {
        page = std::make_unique<LivePage>(context, nullptr, &clock);
        page->resize(size);
        page->show();
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get()))
            return nullptr;
        return page.get();
    }
    SessionView session(const OrderNo &order_no) const
    {
        for (const SessionView &view : *service.session_rows) {
            if (view.order_no == order_no)
                return view;
        }
        return {};
    }

    QTemporaryDir folder;
    ThemeController themes;
    QSettings settings;
    FakeClock clock;
    FakeDeskService service;
    FakeGoodsDesk goods;
    FakePresenceDesk presence;
    FakeApprovalDesk approvals;
    FakeLiveFeed feed;
    DeskContext context;
    std::unique_ptr<LivePage> page;
};

}  // namespace aftercharge
