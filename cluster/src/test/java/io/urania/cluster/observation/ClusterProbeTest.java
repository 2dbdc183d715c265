package io.urania.cluster.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterProbeTest {
    private static final ClusterProbe PROBE =
            new ClusterProbe("/usr/local/bin/kubectl", "/etc/kubernetes/ssl", "configmap,daemonset.apps");
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    private static final String AUTHORITY =
            Base64.getEncoder().encodeToString(CERTIFICATE.getBytes(StandardCharsets.US_ASCII));

    /** Two nodes as kubectl get --raw /api/v1/nodes prints them in one line, less what nobody reads here. */
    private static final String NODES = """
            {"kind":"NodeList","apiVersion":"v1","metadata":{"resourceVersion":"1234"},"items":[\
            {"metadata":{"name":"pandore.example.com","uid":"5b1c","labels":{"kubernetes.io/arch":"amd64",\
            "my.topology/rack":"rpi-rack1","node-role.kubernetes.io/control-plane":""},\
            "annotations":{"volumes.kubernetes.io/controller-managed-attach-detach":"true"}},\
            "spec":{"podCIDR":"10.233.192.0/24","taints":[\
            {"key":"node-role.kubernetes.io/control-plane","effect":"NoSchedule"},\
            {"key":"dedicated","value":"infra","effect":"NoExecute","timeAdded":"2026-01-01T00:00:00Z"}]},\
            "status":{"capacity":{"cpu":"2"},"conditions":[\
            {"type":"MemoryPressure","status":"False"},{"type":"Ready","status":"True","reason":"KubeletReady"}],\
            "nodeInfo":{"kubeletVersion":"v1.36.3","architecture":"amd64"}}},\
            {"metadata":{"name":"erato.example.com"},"spec":{},\
            "status":{"conditions":[{"type":"Ready","status":"Unknown","reason":"NodeStatusUnknown"}],\
            "daemonEndpoints":{"kubeletEndpoint":{"Port":0}},"nodeInfo":{"kubeletVersion":"v1.36.2"}}}]}""";

    @Test
    void readsNodesAuthorityAndObjects() {
        ClusterFact.Answering cluster = answering("answering\ninitialised\n" + NODES + "\n" + AUTHORITY + "\n"
                + "ConfigMap kube-system/flannel " + "a".repeat(64) + "\n"
                + "ClusterRole /urania:flannel " + "b".repeat(64) + "\n"
                + "Service default/of-somebody-else \n");

        assertThat(cluster.initialised()).isTrue();
        assertThat(cluster.authority()).isEqualTo(CERTIFICATE);
        assertThat(cluster.objects())
                .containsEntry("ConfigMap kube-system/flannel", "a".repeat(64))
                .containsEntry("ClusterRole /urania:flannel", "b".repeat(64))
                .containsEntry("Service default/of-somebody-else", "")
                .hasSize(3);
        NodeFact pandore = cluster.nodes().get("pandore.example.com");
        assertThat(pandore.ready()).isTrue();
        assertThat(pandore.kubelet()).isEqualTo("v1.36.3");
        assertThat(pandore.labels())
                .containsEntry("my.topology/rack", "rpi-rack1")
                .containsEntry("node-role.kubernetes.io/control-plane", "");
        assertThat(pandore.taints())
                .containsExactly("dedicated=infra:NoExecute", "node-role.kubernetes.io/control-plane:NoSchedule");
    }

    @Test
    void aNodeWithoutLabelsAndTaintsHasNone() {
        NodeFact erato = answering("answering\ninitialised\n" + NODES + "\n" + AUTHORITY)
                .nodes()
                .get("erato.example.com");

        assertThat(erato.labels()).isEmpty();
        assertThat(erato.taints()).isEmpty();
        assertThat(erato.ready()).isFalse();
        assertThat(erato.kubelet()).isEqualTo("v1.36.2");
    }

    @Test
    void anInitThatDidNotEndIsSeen() {
        ClusterFact.Answering cluster = answering("answering\nunfinished\n{\"items\":[]}\n" + AUTHORITY);

        assertThat(cluster.initialised()).isFalse();
        assertThat(cluster.nodes()).isEmpty();
    }

    @Test
    void aHostWithoutKubeconfigHasNoCluster() {
        assertThat(parse("none\n")).isEqualTo(new ClusterFact.None());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "nonesuch", "Answering\ninitialised\n{}\n"})
    void whatSaysNothingOfAClusterIsNotTakenForNone(String output) {
        assertThat(PROBE.parse(output, new TreeSet<>())).isEmpty();
    }

    @Test
    void aNodeWithALabelThatIsNoTextIsNoAnswer() {
        String nodes = "{\"items\":[{\"metadata\":{\"name\":\"clio\",\"labels\":{\"rack\":null}}}]}";

        assertThatThrownBy(() -> parse("answering\ninitialised\n" + nodes + "\n" + AUTHORITY))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void whatKubectlSaidOfAServerThatDoesNotAnswerIsKept() {
        String said = "The connection to the server api.example.com:6443 was refused"
                + " - did you specify the right host or port?";

        assertThat(parse("silent\n" + said + "\n")).isEqualTo(new ClusterFact.Silent(said));
    }

    @Test
    void anAnswerThatIsNoListOfNodesIsNoAnswer() {
        assertThat(parse("answering\ninitialised\nError from server (Forbidden)\n" + AUTHORITY))
                .isInstanceOfSatisfying(
                        ClusterFact.Silent.class,
                        silent -> assertThat(silent.reason()).startsWith("the API server's answer cannot be read: "));
        assertThat(parse("answering\ninitialised\n{}\n" + AUTHORITY)).isInstanceOf(ClusterFact.Silent.class);
        assertThat(parse("answering\ninitialised\n" + NODES + "\nno base64!")).isInstanceOf(ClusterFact.Silent.class);
    }

    @Test
    void anAnswerThatWasCutOffIsNoAnswer() {
        assertThat(parse("answering\ninitialised"))
                .isEqualTo(new ClusterFact.Silent("the API server's answer was cut off"));
    }

    private static ClusterFact.Answering answering(String output) {
        return parse(output).answering().orElseThrow(() -> new AssertionError(parse(output)));
    }

    private static ClusterFact parse(String output) {
        return PROBE.parse(output, new TreeSet<>()).get("");
    }
}
