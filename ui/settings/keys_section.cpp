// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keys_section.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

#include "ui/common/card.h"
#include "ui/common/key_cap.h"
#include "ui/common/labels.h"
#include "ui/common/page_parts.h"

namespace aftercharge {

KeysSection::KeysSection(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(context.themes, this);
    card->set_title(tr("Keys"), tr("the whole work can be done without a mouse"));
    QBoxLayout *column = nullptr;
    card->body()->addWidget(make_scroll_column(column), 1);
    const auto make_grid = [] {
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(Space::l);
        grid->setVerticalSpacing(7);
        grid->setColumnMinimumWidth(0, 120);
        grid->setColumnStretch(1, 1);
        return grid;
    };
    QGridLayout *left = make_grid();
    QGridLayout *right = make_grid();
    const auto key = [](const char16_t *text) { return QString::fromUtf16(text); };
    add_place(*left, tr("Everywhere"),
              {{{key(u"Ctrl K")}, tr("Search and commands")},
               {{key(u"Ctrl F")}, tr("Search in this page")},
               {{key(u"Tab")}, tr("To the next field or button")},
               {{key(u"Esc")}, tr("Close the question, empty the search")},
               {{key(u"Enter")}, tr("Press the button, open the row")}});
    add_place(*left, tr("Tables"),
              {{{key(u"↑"), key(u"↓")}, tr("Row before, row after")},
               {{key(u"Home"), key(u"End")}, tr("First row, last row")}});
    add_place(*left, tr("Curves"),
              {{{key(u"←"), key(u"→")}, tr("Read the values, reading by reading")},
               {{key(u"+"), key(u"−")}, tr("Zoom in, zoom out")},
               {{key(u"0")}, tr("Fit the whole session")},
               {{key(u"T")}, tr("The same values as a table")}});
    add_place(*right, tr("Live"),
              {{{key(u"J"), key(u"K")}, tr("Next session, session before")},
               {{key(u"S")}, tr("Stop charging…")},
               {{key(u"T")}, tr("Open ticket")},
               {{key(u"F")}, tr("Filter")}});
    add_place(*right, tr("Tickets"),
              {{{key(u"J"), key(u"K")}, tr("Next ticket, ticket before")},
               {{key(u"T")}, tr("Take the ticket; on its curve: the readings")},
               {{key(u"A")}, tr("Refund…")},
               {{key(u"C")}, tr("Confirm a provisional fee…")},
               {{key(u"R")}, tr("Reject…")},
               {{key(u"N")}, tr("Note")},
               {{key(u"Ctrl Enter")}, tr("Send the reply")},
               {{key(u"Ctrl Shift Enter")}, tr("Send the reply and go on")}});
    add_place(*right, tr("Approvals"), {{{key(u"A")}, tr("Approve…")}, {{key(u"R")}, tr("Send back…")}});
    auto *halves = new QHBoxLayout;
    halves->setContentsMargins(Space::m, Space::s, Space::m, Space::m);
    halves->setSpacing(Space::xl);
    for (QGridLayout *grid : {left, right}) {
        auto *half = new QVBoxLayout;
        half->addLayout(grid);
        half->addStretch(1);
        halves->addLayout(half, 1);
    }
    column->addLayout(halves);
    column->addStretch(1);
    outer->addWidget(card);
}

void KeysSection::add_place(QGridLayout &grid, const QString &place, const QList<Entry> &entries)
{
    int row = grid.rowCount();
    auto *heading = make_label(LabelRole::Heading, place, this);
    heading->setContentsMargins(0, Space::s, 0, 0);
    grid.addWidget(heading, row++, 0, 1, 2);
    for (const Entry &entry : entries) {
        auto *caps = new QHBoxLayout;
        caps->setSpacing(Space::xs);
        for (const QString &key : entry.keys)
            caps->addWidget(new KeyCap(context_.themes, key, this));
        caps->addStretch(1);
        grid.addLayout(caps, row, 0);
        auto *what = make_label(LabelRole::Body, entry.what, this);
        what->setAccessibleName(entry.keys.join(QStringLiteral(", ")) + u": " + entry.what);
        grid.addWidget(what, row++, 1);
    }
}

}  // namespace aftercharge
