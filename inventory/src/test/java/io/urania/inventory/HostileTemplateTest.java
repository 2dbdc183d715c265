package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.inventory.RenderedTemplates.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates that would take all memory or all time: each is refused, with its place. */
class HostileTemplateTest {
    @TempDir
    private Path folder;

    @Test
    void refusesWhatWouldNotEnd() throws Exception {
        List<String> hostile = List.of(
                "{{ range(10**9) | list }}",
                "{{ 'x' * 10**9 }}",
                "{{ [1] * 10**9 }}",
                "{{ 9 ** (9 ** 9) }}",
                "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
                "{% set ns = namespace(x='ab') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}",
                "{{ ('x' * 10**7) | replace('x', 'y' * 10**7) }}",
                "{{ range(40) | permutations | list | length }}",
                "{{ range(1000) | product(repeat=9) | list }}",
                "{{ 'x'.ljust(10**9) }}",
                "{{ 'x' | center(10**9) }}",
                "{{ 'x' | indent(10**9) }}",
                "{{ 'a' | regex_replace('a*', 'y' * 10**7) | regex_replace('y', 'y' * 10**7) }}",
                "{{ ('ab' * 30000) | regex_search('(a|b|ab)*c') }}",
                "{{ [1, 2] | batch(10**9, 0) | list }}",
                "{{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}",
                "{{ " + "not ".repeat(5000) + "1 }}",
                "{{ " + "-".repeat(5000) + "1 }}");

        List<Outcome> outcomes = RenderedTemplates.render(folder, hostile);

        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.problem()).as(outcome.template()).isNotNull();
            assertThat(outcome.problem().position()).as(outcome.template()).isNotNull();
        });
    }
}
