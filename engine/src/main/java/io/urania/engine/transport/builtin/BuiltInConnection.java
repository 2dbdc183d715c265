package io.urania.engine.transport.builtin;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SSHAgentConnector;
import com.jcraft.jsch.Session;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.hostkey.KnownHosts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One host's connection, opened when it is first needed and again when it broke. */
final class BuiltInConnection {

    private static final int CONNECT_MILLISECONDS = (int) Duration.ofSeconds(10).toMillis();
    private static final int ALIVE_MILLISECONDS = (int) Duration.ofSeconds(15).toMillis();
    private static final int ALIVE_COUNT = 4;
    /** What sshd allows by default: sshd_config(5), MaxSessions. */
    private static final int COMMANDS_AT_ONCE = 10;

    private final Target target;
    private final KnownHosts knownHosts;
    private final Path home;
    private final boolean agent;
    private final Semaphore connecting;
    private final ReentrantLock opening = new ReentrantLock();
    private final Semaphore commands = new Semaphore(COMMANDS_AT_ONCE, true);
    private volatile @Nullable Session session;

    /**
     * @param connecting held while a connection is being opened
     */
    BuiltInConnection(Target target, KnownHosts knownHosts, Path home, boolean agent, Semaphore connecting) {
        this.target = target;
        this.knownHosts = knownHosts;
        this.home = home;
        this.agent = agent;
        this.connecting = connecting;
    }

    /** A command that is not started yet; {@link #done} must follow. */
    ChannelExec command(String command) throws TransportException, InterruptedException {
        commands.acquire();
        try {
            ChannelExec channel = open();
            channel.setCommand(command);
            return channel;
        } catch (JSchException e) {
            commands.release();
            throw new TransportException(
                    Cause.LOST, target.where() + ": no command can be started: " + e.getMessage() + "; try again");
        } catch (TransportException | InterruptedException | RuntimeException e) {
            commands.release();
            throw e;
        }
    }

    /** A command has ended, however it did. */
    void done(ChannelExec channel) {
        channel.disconnect();
        commands.release();
    }

    private ChannelExec open() throws TransportException, InterruptedException, JSchException {
        opening.lockInterruptibly();
        try {
            Session current = session;
            @Nullable ChannelExec channel = current == null ? null : exec(current);
            if (channel == null) {
                current = connect();
                session = current;
                channel = exec(current);
            }
            if (channel == null) {
                throw BuiltInFailure.lost(target);
            }
            return channel;
        } finally {
            opening.unlock();
        }
    }

    /** A channel for a command, or nothing if the connection is gone: the session itself may learn that a moment later. */
    private static @Nullable ChannelExec exec(Session session) throws JSchException {
        return session.isConnected() ? (ChannelExec) session.openChannel("exec") : null;
    }

    private Session connect() throws TransportException, InterruptedException {
        ClientSettings settings = ClientSettings.of(target, home);
        BuiltInHostKeys hostKeys = new BuiltInHostKeys(knownHosts, settings.knownAs());
        connecting.acquire();
        try {
            Session opened = session(settings, hostKeys);
            opened.connect(CONNECT_MILLISECONDS);
            return opened;
        } catch (JSchException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while connecting to " + target.name());
            }
            throw BuiltInFailure.whileConnecting(target, settings, hostKeys, e, knownHosts);
        } finally {
            connecting.release();
        }
    }

    /** What the host shows as its key, whether it is believed or not. */
    static BuiltInHostKeys shown(Target target, KnownHosts knownHosts, Path home) throws TransportException {
        ClientSettings settings = ClientSettings.of(target, home);
        BuiltInHostKeys hostKeys = new BuiltInHostKeys(knownHosts, settings.knownAs());
        try {
            Session session = new BuiltInConnection(target, knownHosts, home, false, new Semaphore(1))
                    .session(settings, hostKeys);
            session.connect(CONNECT_MILLISECONDS);
            session.disconnect();
        } catch (JSchException e) {
            if (hostKeys.shown().isEmpty()) {
                throw BuiltInFailure.whileConnecting(target, settings, hostKeys, e, knownHosts);
            }
        }
        return hostKeys;
    }

    private Session session(ClientSettings settings, BuiltInHostKeys hostKeys) throws JSchException {
        JSch client = new JSch();
        if (agent && target.identity().isEmpty()) {
            try {
                client.setIdentityRepository(new AgentIdentityRepository(new SSHAgentConnector()));
            } catch (AgentProxyException e) {
                throw new JSchException("the SSH agent of SSH_AUTH_SOCK cannot be asked: " + e.getMessage(), e);
            }
        }
        for (Path identity : settings.identities()) {
            client.addIdentity(identity.toString());
        }
        Session made = client.getSession(settings.user(), settings.address(), settings.port());
        made.setHostKeyRepository(hostKeys);
        made.setThreadFactory(Thread.ofVirtual().name("ssh " + target.name()).factory());
        made.setConfig("StrictHostKeyChecking", "yes");
        made.setConfig(
                "PreferredAuthentications",
                target.passwords().login().isPresent() ? "publickey,password,keyboard-interactive" : "publickey");
        made.setServerAliveInterval(ALIVE_MILLISECONDS);
        made.setServerAliveCountMax(ALIVE_COUNT);
        target.passwords().login().ifPresent(password -> made.setPassword(password.bytes()));
        return made;
    }

    void close() {
        Session open = session;
        if (open != null) {
            open.disconnect();
        }
    }
}
