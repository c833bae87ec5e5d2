# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""Visits in which the portal says something else than yes, and programs that are ended in the middle of one: each error
has its own words and next step, a registration leads back to the consent, and no end leaves a token or a browser."""
import json
import signal
import unittest

from stage import DRIVE_PORTAL, Visits, wait_until

IDENTIFY, LINK, ACKNOWLEDGE, SUBMIT, FINISH = ({"do": word} for word in (
    "identify", "link", "acknowledgeWarnings", "submit", "finish"))
REGISTER_AND_LINK = {**LINK, "confirm": ["userRegistration"]}
OPEN = {"do": "openQuestionnaire", "questionnaireManagementId": "Q-MI-MR1"}
ANSWER = {"do": "answer", "itemMasterId": "T-01", "repeatNumber": 1, "result": "36.5", "reason": "窓口で測定"}
TYPED = [IDENTIFY, LINK, OPEN, ANSWER, ACKNOWLEDGE]
BROWSER = {"browserCommand": [DRIVE_PORTAL, "--resident", "minori", "%u"]}

# The wire's error, the code that the patient and staff see, and whether the same visit can be tried again.
CONSENT_ERRORS = [("access_denied", "UK-P001"), ("certificate_expired", "UK-P003"), ("temporarily_unavailable", "UK-P004"),
                  ("server_error", "UK-P005"), ("invalid_request", "UK-P024"), ("unsupported_response_type", "UK-P024"),
                  ("invalid_scope", "UK-P025"), ("unauthorized_client", "UK-P026"), ("never_heard_of", "UK-P005")]
REGISTRATION_ERRORS = [("access_denied", "UK-P006"), ("certificate_expired", "UK-P007"),
                       ("temporarily_unavailable", "UK-P008"), ("server_error", "UK-P009")]


def expecting(code, step):
    return {**step, "expect": code}


class PortalVisits(Visits):
    def setUp(self):
        self.server = self.stage.server()

    def scenario(self, *steps, **members):
        return {**self.stage.at_server(self.server), "pin": "1234", "basicInfoPin": "5678", "steps": list(steps), **members}

    def play(self, *steps, **members):
        outcome = self.stage.run(self.scenario(*steps, **members))
        self.assert_went(outcome)
        self.assertEqual(self.server.live_tokens(), 0)
        self.assert_tells_nobody(outcome.text)
        return outcome

    def paths(self):
        return [request["path"] for request in self.server.requests()]

    def forget_registration(self):
        self.server.ask("PUT", "/people/minori", {"isRegistered": False})

    def assert_registered_and_linked(self, outcome, tokens=1):
        self.assertEqual((self.paths().count("/portal/register"), self.paths().count("/portal/authorize")), (1, 2))
        self.assertEqual(self.paths().count("/portal/token"), tokens)
        self.assertEqual(outcome.steps[-2]["screen"], "review")
        self.assert_pictures(outcome, {"cardCheck-patient", "portal-patient", "review-staff"})

    def test_resident_unknown_to_the_portal_registers_in_the_window_and_is_asked_anew(self):
        self.forget_registration()
        self.assert_registered_and_linked(self.play(IDENTIFY, REGISTER_AND_LINK, OPEN, FINISH))

    def test_resident_unknown_to_the_portal_registers_in_a_browser_and_is_asked_anew(self):
        self.forget_registration()
        outcome = self.play(IDENTIFY, REGISTER_AND_LINK, OPEN, FINISH, **BROWSER)
        self.assert_registered_and_linked(outcome)
        self.assertEqual(self.stage.left_processes(), {})

    def test_registration_that_nobody_agreed_to_ends_the_step_with_its_code(self):
        self.forget_registration()
        self.play(IDENTIFY, expecting("UK-P002", LINK), {"do": "removeCard"}, IDENTIFY, expecting("UK-P002", LINK),
                  REGISTER_AND_LINK, FINISH)

    def test_registration_that_the_profile_does_not_offer_says_so(self):
        self.forget_registration()
        scenario = self.scenario(IDENTIFY, expecting("UK-P010", LINK), {"do": "removeCard"})
        with open(scenario["profile"], encoding="utf-8") as file:
            profile = json.load(file)
        del profile["portal"]["registerUrl"]
        with open(scenario["profile"], "w", encoding="utf-8") as file:
            json.dump(profile, file)
        outcome = self.stage.run(scenario)
        self.assert_went(outcome)
        self.assertNotIn("/portal/register", self.paths())

    def test_each_error_of_the_registration_has_its_own_code_and_screen(self):
        for error, code in REGISTRATION_ERRORS:
            with self.subTest(error=error):
                self.server.ask("POST", "/reset")
                self.forget_registration()
                self.server.fault(kind="callback", path="/portal/link", skip=1, set={"error": error}, remove=["registered"])
                outcome = self.play(IDENTIFY, expecting(code, REGISTER_AND_LINK), {"do": "removeCard"})
                self.assert_pictures(outcome, {"cardCheck-patient"})
                self.assertNotIn("/portal/token", self.paths())

    def test_each_error_of_the_consent_has_its_own_code_and_the_next_visit_goes_well(self):
        for error, code in CONSENT_ERRORS:
            with self.subTest(error=error):
                self.server.ask("POST", "/reset")
                self.server.fault(kind="callback", path="/portal/link", set={"error": error}, remove=["code"])
                self.play(IDENTIFY, expecting(code, LINK), {"do": "removeCard"}, IDENTIFY, LINK, FINISH)

    def test_registration_lost_at_the_server_is_made_up_for_without_losing_the_visit(self):
        # Not known to PMH any more (403 E4033), although the portal gave a token.
        for process_type in ("InquireQuestionnaireList", "InquireVaccinationList"):
            self.server.fault(kind="status", processType=process_type, status=403, code="E4033")
        outcome = self.play(IDENTIFY, expecting("UK-A025", LINK), REGISTER_AND_LINK, OPEN, FINISH)
        self.assert_registered_and_linked(outcome, tokens=2)

    def test_area_that_was_not_asked_for_is_not_inquired(self):
        outcome = self.play(IDENTIFY, LINK, expecting("UK-A024", OPEN), FINISH, purpose=["medical-subsidy"])
        self.assertEqual(outcome.summary["requests"], [])
        self.assertEqual([one for one in self.server.requests() if one.get("processType")], [])

    def test_area_that_the_server_says_is_not_consented_is_told_so_and_not_asked_again(self):
        for process_type in ("InquireQuestionnaireList", "InquireVaccinationList"):
            self.server.fault(kind="status", processType=process_type, status=403, code="E4032", count=None)
        self.play(IDENTIFY, LINK, expecting("UK-A024", OPEN), FINISH)
        self.assertEqual(len(self.server.requests("InquireQuestionnaireList")), 1)

    # -- the screen locked in the middle --------------------------------------------------------------------------------

    def test_review_that_was_locked_goes_on_where_it_was(self):
        outcome = self.play(IDENTIFY, LINK, OPEN, ANSWER, {"do": "lock"}, {"do": "unlock"}, ACKNOWLEDGE, SUBMIT, FINISH)
        self.assertEqual([step["screen"] for step in outcome.steps[4:6]], ["lock", "review"])
        self.assertEqual(self.server.stored("minori", "Q-MI-MR1")[0]["T-01", 1], "36.5")

    # -- ends in the middle -------------------------------------------------------------------------------------------

    def begin(self, *steps, **members):
        return self.stage.begin(self.scenario(*steps, **members))

    def end_by(self, process, folder, number=signal.SIGTERM):
        process.send_signal(number)
        outcome = self.stage.finish(process, folder)
        self.assertEqual(outcome.status, 0, outcome.output)
        self.assert_tells_nobody(outcome.output, where="output")
        self.assertEqual(self.server.live_tokens(), 0)
        self.assertEqual(self.stage.left_processes(), {})
        self.assertEqual([name for name in self.stage.left_files() if "/fontconfig/" not in name], [])
        return outcome

    def test_program_ended_in_a_registration_waits_for_its_outcome(self):
        self.server.fault(kind="delay", processType="RegisterQuestionnaireAnswer", ms=3000)
        process, folder = self.begin(*TYPED, SUBMIT, FINISH)
        wait_until(lambda: self.server.requests("RegisterQuestionnaireAnswer"), "the registration is under way")
        self.end_by(process, folder)
        self.assertEqual(len(self.server.journal()), 1)
        self.assertEqual(self.server.stored("minori", "Q-MI-MR1")[0]["T-01", 1], "36.5")
        paths = self.paths()
        # Read back after the answer came, and only then taken back.
        self.assertEqual(paths[-1], "/portal/revoke")

    def test_program_ended_in_a_registration_that_never_answers_ends_all_the_same(self):
        self.server.fault(kind="delay", processType="RegisterQuestionnaireAnswer", ms=60000)
        process, folder = self.begin(*TYPED, SUBMIT, FINISH)
        wait_until(lambda: self.server.requests("RegisterQuestionnaireAnswer"), "the registration is under way")
        self.end_by(process, folder)
        self.assertEqual(self.paths().count("/portal/revoke"), 1)

    def test_program_ended_where_the_revocation_is_not_answered_ends_all_the_same(self):
        self.server.fault(kind="delay", path="/portal/revoke", ms=60000)
        process, folder = self.begin(IDENTIFY, LINK, OPEN, {"do": "wait", "ms": 60000})
        self.stage.wait_for_pictures(process, folder, "-wait-")
        process.terminate()
        self.assertEqual(self.stage.finish(process, folder).status, 0)
        self.assertEqual(self.paths().count("/portal/revoke"), 1)

    def test_program_ended_while_the_portal_is_open_takes_the_browser_along(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            with self.subTest(signal=number.name):
                browser = [DRIVE_PORTAL, "--resident", "nobody-has-this-key", "%u"]
                process, folder = self.begin(IDENTIFY, LINK, browserCommand=browser)
                wait_until(lambda: "chromium" in str(self.stage.left_processes()), "the browser is up")
                self.end_by(process, folder, number)

    def test_program_ended_while_nobody_is_there_ends_at_once(self):
        process, folder = self.begin({"do": "wait", "ms": 60000})
        self.stage.wait_for_pictures(process, folder, "idle")
        self.end_by(process, folder)


if __name__ == "__main__":
    unittest.main(verbosity=2)
