// SPDX-License-Identifier: GPL-3.0-or-later
// Orders, refunds, approvals, audit and settings: that everything in them has a name, and
// their pictures in both languages, both themes and two sizes.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/page_finds.h"
#include "tests/ui/pages_desk.h"
#include "tests/ui/pictures.h"
#include "ui/approvals/approvals_page.h"
#include "ui/approvals/decision_sheets.h"
#include "ui/audit/audit_page.h"
#include "ui/common/find_field.h"
#include "ui/orders/order_detail.h"
#include "ui/orders/orders_page.h"
#include "ui/refunds/refunds_page.h"
#include "ui/settings/settings_page.h"

using namespace aftercharge;

namespace {

// Saves the picture; no table in it scrolls sideways, and the rows of each reach its edge.
void save(QWidget &widget, const QString &name)
{
    save_picture(widget, name);
    for (const DataTable *table : widget.findChildren<DataTable *>()) {
        QVERIFY2(!table->horizontalScrollBar()->isVisible(), qPrintable(name + u' ' + table->accessibleName()));
        if (table->isVisible() && table->model()->rowCount() > 0)
            QVERIFY2(table->horizontalHeader()->length() == table->viewport()->width(),
                     qPrintable(QStringLiteral("%1 %2: %3 of %4")
                                    .arg(name, table->accessibleName())
                                    .arg(table->horizontalHeader()->length())
                                    .arg(table->viewport()->width())));
    }
}

}  // namespace

class PagesPicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everything_has_a_name()
    {
        PagesDesk desk(administrator());
        const auto check = [](const QWidget &page) {
            for (const QWidget *widget : page.findChildren<QWidget *>()) {
                if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
                    continue;
                const auto *press = qobject_cast<const QAbstractButton *>(widget);
                const bool named = !widget->accessibleName().isEmpty() || (press && !press->text().isEmpty()) ||
                                   qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
                // A curve's canvas stands for its view, which has the name.
                const bool inner = widget->parentWidget() && !widget->parentWidget()->accessibleName().isEmpty();
                QVERIFY2(named || inner, widget->metaObject()->className());
            }
        };
        check(*desk.open<OrdersPage>());
        check(*desk.open<RefundsPage>());
        check(*desk.open<ApprovalsPage>());
        check(*desk.open<AuditPage>());
        auto *settings = desk.open<SettingsPage>();
        for (int section = 0; section < 6; ++section) {
            settings->show_section(static_cast<SettingsSection>(section));
            check(*settings);
        }
    }

    void pictures_data() { add_picture_rows(); }
    void pictures();
};

void PagesPicturesTest::pictures()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    const QString tag = QLatin1String(QTest::currentDataTag());
    PagesDesk desk(supervisor(), dark ? ThemeChoice::Dark : ThemeChoice::Light);
    const auto show = [&](QWidget *page, IconName icon) {
        auto frame = framed(desk.themes, page, icon);
        frame->resize(size);
        frame->show();
        QTest::qWait(60);
        return frame;
    };
    {
        auto *page = new OrdersPage(desk.context);
        const auto frame = show(page, IconName::Orders);
        page->show_order(*OrderNo::from_text("C20261123-0081"));
        table_of(*page)->setFocus();
        save(*frame, QStringLiteral("orders-") + tag);
        page->findChild<OrderDetail *>()->findChild<QScrollArea *>()->verticalScrollBar()->setValue(2000);
        save(*frame, QStringLiteral("orders-below-") + tag);
    }
    {
        auto *page = new RefundsPage(desk.context);
        const auto frame = show(page, IconName::Refunds);
        table_of(*page)->selectRow(3);
        save(*frame, QStringLiteral("refunds-") + tag);
        seen<FindField>(*page)->setText(QStringLiteral("R2030"));
        QTRY_COMPARE(table_of(*page)->model()->rowCount(), 0);
        save(*frame, QStringLiteral("refunds-nothing-") + tag);
    }
    {
        auto *page = new ApprovalsPage(desk.context);
        const auto frame = show(page, IconName::Approvals);
        save(*frame, QStringLiteral("approvals-above-") + tag);
        table_of(*page)->selectRow(1);
        save(*frame, QStringLiteral("approvals-") + tag);
        button(*page, "approve")->click();
        save(*frame, QStringLiteral("approvals-sheet-") + tag);
        page->findChild<ApproveSheet *>()->close_sheet();
        button(*page, "send_back")->click();
        save(*frame, QStringLiteral("approvals-send-back-") + tag);
    }
    {
        FakeDeskService &service = desk.service;
        const auto before = service.refund_rows;
        service.refund_rows.clear();
        const auto frame = show(new ApprovalsPage(desk.context), IconName::Approvals);
        save(*frame, QStringLiteral("approvals-empty-") + tag);
        service.refund_rows = before;
    }
    {
        auto *page = new AuditPage(desk.context);
        const auto frame = show(page, IconName::Audit);
        page->verify();
        save(*frame, QStringLiteral("audit-") + tag);
        desk.service.chain = {.entries = 10'482, .intact = false, .problem = "ledger_transfer at 812: hash differs"};
        desk.service.sum = yuan(-294);
        Q_EMIT desk.feed.resynchronised();
        page->verify();
        save(*frame, QStringLiteral("audit-broken-") + tag);
    }
    desk.context.person = administrator();
    auto *page = new SettingsPage(desk.context);
    const auto frame = show(page, IconName::Settings);
    const char *const names[] = {"network", "operators", "charge-points", "tariffs", "appearance", "keys"};
    for (int section = 0; section < 6; ++section) {
        page->show_section(static_cast<SettingsSection>(section));
        save(*frame, QStringLiteral("settings-%1-").arg(QLatin1String(names[section])) + tag);
    }
    page->show_section(SettingsSection::Operators);
    button(*page, "add_operator")->click();
    save(*frame, QStringLiteral("settings-add-operator-") + tag);
}

QTEST_MAIN(PagesPicturesTest)
#include "pages_pictures_test.moc"
