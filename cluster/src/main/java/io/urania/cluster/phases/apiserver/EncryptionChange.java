package io.urania.cluster.phases.apiserver;

import io.urania.cluster.observation.encryption.EncryptionProbe;
import io.urania.cluster.observation.encryption.StoredEncryption;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.pki.EncryptionKeys;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.apiserver.EncryptionSpec;
import io.urania.cluster.value.EncryptionAlgorithm;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How control plane hosts come from one encryption to another without an object that one of them cannot read: all learn to read what all
 * write, now and later; then all write as is wanted; what is stored is written again; and what nobody needs any more is forgotten (Kubernetes
 * documentation, "Rotate a decryption key"). Where each host is on that way is told by its own file, so that a run that was cut off is taken up.
 */
record EncryptionChange(Deployment deployment, FactBook book) {

    /** What must be known of a control plane host. */
    static List<Question<?>> questions(Deployment deployment) {
        return List.of(EncryptionProbe.question(), manifest(deployment));
    }

    private static Question<FileFact> manifest(Deployment deployment) {
        return FileProbe.at(deployment.spec().paths().manifests() + "/kube-apiserver.yaml");
    }

    private EncryptionSpec spec() {
        return deployment.spec().apiServer().encryption().orElseThrow();
    }

    /** How it is to be in the end. */
    StoredEncryption wanted() {
        TreeMap<String, List<String>> providers = new TreeMap<>();
        spec().resources()
                .forEach(
                        kind -> providers.put(kind, distinct(List.of(provider()), List.of(StoredEncryption.IDENTITY))));
        return new StoredEncryption(providers, false);
    }

    private String provider() {
        return spec().algorithm() == EncryptionAlgorithm.IDENTITY
                ? StoredEncryption.IDENTITY
                : spec().algorithm().word() + ":"
                        + EncryptionKeys.name(deployment.encryptionKeys().present());
    }

    /** Whether all keys are at hand that hosts have: without one, preflight refuses any change. */
    boolean isPossible() {
        return servers().stream()
                .flatMap(node -> present(node).stream())
                .flatMap(stored -> stored.keys().stream())
                .allMatch(name -> deployment.encryptionKeys().named(name).isPresent());
    }

    /** Whether API servers run that do not write as is wanted, or objects may be stored otherwise. */
    boolean isNeeded() {
        return servers().stream()
                .anyMatch(node -> isOutdated(node) || !present(node).equals(Optional.of(wanted())));
    }

    /** Whether a host has an API server. */
    boolean isServer(NodeSpec node) {
        return book.of(node.name()).answer(manifest(deployment)) instanceof FileFact.Regular;
    }

    private List<NodeSpec> servers() {
        return deployment.spec().controlPlane().stream().filter(this::isServer).toList();
    }

    /** What a host has. */
    Optional<StoredEncryption> present(NodeSpec node) {
        return book.of(node.name()).answer(EncryptionProbe.question()).stored();
    }

    /** Whether an API server of the host does as its file said before. */
    boolean isOutdated(NodeSpec node) {
        return book.of(node.name()).answer(EncryptionProbe.question()).isOutdated();
    }

    /** What a host has after the first step: it writes as it did, and reads what anybody writes. */
    StoredEncryption reading(NodeSpec node) {
        StoredEncryption present = present(node).orElse(new StoredEncryption(new TreeMap<>(), true));
        SortedMap<String, List<String>> providers = new TreeMap<>();
        for (String kind : kinds()) {
            providers.put(kind, distinct(present.of(kind), all(kind)));
        }
        return isReading(present) ? present : new StoredEncryption(providers, true);
    }

    private boolean isReading(StoredEncryption present) {
        return present.isRewriting()
                && kinds().stream().allMatch(kind -> present.of(kind).containsAll(all(kind)));
    }

    /** What every host has after the second step: it writes as is wanted, and reads what there may be. */
    StoredEncryption writing() {
        SortedMap<String, List<String>> providers = new TreeMap<>();
        for (String kind : kinds()) {
            String first = spec().resources().contains(kind) ? provider() : StoredEncryption.IDENTITY;
            providers.put(kind, distinct(List.of(first), all(kind)));
        }
        return new StoredEncryption(providers, true);
    }

    /** The kinds that are stored encrypted now, or will be. */
    SortedSet<String> kinds() {
        SortedSet<String> kinds = new TreeSet<>(spec().resources());
        servers()
                .forEach(node -> present(node)
                        .ifPresent(stored -> kinds.addAll(stored.providers().keySet())));
        return kinds;
    }

    /** All providers with which a kind may be stored, now or later. */
    private List<String> all(String kind) {
        SequencedSet<String> providers = new LinkedHashSet<>();
        servers().forEach(node -> present(node).ifPresent(stored -> providers.addAll(stored.of(kind))));
        if (spec().resources().contains(kind)) {
            providers.add(provider());
        }
        providers.add(StoredEncryption.IDENTITY);
        return new ArrayList<>(providers);
    }

    private static List<String> distinct(List<String> first, List<String> others) {
        SequencedSet<String> all = new LinkedHashSet<>(first);
        all.addAll(others);
        return List.copyOf(all);
    }
}
