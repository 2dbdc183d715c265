package io.urania.engine.network;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** The name servers in files of the form of /etc/resolv.conf. */
public final class NameServersProbe implements Probe<NameServersFact> {

    private static final NameServersProbe INSTANCE = new NameServersProbe();

    private NameServersProbe() {}

    /** Asks for the servers in a file by its absolute path. */
    public static Question<NameServersFact> in(String file) {
        return new Question<>(INSTANCE, file);
    }

    @Override
    public String name() {
        return "name servers";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                for file in %s; do
                    [ -f "$file" ] || { printf 'absent %%s\\n' "$file"; continue; }
                    printf 'file %%s\\n' "$file"
                    while read -r word value _ || [ -n "$word" ]; do
                        [ "$word" != nameserver ] || printf 'server %%s\\n' "$value"
                    done <"$file"
                done
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, NameServersFact> parse(String output, SortedSet<String> subjects) {
        Map<String, NameServersFact> facts = new HashMap<>();
        Map<String, List<String>> servers = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : output.lines().toList()) {
            String value = line.substring(line.indexOf(' ') + 1);
            if (line.startsWith("absent ")) {
                facts.put(value, new NameServersFact.Absent());
            } else if (line.startsWith("file ")) {
                current = new ArrayList<>();
                servers.put(value, current);
            } else if (line.startsWith("server ")) {
                current.add(value);
            }
        }
        servers.forEach((file, addresses) -> facts.put(file, new NameServersFact.Servers(addresses)));
        return facts;
    }
}
