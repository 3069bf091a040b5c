// SPDX-License-Identifier: GPL-3.0-or-later
// Orders, refunds, approvals, audit and settings: that everything in them has a name, and
// their pictures in both languages, both themes and two sizes.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/approvals_samples.h"
#include "tests/ui/page_finds.h"
#include "tests/ui/pages_desk.h"
#include "tests/ui/pictures.h"
#include "ui/approvals/approvals_page.h"
#include "ui/approvals/approve_sheet.h"
#include "ui/approvals/batch_approve_sheet.h"
#include "ui/audit/audit_page.h"
#include "ui/common/find_field.h"
#include "ui/orders/batch_form.h"
#include "ui/orders/batch_sheet.h"
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

private:
    static void batches(OrdersPage &page, QWidget &frame, PagesDesk &desk, const QString &tag);
    static void approvals(PagesDesk &desk, QSize size, const QString &tag);
};

// Four sessions of one incident: what each would get, and what came of them.
void PagesPicturesTest::batches(OrdersPage &page, QWidget &frame, PagesDesk &desk, const QString &tag)
{
    PagedTable *table = table_of(page);
    table->selectRow(0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    save(frame, QStringLiteral("orders-chosen-") + tag);
    desk.approvals.on_quote = [](const BatchDraft &draft) {
        BatchQuote quote;
        quote.total = yuan(0);
        for (const OrderNo &order_no : draft.orders) {
            const bool refused = quote.rows.size() == 2;
            quote.rows.push_back({.order_no = order_no,
                                  .member_id = MemberId::from_text("M-21101").value(),
                                  .paid = yuan(4'620),
                                  .refunded_before = yuan(refused ? 4'620 : 0),
                                  .amount = yuan(refused ? 0 : 2'310),
                                  .refusal = {}});
            if (refused)
                quote.rows.back().refusal = Error{ErrorCode::RefundExceedsPaid, {}};
            quote.refused += refused ? 1 : 0;
            quote.total = add(quote.total, quote.rows.back().amount).value();
        }
        quote.approvers = 2;
        return answered<BatchQuote>(quote);
    };
    desk.approvals.on_request = [&desk](const BatchDraft &) {
        return answered<RefundBatch>(desk.approvals.batch_views[waiting_batch()].batch);
    };
    button(page, "refund_chosen")->click();
    auto *sheet = page.findChild<BatchSheet *>();
    sheet->form()->choose(BatchShare::ShareOfFee);
    QTest::keyClicks(sheet->form()->value_edit(), QStringLiteral("50"));
    QTRY_VERIFY(sheet->primary_button()->isEnabled());
    save(frame, QStringLiteral("orders-batch-") + tag);
    sheet->primary_button()->click();
    save(frame, QStringLiteral("orders-batch-result-") + tag);
    sheet->close_sheet();
}

void PagesPicturesTest::approvals(PagesDesk &desk, QSize size, const QString &tag)
{
    auto *page = new ApprovalsPage(desk.context);
    const auto frame = framed(desk.themes, page, IconName::Approvals);
    frame->resize(size);
    frame->show();
    auto *list = page->findChild<DataTable *>(QStringLiteral("waiting"));
    QTRY_COMPARE(list->model()->rowCount(), 4);
    list->setFocus();
    save(*frame, QStringLiteral("approvals-batch-") + tag);
    button(*page, "approve")->click();
    save(*frame, QStringLiteral("approvals-batch-sheet-") + tag);
    auto *batch = page->findChild<BatchApproveSheet *>();
    desk.approvals.on_approve = [&desk](const BatchNo &, const Money &) {
        return answered<RefundBatch>(desk.approvals.batch_views[carried_out_batch()].batch);
    };
    batch->primary_button()->click();
    save(*frame, QStringLiteral("approvals-batch-result-") + tag);
    batch->close_sheet();
    list->selectRow(3);
    save(*frame, QStringLiteral("approvals-above-") + tag);
    list->selectRow(2);
    save(*frame, QStringLiteral("approvals-") + tag);
    button(*page, "approve")->click();
    save(*frame, QStringLiteral("approvals-sheet-") + tag);
    auto *sheet = page->findChild<ApproveSheet *>();
    desk.service.on_approve = [](const RefundNo &no, const Money &) {
        return answered<Refund>(fail(ErrorCode::ApprovalVoided, no.text() + ": " + changes_text(sample_changes())));
    };
    sheet->primary_button()->click();
    save(*frame, QStringLiteral("approvals-voided-") + tag);
    sheet->close_sheet();
    button(*page, "send_back")->click();
    save(*frame, QStringLiteral("approvals-send-back-") + tag);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    desk.approvals.pictures["R20261123-0011"].changes = sample_changes();
    Q_EMIT desk.feed.resynchronised();
    save(*frame, QStringLiteral("approvals-changed-") + tag);
    page->show_batch(carried_out_batch());
    save(*frame, QStringLiteral("approvals-decided-") + tag);
    const auto before = desk.service.refund_rows;
    desk.service.refund_rows.clear();
    desk.approvals.batch_rows.clear();
    const auto empty = framed(desk.themes, new ApprovalsPage(desk.context), IconName::Approvals);
    empty->resize(size);
    empty->show();
    save(*empty, QStringLiteral("approvals-empty-") + tag);
    desk.service.refund_rows = before;
}

void PagesPicturesTest::pictures()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    const QString tag = QLatin1String(QTest::currentDataTag());
    PagesDesk desk(supervisor(), dark ? ThemeChoice::Dark : ThemeChoice::Light);
    desk.context.clock = &desk.now;
    fill_pictures(desk.approvals);
    fill_batches(desk.approvals);
    desk.approvals.rules = {{yuan(2'000), 2}};
    desk.approvals.vote_rows["R20261123-0011"] = {sample_vote("R20261123-0011", "chen.bo", 2'140, 12)};
    desk.approvals.vote_rows["B20261123-0001"] = {sample_vote("B20261123-0001", "chen.bo", 2'800, 95)};
    desk.approvals.batch_views[waiting_batch()].votes = desk.approvals.vote_rows["B20261123-0001"];
    desk.approvals.batch_views[waiting_batch()].approvers = 2;
    desk.approvals.vote_rows["R20261123-0009"] = {sample_vote("R20261123-0009", "wang.jing", 436, 49)};
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
        batches(*page, *frame, desk, tag);
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
    approvals(desk, size, tag);
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
