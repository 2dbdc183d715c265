package io.urania.cluster.kubespray;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names of variables in Kubespray's sample inventories, its roles' defaults and its tests' variables. */
final class NamesOfFiles {
    private static final Pattern SET = Pattern.compile("^([A-Za-z_]\\w*):(?:\\s|$)", Pattern.MULTILINE);

    /** Samples show what may be set in comments, one space after the sign; deeper ones are keys of mappings. */
    private static final Pattern SET_OR_SHOWN =
            Pattern.compile("^(?:# ?)?([A-Za-z_]\\w*):(?:\\s|$)", Pattern.MULTILINE);

    /** Words of comments, and keys of documents that samples show as text. */
    private static final Set<String> NO_VARIABLES =
            Set.of("Example", "Note", "TODO", "apiVersion", "kind", "metadata", "parameters", "ref");

    private NamesOfFiles() {}

    static Set<String> of(KubesprayCheckout checkout, Release release) {
        Set<String> names = new TreeSet<>();
        checkout.files(release, path -> isSample(path) || isDefault(path) || isTest(path))
                .forEach((path, text) -> {
                    Matcher found = (isSample(path) ? SET_OR_SHOWN : SET).matcher(text);
                    while (found.find()) {
                        names.add(found.group(1));
                    }
                });
        names.removeAll(NO_VARIABLES);
        return names;
    }

    /** The variables of the sample inventories alone, those in comments too. */
    static Set<String> ofSamples(KubesprayCheckout checkout, Release release) {
        Set<String> names = new TreeSet<>();
        checkout.files(release, NamesOfFiles::isSample).values().forEach(text -> {
            Matcher found = SET_OR_SHOWN.matcher(text);
            while (found.find()) {
                names.add(found.group(1));
            }
        });
        names.removeAll(NO_VARIABLES);
        return names;
    }

    private static boolean isSample(String path) {
        return path.matches("inventory/sample/.*\\.ya?ml");
    }

    private static boolean isDefault(String path) {
        return path.matches("roles/(?:.*/defaults/.*|kubespray[-_]defaults/vars/.*)\\.ya?ml");
    }

    static boolean isTest(String path) {
        return path.matches("tests/files/[^/]*\\.ya?ml|tests/common_vars\\.yml");
    }
}
