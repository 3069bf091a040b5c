// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/claim_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

#include "models/item/claim_table_model.h"
#include "ui/claims/claim_rows.h"
#include "ui/claims/claim_words.h"
#include "ui/common/banner.h"
#include "ui/common/error_words.h"
#include "ui/common/fact_list.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/page_parts.h"
#include "ui/decisions/changes_view.h"
#include "ui/decisions/picture_words.h"
#include "ui/decisions/votes_view.h"

namespace aftercharge {

ClaimView::ClaimView(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), reader_(context.approvals)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    QBoxLayout *column = nullptr;
    outer->addWidget(make_scroll_column(column));
    build_figures(*column);
    build_request(*column);
    auto *strips = new QVBoxLayout;
    strips->setContentsMargins(Space::m, 0, Space::m, Space::s);
    carrier_ = new Banner(context.themes, this);
    carrier_->setObjectName(QStringLiteral("carrierWords"));
    strips->addWidget(carrier_);
    trouble_ = make_label(LabelRole::Warn, {}, this);
    trouble_->setWordWrap(true);
    trouble_->hide();
    strips->addWidget(trouble_);
    column->addLayout(strips);
    seen_part_ = new QWidget(this);
    auto *part = new QVBoxLayout(seen_part_);
    part->setContentsMargins(0, 0, 0, 0);
    part->setSpacing(0);
    add_heading(*part, tr("What the requester saw"), tr("kept when it was asked for"));
    seen_ = new FactList(seen_part_);
    part->addWidget(seen_);
    seen_part_->hide();
    column->addWidget(seen_part_);
    build_tables(*column);
    column->addStretch(1);
    context_.desk.operators().then(this, [this](const Result<std::vector<Operator>> &people) {
        if (!people)
            return;
        people_.set(*people);
        if (dossier_)
            show_dossier();
    });
}

void ClaimView::build_figures(QBoxLayout &column)
{
    const auto tile = [this](const QString &caption) {
        return new KpiTile(context_.themes, KpiTile::Look::Plain, caption, this);
    };
    asked_ = tile(tr("Asked"));
    up_to_ = tile(tr("Promised"));
    approved_ = tile(tr("Approved"));
    worth_ = tile(tr("Lines are worth"));
    // Two by two: four amounts side by side are wider than the pane of a small screen.
    auto *figures = new QGridLayout;
    figures->setContentsMargins(Space::m, Space::s, Space::m, Space::xs);
    figures->setHorizontalSpacing(Space::s);
    figures->setVerticalSpacing(0);
    const QList<KpiTile *> tiles{asked_, up_to_, approved_, worth_};
    for (int i = 0; i < tiles.size(); ++i) {
        figures->addWidget(tiles[i], i / 2, i % 2);
        figures->setColumnStretch(i % 2, 1);
    }
    column.addLayout(figures);
}

void ClaimView::build_request(QBoxLayout &column)
{
    votes_ = new VotesView(context_, this);
    column.addWidget(votes_);
    changes_ = new ChangesView(context_, this);
    column.addWidget(changes_);
    connect(&reader_, &RequestReader::came, this, &ClaimView::show_request);
    connect(&reader_, &RequestReader::failed, this, [this](const Error &error) {
        trouble_->setText(tr("Its approvals could not be read. %1").arg(ErrorWords::sentence(error)));
        trouble_->show();
    });
}

void ClaimView::show_request()
{
    const RequestFacts &facts = *reader_.facts();
    const bool waits = claim_->approval == ApprovalState::Waiting;
    votes_->show_facts(facts, waits ? std::optional(claim_->opened_at) : std::nullopt);
    changes_->show_view(facts.view);
    seen_part_->setVisible(facts.view.has_value());
    if (facts.view) {
        const ApprovalPicture &picture = facts.view->picture;
        seen_->set_facts(PictureWords(picture, context_.format, context_.network.currency).facts(picture));
    }
    Q_EMIT requestRead();
}

