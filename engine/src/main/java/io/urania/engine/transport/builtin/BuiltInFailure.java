package io.urania.engine.transport.builtin;

import com.jcraft.jsch.JSchException;
import io.urania.engine.transport.LoginRefusal;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.hostkey.HostKey;
import io.urania.engine.transport.hostkey.HostKeyRefusal;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.KnownHosts;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;

/** Turns what the built-in client says when it gives up into a message with a next step. */
final class BuiltInFailure {

    private BuiltInFailure() {}

    static TransportException whileConnecting(
            Target target,
            ClientSettings settings,
            BuiltInHostKeys hostKeys,
            JSchException failure,
            KnownHosts knownHosts) {
        boolean refusedKey = hostKeys.shown().isPresent() && !(hostKeys.verdict() instanceof HostKeyVerdict.Known);
        if (refusedKey) {
            String shown = hostKeys.shown().map(HostKey::fingerprint).orElse("");
            return HostKeyRefusal.of(target, settings.knownAs(), shown, hostKeys.verdict(), knownHosts);
        }
        String said = String.valueOf(failure.getMessage());
        if (said.toLowerCase(Locale.ROOT).contains("auth")) {
            return LoginRefusal.of(target);
        }
        return new TransportException(
                Cause.UNREACHABLE,
                target.where() + ": unreachable: " + reason(failure)
                        + "; check that it is switched on and that ansible_host is right");
    }

    static TransportException lost(Target target) {
        return new TransportException(
                Cause.LOST, target.where() + ": the connection was lost; run the same command again, it continues");
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException _ -> {
                    return "unknown host name";
                }
                case SocketTimeoutException _ -> {
                    return "Connection timed out";
                }
                case ConnectException connect -> {
                    return String.valueOf(connect.getMessage());
                }
                case NoRouteToHostException route -> {
                    return String.valueOf(route.getMessage());
                }
                default -> {}
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
