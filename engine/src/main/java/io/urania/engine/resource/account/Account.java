package io.urania.engine.resource.account;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.MarkedLines;
import io.urania.engine.resource.file.PlannedText;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.LoginProbe;
import io.urania.engine.text.ResourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person's account: it is there, may become root or not, and has some keys besides its own. What people need to log in is never taken from the
 * account that Urania itself logs in with.
 */
public record Account(HostUser user) implements Resource {

    /** Before a user's name, the file with the rule of sudo that Urania has given it. */
    public static final String RULES = "/etc/sudoers.d/urania-";

    @Override
    public String name() {
        return "account " + user.name();
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(AccountProbe.of(user.name()), LoginProbe.QUESTION);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        AccountFact fact = planning.facts().answer(AccountProbe.of(user.name()));
        boolean isOwn = planning.facts().answer(LoginProbe.QUESTION).user().equals(user.name());
        Steps steps = new Steps();
        account(fact, steps);
        rights(fact, isOwn, steps);
        keys(fact, isOwn, steps);
        password(fact, steps);
        if (steps.after.isEmpty()) {
            return Optional.empty();
        }
        String after = String.join(", ", steps.after);
        return Optional.of(Difference.of(
                fact.isThere() ? Action.CHANGE : Action.CREATE,
                (fact.isThere() ? "change account " : "create account ") + user.name(),
                State.words(fact.isThere() ? String.join(", ", steps.before) : "absent"),
                steps.isSecret ? State.secret(after, after + user.passwordHash().orElse("")) : State.words(after),
                new Operation("user=" + Shell.quote(user.name()) + "\n" + functions() + steps.script, steps.payloads)));
    }

    /** What changes the account of {@code $user}. */
    static String functions() {
        return PlannedText.check()
                + ResourceText.beside(Account.class, "changing.sh").replace("@rules@", RULES);
    }

    /** What is going to be done. */
    private static final class Steps {
        private final StringBuilder script = new StringBuilder();
        private final List<Payload> payloads = new ArrayList<>();
        private final List<String> before = new ArrayList<>();
        private final List<String> after = new ArrayList<>();
        private boolean isSecret;

        void add(String from, String to, String command, Payload... received) {
            before.add(from);
            after.add(to);
            script.append(command).append('\n');
            payloads.addAll(List.of(received));
        }
    }

    private void account(AccountFact fact, Steps steps) {
        String uid = user.uid().map(number -> Integer.toString(number)).orElse("");
        if (!fact.isThere()) {
            steps.add(
                    "absent",
                    uid.isEmpty() ? "an account with a home directory" : "an account of uid " + uid,
                    "create " + Shell.quote(uid) + " "
                            + Shell.quote(user.shell().orElse("")));
            return;
        }
        if (user.uid().isPresent() && !user.uid().equals(fact.uid())) {
            steps.add(
                    "uid " + fact.uid().get(),
                    "uid " + uid,
                    "echo \"$user has the uid \"%d\" already; its files would keep that: change it by hand, or correct host_users\"\nexit 1"
                            .formatted(fact.uid().get()));
        }
        user.shell()
                .filter(shell -> !shell.equals(fact.shell()))
                .ifPresent(shell ->
                        steps.add("shell " + fact.shell(), "shell " + shell, "change_shell " + Shell.quote(shell)));
    }

    private void rights(AccountFact fact, boolean isOwn, Steps steps) {
        Optional<String> rule = user.ruleText();
        if (user.isAdmin() && !fact.isInAdminGroup() && fact.adminGroup().isPresent()) {
            String group = fact.adminGroup().get();
            steps.add(
                    "not in group " + group, "in group " + group, "usermod -a -G " + Shell.quote(group) + " \"$user\"");
        }
        boolean isNone = user.admin().filter(admin -> !admin).isPresent();
        if (isNone && fact.isInAdminGroup() && !isOwn && !user.name().equals("root")) {
            String group = fact.adminGroup().orElseThrow();
            steps.add("in group " + group, "not in group " + group, "gpasswd -d \"$user\" " + Shell.quote(group));
        }
        if (rule.equals(fact.rule()) || (rule.isEmpty() && isOwn)) {
            return;
        }
        steps.add(
                fact.rule().isPresent() ? "another rule of sudo" : "no rule of sudo",
                rule.isEmpty()
                        ? "no rule of sudo"
                        : "sudo " + (user.sudoAsksPassword() ? "with its password" : "without a password"),
                rule.isEmpty() ? "rm -f \"$rule\"" : "put_rule",
                rule.stream().map(Payload::text).toArray(Payload[]::new));
    }

    private void keys(AccountFact fact, boolean isOwn, Steps steps) {
        String present = fact.keys().orElse("");
        MarkedLines marked = MarkedLines.in(present);
        Set<String> lines = new LinkedHashSet<>(user.keys());
        if (isOwn) {
            // One of them may be the one that we come with.
            marked.blocks().forEach(block -> block.lines().forEach(lines::add));
        }
        StringBuilder block = new StringBuilder();
        lines.forEach(line -> block.append(line).append('\n'));
        String wanted = marked.with(block.toString());
        if (!wanted.equals(present)) {
            steps.add(
                    marked.isMarked() ? "other keys" : "no keys of the inventory",
                    lines.size() == 1 ? "1 key of the inventory" : lines.size() + " keys of the inventory",
                    "put_keys " + Payload.text(present).sha256(),
                    Payload.text(wanted));
        }
    }

    private void password(AccountFact fact, Steps steps) {
        user.passwordHash().filter(hash -> !fact.hasPassword(hash)).ifPresent(hash -> {
            steps.isSecret = true;
            steps.add(
                    "another password",
                    "the password of the inventory",
                    "put_password",
                    Payload.text(user.name() + ":" + hash + "\n", List.of(hash)));
        });
    }
}
