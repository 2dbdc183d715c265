package io.urania.lab.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostMemoryTest {
    private static final List<RackNode> HOSTS = List.of(
            new RackNode("pandore.example", "10.42.253.40", Role.CONTROL_PLANE),
            new RackNode("thalia.example", "10.42.253.51", Role.WORKER),
            new RackNode("balancer.example", "10.42.253.52", Role.LOAD_BALANCER));
    private static final long MACHINE = 8L << 30;

    @Test
    void hostsHaveNoLimitUnlessSomebodyAsks() throws RackException {
        assertThat(HostMemory.choose(HOSTS, List.of(), MACHINE)).isEqualTo(HOSTS);
    }

    @Test
    void anAmountIsForAllHostsOrForOneByItsShortOrFullName() throws RackException {
        assertThat(HostMemory.choose(HOSTS, List.of("924m"), MACHINE))
                .extracting(RackNode::memory)
                .containsOnly(Optional.of(new Memory(924)));
        assertThat(HostMemory.choose(HOSTS, List.of("thalia=924m", "balancer.example=1G"), MACHINE))
                .extracting(RackNode::memory)
                .containsExactly(Optional.empty(), Optional.of(new Memory(924)), Optional.of(new Memory(1024)));
    }

    @Test
    void whatIsSaidOfOneHostCountsOverWhatIsSaidOfAllInEitherOrder() throws RackException {
        assertThat(HostMemory.choose(HOSTS, List.of("thalia=924m", "8g"), MACHINE))
                .isEqualTo(HostMemory.choose(HOSTS, List.of("8g", "thalia=924m"), MACHINE))
                .extracting(host -> host.memory().orElseThrow().label())
                .containsExactly("8192M", "924M", "8192M");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(problems("clio=much", "thalia=924m", "thalia.example=1g", "pandore=100m", "balancer=", "9g", "924M"))
                .extracting(RackProblem::what)
                .containsExactly(
                        "'much' is not a valid amount of memory for clio",
                        "no host has the name 'clio'",
                        "the memory of thalia is specified twice",
                        "100M of memory is too little for pandore",
                        "'' is not a valid amount of memory for balancer",
                        "9216M of memory for all hosts is more than this machine has",
                        "the memory of all hosts is specified twice: 9216M and 924M");
    }

    @Test
    void aRefusalSaysWhatCanBeWritten() {
        assertThat(problems("clio=1g"))
                .extracting(RackProblem::remedy)
                .containsExactly("choose from pandore, thalia, balancer");
        assertThat(problems("924"))
                .extracting(RackProblem::remedy)
                .containsExactly("write 924m or 2g for all hosts, HOST=924m for one of them");
        assertThat(problems("255m")).extracting(RackProblem::remedy).containsExactly("specify 256M or more");
        assertThat(problems("thalia=8193m")).extracting(RackProblem::why).containsExactly("this machine has 8192M");
    }

    private static List<RackProblem> problems(String... wishes) {
        return catchThrowableOfType(RackException.class, () -> HostMemory.choose(HOSTS, List.of(wishes), MACHINE))
                .problems();
    }
}
