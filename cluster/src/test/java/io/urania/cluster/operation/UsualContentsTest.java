package io.urania.cluster.operation;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.component.ImageRecipe;
import io.urania.artifacts.source.Artifact;
import io.urania.artifacts.source.BundleContents;
import io.urania.artifacts.upstream.UpstreamFile;
import io.urania.artifacts.upstream.UpstreamFiles;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.Golden;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What bundles without an inventory have, for every minor and architecture: the golden file is older than the files of components. */
class UsualContentsTest {

    /** A patch that no version of anything else has. */
    private static final int PATCH = 99;

    private static final VersionTable TABLE = VersionTable.standard();
    private static final UpstreamFiles PUBLISHED = UpstreamFiles.withSums(Map.of());

    @Test
    void areTheSameForEveryMinorAndArchitecture() throws ArtifactException {
        SortedMap<String, Map<Architecture, List<String>>> users = new TreeMap<>();
        for (VersionEntry entry : TABLE.entries()) {
            KubernetesVersion version = KubernetesVersion.parse(entry.minor() + "." + PATCH);
            BundleContents contents = BundleNeeds.usual(version).on(new TreeSet<>(entry.architectures()));
            for (Artifact artifact : contents.artifacts(TABLE)) {
                users.computeIfAbsent(said(artifact, version), _ -> new EnumMap<>(Architecture.class))
                        .computeIfAbsent(artifact.architecture(), _ -> new ArrayList<>())
                        .add(entry.minor());
            }
        }

        Golden.verify(
                UsualContentsTest.class,
                "usual-contents.txt",
                users.entrySet().stream()
                        .map(line -> line.getKey() + "\n"
                                + line.getValue().entrySet().stream()
                                        .map(user ->
                                                "    " + user.getKey() + " " + String.join(" ", user.getValue()) + "\n")
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining()));
    }

    private static String said(Artifact artifact, KubernetesVersion version) {
        String said = switch (artifact) {
            case Artifact.ProgramFile file ->
                "program %s: %s of %s %s; %s"
                        .formatted(file.name(), file.program(), file.project(), file.version(), published(file));
            case Artifact.Image image -> {
                ImageRecipe recipe = image.image().recipe();
                yield "image %s: %s, version %s; %s of %s %s as %s%s%s%s"
                        .formatted(
                                image.name(),
                                image.reference(),
                                image.version(),
                                recipe.program(),
                                recipe.project(),
                                recipe.version(),
                                recipe.path(),
                                recipe.needsNetworkTools() ? " on network tools" : "",
                                image.zstandard() ? ", zstandard" : "",
                                image.image().isInRegistry() ? "" : ", in no registry");
            }
        };
        return said.replace(version.toString(), "{kubernetes}")
                .replaceAll("\\b" + artifact.architecture() + "\\b", "{arch}");
    }

    private static String published(Artifact.ProgramFile file) {
        return file.publication()
                .map(place ->
                        PUBLISHED.find(place, file.project(), file.program(), file.version(), file.architecture()))
                .map(UsualContentsTest::said)
                .orElse("not published");
    }

    private static String said(UpstreamFile file) {
        return file.uri() + file.member().map(member -> " " + member).orElse("");
    }
}
