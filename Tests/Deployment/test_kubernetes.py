import re
import unittest

import kubernetes_validate
import yaml

from support import DEPLOY, ROOT, documented_keys, load

FOLDER = DEPLOY / "kubernetes"
# The oldest version that the manifests are for.
VERSION = "1.27"
OPTIONAL = ["ingress.yaml", "pod-monitor.yaml"]
KINDS = {
    "ingress.yaml": "Ingress",
    "network-policy.yaml": "NetworkPolicy",
    "pod-monitor.yaml": "PodMonitor",
    "secret.example.yaml": "Secret",
    "service.yaml": "Service",
    "stateful-set.yaml": "StatefulSet",
}
# Files that are no objects of a cluster.
OTHERS = {"kustomization.yaml", "receiver.yaml"}


def manifest(name: str) -> dict:
    """The only object in a file."""
    [document] = load(FOLDER / name)
    return document


class ManifestTests(unittest.TestCase):
    def test_every_file_has_one_object_of_its_kind(self) -> None:
        self.assertEqual({path.name for path in FOLDER.iterdir()}, set(KINDS) | OTHERS)
        for name, kind in KINDS.items():
            self.assertEqual(manifest(name)["kind"], kind)

    def test_objects_fit_the_schemas(self) -> None:
        for name, kind in KINDS.items():
            # Kinds that an operator adds have no schema here.
            if kind != "PodMonitor":
                with self.subTest(name):
                    kubernetes_validate.validate(manifest(name), VERSION, strict=True)

    def test_objects_have_the_same_name_and_label(self) -> None:
        for name in KINDS:
            metadata = manifest(name)["metadata"]
            self.assertEqual(metadata["name"], "polar-receiver", name)
            self.assertEqual(metadata["labels"], {"app.kubernetes.io/name": "polar-receiver"}, name)

    def test_the_kustomization_has_what_is_needed(self) -> None:
        kustomization = manifest("kustomization.yaml")
        needed = set(KINDS) - {*OPTIONAL, "secret.example.yaml"}
        self.assertEqual(set(kustomization["resources"]), needed)
        [generator] = kustomization["configMapGenerator"]
        self.assertEqual(generator["files"], ["receiver.yaml"])
        text = (FOLDER / "kustomization.yaml").read_text()
        self.assertEqual(re.findall(r"^  # - (\S+)$", text, re.M), ["pod-monitor.yaml", "ingress.yaml"])

    def test_the_image_has_the_version_of_the_source(self) -> None:
        [image] = manifest("kustomization.yaml")["images"]
        self.assertEqual(image["name"], container()["image"])
        self.assertIn(f'"{image["newTag"]}"', (ROOT / "Sources/ReceiverCommand/Version.swift").read_text())

    def test_the_secret_has_no_values(self) -> None:
        self.assertEqual(set(manifest("secret.example.yaml")["stringData"].values()), {""})

    def test_the_configuration_has_known_keys(self) -> None:
        text = (FOLDER / "receiver.yaml").read_text()
        keys = set(re.findall(r"^[ #]*([a-z][a-z0-9_]*):", text, re.M))
        self.assertLessEqual(keys - {"log"}, documented_keys())
        yaml.safe_load(text)


def pod() -> dict:
    return manifest("stateful-set.yaml")["spec"]["template"]["spec"]


def container() -> dict:
    [container] = pod()["containers"]
    return container


