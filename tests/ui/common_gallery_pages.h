// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QWidget>

#include "models/domain/time.h"

namespace aftercharge {

class Sheet;
class ThemeController;

// One text in the language of a picture.
struct Words {
    bool zh;
    QString operator()(const char *english, const char *chinese) const
    {
        return QString::fromUtf8(zh ? chinese : english);
    }
};

// Seconds after the beginning of the session that the pages show.
UtcTime gallery_time(std::int64_t seconds);

void fill_sessions(QStandardItemModel &model, const Words &w);
// The live page; `model` holds its sessions.
QWidget *make_page(const ThemeController &themes, const Words &w, QStandardItemModel &model);
// The refund sheet of a ticket over `page`; `model` receives its lines.
Sheet *make_sheet(const ThemeController &themes, const Words &w, QWidget *page, QStandardItemModel &model);
// All small widgets side by side.
QWidget *make_board(const ThemeController &themes, const Words &w);

}  // namespace aftercharge
