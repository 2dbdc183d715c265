package io.urania.inventory.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CausesTest {

    private static final List<String> HOSTS = IntStream.rangeClosed(1, 12)
            .mapToObj(number -> "pi" + number + ".example.com")
            .toList();

    private final Causes causes = new Causes(HOSTS);

    @Test
    void theSameCauseOnTwelveHostsIsToldOnce() {
        List<Problem> told = causes.of(
                HOSTS.stream().map(host -> idle(HOSTS.indexOf(host) + 1, host)).toList());

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().what())
                .isEqualTo("pi1.example.com has nothing to do … and for 11 more hosts"
                        + " (pi2.example.com, pi3.example.com, pi4.example.com, …)");
        assertThat(told.getFirst().position()).isEqualTo(new Position(Path.of("hosts.yaml"), 1, 5));
    }

    @Test
    void twoHostsAreBothNamed() {
        assertThat(causes.of(List.of(idle(1, HOSTS.getFirst()), idle(2, HOSTS.getLast()))))
                .extracting(Problem::what)
                .containsExactly("pi1.example.com has nothing to do … and for 1 more host (pi12.example.com)");
    }

    @Test
    void aHostThatOnlyTheReasonNamesIsTheSameCauseToo() {
        List<Problem> told = causes.of(HOSTS.stream()
                .map(host -> Problem.error(null, "'x' is undefined", "it is not set for host " + host, "set it"))
                .toList());

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().what()).startsWith("'x' is undefined … and for 11 more hosts");
    }

    @Test
    void otherWordsAreOtherCauses() {
        Problem one = Problem.error(null, "label 'a b' of pi1.example.com is wrong", "it has a space", "rename it");
        Problem other = Problem.error(null, "label 'c d' of pi2.example.com is wrong", "it has a space", "rename it");

        assertThat(causes.of(List.of(one, other))).containsExactly(one, other);
    }

    @Test
    void whatNamesNoHostIsToldForEachPlace() {
        Problem one = Problem.error(new Position(Path.of("a"), 1, 1), "ip is 'x'", "", "");
        Problem other = Problem.error(new Position(Path.of("a"), 2, 1), "ip is 'x'", "", "");

        assertThat(causes.of(List.of(one, other))).containsExactly(one, other);
    }

    private static Problem idle(int line, String host) {
        return Problem.warning(
                new Position(Path.of("hosts.yaml"), line, 5), host + " has nothing to do", "no group", "remove it");
    }
}
