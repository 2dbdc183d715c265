package io.urania.artifacts.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import io.urania.artifacts.debian.DebianPackages;
import io.urania.artifacts.resource.Resources;
import io.urania.artifacts.upstream.UpstreamFile;
import io.urania.artifacts.upstream.UpstreamFiles;
import io.urania.artifacts.version.ClusterImage;
import io.urania.artifacts.version.VersionEntry;
import io.urania.artifacts.version.VersionTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What bundles without an inventory had when components were cases of switches, for every minor and architecture. */
class UsualContentsTest {

    /** A patch that no version of anything else has. */
    private static final int PATCH = 99;

    private static final UpstreamFiles PUBLISHED = UpstreamFiles.standard(Map.of());
    private static final ImageRecipes RECIPES = new ImageRecipes(
            new NetworkToolsLayer(new DebianPackages(Path.of("none"), Progress.silent()), Path.of("none")),
            Path.of("none"));

    @Test
    void areTheSameForEveryMinorAndArchitecture() throws ArtifactException {
        SortedMap<String, Map<Architecture, List<String>>> users = new TreeMap<>();
        for (VersionEntry entry : VersionTable.standard().entries()) {
            KubernetesVersion version = KubernetesVersion.parse(entry.minor() + "." + PATCH);
            for (Architecture architecture : entry.architectures()) {
                for (Artifact artifact : BundleContents.of(entry, version, architecture)) {
                    users.computeIfAbsent(
                                    said(artifact, version), _ -> new EnumMap<>(Architecture.class))
                            .computeIfAbsent(architecture, _ -> new ArrayList<>())
                            .add(entry.minor());
                }
            }
        }
        String text = users.entrySet().stream()
                .map(line -> line.getKey() + "\n"
                        + line.getValue().entrySet().stream()
                                .map(user -> "    " + user.getKey() + " " + String.join(" ", user.getValue()) + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());

        assertThat(text).isEqualTo(new String(Resources.bytes(UsualContentsTest.class, "usual-contents.txt"), UTF_8));
    }

    private static String said(Artifact artifact, KubernetesVersion version) {
        String said =
                switch (artifact) {
                    case Artifact.ProgramFile file ->
                        "program %s: %s of %s %s; %s"
                                .formatted(
                                        file.name(),
                                        file.program(),
                                        file.project(),
                                        file.version(),
                                        PUBLISHED
                                                .find(
                                                        file.project(),
                                                        file.program(),
                                                        file.version(),
                                                        file.architecture())
                                                .map(UsualContentsTest::said)
                                                .orElse("not published"));
                    case Artifact.Image image -> {
                        ImageRecipes.Recipe recipe = RECIPES.of(image);
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
                                        image.image() == ClusterImage.URANIA_PROBE ? ", in no registry" : "");
                    }
                };
        return said.replace(version.toString(), "{kubernetes}")
                .replaceAll("\\b" + artifact.architecture() + "\\b", "{arch}");
    }

    private static String said(UpstreamFile file) {
        return file.uri() + file.member().map(member -> " " + member).orElse("");
    }
}
