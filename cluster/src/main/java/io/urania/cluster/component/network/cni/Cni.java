package io.urania.cluster.component.network.cni;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.component.HostPort;
import io.urania.cluster.component.NetworkPlugin;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.UnreadableManifest;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.reader.source.TextOfPerson;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NetworkPluginSpec;
import io.urania.cluster.value.Download;
import io.urania.cluster.variable.Variable;
import io.urania.engine.resource.file.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any network plugin: its manifest comes from the person who asks for it, and brings all that nodes need besides the usual CNI plugins. */
public final class Cni implements NetworkPlugin {

    static final String WORD = "cni";

    /** Beyond every plugin's manifest there is: Calico's has 0.4 MB. */
    private static final int LARGEST = 4 * 1024 * 1024;

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<Variable<?>> variables() {
        return CniVariables.ALL;
    }

    @Override
    public List<Variable<?>> shaping() {
        return CniVariables.ALL;
    }

    @Override
    public NetworkPluginSpec read(Source source) {
        List<ManifestPlace> places = source.get(CniVariables.MANIFESTS);
        if (places.isEmpty() && !source.isUnusable(CniVariables.MANIFESTS)) {
            source.error(
                    source.position(CniVariables.MANIFESTS),
                    "kube_network_plugin is cni, but custom_cni_manifests lists no manifest",
                    "without a network plugin no node becomes Ready",
                    "write custom_cni_manifests: [plugin.yaml], or choose flannel");
        }
        List<CniSpec.Part> parts = new ArrayList<>();
        for (ManifestPlace place : places) {
            switch (place) {
                case ManifestPlace.Address(Download download) -> parts.add(new CniSpec.Remote(download));
                case ManifestPlace.File(String path) ->
                    text(path, source).map(CniSpec.Text::new).ifPresent(parts::add);
            }
        }
        return new CniSpec(parts);
    }

    private static Optional<String> text(String path, Source source) {
        Path file = source.inventory().directory().resolve(path);
        try {
            String text = TextOfPerson.read(file, LARGEST);
            Manifest.read(WORD, List.of(text));
            return Optional.of(text);
        } catch (IOException | UnreadableManifest e) {
            source.error(
                    source.position(CniVariables.MANIFESTS),
                    "custom_cni_manifests lists " + path + ", which is not a manifest that can be applied",
                    String.valueOf(e.getMessage()),
                    "use a file with Kubernetes objects in YAML; check " + file);
            return Optional.empty();
        }
    }

    @Override
    public List<Download> downloads(ClusterSpec spec) {
        return settings(spec).map(CniSpec::parts).orElse(List.of()).stream()
                .filter(CniSpec.Remote.class::isInstance)
                .map(part -> ((CniSpec.Remote) part).download())
                .toList();
    }

    /** Some can, and only the person knows. */
    @Override
    public boolean canReplaceKubeProxy() {
        return true;
    }

    @Override
    public Manifest manifest(ClusterDesign design) {
        List<String> texts = settings(design.spec()).orElseThrow().parts().stream()
                .map(part -> switch (part) {
                    case CniSpec.Text(String yaml) -> yaml;
                    case CniSpec.Remote(Download download) -> design.text(download);
                })
                .toList();
        return Manifest.read(WORD, texts);
    }

    /** What it is made of only the person knows. */
    @Override
    public List<Proof> proofs() {
        return List.of();
    }

    /** Nothing of it is in a bundle. */
    @Override
    public List<String> components() {
        return List.of();
    }

    /** Its pods write one. */
    @Override
    public Optional<TextFile> cniList() {
        return Optional.empty();
    }

    @Override
    public List<String> cniPrograms() {
        return List.of();
    }

    /** The nodes fetch them: they are in no bundle. */
    @Override
    public List<ImageId> images() {
        return List.of();
    }

    @Override
    public List<HostPort> ports(ClusterSpec spec) {
        return List.of();
    }

    @Override
    public List<String> portsInWords() {
        return List.of();
    }

    @Override
    public List<String> links() {
        return List.of();
    }

    /** Which of the files there its pods have written only the person can tell. */
    @Override
    public List<Leftover> leftovers(ClusterSpec spec) {
        return List.of(new Leftover.Kept("/etc/cni/net.d", "a network plugin that a person brings has written it"));
    }

    private static Optional<CniSpec> settings(ClusterSpec spec) {
        return spec.network().plugin() instanceof CniSpec own ? Optional.of(own) : Optional.empty();
    }
}
