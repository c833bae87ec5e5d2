# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""Visits in which the server, the person at home or the patient at the desk does something else than hoped: a clear
code, nothing lost or doubled, and the program usable afterwards."""
import json
import unittest

from stage import Visits

IDENTIFY, LINK, ACKNOWLEDGE, SUBMIT, FINISH = ({"do": word} for word in (
    "identify", "link", "acknowledgeWarnings", "submit", "finish"))
OPEN = {"do": "openQuestionnaire", "questionnaireManagementId": "Q-MI-MR1"}
OPEN_OTHER = {**OPEN, "questionnaireManagementId": "Q-MI-VZ1"}
ANSWER = {"do": "answer", "itemMasterId": "T-01", "repeatNumber": 1, "result": "36.5", "reason": "窓口で測定"}
CERTIFICATE = {"do": "openCertificate", "vaccinationScheduleId": "S-MI-BC1"}
MARK = {"do": "wait", "ms": 1}  # its picture says that the run has come so far
GAP = {"do": "wait", "ms": 3000}  # time for what happens at the server meanwhile
TYPED = [IDENTIFY, LINK, OPEN, ANSWER, ACKNOWLEDGE]


def expecting(code, step):
    return {**step, "expect": code}


class BadAnswers(Visits):
    def setUp(self):
        self.server = self.stage.server()

    def play(self, *steps, meanwhile=None, **members):
        process, folder = self.stage.begin({**self.stage.at_server(self.server), "pin": "1234", "basicInfoPin": "5678",
                                            "steps": list(steps), **members})
        if meanwhile:
            self.stage.wait_for_pictures(process, folder, "-wait-")
            meanwhile()
        outcome = self.stage.finish(process, folder)
        self.assert_went(outcome)
        self.assertEqual(self.server.live_tokens(), 0)
        self.assert_tells_nobody(outcome.text)
        return outcome

    def outcomes(self, outcome):
        return [one["outcome"] for one in outcome.summary["registrations"]]

    def test_registration_whose_answer_is_lost_is_confirmed_by_reading_it_back(self):
        self.server.fault(kind="drop_after_commit", processType="RegisterQuestionnaireAnswer")
        outcome = self.play(*TYPED, SUBMIT, FINISH)
        self.assertEqual(self.outcomes(outcome), ["confirmed"])
        self.assertEqual(len(self.server.requests("RegisterQuestionnaireAnswer")), 1)
        self.assertEqual(len(self.server.journal()), 1)
        self.assertEqual(self.server.stored("minori", "Q-MI-MR1")[0]["T-01", 1], "36.5")

    def test_answer_changed_at_home_meanwhile_is_not_overwritten(self):
        edit = {"id": "Q-MI-MR1", "answers": [{"itemMasterId": "T-01", "repeatNumber": 1, "result": "37.1"}]}
        self.play(*TYPED, MARK, GAP, expecting("UK-A043", SUBMIT), FINISH,
                  meanwhile=lambda: self.server.ask("POST", "/people/minori/edit", edit))
        self.assertEqual(self.server.stored("minori", "Q-MI-MR1")[0]["T-01", 1], "37.1")
        self.assertEqual(self.server.requests("RegisterQuestionnaireAnswer"), [])

    def test_token_that_expires_in_mid_form_is_renewed_and_what_was_typed_is_still_there(self):
        outcome = self.play(*TYPED, MARK, GAP, expecting("UK-A022", SUBMIT), {"do": "layCard"}, LINK, OPEN, SUBMIT, FINISH,
                            meanwhile=lambda: self.server.ask("POST", "/people/minori/expire"))
        self.assertEqual(self.outcomes(outcome)[-1], "confirmed")
        self.assertEqual(self.server.stored("minori", "Q-MI-MR1")[0]["T-01", 1], "36.5")

    def test_malformed_list_ends_in_its_code_and_the_next_visit_goes_well(self):
        self.server.fault(kind="body", processType="InquireQuestionnaireList", text='{"questionnaires": [')
        self.play(IDENTIFY, LINK, expecting("UK-A011", OPEN), FINISH, IDENTIFY, LINK, OPEN, FINISH)

    def test_html_instead_of_everything_ends_in_its_code_and_the_next_visit_goes_well(self):
        for process_type in ("InquireQuestionnaireList", "InquireVaccinationList"):
            self.server.fault(kind="html", processType=process_type)
        self.play(IDENTIFY, LINK, expecting("UK-A011", OPEN), FINISH, IDENTIFY, LINK, OPEN, FINISH)

    def test_record_of_a_wrong_type_leaves_the_others_usable(self):
        self.server.fault(kind="wrong_type", processType="InquireQuestionnaireList", member="questionnaireName", value=5)
        outcome = self.play(IDENTIFY, LINK, OPEN_OTHER, FINISH)
        asked = {request["body"][self.server.wire("questionnaireManagementId")]
                 for request in self.server.requests("InquireQuestionnaireAnswer")}
        self.assertNotIn("Q-MI-MR1", asked)
        self.assertEqual(outcome.steps[-2]["screen"], "review")

    def test_broken_certificate_ends_in_its_code_and_the_visit_goes_on(self):
        broken = {self.server.wire("pdfFileName"): "a.pdf", self.server.wire("pdfData"): "JVBE*"}
        self.server.fault(kind="body", processType="InquireVaccinationCertificate", text=json.dumps(broken))
        self.play(IDENTIFY, LINK, expecting("UK-D001", CERTIFICATE), OPEN, ANSWER, ACKNOWLEDGE, SUBMIT, FINISH)
        self.assertEqual(len(self.server.journal()), 1)

    def test_server_that_goes_away_leaves_what_was_typed_on_screen(self):
        def go_away():
            self.server.process.terminate()
            self.server.process.wait()
        process, folder = self.stage.begin({**self.stage.at_server(self.server), "pin": "1234", "basicInfoPin": "5678",
                                            "steps": [*TYPED, MARK, GAP, expecting("UK-A001", SUBMIT), FINISH]})
        self.stage.wait_for_pictures(process, folder, "-wait-")
        go_away()
        outcome = self.stage.finish(process, folder)
        self.assert_went(outcome)
        self.assertNotIn("confirmed", self.outcomes(outcome))

    def test_consent_refused_or_card_taken_ends_the_visit_and_the_next_one_goes_well(self):
        self.play(IDENTIFY, {"do": "refuse"}, IDENTIFY, expecting("UK-C011", {"do": "removeCard"}), IDENTIFY, LINK,
                  FINISH)
        self.assertEqual(self.server.journal(), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
