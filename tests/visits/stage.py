# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""A stage for whole visits: the built programs, each run in folders of its own, on parts that are ended by their ids.

Standard library only. The folders are HOME, TMPDIR and the XDG ones of everything that is started here, so that what
a visit leaves behind, in files or as a process, is found.
"""
import base64
import contextlib
import hashlib
import json
import os
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import urllib.request

import paper

BUILD = os.environ["UKETSUKE_BUILD_DIR"]
SOURCE = os.environ["UKETSUKE_SOURCE_DIR"]
DRIVE_PORTAL = os.path.join(SOURCE, "tests/support/drive-portal")
LIMIT_S = 120  # for what takes a second on an idle machine


def wait_until(condition, what, limit=LIMIT_S):
    deadline = time.monotonic() + limit
    while not (found := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {limit} s: {what}")
        time.sleep(0.05)
    return found


def end(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()


class Server:
    """A training server of its own, with its control port.

    With UKETSUKE_WIRE_PROFILE=FILE it speaks the names of that connection profile; the control port does not.
    """
    WIRE_PROFILE = os.environ.get("UKETSUKE_WIRE_PROFILE")
    NAMES = ["--profile", WIRE_PROFILE] if WIRE_PROFILE else []

    def __init__(self, stage, residents=None):
        self.stage = stage
        self.people = ["--residents", residents] if residents else []
        self.port = self.control_port = "0"
        self.start()

    def start(self):
        self.process = self.stage.spawn("uketsuke-training", "server", "--port", self.port,
                                        "--control-port", self.control_port, *self.people, *self.NAMES, stdout=subprocess.PIPE)
        addresses = json.loads(self.process.stdout.readline())
        self.base, self.control = addresses["base"], addresses["control"]
        self.port, self.control_port = (address.rsplit(":", 1)[1] for address in (self.base, self.control))

    def profile(self):
        return subprocess.check_output([os.path.join(BUILD, "uketsuke-training"), "server", "--print-profile",
                                        "--port", self.port, *self.NAMES], env=self.stage.environment())

    def ask(self, method, path, body=None, base=None, token=None):
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request((base or self.control) + path, data=data, headers=headers, method=method)
        with urllib.request.urlopen(request, timeout=LIMIT_S) as answer:
            return json.load(answer)

    def wire(self, member):
        """What a member of the contract is called on the wire."""
        if not self.WIRE_PROFILE:
            return member
        with open(self.WIRE_PROFILE, encoding="utf-8") as file:
            return json.load(file)["members"][member]

    def fault(self, **members):
        return self.ask("POST", "/faults", members)["id"]

    def journal(self):
        return self.ask("GET", "/journal")

    def requests(self, process_type=None):
        everything = self.ask("GET", "/requests")
        return [one for one in everything if process_type in (None, one.get("processType"))]

    def live_tokens(self):
        return self.ask("GET", "/tokens")["live"]

    def stored(self, person, questionnaire):
        """What stands at the server now: the answers as {(item, repeat): result}, and their status."""
        for one in self.ask("GET", f"/people/{person}/stored")["questionnaires"]:
            if one["questionnaireManagementId"] == questionnaire:
                answers = {(a["itemMasterId"], a["repeatNumber"]): a["result"] for a in one["answers"]}
                return answers, one["answerStatusSeg"]
        raise AssertionError("no such questionnaire: " + questionnaire)

    def certificate(self, person, schedule):
        token = self.ask("POST", "/tokens", {"person": person, "scopes": ["vaccination"]})["token"]
        answer = self.ask("POST", "/pmh/vaccination/v4", base=self.base, token=token, body={
            "processType": "InquireVaccinationCertificate", "vaccinationScheduleId": schedule})
        return base64.b64decode(answer["pdfData"], validate=True)


class Outcome:
    """What one run of the program left: its exit status, its summary, its pictures."""

    def __init__(self, status, folder, output):
        self.status, self.folder, self.output = status, folder, output
        path, self.text = os.path.join(folder, "summary.json"), ""
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                self.text = file.read()
        self.summary = json.loads(self.text) if self.text else {"steps": []}
        self.steps = self.summary["steps"]

    def codes(self):
        return [(step["do"], step["code"]) for step in self.steps]

    def pictures(self):
        return sorted(name for name in os.listdir(self.folder) if name.endswith(".png"))

    def screens(self):
        return {re.sub(r"^\d+-[A-Za-z]+-|\.png$", "", name) for name in self.pictures()}


class Stage:
    def __init__(self):
        # Open to others: a browser runs as an unprivileged user below it.
        self.root = tempfile.mkdtemp(prefix="uketsuke-visit-")
        os.chmod(self.root, 0o755)
        self.own = {}
        for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME",
                     "XDG_STATE_HOME"):
            self.own[name] = os.path.join(self.root, "own", name)
            os.makedirs(self.own[name])
            os.chmod(self.own[name], 0o1777 if name == "TMPDIR" else 0o700)
        self.children = []
        self.runs = 0
        self.display = None
        self.open_display()

    def environment(self):
        kept = ("PATH", "LANG", "CUPS_SERVER", "UKETSUKE_PRINTED", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")
        own = {name: os.environ[name] for name in kept if name in os.environ}
        return {**own, **self.own, "LC_ALL": "C.UTF-8", "DBUS_SESSION_BUS_ADDRESS": "disabled:",
                **({"DISPLAY": self.display} if self.display else {})}

    def open_display(self):
        numbers, write_end = os.pipe()
        server = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
                                  pass_fds=[write_end], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        os.close(write_end)
        self.children.append(server)
        with os.fdopen(numbers) as reader:
            number = reader.readline().strip()
        if not number:
            raise AssertionError("Xvfb does not start")
        self.display = ":" + number

    def spawn(self, program, *arguments, **options):
        child = subprocess.Popen([os.path.join(BUILD, program), *arguments], env=self.environment(),
                                 cwd=self.root, stdin=subprocess.DEVNULL, **options)
        self.children.append(child)
        return child

    def server(self, residents=None):
        """With the residents of a folder, or those that are built in."""
        return Server(self, residents)

    def at_server(self, server):
        """The members of a scenario that lead it to that server."""
        name = os.path.join(self.root, f"profile-{server.port}.json")
        with open(name, "wb") as file:
            file.write(server.profile())
        return {"profile": name, "purpose": ["vaccination"]}

    def lay_card(self, *variants, resident="minori"):
        """The software card as a process of its own in the first virtual reader. Gives it and its log's name."""
        log = os.path.join(self.root, f"card-{len(self.children)}.log")
        arguments = [part for variant in variants for part in ("--variant", variant)]
        card = self.spawn("uketsuke-training", "card", "--resident", resident, "--pki", self.pki(), "--log", log,
                          *arguments, stdout=subprocess.PIPE)
        if b"connected" not in card.stdout.readline():
            raise AssertionError("the card does not come into the reader")
        return card, log

    def take_card(self, card):
        end(card)
        wait_until(lambda: not self.is_card_seen(), "the card service sees the card go", 30)

    @staticmethod
    def is_card_seen():
        listed = subprocess.run(["opensc-tool", "--list-readers"], capture_output=True, text=True).stdout
        return any("Virtual PCD 00 00" in line and "Yes" in line for line in listed.splitlines())

    def pki(self):
        return os.path.join(self.root, "pki")

    def on_reader(self):
        """The members of a scenario that let it read cards in the virtual reader."""
        roots = [os.path.join(self.pki(), name) for name in ("roots.pem", "basic-info-roots.pem")]
        return {"reader": "Virtual PCD 00 00", "trustedRoots": roots, "allowTestRoots": True}

    def begin(self, scenario):
        """Starts the program on a scenario (None: the built-in one). Gives the process and its folder."""
        self.runs += 1
        folder = os.path.join(self.root, f"run-{self.runs}")
        os.makedirs(folder)
        arguments = ["--training", "--walkthrough", os.path.join(folder, "out")]
        if scenario is not None:
            name = os.path.join(folder, "scenario.json")
            with open(name, "w", encoding="utf-8") as file:
                json.dump(scenario, file, ensure_ascii=False)
            arguments += ["--scenario", name]
        os.makedirs(os.path.join(folder, "out"))
        output = open(os.path.join(folder, "output"), "wb")
        with output:
            return self.spawn("uketsuke", *arguments, stdout=output, stderr=output), folder

    def finish(self, process, folder):
        status = process.wait(3 * LIMIT_S)
        with open(os.path.join(folder, "output"), encoding="utf-8", errors="replace") as file:
            return Outcome(status, os.path.join(folder, "out"), file.read())

    def run(self, scenario=None):
        return self.finish(*self.begin(scenario))

    def wait_for_pictures(self, process, folder, part, count=1):
        """Waits until a walkthrough has taken so many pictures of that step (and screen): it has got so far."""
        def is_there():
            if process.poll() is not None:
                told = self.finish(process, folder)
                raise AssertionError(f"the program has ended before {part}\n{told.text}\n{told.output}")
            return sum(part in name for name in os.listdir(os.path.join(folder, "out"))) >= count
        wait_until(is_there, "picture " + part)

    def left_files(self):
        return [os.path.join(folder, name) for folder, _, names in os.walk(os.path.join(self.root, "own"))
                for name in names]

    def left_processes(self):
        """Everything that still runs with one of the stage's folders in its environment, but what the stage ends."""
        mark, known = os.path.join(self.root, "own").encode(), {str(child.pid) for child in self.children}
        found = {}
        for entry in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError):
                with open(f"/proc/{entry}/environ", "rb") as environment, open(f"/proc/{entry}/cmdline", "rb") as line:
                    if mark in environment.read() and entry not in known:
                        found[entry] = line.read().replace(b"\0", b" ").decode(errors="replace")
        return found

    def close(self):
        for child in reversed(self.children):
            end(child)
        shutil.rmtree(self.root, ignore_errors=True)


