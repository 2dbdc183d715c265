package io.urania.engine.resource.packages;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/** Which packages of a host were built from which recipes; the note of one counts as long as the version that was built is installed. */
public final class BuiltPackageProbe implements Probe<BuiltPackageFact> {

    private static final BuiltPackageProbe PROBE = new BuiltPackageProbe();

    private BuiltPackageProbe() {}

    /** The question about a package. */
    public static Question<BuiltPackageFact> of(String name) {
        return new Question<>(PROBE, name);
    }

    @Override
    public String name() {
        return "built packages";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                for package in %s; do
                    if ! command -v makepkg >/dev/null 2>&1; then
                        echo "$package impossible"
                    elif ! installed=$(pacman -Q -- "$package" 2>/dev/null); then
                        echo "$package absent"
                    elif { read -r sum version </var/lib/urania/built/"$package"; } 2>/dev/null &&
                        [ "$installed" = "$package $version" ]; then
                        echo "$package built $version $sum"
                    else
                        echo "$package foreign ${installed#* }"
                    fi
                done
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, BuiltPackageFact> parse(String output, SortedSet<String> subjects) {
        Map<String, BuiltPackageFact> facts = new HashMap<>();
        for (String line : output.lines().toList()) {
            String[] words = line.split(" ", -1);
            if (subjects.contains(words[0]) && words.length > 1) {
                switch (words[1]) {
                    case "impossible" -> facts.put(words[0], new BuiltPackageFact.Impossible());
                    case "absent" -> facts.put(words[0], new BuiltPackageFact.Absent());
                    case "built" -> {
                        if (words.length == 4) {
                            facts.put(words[0], new BuiltPackageFact.Built(words[2], words[3]));
                        }
                    }
                    case "foreign" -> {
                        if (words.length == 3) {
                            facts.put(words[0], new BuiltPackageFact.Foreign(words[2]));
                        }
                    }
                    default -> {
                        // No answer of this probe.
                    }
                }
            }
        }
        return facts;
    }
}
