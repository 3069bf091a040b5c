// SPDX-License-Identifier: GPL-3.0-or-later
// Orders, refunds, approvals, audit and settings with a scripted engine: what they show, what
// they ask and refuse; and their pictures in both languages, both themes and two sizes.
#include <QtTest>
#include <QtWidgets>

#include "tests/support/tsv_translator.h"
#include "tests/ui/live_samples.h"
#include "tests/ui/pages_samples.h"
#include "ui/approvals/approvals_page.h"
#include "ui/approvals/decision_sheets.h"
#include "ui/audit/audit_page.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/busy_bar.h"
#include "ui/common/curve_view.h"
#include "ui/common/filter_chip.h"
#include "ui/common/find_field.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/nav_item.h"
#include "ui/common/paged_table.h"
#include "ui/orders/order_detail.h"
#include "ui/orders/orders_page.h"
#include "ui/refunds/refund_view.h"
#include "ui/refunds/refunds_page.h"
#include "ui/settings/day_strip.h"
#include "ui/settings/operator_sheets.h"
#include "ui/settings/settings_page.h"

using namespace aftercharge;

namespace {

QString source_root()
{
    return QFileInfo(QString::fromUtf8(__FILE__)).dir().absoluteFilePath(QStringLiteral("../.."));
}

// A desk as main would make it, with settings of its own.
struct Desk {
    explicit Desk(Operator person, ThemeChoice choice = ThemeChoice::Light)
        : themes(*qApp, choice), settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          context{service, feed, themes, settings, Format(QLocale(), QTimeZone("Asia/Shanghai")), std::move(person),
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
    FakeLiveFeed feed;
    DeskContext context;
    std::unique_ptr<QWidget> page;
};

Operator supervisor()
{
    return sample_person("wang.jing", Role::Supervisor, yuan(3'000));
}

Operator administrator()
{
    return sample_person("chen.bo", Role::Administrator, std::nullopt);
}

PagedTable *table_of(const QWidget &page)
{
    return page.findChild<PagedTable *>();
}

QString cell(const QAbstractItemView &view, int row, int column)
{
    return view.model()->index(row, column).data().toString();
}

FilterChip *chip(const QWidget &page, const QString &text)
{
    for (FilterChip *found : page.findChildren<FilterChip *>()) {
        if (found->accessibleName() == text)
            return found;
    }
    return nullptr;
}

KpiTile *tile(const QWidget &page, const QString &caption)
{
    for (KpiTile *found : page.findChildren<KpiTile *>()) {
        if (found->accessibleName().startsWith(caption + u':'))
            return found;
    }
    return nullptr;
}

DataTable *named_table(const QWidget &page, const QString &name)
{
    for (DataTable *found : page.findChildren<DataTable *>()) {
        if (found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

Button *button(const QWidget &page, const char *name)
{
    return page.findChild<Button *>(QLatin1String(name));
}

Banner *banner(const QWidget &page, const char *name)
{
    return page.findChild<Banner *>(QLatin1String(name));
}

// Approvals come newest first: 0 is ¥34.40, 1 is ¥21.40, both asked for by li.na.
ApprovalsPage *open_approvals(Desk &desk, int row)
{
    auto *page = desk.open<ApprovalsPage>();
    if (!page || !QTest::qWaitFor([&] { return table_of(*page)->model()->rowCount() == 3; }))
        return nullptr;
    table_of(*page)->selectRow(row);
    return page;
}

}  // namespace

class PagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orders_are_found_and_shown()
    {
        Desk desk(supervisor());
        auto *page = desk.open<OrdersPage>();
        QVERIFY(page);
        PagedTable *table = table_of(*page);
        const int all = static_cast<int>(desk.service.order_rows.size());
        QTRY_COMPARE(table->model()->rowCount(), all);
        auto *detail = page->findChild<OrderDetail *>();
        QCOMPARE(detail->order_no(), desk.service.order_rows.front().order_no);  // the first one by itself
        QTRY_COMPARE(tile(*detail, QStringLiteral("Fee"))->figure(),
                     desk.context.format.money(desk.service.order_rows.front().fee));

        auto *find = page->findChild<FindField *>();
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
        Desk desk(supervisor());
        auto *page = desk.open<OrdersPage>();
        QVERIFY(page);
        const OrderNo wanted = *OrderNo::from_text("C20261123-0079");
        page->show_order(wanted);
        auto *detail = page->findChild<OrderDetail *>();
        const OrderExplanation &truth = desk.service.explanations.at(wanted);
        QTRY_COMPARE(tile(*detail, QStringLiteral("Paid"))->figure(), desk.context.format.money(truth.paid));
        QCOMPARE(tile(*detail, QStringLiteral("Returned unused"))->figure(),
                 desk.context.format.money(truth.order.returned));
        QTRY_COMPARE(cell(*table_of(*page), table_of(*page)->currentIndex().row(), 0), QStringLiteral("C20261123-0079"));
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
        Desk desk(supervisor());
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
        Desk desk(supervisor());
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

    void a_request_within_the_limit_is_approved()
    {
        Desk desk(supervisor());
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        Button *approve = button(*page, "approve");
        QVERIFY(approve->isEnabled());
        QCOMPARE(approve->text(), QStringLiteral("Approve ¥21.40…"));
        QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("Within your limit of ¥30.00")));
        QTest::keyClick(table_of(*page), Qt::Key_A);  // by keyboard
        auto *sheet = page->findChild<ApproveSheet *>();
        QVERIFY(sheet->is_open());
        QVERIFY(!desk.asked("approve_refund"));  // it asks first
        QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Approve ¥21.40"));
        QSignalSpy toast(page, &ApprovalsPage::toast);
        QTest::keyClick(sheet->primary_button(), Qt::Key_Return);
        QTRY_VERIFY(desk.asked("approve_refund R20261123-0011 21.40"));
        QTRY_VERIFY(!sheet->is_open());
        QCOMPARE(toast.count(), 1);
        QTRY_COMPARE(table_of(*page)->model()->rowCount(), 2);
        QCOMPARE(page->findChild<RefundView *>()->refund()->refund_no.text(), std::string("R20261123-0010"));
    }

    void escape_approves_nothing()
    {
        Desk desk(supervisor());
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        button(*page, "approve")->click();
        auto *sheet = page->findChild<ApproveSheet *>();
        QTest::keyClick(sheet->primary_button(), Qt::Key_Escape);
        QVERIFY(!sheet->is_open());
        QVERIFY(!desk.asked("approve_refund"));
    }

    void ones_own_request_is_refused_with_a_sentence()
    {
        Desk desk(sample_person("li.na", Role::Supervisor, yuan(90'000)));
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        QVERIFY(!button(*page, "approve")->isEnabled());
        QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("You asked for this yourself.")));
        QTest::keyClick(table_of(*page), Qt::Key_A);
        QVERIFY(!page->findChild<ApproveSheet *>()->is_open());
    }

    void above_the_limit_is_refused_with_a_sentence()
    {
        Desk desk(supervisor());
        ApprovalsPage *page = open_approvals(desk, 0);
        QVERIFY(page);
        QVERIFY(!button(*page, "approve")->isEnabled());
        QCOMPARE(banner(*page, "rights")->text(),
                 QStringLiteral("¥34.40 is above your limit of ¥30.00. Somebody with a higher limit can approve it."));
        QVERIFY(button(*page, "send_back")->isEnabled());
    }

    void without_a_limit_nothing_is_decided()
    {
        Desk desk(sample_person("gu.wei", Role::Agent, std::nullopt));
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        QVERIFY(!button(*page, "approve")->isEnabled());
        QVERIFY(!button(*page, "send_back")->isEnabled());
        QVERIFY(banner(*page, "rights")->text().startsWith(QStringLiteral("You have no approval limit.")));
    }

    void sending_back_needs_a_reason()
    {
        Desk desk(supervisor());
        ApprovalsPage *page = open_approvals(desk, 0);
        QVERIFY(page);
        button(*page, "send_back")->click();
        auto *sheet = page->findChild<SendBackSheet *>();
        QVERIFY(sheet->is_open());
        QVERIFY(!sheet->primary_button()->isEnabled());
        auto *reason = sheet->findChild<QPlainTextEdit *>();
        QVERIFY(reason->hasFocus());
        QTest::keyClicks(reason, QStringLiteral("Not the meter"));
        QVERIFY(sheet->primary_button()->isEnabled());
        sheet->primary_button()->click();
        QTRY_VERIFY(desk.asked("send_back_refund R20261123-0012 Not the meter"));
        QTRY_COMPARE(table_of(*page)->model()->rowCount(), 2);
    }

    void a_change_voids_the_question()
    {
        Desk desk(supervisor());
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        button(*page, "approve")->click();
        auto *sheet = page->findChild<ApproveSheet *>();
        desk.service.refund_rows[1].amount = yuan(2'900);
        Q_EMIT desk.feed.rowsChanged({Changed{ChangedTable::Refunds, "R20261123-0011", 2}});
        QTRY_VERIFY(!sheet->primary_button()->isEnabled());
        QVERIFY(!desk.asked("approve_refund"));
        QTRY_COMPARE(button(*page, "approve")->text(), QStringLiteral("Approve ¥29.00…"));
    }

    void what_the_engine_refuses_is_said()
    {
        Desk desk(supervisor());
        desk.service.on_approve = [](const RefundNo &, const Money &) {
            return answered<Refund>(fail(ErrorCode::RefundAlreadyDecided));
        };
        ApprovalsPage *page = open_approvals(desk, 1);
        QVERIFY(page);
        button(*page, "approve")->click();
        auto *sheet = page->findChild<ApproveSheet *>();
        sheet->primary_button()->click();
        const auto *trouble = sheet->findChild<Banner *>();
        QTRY_VERIFY(trouble->isVisible());
        QCOMPARE(trouble->text(), QStringLiteral("This request has been decided already."));
        QVERIFY(sheet->is_open());
        QVERIFY(!sheet->primary_button()->isEnabled());
    }

    void a_broken_chain_raises_the_alarm()
    {
        Desk desk(supervisor());
        auto *page = desk.open<AuditPage>();
        QVERIFY(page);
        QTRY_COMPARE(tile(*page, QStringLiteral("Sum of the ledger"))->figure(), QStringLiteral("¥0.00"));
        QVERIFY(!banner(*page, "ledger_alarm")->isVisible());
        QCOMPARE(tile(*page, QStringLiteral("Audit chain"))->figure(), QStringLiteral("Not verified"));
        button(*page, "verify")->click();
        QTRY_VERIFY(banner(*page, "chain_result")->isVisible());
        QVERIFY(banner(*page, "chain_result")->text().startsWith(QStringLiteral("The chain is intact")));
        desk.service.chain = {.entries = 10'482, .intact = false, .problem = "ledger_transfer at 812"};
        button(*page, "verify")->click();
        QTRY_COMPARE(tile(*page, QStringLiteral("Audit chain"))->figure(), QStringLiteral("Broken"));
        const QString alarm = banner(*page, "chain_result")->text();
        QVERIFY(alarm.startsWith(QStringLiteral("The chain is broken")));
        QVERIFY(alarm.contains(QStringLiteral("ledger_transfer at 812")));
    }

    void verifying_shows_progress_and_can_be_cancelled()
    {
        Desk desk(supervisor());
        QPromise<Result<ChainReport>> promise;
        promise.start();
        promise.setProgressRange(0, 1000);
        desk.service.on_verify = [&] { return promise.future(); };
        auto *page = desk.open<AuditPage>();
        QVERIFY(page);
        button(*page, "verify")->click();
        auto *busy = page->findChild<BusyBar *>();
        QVERIFY(busy->isVisible());
        QVERIFY(!button(*page, "verify")->isEnabled());
        promise.setProgressValue(420);
        const QList<QWidget *> parts = busy->findChildren<QWidget *>();
        QTRY_VERIFY(std::any_of(parts.begin(), parts.end(), [](const QWidget *part) {
            return part->accessibleName() == QStringLiteral("42 of 100");
        }));
        Q_EMIT busy->cancelRequested();
        QTRY_VERIFY(promise.isCanceled());
        promise.finish();
        QTRY_VERIFY(!busy->isVisible());
        QTRY_VERIFY(banner(*page, "chain_result")->text().startsWith(QStringLiteral("Cancelled.")));
    }

    void a_ledger_that_does_not_add_up_raises_the_alarm()
    {
        Desk desk(supervisor());
        desk.service.sum = yuan(1);
        auto *page = desk.open<AuditPage>();
        QVERIFY(page);
        QTRY_VERIFY(banner(*page, "ledger_alarm")->isVisible());
        QVERIFY(banner(*page, "ledger_alarm")->text().contains(QStringLiteral("¥0.01")));
        auto *find = page->findChild<FindField *>();
        find->setText(QStringLiteral("operator"));
        QTRY_COMPARE(table_of(*page)->model()->rowCount(), 2);
    }

    void an_administrator_keeps_the_operators()
    {
        Desk desk(administrator());
        auto *page = desk.open<SettingsPage>();
        QVERIFY(page);
        page->show_section(SettingsSection::Operators);
        QSignalSpy toast(page, &SettingsPage::toast);
        Button *add = button(*page, "add_operator");
        QVERIFY(add->isEnabled());
        QVERIFY(!button(*page, "disable")->isEnabled());  // himself is chosen
        add->click();
        auto *sheet = page->findChild<AddOperatorSheet *>();
        const auto fields = sheet->findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 3);
        fields[0]->setText(QStringLiteral("he.yan"));
        fields[2]->setText(QStringLiteral("12.345"));
        sheet->primary_button()->click();
        QTRY_VERIFY(sheet->findChild<Banner *>()->isVisible());  // more decimals than the currency has
        QVERIFY(!desk.asked("add_operator"));
        fields[2]->setText(QStringLiteral("50"));
        sheet->primary_button()->click();
        QTRY_VERIFY(!sheet->is_open());
        QCOMPARE(desk.service.operator_rows.size(), 7U);
        QCOMPARE(desk.service.operator_rows.back().approval_limit, std::optional(yuan(5'000)));
        QCOMPARE(toast.count(), 1);

        DataTable *table = named_table(*page, QStringLiteral("Operators and limits"));
        QTRY_COMPARE(table->model()->rowCount(), 7);
        table->selectRow(2);  // li.na
        button(*page, "set_limit")->click();
        auto *limit = page->findChild<LimitSheet *>();
        limit->findChild<QLineEdit *>()->setText(QStringLiteral("35"));
        QCOMPARE(limit->primary_button()->text(), QStringLiteral("Set limit to ¥35.00"));
        limit->primary_button()->click();
        QTRY_VERIFY(desk.asked("set_operator_limit li.na 35.00"));
        QTRY_COMPARE(cell(*table, 2, 3), QStringLiteral("¥35.00"));
        button(*page, "disable")->click();
        page->findChild<DisableSheet *>()->primary_button()->click();
        QTRY_VERIFY(desk.asked("disable_operator li.na"));
        QTRY_COMPARE(cell(*table, 2, 4), QStringLiteral("Disabled"));
        QVERIFY(!button(*page, "disable")->isEnabled());
    }

    void others_only_look_at_the_operators()
    {
        Desk desk(supervisor());
        auto *page = desk.open<SettingsPage>();
        QVERIFY(page);
        page->show_section(SettingsSection::Operators);
        for (const char *name : {"add_operator", "set_limit", "disable"})
            QVERIFY2(!button(*page, name)->isEnabled(), name);
    }

    void a_tariff_is_readable()
    {
        Desk desk(administrator());
        auto *page = desk.open<SettingsPage>();
        QVERIFY(page);
        page->show_section(SettingsSection::Tariffs);
        const auto *strip = page->findChild<DayStrip *>();
        QTRY_VERIFY(strip->accessibleDescription().contains(QStringLiteral("18:00–21:00 sharp ¥1.69")));
        desk.service.tariff_rows[0].json = "{";
        Q_EMIT desk.feed.resynchronised();
        const auto wrong = [&] {
            const auto banners = strip->parentWidget()->findChildren<Banner *>();
            return std::any_of(banners.begin(), banners.end(), [](const Banner *found) { return found->isVisible(); });
        };
        QTRY_VERIFY(wrong());
    }

    void the_theme_is_kept()
    {
        Desk desk(supervisor());
        auto *page = desk.open<SettingsPage>();
        QVERIFY(page);
        page->show_section(SettingsSection::Appearance);
        for (QRadioButton *choice : page->findChildren<QRadioButton *>()) {
            if (choice->text() == QStringLiteral("Dark"))
                choice->click();
        }
        QVERIFY(desk.themes.theme().dark);
        QCOMPARE(desk.settings.value(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
    }

    void everything_has_a_name()
    {
        Desk desk(administrator());
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

    void pictures_data()
    {
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        for (const QSize &size : {QSize(1440, 900), QSize(1366, 768)}) {
            for (const bool chinese : {false, true}) {
                for (const bool dark : {false, true}) {
                    const QString tag = QStringLiteral("%1-%2-%3")
                                            .arg(chinese ? QStringLiteral("zh") : QStringLiteral("en"),
                                                 dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                            .arg(size.width());
                    QTest::newRow(qPrintable(tag)) << chinese << dark << size;
                }
            }
        }
    }
    void pictures();
};

namespace {

// The page in a frame like the shell's, so that it has the size it will have there.
std::unique_ptr<QWidget> framed(const ThemeController &themes, QWidget *page, IconName icon)
{
    auto frame = std::make_unique<QWidget>();
    frame->setProperty("role", QStringLiteral("page"));
    frame->setAttribute(Qt::WA_StyledBackground);
    auto *bar = new QFrame;
    bar->setProperty("role", QStringLiteral("strip"));
    bar->setFixedHeight(44);
    auto *navigation = new QFrame;
    navigation->setProperty("role", QStringLiteral("navigation"));
    navigation->setFixedWidth(Space::navigation);
    auto *items = new QVBoxLayout(navigation);
    items->setContentsMargins(8, 10, 8, 8);
    auto *item = new NavItem(themes, icon, QString());
    item->setChecked(true);
    items->addWidget(item);
    items->addStretch(1);
    auto *status = new QFrame;
    status->setProperty("role", QStringLiteral("bar"));
    status->setFixedHeight(26);
    auto *grid = new QGridLayout(frame.get());
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(bar, 0, 0, 1, 2);
    grid->addWidget(navigation, 1, 0);
    grid->addWidget(page, 1, 1);
    grid->addWidget(status, 2, 0, 1, 2);
    return frame;
}

void save(QWidget &widget, const QString &name)
{
    const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/../pictures"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QTest::qWait(120);
    for (const DataTable *table : widget.findChildren<DataTable *>()) {
        QVERIFY2(!table->horizontalScrollBar()->isVisible(), qPrintable(name + u' ' + table->accessibleName()));
        // Rows reach the edge.
        if (table->isVisible() && table->model()->rowCount() > 0)
            QVERIFY2(table->horizontalHeader()->length() == table->viewport()->width(),
                     qPrintable(QStringLiteral("%1 %2: %3 of %4").arg(name, table->accessibleName())
                                    .arg(table->horizontalHeader()->length()).arg(table->viewport()->width())));
    }
    const QImage image = widget.grab().toImage();
    QVERIFY(image.save(folder.filePath(name + QStringLiteral(".png"))));
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    QVERIFY2(colours.size() > 40, qPrintable(name));
}

}  // namespace

void PagesTest::pictures()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    TsvTranslator translator;
    if (chinese) {
        QVERIFY(translator.add_file(source_root() + QStringLiteral("/translations/parts/pages.tsv")));
        translator.add_folder(source_root() + QStringLiteral("/translations/parts"));
        QVERIFY(qApp->installTranslator(&translator));
    }
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedStates));
    const QString tag = QLatin1String(QTest::currentDataTag());
    Desk desk(supervisor(), dark ? ThemeChoice::Dark : ThemeChoice::Light);
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
        page->findChild<QScrollArea *>()->verticalScrollBar()->setValue(2000);
        save(*frame, QStringLiteral("orders-below-") + tag);
    }
    {
        auto *page = new RefundsPage(desk.context);
        const auto frame = show(page, IconName::Refunds);
        table_of(*page)->selectRow(3);
        save(*frame, QStringLiteral("refunds-") + tag);
        page->findChild<FindField *>()->setText(QStringLiteral("R2030"));
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
    qApp->removeTranslator(&translator);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
