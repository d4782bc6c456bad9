import re
import unittest

from support import ROOT

# Full RELRO, and canaries in C code.
FLAGS = ["-Xlinker -z -Xlinker now", "-Xcc -fstack-protector-strong", "--static-swift-stdlib"]


class BuildFlagTests(unittest.TestCase):
    def test_harden_every_release(self) -> None:
        template = "Sources/ReceiverCommand/Commands/Init/Templates/NewPackage+Dockerfile.swift"
        for name in ("Makefile", "Dockerfile", template):
            text = (ROOT / name).read_text()
            with self.subTest(name):
                [flags] = re.findall(r"RELEASE_FLAGS\s*:?=\s*(.+)", text)
                for flag in FLAGS:
                    self.assertIn(flag, flags)
                # No other way to build a release stands beside it.
                self.assertEqual(text.count("--static-swift-stdlib"), 1)
