// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtWidgets>

#include "tests/ui/common_gallery_pages.h"
#include "ui/common/banner.h"
#include "ui/common/busy_bar.h"
#include "ui/common/button.h"
#include "ui/common/empty_state.h"
#include "ui/common/flow_layout.h"
#include "ui/common/icons.h"
#include "ui/common/key_cap.h"
#include "ui/common/state_chip.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

QWidget *make_board(const ThemeController &themes, const Words &w)
{
    auto *board = new QWidget;
    board->setProperty("role", QStringLiteral("page"));
    board->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(board);
    column->setContentsMargins(16, 16, 16, 16);
    auto *buttons = new QHBoxLayout;
    const std::pair<ButtonRole, QString> roles[] = {{ButtonRole::Primary, w("Approve refund…", "批准退款…")},
                                                    {ButtonRole::Secondary, w("Reject…", "驳回…")},
                                                    {ButtonRole::Danger, w("Stop charging…", "停止充电…")},
                                                    {ButtonRole::DangerFilled, w("Stop now", "立即停止")},
                                                    {ButtonRole::Pill, w("Wall", "大屏")},
                                                    {ButtonRole::Quiet, w("Reset", "重置")}};
    for (const auto &[role, text] : roles) {
        auto *button = new Button(themes, role, text);
        if (role == ButtonRole::Primary || role == ButtonRole::Secondary)
            button->set_key_hint(role == ButtonRole::Primary ? QStringLiteral("A") : QStringLiteral("R"));
        buttons->addWidget(button);
        auto *off = new Button(themes, role, text);
        off->setEnabled(false);
        buttons->addWidget(off);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    auto *chips = new QWidget;
    auto *flow = new FlowLayout(8, chips);
    const std::tuple<Tone, ChipShape, QString> states[] = {
        {Tone::Ok, ChipShape::Dot, w("Charging", "充电中")}, {Tone::Bad, ChipShape::Triangle, w("Phantom", "虚充")},
        {Tone::Warn, ChipShape::Ring, w("Offline", "离线")}, {Tone::Info, ChipShape::Square, w("Settling", "结算中")},
        {Tone::Neutral, ChipShape::None, w("flat", "平")},   {Tone::Warn, ChipShape::None, w("peak", "峰")}};
    for (const auto &[tone, shape, text] : states) {
        auto *chip = new StateChip(themes);
        chip->set_state(tone, shape, text);
        flow->addWidget(chip);
    }
    for (const char *key : {"J", "K", "Ctrl Enter"})
        flow->addWidget(new KeyCap(themes, QLatin1String(key)));
    column->addWidget(chips);
    auto *icons = new QWidget;
    auto *icon_flow = new FlowLayout(10, icons);
    for (int i = 0; i <= static_cast<int>(IconName::Key); ++i) {
        auto *icon = new QLabel;
        icon->setPixmap(themes.icons().pixmap(static_cast<IconName>(i), 20, themes.theme().text, 1.0));
        icon_flow->addWidget(icon);
    }
    column->addWidget(icons);
    for (const Tone tone : {Tone::Ok, Tone::Warn, Tone::Bad, Tone::Info, Tone::Neutral}) {
        auto *banner = new Banner(themes);
        banner->set_message(tone, w("Connection lost. Not settled; waiting for stored readings until tomorrow 10:38.",
                                    "连接中断。未结算；等待补传读数至明日 10:38。"));
        if (tone == Tone::Warn)
            banner->set_action(w("Show", "查看"));
        column->addWidget(banner);
    }
    auto *busy = new BusyBar(themes);
    busy->start(w("Exporting settlements.xlsx", "正在导出 settlements.xlsx"));
    busy->set_progress(640'112, 1'000'000);
    column->addWidget(busy);
    auto *form = new QHBoxLayout;
    auto *field = new QLineEdit(QStringLiteral("CP-0412"));
    auto *combo = new QComboBox;
    combo->addItems({w("All stations", "全部站点")});
    auto *check = new QCheckBox(w("Only mine", "只看我的"));
    check->setChecked(true);
    form->addWidget(field);
    form->addWidget(combo);
    form->addWidget(check);
    form->addStretch(1);
    column->addLayout(form);
    auto *empty = new EmptyState(themes, IconName::Tickets, w("No tickets are waiting", "没有待处理的工单"),
                                 w("New complaints appear here at once.", "新投诉会立即显示在这里。"));
    empty->set_action(w("Show resolved", "查看已解决"));
    column->addWidget(empty, 1);
    return board;
}

}  // namespace aftercharge
