// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/labels.h"

#include <array>

#include <QLabel>
#include <QStyle>

namespace aftercharge {

namespace {

QString role_text(LabelRole role)
{
    static constexpr std::array<const char *, 11> names{"body", "heading", "title", "figure", "caption", "muted",
                                                        "mono", "ok",      "warn",  "bad",    "info"};
    return QLatin1String(names[static_cast<std::size_t>(role)]);
}

}  // namespace

QLabel *make_label(LabelRole role, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", role_text(role));
    return label;
}

void set_label_role(QLabel &label, LabelRole role)
{
    label.setProperty("role", role_text(role));
    label.style()->unpolish(&label);
    label.style()->polish(&label);
    label.update();
}

}  // namespace aftercharge
