package io.urania.cluster.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignObjectsTest {

    @Test
    void objectsKeepTheirOrderAndGetOurMarks() {
        Manifest manifest = Manifest.read(
                "cni",
                List.of("""
                ---
                # nothing yet
                ---
                apiVersion: v1
                kind: List
                items:
                  - {apiVersion: v1, kind: Namespace, metadata: {name: bridge}}
                  - {apiVersion: v1, kind: ServiceAccount, metadata: {name: bridge, namespace: bridge}}
                """, "{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: bridge, namespace: bridge}}"));

        assertThat(manifest.objects())
                .containsExactly("Namespace /bridge", "ServiceAccount bridge/bridge", "DaemonSet bridge/bridge");
        assertThat(manifest.kinds()).containsExactly("daemonset.apps", "namespace", "serviceaccount");
        assertThat(manifest.text()).contains("urania");
    }

    /** The cluster would be asked for a kind that it does not know yet, and would answer nothing at all. */
    @Test
    void objectsOfKindsThatTheManifestBringsAreNotLookedAt() {
        Manifest manifest = Manifest.read("cni", List.of("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: pools.example.com}
                spec: {group: example.com}
                ---
                apiVersion: example.com/v1
                kind: Pool
                metadata: {name: usual}
                """));

        assertThat(manifest.objects()).containsExactly("CustomResourceDefinition /pools.example.com");
        assertThat(manifest.kinds()).containsExactly("customresourcedefinition.apiextensions.k8s.io");
        assertThat(manifest.text()).contains("kind: Pool");
    }

    /** YAML 1.1 makes a date and a number of these. */
    @Test
    void wordsThatAreTextForKubectlStayText() {
        Manifest manifest = Manifest.read("cni", List.of("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: times, annotations: {made: 2024-01-01, at: 12:30}}
                data: {mode: "0644", port: "8080"}
                """));

        assertThat(manifest.text()).contains("made: '2024-01-01'", "at: '12:30'", "mode: '0644'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "just words",
                "[1, 2]",
                "kind: Namespace",
                "{apiVersion: v1, kind: Namespace, metadata: {}}",
                "a: b: c",
                "a: &x [1]\nb: *y",
                "{a: 1, a: 2}",
                "--- &a\nkind: List\nitems: [*a]",
                "{apiVersion: v1, kind: 'x;touch /root/pwned;', metadata: {name: a}}",
                "{apiVersion: 'v1 --foo', kind: Namespace, metadata: {name: a}}",
                "{apiVersion: v1, kind: Namespace, metadata: {name: \"a\\nb\"}}",
                "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: [b]}}",
            })
    void whatIsNoObjectOfKubernetesIsRefused(String text) {
        assertThatThrownBy(() -> Manifest.read("cni", List.of(text))).isInstanceOf(UnreadableManifest.class);
    }
}
