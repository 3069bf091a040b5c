// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets about claims, on a desk that answers from memory: what they send, what they refuse.
#include <QAbstractItemModelTester>

#include "models/item/timeline_model.h"
#include "tests/ui/goods_bench.h"
#include "tests/ui/page_finds.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/tickets/case_tabs.h"
#include "ui/tickets/claim_evidence_sheet.h"
#include "ui/tickets/claim_sheet.h"
#include "ui/tickets/decide_claim_sheet.h"
#include "ui/tickets/evidence_box.h"
#include "ui/tickets/small_sheets.h"

using namespace aftercharge;

class GoodsClaimSheetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_claim_needs_words_and_evidence();
    void a_claim_promises_no_more_than_remains();
    void evidence_is_checked_and_can_be_removed();
    void evidence_is_pasted();
    void asked_for_evidence_is_handed_in();
    void evidence_sent_by_hand_is_marked();
    void a_denied_claim_is_decided();
};

void GoodsClaimSheetsTest::a_claim_needs_words_and_evidence()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ClaimSheet>(Qt::Key_L);
    QVERIFY(sheet);
    QCOMPARE(sheet->parcel_box()->currentData().toString(), QStringLiteral("S20261121-0004"));
    QCOMPARE(sheet->type_box()->currentText(), QStringLiteral("Loss"));
    QVERIFY(!sheet->primary_button()->isEnabled());
    QVERIFY(sheet->strip()->text().startsWith(QStringLiteral("Write what happened")));
    sheet->description_edit()->setPlainText(QStringLiteral("Lost at the hub"));
    QCOMPARE(sheet->strip()->text(), QStringLiteral("A claim needs at least one piece of evidence."));
    sheet->evidence()->tick(0)->setChecked(true);
    QVERIFY(sheet->primary_button()->isEnabled());
    QVERIFY(sheet->evidence()->add({"report.txt", "text/plain", "lost"}));
    sheet->amount_edit()->setText(QStringLiteral("1400"));
    sheet->up_to_edit()->setText(QStringLiteral("500"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Claim ¥1,400.00, up to ¥500.00 to the customer"));
    QSignalSpy toasts(bench.page.get(), &TicketsPage::toast);
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_COMPARE(toasts.size(), 1);
    QCOMPARE(bench.goods.claim_drafts.size(), std::size_t{1});
    const ClaimDraft &draft = bench.goods.claim_drafts.front();
    QCOMPARE(draft.shipment_no.text(), std::string("S20261121-0004"));
    QCOMPARE(draft.type, ClaimType::Loss);
    QCOMPARE(draft.amount, tickets_money("1400.00"));
    QCOMPARE(*draft.up_to, tickets_money("500.00"));
    QCOMPARE(draft.description, std::string("Lost at the hub"));
    QCOMPARE(draft.evidence.size(), std::size_t{1});
    QCOMPARE(draft.evidence_ids.size(), std::size_t{1});
}

void GoodsClaimSheetsTest::a_claim_promises_no_more_than_remains()
{
    GoodsBench bench("200.00");
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ClaimSheet>(Qt::Key_L);
    QVERIFY(sheet);
    sheet->description_edit()->setPlainText(QStringLiteral("Lost"));
    sheet->evidence()->tick(0)->setChecked(true);
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Ask for approval of up to ¥1,451.11"));
    sheet->up_to_edit()->setText(QStringLiteral("1451.12"));
    QVERIFY(!sheet->primary_button()->isEnabled());
    QVERIFY(sheet->strip()->text().contains(QStringLiteral("¥1,451.11")));
    sheet->up_to_edit()->clear();
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Claim ¥1,451.11"));
    QVERIFY(!sheet->draft()->up_to);
    sheet->up_to_edit()->setText(QStringLiteral("0"));
    QVERIFY(!sheet->draft()->up_to);
    sheet->amount_edit()->setText(QStringLiteral("0"));
    QVERIFY(!sheet->draft());
}

void GoodsClaimSheetsTest::evidence_is_checked_and_can_be_removed()
{
    GoodsBench bench;
    EvidenceBox box(bench.themes, {}, bench.context.format);
    QVERIFY(!box.add({"photo.png", "image/png", "not a picture"}));
    QVERIFY(box.refusal().contains(QStringLiteral("not what its name says")));
    QVERIFY(!box.add({"film.mp4", "application/octet-stream", "x"}));
    QVERIFY(!box.add({"empty.txt", "text/plain", ""}));
    QVERIFY(box.refusal().contains(QStringLiteral("is empty")));
    QVERIFY(!box.add({"long.txt", "text/plain", std::string(max_evidence_bytes + 1, 'a')}));
    QVERIFY(box.refusal().contains(QStringLiteral("larger than 5 MB")));
    QCOMPARE(box.count(), std::size_t{0});
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("invoice.pdf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("%PDF-1.4 invoice");
    file.close();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(box.add_from(dropped));
    QVERIFY(box.refusal().isEmpty());
    QCOMPARE(box.files().front().media_type, std::string("application/pdf"));
    QVERIFY(!box.add_from(dropped));  // the same bytes twice
    QCOMPARE(box.count(), std::size_t{1});
    QVERIFY(box.add({"b.txt", "text/plain", "second"}));
    Button *remove = nullptr;
    for (Button *found : box.findChildren<Button *>()) {
        if (found->accessibleName() == QStringLiteral("Remove invoice.pdf"))
            remove = found;
    }
    QVERIFY(remove);
    remove->click();
    QTRY_COMPARE(box.count(), std::size_t{1});
    QCOMPARE(box.files().front().name, std::string("b.txt"));
    for (int i = 0; i < 9; ++i)
        QVERIFY(box.add({"n.txt", "text/plain", "n" + std::to_string(i)}));
    QVERIFY(!box.add({"n.txt", "text/plain", "one too many"}));
}

void GoodsClaimSheetsTest::evidence_is_pasted()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::Lost));
    auto *sheet = bench.press<ClaimSheet>(Qt::Key_L);
    QVERIFY(sheet);
    QImage image(20, 10, QImage::Format_RGB32);
    image.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(image);
    sheet->evidence()->tick(0)->setFocus();
    QTest::keyClick(sheet->evidence()->tick(0), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(sheet->evidence()->files().size(), std::size_t{1});
    QCOMPARE(sheet->evidence()->files().front().media_type, std::string("image/png"));
    // A field takes what is pasted into it for itself.
    QGuiApplication::clipboard()->setText(QStringLiteral("words"));
    sheet->description_edit()->setFocus();
    QTest::keyClick(sheet->description_edit(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(sheet->description_edit()->toPlainText(), QStringLiteral("words"));
    QCOMPARE(sheet->evidence()->files().size(), std::size_t{1});
}

void GoodsClaimSheetsTest::asked_for_evidence_is_handed_in()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::EvidenceAsked));
    auto *sheet = bench.press<ClaimEvidenceSheet>(Qt::Key_E);
    QVERIFY(sheet);
    QVERIFY(banner(*sheet, "carrierWords")->text().contains(QStringLiteral("proof of value")));
    QVERIFY(!sheet->primary_button()->isEnabled());
    // The photo is with the claim already, so it is not offered again.
    QVERIFY(sheet->findChildren<QCheckBox *>().isEmpty());
    QVERIFY(sheet->evidence()->add({"invoice.txt", "text/plain", "2598.00"}));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Submit 1 file"));
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(bench.goods.called("add_claim_evidence K20261124-0002"));
    QCOMPARE(bench.goods.evidence_files.front().front().name, std::string("invoice.txt"));
    QVERIFY(bench.goods.evidence_ids.front().empty());
    QTRY_VERIFY(!bench.page->sheet());
}

