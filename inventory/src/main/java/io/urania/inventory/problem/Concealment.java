package io.urania.inventory.problem;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides which lines of a file may hold a secret and are therefore never shown: what Ansible Vault encrypted, values of names such as
 * {@code ansible_password}, keys in base64. It rather hides too much.
 */
public final class Concealment {
    /** In characters: a longer line is no text that a person wrote, and takes long to look through. */
    private static final int LONGEST_LINE = 100_000;

    private static final String VAULT_FILE = "$ANSIBLE_VAULT;";
    private static final Pattern VAULT = Pattern.compile("!vault|\\$ANSIBLE_VAULT;|__ansible_vault");

    /** A name that ends like that of a secret, followed by its value. */
    private static final Pattern SECRET = Pattern.compile(
            "(?:pass|passwd|password|passphrase|secret|token|private_key|certificate_key|encryption_key|access_key"
                    + "|secret_key|api_?key|credential|vault_[a-z0-9_]{1,60})s?[\"']?\\s*[:=]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SECRET_WITHOUT_VALUE = Pattern.compile(SECRET.pattern() + "\\s*$", SECRET.flags());
    private static final Pattern LOGIN_IN_ADDRESS = Pattern.compile("://[^/\\s@:]{0,1000}:[^/\\s@]{1,1000}@");
    private static final Pattern LONG_BLOB = Pattern.compile("[A-Za-z0-9+/=]{40,}");
    private static final Pattern ARMOUR = Pattern.compile("-----(?:BEGIN|END) ");

    private Concealment() {}

    /** Whether Ansible Vault encrypted the whole file. */
    public static boolean hidesAll(List<String> lines) {
        return !lines.isEmpty() && lines.getFirst().stripLeading().startsWith(VAULT_FILE);
    }

    /** Whether a line may hold a secret, or belongs to a value that does. */
    public static boolean hides(List<String> lines, int index) {
        if (isSecret(lines.get(index))) {
            return true;
        }
        if (index > 0 && SECRET_WITHOUT_VALUE.matcher(lines.get(index - 1)).find()) {
            return true;
        }
        String below = lines.get(index);
        int indent = indentOf(below);
        boolean blank = below.isBlank();
        // Upwards through the lines that this one is below of.
        for (int above = index - 1; above >= 0; above--) {
            String line = lines.get(above);
            if (line.isBlank()) {
                continue;
            }
            boolean parent = blank || indentOf(line) < indent || isList(below, line);
            if (parent) {
                if (isSecret(line)) {
                    return true;
                }
                below = line;
                indent = indentOf(line);
                blank = false;
            }
        }
        return false;
    }

    private static boolean isSecret(String line) {
        return line.length() > LONGEST_LINE
                || VAULT.matcher(line).find()
                || SECRET.matcher(line).find()
                || LOGIN_IN_ADDRESS.matcher(line).find()
                || LONG_BLOB.matcher(line).find()
                || ARMOUR.matcher(line).find();
    }

    /** YAML lets a list stand as far to the left as the key it belongs to. */
    private static boolean isList(String line, String above) {
        return line.stripLeading().startsWith("-")
                && indentOf(above) == indentOf(line)
                && !above.stripLeading().startsWith("-");
    }

    private static int indentOf(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }
}
