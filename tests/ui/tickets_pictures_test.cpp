// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the ticket page and its sheets in both languages, both themes and the two screen
// sizes that are promised, to pictures/tickets-*.png, for a person to look at; and checks that
// no word is cut off.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/pictures.h"
#include "tests/ui/tickets_samples.h"
#include "ui/common/button.h"
#include "ui/common/cell_delegate.h"
#include "ui/common/curve_view.h"
#include "ui/common/data_table.h"
#include "ui/common/labels.h"
#include "ui/common/search_field.h"
#include "ui/common/tabular_text.h"
#include "ui/tickets/case_tabs.h"
#include "ui/tickets/elided_heading.h"
#include "ui/tickets/refund_sheet.h"
#include "ui/tickets/reject_sheet.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_queue.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

using namespace aftercharge;

namespace {

// The page in a frame of the shell's measures.
struct Stage {
    Stage(bool dark, bool zh, QSize size, const char *limit, bool empty = false)
        : themes(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light),
          settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          clock(tickets_now()), context{desk,
                                        feed,
                                        themes,
                                        settings,
                                        Format(zh ? QLocale(QLocale::Chinese, QLocale::China)
                                                  : QLocale(QLocale::English, QLocale::UnitedStates),
                                               QTimeZone("Asia/Shanghai")),
                                        tickets_agent(limit),
                                        {}}
    {
        fill_tickets(desk, zh);
        if (empty)
            desk.ticket_rows.clear();
        page = new TicketsPage(context, nullptr, &clock);
        window = framed(themes, page, IconName::Tickets);
        window->resize(size);
        window->show();
        window->activateWindow();
        page->setFocus();
    }

    QTemporaryDir folder;
    ThemeController themes;
    QSettings settings;
    FakeDeskService desk;
    FakeLiveFeed feed;
    FakeClock clock;
    DeskContext context;
    std::unique_ptr<QWidget> window;
    TicketsPage *page = nullptr;
};

// What a person could not read to its end: labels, buttons, table headers, tabs.
QStringList cut_off(QWidget &root, const ThemeController &themes)
{
    QStringList found;
    for (QLabel *label : root.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        if (label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                              : label->width() < label->sizeHint().width())
            found.append(label->text());
    }
    for (ElidedHeading *label : root.findChildren<ElidedHeading *>()) {
        if (label->isVisible() && label->width() < label->sizeHint().width())
            found.append(label->text());
    }
    for (QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width())
            found.append(button->text());
    }
    for (DataTable *table : root.findChildren<DataTable *>()) {
        if (!table->isVisible())
            continue;
        if (table->horizontalScrollBar()->isVisible())
            found.append(QStringLiteral("scroll bar: ") + table->objectName());
        QFont caption = table->font();
        caption.setPixelSize(11);
        for (const int column : table->shown_columns()) {
            const QString head = table->model()->headerData(column, Qt::Horizontal).toString();
            if (QFontMetrics(caption).horizontalAdvance(head) + 16 > table->columnWidth(column))
                found.append(QStringLiteral("header: ") + head);
            if (qobject_cast<WrappedDelegate *>(table->itemDelegateForColumn(column)))
                continue;
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const QString text = table->model()->index(row, column).data().toString();
                if (tabular_width(text, themes.theme().fonts.body) + 15 > table->columnWidth(column))
                    found.append(QStringLiteral("cell: ") + text);
            }
        }
    }
    for (QTabBar *tabs : root.findChildren<QTabBar *>()) {
        int width = 0;
        for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i)
            width += tabs->tabRect(i).width();
        if (width > tabs->parentWidget()->width())
            found.append(QStringLiteral("tabs"));
    }
    return found;
}

}  // namespace

class TicketsPicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pictures_data() { add_picture_rows(); }
    void pictures();

private:
    static void look(Stage &stage, const QString &name);
};

void TicketsPicturesTest::look(Stage &stage, const QString &name)
{
    save_picture(*stage.window, QStringLiteral("tickets-") + name);
    const QStringList cut = cut_off(*stage.page, stage.themes);
    QVERIFY2(cut.isEmpty(), qPrintable(name + QStringLiteral(": ") + cut.join(QStringLiteral(" | "))));
}

void TicketsPicturesTest::pictures()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    const QString tag = QLatin1String(QTest::currentDataTag());
    {
        Stage stage(dark, chinese, size, "200.00");
        QTRY_VERIFY(stage.page->view()->dossier());
        look(stage, QStringLiteral("page-") + tag);
        for (int tab = 1; tab < CaseTabs::tab_count; ++tab) {
            stage.page->view()->tabs()->setCurrentIndex(tab);
            look(stage, QStringLiteral("tab%1-").arg(tab) + tag);
        }
        stage.page->view()->tabs()->setCurrentIndex(CaseTabs::Reports);
        stage.page->view()->header_row()->refund_button()->click();
        look(stage, QStringLiteral("refund-") + tag);
        qobject_cast<RefundSheet *>(stage.page->sheet())->amount_edit()->setText(QStringLiteral("9999"));
        look(stage, QStringLiteral("refused-") + tag);
        stage.page->sheet()->cancel_button()->click();
        stage.page->view()->header_row()->reject_button()->click();
        auto *reject = qobject_cast<RejectSheet *>(stage.page->sheet());
        reject->reason_edit()->setPlainText(RejectSheet::templates().front());
        look(stage, QStringLiteral("reject-") + tag);
    }
    {
        Stage stage(dark, chinese, size, "200.00");
        stage.page->show_ticket(TicketNo::from_text("T-20933").value());
        QTRY_COMPARE(stage.page->view()->dossier()->ticket.ticket_no.text(), std::string("T-20933"));
        look(stage, QStringLiteral("open-") + tag);
    }
    {
        Stage stage(dark, chinese, size, "20.00");
        QTRY_VERIFY(stage.page->view()->dossier());
        Q_EMIT stage.page->view()->header_row()->adjustRequested();
        qobject_cast<RefundSheet *>(stage.page->sheet())->choose(RefundBasis::WholeRest);
        look(stage, QStringLiteral("adjust-") + tag);
    }
    {
        Stage stage(dark, chinese, size, "200.00", true);
        look(stage, QStringLiteral("empty-") + tag);
    }
}

QTEST_MAIN(TicketsPicturesTest)
#include "tickets_pictures_test.moc"
