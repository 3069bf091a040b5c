// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/sessions_card.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>
#include <QVBoxLayout>

#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/data_table.h"
#include "ui/common/empty_state.h"
#include "ui/common/error_words.h"
#include "ui/common/filter_chip.h"
#include "ui/common/theme_controller.h"
#include "ui/live/session_text_model.h"

namespace aftercharge {

namespace {

constexpr qsizetype most_compared = 4;

}  // namespace

SessionsCard::SessionsCard(const ThemeController &themes, QSettings &settings, SessionFilterModel &sessions,
                           SessionTextModel &texts, QWidget *parent)
    : QWidget(parent), sessions_(sessions), texts_(texts), card_(new Card(themes, this)), table_(new DataTable(themes)),
      empty_(new EmptyState(themes, IconName::Plug, {}))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card_);
    build_header(themes);
    build_table(settings);
    refresh();
}

void SessionsCard::build_header(const ThemeController &themes)
{
    card_->set_title(tr("Sessions"));
    scopes_ = new QButtonGroup(this);
    all_ = new FilterChip(themes, tr("All"));
    look_ = new FilterChip(themes, tr("Need a look"));
    offline_ = new FilterChip(themes, tr("Offline"));
    const std::pair<FilterChip *, SessionScope> chips[] = {
        {all_, SessionScope::All}, {look_, SessionScope::NeedLook}, {offline_, SessionScope::Offline}};
    for (const auto &[chip, scope] : chips) {
        scopes_->addButton(chip, static_cast<int>(scope));
        card_->add_header_widget(chip);
    }
    all_->setChecked(true);
    connect(scopes_, &QButtonGroup::idClicked, this, [this](int id) { set_scope(static_cast<SessionScope>(id)); });
    station_ = new Button(themes, ButtonRole::Pill, tr("Station: all ▾"));
    card_->add_header_widget(station_);
    compare_ = new Button(themes, ButtonRole::Pill, {});
    compare_->setIcon(themes.icons().icon(IconName::Live));
    compare_->hide();
    export_ = new Button(themes, ButtonRole::Pill, tr("Export"));
    export_->setIcon(themes.icons().icon(IconName::Export));
    export_->setToolTip(tr("Export what you see as CSV"));
    card_->add_action(compare_);
    card_->add_action(export_);
    connect(station_, &Button::clicked, this, &SessionsCard::choose_station);
    connect(compare_, &Button::clicked, this, &SessionsCard::compareRequested);
    connect(export_, &Button::clicked, this, &SessionsCard::ask_export);
}

void SessionsCard::build_table(QSettings &settings)
{
    table_->setAccessibleName(tr("Sessions"));
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->set_columns({{CellKind::Id, 84, 82},
                         {CellKind::Chip, 90, 88},
                         {CellKind::Soc, 58, 46, 1},
                         {CellKind::Number, 55, 54},
                         {CellKind::Number, 55, 54},
                         {CellKind::Money, 68, 64},
                         {CellKind::Number, 70, 67},
                         {CellKind::Text, 124, 94, 1}});
    table_->setModel(&texts_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(SessionTableModel::State, Qt::AscendingOrder);
    table_->set_settings(&settings, QStringLiteral("live/sessions"));
    table_->set_placeholder(empty_);
    card_->body()->addWidget(table_, 1);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SessionsCard::current_changed);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SessionsCard::selection_changed);
    connect(table_, &DataTable::rowActivated, this, &SessionsCard::sessionActivated);
    connect(table_, &DataTable::exportRequested, this, &SessionsCard::ask_export);
    connect(empty_, &EmptyState::actionTriggered, this, [this] {
        if (emptiness_ == Emptiness::Refused)
            return Q_EMIT retryRequested();
        sessions_.set_station({});
        sessions_.set_text({});
        set_scope(SessionScope::All);
    });
}

void SessionsCard::set_emptiness(Emptiness why, const QString &detail)
{
    emptiness_ = why;
    detail_ = detail;
    refresh();
}

void SessionsCard::set_stations(const std::vector<Station> &stations)
{
    stations_ = stations;
}

