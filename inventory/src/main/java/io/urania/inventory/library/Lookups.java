package io.urania.inventory.library;

import io.urania.inventory.python.Display;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The lookups Urania answers; {@code vars} is with the evaluator. */
public final class Lookups {
    private static final long LARGEST_FILE = 16L * 1024 * 1024;

    private Lookups() {}

    /**
     * All of them.
     *
     * @param workingDirectory what relative paths start from
     * @param environment gives the value of an environment variable, or null
     * @param permissions what they may do beyond reading
     */
    public static Map<String, Lookup> standard(
            Path workingDirectory, UnaryOperator<@Nullable String> environment, LookupPermissions permissions) {
        Map<String, Lookup> lookups = new HashMap<>(DataLookups.all());
        lookups.put("env", (terms, call) -> environment(terms, call, environment));
        lookups.put("file", (terms, call) -> files(terms, call, workingDirectory));
        lookups.put("password", new PasswordLookup(workingDirectory));
        if (permissions.pipe()) {
            lookups.put("pipe", new PipeLookup(workingDirectory));
        }
        return lookups;
    }

    private static List<Value> environment(List<Value> terms, Call call, UnaryOperator<@Nullable String> environment) {
        call.accept("default");
        List<Value> found = new ArrayList<>();
        for (Value term : terms) {
            String set = environment.apply(Display.text(term));
            found.add(set == null ? call.argument(0, "default").orElseGet(() -> call.result("")) : call.result(set));
        }
        return found;
    }

    private static List<Value> files(List<Value> terms, Call call, Path workingDirectory) {
        call.accept("lstrip", "rstrip");
        List<Value> found = new ArrayList<>();
        for (Value term : terms) {
            String text = read(workingDirectory.resolve(Display.text(term)));
            text = call.truth(0, "lstrip", false) ? text.stripLeading() : text;
            found.add(call.result(call.truth(1, "rstrip", true) ? text.stripTrailing() : text));
        }
        return found;
    }

    private static String read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
                throw new OperationException(
                        "cannot read " + file,
                        "it is missing, no regular file, or larger than 16 MiB",
                        "check the path");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new OperationException(
                    "cannot read " + file,
                    String.valueOf(unreadable.getMessage()),
                    "check its permissions and encoding");
        }
    }
}
