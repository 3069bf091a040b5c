#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes vehicles.json out of open-ev-data's ev-data.json.

    python3 make_subset.py PATH/ev-data.json > vehicles.json

Each vehicle is named by the UUID it has there, so that a newer edition gives the same
subset. Powers become integer watts, energy integer watt-hours.
"""
import json
import sys

# id of ours, UUID in open-ev-data, shown name, voltage class (see README.md)
CHOSEN = [
    ("byd-seal-61", "c2832ebc-649e-47e6-b835-32413c05d260", "Seal 61.4 kWh RWD Comfort", 400),
    ("byd-atto-3", "d5ad08a1-03c4-4d7c-8df5-72d8618fac36", "Atto 3", 400),
    ("byd-dolphin-60", "563faa98-0993-4e73-a3ab-de8ad6a1abe3", "Dolphin 60.4 kWh", 400),
    ("xpeng-g9", "2c72724a-2b0e-4efe-b58e-7260ed6eb7bd", "G9 RWD Long Range", 800),
    ("xpeng-p7", "25e2270e-57e2-4866-bda9-728714a7e8fe", "P7 RWD Long Range", 400),
    ("zeekr-7x", "c4f6d361-2dc4-4338-ae95-88340fc694d2", "7X Long Range RWD", 800),
    ("leapmotor-c10", "09c6f7d4-638c-44e6-8a31-1a2501ca3d52", "C10", 400),
    ("hongqi-e-hs9", "9f0477eb-6fec-4172-b63c-dc734d53aa5b", "E-HS9 99 kWh", 400),
    ("mg-zs-ev", "7da9d7cf-332c-fea0-2876-fb81f47933b2", "ZS EV", 400),
    ("mg4-64", "648346fc-eb7e-42d2-93d9-0b99f6c1bc6e", "MG4 Electric 64 kWh", 400),
    ("tesla-model-3-lr", "df6a7df8-1b86-8eea-b6b9-19a51055e648", "Model 3 Long Range Dual Motor", 400),
    ("vw-id7-pro", "10610d1a-c08a-b88c-7be4-7e90f4fb0e46", "ID.7 Pro", 400),
    ("vw-id3-pro", "a3568004-5350-923a-9e4e-f85678d0746c", "ID.3 Pro", 400),
    ("hyundai-ioniq-5", "b58bc94d-d929-ad71-d95b-08b877bf76ba", "Ioniq 5 Long Range 2WD", 800),
    ("porsche-macan-4", "ec4ffb9c-4808-42e9-b77b-66c9afbbc5cd", "Macan 4 Electric", 800),
    ("bmw-i3-120", "e59115ea-4d72-094c-2941-1494f8005ae2", "i3 120 Ah", 400),
    ("polestar-2-lr", "c9025ab4-1c85-40d8-86ab-ee406de3b716", "Polestar 2 Long Range Single Motor", 400),
    ("volvo-ex30", "6c80abb4-36bf-6dd2-167d-6e715d40f763", "EX30 Single Motor", 400),
    ("renault-zoe-52", "5079c683-69ba-44b3-b8c8-d31fa00c97a1", "Zoe R135 ZE50", 400),
    ("smart-5-pro", "4416a83a-9121-4da5-99e6-b4f7be052167", "#5 Pro+", 800),
]


def watts(kilowatts):
    return round(kilowatts * 1000)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        source = {vehicle["id"]: vehicle for vehicle in json.load(file)["data"]}
    lines = []
    for own_id, uuid, model, voltage_class in CHOSEN:
        vehicle = source[uuid]
        dc, ac = vehicle["dc_charger"], vehicle["ac_charger"]
        lines.append(json.dumps({
            "id": own_id,
            "brand": vehicle["brand"],
            "model": model,
            "source_id": uuid,
            "usable_battery_wh": watts(vehicle["usable_battery_size"]),
            "voltage_class": voltage_class,
            "dc_max_w": watts(dc["max_power"]),
            "dc_curve": [[point["percentage"], watts(point["power"])] for point in dc["charging_curve"]],
            "ac_phases": ac["usable_phases"],
            "ac_max_w": watts(ac["max_power"]),
        }, ensure_ascii=False))
    print('{\n"source": "Open EV Data (https://github.com/KilowattApp/open-ev-data)",\n"vehicles": [')
    print(",\n".join(lines))
    print("]\n}")


if __name__ == "__main__":
    main()
