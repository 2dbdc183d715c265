package io.urania.cli.conformance;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.build.GoBuild;
import io.urania.artifacts.build.ProgramCatalog;
import io.urania.artifacts.command.Command;
import io.urania.artifacts.command.CommandFailed;
import io.urania.artifacts.component.Components;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The suite and what its images run, built from Kubernetes' modules like the programs of a bundle and kept beside them; and
 * the sources, for files that images have.
 */
final class SuitePrograms {

    private static final String TESTS = "kubernetes-tests";
    private static final String ETCD = "etcd";
    private static final String MODULE = "k8s.io/kubernetes";

    private final SortedMap<String, Path> programs;
    private final Path sources;

    private SuitePrograms(SortedMap<String, Path> programs, Path sources) {
        this.programs = new TreeMap<>(programs);
        this.sources = sources;
    }

    /** Whether the suite of that version of Kubernetes can be built. */
    static boolean has(String version) {
        return ProgramCatalog.beside(SuitePrograms.class).has(TESTS, version);
    }

    /**
     * Builds what is not built: some twenty minutes of processor time the first time.
     *
     * @param cache Urania's directory in the user's cache
     */
    static SuitePrograms build(String version, Architecture architecture, Path cache)
            throws ArtifactException, CommandFailed, IOException, InterruptedException {
        Path workspaces = cache.resolve("build");
        GoBuild suite = new GoBuild(ProgramCatalog.beside(SuitePrograms.class), workspaces);
        SortedMap<String, Path> programs = new TreeMap<>();
        add(programs, TESTS, suite.build(TESTS, version, architecture));
        String etcd = Components.standard()
                .component(ETCD)
                .project(ETCD)
                .version(KubernetesVersion.parse(version))
                .orElseThrow();
        add(programs, ETCD, new GoBuild(ProgramCatalog.standard(), workspaces).build(ETCD, etcd, architecture));
        String directory = new Command(
                        List.of("go", "list", "-m", "-f", "{{.Dir}}", MODULE),
                        workspaces.resolve(TESTS + "-" + version),
                        Map.of("GOTOOLCHAIN", "local", "GOWORK", "off", "GOFLAGS", "-mod=readonly"))
                .output(suite.log(TESTS, version, architecture));
        return new SuitePrograms(programs, Path.of(directory.strip()));
    }

    /** Where the log of a build is. */
    static Path log(String version, Architecture architecture, Path cache) {
        return new GoBuild(ProgramCatalog.beside(SuitePrograms.class), cache.resolve("build"))
                .log(TESTS, version, architecture);
    }

    /** A program by project and name: {@code kubernetes-tests/agnhost}. */
    Path program(String name) {
        Path program = programs.get(name);
        if (program == null) {
            throw new IllegalArgumentException("no program " + name + " among " + programs.keySet());
        }
        return program;
    }

    Path suite() {
        return program(TESTS + "/e2e.test");
    }

    Path ginkgo() {
        return program(TESTS + "/ginkgo");
    }

    /** A file of the module {@code k8s.io/kubernetes}. */
    Path source(String path) {
        return sources.resolve(path);
    }

    private static void add(SortedMap<String, Path> programs, String project, SortedMap<String, Path> built) {
        built.forEach((name, path) -> programs.put(project + "/" + name, path));
    }
}
