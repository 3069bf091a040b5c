// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/gateway/ocpi/tariff_json.h"

using namespace aftercharge;

namespace {

std::string file(const QString &name)
{
    QFile source(QStringLiteral(TEST_DATA "/tariffs/") + name + QStringLiteral(".json"));
    if (!source.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(source.fileName()));
    return source.readAll().toStdString();
}

// JSON with single quotes, which reads better here (and moc does not follow raw strings).
std::string q(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

// A tariff with one element, of which `component` and `rest` are given.
std::string with(const std::string &component, const std::string &rest = {})
{
    return q("{'id':'T1','currency':'CNY','elements':[{'price_components':[") + component + "]" + rest + "}]}";
}

const std::string energy = q("{'type':'ENERGY','price':1.25,'step_size':1}");

}  // namespace

class TariffJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Every shape of object that a tariff of OCPI 2.2.1 can have is read, or refused for a reason that names the place.
    void shapes_data()
    {
        QTest::addColumn<QByteArray>("refusal");
        const struct {
            const char *file;
            const char *refusal;
        } shapes[] = {
            {"per-hour", ""},              // one component of one element
            {"bare", ""},                  // without country, party and time of change
            {"energy", ""},                // a component that counts energy
            {"energy-and-start", ""},      // two components
            {"energy-start-parking", ""},  // three
            {"hour-and-parking", ""},      // both components count time, in steps of their own
            {"free", ""},                  // a price of 0 with a step of 0
            {"at-least", ""},              // min_price
            {"at-most", ""},               // max_price, end_date_time
            {"two-languages", ""},         // type, alternative texts, a VAT rate with a fraction
            {"two-cards", ""},             // a text for what the elements cannot say
            {"steps-of-100-wh", ""},       // alternative URL, energy in steps
            {"by-current-and-day", ""},    // six elements: current, days of the week, hours of the day
            {"steps-by-hour-of-day", ""},  // a restriction that ends at midnight, no VAT
            {"by-duration", ""},           // max_duration
            {"by-power", ""},              // max_power
            // Reservations are not sold here.
            {"reserve-per-hour", "elements[0].restrictions.reservation: "},
            {"reserve-fee-and-hour", "elements[0].restrictions.reservation: "},
            {"reserve-expired-fee", "elements[0].restrictions.reservation: "},
            {"reserve-expired-hour", "elements[0].restrictions.reservation: "},
            // Objects of OCPI that are no tariff: sessions, parts of them, a location's, a charge detail record.
            {"other-session-begun", ": missing"},
            {"other-session-ended", ": missing"},
            {"other-session-period", ": missing"},
            {"other-session-cost", ": missing"},
            {"other-location", ": missing"},
            {"other-cdr", ": missing"},
        };
        QCOMPARE(QDir(QStringLiteral(TEST_DATA "/tariffs")).entryList(QDir::Files).size(),
                 qsizetype{std::size(shapes)});
        for (const auto &shape : shapes)
            QTest::newRow(shape.file) << QByteArray(shape.refusal);
    }
    void shapes()
    {
        QFETCH(QByteArray, refusal);
        const auto tariff = tariff_from_json(file(QString::fromLatin1(QTest::currentDataTag())));
        QCOMPARE(tariff.has_value(), refusal.isEmpty());
        if (!tariff) {
            QVERIFY(tariff.error().code == ErrorCode::TariffInvalid);
            QVERIFY2(tariff.error().detail.find(refusal.toStdString()) != std::string::npos,
                     tariff.error().detail.c_str());
            return;
        }
        const std::string canonical = tariff_to_json(*tariff);
        const auto again = tariff_from_json(canonical);
        QVERIFY2(again.has_value(), canonical.c_str());
        QVERIFY(*again == *tariff);
        QCOMPARE(tariff_to_json(*again), canonical);
    }

