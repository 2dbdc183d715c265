package io.urania.engine.transport;

import io.urania.engine.transport.TransportException.Cause;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what OpenSSH prints when it gives up (exit code 255) into a message with a next step. */
final class OpenSshFailure {

    private static final Pattern UNKNOWN_KEY =
            Pattern.compile("^(Host key verification failed|No \\S+ host key is known for )", Pattern.MULTILINE);
    private static final Pattern REFUSED_LOGIN =
            Pattern.compile("^\\S+: Permission denied \\(|Too many authentication failures", Pattern.MULTILINE);
    private static final Pattern NO_CONNECTION = Pattern.compile(
            "^ssh: (connect to host|Could not resolve hostname) |^Connection timed out during banner exchange",
            Pattern.MULTILINE);

    private OpenSshFailure() {}

    /** Why no connection came about. */
    static TransportException whileConnecting(Target target, String errors, List<Path> knownHosts) {
        return known(target, errors, knownHosts).orElseGet(() -> unreachable(target, errors));
    }

    /**
     * Why a command did not end in an orderly way. Its own errors are among those printed: only what ssh says in a form
     * of its own counts.
     */
    static TransportException whileRunning(Target target, String errors, List<Path> knownHosts) {
        return known(target, errors, knownHosts)
                .orElseGet(() -> new TransportException(
                        Cause.LOST,
                        where(target) + ": the connection was lost: " + lastLine(errors)
                                + "; run the same command again, it continues"));
    }

    /** The host let us in but runs no commands for us. */
    static TransportException noShell(Target target, Exit exit) {
        return new TransportException(
                Cause.LOGIN,
                where(target) + ": logged in, but the login shell ran no command (exit code " + exit.code() + ": "
                        + lastLine(exit.standardError()) + "); give the user a POSIX shell there: chsh -s /bin/sh");
    }

    private static Optional<TransportException> known(Target target, String errors, List<Path> knownHosts) {
        if (errors.contains("REMOTE HOST IDENTIFICATION HAS CHANGED")) {
            return Optional.of(new TransportException(
                    Cause.HOST_KEY,
                    where(target) + ": the host key is not the pinned one: the machine was installed anew, or another"
                            + " one answers at this address; if you know why, remove its line with: ssh-keygen -f "
                            + first(knownHosts) + " -R " + keyName(target)));
        }
        if (UNKNOWN_KEY.matcher(errors).find()) {
            return Optional.of(new TransportException(
                    Cause.HOST_KEY,
                    where(target) + ": its host key is not known yet; run the command again on a terminal to see and"
                            + " accept it, or add it to " + first(knownHosts)));
        }
        if (REFUSED_LOGIN.matcher(errors).find()) {
            String user = target.user();
            return Optional.of(new TransportException(
                    Cause.LOGIN,
                    where(target) + ": login refused for user '" + (user.isEmpty() ? "(default)" : user)
                            + "'; install your public key there: ssh-copy-id "
                            + (target.port() == 22 ? "" : "-p " + target.port() + " ")
                            + (user.isEmpty() ? "" : user + "@") + target.address()));
        }
        return NO_CONNECTION.matcher(errors).find() ? Optional.of(unreachable(target, errors)) : Optional.empty();
    }

    private static TransportException unreachable(Target target, String errors) {
        return new TransportException(
                Cause.UNREACHABLE,
                where(target) + ": unreachable: " + lastLine(errors)
                        + "; check that it is switched on and that ansible_host is right");
    }

    private static String where(Target target) {
        return target.name() + " (" + target.address() + ":" + target.port() + ")";
    }

    private static String keyName(Target target) {
        return target.port() == 22 ? target.address() : "'[" + target.address() + "]:" + target.port() + "'";
    }

    private static String first(List<Path> knownHosts) {
        return knownHosts.isEmpty()
                ? "~/.ssh/known_hosts"
                : knownHosts.getFirst().toString();
    }

    private static String lastLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((_, next) -> next)
                .orElse("ssh gave no reason");
    }
}
