// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>
#include <QtWidgets>

#include "tests/ui/approvals_samples.h"
#include "tests/ui/page_finds.h"
#include "tests/ui/pages_desk.h"
#include "ui/approvals/approvals_page.h"

namespace aftercharge {

// The page of approvals at 10:41:20 of the samples' day.
struct ApprovalsDesk : PagesDesk {
    explicit ApprovalsDesk(Operator person, ThemeChoice choice = ThemeChoice::Light)
        : PagesDesk(std::move(person), choice)
    {
        context.clock = &now;
        fill_pictures(approvals);
    }
    // Shown, with this entry chosen and everything of it read; null: it is not there.
    ApprovalsPage *open_at(const char *subject)
    {
        auto *shown = open<ApprovalsPage>();
        return shown && choose(*shown, QLatin1String(subject)) ? shown : nullptr;
    }
    static bool choose(QWidget &page, const QString &subject)
    {
        DataTable *list = named_table(page, QStringLiteral("Waiting for approval"));
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (cell(*list, row, 0) == subject) {
                list->selectRow(row);
                return true;
            }
        }
        return false;
    }
    bool decided(const std::string &beginning) const
    {
        return std::any_of(approvals.calls.begin(), approvals.calls.end(),
                           [&](const std::string &call) { return call.rfind(beginning, 0) == 0; });
    }
};

inline DataTable *list_of(const QWidget &page)
{
    return named_table(page, QStringLiteral("Waiting for approval"));
}

// Texts of labels that are seen below this widget.
inline bool says(const QWidget &widget, const QString &words)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisibleTo(&widget) && label->text().contains(words);
    });
}

}  // namespace aftercharge
