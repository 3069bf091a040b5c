// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/network_section.h"

#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/fact_list.h"

namespace aftercharge {

NetworkSection::NetworkSection(DeskContext &context, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(context.themes, this);
    card->set_title(tr("Network"), tr("fixed when the store was made"));
    auto *facts = new FactList(card);
    const Network &network = context.network;
    const QString code = QString::fromUtf8(network.currency.code().data(),
                                           static_cast<qsizetype>(network.currency.code().size()));
    facts->set_facts({
        {tr("Name"), QString::fromStdString(network.name), LabelRole::Heading},
        {tr("Currency"), tr("%1 (%2), %3 decimals")
                             .arg(code, Format::currency_sign(network.currency).trimmed())
                             .arg(network.currency.exponent())},
        {tr("Time zone"), QString::fromStdString(network.time_zone)},
        {tr("Store made on"), context.format.date_time(network.created_at)},
        {tr("Store number"), QString::fromStdString(network.store_id.to_text()), LabelRole::Mono},
    });
    card->body()->addWidget(facts);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Space::m, 0, Space::m, Space::m);
    auto *note = new Banner(context.themes, card);
    note->set_message(Tone::Info, tr("On a local store whoever holds the key holds everything: approval by a second "
                                     "person is a procedure here, not a barrier."));
    strip->addWidget(note);
    card->body()->addLayout(strip);
    column->addWidget(card);
    column->addStretch(1);
}

}  // namespace aftercharge
