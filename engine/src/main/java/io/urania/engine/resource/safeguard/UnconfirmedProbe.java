package io.urania.engine.resource.safeguard;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/** Whether a change of a host waits to be confirmed: a run that made it has ended before. */
public final class UnconfirmedProbe implements Probe<Boolean> {

    private static final UnconfirmedProbe INSTANCE = new UnconfirmedProbe();

    private UnconfirmedProbe() {}

    /** Asks for the change of a {@link Safeguard}'s name. */
    public static Question<Boolean> of(String name) {
        return new Question<>(INSTANCE, name);
    }

    @Override
    public String name() {
        return "unconfirmed changes";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                for name in %s; do
                    safeguard=%s/"$name"
                    if [ -e "$safeguard" ] || [ -e "$safeguard.back" ]; then echo "unconfirmed $name"; fi
                done
                echo end
                """.formatted(Shell.words(subjects), Safeguard.DIRECTORY);
    }

    @Override
    public Map<String, Boolean> parse(String output, SortedSet<String> subjects) {
        Map<String, Boolean> answers = new HashMap<>();
        if (output.lines().anyMatch("end"::equals)) {
            subjects.forEach(name ->
                    answers.put(name, output.lines().anyMatch(line -> line.equals("unconfirmed " + name))));
        }
        return answers;
    }
}