    void reads_what_is_written_there()
    {
        const Tariff tariff = tariff_from_json(file(QStringLiteral("by-current-and-day"))).value();
        QCOMPARE(tariff.id.text(), std::string("FAST"));
        QCOMPARE(tariff.elements.size(), std::size_t{6});
        const TariffElement &weekday = tariff.elements[3];
        QVERIFY(weekday.restrictions.min_current == CurrentMa{32'000});
        QCOMPARE(int{weekday.restrictions.day_of_week}, 0b0011111);
        QVERIFY(weekday.price_components[0].price == UnitPrice{2'000'000});
        QVERIFY(weekday.price_components[0].vat == VatRate{2'000});
        QVERIFY(tariff.elements[1].restrictions.start_time == std::chrono::minutes{600});
        const Tariff odd = tariff_from_json(file(QStringLiteral("two-languages"))).value();
        QVERIFY(odd.elements[0].price_components[0].vat == VatRate{520});
        QCOMPARE(odd.alt_text[1].language, std::string("de"));
    }

    // 0.1 + 0.2 and a price that no double holds exactly.
    void prices_are_exact()
    {
        const auto tariff = tariff_from_json(
            with(q("{'type':'ENERGY','price':123456.789012,'service_price':0.3,'step_size':1}")));
        QVERIFY(tariff.has_value());
        const PriceComponent &component = tariff->elements[0].price_components[0];
        QVERIFY(component.price == UnitPrice{123'456'789'012});
        QVERIFY(component.service_price == UnitPrice{300'000});
        QVERIFY(tariff_to_json(*tariff).find("\"price\":123456.789012,\"service_price\":0.3,") != std::string::npos);
    }

    void extensions_survive()
    {
        const auto tariff = tariff_from_json(
            q("{'id':'T','name':'谷 \\'low\\'','currency':'CNY','elements':[{'label':'valley','price_components':[") +
            energy +
            q("],'restrictions':{'start_time':'23:00','end_time':'07:00','start_date':'2026-01-01','end_date':'2027-01-01',") +
            q("'min_kwh':0.5,'max_kwh':10,'min_duration':60,'day_of_week':['SUNDAY']}}]}"));
        QVERIFY(tariff.has_value());
        QCOMPARE(tariff->elements[0].label, std::string("valley"));
        QVERIFY(tariff->elements[0].restrictions.min_kwh == EnergyWh{500});
        QVERIFY(tariff_from_json(tariff_to_json(*tariff)) == tariff);
    }

    void refuses_with_the_place_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char *name, const std::string &text, const char *place) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(place);
        };
        row("not JSON", "{\"id\":", "tariff: not JSON");
        row("a list", "[]", "tariff: not an object");
        row("empty", "", "tariff: not JSON");
        row("name twice", q("{'id':'a','id':'b'}"), "tariff: the name \"id\" twice");
        row("too deep", std::string(40, '[') + std::string(40, ']'), "tariff: deeper than 16");
        row("no elements", q("{'id':'T','currency':'CNY','elements':[]}"), "elements: empty");
        row("no currency", q("{'id':'T','currency':'XYZ','elements':[]}"), "currency: ");
        row("dimension", with(q("{'type':'WATER','price':1,'step_size':1}")), "elements[0].price_components[0].type: ");
        row("price text", with(q("{'type':'ENERGY','price':'1','step_size':1}")),
            "elements[0].price_components[0].price: not a number");
        row("price digits", with(q("{'type':'ENERGY','price':0.0000001,'step_size':1}")),
            "elements[0].price_components[0].price: ");
        row("price negative", with(q("{'type':'ENERGY','price':-1,'step_size':1}")),
            "elements[0].price_components[0].price: negative");
        row("no step", with(q("{'type':'ENERGY','price':1}")), "elements[0].price_components[0].step_size: missing");
        row("service of time", with(q("{'type':'TIME','price':1,'service_price':1,'step_size':1}")),
            "elements[0].price_components[0].service_price: ");
        row("twice", with(energy + "," + energy), "elements[0].price_components[1].type: ENERGY is there twice");
        row("unknown rule", with(energy, q(",'restrictions':{'max_soc':80}")),
            "elements[0].restrictions.max_soc: not known");
        row("time", with(energy, q(",'restrictions':{'start_time':'24:00'}")), "elements[0].restrictions.start_time: ");
        row("date", with(energy, q(",'restrictions':{'start_date':'2026-02-30'}")),
            "elements[0].restrictions.start_date: ");
        row("day", with(energy, q(",'restrictions':{'day_of_week':['FUNDAY']}")),
            "elements[0].restrictions.day_of_week: ");
        row("bounds", with(energy, q(",'restrictions':{'min_kwh':5,'max_kwh':5}")),
            "elements[0].restrictions.max_kwh: ");
        row("part of a Wh", with(energy, q(",'restrictions':{'min_kwh':0.0001}")),
            "elements[0].restrictions.min_kwh: ");
    }
    void refuses_with_the_place()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, place);
        const auto tariff = tariff_from_json(text.toStdString());
        QVERIFY(!tariff.has_value());
        QVERIFY(tariff.error().code == ErrorCode::TariffInvalid);
        QVERIFY2(tariff.error().detail.rfind(place.toStdString(), 0) == 0, tariff.error().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(TariffJsonTest)
#include "tariff_json_test.moc"
