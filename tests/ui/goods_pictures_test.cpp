// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the goods tickets and their sheets in both languages, both themes and the two screen
// sizes that are promised, to pictures/goods-*.png, for a person to look at; and checks that no
// word is cut off.
#include <QtTest>
#include <QtWidgets>

#include "tests/support/fake_approval_desk.h"
#include "tests/support/fake_presence_desk.h"
#include "tests/ui/cut_off.h"
#include "tests/ui/goods_samples.h"
#include "tests/ui/pictures.h"
#include "tests/ui/tickets_samples.h"
#include "ui/common/button.h"
#include "ui/tickets/address_fields.h"
#include "ui/tickets/before_shipment_sheet.h"
#include "ui/tickets/claim_evidence_sheet.h"
#include "ui/tickets/claim_sheet.h"
#include "ui/tickets/decide_claim_sheet.h"
#include "ui/tickets/evidence_box.h"
#include "ui/tickets/exception_sheet.h"
#include "ui/tickets/failed_refund_sheet.h"
#include "ui/tickets/goods_tabs.h"
#include "ui/tickets/line_choice.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

using namespace aftercharge;

namespace {

// The page in a frame of the shell's measures.
struct Stage {
    Stage(bool dark, bool zh, QSize size, const char *limit)
        : themes(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light),
          settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          clock(goods_now()), context{desk,
                                      goods,
                                      presence,
                                      approvals,
                                      feed,
                                      themes,
                                      settings,
                                      Format(zh ? QLocale(QLocale::Chinese, QLocale::China)
                                                : QLocale(QLocale::English, QLocale::UnitedStates),
                                             QTimeZone("Asia/Shanghai")),
                                      tickets_agent(limit),
                                      {}}
    {
        fill_goods(desk, goods, zh);
        page = new TicketsPage(context, nullptr, &clock);
        window = framed(themes, page, IconName::Tickets);
        window->resize(size);
        window->show();
        window->activateWindow();
        page->setFocus();
    }
    bool show(GoodsCase which)
    {
        if (page->sheet())
            page->sheet()->cancel_button()->click();
        page->show_ticket(goods_ticket(which));
        return QTest::qWaitFor(
            [&] {
                const auto dossier = page->view()->dossier();
                return dossier && dossier->ticket.ticket_no == goods_ticket(which);
            },
            3000);
    }
    // The sheet of an action of the ticket that is shown.
    template<typename T>
    T *open(GoodsAction action)
    {
        Q_EMIT page->view()->header_row()->goodsRequested(action);
        return QTest::qWaitFor([this] { return page->sheet() != nullptr; }, 300) ? qobject_cast<T *>(page->sheet())
                                                                                 : nullptr;
    }

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
    std::unique_ptr<QWidget> window;
    TicketsPage *page = nullptr;
};

}  // namespace

class GoodsPicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tickets_data() { add_picture_rows(); }
    void tickets();
    void refunds_data() { add_picture_rows(); }
    void refunds();
    void claims_data() { add_picture_rows(); }
    void claims();

private:
    static void look(Stage &stage, const QString &name);
};

void GoodsPicturesTest::look(Stage &stage, const QString &name)
{
    save_picture(*stage.window, QStringLiteral("goods-%1-%2").arg(name, QLatin1String(QTest::currentDataTag())));
    const QStringList cut = cut_off(*stage.page, stage.themes);
    QVERIFY2(cut.isEmpty(), qPrintable(name + QStringLiteral(": ") + cut.join(QStringLiteral(" | "))));
}

