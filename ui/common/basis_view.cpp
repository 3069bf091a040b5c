// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/basis_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include "ui/common/labels.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

BasisView::BasisView(const ThemeController &themes, QWidget *parent) : QWidget(parent), themes_(themes)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    grid->setHorizontalSpacing(Space::l);
    grid->setVerticalSpacing(Space::xs);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void BasisView::set_basis(const std::string &basis)
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    auto *grid = static_cast<QGridLayout *>(layout());
    const QString text = QString::fromStdString(basis).trimmed();
    const QStringList lines = text.isEmpty() ? QStringList{tr("The requester gave no computation.")}
                                             : text.split(u'\n');
    const auto *longest = &*std::max_element(
        lines.begin(), lines.end(), [](const QString &a, const QString &b) { return a.count(u'\t') < b.count(u'\t'); });
    const int columns = static_cast<int>(longest->count(u'\t')) + 1;
    // Of lines with columns the first is their header and the last their total.
    const auto in_columns = [](const QString &line) { return line.contains(u'\t'); };
    const auto first = std::find_if(lines.begin(), lines.end(), in_columns) - lines.begin();
    const auto last = lines.rend() - std::find_if(lines.rbegin(), lines.rend(), in_columns) - 1;
    for (int row = 0; row < lines.size(); ++row) {
        const QStringList fields = lines[row].split(u'\t');
        const LabelRole role = text.isEmpty()                ? LabelRole::Muted
                               : row == first                ? LabelRole::Caption
                               : row == last && last > first ? LabelRole::Heading
                                                             : LabelRole::Body;
        for (int column = 0; column < fields.size(); ++column) {
            auto *label = make_label(role, fields[column], this);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            label->setWordWrap(column == 0);
            if (column > 0)
                label->setAlignment(Qt::AlignRight | Qt::AlignTop);
            const bool alone = fields.size() == 1;
            grid->addWidget(label, row, column, 1, alone ? columns : 1);
        }
    }
    grid->setColumnStretch(0, 1);
    setAccessibleName(text);
}

void BasisView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themes_.theme().background);
    painter.drawRoundedRect(rect(), Space::radius_small, Space::radius_small);
}

}  // namespace aftercharge
