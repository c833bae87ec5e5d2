# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""Compares paper with the document that it should show, with the tolerance of two renderers and a training mark."""
import subprocess

RESOLUTION = 60
INK, PAPER = 128, 200  # darker than INK was drawn on purpose; lighter than PAPER counts as nothing


class Page:
    def __init__(self, width, height, pixels):
        self.width, self.height, self.pixels = width, height, pixels

    def turned(self):
        """A quarter turn: a landscape page comes out of a printer on the same sheet, held upright."""
        rows = [self.pixels[y * self.width:(y + 1) * self.width] for y in range(self.height)]
        return Page(self.height, self.width, b"".join(map(bytes, zip(*reversed(rows)))))

    def darkest_near(self, x, y):
        """The darkest pixel in the neighbourhood: a line may lie one pixel beside where the other renderer has it."""
        columns = range(max(0, x - 1), min(self.width, x + 2))
        return min(self.pixels[row * self.width + column] for row in range(max(0, y - 1), min(self.height, y + 2))
                   for column in columns)

    def ink(self):
        return [divmod(place, self.width)[::-1] for place, value in enumerate(self.pixels) if value < INK]

    def share_on(self, other):
        """Which share of this ink lies on the other page too; 0 where the sizes differ by more than a pixel or two."""
        if abs(self.width - other.width) > 2 or abs(self.height - other.height) > 2:
            return 0.0
        ink = [(x, y) for x, y in self.ink() if x < other.width and y < other.height]
        return sum(other.darkest_near(x, y) < PAPER for x, y in ink) / max(1, len(ink))


def pages(file_name):
    """All pages of a PDF file, in grey."""
    stream = subprocess.check_output(["pdftoppm", "-gray", "-r", str(RESOLUTION), file_name])
    found = []
    while stream:
        kind, size, _, stream = stream.split(b"\n", 3)
        if kind != b"P5":
            raise ValueError("not a grey picture")
        width, height = (int(number) for number in size.split())
        found.append(Page(width, height, stream[:width * height]))
        stream = stream[width * height:]
    return found


def shares(came, printed):
    """For each page: which share of what came is on the paper, and which share of the paper's ink came."""
    result = []
    for wanted, shown in zip(came, printed, strict=True):
        held = [shown]
        for _ in range(3):
            held.append(held[-1].turned())
        best = max(held, key=wanted.share_on)
        result.append((wanted.share_on(best), best.share_on(wanted)))
    return result