class StatefulSetTests(unittest.TestCase):
    def test_runs_one_receiver(self) -> None:
        specification = manifest("stateful-set.yaml")["spec"]
        self.assertEqual(specification["replicas"], 1)
        self.assertEqual(specification["serviceName"], manifest("service.yaml")["metadata"]["name"])

    def test_selectors_match_the_pod(self) -> None:
        specification = manifest("stateful-set.yaml")["spec"]
        labels = specification["template"]["metadata"]["labels"].items()
        selectors = [
            specification["selector"]["matchLabels"],
            manifest("service.yaml")["spec"]["selector"],
            manifest("network-policy.yaml")["spec"]["podSelector"]["matchLabels"],
            manifest("pod-monitor.yaml")["spec"]["selector"]["matchLabels"],
        ]
        for selector in selectors:
            self.assertTrue(selector)
            self.assertLessEqual(selector.items(), labels)

    def test_every_mount_has_its_volume(self) -> None:
        claims = manifest("stateful-set.yaml")["spec"]["volumeClaimTemplates"]
        volumes = [volume["name"] for volume in pod()["volumes"]] + [claim["metadata"]["name"] for claim in claims]
        mounts = {mount["name"]: mount for mount in container()["volumeMounts"]}
        self.assertEqual(sorted(mounts), sorted(volumes))
        self.assertEqual(mounts["data"]["mountPath"], "/data")
        self.assertIn("DATABASE_URL=sqlite:/data/", (ROOT / "Dockerfile").read_text())

    def test_files_are_where_the_variables_say(self) -> None:
        variables = {variable["name"]: variable["value"] for variable in container()["env"]}
        mounts = {mount["name"]: mount["mountPath"] for mount in container()["volumeMounts"]}
        keys = manifest("secret.example.yaml")["stringData"]
        self.assertEqual(variables["CONFIG_FILE"], f"{mounts['configuration']}/receiver.yaml")
        for name in ("POLAR_WEBHOOK_SECRET_FILE", "ADMIN_TOKEN_FILE"):
            folder, _, file = variables[name].rpartition("/")
            self.assertEqual(folder, mounts["secrets"])
            self.assertIn(file, keys)

    def test_is_restricted(self) -> None:
        """What the pod security standard `restricted` asks for, and a read-only file system."""
        self.assertTrue(pod()["securityContext"]["runAsNonRoot"])
        self.assertEqual(pod()["securityContext"]["seccompProfile"], {"type": "RuntimeDefault"})
        self.assertFalse(container()["securityContext"]["allowPrivilegeEscalation"])
        self.assertTrue(container()["securityContext"]["readOnlyRootFilesystem"])
        self.assertEqual(container()["securityContext"]["capabilities"], {"drop": ["ALL"]})
        self.assertFalse(pod()["automountServiceAccountToken"])
        for key in ("hostNetwork", "hostPID", "hostIPC"):
            self.assertNotIn(key, pod())

    def test_is_the_user_of_the_image(self) -> None:
        user = int(re.search(r"^USER (\d+)$", (ROOT / "Dockerfile").read_text(), re.M)[1])
        context = pod()["securityContext"]
        self.assertEqual([context["runAsUser"], context["runAsGroup"], context["fsGroup"]], [user] * 3)

    def test_probes_ask_the_public_listener(self) -> None:
        paths = {"startupProbe": "/healthz", "livenessProbe": "/healthz", "readinessProbe": "/readyz"}
        source = (ROOT / "Sources/PolarReceiver/Endpoint/HealthRoute.swift").read_text()
        for probe, path in paths.items():
            self.assertEqual(container()[probe]["httpGet"], {"path": path, "port": "http"})
            self.assertIn(f'"{path}"', source)

    def test_waits_for_the_drain(self) -> None:
        grace = int(re.search(r"^shutdown_grace: (\d+)", (ROOT / "config/receiver.yaml").read_text(), re.M)[1])
        pause = int(container()["lifecycle"]["preStop"]["exec"]["command"][1])
        self.assertGreater(pod()["terminationGracePeriodSeconds"], pause + grace + 5)

    def test_says_what_it_needs(self) -> None:
        resources = container()["resources"]
        self.assertEqual(set(resources["requests"]), {"cpu", "memory"})
        self.assertIn("memory", resources["limits"])


class PortTests(unittest.TestCase):
    def setUp(self) -> None:
        self.ports = {port["name"]: port["containerPort"] for port in container()["ports"]}

    def test_are_those_of_the_receiver(self) -> None:
        self.assertEqual(self.ports, {"http": 8080, "admin": 8081})

    def test_the_service_has_the_public_one_only(self) -> None:
        self.assertEqual([port["targetPort"] for port in manifest("service.yaml")["spec"]["ports"]], ["http"])

    def test_the_admin_listener_is_for_monitoring_only(self) -> None:
        public, admin = manifest("network-policy.yaml")["spec"]["ingress"]
        self.assertEqual(public, {"ports": [{"port": "http"}]})
        self.assertEqual(admin["ports"], [{"port": "admin"}])
        [source] = admin["from"]
        self.assertTrue(source["namespaceSelector"]["matchLabels"])

    def test_the_monitor_scrapes_the_admin_listener_with_its_token(self) -> None:
        [endpoint] = manifest("pod-monitor.yaml")["spec"]["podMetricsEndpoints"]
        self.assertEqual((endpoint["port"], endpoint["path"]), ("admin", "/metrics"))
        credentials = endpoint["authorization"]["credentials"]
        secret = manifest("secret.example.yaml")
        self.assertEqual(credentials["name"], secret["metadata"]["name"])
        self.assertIn(credentials["key"], secret["stringData"])

    def test_the_ingress_leads_to_the_service(self) -> None:
        [rule] = manifest("ingress.yaml")["spec"]["rules"]
        [path] = rule["http"]["paths"]
        service = path["backend"]["service"]
        self.assertEqual(service["name"], manifest("service.yaml")["metadata"]["name"])
        self.assertIn(service["port"]["name"], [port["name"] for port in manifest("service.yaml")["spec"]["ports"]])
