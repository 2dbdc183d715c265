package io.urania.engine.transport;

import io.urania.engine.transport.TransportException.Cause;
import java.nio.file.Path;
import java.util.List;

/** Turns what OpenSSH prints when it gives up (exit code 255) into a message with a next step. */
final class OpenSshFailure {

    private OpenSshFailure() {}

    static TransportException explain(Target target, String errors, List<Path> knownHosts) {
        String where = target.name() + " (" + target.address() + ":" + target.port() + ")";
        if (errors.contains("REMOTE HOST IDENTIFICATION HAS CHANGED")) {
            return new TransportException(
                    Cause.HOST_KEY,
                    where
                            + ": the host key is not the pinned one: the machine was installed anew, or another one answers at"
                            + " this address; if you know why, remove its line with: ssh-keygen -f " + first(knownHosts)
                            + " -R " + keyName(target));
        }
        if (errors.contains("Host key verification failed") || errors.contains("host key is known for")) {
            return new TransportException(
                    Cause.HOST_KEY,
                    where + ": its host key is not known yet; run the command again on a terminal to see and accept it,"
                            + " or add it to " + first(knownHosts));
        }
        if (errors.contains("Permission denied")) {
            return new TransportException(
                    Cause.LOGIN,
                    where + ": login refused for user '" + (target.user().isEmpty() ? "(default)" : target.user())
                            + "'; install your public key there: ssh-copy-id "
                            + (target.user().isEmpty() ? "" : target.user() + "@") + target.address());
        }
        String reason = errors.isBlank() ? "ssh gave no reason" : lastLine(errors);
        if (errors.contains("Connection refused")
                || errors.contains("timed out")
                || errors.contains("No route to host")
                || errors.contains("Network is unreachable")
                || errors.contains("Could not resolve hostname")) {
            return new TransportException(
                    Cause.UNREACHABLE,
                    where + ": unreachable: " + reason
                            + "; check that it is switched on and that ansible_host is right");
        }
        return new TransportException(
                Cause.LOST,
                where + ": the connection was lost: " + reason + "; run the same command again, it continues");
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
                .orElse(text);
    }
}
