# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""A questionnaire that is handed in on paper: printed from its review, and said to be on paper."""
import os
import unittest

import paper
from stage import Visits


class PaperForm(Visits):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.outcome = cls.stage.run({
            "pin": "1234", "basicInfoPin": "5678", "purpose": ["vaccination"],
            "display": {"width": 1366, "height": 768, "scale": 1.0, "language": "ja", "mode": "one"},
            "steps": [
                {"do": "identify"}, {"do": "link"},
                {"do": "openForm", "questionnaireManagementId": "Q-MI-MR1"},
                {"do": "choosePaper"},
                {"do": "print", "printer": "PDF", "copies": 1},
                {"do": "openQuestionnaire", "questionnaireManagementId": "Q-MI-VZ1"},
                {"do": "openBlankForms"},
                {"do": "finish"},
            ]})

    def test_every_step_goes_well_and_nothing_is_registered(self):
        self.assert_went(self.outcome)
        self.assertEqual(self.outcome.summary["registrations"], [])
        self.assertEqual(self.outcome.summary["prints"], [{"printer": "PDF", "copies": 1, "outcome": "printed"}])

    def test_the_sheet_is_on_screen_and_one_page_of_paper(self):
        self.assert_pictures(self.outcome, {"review-staff", "form-staff", "blankForms-staff"})
        printed = [os.path.join(os.environ["UKETSUKE_PRINTED"], name) for name in os.listdir(os.environ["UKETSUKE_PRINTED"])]
        self.assertEqual(len(printed), 1, printed)
        pages = paper.pages(printed[0])
        self.assertEqual(len(pages), 1)
        self.assertGreater(len(pages[0].ink()), 3000)

    def test_the_summary_tells_nobody_who_it_was(self):
        self.assert_tells_nobody(self.outcome.text)
        self.assert_tells_nobody(self.outcome.output, where="output")


if __name__ == "__main__":
    unittest.main(verbosity=2)