void GoodsClaimSheetsTest::evidence_sent_by_hand_is_marked()
{
    GoodsBench bench;
    QVERIFY(bench.show(GoodsCase::EvidenceAsked));
    auto *nothing = bench.press<EvidenceSentSheet>(Qt::Key_M);
    QVERIFY(nothing);
    QVERIFY(!nothing->primary_button()->isEnabled());
    nothing->cancel_button()->click();
    ClaimDossier &claim = bench.goods.claim_dossiers.begin()->second;
    claim.evidence.front().sent_at.reset();
    auto *sheet = bench.press<EvidenceSentSheet>(Qt::Key_M);
    QVERIFY(sheet);
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("I have sent this file"));
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_VERIFY(bench.goods.called("mark_evidence_sent K20261124-0002"));
}

void GoodsClaimSheetsTest::a_denied_claim_is_decided()
{
    GoodsBench bench("200.00");
    QVERIFY(bench.show(GoodsCase::Denied));
    auto *sheet = bench.press<DecideClaimSheet>(Qt::Key_D);
    QVERIFY(sheet);
    QVERIFY(banner(*sheet, "carrierWords")->text().contains(QStringLiteral("not covered")));
    QCOMPARE(sheet->decision(), ClaimDecision::PlatformCovers);
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->reason_edit()->setPlainText(QStringLiteral("We cover this once."));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Ask for approval of ¥1,451.11"));
    sheet->amount_edit()->setText(QStringLiteral("150"));
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Cover ¥150.00 to Stripe"));
    sheet->choose(ClaimDecision::Coupon);
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Issue a coupon of ¥150.00"));
    sheet->amount_edit()->setText(QStringLiteral("1451.12"));
    QVERIFY(!sheet->primary_button()->isEnabled());
    sheet->choose(ClaimDecision::Nothing);
    QVERIFY(!sheet->amount_edit()->isVisible());
    QCOMPARE(sheet->primary_button()->text(), QStringLiteral("Close the claim with nothing"));
    sheet->choose(ClaimDecision::Coupon);
    sheet->amount_edit()->setText(QStringLiteral("99.50"));
    QTest::mouseClick(sheet->primary_button(), Qt::LeftButton);
    QTRY_COMPARE(bench.goods.claim_decisions.size(), std::size_t{1});
    const ClaimDecisionDraft &draft = bench.goods.claim_decisions.front();
    QCOMPARE(draft.decision, ClaimDecision::Coupon);
    QCOMPARE(*draft.amount, tickets_money("99.50"));
    QCOMPARE(draft.reason, std::string("We cover this once."));
    QVERIFY(draft.basis.find("Packaging was not sufficient") != std::string::npos);
}

QTEST_MAIN(GoodsClaimSheetsTest)
#include "goods_claim_sheets_test.moc"
