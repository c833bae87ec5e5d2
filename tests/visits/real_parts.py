# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""Whole visits on real parts: card service and virtual reader, card and server as processes of their own, Chromium as
an unprivileged user, and a print server."""
import glob
import json
import os
import threading
import unittest

from stage import DRIVE_PORTAL, Visits

STEPS = [
    {"do": "identify"},
    {"do": "link"},
    {"do": "openQuestionnaire", "questionnaireManagementId": "Q-MI-MR1"},
    {"do": "answer", "itemMasterId": "T-01", "repeatNumber": 1, "result": "36.5", "reason": "窓口で測定"},
    {"do": "acknowledgeWarnings"},
    {"do": "submit"},
    {"do": "openCertificate", "vaccinationScheduleId": "S-MI-BC1"},
    {"do": "print", "printer": "PDF", "copies": 1},
    {"do": "finish"},
]


class RealParts(Visits):
    def setUp(self):
        for name in glob.glob(os.path.join(os.environ["UKETSUKE_PRINTED"], "*")):
            os.remove(name)
        self.server = self.stage.server()

    def visit(self, steps=None, **members):
        """One visit; the hand takes the card back when the screen asks for it. Gives outcome and the card's log."""
        card, log = self.stage.lay_card()
        scenario = {**self.stage.at_server(self.server), **self.stage.on_reader(), "pin": "1234", "basicInfoPin": "5678",
                    "browserCommand": [DRIVE_PORTAL, "--resident", "minori", "%u"], "steps": steps or STEPS, **members}
        process, folder = self.stage.begin(scenario)
        self.stage.wait_for_pictures(process, folder, "-takeCard-patient")
        self.stage.take_card(card)
        outcome = self.stage.finish(process, folder)
        with open(log, encoding="utf-8") as file:
            return outcome, [json.loads(line) for line in file]

    def assert_visit_went(self, outcome):
        self.assert_went(outcome)
        self.assertEqual(outcome.summary["registrations"], [
            {"processType": "RegisterQuestionnaireAnswer", "key": "Q-MI-MR1", "outcome": "confirmed"}])
        self.assertEqual(outcome.summary["prints"], [{"printer": "PDF", "copies": 1, "outcome": "printed"}])
        self.assert_pictures(outcome, {
            "idle-patient", "pin-patient", "consent-patient", "takeCard-patient", "reception-staff", "review-staff",
            "results-staff", "certificate-staff"})

    def assert_server_holds_what_was_typed(self):
        [entry] = self.server.journal()
        self.assertEqual((entry["person"], entry["processType"], entry["key"], entry["origin"]),
                         ("minori", "RegisterQuestionnaireAnswer", "Q-MI-MR1", "client"))
        answers, status = self.server.stored("minori", "Q-MI-MR1")
        self.assertEqual((answers["T-01", 1], status), ("36.5", "2"))
        # Everything else is what the person answered at home.
        before = {(a["itemMasterId"], a["repeatNumber"]): a["result"] for a in entry["before"]["answers"]}
        without = [{k: v for k, v in them.items() if k != ("T-01", 1) and v not in ("", [])} for them in (before, answers)]
        self.assertEqual(*without)
        self.assertEqual(self.server.live_tokens(), 0)

    def assert_nothing_left(self, outcome):
        tokens = {request["token"] for request in self.server.requests() if request.get("token")}
        self.assertTrue(tokens)
        self.assert_tells_nobody(outcome.text, tokens)
        self.assert_tells_nobody(outcome.output, tokens, "output")
        self.assertEqual(self.stage.left_processes(), {})
        for name in self.stage.left_files():
            self.assertIn("/XDG_CACHE_HOME/fontconfig/", name)

    def test_with_both_pins(self):
        outcome, log = self.visit()
        self.assert_visit_went(outcome)
        self.assert_server_holds_what_was_typed()
        self.assert_paper_shows("minori", "S-MI-BC1", self.server)
        self.assert_nothing_left(outcome)
        self.assertEqual(outcome.summary["apdus"], len(log))
        self.assertLessEqual(len(log), 20)

    def test_without_the_basic_four_information_the_name_is_confirmed_aloud(self):
        steps = [{**step, "confirm": ["spokenName"]} if step["do"] in ("submit", "print") else step for step in STEPS]
        outcome, log = self.visit(steps, basicInfoPin=None)
        self.assert_visit_went(outcome)
        self.assert_server_holds_what_was_typed()
        self.assertLessEqual(len(log), 12)

    def test_while_it_runs_nothing_of_the_person_is_written_in_its_folders(self):
        found, is_over = [], threading.Event()

        def look():
            while not is_over.wait(0.1):
                for name in self.stage.left_files():
                    try:
                        with open(name, "rb") as file:
                            content = file.read()
                    except OSError:
                        continue  # gone, or a socket
                    words = [word for word in ("みのり", "ミノリ", "𠮷﨑", "窓口で測定")
                             for coding in ("utf-8", "utf-16-le") if word.encode(coding) in content]
                    if words and "/drive-portal-" not in name:  # the person's own look at the portal
                        found.append((name, words))

        watcher = threading.Thread(target=look)
        watcher.start()
        try:
            outcome, _ = self.visit()
        finally:
            is_over.set()
            watcher.join()
        self.assert_visit_went(outcome)
        self.assertEqual(found, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
