import re
import shutil
import tempfile
from pathlib import Path

from support import DEPLOY, ROOT, ToolTestCase

SCRIPT = ROOT / "Scripts/make-deb"
# A program that needs the C library only, and one that needs a library that the receiver has no use for.
PLAIN = Path("/bin/true")
STRANGE = Path("/usr/bin/systemd-analyze")
FILES = {
    "etc/polar-receiver/polar-senders.txt": 0o644,
    "etc/polar-receiver/receiver.yaml": 0o644,
    "usr/bin/polar-receiver": 0o755,
    "usr/lib/systemd/system/polar-receiver.service": 0o644,
    "usr/share/doc/polar-receiver/changelog.gz": 0o644,
    "usr/share/doc/polar-receiver/copyright": 0o644,
    "usr/share/doc/polar-receiver/licenses/Library/LICENSE": 0o644,
    "usr/share/doc/polar-receiver/licenses/Library/NOTICE.txt": 0o644,
}


class PackageTests(ToolTestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.library = self.folder / "checkouts/Library"
        self.library.mkdir(parents=True)
        for name in ("LICENSE", "NOTICE.txt", "README.md"):
            (self.library / name).write_text(f"{name} of the library\n")

    def make(self, name: str = "one", date: str = "1767225600") -> Path:
        """A package with a program that stands for the receiver."""
        folder = self.folder / name
        self.check_tool(SCRIPT, PLAIN, self.library.parent, folder, package="binutils", SOURCE_DATE_EPOCH=date)
        [package] = folder.iterdir()
        return package

    def field(self, package: Path, name: str) -> str:
        return self.check_tool("dpkg-deb", "--field", package, name, package="dpkg").strip()

    def test_installs_its_files(self) -> None:
        root = self.folder / "root"
        self.check_tool("dpkg-deb", "--extract", self.make(), root, package="dpkg")
        for name, mode in FILES.items():
            self.assertEqual((root / name).stat().st_mode & 0o7777, mode, name)
        unit = (root / "usr/lib/systemd/system/polar-receiver.service").read_text()
        self.assertEqual(unit, (DEPLOY / "systemd/polar-receiver.service").read_text())

    def test_refuses_a_library_without_a_licence(self) -> None:
        (self.library / "LICENSE").unlink()
        (self.library / "NOTICE.txt").unlink()
        folder = self.folder / "none"
        result = self.run_tool(SCRIPT, PLAIN, self.library.parent, folder, package="binutils", SOURCE_DATE_EPOCH="0")
        self.assertEqual(result.returncode, 1)
        self.assertIn("Library has no licence that could be shipped", result.stderr)

    def test_belongs_to_root(self) -> None:
        lines = self.check_tool("dpkg-deb", "--contents", self.make(), package="dpkg").splitlines()
        self.assertEqual({line.split()[1] for line in lines}, {"root/root"})

    def test_has_the_version_of_the_source(self) -> None:
        version = re.search(r'"(.+)"', (ROOT / "Sources/ReceiverCommand/Version.swift").read_text())[1]
        self.assertEqual(self.field(self.make(), "Version"), version)

    def test_depends_on_what_the_program_needs(self) -> None:
        names = self.field(self.make(), "Depends").split(", ")
        self.assertLessEqual({"ca-certificates", "libcurl4", "libsqlite3-0", "libssl3"}, set(names))
        self.assertRegex(" ".join(names), r"libc6 \(>= 2\.\d+\)")

    def test_refuses_a_program_with_a_strange_library(self) -> None:
        result = self.run_tool(SCRIPT, STRANGE, self.library.parent, self.folder / "strange", package="binutils", SOURCE_DATE_EPOCH="0")
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr, r"needs .*\.so.*--static-swift-stdlib")

    def test_refuses_what_is_no_program(self) -> None:
        result = self.run_tool(SCRIPT, Path(__file__), self.library.parent, self.folder / "none", package="binutils", SOURCE_DATE_EPOCH="0")
        self.assertEqual(result.returncode, 1)
        self.assertIn("no program for Linux", result.stderr)

    def test_keeps_what_an_administrator_changed(self) -> None:
        control = self.folder / "control"
        self.check_tool("dpkg-deb", "--control", self.make(), control, package="dpkg")
        configured = {f"/{name}" for name in FILES if name.startswith("etc/")}
        self.assertEqual(set((control / "conffiles").read_text().split()), configured)

    def test_scripts_are_shell(self) -> None:
        for name in ("postinst", "prerm", "postrm"):
            self.check_tool("sh", "-n", DEPLOY / "debian" / name, package="dash")

    def test_the_configuration_has_the_places_of_the_package(self) -> None:
        root = self.folder / "root"
        self.check_tool("dpkg-deb", "--extract", self.make(), root, package="dpkg")
        text = (root / "etc/polar-receiver/receiver.yaml").read_text()
        self.assertIn("\ndatabase_url: sqlite:/var/lib/polar-receiver/receiver.db\n", text)
        self.assertIn("sender_file: /etc/polar-receiver/polar-senders.txt", text)

    def test_is_the_same_byte_for_byte(self) -> None:
        self.assertEqual(self.make("one").read_bytes(), self.make("two").read_bytes())
        self.assertNotEqual(self.make("one").read_bytes(), self.make("three", date="1767225601").read_bytes())
