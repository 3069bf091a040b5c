// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpi/tariff_json.h"

#include <algorithm>
#include <array>
#include <optional>

#include "models/domain/decimal.h"
#include "models/gateway/ocpi/json_tree.h"
#include "models/gateway/ocpi/tariff_words.h"

namespace aftercharge {
namespace {

using Kind = JsonNode::Kind;
constexpr std::size_t max_text = 4096;

// Reads the members of one object; the first problem stays and ends all reading.
class ObjectReader {
public:
    ObjectReader(const JsonNode &node, std::string place, std::optional<Error> &problem)
        : node_(node), place_(std::move(place)), problem_(problem)
    {
        if (node_.kind != Kind::Object)
            refuse({}, "not an object");
    }

    bool failed() const { return problem_.has_value(); }
    std::string place(std::string_view name) const
    {
        if (name.empty())
            return place_.empty() ? "tariff" : place_;
        return place_.empty() ? std::string(name) : place_ + "." + std::string(name);
    }
    void refuse(std::string_view name, const std::string &what)
    {
        if (!problem_)
            problem_ = Error{ErrorCode::TariffInvalid, place(name) + ": " + what};
    }
    // Nothing when it is not there; refused when it is of another kind.
    const JsonNode *find(std::string_view name, Kind kind, const char *kind_text)
    {
        const JsonNode *found = failed() ? nullptr : node_.find(name);
        if (found != nullptr && found->kind != kind) {
            refuse(name, std::string("not ") + kind_text);
            return nullptr;
        }
        return found;
    }
    std::optional<std::string> text(std::string_view name)
    {
        const JsonNode *found = find(name, Kind::String, "a string");
        if (found == nullptr)
            return std::nullopt;
        if (found->text.size() > max_text)
            refuse(name, "too long");
        return found->text;
    }
    std::optional<std::int64_t> decimal(std::string_view name, int decimals)
    {
        const JsonNode *found = find(name, Kind::Number, "a number");
        if (found == nullptr)
            return std::nullopt;
        const auto value = decimal_from_text(found->text, decimals);
        if (!value) {
            refuse(name, value.error().detail);
            return std::nullopt;
        }
        return *value;
    }
    template<typename T>
    std::optional<T> quantity(std::string_view name, int decimals)
    {
        const auto value = decimal(name, decimals);
        return value ? std::optional<T>{T{*value}} : std::nullopt;
    }
    std::optional<UtcTime> time(std::string_view name)
    {
        const auto written = text(name);
        if (!written)
            return std::nullopt;
        // OCPI: a date-time without a zone is UTC (types, DateTime).
        const bool zoned = written->find_first_of("Zz+", 10) != std::string::npos ||
                           written->find('-', 10) != std::string::npos;
        const auto parsed = parse_iso8601(zoned ? *written : *written + "Z");
        if (parsed)
            return *parsed;
        refuse(name, "not a date and time");
        return std::nullopt;
    }
    const std::vector<JsonNode> &list(std::string_view name)
    {
        static const std::vector<JsonNode> nothing;
        const JsonNode *found = find(name, Kind::Array, "a list");
        return found == nullptr ? nothing : found->items;
    }
    void only(std::initializer_list<std::string_view> known)
    {
        for (const auto &[name, value] : node_.members) {
            if (std::find(known.begin(), known.end(), name) == known.end())
                refuse(name, "not known");
        }
    }
    void required(std::initializer_list<std::string_view> names)
    {
        for (std::string_view name : names) {
            if (!failed() && node_.find(name) == nullptr)
                refuse(name, "missing");
        }
    }
    ObjectReader inner(std::string_view name, const JsonNode &node)
    {
        return ObjectReader(node, place(name), problem_);
    }

private:
    const JsonNode &node_;
    std::string place_;
    std::optional<Error> &problem_;
};

std::string indexed(std::string_view name, std::size_t index)
{
    return std::string(name) + "[" + std::to_string(index) + "]";
}

PriceComponent read_component(ObjectReader reader)
{
    reader.only({"type", "price", "service_price", "vat", "step_size"});
    reader.required({"type", "price", "step_size"});
    PriceComponent component;
    const std::string type = reader.text("type").value_or("");
    const auto dimension = from_text<TariffDimension>(type);
    if (!dimension)
        reader.refuse("type", "\"" + type + "\" is not a dimension");
    component.dimension = dimension.value_or(TariffDimension::Energy);
    component.price = reader.quantity<UnitPrice>("price", 6).value_or(UnitPrice{});
    component.service_price = reader.quantity<UnitPrice>("service_price", 6);
    component.vat = reader.quantity<VatRate>("vat", 2);
    component.step_size = reader.decimal("step_size", 0).value_or(1);
    return component;
}

std::optional<std::chrono::minutes> read_time_of_day(ObjectReader &reader, std::string_view name)
{
    const auto text = reader.text(name);
    if (!text)
        return std::nullopt;
    const auto parsed = time_of_day_from_text(*text);
    if (!parsed)
        reader.refuse(name, "\"" + *text + "\" is not hh:mm");
    return parsed;
}

std::optional<std::chrono::local_days> read_date(ObjectReader &reader, std::string_view name)
{
    const auto text = reader.text(name);
    if (!text)
        return std::nullopt;
    const auto parsed = date_from_text(*text);
    if (!parsed)
        reader.refuse(name, "\"" + *text + "\" is not yyyy-mm-dd");
    return parsed;
}

std::uint8_t read_days(ObjectReader &reader)
{
    unsigned days = 0;
    for (const JsonNode &item : reader.list("day_of_week")) {
        const auto found = std::find(day_names.begin(), day_names.end(), item.text);
        if (item.kind != Kind::String || found == day_names.end())
            reader.refuse("day_of_week", "\"" + item.text + "\" is not a day");
        else
            days |= 1U << (found - day_names.begin());
    }
    return static_cast<std::uint8_t>(days);
}

TariffRestrictions read_restrictions(ObjectReader reader)
{
    TariffRestrictions r;
    if (const auto reservation = reader.text("reservation"))
        reader.refuse("reservation", *reservation + ": reservations are not supported");
    reader.only({"start_time", "end_time", "start_date", "end_date", "min_kwh", "max_kwh", "min_current", "max_current",
                 "min_power", "max_power", "min_duration", "max_duration", "day_of_week"});
    r.start_time = read_time_of_day(reader, "start_time");
    r.end_time = read_time_of_day(reader, "end_time");
    r.start_date = read_date(reader, "start_date");
    r.end_date = read_date(reader, "end_date");
    r.min_kwh = reader.quantity<EnergyWh>("min_kwh", 3);
    r.max_kwh = reader.quantity<EnergyWh>("max_kwh", 3);
    r.min_current = reader.quantity<CurrentMa>("min_current", 3);
    r.max_current = reader.quantity<CurrentMa>("max_current", 3);
    r.min_power = reader.quantity<PowerW>("min_power", 3);
    r.max_power = reader.quantity<PowerW>("max_power", 3);
    r.min_duration = reader.quantity<std::chrono::seconds>("min_duration", 0);
    r.max_duration = reader.quantity<std::chrono::seconds>("max_duration", 0);
    r.day_of_week = read_days(reader);
    return r;
}

TariffElement read_element(ObjectReader reader)
{
    reader.only({"price_components", "restrictions", "label"});
    reader.required({"price_components"});
    TariffElement element;
    element.label = reader.text("label").value_or("");
    if (const JsonNode *found = reader.find("restrictions", Kind::Object, "an object"))
        element.restrictions = read_restrictions(reader.inner("restrictions", *found));
    const auto &components = reader.list("price_components");
    for (std::size_t i = 0; i < components.size() && !reader.failed(); ++i)
        element.price_components.push_back(read_component(reader.inner(indexed("price_components", i), components[i])));
    return element;
}

std::optional<PriceLimit> read_limit(ObjectReader &reader, std::string_view name)
{
    const JsonNode *found = reader.find(name, Kind::Object, "an object");
    if (found == nullptr)
        return std::nullopt;
    ObjectReader inner = reader.inner(name, *found);
    inner.only({"excl_vat", "incl_vat"});
    inner.required({"excl_vat"});
    return PriceLimit{inner.quantity<UnitPrice>("excl_vat", 6).value_or(UnitPrice{}),
                      inner.quantity<UnitPrice>("incl_vat", 6)};
}

TariffText read_alt_text(ObjectReader reader)
{
    reader.required({"language", "text"});
    return {reader.text("language").value_or(""), reader.text("text").value_or("")};
}

Tariff read_tariff(ObjectReader &reader)
{
    reader.required({"id", "currency", "elements"});
    Tariff tariff;
    const auto id = TariffId::from_text(reader.text("id").value_or(""));
    if (!id)
        reader.refuse("id", "not a valid id");
    tariff.id = id.value_or(TariffId{});
    const auto currency = Currency::from_code(reader.text("currency").value_or(""));
    if (!currency)
        reader.refuse("currency", currency.error().detail);
    tariff.currency = currency.value_or(Currency{});
    tariff.country_code = reader.text("country_code").value_or("");
    tariff.party_id = reader.text("party_id").value_or("");
    tariff.name = reader.text("name").value_or("");
    tariff.type = reader.text("type").value_or("");
    tariff.alt_url = reader.text("tariff_alt_url").value_or("");
    tariff.min_price = read_limit(reader, "min_price");
    tariff.max_price = read_limit(reader, "max_price");
    tariff.start_date_time = reader.time("start_date_time");
    tariff.end_date_time = reader.time("end_date_time");
    tariff.last_updated = reader.time("last_updated");
    const auto &texts = reader.list("tariff_alt_text");
    for (std::size_t i = 0; i < texts.size() && !reader.failed(); ++i)
        tariff.alt_text.push_back(read_alt_text(reader.inner(indexed("tariff_alt_text", i), texts[i])));
    const auto &elements = reader.list("elements");
    for (std::size_t i = 0; i < elements.size() && !reader.failed(); ++i)
        tariff.elements.push_back(read_element(reader.inner(indexed("elements", i), elements[i])));
    return tariff;
}

}  // namespace

Result<Tariff> tariff_from_json(std::string_view text)
{
    const auto root = parse_json(text);
    if (!root)
        return fail(ErrorCode::TariffInvalid, "tariff: " + root.error().detail);
    std::optional<Error> problem;
    ObjectReader reader(*root, {}, problem);
    const Tariff tariff = problem ? Tariff{} : read_tariff(reader);
    if (problem)
        return tl::unexpected(*problem);
    if (auto ok = check_tariff(tariff); !ok)
        return tl::unexpected(ok.error());
    return tariff;
}

}  // namespace aftercharge
