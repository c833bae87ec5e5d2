# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""The one-year-old with four questionnaires of one day: reviewed together, each submitted on its own."""
import copy
import json
import os
import unittest

from stage import SOURCE, Visits

FOUR = ["Q-MI-MR1", "Q-MI-VZ1", "Q-MI-PC4", "Q-MI-DP4"]
IDENTIFY, LINK, OPEN, ACKNOWLEDGE, SUBMIT, FINISH = ({"do": word} for word in (
    "identify", "link", "openSameDay", "acknowledgeWarnings", "submitSameDay", "finish"))
ASK = {"do": "answerProxyConsent", "result": "1"}
TEMPERATURE = {"do": "answerSameDay", "itemMasterId": "T-01", "result": "36.5", "reason": "窓口で測定"}
ALONE = {**TEMPERATURE, "questionnaireManagementId": "Q-MI-VZ1", "result": "36.7"}
UP_TO_SUBMIT = [IDENTIFY, LINK, OPEN, ASK, TEMPERATURE, ACKNOWLEDGE]


def four_open_questionnaires(folder):
    """Minori as in training, but nobody refused the input by staff, and one was not asked yet."""
    name = "minori.json"
    with open(os.path.join(SOURCE, "resources/training/residents", name), encoding="utf-8") as file:
        resident = json.load(file)
    forms = {form["id"]: form for form in resident["questionnaires"]}
    known = {row[0] for row in forms["Q-MI-VZ1"]["answers"]} | {"B-06", "B-07", "A-02"}
    forms["Q-MI-PC4"].update(proxyInputConsentSeg="1", answers=[
        copy.copy(row) for row in forms["Q-MI-MR1"]["answers"] if row[0] in known])
    forms["Q-MI-DP4"].update(proxyInputConsentSeg="0", vaccinationWishSeg="1")
    resident.pop("certificates")
    os.makedirs(folder)
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump(resident, file, ensure_ascii=False)
    return folder


class SameDay(Visits):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.residents = four_open_questionnaires(os.path.join(cls.stage.root, "residents"))

    def setUp(self):
        self.server = self.stage.server(residents=self.residents)

    def play(self, *steps):
        outcome = self.stage.run({**self.stage.at_server(self.server), "pin": "1234", "basicInfoPin": "5678",
                                  "steps": list(steps)})
        self.assert_went(outcome)
        self.assert_tells_nobody(outcome.text)
        return outcome

    def outcomes(self, outcome):
        return [(one["key"], one["outcome"]) for one in outcome.summary["registrations"]]

    def temperatures(self):
        return [self.server.stored("minori", one)[0].get(("T-01", 1)) for one in FOUR]

    def test_one_change_reaches_all_four_and_each_is_submitted_on_its_own(self):
        outcome = self.play(*UP_TO_SUBMIT, ALONE, SUBMIT, FINISH)
        self.assertEqual(self.outcomes(outcome), [(one, "confirmed") for one in FOUR])
        self.assertEqual(self.temperatures(), ["36.5", "36.7", "36.5", "36.5"])
        self.assertEqual([self.server.stored("minori", one)[1] for one in FOUR], ["2"] * 4)
        self.assertEqual(len(self.server.requests("RegisterQuestionnaireAnswer")), 4)
        self.assertEqual(outcome.steps[-2]["screen"], "sameDay")
        self.assert_pictures(outcome, {"reception-staff", "sameDay-staff"})

    def test_one_refused_leaves_the_others_submitted(self):
        self.server.fault(kind="status", at="before", status=503, code="E5031", processType="RegisterQuestionnaireAnswer", skip=1)
        outcome = self.play(*UP_TO_SUBMIT, {**SUBMIT, "expect": "UK-A032"}, FINISH)
        self.assertEqual(self.outcomes(outcome), list(zip(FOUR, ["confirmed", "refused", "confirmed", "confirmed"])))
        self.assertEqual(self.temperatures(), ["36.5", "36.8", "36.5", "36.5"])

    def test_one_whose_outcome_nobody_knows_leaves_the_others_submitted(self):
        self.server.fault(kind="drop_after_commit", processType="RegisterQuestionnaireAnswer", skip=1)
        # Four to open them, two around the first registration, one before the second: then it is asked in vain.
        self.server.fault(kind="html", processType="InquireQuestionnaireAnswer", skip=7)
        outcome = self.play(*UP_TO_SUBMIT, {**SUBMIT, "expect": "UK-A041"}, FINISH)
        self.assertEqual(self.outcomes(outcome), list(zip(FOUR, ["confirmed", "unknown", "confirmed", "confirmed"])))
        self.assertEqual(self.temperatures(), ["36.5"] * 4)  # it took effect; the screen does not claim that it did
        self.assertEqual(len(self.server.requests("RegisterQuestionnaireAnswer")), 4)

    def test_what_keeps_one_back_keeps_back_no_other(self):
        # Without a temperature two are not complete, and a warning of one of them stays open.
        outcome = self.play(IDENTIFY, LINK, OPEN, ASK, SUBMIT, FINISH)
        self.assertEqual(self.outcomes(outcome), [("Q-MI-VZ1", "confirmed"), ("Q-MI-DP4", "confirmed")])


if __name__ == "__main__":
    unittest.main(verbosity=2)
