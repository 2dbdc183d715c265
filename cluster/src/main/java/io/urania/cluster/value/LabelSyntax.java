package io.urania.cluster.value;

import java.util.Optional;
import java.util.regex.Pattern;

/** Kubernetes' rules for keys and values of labels ({@code apimachinery/pkg/util/validation}: qualified names and label values). */
public final class LabelSyntax {
    private static final int NAME_LENGTH = 63;
    private static final int PREFIX_LENGTH = 253;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*");

    private LabelSyntax() {}

    /** Why the text cannot be a label's key; nothing if it can. */
    public static Optional<String> problemOfKey(String key) {
        int slash = key.indexOf('/');
        String prefix = slash < 0 ? "" : key.substring(0, slash);
        String name = key.substring(slash + 1);
        boolean domain =
                prefix.length() <= PREFIX_LENGTH && DOMAIN.matcher(prefix).matches();
        if (slash >= 0 && !domain) {
            return Optional.of("the part before the slash must be a DNS name in lower case, such as my.topology");
        }
        if (name.length() > NAME_LENGTH || !NAME.matcher(name).matches()) {
            return Optional.of(
                    "a label key must have 1 to 63 letters, digits, '-', '_' and '.', and start and end with a letter or digit");
        }
        return Optional.empty();
    }

    /** Why the text cannot be a label's value; nothing if it can. An empty value is allowed. */
    public static Optional<String> problemOfValue(String value) {
        boolean wellFormed =
                value.length() <= NAME_LENGTH && NAME.matcher(value).matches();
        if (value.isEmpty() || wellFormed) {
            return Optional.empty();
        }
        return Optional.of(
                "a label value must be empty or have up to 63 letters, digits, '-', '_' and '.', and start and end with a letter or digit");
    }
}
