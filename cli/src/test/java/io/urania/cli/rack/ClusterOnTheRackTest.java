package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a cluster is for, seen on a rack. */
@Tag("rack")
@ExtendWith(RackCondition.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterOnTheRackTest {

    private static final String NAMESPACE = "urania-rack-test";

    @SuppressWarnings("NullAway.Init") // set before every test
    private RackUnderTest rack;

    @BeforeAll
    void makePods() throws Exception {
        rack = RackUnderTest.find();
        rack.run(rack.controlPlane(), """
                image=$(ctr -n k8s.io images list -q | while read -r name; do case $name in */urania-probe:*) echo "$name" ;; esac; done)
                kubectl create namespace %1$s >/dev/null
                pod() {
                    printf '%%s\\n' "{\\"apiVersion\\":\\"v1\\",\\"kind\\":\\"Pod\\",\\"metadata\\":{\\"name\\":\\"$1\\",\\"labels\\":{\\"app\\":\\"$1\\"}}," \\
                        "\\"spec\\":{\\"nodeName\\":\\"$2\\",\\"containers\\":[{\\"name\\":\\"probe\\",\\"image\\":\\"$image\\",\\"args\\":[\\"serve\\"]," \\
                        "\\"imagePullPolicy\\":\\"IfNotPresent\\"}]}}" | kubectl create -n %1$s -f - >/dev/null
                }
                pod here %2$s
                pod there %3$s
                kubectl expose pod there -n %1$s --type=NodePort --port=80 --target-port=8080 >/dev/null
                """.formatted(NAMESPACE, rack.controlPlane(), rack.worker()));
        rack.eventually(
                rack.controlPlane(),
                "kubectl wait --for=condition=Ready -n %s pod/here pod/there".formatted(NAMESPACE));
    }

    @AfterAll
    void removePods() throws Exception {
        rack.run(rack.controlPlane(), "kubectl delete namespace %s --ignore-not-found".formatted(NAMESPACE));
    }

    @Test
    void measuresNodes() throws Exception {
        assertThat(rack.eventually(rack.controlPlane(), "kubectl top nodes")).contains(rack.worker());
    }

    @Test
    void resolvesNamesOfServices() throws Exception {
        assertThat(inside("here", "resolve there.%s.svc.cluster.local".formatted(NAMESPACE)))
                .contains("10.233.");
    }

    @Test
    void letsPodsReachPodsOfOtherNodes() throws Exception {
        String address = rack.run(
                rack.controlPlane(), "kubectl get pod there -n %s -o jsonpath='{.status.podIP}'".formatted(NAMESPACE));

        assertThat(inside("here", "get http://%s:8080/".formatted(address))).contains("there");
    }

    @Test
    void letsPodsReachServices() throws Exception {
        assertThat(inside("here", "get http://there.%s/".formatted(NAMESPACE))).contains("there");
    }

    @Test
    void opensNodePortsOnEveryNode() throws Exception {
        String port = rack.run(
                rack.controlPlane(),
                "kubectl get service there -n %s -o jsonpath='{.spec.ports[0].nodePort}'".formatted(NAMESPACE));
        String address = rack.addressOf(rack.controlPlane()); // the pod is on the worker

        assertThat(rack.eventually(
                        rack.controlPlane(),
                        "kubectl exec here -n %s -- /urania-probe get http://%s:%s/"
                                .formatted(NAMESPACE, address, port)))
                .contains("there");
    }

    @Test
    void hasAHealthyApiServerBehindTheBalancer() throws Exception {
        assertThat(rack.run(
                        rack.controlPlane(),
                        "kubectl --server=https://api-k8s-arm.intra.example.com:6443 get --raw /readyz"))
                .isEqualTo("ok");
    }

    @Test
    void answersHatopsQuestions() throws Exception {
        assertThat(rack.run(rack.balancer(), "command -v hatop; echo 'show stat' | socat - /run/haproxy/admin.sock"))
                .contains("hatop", "kubernetes-apiserver-https,pandore");
    }

    private String inside(String pod, String command) throws Exception {
        return rack.eventually(
                rack.controlPlane(), "kubectl exec %s -n %s -- /urania-probe %s".formatted(pod, NAMESPACE, command));
    }
}
