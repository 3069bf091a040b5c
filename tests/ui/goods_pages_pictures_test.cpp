// SPDX-License-Identifier: GPL-3.0-or-later
// The pages about goods in both languages, both themes and the two screen sizes that are promised,
// to pictures/goods-page-*.png, for a person to look at; and that no word in them is cut off.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/cut_off.h"
#include "tests/ui/goods_pages_samples.h"
#include "tests/ui/goods_samples.h"
#include "tests/ui/page_finds.h"
#include "tests/ui/pages_desk.h"
#include "tests/ui/pictures.h"
#include "ui/approvals/approvals_page.h"
#include "ui/approvals/claim_approve_sheet.h"
#include "ui/claims/claim_view.h"
#include "ui/claims/claims_page.h"
#include "ui/orders/goods_detail.h"
#include "ui/orders/orders_page.h"
#include "ui/refunds/discrepancies.h"
#include "ui/refunds/reconciliations.h"
#include "ui/refunds/refunds_page.h"
#include "ui/refunds/resolve_sheet.h"

using namespace aftercharge;

namespace {

struct Stage : PagesDesk {
    Stage(bool dark, bool chinese, QSize size)
        : PagesDesk(supervisor(), dark ? ThemeChoice::Dark : ThemeChoice::Light), clock(goods_now()), size_(size)
    {
        fill_goods_pages(service, goods, chinese);
        context.clock = &clock;
        if (chinese)
            context.format = Format(QLocale(QLocale::Chinese, QLocale::China), QTimeZone("Asia/Shanghai"));
    }
    template<typename Page>
    Page *show(IconName icon)
    {
        auto *made = new Page(context);
        shown = made;
        window = framed(themes, made, icon);
        window->resize(size_);
        window->show();
        QTest::qWait(80);
        return made;
    }
    void look(const QString &name)
    {
        save_picture(*window, QStringLiteral("goods-page-%1-%2").arg(name, QLatin1String(QTest::currentDataTag())));
        QStringList cut = cut_off(*shown, themes);
        // Of a cell the tool tip says the rest; the detail beside the list has it whole.
        cut.removeIf([](const QString &text) { return text.startsWith(QStringLiteral("cell: ")); });
        QVERIFY2(cut.isEmpty(), qPrintable(name + QStringLiteral(": ") + cut.join(QStringLiteral(" | "))));
    }

    FakeClock clock;
    std::unique_ptr<QWidget> window;
    QWidget *shown = nullptr;
    QSize size_;
};

}  // namespace

class GoodsPagesPicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pictures_data() { add_picture_rows(); }
    void pictures();
    void empty_data() { add_picture_rows(); }
    void empty();

private:
    static void claims(Stage &stage);
    static void orders(Stage &stage);
    static void refunds(Stage &stage);
    static void approvals(Stage &stage);
};

void GoodsPagesPicturesTest::claims(Stage &stage)
{
    auto *page = stage.show<ClaimsPage>(IconName::Claims);
    auto *table = table_of(*page);
    table->setFocus();
    table->selectRow(1);
    QTRY_VERIFY(page->findChild<ClaimView *>()->dossier());
    stage.look(QStringLiteral("claims"));
    page->findChild<ClaimView *>()->findChild<QScrollArea *>()->verticalScrollBar()->setValue(3000);
    stage.look(QStringLiteral("claims-below"));
    table->selectRow(2);
    QTRY_VERIFY(button(*page, "decide")->isVisible());
    button(*page, "decide")->click();
    stage.look(QStringLiteral("claims-decide"));
}

void GoodsPagesPicturesTest::orders(Stage &stage)
{
    auto *page = stage.show<OrdersPage>(IconName::Orders);
    page->show_goods_order(stage.goods.order_rows[3].order_no);
    QTest::qWait(60);
    stage.look(QStringLiteral("orders"));
    auto *bar = page->findChild<GoodsDetail *>()->findChild<QScrollArea *>()->verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    stage.look(QStringLiteral("orders-middle"));
    bar->setValue(bar->maximum());
    stage.look(QStringLiteral("orders-below"));
}

void GoodsPagesPicturesTest::refunds(Stage &stage)
{
    auto *page = stage.show<RefundsPage>(IconName::Refunds);
    for (int row = 0; row < table_of(*page)->model()->rowCount(); ++row) {
        if (cell(*table_of(*page), row, 0) == QStringLiteral("R20261124-0003"))
            table_of(*page)->selectRow(row);
    }
    QTRY_VERIFY(banner(*page, "failure")->isVisible());
    stage.look(QStringLiteral("refunds"));
    page->show_tab(RefundsPage::OpenQuestions);
    auto *pane = page->findChild<Discrepancies *>();
    stage.look(QStringLiteral("discrepancies"));
    button(*pane, "resolve")->click();
    stage.look(QStringLiteral("discrepancies-resolve"));
    pane->findChild<ResolveSheet *>()->close_sheet();
    page->show_tab(RefundsPage::Reconciled);
    stage.look(QStringLiteral("reconciliation"));
    page->findChild<Reconciliations *>()->findChild<DataTable *>(QStringLiteral("runs"))->selectRow(2);
    QTest::qWait(30);
    stage.look(QStringLiteral("reconciliation-running"));
}

void GoodsPagesPicturesTest::approvals(Stage &stage)
{
    auto *page = stage.show<ApprovalsPage>(IconName::Approvals);
    stage.look(QStringLiteral("approvals-refund"));
    auto *list = page->findChild<DataTable *>(QStringLiteral("waiting"));
    QTRY_COMPARE(list->model()->rowCount(), 5);
    const QString claim = QString::fromStdString(waiting_claim().text());
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        if (cell(*list, row, 0) == claim)
            list->selectRow(row);
    }
    QTRY_VERIFY(button(*page, "approve")->isEnabled());
    stage.look(QStringLiteral("approvals-claim"));
    button(*page, "approve")->click();
    stage.look(QStringLiteral("approvals-claim-sheet"));
}

void GoodsPagesPicturesTest::pictures()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    Stage stage(dark, chinese, size);
    claims(stage);
    orders(stage);
    refunds(stage);
    approvals(stage);
}

void GoodsPagesPicturesTest::empty()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    Stage stage(dark, chinese, size);
    stage.goods.claim_rows.clear();
    stage.goods.order_rows.clear();
    stage.goods.discrepancy_rows.clear();
    stage.goods.reconciliation_rows.clear();
    stage.show<ClaimsPage>(IconName::Claims);
    stage.look(QStringLiteral("empty-claims"));
    stage.show<OrdersPage>(IconName::Orders)->show_view(OrdersPage::Goods);
    stage.look(QStringLiteral("empty-orders"));
    auto *page = stage.show<RefundsPage>(IconName::Refunds);
    page->show_tab(RefundsPage::OpenQuestions);
    stage.look(QStringLiteral("empty-discrepancies"));
    page->show_tab(RefundsPage::Reconciled);
    stage.look(QStringLiteral("empty-reconciliation"));
}

QTEST_MAIN(GoodsPagesPicturesTest)
#include "goods_pages_pictures_test.moc"
