package io.urania.artifacts.build;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.command.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Puts the sources of a module that has to be patched beside its wrapper module. */
final class LinkedSources {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final GoToolchain go;

    LinkedSources(GoToolchain go) {
        this.go = go;
    }

    /** Downloads, checks and links the module. Gives back the file that {@code go build -overlay} wants. */
    Path prepare(ProgramVersion version, LinkedModule linked, Path workspace, Path log)
            throws ArtifactException, CommandFailed, IOException, InterruptedException {
        Path sources = download(version, linked, workspace, log);
        Path link = workspace.resolve(LinkedModule.DIRECTORY);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, sources);
        Map<String, String> replacements = new TreeMap<>();
        linked.overlay()
                .forEach((path, replacement) -> replacements.put(
                        link.resolve(path).toString(),
                        replacement.isEmpty()
                                ? ""
                                : workspace.resolve(replacement).toString()));
        if (version.generatedOpenApi()) {
            OpenApiDefinitions definitions = new OpenApiDefinitions(go, workspace, sources, log);
            replacements.put(
                    link.resolve(OpenApiDefinitions.PATH).toString(),
                    definitions.generate().toString());
        }
        Path overlay = workspace.resolve("overlay.json");
        Files.writeString(overlay, GSON.toJson(Map.of("Replace", replacements)));
        return overlay;
    }

    private Path download(ProgramVersion version, LinkedModule linked, Path workspace, Path log)
            throws ArtifactException, CommandFailed, IOException, InterruptedException {
        String module = linked.module() + "@" + version.version();
        // Outside the wrapper module, where the module is replaced by the link that is not there yet.
        Path elsewhere = Files.createDirectories(workspace.resolve("log"));
        JsonObject answer =
                GSON.fromJson(go.output(elsewhere, log, "mod", "download", "-json", module), JsonObject.class);
        String sum = answer.has("Sum") ? answer.get("Sum").getAsString() : "none";
        if (!sum.equals(linked.sum())) {
            throw new ArtifactException(
                    "module " + module + " does not match its pinned checksum",
                    "its checksum is " + sum + " instead of " + linked.sum(),
                    "check GOPROXY: the sources were modified");
        }
        return Path.of(answer.get("Dir").getAsString());
    }
}
