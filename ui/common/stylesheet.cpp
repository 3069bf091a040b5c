// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stylesheet.h"

#include "ui/common/theme.h"

namespace aftercharge {

namespace {

const char16_t *const grounds = uR"(
QToolTip { background: @surface; color: @text; border: 1px solid @border; padding: 4px 6px; }
QMainWindow, QWidget[role="page"] { background: @background; }
QWidget[role="surface"] { background: @surface; }
QWidget[role="navigation"] { background: @navigation; border: none; border-right: 1px solid @border; }
QFrame[role="strip"] { background: @surface; border: none; border-bottom: 1px solid @border; }
QFrame[role="bar"] { background: @surface; border: none; border-top: 1px solid @border; }
QFrame[role="separator"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 10px; }
QSplitter::handle:vertical { height: 10px; }
QSplitter::handle:hover { background: @border; }
QScrollArea, QScrollArea > QWidget > QWidget[role="plain"] { background: transparent; border: none; }
QLabel { background: transparent; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="title"] { font-size: 15px; font-weight: 600; }
QLabel[role="figure"] { font-size: 20px; font-weight: 600; }
QLabel[role="caption"] { color: @muted; font-size: 11px; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="ok"] { color: @ok_text; }
QLabel[role="warn"] { color: @warn_text; }
QLabel[role="bad"] { color: @bad_text; }
QLabel[role="info"] { color: @info_text; }
)";

const char16_t *const buttons = uR"(
QPushButton, QToolButton { background: @surface; color: @text; border: 1px solid @border; border-radius: 6px;
    padding: 0 12px; min-height: 26px; font-weight: 500; }
QToolButton { padding: 0 6px; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: @selection; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 0 11px; min-height: 24px; }
QToolButton:focus { padding: 0 5px; }
QPushButton:disabled, QToolButton:disabled { color: @faint; background: @background; }
QPushButton[role="primary"] { background: @accent; color: @on_accent; border: 1px solid @accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: @accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid @text; }
QPushButton[role="primary"]:disabled { background: @neutral_soft; color: @faint; border-color: @border; }
QPushButton[role="danger"] { color: @bad_text; font-weight: 600; }
QPushButton[role="danger"]:hover { background: @bad_soft; }
QPushButton[role="danger"]:disabled { color: @faint; }
QPushButton[role="danger_filled"] { background: @bad; color: @surface; border: 1px solid @bad; font-weight: 600; }
QPushButton[role="danger_filled"]:focus { border: 2px solid @text; }
QPushButton[role="danger_filled"]:disabled { background: @neutral_soft; color: @faint; border-color: @border; }
QPushButton[role="pill"] { border-radius: 12px; min-height: 22px; padding: 0 10px; color: @muted; font-weight: 400; }
QPushButton[role="pill"]:focus { padding: 0 9px; min-height: 20px; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; color: @muted; }
QPushButton[role="quiet"]:hover { background: @hover; color: @text; }
QPushButton[role="quiet"]:focus { border: 2px solid @accent; }
QToolButton[role="quiet"] { background: transparent; border: 1px solid transparent; }
QToolButton[role="quiet"]:focus { border: 2px solid @accent; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; outline: 0; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @faint; border-radius: 4px; background: @field; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/check_@theme.svg); }
QCheckBox::indicator:focus { border: 2px solid @text; width: 12px; height: 12px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @faint; border-radius: 8px; background: @field; }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 6px; height: 6px; background: @on_accent; }
QRadioButton::indicator:unchecked:focus { border: 2px solid @text; width: 12px; height: 12px; }
QRadioButton:focus { color: @accent; }
)";

