# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""The built-in training visit, from card to paper, as installer/run.sh plays it where there is no display."""
import unittest

from stage import Visits


class TrainingVisit(Visits):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.outcome = cls.stage.run()

    def test_every_step_goes_well_and_the_registration_is_confirmed(self):
        self.assert_went(self.outcome)
        self.assertEqual([step["do"] for step in self.outcome.steps][-2:], ["print", "finish"])
        sent = [step for step in self.outcome.steps if step["do"] in ("submit", "saveDraft")]
        registrations = self.outcome.summary["registrations"]
        self.assertEqual(len(registrations), len(sent))
        self.assertTrue(all(one["outcome"] == "confirmed" for one in registrations), registrations)
        self.assertIn("Q-MI-MR1", [one["key"] for one in registrations])
        self.assertEqual(self.outcome.summary["prints"], [{"printer": "PDF", "copies": 1, "outcome": "printed"}])
        self.assertTrue(all(request["status"] == 200 for request in self.outcome.summary["requests"]))
        self.assertLessEqual(self.outcome.summary["apdus"], 20)

    def test_there_is_a_picture_of_every_screen(self):
        self.assert_pictures(self.outcome, {
            "idle-patient", "pin-patient", "consent-patient", "portal-patient", "takeCard-patient", "reception-staff",
            "review-staff", "results-staff", "certificate-staff"})

    def test_the_paper_shows_the_certificate_that_came(self):
        self.assert_paper_shows("minori", "S-MI-BC1", self.stage.server())

    def test_the_summary_tells_nobody_who_it_was(self):
        self.assert_tells_nobody(self.outcome.text)
        self.assert_tells_nobody(self.outcome.output, where="output")

    def test_nothing_is_left_behind(self):
        self.assertEqual(self.stage.left_processes(), {})
        for name in self.stage.left_files():
            self.assertIn("/XDG_CACHE_HOME/fontconfig/", name)


if __name__ == "__main__":
    unittest.main(verbosity=2)
