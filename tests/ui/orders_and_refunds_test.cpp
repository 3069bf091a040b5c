// SPDX-License-Identifier: GPL-3.0-or-later
// Orders and refunds with a scripted engine: what is found, what is shown of it, what follows the feed.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/page_finds.h"
#include "tests/ui/pages_desk.h"
#include "ui/common/curve_view.h"
#include "ui/common/find_field.h"
#include "ui/orders/order_detail.h"
#include "ui/orders/orders_page.h"
#include "ui/refunds/refunds_page.h"

using namespace aftercharge;

class OrdersAndRefundsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orders_are_found_and_shown()
    {
        PagesDesk desk(supervisor());
        auto *page = desk.open<OrdersPage>();
        QVERIFY(page);
        PagedTable *table = table_of(*page);
        const int all = static_cast<int>(desk.service.order_rows.size());
        QTRY_COMPARE(table->model()->rowCount(), all);
        auto *detail = page->findChild<OrderDetail *>();
        QCOMPARE(detail->order_no(), desk.service.order_rows.front().order_no);  // the first one by itself
        QTRY_COMPARE(tile(*detail, QStringLiteral("Fee"))->figure(),
                     desk.context.format.money(desk.service.order_rows.front().fee));

        auto *find = seen<FindField>(*page);
        find->setFocus();
        QTest::keyClicks(find, QStringLiteral("CP-0661"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(*table, 0, 0), QStringLiteral("C20261123-0092"));
        QTest::keyClick(find, Qt::Key_Escape);
        QTRY_COMPARE(table->model()->rowCount(), all);
        QTest::keyClicks(find, QStringLiteral("nowhere"));
        QTRY_COMPARE(table->model()->rowCount(), 0);

        Q_EMIT table->showAllRequested();
        QTRY_COMPARE(table->model()->rowCount(), all);
        chip(*page, QStringLiteral("Settling"))->click();
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

    void an_order_is_shown_by_its_number_and_opens_a_ticket()
    {
        PagesDesk desk(supervisor());
        auto *page = desk.open<OrdersPage>();
        QVERIFY(page);
        const OrderNo wanted = *OrderNo::from_text("C20261123-0079");
        page->show_order(wanted);
        auto *detail = page->findChild<OrderDetail *>();
        const OrderExplanation &truth = desk.service.explanations.at(wanted);
        QTRY_COMPARE(tile(*detail, QStringLiteral("Paid"))->figure(), desk.context.format.money(truth.paid));
        QCOMPARE(tile(*detail, QStringLiteral("Returned unused"))->figure(),
                 desk.context.format.money(truth.order.returned));
        QTRY_COMPARE(cell(*table_of(*page), table_of(*page)->currentIndex().row(), 0),
                     QStringLiteral("C20261123-0079"));
        QCOMPARE(named_table(*detail, QStringLiteral("Movements of money"))->model()->rowCount(),
                 static_cast<int>(truth.transfers.size()));
        QCOMPARE(named_table(*detail, QStringLiteral("Order log"))->model()->rowCount(), 3);
        QVERIFY(named_table(*detail, QStringLiteral("How the fee comes about"))->model()->rowCount() >= 2);

        // The curve's values as a table and back, by keyboard.
        DataTable *readings = named_table(*detail, QStringLiteral("Readings of the session"));
        QVERIFY(!readings->isVisible());
        QTest::keyClick(detail->findChild<CurveView *>()->canvas(), Qt::Key_T);
        QVERIFY(readings->isVisible());
        QCOMPARE(readings->model()->rowCount(), static_cast<int>(truth.readings.size()));
        QTest::keyClick(readings, Qt::Key_T);
        QVERIFY(!readings->isVisible());
        QSignalSpy asked(page, &OrdersPage::openTicketRequested);
        for (Button *found : detail->findChildren<Button *>()) {
            if (found->text() == QStringLiteral("Open ticket"))
                found->click();
        }
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].value<OrderNo>(), wanted);
    }

    void an_order_follows_the_feed()
    {
        PagesDesk desk(supervisor());
        auto *page = desk.open<OrdersPage>();
        QVERIFY(page);
        const OrderNo order_no = desk.service.order_rows.front().order_no;
        auto *detail = page->findChild<OrderDetail *>();
        QTRY_COMPARE(detail->order_no(), order_no);
        desk.service.explanations.at(order_no).order.fee = yuan(9'999);
        desk.service.order_rows.front().fee = yuan(9'999);
        Q_EMIT desk.feed.rowsChanged({Changed{ChangedTable::Orders, order_no.text(), 2}});
        QTRY_COMPARE(tile(*detail, QStringLiteral("Fee"))->figure(), QStringLiteral("¥99.99"));
        QTRY_COMPARE(cell(*table_of(*page), 0, 6), QStringLiteral("¥99.99"));
        QCOMPARE(detail->order_no(), order_no);
    }

    void refunds_filter_and_show_their_proof()
    {
        PagesDesk desk(supervisor());
        auto *page = desk.open<RefundsPage>();
        QVERIFY(page);
        PagedTable *table = table_of(*page);
        QTRY_COMPARE(table->model()->rowCount(), 9);
        chip(*page, QStringLiteral("Paid back"))->click();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const Refund &proven = desk.service.refund_rows[3];
        const QString id = QString::fromStdString(proven.transfer_id.to_text());
        const auto shown = [&](const QString &text) {
            for (const QLabel *label : page->findChildren<QLabel *>()) {
                if (label->text().contains(text))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(shown(id));
        QVERIFY(shown(QStringLiteral("Electricity 3.35 of 12.88 kWh × ¥0.85")));  // the basis, word for word
        QVERIFY(shown(QStringLiteral("wang.jing")));
        QSignalSpy asked(page, &RefundsPage::ticketRequested);
        for (Button *found : page->findChildren<Button *>()) {
            if (found->text() == QStringLiteral("Open T-20919"))
                found->click();
        }
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].value<TicketNo>().text(), std::string("T-20919"));
    }
};

QTEST_MAIN(OrdersAndRefundsTest)
#include "orders_and_refunds_test.moc"
