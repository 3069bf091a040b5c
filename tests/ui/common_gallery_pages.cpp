// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common_gallery_pages.h"

#include <cmath>

#include <QtWidgets>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/curve_view.h"
#include "ui/common/data_table.h"
#include "ui/common/filter_chip.h"
#include "ui/common/icons.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/labels.h"
#include "ui/common/nav_item.h"
#include "ui/common/search_field.h"
#include "ui/common/sheet.h"
#include "ui/common/state_chip.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

namespace {

std::vector<CurvePoint> session()
{
    std::vector<CurvePoint> points;
    std::int64_t energy_ws = 0;
    for (int i = 0; i <= 240; ++i) {
        const double t = i / 240.0;
        double kw = i < 4 ? i * 25.0 : 103 + 3 * std::sin(t * 18);
        if (t > 0.45)
            kw = 103 - 118 * (t - 0.45) + 1.2 * std::sin(i * 1.7);
        CurvePoint point;
        point.at = gallery_time(i * 15);
        point.power = PowerW(static_cast<std::int64_t>(kw * 1000));
        energy_ws += point.power->value() * 15;
        point.energy = EnergyWh(energy_ws / 3600);
        point.voltage = VoltageMv(static_cast<std::int64_t>(392'000 + 30'000 * t + 900 * std::sin(i * 2.3)));
        point.soc = SocPermille(static_cast<std::int64_t>(180 + 620 * std::pow(t, 0.85)));
        if (i == 120 || i == 122) {
            point.excluded = true;
            point.power = PowerW(20'000);
        }
        points.push_back(point);
    }
    return points;
}

QStandardItem *cell(const QString &text, Tone tone = Tone::Neutral, ChipShape shape = ChipShape::None,
                    int permille = -1)
{
    auto *item = new QStandardItem(text);
    item->setData(static_cast<int>(tone), CellRole::tone);
    item->setData(static_cast<int>(shape), CellRole::chip_shape);
    if (permille >= 0)
        item->setData(permille, CellRole::permille);
    return item;
}

QWidget *make_navigation(const ThemeController &themes, const Words &w)
{
    auto *navigation = new QFrame;
    navigation->setProperty("role", QStringLiteral("navigation"));
    navigation->setFixedWidth(Space::navigation);
    auto *column = new QVBoxLayout(navigation);
    column->setContentsMargins(8, 10, 8, 8);
    column->setSpacing(2);
    const std::tuple<IconName, QString, int, bool> items[] = {
        {IconName::Live, w("Live", "实时监控"), 148, false},  {IconName::Tickets, w("Tickets", "工单"), 23, true},
        {IconName::Refunds, w("Refunds", "退款"), 6, false},  {IconName::Claims, w("Claims", "理赔"), 4, false},
        {IconName::Orders, w("Orders", "订单"), 0, false},    {IconName::Approvals, w("Approvals", "审批"), 3, true},
        {IconName::Reports, w("Reports", "报表"), 0, false},  {IconName::Audit, w("Audit", "审计"), 0, false},
        {IconName::Settings, w("Settings", "设置"), 0, false}};
    for (const auto &[icon, text, count, urgent] : items) {
        auto *item = new NavItem(themes, icon, text);
        item->set_count(count, urgent);
        item->setChecked(icon == IconName::Live);
        column->addWidget(item);
    }
    column->addStretch(1);
    return navigation;
}

Card *make_sessions(const ThemeController &themes, const Words &w, QStandardItemModel &model)
{
    auto *card = new Card(themes);
    card->set_title(w("Sessions", "会话"));
    auto *all = new FilterChip(themes, w("All", "全部"));
    all->set_count(148);
    all->setChecked(true);
    auto *look = new FilterChip(themes, w("Need a look", "需关注"));
    look->set_count(3);
    auto *offline = new FilterChip(themes, w("Offline", "离线"));
    offline->set_count(1);
    for (QWidget *chip : {all, look, offline})
        card->add_header_widget(chip);
    auto *wall = new Button(themes, ButtonRole::Pill, w("Wall", "大屏"));
    wall->setIcon(themes.icons().icon(IconName::Table));
    auto *save = new Button(themes, ButtonRole::Pill, w("Export", "导出"));
    save->setIcon(themes.icons().icon(IconName::Export));
    card->add_action(wall);
    card->add_action(save);
    auto *table = new DataTable(themes);
    table->setModel(&model);
    table->set_columns({{CellKind::Id, 84, 76},
                        {CellKind::Chip, 100, 84},
                        {CellKind::Soc, 96, 70},
                        {CellKind::Number, 58, 48},
                        {CellKind::Number, 58, 50},
                        {CellKind::Money, 68, 60},
                        {CellKind::Number, 64, 56},
                        {CellKind::Text, 90, 60, 1}});
    table->selectRow(0);
    table->setFixedHeight(28 + 9 * Space::row);
    card->body()->addWidget(table);
    card->add_section(w("Events", "事件"), w("newest first", "最新在前"));
    auto *events = new DataTable(themes);
    auto *list = new QStandardItemModel(0, 3, events);
    const std::tuple<const char *, const char *, Tone, QString> entries[] = {
        {"10:41:12", "CP-0661", Tone::Bad,
         w("Stopped by charge point: HighTemperature (gun). Settled ¥47.06, ¥2.94 returned to balance, customer told.",
           "充电桩停止：枪温过高。已结算 ¥47.06，¥2.94 退回余额，已通知客户。")},
        {"10:40:58", "CP-0733", Tone::Bad,
         w("Current 108 A without energy since 10:36:30. Nothing billed for it; ticket T-20930 opened, technician proposed.",
           "10:36:30 起有电流 108 A 无电量增长。不计费；已建工单 T-20930，建议派人检修。")},
        {"10:38:04", "CP-0091", Tone::Warn,
         w("Connection lost. Not settled; waiting for stored readings until tomorrow 10:38.",
           "连接中断。未结算；等待补传读数至明日 10:38。")},
        {"10:36:21", "CP-0515", Tone::Neutral, w("Started by card, ¥50.00 frozen.", "刷卡启动，冻结 ¥50.00。")}};
    for (const auto &[time, point, tone, text] : entries) {
        auto *when = cell(QLatin1String(time));
        when->setData(true, CellRole::muted);
        list->appendRow({when, cell(QLatin1String(point)), cell(text, tone)});
    }
    events->setModel(list);
    events->set_columns({{CellKind::Id, 76}, {CellKind::Id, 76}, {CellKind::Wrapped, 200, 120, 1}});
    events->set_row_height(Space::row_two_lines);
    events->horizontalHeader()->hide();
    card->body()->addWidget(events, 1);
    return card;
}

CurveView *make_curves(const ThemeController &themes, const Words &w)
{
    auto *curves = new CurveView(themes, QTimeZone("Asia/Shanghai"));
    curves->set_points(session());
    curves->set_stretches(
        {{CurveStretch::Kind::Finding, gallery_time(1200), gallery_time(1700),
          w("Meter 35 % above V·I·t (18 min)", "电表增量比 V·I·t 高 35 %（18 分钟）")},
         {CurveStretch::Kind::Offline, gallery_time(2900), gallery_time(3200), w("Offline", "离线")},
         {CurveStretch::Kind::Replayed, gallery_time(2900), gallery_time(3200), w("Uploaded later", "补传")}});
    curves->set_marks({{CurveMark::Kind::Start, gallery_time(0), w("Start", "开始")}});
    curves->setMinimumHeight(320);
    return curves;
}

Card *make_detail(const ThemeController &themes, const Words &w)
{
    auto *card = new Card(themes);
    card->set_title(QStringLiteral("CP-0412 / 1"));
    auto *chip = new StateChip(themes);
    chip->set_state(Tone::Ok, ChipShape::Dot, w("Charging", "充电中"));
    card->add_header_widget(chip);
    card->add_header_widget(make_label(LabelRole::Mono, QStringLiteral("C20261123-0097")));
    card->add_action(new Button(themes, ButtonRole::Secondary, w("Open ticket", "新建工单")));
    card->add_action(new Button(themes, ButtonRole::Danger, w("Stop charging…", "停止充电…")));
    auto *curves = make_curves(themes, w);
    card->body()->addWidget(curves);
    auto *tiles = new QHBoxLayout;
    tiles->setContentsMargins(12, 8, 12, 8);
    auto *fee = new KpiTile(themes, KpiTile::Look::Plain, w("Fee so far", "当前费用"));
    fee->set_value(QStringLiteral("¥40.86"), w("of ¥50.00 frozen", "冻结 ¥50.00"));
    auto *energy = new KpiTile(themes, KpiTile::Look::Plain, w("Energy", "电量"));
    energy->set_value(QStringLiteral("31.42 kWh"), QStringLiteral("184,220 → 215,640 Wh"));
    auto *end = new KpiTile(themes, KpiTile::Look::Plain, w("Estimated end", "预计结束"));
    end->set_value(QStringLiteral("10:55"), w("at 80 %, tapering", "80 % 时，降功率"));
    for (QWidget *tile : {fee, energy, end})
        tiles->addWidget(tile);
    card->body()->addLayout(tiles);
    card->body()->addStretch(1);
    QObject::connect(curves, &CurveView::tableRequested, card, [] {});
    return card;
}

}  // namespace

UtcTime gallery_time(std::int64_t seconds)
{
    return parse_iso8601("2026-11-23T02:00:00.000Z").value() + std::chrono::seconds(seconds);
}

void fill_sessions(QStandardItemModel &model, const Words &w)
{
    model.setHorizontalHeaderLabels({w("Point", "充电桩"), w("State", "状态"), w("SOC", "SOC"), w("kW", "kW"),
                                     w("kWh", "kWh"), w("Fee", "费用"), w("Left", "剩余"), w("Health", "健康")});
    struct Row {
        const char *point, *kw, *kwh, *fee, *left;
        int soc;
        int state;
    };
    static constexpr Row rows[] = {{"CP-0412/1", "78.4", "31.42", "¥40.86", "14 min", 573, 0},
                                   {"CP-0118/2", "41.0", "44.07", "¥57.29", "9 min", 830, 0},
                                   {"CP-0733/1", "44.6", "12.88", "¥16.74", "—", 410, 1},
                                   {"CP-0091/1", "0.0", "27.10", "¥35.23", "—", 660, 2},
                                   {"CP-0455/2", "118.2", "8.90", "¥11.57", "31 min", 220, 0},
                                   {"CP-0207/1", "19.7", "50.66", "¥65.86", "6 min", 910, 0},
                                   {"CP-0661/1", "0.0", "36.20", "¥47.06", "done", 780, 3},
                                   {"CP-0382/2", "96.3", "15.01", "¥19.51", "22 min", 350, 0},
                                   {"CP-0515/1", "60.2", "2.44", "¥3.17", "41 min", 120, 0}};
    for (const Row &row : rows) {
        QStandardItem *state = nullptr;
        QStandardItem *health = nullptr;
        if (row.state == 0) {
            state = cell(w("Charging", "充电中"), Tone::Ok, ChipShape::Dot);
            health = cell(w("Healthy", "正常"), Tone::Ok);
        } else if (row.state == 1) {
            state = cell(w("Phantom", "虚充"), Tone::Bad, ChipShape::Triangle);
            health = cell(w("No energy", "电量不增"), Tone::Bad);
        } else if (row.state == 2) {
            state = cell(w("Offline", "离线"), Tone::Warn, ChipShape::Ring);
            health = cell(w("Silent 6 min", "失联 6 分"), Tone::Warn);
        } else {
            state = cell(w("Settling", "结算中"), Tone::Info, ChipShape::Square);
            health = cell(w("Hot gun", "枪温高"), Tone::Bad);
        }
        model.appendRow({cell(QString::fromUtf8(row.point)), state,
                         cell(QStringLiteral("%1 %").arg(row.soc / 10), Tone::Neutral, ChipShape::None, row.soc),
                         cell(QString::fromUtf8(row.kw)), cell(QString::fromUtf8(row.kwh)),
                         cell(QString::fromUtf8(row.fee)), cell(QString::fromUtf8(row.left)), health});
    }
}

QWidget *make_page(const ThemeController &themes, const Words &w, QStandardItemModel &model)
{
    auto *page = new QWidget;
    page->setProperty("role", QStringLiteral("page"));
    page->setAttribute(Qt::WA_StyledBackground);
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *bar = new QFrame;
    bar->setProperty("role", QStringLiteral("strip"));
    bar->setFixedHeight(44);
    auto *top = new QHBoxLayout(bar);
    top->setContentsMargins(14, 0, 14, 0);
    auto *brand = make_label(LabelRole::Heading, QStringLiteral("Aftercharge"));
    auto *logo = new QLabel;
    logo->setPixmap(themes.icons().pixmap(IconName::Bolt, 16, themes.theme().text, 1.0));
    top->addWidget(logo);
    top->addWidget(brand);
    top->addSpacing(82);
    top->addWidget(
        new SearchField(themes, w("Search orders, members, parcels, charge points…", "搜索订单、会员、运单、充电桩…"),
                        QStringLiteral("Ctrl K")));
    top->addStretch(1);
    auto *store = new StateChip(themes);
    store->set_state(Tone::Ok, ChipShape::Dot, w("local, encrypted", "本地（已加密）"));
    top->addWidget(store);
    outer->addWidget(bar);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(make_navigation(themes, w));
    auto *content = new QVBoxLayout;
    content->setContentsMargins(14, 12, 14, 12);
    content->setSpacing(10);
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(10);
    const std::tuple<QString, QString, QString> figures[] = {
        {w("Charging now", "正在充电"), QStringLiteral("148"), w("of 312 connectors", "共 312 枪")},
        {w("Power", "功率"), QStringLiteral("7.42 MW"), w("peak 9.10 at 08:40", "峰值 9.10 于 08:40")},
        {w("Energy today", "今日电量"), QStringLiteral("38.6 MWh"), w("¥50,112 in fees", "费用 ¥50,112")},
        {w("Need a look", "需关注"), QStringLiteral("3"),
         w("1 phantom · 1 offline · 1 fault", "1 虚充 · 1 离线 · 1 故障")},
        {w("Reports", "上报"), QStringLiteral("9.9 /s"), w("0 rejected", "0 拒绝")}};
    for (const auto &[caption, figure, note] : figures) {
        auto *tile = new KpiTile(themes, KpiTile::Look::Framed, caption);
        tile->set_value(figure, note);
        tiles->addWidget(tile);
    }
    content->addLayout(tiles);
    auto *panes = new QHBoxLayout;
    panes->setSpacing(10);
    panes->addWidget(make_sessions(themes, w, model), 105);
    panes->addWidget(make_detail(themes, w), 100);
    content->addLayout(panes, 1);
    middle->addLayout(content, 1);
    outer->addLayout(middle, 1);
    return page;
}

Sheet *make_sheet(const ThemeController &themes, const Words &w, QWidget *page, QStandardItemModel &model)
{
    auto *sheet = new Sheet(themes, page);
    sheet->set_title(w("Approve refund", "批准退款"), QStringLiteral("R20261123-0088"));
    sheet->body()->addWidget(
        make_label(LabelRole::Muted, w("Order C20261123-0104 · 10:20:15 – 10:38:30 · back to platform balance",
                                       "订单 C20261123-0104 · 差异时段 10:20:15 – 10:38:30 · 退回平台余额")));
    model.setHorizontalHeaderLabels(
        {w("Item", "项目"), w("Paid", "已付"), w("Refunded", "已退"), w("Now", "本次退"), w("Stays", "剩余")});
    const QStringList lines[] = {{w("Electricity 3.35 kWh × ¥0.85", "电费 3.35 kWh × ¥0.85"), QStringLiteral("¥10.95"),
                                  QStringLiteral("¥0.00"), QStringLiteral("¥2.85"), QStringLiteral("¥8.10")},
                                 {w("Service 3.35 kWh × ¥0.45", "服务费 3.35 kWh × ¥0.45"), QStringLiteral("¥5.80"),
                                  QStringLiteral("¥0.00"), QStringLiteral("¥1.51"), QStringLiteral("¥4.29")},
                                 {w("Total", "合计"), QStringLiteral("¥16.75"), QStringLiteral("¥0.00"),
                                  QStringLiteral("¥4.36"), QStringLiteral("¥12.39")}};
    for (const QStringList &line : lines) {
        QList<QStandardItem *> row;
        for (const QString &text : line)
            row.append(cell(text));
        model.appendRow(row);
    }
    model.item(2, 0)->setData(true, CellRole::strong);
    auto *table = new DataTable(themes);
    table->setModel(&model);
    table->set_columns({{CellKind::Text, 220, 120, 1},
                        {CellKind::Number, 80},
                        {CellKind::Number, 80},
                        {CellKind::Money, 80},
                        {CellKind::Number, 80}});
    table->setFixedHeight(28 + 3 * Space::row);
    table->setFocusPolicy(Qt::NoFocus);
    sheet->body()->addWidget(table);
    auto *reason = new QComboBox;
    reason->addItem(w("Device fault (fast meter)", "设备故障（电表偏快）"));
    sheet->body()->addWidget(reason);
    auto *banner = new Banner(themes);
    banner->set_message(
        Tone::Ok,
        w("Within your limit of ¥200.00: no second approval. Booked at once; the order becomes “after sales”.",
          "在您的审批额度 ¥200.00 之内，无需复核；提交后自动入账，订单标记为“已售后”。"));
    sheet->body()->addWidget(banner);
    sheet->set_footer_note(w("The computation is kept with the refund", "计算依据与附件随退款单保存"));
    sheet->set_primary(w("Refund ¥4.36 to balance", "退款 ¥4.36 至余额"));
    return sheet;
}

}  // namespace aftercharge
