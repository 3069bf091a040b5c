// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets>

#include "tests/ui/goods_pages_samples.h"
#include "tests/ui/goods_samples.h"
#include "tests/ui/page_finds.h"
#include "tests/ui/pages_desk.h"

namespace aftercharge {

// The pages about goods on a desk that answers from memory.
struct GoodsPagesDesk : PagesDesk {
    explicit GoodsPagesDesk(Operator person) : PagesDesk(std::move(person)), clock(goods_now())
    {
        fill_goods_pages(service, goods, false);
        context.clock = &clock;
    }
    FakeClock clock;
};

inline bool shows(const QWidget &page, const QString &text)
{
    const auto labels = page.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisibleTo(&page) && label->text().contains(text); });
}

inline int row_with(const QAbstractItemView &view, const QString &text)
{
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        if (cell(view, row, 0) == text)
            return row;
    }
    return -1;
}

inline QString text_of(const ClaimNo &claim_no)
{
    return QString::fromStdString(claim_no.text());
}

}  // namespace aftercharge