void GoodsPicturesTest::tickets()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    Stage stage(dark, chinese, size, "6000.00");
    QVERIFY(stage.show(GoodsCase::Lost));
    look(stage, QStringLiteral("order"));
    QVERIFY(stage.show(GoodsCase::Denied));
    GoodsTabs *tabs = stage.page->view()->goods_tabs();
    tabs->setCurrentIndex(GoodsTabs::Parcels);
    look(stage, QStringLiteral("parcels"));
    QVERIFY(stage.show(GoodsCase::NotSent));
    tabs->setCurrentIndex(GoodsTabs::Parcels);
    Q_EMIT tabs->parcelActivated(stage.page->view()->dossier()->goods->parcels.front().shipment);
    look(stage, QStringLiteral("parcel-state"));
    QVERIFY(stage.show(GoodsCase::Denied));
    tabs->setCurrentIndex(GoodsTabs::Claims);
    look(stage, QStringLiteral("claims"));
    tabs->setCurrentIndex(GoodsTabs::Timeline);
    look(stage, QStringLiteral("timeline"));
    QVERIFY(stage.show(GoodsCase::FailedRefund));
    tabs->setCurrentIndex(GoodsTabs::Refunds);
    look(stage, QStringLiteral("refunds"));
}

void GoodsPicturesTest::refunds()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    Stage stage(dark, chinese, size, "6000.00");
    QVERIFY(stage.show(GoodsCase::NotSent));
    QVERIFY(stage.open<BeforeShipmentSheet>(GoodsAction::BeforeShipment));
    look(stage, QStringLiteral("before"));
    QVERIFY(stage.show(GoodsCase::Lost));
    auto *exception = stage.open<ExceptionSheet>(GoodsAction::Exception);
    QVERIFY(exception);
    look(stage, QStringLiteral("exception"));
    exception->lines()->refund_box(0)->setValue(0);
    exception->lines()->again_box(0)->setValue(1);
    look(stage, QStringLiteral("combined"));
    exception->address()->choose_other(true);
    exception->address()->edit("city")->clear();
    look(stage, QStringLiteral("address"));
    QVERIFY(stage.show(GoodsCase::FailedRefund));
    auto *failed = stage.open<FailedRefundSheet>(GoodsAction::FailedRefund);
    QVERIFY(failed);
    failed->hand_choice()->setChecked(true);
    look(stage, QStringLiteral("failed"));
}

void GoodsPicturesTest::claims()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    Stage stage(dark, chinese, size, "200.00");
    QVERIFY(stage.show(GoodsCase::Lost));
    auto *claim = stage.open<ClaimSheet>(GoodsAction::OpenClaim);
    QVERIFY(claim);
    look(stage, QStringLiteral("claim-empty"));
    claim->description_edit()->setPlainText(chinese ? QStringLiteral("在深圳转运中心丢失")
                                                    : QStringLiteral("Lost at the hub"));
    claim->evidence()->tick(0)->setChecked(true);
    QVERIFY(claim->evidence()->add({chinese ? "发票.txt" : "invoice.txt", "text/plain", "2598.00"}));
    QVERIFY(!claim->evidence()->add({"video.mp4", "application/octet-stream", "x"}));
    look(stage, QStringLiteral("claim"));
    QVERIFY(stage.show(GoodsCase::EvidenceAsked));
    auto *more = stage.open<ClaimEvidenceSheet>(GoodsAction::SubmitEvidence);
    QVERIFY(more);
    QVERIFY(more->evidence()->add({"invoice.txt", "text/plain", "2598.00"}));
    look(stage, QStringLiteral("evidence"));
    QVERIFY(stage.show(GoodsCase::Denied));
    auto *decide = stage.open<DecideClaimSheet>(GoodsAction::DecideClaim);
    QVERIFY(decide);
    decide->reason_edit()->setPlainText(chinese ? QStringLiteral("本次由平台承担")
                                                : QStringLiteral("We cover it this once."));
    look(stage, QStringLiteral("decide"));
    stage.goods.claim_dossiers.begin()->second.evidence.front().sent_at.reset();
    QVERIFY(stage.show(GoodsCase::EvidenceAsked));
    QVERIFY(stage.open<EvidenceSentSheet>(GoodsAction::EvidenceSent));
    look(stage, QStringLiteral("sent"));
}

QTEST_MAIN(GoodsPicturesTest)
#include "goods_pictures_test.moc"
