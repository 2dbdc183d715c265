package io.urania.cluster.observation.encryption;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * With what an API server encrypts what it stores. The file that it reads begins with that, without the keys themselves: they stay on the host.
 *
 * @param file with the keys
 */
public record EncryptionProbe(String file) implements Probe<EncryptionFact> {

    /** Where control plane hosts have the keys. */
    public static final String FILE = "/etc/kubernetes/encryption/encryption.yaml";

    private static final String REWRITING = "rewriting";
    private static final String MARK = "# urania: ";

    /** The question to a control plane host. */
    public static Question<EncryptionFact> question() {
        return Question.about(new EncryptionProbe(FILE));
    }

    /** What a file begins with, so that this probe finds it. */
    public static String heading(StoredEncryption stored) {
        StringBuilder text = new StringBuilder();
        stored.providers()
                .forEach((kind, providers) -> text.append(MARK)
                        .append(kind)
                        .append(' ')
                        .append(String.join(" ", providers))
                        .append('\n'));
        return stored.isRewriting() ? text + MARK + REWRITING + "\n" : text.toString();
    }

    @Override
    public String name() {
        return "encryption";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                file=%s
                if [ -e "$file" ]; then
                    while read -r line || [ -n "$line" ]; do
                        case $line in '# urania: '*) echo "${line#'# urania: '}" ;; esac
                    done <"$file"
                    echo file
                    changed=$(stat -c %%Y -- "$file")
                    read -r uptime idle </proc/uptime
                    booted=$(($(date +%%s) - ${uptime%%.*}))
                    for process in /proc/[0-9]*; do
                        read -r name 2>/dev/null <"$process/comm" || continue
                        [ "$name" = kube-apiserver ] || continue
                        tr '\\0' '\\n' 2>/dev/null <"$process/cmdline" | grep -qxF -e "--encryption-provider-config=$file" || continue
                        read -r stat 2>/dev/null <"$process/stat" || continue
                        # proc(5): field 22 is when it started, in hundredths of a second after boot; the name may have blanks.
                        set -- ${stat##*) }
                        [ "$((booted + ${20} / 100))" -ge "$changed" ] || echo outdated
                    done
                fi
                echo end
                """.formatted(Shell.quote(file));
    }

    @Override
    public Map<String, EncryptionFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.getLast().equals("end")) {
            return Map.of();
        }
        if (!lines.contains("file")) {
            return Map.of("", new EncryptionFact(Optional.empty(), false));
        }
        TreeMap<String, List<String>> providers = new TreeMap<>();
        lines.stream().filter(line -> line.contains(" ")).forEach(line -> {
            List<String> words = List.of(line.split(" +", -1));
            providers.put(words.getFirst(), words.subList(1, words.size()));
        });
        return Map.of(
                "",
                new EncryptionFact(
                        Optional.of(new StoredEncryption(providers, lines.contains(REWRITING))),
                        lines.contains("outdated")));
    }
}
