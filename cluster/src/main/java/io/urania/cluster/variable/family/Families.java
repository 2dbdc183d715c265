package io.urania.cluster.variable.family;

import io.urania.cluster.kubespray.ComputedValues;
import io.urania.cluster.kubespray.KubesprayNames;
import io.urania.cluster.kubespray.Release;
import io.urania.cluster.kubespray.Span;
import io.urania.cluster.variable.Variable;
import io.urania.inventory.value.Value;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rows of all names of Kubespray's that need no row of their own. */
public final class Families {
    private static final List<Topic> TOPICS = List.of(
            new Topic("Network plugins and names", NetworkFamilies.ALL),
            new Topic("Container runtimes", ContainerFamilies.ALL),
            new Topic("etcd and control plane", ControlPlaneFamilies.ALL),
            new Topic("Kubelets and hosts", NodeFamilies.ALL),
            new Topic("Add-ons and storage", AddonFamilies.ALL),
            new Topic("Downloads, images and versions", ArtifactFamilies.ALL),
            new Topic("Clouds and other systems", CloudFamilies.ALL));

    private Families() {}

    /** The topics, in the order of the documentation. */
    public static List<Topic> topics() {
        return TOPICS;
    }

    /** The family of a name: of those that fit, the one that fits best. */
    public static Optional<Family> of(String name) {
        return TOPICS.stream()
                .map(Topic::families)
                .flatMap(Collection::stream)
                .filter(family -> family.fit(name) > 0)
                .max(Comparator.comparingInt(family -> family.fit(name)));
    }

    /** The row of a name that some release of Kubespray has, or that Kubespray computes; empty for every other name. */
    public static Optional<Variable<Value>> row(String name) {
        Optional<Span> span = KubesprayNames.span(name);
        return span.isEmpty() && !ComputedValues.all().containsKey(name)
                ? Optional.empty()
                : of(name).map(family -> Variable.ignored(
                        name,
                        family.meaning(),
                        family.reason(),
                        family.explanation() + span.map(Families::end).orElse("")));
    }

    private static String end(Span span) {
        return span.removedIn()
                .map(release -> release.equals(Release.DEVELOPMENT)
                        ? "; " + span.last() + " is the last Kubespray release that has it"
                        : "; Kubespray " + release + " removed it")
                .orElse("");
    }

    /**
     * Some families about one thing.
     *
     * @param title what they are about
     */
    public record Topic(String title, List<Family> families) {}
}
