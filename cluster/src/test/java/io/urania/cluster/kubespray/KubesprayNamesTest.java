package io.urania.cluster.kubespray;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.RepositoryRoot;
import io.urania.cluster.variable.family.Families;
import io.urania.cluster.variable.family.Family;
import io.urania.cluster.variable.registry.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class KubesprayNamesTest {
    private static final Path RESOURCES =
            RepositoryRoot.resolve("cluster/src/main/resources/io/urania/cluster/kubespray");
    private static final int WIDTH = 120;

    @Test
    void everyNameOfKubesprayMeansSomething() {
        assertThat(KubesprayNames.all()).hasSizeGreaterThan(2_000);
        assertThat(KubesprayNames.all().stream()
                        .filter(name -> Variables.named(name).isEmpty())
                        .filter(name -> Variables.names().stream().noneMatch(known -> known.startsWith(name + "."))))
                .isEmpty();
    }

    @Test
    void everyFamilyIsOfUse() {
        Set<String> used = new HashSet<>();
        Set<String> names = new TreeSet<>(KubesprayNames.all());
        names.addAll(ComputedValues.all().keySet());
        List<Family> families = Families.topics().stream()
                .flatMap(topic -> topic.families().stream())
                .toList();

        for (String name : names) {
            Families.of(name).ifPresent(family -> used.add(family.meaning()));
        }

        assertThat(families).extracting(Family::meaning).doesNotHaveDuplicates().allMatch(used::contains);
    }

    @Test
    void namesKnowTheirReleases() {
        assertThat(KubesprayNames.span("kube_users").flatMap(Span::removedIn)).contains(new Release(15));
        assertThat(KubesprayNames.span("ipv6_stack"))
                .contains(new Span(new Release(28), Release.DEVELOPMENT))
                .get()
                .matches(Span::isCurrent);
        assertThat(KubesprayNames.span("kube_netwrk_plugin")).isEmpty();
    }

    /** With {@code -Durania.kubespray.write=true} the resources are written first. */
    @Test
    void namesAreThoseOfKubespraysOwnFiles() throws IOException {
        KubesprayCheckout checkout = checkout();
        Assumptions.assumeTrue(
                checkout.releases().size() > 1, "an unpacked tree does not know which release had which name");
        Map<String, Span> spans = new TreeMap<>();
        for (Release release : checkout.releases()) {
            for (String name : NamesOfFiles.of(checkout, release)) {
                spans.merge(name, new Span(release, release), (known, _) -> new Span(known.first(), release));
            }
        }
        Map<String, String> texts = texts(spans);
        if (Boolean.getBoolean("urania.kubespray.write")) {
            Files.createDirectories(RESOURCES);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(RESOURCES.resolve(text.getKey()), text.getValue());
            }
        }

        texts.forEach((file, text) -> assertThat(RESOURCES.resolve(file)).hasContent(text));
    }

    @Test
    void everyVariableOfTheSampleInventoriesIsKnown() {
        KubesprayCheckout checkout = checkout();

        for (Release release : checkout.releases()) {
            assertThat(NamesOfFiles.ofSamples(checkout, release))
                    .as("Kubespray %s", release)
                    .isNotEmpty()
                    .isSubsetOf(KubesprayNames.all());
        }
    }

    private static KubesprayCheckout checkout() {
        Optional<KubesprayCheckout> checkout = KubesprayCheckout.given();
        Assumptions.assumeTrue(checkout.isPresent(), KubesprayCheckout.ABSENT);
        return checkout.orElseThrow();
    }

    private static Map<String, String> texts(Map<String, Span> spans) {
        Map<String, String> texts = new TreeMap<>();
        for (String part : KubesprayNames.PARTS) {
            Map<String, SortedSet<String>> namesBySpan = new TreeMap<>();
            spans.forEach((name, span) -> {
                if (KubesprayNames.resource(name).equals(KubesprayNames.resource(part))) {
                    namesBySpan
                            .computeIfAbsent(span.first() + " " + span.last(), _ -> new TreeSet<>())
                            .add(name);
                }
            });
            StringBuilder text = new StringBuilder(
                    "# Names of Kubespray's variables: first release, last release, names. Written by KubesprayNamesTest.\n");
            namesBySpan.forEach((span, names) -> text.append(lines(span, List.copyOf(names))));
            texts.put(KubesprayNames.resource(part), text.toString());
        }
        return texts;
    }

    private static String lines(String span, List<String> names) {
        StringBuilder text = new StringBuilder();
        int width = 0;
        for (String name : names) {
            if (width == 0 || width + 1 + name.length() > WIDTH) {
                text.append(width == 0 ? "" : "\n").append(span);
                width = span.length();
            }
            text.append(' ').append(name);
            width += 1 + name.length();
        }
        return text.append('\n').toString();
    }
}
