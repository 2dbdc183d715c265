package io.urania.engine.resource.account;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.account.TracesProbe.Trace;
import io.urania.engine.resource.file.MarkedLines;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.LoginProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whoever was an {@link Account} once and is none any more has no rule of sudo and no keys of Urania. The account itself stays, for what is in it is
 * its owner's; and the one that Urania logs in with keeps all.
 *
 * @param present the names of those that are accounts
 */
public record FormerUsers(Set<String> present) implements Resource {

    public FormerUsers {
        present = Set.copyOf(present);
    }

    @Override
    public String name() {
        return "former accounts";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(TracesProbe.QUESTION, LoginProbe.QUESTION);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        Map<String, Trace> traces = new TreeMap<>(planning.facts().answer(TracesProbe.QUESTION));
        traces.keySet().removeAll(present);
        traces.remove(planning.facts().answer(LoginProbe.QUESTION).user());
        if (traces.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder script = new StringBuilder(Account.functions());
        List<Payload> payloads = new ArrayList<>();
        traces.forEach((user, trace) -> {
            script.append("user=").append(Shell.quote(user)).append('\n');
            trace.keys().ifPresent(text -> {
                script.append("put_keys ").append(Payload.text(text).sha256()).append('\n');
                payloads.add(Payload.text(MarkedLines.in(text).others()));
            });
            script.append("rm -f ").append(Shell.quote(HostUser.rule(user))).append('\n');
        });
        String users = String.join(", ", traces.keySet());
        return Optional.of(Difference.of(
                Action.REMOVE,
                "remove Urania's sudo rules and keys of " + users,
                "there, and not in host_users",
                "the accounts stay, without Urania's rules and keys",
                new Operation(script.toString(), payloads)));
    }
}
