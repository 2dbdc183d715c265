package io.urania.control.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleCache;
import io.urania.artifacts.download.CheckedTexts;
import io.urania.artifacts.source.ArtifactSource;
import io.urania.artifacts.source.BundleContents;
import io.urania.artifacts.source.BundleCreator;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.operation.BundleNeeds;
import io.urania.cluster.operation.Cluster;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.reader.ClusterSpecReader;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.Origins;
import io.urania.control.bundle.BundleChoice;
import io.urania.control.bundle.Bundles;
import io.urania.control.bundle.EmptyFiles;
import io.urania.control.failure.Refusal;
import io.urania.control.hostkey.FirstContact;
import io.urania.control.opening.Preparation.Prepared;
import io.urania.control.port.RecordedPerson;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.run.Limits;
import io.urania.engine.run.Stop;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.inventory.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which bundle hosts of amd64 get, and what it costs to find out. */
final class PreparationTest {

    private static final KubernetesVersion VERSION = new KubernetesVersion(1, 36, 3);

    @TempDir
    private Path directory;

    private final RehearsedHosts hosts = new RehearsedHosts();
    private final AtomicInteger made = new AtomicInteger();

    @BeforeEach
    void writeInventory() throws IOException {
        Files.writeString(directory.resolve("hosts.yaml"), """
                all:
                  hosts:
                    pandore: {ansible_host: 10.0.0.1, ip: 10.0.0.1}
                  vars: {ansible_user: root, kube_version: v1.36.3}
                  children:
                    kube_control_plane: {hosts: {pandore: {}}}
                    kube_node: {hosts: {pandore: {}}}
                    etcd: {hosts: {pandore: {}}}
                """);
    }

    @Test
    void theBundleThatIsThereCostsNoRoundTripOfItsOwn() throws Exception {
        makeBundle(cached(Architecture.AMD64), Architecture.AMD64);

        Gathered gathered =
                preparation(Optional.empty()).gather(Optional.empty()).gathered();

        assertThat(gathered.failures()).isEmpty();
        assertThat(hosts.commands()).isEqualTo(1);
    }

    @Test
    void aBundleForOtherHostsIsLeftForTheOneThatSuits() throws Exception {
        makeBundle(cached(Architecture.AMD64), Architecture.AMD64);
        makeBundle(cached(Architecture.ARM64), Architecture.ARM64);
        Prepared prepared = preparation(Optional.empty()).gather(Optional.empty());

        assertThat(prepared.installation().architectures()).containsExactly(Architecture.AMD64);
        assertThat(hosts.commands()).isEqualTo(2);
    }

    @Test
    void whereNoneIsThereHostsAreAskedFirst() throws Exception {
        Prepared prepared = preparation(Optional.empty()).gather(Optional.empty());

        assertThat(made).hasValue(1);
        assertThat(prepared.installation().architectures()).containsExactly(Architecture.AMD64);
        assertThat(hosts.commands()).isEqualTo(2);
    }

    @Test
    void whatIsReadOnceMoreKeepsItsBundleAndCostsOneRoundTrip() throws Exception {
        Preparation preparation = preparation(Optional.empty());
        Prepared first = preparation.gather(Optional.empty());

        Prepared again = preparation.again(first, Optional.empty());

        assertThat(again.installation()).isSameAs(first.installation());
        assertThat(made).hasValue(1);
        assertThat(hosts.commands()).isEqualTo(3);
    }

    @Test
    void aBundleThatThePersonNamedIsNotChangedForAnother() throws Exception {
        Path named = directory.resolve("bundle");
        makeBundle(named, Architecture.ARM64);

        assertThatThrownBy(() -> preparation(Optional.of(named)).gather(Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is for arm64 but there are hosts with amd64");
    }

    @Test
    void aBundleThatLacksSomethingIsFilledUp() throws Exception {
        TreeSet<Architecture> both = new TreeSet<>(List.of(Architecture.AMD64, Architecture.ARM64));
        Path place = cache().place(VERSION, both);
        makeBundle(place, withoutDns().on(both));
        long kubelet =
                Files.getLastModifiedTime(place.resolve("amd64/files/kubelet")).toMillis();
        Prepared prepared = preparation(Optional.empty()).gather(Optional.empty());

        assertThat(made).hasValue(1);
        assertThat(prepared.installation().architectures()).containsExactlyElementsOf(both);
        Bundle filled = Bundle.open(place);
        assertThat(filled.image("coredns", Architecture.ARM64).source()).isEqualTo("nothing");
        assertThat(filled.manifest().components()).contains("coredns");
        assertThat(Files.getLastModifiedTime(place.resolve("amd64/files/kubelet"))
                        .toMillis())
                .isEqualTo(kubelet);
    }

    @Test
    void aBundleThatThePersonNamedAndLacksSomethingIsRefused() throws Exception {
        Path named = directory.resolve("bundle");
        makeBundle(named, withoutDns().on(new TreeSet<>(List.of(Architecture.AMD64))));

        assertThatThrownBy(() -> preparation(Optional.of(named)).gather(Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(
                        "does not contain what the inventory needs: image registry.k8s.io/coredns/coredns:")
                .hasMessageContaining("bundle create -i INVENTORY --arch amd64 --output " + named);
    }

    private static BundleContents withoutDns() throws Exception {
        BundleContents usual = BundleNeeds.usual(VERSION);
        SequencedSet<String> components = new LinkedHashSet<>(usual.components());
        components.remove("coredns");
        return new BundleContents(VERSION, usual.architectures(), components);
    }

    private Preparation preparation(Optional<Path> named) throws Exception {
        Inventory inventory = ClusterInventory.load(List.of(directory.resolve("hosts.yaml")));
        Clock clock = Clock.systemUTC();
        ClusterSpec spec = ClusterSpecReader.standard().read(inventory).orThrow();
        Cluster cluster = new Cluster(spec, hosts, _ -> {}, clock, Limits.ofForks(1), new Stop());
        RecordedPerson person = RecordedPerson.nobody();
        FirstContact firstContact = new FirstContact(
                person, _ -> Optional.empty(), new KnownHosts(List.of(directory.resolve("known_hosts"))), () -> {});
        ArtifactSource empty = new EmptyFiles();
        Bundles bundles = new Bundles(
                cache(),
                VersionTable::standard,
                (_, _) -> {
                    made.incrementAndGet();
                    return List.of(empty);
                },
                new CheckedTexts(directory.resolve("texts")));
        return new Preparation(
                cluster,
                Origins.of(inventory),
                new BundleChoice(bundles, BundleNeeds.of(spec), named, person),
                new Survey(hosts, firstContact, person, clock));
    }

    private BundleCache cache() {
        return new BundleCache(directory.resolve("cache"));
    }

    private Path cached(Architecture architecture) {
        return cache().place(VERSION, new TreeSet<>(List.of(architecture)));
    }

    private void makeBundle(Path place, Architecture architecture) throws Exception {
        makeBundle(place, BundleNeeds.usual(VERSION).on(new TreeSet<>(List.of(architecture))));
    }

    private static void makeBundle(Path place, BundleContents contents) throws Exception {
        Files.createDirectories(place);
        new BundleCreator(VersionTable.standard(), List.of(new EmptyFiles()), Progress.silent())
                .create(contents, place);
    }
}
