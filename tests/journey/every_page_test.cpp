// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractItemView>

#include "tests/journey/journey_desk.h"
#include "tests/journey/keys.h"
#include "tests/journey/words_check.h"
#include "ui/common/search_field.h"
#include "ui/common/sheet.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/top_bar.h"
#include "ui/tickets/case_tabs.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

using namespace aftercharge;

namespace {

constexpr int patience_ms = 60'000;
constexpr int speed = 120;
// More stops of the keyboard than any page has.
constexpr qsizetype most_stops = 150;

struct NamedPage {
    PageId page;
    const char *name;
};
constexpr NamedPage pages[] = {
    {PageId::Live, "live"},     {PageId::Tickets, "tickets"},   {PageId::Refunds, "refunds"},
    {PageId::Claims, "claims"}, {PageId::Orders, "orders"},     {PageId::Approvals, "approvals"},
    {PageId::Audit, "audit"},   {PageId::Settings, "settings"},
};

bool has_rows(const QWidget &page)
{
    const auto views = page.findChildren<QAbstractItemView *>();
    return std::any_of(views.begin(), views.end(), [](const QAbstractItemView *view) {
        return view->isVisible() && view->model() && view->model()->rowCount() > 0;
    });
}

bool has_open_sheet(const QWidget &window)
{
    const auto sheets = window.findChildren<Sheet *>();
    return std::any_of(sheets.begin(), sheets.end(), [](const Sheet *sheet) { return sheet->is_open(); });
}

}  // namespace

// Every page at 1366 x 768, in both languages, with nothing in the store and with a day's
// work in it: every stop of the keyboard has a name, no word is cut off, no key does harm.
class EveryPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void an_empty_store_data() { languages(); }
    void an_empty_store();
    void a_store_with_work_in_it_data() { languages(); }
    void a_store_with_work_in_it();
    void the_first_page_data() { languages(); }
    void the_first_page();

private:
    static void languages();
    void raise(bool zh);
    void work();
    Ticket complain(const char *charge_point);
    void look(const QWidget &root, const QString &name);
    void press_everything();
    void go_round(const char *name);

    std::unique_ptr<JourneyDesk> desk_;
};

void EveryPageTest::languages()
{
    QTest::addColumn<bool>("zh");
    QTest::newRow("en") << false;
    QTest::newRow("zh") << true;
}

void EveryPageTest::raise(bool zh)
{
    desk_.reset();
    desk_ = std::make_unique<JourneyDesk>(speed);
    const auto opened = desk_->open_new_store();
    QVERIFY2(opened, opened ? "" : to_line(opened.error()).c_str());
    QVERIFY(desk_->choose_person(QStringLiteral("M. Sato")));
    if (zh) {
        const QPointer<Shell> before = desk_->window().shell();  // the next one may stand at the same address
        keys::run_command(QStringLiteral("Switch language"));
        QTRY_VERIFY_WITH_TIMEOUT(!before, patience_ms);
    }
    QCOMPARE(desk_->window().size(), QSize(1366, 768));
}

// Until the page has come to rest: what is still cut off or nameless then is told.
void EveryPageTest::look(const QWidget &root, const QString &name)
{
    QStringList wrong;
    const auto is_well = [&] {
        wrong = cut_off(root) + nameless(root);
        return wrong.isEmpty();
    };
    const bool well = QTest::qWaitFor(is_well, patience_ms / 2);
    if (!well) {
        const QDir pictures(QCoreApplication::applicationDirPath() + QStringLiteral("/../pictures"));
        pictures.mkpath(QStringLiteral("."));
        desk_->window().grab().save(pictures.filePath(QStringLiteral("every-page-") + name + QStringLiteral(".png")));
    }
    QVERIFY2(well, qPrintable(name + QStringLiteral(": ") + wrong.join(QStringLiteral(" | "))));
}

// What a page understands, where there is nothing to do it to.
void EveryPageTest::press_everything()
{
    const PageId page = desk_->shell().current_page();
    for (const Qt::Key key : {Qt::Key_J, Qt::Key_K, Qt::Key_S, Qt::Key_T, Qt::Key_A, Qt::Key_R, Qt::Key_N, Qt::Key_F,
                              Qt::Key_Down, Qt::Key_Escape, Qt::Key_Return, Qt::Key_Escape})
        keys::press(key);
    QVERIFY(desk_->shell().current_page() == page);
    QVERIFY(!has_open_sheet(desk_->window()));
}

// Tab and Shift+Tab come back to where they began, by the same stops and out of the page.
void EveryPageTest::go_round(const char *name)
{
    const auto stops = [](Qt::KeyboardModifiers modifiers) {
        QList<const QWidget *> met;
        const QWidget *start = QApplication::focusWidget();
        do {
            met.append(QApplication::focusWidget());
            keys::press(Qt::Key_Tab, modifiers);
        } while (QApplication::focusWidget() != start && met.size() < most_stops);
        return met;
    };
    const auto told = [](const QList<const QWidget *> &met) {
        QStringList names;
        for (const QWidget *stop : met)
            names.append(stop ? keys::name_of(*stop) : QString());
        return names.join(u'|');
    };
    QVERIFY2(QApplication::focusWidget(), name);
    // Of chips that exclude each other the one that was there last is the stop: the first round tells which.
    stops(Qt::NoModifier);
    const auto forth = stops(Qt::NoModifier);
    const auto back = stops(Qt::ShiftModifier);
    const SearchField *search = desk_->shell().findChild<TopBar *>()->search();
    QVERIFY2(forth.contains(search) && back.contains(search) && forth.size() < most_stops, name);
    QVERIFY2(QSet(forth.begin(), forth.end()) == QSet(back.begin(), back.end()),
             qPrintable(QLatin1String(name) + u'\n' + told(forth) + u'\n' + told(back)));
}

