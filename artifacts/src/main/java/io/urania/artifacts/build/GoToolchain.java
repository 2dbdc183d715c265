package io.urania.artifacts.build;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.command.Command;
import io.urania.artifacts.command.CommandFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code go} command of this machine. Where modules come from (GOPROXY, GOSUMDB, …) is the machine's own affair; what
 * would make one machine's program differ from another's is set here.
 */
final class GoToolchain {
    private static final String REMEDY =
            "install Go from https://go.dev/dl or your system's packages, and put it on PATH; or use a mirror that has the"
                    + " programs, or use a bundle made elsewhere";

    /** Runs {@code go} for this machine itself, and gives back what it prints. */
    String output(Path directory, Path log, String... arguments)
            throws CommandFailed, IOException, InterruptedException {
        return new Command(words(List.of(arguments)), directory, environment()).output(log);
    }

    /** Runs {@code go} for this machine itself. */
    void run(Path directory, Path log, List<String> arguments) throws CommandFailed, IOException, InterruptedException {
        new Command(words(arguments), directory, environment()).run(log);
    }

    /** Runs {@code go} so that what it builds runs on another architecture. */
    void run(Path directory, Path log, Architecture architecture, List<String> arguments)
            throws CommandFailed, IOException, InterruptedException {
        Map<String, String> environment = environment();
        environment.put("GOOS", "linux");
        environment.put("GOARCH", architecture.goName());
        environment.put("GOARM", "7");
        environment.put("GOAMD64", "v1");
        environment.put("GOARM64", "v8.0");
        new Command(words(arguments), directory, environment).run(log);
    }

    /**
     * Fails where there is no Go, or one too old.
     *
     * @param needed the version that go.mod asks for, such as {@code 1.26.0}
     */
    void check(Path directory, Path log, String needed) throws ArtifactException, IOException, InterruptedException {
        String found;
        try {
            found = output(directory, log, "env", "GOVERSION").strip();
        } catch (CommandFailed e) {
            throw new ArtifactException(
                    "building programs needs Go " + needed + " or newer",
                    e.isMissing() ? "there is no go on PATH" : String.valueOf(e.getMessage()),
                    REMEDY,
                    e);
        }
        if (isOlder(found.startsWith("go") ? found.substring(2) : found, needed)) {
            throw new ArtifactException(
                    "building programs needs Go " + needed + " or newer", "the go on PATH is " + found, REMEDY);
        }
    }

    static boolean isOlder(String found, String needed) {
        List<Integer> foundParts = numbers(found);
        List<Integer> neededParts = numbers(needed);
        for (int i = 0; i < neededParts.size(); i++) {
            int part = i < foundParts.size() ? foundParts.get(i) : 0;
            if (part != neededParts.get(i)) {
                return part < neededParts.get(i);
            }
        }
        return false;
    }

    private static List<Integer> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : version.split("\\D+", -1)) {
            if (!part.isEmpty()) {
                numbers.add(Integer.parseInt(part));
            }
        }
        return numbers;
    }

    private static List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("go"));
        words.addAll(arguments);
        return words;
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("GOTOOLCHAIN", "local");
        environment.put("GO111MODULE", "on");
        environment.put("GOWORK", "off");
        environment.put("CGO_ENABLED", "0");
        return environment;
    }
}
