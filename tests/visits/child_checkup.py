# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""Questionnaires of check-ups: the same review as those of vaccinations, registered in their own area."""
import json
import os
import unittest

from stage import SOURCE, Visits

IDENTIFY, LINK, SUBMIT, DRAFT, FINISH = ({"do": word} for word in ("identify", "link", "submit", "saveDraft", "finish"))
OPEN = {"do": "openQuestionnaire", "childCheckupId": "CC-NO-18"}
YES = {"do": "answerProxyConsent", "result": "1"}
WELL = {"do": "answer", "itemMasterId": "K-07", "repeatNumber": 1, "result": "0", "reason": "保護者から聞き取り"}
OPEN_VACCINATION = {"do": "openQuestionnaire", "questionnaireManagementId": "Q-MI-MR1"}


def with_checkups(folder):
    """Minori with the check-ups of a child of eighteen months: one draft, one answered long ago, one without a form."""
    people = {}
    for name in ("minori", "nozomi"):
        with open(os.path.join(SOURCE, "resources/training/residents", name + ".json"), encoding="utf-8") as file:
            people[name] = json.load(file)
    for member in ("checkups", "childQuestionnaires"):
        people["minori"][member] = people["nozomi"][member]
    os.makedirs(folder)
    with open(os.path.join(folder, "minori.json"), "w", encoding="utf-8") as file:
        json.dump(people["minori"], file, ensure_ascii=False)
    return folder


class ChildCheckup(Visits):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.residents = with_checkups(os.path.join(cls.stage.root, "residents"))

    def setUp(self):
        self.server = self.stage.server(residents=self.residents)

    def play(self, *steps, purpose=("maternal-child",)):
        outcome = self.stage.run({**self.stage.at_server(self.server), "pin": "1234", "basicInfoPin": "5678",
                                  "steps": list(steps), "purpose": list(purpose)})
        self.assert_went(outcome)
        self.assert_tells_nobody(outcome.text)
        self.assertEqual(self.server.live_tokens(), 0)
        return outcome

    def stored(self):
        stored = self.server.ask("GET", "/people/minori/stored")["childQuestionnaires"]
        [form] = [one for one in stored if one["childCheckupId"] == "CC-NO-18"]
        return form["answerStatusSeg"], {
            (answer["itemMasterId"], answer["repeatNumber"]): answer["result"] for answer in form["answers"]}

    def assert_confirmed(self, outcome):
        self.assertEqual(outcome.summary["registrations"][-1], {
            "processType": "RegisterChildQuestionnaireAnswer", "key": "CC-NO-18", "outcome": "confirmed"})

    def test_draft_from_home_is_completed_and_registered_in_its_own_area(self):
        outcome = self.play(IDENTIFY, LINK, OPEN, YES, WELL, DRAFT, SUBMIT, FINISH)
        self.assert_confirmed(outcome)
        status, answers = self.stored()
        self.assertEqual((status, answers["K-07", 1], answers["K-02", 1]), ("2", "0", "9.85"))
        self.assertEqual([(one["processType"], one["key"]) for one in self.server.journal()],
                         [("RegisterChildQuestionnaireAnswer", "CC-NO-18")] * 2)  # the draft, and the whole
        # Nobody agreed to the vaccinations, so nobody asks for them; a check-up without a form is not asked for one.
        asked = [one["processType"] for one in self.server.requests() if one.get("processType")]
        self.assertFalse({"InquireQuestionnaireList", "InquireVaccinationList"} & set(asked))
        self.assert_pictures(outcome, {"reception-staff", "review-staff", "results-staff"})

    def test_lost_answer_is_known_after_the_read_back(self):
        self.server.fault(kind="drop_after_commit", processType="RegisterChildQuestionnaireAnswer")
        self.assert_confirmed(self.play(IDENTIFY, LINK, OPEN, YES, WELL, SUBMIT, FINISH))
        self.assertEqual(len(self.server.requests("RegisterChildQuestionnaireAnswer")), 1)

    def test_check_up_down_leaves_the_vaccinations_usable(self):
        self.server.fault(kind="status", processType="InquireChildCheckups", status=500, code="E5001", count=None)
        outcome = self.play(IDENTIFY, LINK, OPEN_VACCINATION, FINISH, purpose=("vaccination", "maternal-child"))
        self.assertEqual(outcome.steps[2]["screen"], "review")

    def test_both_areas_stand_side_by_side(self):
        outcome = self.play(IDENTIFY, LINK, OPEN_VACCINATION, OPEN, YES, WELL, SUBMIT, FINISH, purpose=("vaccination", "maternal-child"))
        self.assert_confirmed(outcome)


if __name__ == "__main__":
    unittest.main(verbosity=2)
