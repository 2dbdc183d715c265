package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.inventory.RenderedTemplates.Outcome;
import io.urania.inventory.problem.InventoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates that would take all memory or all time: each is refused, with its place. */
class HostileTemplateTest {
    /** Against what is not counted; what is counted ends in seconds. */
    private static final Duration GUARD = Duration.ofMinutes(10);

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
                doubling("[1]", "[ns.x, ns.x]"),
                doubling("{'a': 1}", "{'a': ns.x, 'b': ns.x}"),
                doubling("[1]", "ns.x + ns.x"),
                doubling("[[1]]", "ns.x | product(ns.x) | list"),
                doubling("[1]", "(ns.x, ns.x) | list"),
                doubling("[1]", "dict(a=ns.x, b=ns.x)"),
                doubling("[1]", "{'a': ns.x} | combine({'b': ns.x})"),
                doubling("'ab'", "ns.x.replace('a', ns.x)"),
                doubling("'ab'", "ns.x | regex_replace('a', ns.x)"),
                doubling("'ab'", "'%s%s' % (ns.x, ns.x)"),
                doubling("9", "ns.x * ns.x"),
                doubling("9", "ns.x ** 9"),
                "{{ (2 ** 900000) * (2 ** 900000) }}",
                "{{ ('9' * 10**6) | int }}",
                "{{ 2 ** 900000 }}",
                "{{ '%999999999d' % 1 }}",
                "{{ '{:999999999}'.format(1) }}",
                "{{ ('a' * 5000000 ~ 'b') in ('a' * 9000000) }}",
                "{{ ('a' * 9000000).count('a' * 4500000 ~ 'b') }}",
                "{{ ('a' * 9000000) | replace('a' * 4500000 ~ 'b', '') }}",
                often("('a' * 4000 ~ '!') | regex_search('a*a*b')"),
                often("range(90000) | list == range(90000) | list"),
                often("range(90000) | map('string') | join | hash('sha256')"),
                "{% set ns = namespace(x=[]) %}{% for i in range(5000) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}",
                "{{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}",
                "{{ " + "not ".repeat(5000) + "1 }}",
                "{{ " + "-".repeat(5000) + "1 }}");

        List<Outcome> outcomes = assertTimeoutPreemptively(GUARD, () -> RenderedTemplates.render(folder, hostile));

        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.problem()).as(outcome.template()).isNotNull();
            assertThat(outcome.problem().position()).as(outcome.template()).isNotNull();
        });
    }

    /** Variables that use each other double what is shared as well as loops do. */
    @Test
    void refusesVariablesThatDoubleEachOther() throws Exception {
        JsonObject variables = new JsonObject();
        variables.addProperty("v0", "{{ [1] }}");
        for (int i = 1; i < 60; i++) {
            variables.add("v" + i, array("{{ v%d }}".formatted(i - 1), "{{ v%d }}".formatted(i - 1)));
        }
        HostVariables host = new InventoryFiles(folder)
                .write("hosts.yaml", "all: {hosts: {h: }}")
                .write("group_vars/all.json", variables.toString())
                .load("hosts.yaml")
                .variables("h");

        assertThatThrownBy(() -> assertTimeoutPreemptively(GUARD, () -> host.value("v59")))
                .isInstanceOf(InventoryException.class)
                .hasMessageMatching("(?s).*too (large|much work).*");
    }

    /** A thousand hostile templates take the time of a few, and what is harmless is not told. */
    @Test
    void allTemplatesOfAnInventoryAreBoundedTogether() throws Exception {
        JsonObject variables = new JsonObject();
        for (int i = 0; i < 1000; i++) {
            variables.addProperty(
                    "v" + i,
                    "{% for a in range(3000) %}{% for b in range(3000) %}{% endfor %}{% endfor %}{{ " + i + " }}");
        }
        variables.addProperty("harmless", "{{ ['a'] * 10 }}");
        Inventory inventory = new InventoryFiles(folder)
                .write("hosts.yaml", "all: {hosts: {\"h[0:9]\": }}")
                .write("group_vars/all.json", variables.toString())
                .load("hosts.yaml");

        List<String> refused = new ArrayList<>();
        for (String host : inventory.hosts()) {
            for (int i = 0; i < 1000; i++) {
                try {
                    assertThat(inventory.variables(host).value("v" + i)).isPresent();
                } catch (InventoryException tooMuch) {
                    refused.add(String.valueOf(tooMuch.getMessage()));
                }
            }
            assertThat(inventory.variables(host).value("harmless")).isPresent();
        }

        assertThat(refused)
                .hasSizeBetween(9_980, 9_999)
                .allSatisfy(
                        message -> assertThat(message).contains("the templates of the inventory need too much work"));
    }

    @Test
    void whatPeopleWriteStaysFarBelowTheBounds() throws Exception {
        List<Outcome> outcomes = RenderedTemplates.render(
                folder,
                List.of(
                        "{% for i in range(2000) %}{% if i in range(2000) %}{{ i }} {% endif %}{% endfor %}",
                        "{{ range(50000) | map('string') | map('regex_replace', '^', 'pi') | join(',') | length }}",
                        "{{ range(5000) | list | unique | sort(reverse=true) | first }}",
                        "{{ 2 ** 64 * 3 ** 100 }}"));

        assertThat(outcomes).noneMatch(Outcome::fails);
    }

    /** Whatever is put together of what grows, it ends. {@code -Durania.templates=500} makes so many; {@code -Durania.seed} makes others. */
    @Test
    void whateverGrowsEnds() throws Exception {
        endAll(Long.getLong("urania.seed", 20_261_125), Integer.getInteger("urania.templates", 10));
    }

    @Test
    @Tag("nightly")
    void whateverGrowsEndsOtherThanLastNight() throws Exception {
        endAll(Long.getLong("urania.seed", System.nanoTime()), Integer.getInteger("urania.templates", 500));
    }

    private void endAll(long seed, int count) throws Exception {
        GrowingTemplates growing = new GrowingTemplates(new Random(seed));
        List<String> templates = Stream.generate(growing::template).limit(count).toList();

        List<Outcome> outcomes = assertTimeoutPreemptively(
                GUARD, () -> RenderedTemplates.render(folder, templates), () -> "-Durania.seed=" + seed);

        assertThat(outcomes).as("-Durania.seed=" + seed).hasSize(count).allSatisfy(outcome -> {
            if (outcome.problem() != null) {
                assertThat(outcome.problem().position()).as(outcome.template()).isNotNull();
            }
        });
    }

    private static String doubling(String first, String next) {
        return "{% set ns = namespace(x=" + first + ") %}{% for i in range(60) %}{% set ns.x = " + next
                + " %}{% endfor %}{{ ns.x }}";
    }

    private static String often(String expression) {
        return "{% for i in range(90000) %}{% if " + expression + " %}{% endif %}{% endfor %}";
    }

    private static JsonArray array(String... elements) {
        JsonArray array = new JsonArray();
        List.of(elements).forEach(array::add);
        return array;
    }
}
