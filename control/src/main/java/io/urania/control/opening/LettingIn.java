package io.urania.control.opening;

import io.urania.control.loginkey.LoginKey;
import io.urania.control.port.Asking;
import io.urania.control.stage.LetIn;
import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.event.EventSink;
import io.urania.engine.fact.FactReader;
import io.urania.engine.fact.Question;
import io.urania.engine.run.FactGathering;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.LoginProbe;
import io.urania.engine.text.Count;
import io.urania.engine.text.ResourceText;
import io.urania.engine.transport.Password;
import io.urania.engine.transport.Passwords;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Puts a person's key on hosts, as ssh-copy-id(1) does for one: first all hosts are tried with the key alone, then those that refuse it are
 * entered with a password, and at last they must let in by the key.
 */
record LettingIn(Transport transport, Survey survey, Asking asking, Clock clock) {

    /** The key alone counts, whatever an agent has. */
    private static final List<String> KEY_ALONE =
            List.of("-o", "IdentitiesOnly=yes", "-o", "PreferredAuthentications=publickey");

    /**
     * Does it.
     *
     * @param forEach whether each host has a password of its own
     */
    LetIn run(Map<String, Target> targets, LoginKey key, boolean forEach) throws IOException, InterruptedException {
        Map<String, Target> keyed = new LinkedHashMap<>();
        targets.forEach((host, target) -> keyed.put(host, byKey(target, key)));
        Gathered tried = survey.introducing(keyed, () -> knock(keyed));
        SortedMap<String, Boolean> hosts = new TreeMap<>();
        tried.book().hosts().keySet().forEach(host -> hosts.put(host, false));
        SortedMap<String, String> failures = new TreeMap<>();
        Map<String, Target> closed = new LinkedHashMap<>();
        tried.failures().forEach((host, failure) -> {
            if (failure.kind() == TransportException.Cause.LOGIN) {
                closed.put(host, targets.get(host));
            } else {
                failures.put(host, String.valueOf(failure.getMessage()));
            }
        });
        Map<String, Password> passwords = passwords(closed, forEach);
        Map<String, Future<Optional<String>>> entered = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            closed.forEach((host, target) -> Optional.ofNullable(passwords.get(host))
                    .ifPresent(password -> entered.put(host, threads.submit(() -> enter(target, password, key)))));
        }
        for (Map.Entry<String, Future<Optional<String>>> each : entered.entrySet()) {
            Optional<String> failure = outcome(each.getValue());
            failure.ifPresentOrElse(why -> failures.put(each.getKey(), why), () -> hosts.put(each.getKey(), true));
        }
        closed.forEach((host, target) -> {
            if (!passwords.containsKey(host)) {
                failures.put(
                        host,
                        target.where() + ": the key is not accepted, and there is no terminal to ask for a password");
            }
        });
        return new LetIn(hosts, failures);
    }

    private static Target byKey(Target target, LoginKey key) {
        List<String> options = new ArrayList<>(target.options());
        options.addAll(KEY_ALONE);
        return new Target(
                target.name(),
                target.address(),
                target.port(),
                target.user(),
                false,
                Optional.of(key.file()),
                options,
                target.way(),
                Passwords.NONE,
                "key");
    }

    private Gathered knock(Map<String, Target> targets) throws InterruptedException {
        Map<String, List<Question<?>>> questions = new LinkedHashMap<>();
        targets.keySet().forEach(host -> questions.put(host, List.of(LoginProbe.QUESTION)));
        return new FactGathering(new FactReader(new BatchRunner(transport)), EventSink.all(List.of()), clock)
                .gather(targets, questions);
    }

    /** The inventory's passwords, or those that the person types; none where nobody can. */
    private Map<String, Password> passwords(Map<String, Target> closed, boolean forEach) throws IOException {
        Map<String, Password> passwords = new LinkedHashMap<>();
        Map<String, Target> unknown = new LinkedHashMap<>();
        closed.forEach((host, target) -> target.passwords()
                .login()
                .ifPresentOrElse(password -> passwords.put(host, password), () -> unknown.put(host, target)));
        if (unknown.isEmpty() || !asking.canAsk()) {
            return passwords;
        }
        if (forEach || unknown.size() == 1) {
            for (Map.Entry<String, Target> each : unknown.entrySet()) {
                passwords.put(
                        each.getKey(),
                        Password.of(
                                asking.passwordForLogin("to " + each.getValue().where())));
            }
        } else {
            Password common = Password.of(asking.passwordForLogin(
                    "to " + Count.of(unknown.size(), "host") + " (" + String.join(", ", unknown.keySet()) + ")"));
            unknown.keySet().forEach(host -> passwords.put(host, common));
        }
        return passwords;
    }

    /** Why a host does not let in by the key after all; empty if it does. */
    private Optional<String> enter(Target target, Password password, LoginKey key) throws InterruptedException {
        BatchRunner batches = new BatchRunner(transport);
        Operation adding = Operation.of(
                "key=" + Shell.quote(key.line()) + "\n" + ResourceText.beside(LettingIn.class, "letting-in.sh"));
        Target entered = target.asLoginUser()
                .with(new Passwords(Optional.of(password), Optional.empty()))
                .over("password");
        try {
            StepResult added = batches.run(
                            entered, List.of(new Step("key", adding)), Mode.STOP_AT_FAILURE, BatchListener.NONE)
                    .getFirst();
            if (!added.succeeded()) {
                return Optional.of(target.where() + ": the key could not be added: "
                        + added.output().strip());
            }
            batches.run(byKey(target, key).over("key added"), List.of(), Mode.STOP_AT_FAILURE, BatchListener.NONE);
            return Optional.empty();
        } catch (TransportException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static Optional<String> outcome(Future<Optional<String>> entered) throws InterruptedException {
        try {
            return entered.get();
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        }
    }
}
