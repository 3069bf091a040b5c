// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <cmath>

#include <QFontDatabase>

namespace aftercharge {

namespace {

QFont sized(const QStringList &families, int pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QColor hex(const char *text)
{
    return QColor(QLatin1String(text));
}

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

}  // namespace

ThemeFonts make_fonts()
{
    const QString system = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    const QStringList sans{QStringLiteral("Inter"), system, QStringLiteral("Noto Sans CJK SC"),
                           QStringLiteral("DejaVu Sans")};
    const QStringList mono{QStringLiteral("DejaVu Sans Mono"),
                           QFontDatabase::systemFont(QFontDatabase::FixedFont).family(),
                           QStringLiteral("Noto Sans Mono CJK SC")};
    ThemeFonts fonts;
    fonts.body = sized(sans, 13, QFont::Normal);
    fonts.strong = sized(sans, 13, QFont::DemiBold);
    fonts.caption = sized(sans, 11, QFont::Normal);
    fonts.caption_strong = sized(sans, 11, QFont::DemiBold);
    fonts.chip = sized(sans, 11, QFont::Medium);
    fonts.small = sized(sans, 12, QFont::Normal);
    fonts.small_strong = sized(sans, 12, QFont::DemiBold);
    fonts.title = sized(sans, 15, QFont::DemiBold);
    fonts.figure = sized(sans, 20, QFont::DemiBold);
    fonts.mono = sized(mono, 12, QFont::Normal);
    fonts.mono.setStyleHint(QFont::Monospace);
    return fonts;
}

Theme light_theme()
{
    Theme t;
    t.background = hex("#F4F6F8");
    t.surface = hex("#FFFFFF");
    t.navigation = hex("#FBFCFE");
    t.field = hex("#F4F6F8");
    t.border = hex("#DDE2E8");
    t.grid = hex("#E9EDF1");
    t.text = hex("#17202B");
    t.muted = hex("#5C6775");
    t.faint = hex("#8C95A1");
    t.accent = hex("#0B6E99");
    t.on_accent = hex("#FFFFFF");
    t.accent_hover = hex("#095F85");
    t.selection = hex("#DCEDF5");
    t.hover = hex("#EEF3F7");
    t.ok = hex("#1B7F5C");
    t.warn = hex("#A86400");
    t.bad = hex("#B8322A");
    t.info = hex("#3657B3");
    t.ok_soft = hex("#E0F2EA");
    t.warn_soft = hex("#FCEFD8");
    t.bad_soft = hex("#FBE4E2");
    t.info_soft = hex("#E3E9F8");
    t.neutral_soft = hex("#E8ECF1");
    t.ok_text = hex("#17704F");
    t.warn_text = hex("#8F5500");
    t.bad_text = hex("#B0302A");
    t.info_text = hex("#3657B3");
    t.power = hex("#0072B2");
    t.voltage = hex("#E69F00");
    t.soc = hex("#009E73");
    t.energy = hex("#CC5A00");
    t.voltage_text = hex("#8F5F00");
    t.soc_text = hex("#00754F");
    t.energy_text = hex("#B04E00");
    t.current = hex("#8F4E8B");
    t.fee = hex("#5C6775");
    t.bar_fill = hex("#A9C9DA");
    t.bar_empty = hex("#E6EAEF");
    t.dim = QColor(23, 32, 43, 40);
    t.shadow = QColor(10, 20, 30, 90);
    t.fonts = make_fonts();
    return t;
}

Theme dark_theme()
{
    Theme t;
    t.dark = true;
    t.background = hex("#14181D");
    t.surface = hex("#1B2027");
    t.navigation = hex("#181C22");
    t.field = hex("#14181D");
    t.border = hex("#2F3742");
    t.grid = hex("#272E37");
    t.text = hex("#E6EAF0");
    t.muted = hex("#A0AAB8");
    t.faint = hex("#6A7482");
    t.accent = hex("#4FB3DD");
    t.on_accent = hex("#0C1A22");
    t.accent_hover = hex("#6CC2E6");
    t.selection = hex("#203A48");
    t.hover = hex("#222932");
    t.ok = hex("#4CC29A");
    t.warn = hex("#E3A64A");
    t.bad = hex("#F07F75");
    t.info = hex("#8FA8F2");
    t.ok_soft = hex("#15342A");
    t.warn_soft = hex("#3B2C14");
    t.bad_soft = hex("#442120");
    t.info_soft = hex("#222E52");
    t.neutral_soft = hex("#2A313B");
    t.ok_text = t.ok;
    t.warn_text = t.warn;
    t.bad_text = t.bad;
    t.info_text = t.info;
    t.power = hex("#56B4E9");
    t.voltage = hex("#F0B83F");
    t.soc = hex("#3CC9A0");
    t.energy = hex("#FF8A4C");
    t.voltage_text = t.voltage;
    t.soc_text = t.soc;
    t.energy_text = t.energy;
    t.current = hex("#D29BCF");
    t.fee = hex("#A0AAB8");
    t.bar_fill = hex("#34596D");
    t.bar_empty = hex("#2A313B");
    t.dim = QColor(0, 0, 0, 120);
    t.shadow = QColor(0, 0, 0, 160);
    t.fonts = make_fonts();
    return t;
}

QColor Theme::tone(Tone which) const
{
    switch (which) {
    case Tone::Ok:
        return ok;
    case Tone::Warn:
        return warn;
    case Tone::Bad:
        return bad;
    case Tone::Info:
        return info;
    case Tone::Neutral:
        break;
    }
    return muted;
}

QColor Theme::tone_soft(Tone which) const
{
    switch (which) {
    case Tone::Ok:
        return ok_soft;
    case Tone::Warn:
        return warn_soft;
    case Tone::Bad:
        return bad_soft;
    case Tone::Info:
        return info_soft;
    case Tone::Neutral:
        break;
    }
    return neutral_soft;
}

QColor Theme::tone_text(Tone which) const
{
    switch (which) {
    case Tone::Ok:
        return ok_text;
    case Tone::Warn:
        return warn_text;
    case Tone::Bad:
        return bad_text;
    case Tone::Info:
        return info_text;
    case Tone::Neutral:
        break;
    }
    return muted;
}

QColor Theme::curve(CurveQuantity quantity) const
{
    switch (quantity) {
    case CurveQuantity::Power:
        return power;
    case CurveQuantity::Voltage:
        return voltage;
    case CurveQuantity::Current:
        return current;
    case CurveQuantity::Soc:
        return soc;
    case CurveQuantity::Energy:
        return energy;
    case CurveQuantity::Fee:
        return fee;
    }
    return text;
}

QColor Theme::curve_text(CurveQuantity quantity) const
{
    switch (quantity) {
    case CurveQuantity::Voltage:
        return voltage_text;
    case CurveQuantity::Soc:
        return soc_text;
    case CurveQuantity::Energy:
        return energy_text;
    default:
        return curve(quantity);
    }
}

double contrast_ratio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace aftercharge
