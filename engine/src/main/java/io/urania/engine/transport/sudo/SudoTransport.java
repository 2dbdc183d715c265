package io.urania.engine.transport.sudo;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Password;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Becomes root on hosts that ask for it, over a transport that only logs in. An input is written a second time where sudo turns
 * out to want a terminal; later commands for that host know it.
 */
public final class SudoTransport implements Transport {

    private static final Pattern WANTS_TERMINAL = Pattern.compile("you must have a tty|requires? a tty");
    private static final Pattern WANTS_PASSWORD =
            Pattern.compile("password is required|terminal is required|interactive authentication is required");
    private static final Pattern WRONG_PASSWORD = Pattern.compile(
            "Sorry, try again|incorrect password attempt|no password was provided|[Aa]uthentication (failed|failure)"
                    + "|maximum \\d+ incorrect");
    private static final Pattern NOT_ALLOWED =
            Pattern.compile("not in the sudoers file|not allowed to (execute|run)|may not run sudo|I'm sorry ");
    private static final Pattern MISSING = Pattern.compile("sudo: (command )?not found|.sudo.: No such file");
    private static final Pattern BROKEN = Pattern.compile(
            "there needs a terminal|effective uid is not 0|must be setuid root|must be owned by uid 0|no new privileges"
                    + "|no valid sudoers");

    private final Transport transport;
    private final Optional<Password> usual;
    private final Set<Target> wantTerminal = ConcurrentHashMap.newKeySet();

    /**
     * @param transport what logs in; closed together with this one
     * @param usual the password for hosts that have none of their own
     */
    public SudoTransport(Transport transport, Optional<Password> usual) {
        this.transport = transport;
        this.usual = usual;
    }

    /** Without a password for hosts that have none of their own. */
    public SudoTransport(Transport transport) {
        this(transport, Optional.empty());
    }

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        if (!target.becomeRoot()) {
            return transport.execute(target, command, input, outputLine);
        }
        Sudo sudo = wantTerminal.contains(target) ? Sudo.ON_TERMINAL : Sudo.PLAIN;
        Exit exit = execute(sudo, target, command, input, outputLine);
        if (sudo == Sudo.PLAIN
                && exit.code() != 0
                && WANTS_TERMINAL.matcher(exit.standardError()).find()) {
            wantTerminal.add(target);
            exit = execute(Sudo.ON_TERMINAL, target, command, input, outputLine);
        }
        Optional<TransportException> refusal = refusal(target, exit);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return exit;
    }

    private Exit execute(Sudo sudo, Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        Optional<Password> password = target.passwords().becomeRoot().or(() -> usual);
        Input whole = password.<Input>map(secret -> sink -> {
                    sink.write(secret.bytes());
                    sink.write('\n');
                    input.writeTo(sink);
                })
                .orElse(input);
        return transport.execute(target.asLoginUser(), sudo.command(password.isPresent(), command), whole, outputLine);
    }

    private static Optional<TransportException> refusal(Target target, Exit exit) {
        String said = exit.standardError();
        if (exit.code() == 0) {
            return Optional.empty();
        }
        String user = target.user().isEmpty() ? "the login user" : "user '" + target.user() + "'";
        if (MISSING.matcher(said).find()) {
            return refused(
                    target,
                    "sudo is not installed; install it, or log in as root (ansible_user: root,"
                            + " ansible_become: false)");
        }
        if (WANTS_PASSWORD.matcher(said).find()) {
            return refused(
                    target,
                    user + " cannot become root without a password: " + reason(said)
                            + "; give it with --ask-become-pass or ansible_become_password (in a vault), or allow it with a"
                            + " line in /etc/sudoers.d/: "
                            + (target.user().isEmpty() ? "USER" : target.user()) + " ALL=(ALL) NOPASSWD: ALL");
        }
        if (WRONG_PASSWORD.matcher(said).find()) {
            return refused(
                    target,
                    "sudo rejects the password of " + user + ": " + reason(said)
                            + "; check ansible_become_password, or type it with --ask-become-pass");
        }
        if (NOT_ALLOWED.matcher(said).find()) {
            return refused(
                    target,
                    user + " is not allowed to become root: " + reason(said)
                            + "; allow it with a line in /etc/sudoers.d/ there");
        }
        return BROKEN.matcher(said).find()
                ? refused(target, "sudo does not work there: " + reason(said) + "; repair it, or log in as root")
                : Optional.empty();
    }

    private static Optional<TransportException> refused(Target target, String why) {
        return Optional.of(new TransportException(Cause.PRIVILEGE, target.where() + ": " + why));
    }

    private static String reason(String said) {
        return said.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.contains("unable to resolve host"))
                .findFirst()
                .orElse("sudo refused");
    }

    @Override
    public void close() {
        transport.close();
    }
}
