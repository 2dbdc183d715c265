package io.urania.lab.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.urania.lab.report.RackException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostKindsTest {
    private static final List<RackNode> HOSTS = List.of(
            new RackNode("pandore.example", "10.42.253.40", Role.CONTROL_PLANE),
            new RackNode("thalia.example", "10.42.253.51", Role.WORKER),
            new RackNode("balancer.example", "10.42.253.52", Role.LOAD_BALANCER));

    @Test
    void namedHostsAreVirtualMachinesAndTheOthersWhatIsUsual() throws RackException {
        assertThat(HostKinds.choose(HOSTS, HostKind.CONTAINER, List.of("thalia", "balancer.example")))
                .extracting(RackNode::kind)
                .containsExactly(HostKind.CONTAINER, HostKind.VIRTUAL_MACHINE, HostKind.VIRTUAL_MACHINE);
        assertThat(HostKinds.choose(HOSTS, HostKind.VIRTUAL_MACHINE, List.of()))
                .extracting(RackNode::kind)
                .containsOnly(HostKind.VIRTUAL_MACHINE);
    }

    @Test
    void namesAllUnknownHostsAtOnce() {
        assertThatExceptionOfType(RackException.class)
                .isThrownBy(() -> HostKinds.choose(HOSTS, HostKind.CONTAINER, List.of("clio", "thalia", "urania")))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(2))
                .withMessageContaining("choose from pandore, thalia, balancer");
    }
}
