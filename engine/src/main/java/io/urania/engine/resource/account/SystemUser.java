package io.urania.engine.resource.account;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * A user without login for one service, made by systemd-sysusers(8).
 *
 * @param user its name; a group of this name is made too
 * @param home absolute path of its home directory, which is not made
 */
public record SystemUser(String user, String home) implements Resource {

    @Override
    public String name() {
        return "user " + user;
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(SystemUserProbe.of(user));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        if (planning.facts().answer(SystemUserProbe.of(user))) {
            return Optional.empty();
        }
        String line = "u %s - \"%s\" %s".formatted(user, user + " (urania)", home);
        String file = "/etc/sysusers.d/urania-" + user + ".conf";
        return Optional.of(Difference.of(
                Action.CREATE,
                "create user " + user,
                "absent",
                "a system user without login",
                Operation.of("mkdir -p /etc/sysusers.d\necho %s >%s\nsystemd-sysusers %s"
                        .formatted(Shell.quote(line), Shell.quote(file), Shell.quote(file)))));
    }
}
