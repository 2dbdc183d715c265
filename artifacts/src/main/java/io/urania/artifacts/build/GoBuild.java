package io.urania.artifacts.build;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.command.CommandFailed;
import io.urania.artifacts.files.ProcessLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds programs from Go modules whose checksums are pinned. What was built stays in the workspace: Go builds nothing
 * again that is the same.
 */
public final class GoBuild {
    private static final Pattern GO_LINE = Pattern.compile("(?m)^go (\\S+)$");

    private final ProgramCatalog catalog;
    private final Path workspaces;
    private final GoToolchain go = new GoToolchain();

    /**
     * Builds what the catalog names.
     *
     * @param workspaces a directory for the wrapper modules, the built programs and the logs; made when needed
     */
    public GoBuild(ProgramCatalog catalog, Path workspaces) {
        this.catalog = catalog;
        this.workspaces = workspaces;
    }

    /** Whether that version of the program can be built. */
    public boolean has(String program, String version) {
        return catalog.has(program, version);
    }

    /** Where a build of that version writes its log. */
    public Path log(String program, String version, Architecture architecture) {
        return workspaces.resolve(program + "-" + version).resolve("log").resolve(architecture + ".log");
    }

    /**
     * Builds that version of the program for an architecture.
     *
     * @return the built files by their names; they may be overwritten by a later build
     */
    public SortedMap<String, Path> build(String programName, String version, Architecture architecture)
            throws ArtifactException, InterruptedException {
        Program program =
                catalog.find(programName).orElseThrow(() -> new IllegalArgumentException("no program " + programName));
        ProgramVersion programVersion = program.versions().get(version);
        if (programVersion == null) {
            throw new ArtifactException(
                    programName + " " + version + " cannot be built from Go modules",
                    "its sources are not pinned; pinned versions: " + new TreeMap<>(program.versions()).keySet(),
                    "use one of these versions, or a mirror that has it");
        }
        Path workspace = workspaces.resolve(programName + "-" + version);
        Path log = log(programName, version, architecture);
        try {
            Files.createDirectories(log.resolveSibling("."));
            Files.deleteIfExists(log);
            try (ProcessLock lock = ProcessLock.take(workspace.resolve(".lock"), () -> {})) {
                lock.ensureHeld();
                return build(program, programVersion, architecture, workspace, log);
            }
        } catch (CommandFailed e) {
            throw new ArtifactException(
                    "cannot build " + programName + " " + version + " for " + architecture,
                    String.valueOf(e.getMessage()),
                    "if modules could not be downloaded, check GOPROXY (go env GOPROXY) and the network, then run this again",
                    e);
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot build " + programName + " " + version + " in " + workspace,
                    String.valueOf(e.getMessage()),
                    "check the directory's permissions and free space",
                    e);
        }
    }

    private SortedMap<String, Path> build(
            Program program, ProgramVersion version, Architecture architecture, Path workspace, Path log)
            throws ArtifactException, CommandFailed, IOException, InterruptedException {
        writeWrapperModule(program, version, workspace);
        go.check(workspace, log, neededGo(workspace));
        List<String> arguments = new ArrayList<>(List.of("-mod=readonly", "-trimpath", "-buildvcs=false"));
        if (version.linked().isPresent()) {
            Path overlay =
                    new LinkedSources(go).prepare(version, version.linked().get(), workspace, log);
            arguments.addAll(List.of("-overlay", overlay.toString()));
        }
        if (!program.tags().isEmpty()) {
            arguments.addAll(List.of("-tags", String.join(",", program.tags())));
        }
        Path output = Files.createDirectories(workspace.resolve("out").resolve(architecture.goName()));
        arguments.addAll(List.of("-ldflags", program.linkerFlags(version.version()), "-o", output + "/"));
        go.run(workspace, log, architecture, command(List.of("build"), arguments, program.outputs()));
        if (!program.tests().isEmpty()) {
            go.run(
                    workspace,
                    log,
                    architecture,
                    command(List.of("test", "-c", "-vet=off"), arguments, program.tests()));
        }
        SortedMap<String, Path> built = new TreeMap<>();
        program.outputs().forEach((name, goPackage) -> built.put(name, output.resolve(Program.builtName(goPackage))));
        program.tests().forEach((name, goPackage) -> built.put(name, output.resolve(Program.builtTestName(goPackage))));
        return built;
    }

    private static List<String> command(List<String> verb, List<String> arguments, Map<String, String> packages) {
        List<String> words = new ArrayList<>(verb);
        words.addAll(arguments);
        words.addAll(packages.values());
        return words;
    }

    private void writeWrapperModule(Program program, ProgramVersion version, Path workspace) throws IOException {
        List<String> files = new ArrayList<>(List.of("go.mod", "go.sum"));
        files.addAll(version.files());
        for (String file : files) {
            Path path = workspace.resolve(file);
            Files.createDirectories(path.resolveSibling("."));
            Files.write(path, catalog.file(program.name(), version.version(), file));
        }
    }

    private static String neededGo(Path workspace) throws IOException {
        Matcher matcher = GO_LINE.matcher(Files.readString(workspace.resolve("go.mod"), StandardCharsets.UTF_8));
        if (!matcher.find()) {
            throw new IllegalStateException("a wrapper module's go.mod names its Go version: " + workspace);
        }
        return matcher.group(1);
    }
}
