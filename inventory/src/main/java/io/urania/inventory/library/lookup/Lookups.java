package io.urania.inventory.library.lookup;

import io.urania.inventory.file.RegularFile;
import io.urania.inventory.library.Call;
import io.urania.inventory.library.Lookup;
import io.urania.inventory.library.LookupPermissions;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.value.Value;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The lookups Urania answers; {@code vars} is with the evaluator. */
public final class Lookups {
    private static final int LARGEST_FILE = 16 * 1024 * 1024;

    /** What these give may be secret. */
    private static final Set<String> SECRET = Set.of("file", "password", "pipe");

    /** Variables of the environment that are no secret; any other may be one. */
    private static final Set<String> PLAIN_ENVIRONMENT = Set.of("HOME", "LOGNAME", "PWD", "USER");

    private Lookups() {}

    /**
     * All of them.
     *
     * @param workingDirectory what relative paths start from
     * @param environment gives the value of an environment variable, or null
     * @param permissions what they may do beyond reading
     * @param passwords takes new passwords
     * @param reads takes what is read outside of the inventory
     */
    public static Map<String, Lookup> standard(
            Path workingDirectory,
            UnaryOperator<@Nullable String> environment,
            LookupPermissions permissions,
            NewPasswords passwords,
            OutsideReads reads) {
        Map<String, Lookup> lookups = new HashMap<>(DataLookups.all());
        lookups.put("env", (terms, call) -> environment(terms, call, environment, reads));
        lookups.put("file", (terms, call) -> files(terms, call, workingDirectory, reads));
        lookups.put("password", new PasswordLookup(workingDirectory, passwords, reads));
        if (permissions.pipe()) {
            lookups.put("pipe", new PipeLookup(workingDirectory));
        }
        return lookups;
    }

    /**
     * Whether what a lookup gives must not be shown, logged or quoted.
     *
     * @param name its plain name
     * @param terms what it was asked for
     */
    public static boolean isSecret(String name, List<Value> terms) {
        boolean plain = terms.stream().map(Display::text).allMatch(PLAIN_ENVIRONMENT::contains);
        return SECRET.contains(name) || (name.equals("env") && !plain);
    }

    private static List<Value> environment(
            List<Value> terms, Call call, UnaryOperator<@Nullable String> environment, OutsideReads reads) {
        call.accept("default");
        List<Value> found = new ArrayList<>();
        for (Value term : terms) {
            String name = Display.text(term);
            if (!PLAIN_ENVIRONMENT.contains(name)) {
                reads.variable(name, call.position());
            }
            String set = environment.apply(name);
            found.add(set == null ? call.argument(0, "default").orElseGet(() -> call.result("")) : call.result(set));
        }
        return found;
    }

    private static List<Value> files(List<Value> terms, Call call, Path workingDirectory, OutsideReads reads) {
        call.accept("lstrip", "rstrip");
        List<Value> found = new ArrayList<>();
        for (Value term : terms) {
            Path file = path(workingDirectory, Display.text(term));
            reads.file(file, call.position());
            String text = read(file);
            text = call.truth(0, "lstrip", false) ? text.stripLeading() : text;
            found.add(call.result(call.truth(1, "rstrip", true) ? text.stripTrailing() : text));
        }
        return found;
    }

    /** No path has a NUL. */
    static Path path(Path workingDirectory, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new OperationException("not a valid file name", "it contains a NUL character", "");
        }
        return workingDirectory.resolve(text);
    }

    private static String read(Path file) {
        try {
            byte[] bytes = RegularFile.read(file, LARGEST_FILE);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IOException unreadable) {
            throw new OperationException(
                    "cannot read " + file,
                    String.valueOf(unreadable.getMessage()),
                    "check its path, permissions and encoding");
        }
    }
}