const char16_t *const fields = uR"(
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit {
    background: @field; color: @text; border: 1px solid @border; border-radius: 6px; padding: 0 8px;
    selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit { min-height: 26px; }
QPlainTextEdit, QTextEdit { padding: 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus { border: 2px solid @accent; padding: 0 7px; min-height: 24px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 5px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: @faint; }
QLineEdit[invalid="true"] { border: 1px solid @bad; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/chevron_@theme.svg); width: 12px; height: 12px; }
QSpinBox { padding-right: 20px; }
QSpinBox:focus { padding-right: 19px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 18px; height: 12px; }
QSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; }
QSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: @hover; }
QSpinBox::up-arrow { image: url(:/icons/chevron_up_@theme.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url(:/icons/chevron_@theme.svg); width: 10px; height: 10px; }
QSpinBox:disabled { color: @faint; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; padding: 4px; outline: 0;
    selection-background-color: @selection; selection-color: @text; }
QMenu { background: @surface; border: 1px solid @border; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 4px 0; }
QProgressBar { background: @bar_empty; border: none; border-radius: 3px; text-align: center; color: @text;
    min-height: 14px; max-height: 14px; font-size: 11px; }
QProgressBar::chunk { background: @bar_fill; border-radius: 3px; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 12px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabWidget::pane { border: none; }
)";

const char16_t *const tables = uR"(
QAbstractItemView { background: @surface; color: @text; border: none; outline: 0;
    selection-background-color: @selection; selection-color: @text; alternate-background-color: @surface; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @border;
    padding: 0 8px; font-size: 11px; }
QTableCornerButton::section { background: @surface; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QColor between(const QColor &a, const QColor &b)
{
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

struct Token {
    QString name;
    QColor colour;
};

QList<Token> tokens(const Theme &t)
{
    // Longer names before their beginnings ("accent_hover" before "accent").
    return {{QStringLiteral("@accent_hover"), t.accent_hover},
            {QStringLiteral("@on_accent"), t.on_accent},
            {QStringLiteral("@accent"), t.accent},
            {QStringLiteral("@background"), t.background},
            {QStringLiteral("@surface"), t.surface},
            {QStringLiteral("@navigation"), t.navigation},
            {QStringLiteral("@field"), t.field},
            {QStringLiteral("@border"), t.border},
            {QStringLiteral("@selection"), t.selection},
            {QStringLiteral("@hover"), t.hover},
            {QStringLiteral("@muted"), t.muted},
            {QStringLiteral("@faint"), t.faint},
            {QStringLiteral("@text"), t.text},
            {QStringLiteral("@scroll"), between(t.border, t.muted)},
            {QStringLiteral("@ok_text"), t.ok_text},
            {QStringLiteral("@warn_text"), t.warn_text},
            {QStringLiteral("@bad_text"), t.bad_text},
            {QStringLiteral("@info_text"), t.info_text},
            {QStringLiteral("@bad_soft"), t.bad_soft},
            {QStringLiteral("@neutral_soft"), t.neutral_soft},
            {QStringLiteral("@bad"), t.bad},
            {QStringLiteral("@bar_empty"), t.bar_empty},
            {QStringLiteral("@bar_fill"), t.bar_fill}};
}

}  // namespace

QString make_stylesheet(const Theme &theme)
{
    QString sheet = QString::fromUtf16(grounds) + QString::fromUtf16(buttons) + QString::fromUtf16(fields) +
                    QString::fromUtf16(tables);
    sheet.replace(QStringLiteral("@theme"), theme.dark ? QStringLiteral("dark") : QStringLiteral("light"));
    for (const Token &token : tokens(theme))
        sheet.replace(token.name, token.colour.name());
    const QString mono = theme.fonts.mono.families().join(QStringLiteral("\", \""));
    sheet += QStringLiteral("QLabel[role=\"mono\"] { font-family: \"%1\"; font-size: 12px; }").arg(mono);
    return sheet;
}

QPalette make_palette(const Theme &t)
{
    QPalette p(t.text, t.surface, t.surface, t.border, t.border, t.text, t.surface);
    p.setColor(QPalette::Window, t.background);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.hover);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::Highlight, t.selection);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::ToolTipBase, t.surface);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.faint);
    return p;
}

}  // namespace aftercharge
