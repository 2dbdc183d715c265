package io.urania.engine.resource.account;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/** Whether users exist on a host. */
public final class SystemUserProbe implements Probe<Boolean> {

    static final SystemUserProbe INSTANCE = new SystemUserProbe();

    private SystemUserProbe() {}

    /** Asks for a user by name. */
    public static Question<Boolean> of(String user) {
        return new Question<>(INSTANCE, user);
    }

    @Override
    public String name() {
        return "users";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return "for user in %s; do ! id -u \"$user\" >/dev/null || echo \"$user\"; done"
                .formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, Boolean> parse(String output, SortedSet<String> subjects) {
        Map<String, Boolean> users = new HashMap<>();
        subjects.forEach(user -> users.put(user, output.lines().anyMatch(user::equals)));
        return users;
    }
}
