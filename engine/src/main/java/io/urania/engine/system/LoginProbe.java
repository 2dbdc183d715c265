package io.urania.engine.system;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * As whom commands run on a host. Who has logged in is who the first process is of that is not root's, from this one up: the environment, in which sudo
 * keeps who has called it, is clean here.
 */
public final class LoginProbe implements Probe<LoginFact> {

    /** The one question of this probe. */
    public static final Question<LoginFact> QUESTION = Question.about(new LoginProbe());

    private static final String NAME = "[A-Za-z0-9._][A-Za-z0-9._-]*\\$?";

    private LoginProbe() {}

    @Override
    public String name() {
        return "login";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                effective=$(id -un)
                user=$effective
                process=$$
                while [ "$process" -gt 1 ]; do
                    parent=
                    while read -r key value _; do
                        case $key in
                        PPid:) parent=$value ;;
                        Uid:) number=$value ;;
                        esac
                    done </proc/"$process"/status
                    [ -n "$parent" ] || break
                    [ "$number" -eq 0 ] || { user=$(id -un "$number") && break; }
                    process=$parent
                done
                printf '%s\\n%s\\n' "$user" "$effective"
                """;
    }

    @Override
    public Map<String, LoginFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        return lines.size() == 2 && lines.stream().allMatch(line -> line.matches(NAME))
                ? Map.of("", new LoginFact(lines.getFirst(), lines.getLast()))
                : Map.of();
    }
}
