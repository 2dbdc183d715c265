package io.urania.inventory.library.lookup;

import io.urania.inventory.file.RegularFile;
import io.urania.inventory.library.Call;
import io.urania.inventory.library.Lookup;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code lookup('password', 'path length=20 chars=ascii_letters,digits')}: the password in the file, or a new one where there is no file,
 * which {@link NewPasswords} keeps. Follows Ansible's {@code password} lookup, and shares its files.
 */
final class PasswordLookup implements Lookup {
    private static final Set<String> PARAMETERS = Set.of("length", "chars", "encrypt", "seed", "ident");
    private static final int LONGEST = 4096;

    private static final int LARGEST_FILE = 64 * 1024;

    private final Path workingDirectory;
    private final NewPasswords passwords;
    private final OutsideReads reads;
    private final SecureRandom random = new SecureRandom();

    PasswordLookup(Path workingDirectory, NewPasswords passwords, OutsideReads reads) {
        this.workingDirectory = workingDirectory;
        this.passwords = passwords;
        this.reads = reads;
    }

    @Override
    public List<Value> find(List<Value> terms, Call call) {
        call.accept(PARAMETERS.toArray(String[]::new));
        List<Value> found = new ArrayList<>();
        for (Value term : terms) {
            Map<String, String> parameters = new LinkedHashMap<>();
            call.named().forEach((name, value) -> parameters.put(name, parameter(value)));
            String path = parse(Display.text(term), parameters);
            for (String refused : List.of("encrypt", "seed", "ident")) {
                if (parameters.containsKey(refused)) {
                    throw new OperationException(
                            "the password lookup does not support '" + refused + "'",
                            "Urania generates plain random passwords only",
                            "remove it, or write the password's file yourself");
                }
            }
            Path file = Lookups.path(workingDirectory, path).toAbsolutePath().normalize();
            found.add(call.result(password(file, length(parameters), alphabet(parameters), call)));
        }
        return found;
    }

    /** Takes the {@code name=value} words from the end of a term; what is left is the path. */
    private static String parse(String term, Map<String, String> parameters) {
        int end = term.length();
        for (String word : List.of(term.split(" ", -1)).reversed()) {
            int equals = word.indexOf('=');
            if (equals <= 0) {
                break;
            }
            String name = word.substring(0, equals);
            if (!PARAMETERS.contains(name)) {
                throw new OperationException(
                        "the password lookup has no parameter '" + name + "'", "it accepts length= and chars=", "");
            }
            parameters.put(name, unquoted(word.substring(equals + 1)));
            end -= word.length() + 1;
        }
        String path = term.substring(0, Math.max(0, end)).strip();
        if (path.isEmpty()) {
            throw new OperationException("the password lookup needs a path", "", "add the path of the password's file");
        }
        return path;
    }

    private static int length(Map<String, String> parameters) {
        String length = parameters.getOrDefault("length", "20");
        if (!length.matches("[0-9]{1,4}") || Integer.parseInt(length) < 1 || Integer.parseInt(length) > LONGEST) {
            throw new OperationException(
                    "'" + length + "' is not a valid password length", "1 to " + LONGEST + " is", "");
        }
        return Integer.parseInt(length);
    }

    private static String alphabet(Map<String, String> parameters) {
        String written = parameters.getOrDefault("chars", "ascii_letters,digits,.:-_,,");
        StringBuilder alphabet = new StringBuilder(written.contains(",,") ? "," : "");
        for (String set : written.replace(",,", ",").split(",", -1)) {
            alphabet.append(characters(set));
        }
        String usable = alphabet.toString().replace("\"", "").replace("'", "");
        if (usable.isEmpty()) {
            throw new OperationException("'" + written + "' leaves no characters for a password", "", "");
        }
        return usable;
    }

    /** The sets that Python's {@code string} module names; anything else stands for itself. */
    private static String characters(String set) {
        String lower = "abcdefghijklmnopqrstuvwxyz";
        String upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return switch (set) {
            case "ascii_letters" -> lower + upper;
            case "ascii_lowercase" -> lower;
            case "ascii_uppercase" -> upper;
            case "digits" -> "0123456789";
            case "hexdigits" -> "0123456789abcdefABCDEF";
            case "octdigits" -> "01234567";
            case "punctuation" -> "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
            default -> set;
        };
    }

    private String password(Path file, int length, String alphabet, Call call) {
        try {
            if (!Files.exists(file)) {
                return passwords.of(file, call.position(), () -> drawn(length, alphabet));
            }
            reads.file(file, call.position());
            String content = new String(RegularFile.read(file, LARGEST_FILE), StandardCharsets.UTF_8).stripTrailing();
            int salt = content.lastIndexOf(" salt=");
            return salt < 0 ? content : content.substring(0, salt);
        } catch (IOException failure) {
            throw new OperationException(
                    "cannot read the password's file " + file,
                    String.valueOf(failure.getMessage()),
                    "check the path and its permissions");
        }
    }

    private String drawn(int length, String alphabet) {
        StringBuilder password = new StringBuilder(length);
        int[] characters = alphabet.codePoints().toArray();
        for (int i = 0; i < length; i++) {
            password.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return password.toString();
    }

    private static String parameter(Value value) {
        return value instanceof ListValue list
                ? String.join(",", list.elements().stream().map(Display::text).toList())
                : Numbers.integer(value).map(Object::toString).orElseGet(() -> Display.text(value));
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 1
                && (word.startsWith("'") || word.startsWith("\""))
                && word.charAt(word.length() - 1) == word.charAt(0);
        return quoted ? word.substring(1, word.length() - 1) : word;
    }
}
