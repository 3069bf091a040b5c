// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QAbstractButton>

namespace aftercharge {

class ThemeController;

// A checkable pill with an optional count ("Need a look 3").
class FilterChip : public QAbstractButton {
    Q_OBJECT
public:
    FilterChip(const ThemeController &themes, const QString &text, QWidget *parent = nullptr);

    void set_count(std::optional<int> count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString label() const;

    const ThemeController &themes_;
    std::optional<int> count_;
};

}  // namespace aftercharge
