package io.urania.cluster.phases.controlplane;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The variables for proxies in manifests of static pods. kubeadm writes there what it finds in its own environment, whoever put it
 * there (kubeadm 2145): {@code HTTP_PROXY}, {@code https_proxy}, {@code NO_PROXY}. No inventory asks for that.
 */
public final class ManifestProxyProbe implements Probe<SortedSet<String>> {

    static final ManifestProxyProbe INSTANCE = new ManifestProxyProbe();

    private ManifestProxyProbe() {}

    /** Asks for the manifest at an absolute path; one that is not there has none. */
    public static Question<SortedSet<String>> in(String path) {
        return new Question<>(INSTANCE, path);
    }

    @Override
    public String name() {
        return "proxies";
    }

    /** A line for each variable: its name and the file. Only a file that has one anywhere is looked at line by line. */
    @Override
    public String script(SortedSet<String> subjects) {
        return """
                set -f
                IFS='
                '
                for file in %s; do
                    [ -f "$file" ] || continue
                    text=$(cat "$file")
                    case $text in *_[Pp][Rr][Oo][Xx][Yy]*) ;; *) continue ;; esac
                    for line in $text; do
                        case $line in
                        *'- name: '*_[Pp][Rr][Oo][Xx][Yy]) echo "${line##* } $file" ;;
                        esac
                    done
                done
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, SortedSet<String>> parse(String output, SortedSet<String> subjects) {
        Map<String, SortedSet<String>> variables = new HashMap<>();
        subjects.forEach(path -> variables.put(path, new TreeSet<>()));
        output.lines().forEach(line -> {
            String[] words = line.split(" ", 2);
            variables.computeIfAbsent(words[1], _ -> new TreeSet<>()).add(words[0]);
        });
        return variables;
    }
}
