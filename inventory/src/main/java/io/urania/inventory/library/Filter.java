package io.urania.inventory.library;

import io.urania.inventory.value.Value;
import java.util.Map;

/** {@code subject | name(arguments)}. */
@FunctionalInterface
public interface Filter {
    /** Throws {@link io.urania.inventory.python.OperationException} if it makes no sense for these values. */
    Value apply(Value subject, Call call);

    /** Filters of Jinja2 and Ansible that Urania refuses, with the reason. */
    static Map<String, String> refusals() {
        String random = "its value would differ on every run";
        String machine = "it depends on the machine it is rendered on";
        String clock = "times depend on the clock and the time zone";
        return Map.ofEntries(
                Map.entry("random", random),
                Map.entry("shuffle", random),
                Map.entry("random_mac", random),
                Map.entry("password_hash", "it uses a new salt every time"),
                Map.entry("vault", "it uses a new salt every time"),
                Map.entry("unvault", "write the encrypted value as !vault"),
                Map.entry("fileglob", machine),
                Map.entry("expanduser", machine),
                Map.entry("expandvars", machine),
                Map.entry("realpath", machine),
                Map.entry("strftime", clock),
                Map.entry("to_datetime", clock),
                Map.entry("pprint", "Python's line breaks are not reproduced"),
                Map.entry("escape", "it produces HTML"),
                Map.entry("e", "it produces HTML"),
                Map.entry("forceescape", "it produces HTML"),
                Map.entry("safe", "it produces HTML"),
                Map.entry("urlize", "it produces HTML"),
                Map.entry("striptags", "it reads HTML"),
                Map.entry("attr", "it looks up attributes of Python objects, not elements"),
                Map.entry("xmlattr", "it produces HTML"));
    }
}
