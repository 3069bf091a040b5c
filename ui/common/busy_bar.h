// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QWidget>

class QLabel;

namespace aftercharge {

class Button;
class ThemeController;

// Long work: what is being done, how far it is, and a way to stop it. Hidden until start().
class BusyBar : public QWidget {
    Q_OBJECT
public:
    explicit BusyBar(const ThemeController &themes, QWidget *parent = nullptr);

    void start(const QString &what);                           // shown, length unknown
    void set_progress(std::int64_t done, std::int64_t total);  // total 0: unknown
    void finish();                                             // hidden again
    void set_cancellable(bool cancellable);                    // true at first

Q_SIGNALS:
    void cancelRequested();

private:
    class Track;
    QLabel *what_;
    Track *track_;
    Button *cancel_;
};

}  // namespace aftercharge