void EveryPageTest::an_empty_store()
{
    QFETCH(bool, zh);
    raise(zh);
    if (QTest::currentTestFailed())
        return;
    for (const auto &[page, name] : pages) {
        desk_->shell().show_page(page);
        look(desk_->shell(), QStringLiteral("empty-") + QLatin1String(name));
        if (page != PageId::Settings)
            press_everything();
        if (QTest::currentTestFailed())
            return;
    }
}

Ticket EveryPageTest::complain(const char *charge_point)
{
    TicketDraft draft;
    draft.order_no = desk_->order_at(charge_point)->order_no;
    draft.reason = "多扣费";
    draft.text = "The display said less than what was taken.";
    draft.actor = {Source::Admin, "m.sato"};
    return desk_->desk().open_ticket(draft).result().value();
}

// A running session, settled ones with complaints: one refunded, one rejected, one refund that
// waits because it was asked for by somebody without that limit.
void EveryPageTest::work()
{
    QVERIFY(desk_->drive_up({
        {"CP-0412", "M-1004", "hongqi-e-hs9", 100, 1000, 60, ""},
        {"CP-0455", "M-1001", "byd-dolphin-60", 400, 560, 90, "fast-meter@2kWh:1.35"},
        {"CP-0320", "M-1002", "mg-zs-ev", 560, 660, 90, ""},
        {"CP-0246", "M-1003", "porsche-macan-4", 300, 620, 270, ""},
    }));
    for (const char *point : {"CP-0455", "CP-0320", "CP-0246"}) {
        QTRY_VERIFY_WITH_TIMEOUT(desk_->order_at(point) && desk_->order_at(point)->state == OrderState::Payed,
                                 2 * patience_ms);
    }
    const Ticket refused = complain("CP-0320");
    QVERIFY(desk_->desk().reject_ticket(refused.ticket_no, refused.version, "电表一致，计费无误。").result());
    RefundDraft draft;
    draft.order_no = desk_->order_at("CP-0455")->order_no;
    draft.ticket_no = complain("CP-0455").ticket_no;
    draft.amount = *Money::from_minor(436, *Currency::from_code("CNY"));
    draft.reason_code = ReasonCode::MeterFast;
    draft.basis = "Fee\t9.20\nThis refund\t4.36";
    QVERIFY(desk_->desk().request_refund(draft).result());
    desk_->desk().set_operator(*OperatorName::from_text("wang.jing"));
    draft.order_no = desk_->order_at("CP-0246")->order_no;
    draft.ticket_no = complain("CP-0246").ticket_no;
    draft.amount = desk_->order_at("CP-0246")->fee;
    draft.reason_code = ReasonCode::CustomerRequest;
    const auto waits = desk_->desk().request_refund(draft).result();
    desk_->desk().set_operator(*OperatorName::from_text("m.sato"));
    QVERIFY(waits && waits->approval == ApprovalState::Waiting);
    QTRY_VERIFY_WITH_TIMEOUT(desk_->order_at("CP-0455")->state == OrderState::AfterSales, patience_ms);
}

void EveryPageTest::a_store_with_work_in_it()
{
    QFETCH(bool, zh);
    raise(zh);
    if (!QTest::currentTestFailed())
        work();
    if (QTest::currentTestFailed())
        return;
    TicketsPage &tickets = *desk_->shell().tickets_page();
    for (const auto &[page, name] : pages) {
        desk_->shell().show_page(page);
        if (page == PageId::Tickets) {
            const auto all = desk_->desk().tickets({}).result();
            QVERIFY(all && !all->rows.empty());
            tickets.show_ticket(all->rows.front().ticket_no);
            keys::press(Qt::Key_K);
            QTRY_VERIFY_WITH_TIMEOUT(tickets.view()->dossier(), patience_ms);
            for (int tab = 0; tab < CaseTabs::tab_count; ++tab) {
                tickets.view()->tabs()->setCurrentIndex(tab);
                look(desk_->shell(), QStringLiteral("tickets-tab%1").arg(tab));
            }
        } else if (page == PageId::Settings) {
            auto *settings = qobject_cast<SettingsPage *>(desk_->shell().page(page));
            for (const SettingsSection section :
                 {SettingsSection::Network, SettingsSection::Operators, SettingsSection::ChargePoints,
                  SettingsSection::Tariffs, SettingsSection::Appearance, SettingsSection::Keys}) {
                settings->show_section(section);
                look(desk_->shell(), QStringLiteral("settings-%1").arg(static_cast<int>(section)));
            }
        } else {
            // Of claims there are none in a network that sold no goods.
            if (page != PageId::Claims)
                QTRY_VERIFY2_WITH_TIMEOUT(has_rows(*desk_->shell().page(page)), name, patience_ms);
            keys::press(Qt::Key_Down);
            look(desk_->shell(), QLatin1String(name));
        }
        go_round(name);
        if (QTest::currentTestFailed())
            return;
    }
}

void EveryPageTest::the_first_page()
{
    QFETCH(bool, zh);
    raise(zh);
    if (QTest::currentTestFailed())
        return;
    look(desk_->window(), QStringLiteral("shell"));
    desk_->window().lock();
    look(desk_->window(), QStringLiteral("locked"));
    desk_->window().ask_store({}, {});
    look(desk_->window(), QStringLiteral("open"));
    QVERIFY(keys::tab_to(QCoreApplication::translate("aftercharge::UnlockPage", "Make a new store…")));
    keys::press(Qt::Key_Return);
    look(desk_->window(), QStringLiteral("make"));
}

QTEST_MAIN(EveryPageTest)
#include "every_page_test.moc"
