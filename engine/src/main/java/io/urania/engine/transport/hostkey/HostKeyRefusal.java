package io.urania.engine.transport.hostkey;

import io.urania.engine.shell.Shell;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.hostkey.HostKeyVerdict.Pin;
import java.util.List;
import java.util.stream.Collectors;

/** What a person is told about a host whose key is not believed, by whatever way it was reached. */
public final class HostKeyRefusal {

    private HostKeyRefusal() {}

    /**
     * The failure for a verdict.
     *
     * @param name the name that was looked up
     * @param shown the fingerprint of the key that the host shows; empty if it is not known
     * @throws IllegalArgumentException if the key is known: then nothing is refused
     */
    public static TransportException of(
            Target target, String name, String shown, HostKeyVerdict verdict, KnownHosts knownHosts) {
        String message = switch (verdict) {
            case HostKeyVerdict.Known() -> throw new IllegalArgumentException("the key of " + name + " is known");
            case HostKeyVerdict.Unknown() ->
                "its host key " + (shown.isEmpty() ? "" : shown + " ")
                        + "is not known yet; run the command again on a terminal to see and accept it, or add"
                        + " it to " + firstFile(knownHosts);
            case HostKeyVerdict.Changed(List<Pin> pinned) ->
                "the host key does not match the pinned one: the host shows " + (shown.isEmpty() ? "another" : shown)
                        + ", pinned is "
                        + pinned.stream().map(Pin::toString).collect(Collectors.joining(" and "))
                        + "; the machine was reinstalled, or another one answers at this address; on the"
                        + " machine itself, ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub shows its key;"
                        + " if it matches, remove the old one with: " + removal(name, pinned);
            case HostKeyVerdict.Revoked(Pin mark) ->
                "the host key " + mark.key().fingerprint() + " is revoked by " + mark.file() + ":"
                        + mark.line() + "; give the host a new key: ssh-keygen -A there, once the old"
                        + " /etc/ssh/ssh_host_* are removed";
        };
        return new TransportException(Cause.HOST_KEY, target.where() + ": " + message);
    }

    private static String removal(String name, List<Pin> pinned) {
        return pinned.stream()
                .map(Pin::file)
                .distinct()
                .map(file -> Shell.words(List.of("ssh-keygen", "-f", file.toString(), "-R", name)))
                .collect(Collectors.joining(" && "));
    }

    private static String firstFile(KnownHosts knownHosts) {
        return knownHosts.files().isEmpty()
                ? "~/.ssh/known_hosts"
                : knownHosts.files().getFirst().toString();
    }
}
