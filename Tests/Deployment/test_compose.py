import ipaddress
import re
import unittest

from support import DEPLOY, ROOT, load

CADDYFILE = (DEPLOY / "Caddyfile").read_text()


class ComposeTests(unittest.TestCase):
    def setUp(self) -> None:
        [self.file] = load(DEPLOY / "compose.yaml")
        self.receiver = self.file["services"]["receiver"]
        self.caddy = self.file["services"]["caddy"]

    def test_gives_no_service_more_rights_than_it_needs(self) -> None:
        for name, service in self.file["services"].items():
            with self.subTest(name):
                self.assertTrue(service["read_only"])
                self.assertEqual(service["cap_drop"], ["ALL"])
                self.assertIn("no-new-privileges:true", service["security_opt"])
                self.assertNotIn("privileged", service)
                self.assertRegex(service["mem_limit"], r"^\d+m$")
                self.assertGreater(service["pids_limit"], 0)
        self.assertNotIn("cap_add", self.receiver)
        self.assertEqual(self.caddy["cap_add"], ["NET_BIND_SERVICE"])

    def test_publishes_the_proxy_only(self) -> None:
        self.assertNotIn("ports", self.receiver)
        self.assertEqual(self.caddy["ports"], ["80:80", "443:443"])

    def test_trusts_the_proxy_only(self) -> None:
        address = self.caddy["networks"]["proxy"]["ipv4_address"]
        self.assertEqual(self.receiver["environment"]["HTTP_TRUSTED_PROXIES"], address)
        [pool] = self.file["networks"]["proxy"]["ipam"]["config"]
        self.assertIn(ipaddress.ip_address(address), list(ipaddress.ip_network(pool["subnet"]).hosts())[1:])
        # Nobody who starts earlier can get it.
        self.assertNotIn(ipaddress.ip_address(address), ipaddress.ip_network(pool["ip_range"]))

    def test_keeps_secrets_in_files(self) -> None:
        self.assertEqual(set(self.receiver["secrets"]), set(self.file["secrets"]))
        environment = self.receiver["environment"]
        for name in ("POLAR_WEBHOOK_SECRET_FILE", "ADMIN_TOKEN_FILE"):
            self.assertIn(environment[name].removeprefix("/run/secrets/"), self.file["secrets"])
        self.assertFalse({"POLAR_WEBHOOK_SECRET", "ADMIN_TOKEN"} & set(environment))

    def test_keeps_the_inbox_in_a_volume(self) -> None:
        self.assertIn("polar-data:/data", self.receiver["volumes"])
        self.assertIn("VOLUME /data", (ROOT / "Dockerfile").read_text())
        for service in self.file["services"].values():
            named = [volume.split(":")[0] for volume in service["volumes"] if not volume.startswith("./")]
            self.assertLessEqual(set(named), set(self.file["volumes"]))

    def test_waits_for_the_drain(self) -> None:
        grace = int(re.search(r"^shutdown_grace: (\d+)", (ROOT / "config/receiver.yaml").read_text(), re.M)[1])
        self.assertGreater(int(self.receiver["stop_grace_period"].removesuffix("s")), grace + 5)

    def test_checks_the_health_as_the_image_does(self) -> None:
        check = self.receiver["healthcheck"]
        image = re.search(r"HEALTHCHECK (.*) CMD (\[.*\])", (ROOT / "Dockerfile").read_text())
        self.assertEqual(check["test"][1:], [word.strip('"') for word in image[2].strip("[]").split(", ")])
        for key in ("interval", "timeout", "retries"):
            self.assertIn(f"--{key}={check[key]}", image[1])


class CaddyfileTests(unittest.TestCase):
    def test_leads_to_the_receiver(self) -> None:
        self.assertEqual(re.findall(r"reverse_proxy (\S+)", CADDYFILE), ["receiver:8080"])
        self.assertIn("EXPOSE 8080", (ROOT / "Dockerfile").read_text())

    def test_serves_the_path_of_the_endpoint_and_nothing_else(self) -> None:
        self.assertEqual(re.findall(r"handle ?(\S*) \{", CADDYFILE), ["/webhooks/*", ""])
        self.assertRegex(CADDYFILE, r"handle \{\s+respond 404")

    def test_drops_idle_connections_before_the_receiver_does(self) -> None:
        idle = int(re.search(r"idle_timeout: (\d+)", (ROOT / "config/receiver.yaml").read_text())[1])
        self.assertLess(int(re.search(r"keepalive (\d+)s", CADDYFILE)[1]), idle)
