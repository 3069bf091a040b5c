// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace aftercharge {

class ThemeController;

// The search field of the top bar; its key (Ctrl K) shows while it is empty. The shell
// connects the key; Esc empties the field and gives the focus back by escaped().
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    SearchField(const ThemeController &themes, const QString &placeholder, const QString &key_hint,
                QWidget *parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void escaped();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const ThemeController &themes_;
    QString key_;
};

}  // namespace aftercharge
