// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/common/search_field.h"

namespace aftercharge {

// The search of a page: Ctrl F reaches it, Esc empties it, and what was typed is told once
// the typing rests, so that the store is not asked for every letter.
class FindField : public SearchField {
    Q_OBJECT
public:
    FindField(const ThemeController &themes, const QString &placeholder, QWidget *page);
    QSize sizeHint() const override { return {270, 28}; }
    std::string search_text() const { return text().trimmed().toStdString(); }

Q_SIGNALS:
    void searched();

private:
    QTimer rest_;
};

}  // namespace aftercharge
