package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.value.etcd.EtcdDeployment;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who runs etcd, and where its members are then. */
class EtcdDeploymentTest {

    private static final String GROUP =
            "    etcd: {hosts: {pandore.example.com: , hellenes.example.com: , epimethee.example.com: }}\n";
    private static final String KUBEADM = RackFiles.VARIABLES + "etcd_deployment_type: kubeadm\n";

    @TempDir
    Path directory;

    private ClusterReading read(String replaced, String replacement) {
        assertThat(RackFiles.HOSTS).contains(replaced);
        return new RackFiles(directory).with(RackFiles.HOSTS.replace(replaced, replacement), KUBEADM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"etcd_deployment_type: kubeadm", "etcd_kubeadm_enabled: true"})
    void membersOfKubeadmAreControlPlaneHostsByTheNamesOfTheirNodes(String variables) throws InventoryException {
        ClusterSpec spec = new RackFiles(directory).withVariables(variables).orThrow();

        assertThat(spec.etcd().deployment()).isEqualTo(EtcdDeployment.KUBEADM);
        assertThat(spec.etcd().units()).isEmpty();
        assertThat(spec.etcd().members())
                .extracting(EtcdSpec.Member::name)
                .containsExactly("pandore.example.com", "hellenes.example.com", "epimethee.example.com");
        assertThat(spec.etcd().members().getFirst().peerUrl(spec.etcd().main())).isEqualTo("https://10.42.253.40:2380");
    }

    /** kubeadm has its members where API servers advertise themselves. */
    @Test
    void membersOfKubeadmAreAtTheHostsOwnAddresses() throws InventoryException {
        String access = "access_ip: \"{{ ansible_host | replace('10.42.253', '10.42.99') }}\"";

        ClusterSpec services = new RackFiles(directory).withVariables(access).orThrow();
        ClusterSpec pods = new RackFiles(directory)
                .withVariables(access + "\netcd_deployment_type: kubeadm")
                .orThrow();

        assertThat(services.etcd().members().getFirst().address()).hasToString("10.42.99.40");
        assertThat(pods.etcd().members().getFirst().address()).hasToString("10.42.253.40");
    }

    @Test
    void groupEtcdMayBeMissing() throws InventoryException {
        ClusterReading reading = read(GROUP, "");

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.orThrow().etcd().members()).hasSize(3);
    }

    @Test
    void groupEtcdHasNoOtherHosts() {
        ClusterReading reading = read(GROUP, "    etcd: {hosts: {pandore.example.com: }}\n");

        assertThat(reading.errors())
                .extracting(Problem::what)
                .containsExactly("group etcd has other hosts than the control plane, and kubeadm runs etcd");
    }

    @Test
    void anEvenNumberOfControlPlaneHostsIsRefused() {
        ClusterReading reading = read(
                ", epimethee.example.com: }}\n    kube-master: {hosts: {pandore.example.com: , hellenes.example.com: , epimethee.example.com: }}",
                "}}\n    kube-master: {hosts: {pandore.example.com: , hellenes.example.com: }}");

        assertThat(reading.errors())
                .extracting(Problem::what)
                .contains("etcd has 2 members, one on each control plane host");
    }

    @Test
    void aLimitThatNothingEnforcesIsTold() {
        ClusterReading reading =
                new RackFiles(directory).withVariables("etcd_deployment_type: kubeadm\netcd_memory_limit: 512M");

        assertThat(reading.warnings())
                .extracting(Problem::what)
                .containsExactly("etcd_memory_limit has no effect with etcd_deployment_type: kubeadm");
    }
}
