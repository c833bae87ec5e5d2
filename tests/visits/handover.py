# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""Visits in which the person answers for themselves on the screen that staff hand over, and one that needs nothing."""
import json
import os
import unittest

from stage import SOURCE, Visits

BEGIN = [{"do": "identify"}, {"do": "link"}]
SUBMIT, FINISH = {"do": "submit"}, {"do": "finish"}
TEMPERATURE = {"do": "answer", "itemMasterId": "T-01", "result": "36.6", "reason": "窓口で測定"}
REFUSED, UNANSWERED, CLEAN = "Q-MI-PC4", "Q-MI-DP4", "Q-MI-VZ1"


def opening(questionnaire):
    return {"do": "openQuestionnaire", "questionnaireManagementId": questionnaire}


def entering(item, result):
    return {"do": "enter", "itemMasterId": item, "result": result}


def with_one_questionnaire(folder, questionnaire):
    """Minori, with nothing to be answered but that one."""
    with open(os.path.join(SOURCE, "resources/training/residents/minori.json"), encoding="utf-8") as file:
        resident = json.load(file)
    resident["questionnaires"] = [one for one in resident["questionnaires"] if one["id"] == questionnaire]
    os.makedirs(folder)
    with open(os.path.join(folder, "minori.json"), "w", encoding="utf-8") as file:
        json.dump(resident, file, ensure_ascii=False)
    return folder


class HandOver(Visits):
    def setUp(self):
        self.server = self.stage.server()

    def play(self, *steps, **members):
        outcome = self.stage.run({**self.stage.at_server(self.server), "pin": "1234", "basicInfoPin": "5678",
                                  "steps": [*BEGIN, *steps], **members})
        self.assert_went(outcome)
        self.assertEqual(self.server.live_tokens(), 0)
        self.assert_tells_nobody(outcome.text)
        return outcome

    def assert_submitted(self, questionnaire, **answers):
        stored, status = self.server.stored("minori", questionnaire)
        self.assertEqual(status, "2")
        self.assertEqual({item: stored[item.replace("_", "-"), 1] for item in answers}, answers)

    def test_who_refused_proxy_input_answers_and_sends_alone(self):
        outcome = self.play(
            opening(REFUSED), {"do": "acknowledgeWarnings"}, {"do": "handOver"}, entering("T-01", "36.4"),
            entering("A-04", ["2", "5"]), entering("A-05", "1"), entering("A-06", "せきどめ（訓練）"),
            entering("A-07", "2026-11-01"), entering("A-08", "0"), entering("F-01", "0"), entering("G-02", "1"),
            {"do": "sendEntry"}, FINISH)
        self.assertEqual([one["outcome"] for one in outcome.summary["registrations"]], ["confirmed"])
        self.assert_submitted(REFUSED, T_01="36.4", A_04=["2", "5"], A_06="せきどめ（訓練）", A_07="2026-11-01", G_02="1")
        self.assert_pictures(outcome, {"entry-patient", "review-staff", "results-staff"})

    def test_the_persons_yes_on_screen_comes_before_a_change_by_staff(self):
        outcome = self.play(opening(UNANSWERED), {"do": "answerProxyConsent", "result": "1"}, TEMPERATURE, SUBMIT, FINISH)
        self.assertEqual([one["outcome"] for one in outcome.summary["registrations"]], ["confirmed"])
        self.assert_submitted(UNANSWERED, T_01="36.6")
        self.assert_pictures(outcome, {"proxyConsent-patient", "curtain-patient"})

    def test_a_change_by_staff_without_that_yes_is_refused_with_its_code(self):
        self.play(opening(UNANSWERED), {**TEMPERATURE, "expect": "UK-Q012"})
        self.assertEqual(self.server.requests("RegisterQuestionnaireAnswer"), [])

    def test_the_persons_no_on_screen_leaves_the_answers_and_the_sending_to_them(self):
        outcome = self.play(opening(UNANSWERED), {"do": "answerProxyConsent", "result": "0"},
                            {"do": "handOver", "itemMasterId": "T-01"}, entering("T-01", "36.9"), {"do": "sendEntry"}, FINISH)
        self.assertEqual([one["outcome"] for one in outcome.summary["registrations"]], ["confirmed"])
        self.assert_submitted(UNANSWERED, T_01="36.9")

    def test_on_two_displays_the_person_answers_beside_the_staff(self):
        outcome = self.play(opening("Q-MI-MR1"), {"do": "handOver", "itemMasterId": "T-01"}, entering("T-01", "36.7"),
                            {"do": "endEntry"}, {"do": "acknowledgeWarnings"}, SUBMIT, FINISH,
                            display={"width": 1366, "height": 768, "mode": "two"})
        self.assertEqual([one["outcome"] for one in outcome.summary["registrations"]], ["confirmed"])
        self.assert_submitted("Q-MI-MR1", T_01="36.7")

    def test_a_clean_questionnaire_is_submitted_with_keys_alone_in_six_presses_and_thirty_seconds(self):
        self.server = self.stage.server(residents=with_one_questionnaire(os.path.join(self.stage.root, "clean"), CLEAN))
        outcome = self.play({"do": "signIn"}, {"do": "press", "keys": ["Return", "Ctrl+Return"]}, FINISH)
        self.assertEqual([(one["key"], one["outcome"]) for one in outcome.summary["registrations"]], [(CLEAN, "confirmed")])
        with open(os.path.join(outcome.folder, "effort.json"), encoding="utf-8") as file:
            effort = json.load(file)
        self.assertLessEqual(effort["keys"] + effort["clicks"], 6)
        self.assertLessEqual(effort["keystrokeLevelTenths"], 300)


if __name__ == "__main__":
    unittest.main(verbosity=2)