class Visits(unittest.TestCase):
    """What every test of visits has: a stage, and assertions on what a run left."""

    longMessage = True
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.stage = Stage()
        cls.addClassCleanup(cls.stage.close)

    def assert_went(self, outcome, codes=None):
        """Every step ended as the scenario expects; `codes`: and in these."""
        told = f"\nexit {outcome.status}\n{outcome.output}\n{json.dumps(outcome.summary, ensure_ascii=False, indent=1)}"
        self.assertEqual(outcome.status, 0, told)
        self.assertTrue(outcome.summary["ok"], told)
        self.assertTrue(all(step["ok"] for step in outcome.steps), told)
        if codes is not None:
            self.assertEqual([step["code"] for step in outcome.steps], codes, told)

    def assert_pictures(self, outcome, screens):
        """A picture of every screen named, none of them empty, and each step's own picture is there."""
        self.assertEqual(set(screens) - outcome.screens(), set(), outcome.pictures())
        pictures = outcome.pictures()
        for name in pictures:
            self.assertRegex(name, r"-(patient|staff)\.png$")
            with open(os.path.join(outcome.folder, name), "rb") as file:
                head = file.read(24)
            self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n")
            self.assertEqual((int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")), (1366, 768))
        for step in outcome.steps:
            self.assertIn(step["png"], pictures)

    def assert_paper_shows(self, person, schedule, server):
        """One paper came out of the printer, with what the server sends for that schedule and a training mark on it."""
        papers = os.listdir(os.environ["UKETSUKE_PRINTED"])
        self.assertEqual(len(papers), 1, papers)
        came = os.path.join(self.stage.root, "came.pdf")
        with open(came, "wb") as file:
            file.write(server.certificate(person, schedule))
        wanted, shown = paper.pages(came), paper.pages(os.path.join(os.environ["UKETSUKE_PRINTED"], papers[0]))
        self.assertGreater(len(wanted[0].ink()), 1000)
        for of_came, of_paper in paper.shares(wanted, shown):
            self.assertGreater(of_came, 0.97)
            # The mark lies over it, lightly: next to nothing else may be as dark as print.
            self.assertGreater(of_paper, 0.9)

    def assert_tells_nobody(self, text, tokens=(), where="summary"):
        """No name, birth date, PIN or token of the synthetic person stands in the text."""
        for word in ("みのり", "ミノリ", "𠮷﨑", "ヨシザキ", "2025-11-08", "20251108"):
            self.assertNotIn(word, text, where)
        for pin in ("1234", "5678"):
            self.assertNotRegex(text, rf'(?<![0-9A-Za-z.\-]){pin}(?![0-9A-Za-z])', where)
        hashes = {hashlib.sha256(word.encode()).hexdigest()[:16] for word in re.findall(r"[A-Za-z0-9_\-]{20,}", text)}
        self.assertFalse(hashes & set(tokens), where + ": an access token")