void SessionsCard::refresh()
{
    const SessionCounts counts = sessions_.counts();
    all_->set_count(counts.all);
    look_->set_count(counts.need_look);
    offline_->set_count(counts.offline);
    export_->setEnabled(texts_.rowCount() > 0);
    if (texts_.rowCount() > 0)
        return;
    empty_->set_action({});
    if (emptiness_ == Emptiness::Loading) {
        empty_->set_content(IconName::Bolt, tr("Reading the sessions…"), {});
    } else if (emptiness_ == Emptiness::Refused) {
        empty_->set_content(IconName::Warning, tr("The sessions could not be read"), detail_);
        empty_->set_action(tr("Try again"));
    } else if (sessions_.sourceModel()->rowCount() == 0) {
        empty_->set_content(IconName::Plug, tr("No session is running"),
                            tr("A session appears here as soon as a vehicle starts charging."));
    } else {
        const bool well = sessions_.scope() != SessionScope::All && sessions_.station().is_empty();
        empty_->set_content(IconName::Filter, well ? tr("Nothing needs a look") : tr("No session matches"),
                            tr("Other sessions are hidden by the filter."));
        empty_->set_action(tr("Show all"));
    }
}

void SessionsCard::set_scope(SessionScope scope)
{
    sessions_.set_scope(scope);
    if (QAbstractButton *chip = scopes_->button(static_cast<int>(scope)))
        chip->setChecked(true);
    if (sessions_.station().is_empty())
        station_->setText(tr("Station: all ▾"));
    refresh();
}

void SessionsCard::choose_station()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, const StationId &id, const QString &shown) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(sessions_.station() == id);
        connect(action, &QAction::triggered, this, [this, id, shown] {
            sessions_.set_station(id);
            station_->setText(shown);
            station_->updateGeometry();
            refresh();
        });
    };
    add(tr("All stations"), {}, tr("Station: all ▾"));
    menu->addSeparator();
    for (const Station &station : stations_) {
        const QString name = QString::fromStdString(station.name.empty() ? station.id.text() : station.name);
        add(name, station.id, QString(QFontMetrics(station_->font()).elidedText(name, Qt::ElideRight, 90) + u" ▾"));
    }
    menu->popup(station_->mapToGlobal(QPoint(0, station_->height() + 2)));
}

void SessionsCard::ask_export()
{
    auto *dialog = new QFileDialog(this, tr("Export the sessions you see"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Table (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("sessions.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto rows = export_to(path);
        if (rows)
            Q_EMIT exported(tr("%1 rows exported").arg(*rows));
        else
            Q_EMIT exportRefused(tr("Nothing was exported. %1").arg(ErrorWords::sentence(rows.error())));
    });
    dialog->open();
}

Result<std::int64_t> SessionsCard::export_to(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::StoreIo, file.errorString().toStdString());
    auto rows = table_->export_csv(file);
    if (rows && !file.commit())
        return fail(ErrorCode::StoreIo, file.errorString().toStdString());
    return rows;
}

void SessionsCard::focus_filter()
{
    if (QAbstractButton *chip = scopes_->checkedButton())
        chip->setFocus(Qt::ShortcutFocusReason);
}

void SessionsCard::move_current(int rows)
{
    if (texts_.rowCount() == 0)
        return;
    const QModelIndex now = table_->currentIndex();
    const int row = now.isValid() ? std::clamp(now.row() + rows, 0, texts_.rowCount() - 1) : 0;
    table_->setCurrentIndex(texts_.index(row, SessionTableModel::Point));
    table_->setFocus(Qt::ShortcutFocusReason);
}

bool SessionsCard::select(const OrderNo &order_no)
{
    const int row = sessions_.row_of(order_no);
    if (row < 0)
        return false;
    table_->setCurrentIndex(texts_.index(row, SessionTableModel::Point));
    return true;
}

QList<SessionView> SessionsCard::selected() const
{
    QList<SessionView> chosen;
    for (const QModelIndex &index : table_->selectionModel()->selectedRows())
        chosen.append(sessions_.session(index.row()));
    return chosen;
}

void SessionsCard::current_changed()
{
    const QModelIndex now = table_->currentIndex();
    if (now.isValid())
        Q_EMIT sessionChosen(sessions_.session(now.row()));
}

// Several chosen rows may be laid beside each other; the button takes the place of the export.
void SessionsCard::selection_changed()
{
    const qsizetype count = table_->selectionModel()->selectedRows().size();
    const bool several = count >= 2;
    compare_->setVisible(several);
    export_->setVisible(!several);
    if (!several)
        return;
    compare_->setText(tr("Compare %1").arg(std::min(count, most_compared)));
    compare_->setEnabled(count <= most_compared);
    compare_->setToolTip(count > most_compared ? tr("Up to four sessions can be compared") : tr("Curves side by side"));
    compare_->updateGeometry();
}

}  // namespace aftercharge
