# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""Cards that cannot go on, PINs that are wrong and cards that are pulled, in the virtual reader of the card service.

With UKETSUKE_PICTURES=FOLDER the walkthroughs' pictures stay there.
"""
import json
import os
import shutil
import unittest

from stage import DRIVE_PORTAL, Visits, wait_until

IDENTIFY, REFUSE, MARK = {"do": "identify"}, {"do": "refuse"}, {"do": "wait", "ms": 1}

REFUSED = [
    ("not-my-number-card", "UK-C021"),
    ("auth-pin-blocked", "UK-C041"),
    ("face-authentication", "UK-C042"),
    ("expired", "UK-C051"),
    ("not-yet-valid", "UK-C052"),
    ("wrong-ca", "UK-C053"),
    ("android", "UK-C022"),
]
GOING_ON = ["expires-soon", "ec-p384", "no-sign-certificate"]


def expecting(code, step, **members):
    return {**step, "expect": code, **members}


def verifies(log):
    """The entries of a PIN in a card's log: VERIFY with data, whatever the PIN."""
    with open(log, encoding="utf-8") as file:
        commands = [json.loads(line)["command"].replace(" ", "").upper() for line in file]
    return [command for command in commands if command.startswith("0020") and len(command) > 10]


class BadCards(Visits):
    def assert_went(self, outcome, codes=None):
        if folder := os.environ.get("UKETSUKE_PICTURES"):
            shutil.copytree(outcome.folder, os.path.join(folder, self.id().rsplit(".", 1)[1][:40]), dirs_exist_ok=True)
        super().assert_went(outcome, codes)

    def begin(self, steps, **members):
        return self.stage.begin({**self.stage.on_reader(), "pin": "1234", "basicInfoPin": None, "steps": steps, **members})

    def test_card_that_cannot_go_on_gets_its_own_code_and_the_next_card_is_taken(self):
        card, _ = self.stage.lay_card(REFUSED[0][0])
        steps = [step for _, code in REFUSED for step in (expecting(code, IDENTIFY), MARK)]
        process, folder = self.begin([*steps, IDENTIFY, REFUSE])
        for number, variant in enumerate([name for name, _ in REFUSED[1:]] + [None], 1):
            self.stage.wait_for_pictures(process, folder, "-wait-", number)
            self.stage.take_card(card)
            card, _ = self.stage.lay_card(*[variant] if variant else [])
        outcome = self.stage.finish(process, folder)
        self.stage.take_card(card)
        self.assert_went(outcome)
        # A picture of each reason, and of the first screen that follows each card that was taken.
        reasons = [name for name in outcome.pictures() if name.endswith("-identify-cardCheck-patient.png")]
        self.assertGreaterEqual(len(reasons), len(REFUSED), outcome.pictures())

    def test_card_that_goes_on_is_read_whatever_its_kind_and_told_when_it_ends_soon(self):
        for variant in GOING_ON:
            card, log = self.stage.lay_card(variant)
            process, folder = self.begin([IDENTIFY, REFUSE], basicInfoPin="5678")
            outcome = self.stage.finish(process, folder)
            self.stage.take_card(card)
            self.assert_went(outcome)
            self.assertEqual(len(verifies(log)), 2, variant)

    def test_roots_that_are_not_installed_are_told_before_any_pin(self):
        card, log = self.stage.lay_card()
        process, folder = self.begin([expecting("UK-C054", IDENTIFY)], trustedRoots=[])
        outcome = self.stage.finish(process, folder)
        self.stage.take_card(card)
        self.assert_went(outcome)
        self.assertEqual(verifies(log), [])

    def test_wrong_pin_is_verified_once_for_each_entry_and_the_last_try_asks_first(self):
        card, log = self.stage.lay_card()
        process, folder = self.begin([expecting("UK-C031", IDENTIFY), expecting("UK-C031", IDENTIFY),
                                      expecting("UK-S063", IDENTIFY)], pin="9999")
        outcome = self.stage.finish(process, folder)
        self.stage.take_card(card)
        self.assert_went(outcome)
        self.assertEqual(len(verifies(log)), 2)
        self.assertNotIn("9999", outcome.text + outcome.output)

    def test_card_pulled_before_the_consent_is_complete_ends_the_visit_and_the_next_goes_well(self):
        server = self.stage.server()
        card, _ = self.stage.lay_card()
        process, folder = self.begin([IDENTIFY, expecting("UK-C011", {"do": "link"}), MARK, IDENTIFY, REFUSE],
                                     **self.stage.at_server(server),
                                     browserCommand=[DRIVE_PORTAL, "--resident", "nobody-has-this-key", "%u"])
        self.stage.wait_for_pictures(process, folder, "-link-portal-patient")
        self.stage.take_card(card)
        self.stage.wait_for_pictures(process, folder, "-wait-")
        card, _ = self.stage.lay_card()
        outcome = self.stage.finish(process, folder)
        self.stage.take_card(card)
        self.assert_went(outcome)
        self.assertEqual(server.live_tokens(), 0)
        wait_until(lambda: not self.stage.left_processes(), "the browser is gone", 20)
        self.assertEqual([name for name in self.stage.left_files() if "/fontconfig/" not in name], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
