import re
import unittest

from support import ROOT, documented_keys

PAGE = ROOT / "docs/deployment.md"
# Variables of the receiver that are no key of its configuration, and of others.
OTHERS = {"POLAR_WEBHOOK_SECRET", "POLAR_WEBHOOK_SECRET_FILE", "ADMIN_TOKEN_FILE", "CAP_NET_BIND_SERVICE"}


class DeploymentPageTests(unittest.TestCase):
    def setUp(self) -> None:
        self.text = PAGE.read_text()

    def test_links_lead_to_files(self) -> None:
        links = re.findall(r"\]\(([^)#:]+)[^)]*\)", self.text)
        self.assertTrue(links)
        for link in links:
            self.assertTrue((PAGE.parent / link).exists(), link)

    def test_files_that_commands_name_are_there(self) -> None:
        for name in re.findall(r"\b(?:deploy|Scripts)/[\w./-]*\w", self.text):
            if not name.startswith("deploy/secrets/"):
                self.assertTrue((ROOT / name).exists(), name)

    def test_settings_are_documented(self) -> None:
        keys = documented_keys()
        for section, key in re.findall(r"`(http|retention|delivery)\.([a-z_]+)`", self.text):
            self.assertLessEqual({section, key}, keys)
        for name in set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", self.text)) - OTHERS:
            section, _, rest = name.lower().partition("_")
            self.assertTrue(name.lower() in keys or {section, rest} <= keys, name)

    def test_commands_are_those_of_the_program(self) -> None:
        sources = "".join(path.read_text() for path in (ROOT / "Sources/ReceiverCommand/Commands").rglob("*.swift"))
        names = set(re.findall(r'commandName: "([a-z]+)"', sources))
        commands = re.findall(r"polar-receiver (backup|events [a-z]+|config [a-z]+)\b", self.text)
        self.assertTrue(commands)
        self.assertLessEqual({word for command in commands for word in command.split()}, names)
