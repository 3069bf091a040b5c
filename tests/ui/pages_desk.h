// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>
#include <QtWidgets>

#include "tests/support/fake_approval_desk.h"
#include "tests/support/fake_goods_desk.h"
#include "tests/support/fake_presence_desk.h"
#include "tests/ui/live_samples.h"
#include "tests/ui/pages_samples.h"
#include "ui/common/desk_context.h"

namespace aftercharge {

// A desk as main would make it, with settings of its own.
struct PagesDesk {
    explicit PagesDesk(Operator person, ThemeChoice choice = ThemeChoice::Light)
        : themes(*qApp, choice), settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          context{service,
                  goods,
                  presence,
                  approvals,
                  feed,
                  themes,
                  settings,
                  Format(QLocale(), QTimeZone("Asia/Shanghai")),
                  std::move(person),
                  sample_network()}
    {
        fill_pages(service);
        service.who = context.person.name;
    }
    template<typename Page>
    Page *open(QSize size = {1178, 698})
    {
        auto made = std::make_unique<Page>(context);
        Page *shown = made.get();
        page = std::move(made);
        page->resize(size);
        page->show();
        page->activateWindow();
        return QTest::qWaitForWindowActive(page.get()) ? shown : nullptr;
    }
    bool asked(const std::string &beginning) const
    {
        return std::any_of(service.calls.begin(), service.calls.end(),
                           [&](const std::string &call) { return call.rfind(beginning, 0) == 0; });
    }

    QTemporaryDir folder;
    ThemeController themes;
    QSettings settings;
    FakeDeskService service;
    FakeGoodsDesk goods;
    FakePresenceDesk presence;
    FakeApprovalDesk approvals;
    FakeLiveFeed feed;
    // 2026-11-23 10:41:20 in Shanghai, where a test gives it to the context.
    FakeClock now{live_now()};
    DeskContext context;
    std::unique_ptr<QWidget> page;
};

inline Operator supervisor()
{
    return sample_person("wang.jing", Role::Supervisor, yuan(3'000));
}

inline Operator administrator()
{
    return sample_person("chen.bo", Role::Administrator, std::nullopt);
}

}  // namespace aftercharge