void ClaimView::build_tables(QBoxLayout &column)
{
    add_heading(column, tr("Claim"), context_.format.zone_name());
    facts_ = new FactList(this);
    column.addWidget(facts_);
    add_heading(column, tr("What remains of the parcel's lines"));
    lines_ = add_cell_table(column, context_, tr("What remains of the parcel's lines"), ClaimRows::line_headers(),
                            {{CellKind::Text, 170, 110, 1},
                             {CellKind::Number, 80, 60},
                             {CellKind::Number, 84, 60},
                             {CellKind::Money, 96, 80}},
                            tr("The parcel holds nothing of the order."));
    add_heading(column, tr("Evidence"), {}, HeadingLine::None);
    evidence_ = add_cell_table(column, context_, tr("Evidence"), ClaimRows::evidence_headers(),
                               {{CellKind::Text, 150, 90, 1},
                                {CellKind::Number, 56, 48},
                                {CellKind::Number, 72, 60},
                                {CellKind::Id, 82, 78},
                                {CellKind::Text, 170, 130}},
                               tr("Nothing was attached."));
    add_heading(column, tr("Refunds of this claim"), {}, HeadingLine::None);
    refunds_ = add_cell_table(column, context_, tr("Refunds of this claim"), ClaimRows::refund_headers(),
                              {{CellKind::Id, 122, 116},
                               {CellKind::Text, 110, 70},
                               {CellKind::Chip, 112, 96},
                               {CellKind::Text, 120, 60, 1},
                               {CellKind::Money, 90, 76}},
                              tr("No money went to the customer by this claim."));
    add_heading(column, tr("Log"), tr("oldest first"), HeadingLine::None);
    log_ = add_cell_table(column, context_, tr("Log of the claim"), ClaimRows::log_headers(),
                          {{CellKind::Text, 138, 130}, {CellKind::Text, 200, 110, 1}, {CellKind::Text, 90, 70}},
                          tr("Nothing happened yet."));
}

void ClaimView::show_claim(const Claim &claim)
{
    const bool other = !claim_ || claim_->claim_no != claim.claim_no;
    claim_ = claim;
    if (other) {
        dossier_.reset();
        facts_->set_facts({});
        votes_->clear();
        changes_->hide();
        seen_part_->hide();
        for (const CellTable *table : {&lines_, &evidence_, &refunds_, &log_})
            table->show_rows({});
    }
    show_figures();
    ask();
    read_request();
}

void ClaimView::read_request()
{
    reader_.read(claim_->claim_no.text(), claim_->up_to);
}

void ClaimView::ask()
{
    context_.goods.claim(claim_->claim_no)
        .then(this, [this, no = claim_->claim_no](const Result<ClaimDossier> &dossier) {
            if (!claim_ || claim_->claim_no != no)
                return;
            trouble_->setVisible(!dossier);
            if (!dossier) {
                trouble_->setText(tr("The claim could not be read. %1").arg(ErrorWords::sentence(dossier.error())));
                return;
            }
            dossier_ = std::make_shared<const ClaimDossier>(*dossier);
            claim_ = dossier->claim;
            show_dossier();
            Q_EMIT dossierRead();
        });
}

void ClaimView::show_figures()
{
    const Format &format = context_.format;
    asked_->set_value(format.money(claim_->amount), tr("of the carrier"));
    up_to_->set_value(claim_->up_to.is_zero() ? QStringLiteral("—") : format.money(claim_->up_to),
                      tr("to the customer"));
    up_to_->set_tone(claim_->up_to.is_zero() ? Tone::Neutral : Tone::Info);
    approved_->set_value(claim_->approved ? format.money(*claim_->approved) : QStringLiteral("—"),
                         tr("by the carrier"));
    worth_->set_value(dossier_ ? format.money(dossier_->lines_worth) : QStringLiteral("…"), tr("at most"));
    const Tone tone = claim_tone(*claim_);
    approved_->set_tone(tone == Tone::Ok ? Tone::Ok : Tone::Neutral);
    carrier_->set_message(tone == Tone::Neutral ? Tone::Info : tone, ClaimWords::carrier(*claim_));
}

void ClaimView::show_dossier()
{
    const ClaimRows rows(*dossier_, context_.format, people_);
    show_figures();
    facts_->set_facts(ClaimWords::facts(*dossier_, people_, context_.format));
    lines_.show_rows(rows.lines());
    evidence_.show_rows(rows.evidence());
    refunds_.show_rows(rows.refunds());
    log_.show_rows(rows.log());
}

}  // namespace aftercharge
