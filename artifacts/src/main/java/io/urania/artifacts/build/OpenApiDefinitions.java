package io.urania.artifacts.build;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.command.Command;
import io.urania.artifacts.command.CommandFailed;
import io.urania.artifacts.files.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The OpenAPI definitions that Kubernetes before 1.24 generates while it is built. They are made as its own makefile does
 * (build/root/Makefile.generated_files), by the generator of the kube-openapi that this version pins.
 */
final class OpenApiDefinitions {
    /** Where the definitions belong in Kubernetes' sources. */
    static final String PATH = "pkg/generated/openapi/zz_generated.openapi.go";

    private static final String TAGGED_PACKAGES = "build/kazel_generated.bzl";
    private static final String KNOWN_VIOLATIONS = "api/api-rules/violation_exceptions.list";
    private static final Pattern TAGGED_TRUE = Pattern.compile("\"true\": \\[([^\\]]*)\\]");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final GoToolchain go;
    private final Path workspace;
    private final Path sources;
    private final Path log;

    OpenApiDefinitions(GoToolchain go, Path workspace, Path sources, Path log) {
        this.go = go;
        this.workspace = workspace;
        this.sources = sources;
        this.log = log;
    }

    /** Makes the file, where it has not been made yet, and gives back its place. */
    Path generate() throws ArtifactException, CommandFailed, IOException, InterruptedException {
        Path made = workspace.resolve("zz_generated.openapi.go");
        if (Files.exists(made)) {
            return made;
        }
        Path temporary = workspace.resolve("openapi");
        DirectoryTree.delete(temporary);
        Files.createDirectory(temporary);
        Path generator = temporary.resolve("openapi-gen");
        go.run(
                workspace,
                log,
                List.of("build", "-mod=readonly", "-o", generator.toString(), "k8s.io/kube-openapi/cmd/openapi-gen"));
        // The generator knows nothing of modules: it wants a GOPATH with all sources.
        Path goPath = temporary.resolve("gopath");
        go.run(
                workspace,
                log,
                List.of("mod", "vendor", "-o", goPath.resolve("src").toString()));
        linkWholeKubernetes(goPath);
        Path report = temporary.resolve("violations");
        new Command(
                        List.of(
                                generator.toString(),
                                "--output-file-base",
                                "zz_generated.openapi",
                                "--output-package",
                                "k8s.io/kubernetes/pkg/generated/openapi",
                                "--output-base",
                                temporary.resolve("out").toString(),
                                "--go-header-file",
                                sources.resolve("hack/boilerplate/boilerplate.generatego.txt")
                                        .toString(),
                                "--report-filename",
                                report.toString(),
                                "--input-dirs",
                                String.join(",", packages(goPath))),
                        temporary,
                        Map.of(
                                "GOPATH",
                                goPath.toString(),
                                "GO111MODULE",
                                "off",
                                "GOFLAGS",
                                "",
                                "GOTOOLCHAIN",
                                "local"))
                .run(log);
        if (Files.mismatch(report, sources.resolve(KNOWN_VIOLATIONS)) != -1) {
            throw new ArtifactException(
                    "the generated OpenAPI definitions differ from those of Kubernetes",
                    "the generator's report " + report + " differs from the sources' " + KNOWN_VIOLATIONS,
                    "use the Go version that Urania was tested with, 1.26");
        }
        Files.move(temporary.resolve("out/k8s.io/kubernetes").resolve(PATH), made, StandardCopyOption.ATOMIC_MOVE);
        DirectoryTree.delete(temporary);
        return made;
    }

    /** Vendoring copies only what the programs import; some packages that ask for definitions are imported by none. */
    private void linkWholeKubernetes(Path goPath) throws IOException {
        Path kubernetes = goPath.resolve("src/k8s.io/kubernetes");
        DirectoryTree.delete(kubernetes);
        Files.createSymbolicLink(kubernetes, sources);
    }

    /** The packages that ask for definitions; those of other modules that no program imports, examples and tests, are left out. */
    private List<String> packages(Path goPath) throws IOException {
        Matcher tagged = TAGGED_TRUE.matcher(Files.readString(sources.resolve(TAGGED_PACKAGES)));
        if (!tagged.find()) {
            throw new IOException(sources.resolve(TAGGED_PACKAGES) + " lists no packages");
        }
        return QUOTED.matcher(tagged.group(1))
                .results()
                .map(match -> match.group(1))
                .map(path -> path.startsWith("staging/src/")
                        ? path.substring("staging/src/".length())
                        : "k8s.io/kubernetes/" + path)
                .filter(path -> Files.isDirectory(goPath.resolve("src").resolve(path)))
                .sorted()
                .collect(Collectors.toList());
    }
}
