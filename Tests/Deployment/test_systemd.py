import re
import shutil
import tempfile
from pathlib import Path

from support import DEPLOY, ROOT, ToolTestCase

UNIT = DEPLOY / "systemd/polar-receiver.service"
# In tenths, as systemd-analyze has it: 1.2 of 10.
EXPOSURE = 12
TARGETS = ("basic", "multi-user", "network-online", "shutdown", "sysinit")


class UnitTests(ToolTestCase):
    def setUp(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        self.units = self.root / "usr/lib/systemd/system"
        self.units.mkdir(parents=True)
        for target in TARGETS:
            (self.units / f"{target}.target").write_text(f"[Unit]\nDescription={target}\n")
        for program in ("usr/bin/polar-receiver", "bin/kill"):
            path = self.root / program
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o755)

    def verify(self, text: str) -> tuple[int, str]:
        """What systemd says about a unit, on a system that has nothing but the programs it starts."""
        (self.units / UNIT.name).write_text(text)
        command = ("systemd-analyze", "verify", f"--root={self.root}", UNIT.name)
        result = self.run_tool(*command, package="systemd")
        return result.returncode, result.stderr

    def test_is_understood_by_systemd(self) -> None:
        self.assertEqual(self.verify(UNIT.read_text()), (0, ""))

    def test_misspelt_settings_would_be_found(self) -> None:
        _, text = self.verify(UNIT.read_text().replace("UMask=", "UMaks="))
        self.assertIn("Unknown key 'UMaks'", text)

    def test_exposes_little(self) -> None:
        command = ("systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE}", UNIT)
        self.check_tool(*command, package="systemd")

    def test_waits_for_the_drain(self) -> None:
        grace = int(re.search(r"^shutdown_grace: (\d+)", (ROOT / "config/receiver.yaml").read_text(), re.M)[1])
        self.assertGreater(self.setting("TimeoutStopSec"), grace + 5)

    def test_allows_as_many_descriptors_as_connections(self) -> None:
        limit = int(re.search(r"connection_limit: (\d+)", (ROOT / "config/receiver.yaml").read_text())[1])
        self.assertGreater(self.setting("LimitNOFILE"), limit + 1000)

    def test_names_every_credential_that_it_loads(self) -> None:
        text = UNIT.read_text()
        loaded = set(re.findall(r"^LoadCredential=([a-z-]+):/etc/polar-receiver/\1$", text, re.M))
        self.assertEqual(loaded, set(re.findall(r"^Environment=\w+=%d/([a-z-]+)$", text, re.M)))
        self.assertEqual(loaded, {"admin-token", "webhook-secret"})

    def setting(self, name: str) -> int:
        return int(re.search(rf"^{name}=(\d+)$", UNIT.read_text(), re.M)[1])
