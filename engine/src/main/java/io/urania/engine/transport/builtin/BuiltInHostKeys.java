package io.urania.engine.transport.builtin;

import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import io.urania.engine.transport.hostkey.HostKey;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.KnownHosts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets {@link KnownHosts} decide about the key of one connection, and keeps what was decided. */
final class BuiltInHostKeys implements HostKeyRepository {

    private final KnownHosts knownHosts;
    private final String knownAs;
    private volatile Optional<HostKey> shown = Optional.empty();
    private volatile HostKeyVerdict verdict = new HostKeyVerdict.Unknown();

    BuiltInHostKeys(KnownHosts knownHosts, String knownAs) {
        this.knownHosts = knownHosts;
        this.knownAs = knownAs;
    }

    /** The key that the host showed, if it came so far. */
    Optional<HostKey> shown() {
        return shown;
    }

    HostKeyVerdict verdict() {
        return verdict;
    }

    @Override
    public int check(String host, byte[] key) {
        HostKey offered = new HostKey(type(key), Base64.getEncoder().encodeToString(key));
        HostKeyVerdict judged = knownHosts.judge(knownAs, offered.fingerprint());
        shown = Optional.of(offered);
        verdict = judged;
        return switch (judged) {
            case HostKeyVerdict.Known() -> OK;
            case HostKeyVerdict.Unknown() -> NOT_INCLUDED;
            case HostKeyVerdict.Changed _, HostKeyVerdict.Revoked _ -> CHANGED;
        };
    }

    /** A key's name is its first field: RFC 4253, 6.6. */
    private static String type(byte[] key) {
        byte[] name = new byte[ByteBuffer.wrap(key).getInt()];
        ByteBuffer.wrap(key, Integer.BYTES, name.length).get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    /** The known keys: jsch asks the host for one of their types first. */
    @Override
    public com.jcraft.jsch.HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
        List<HostKey> keys = knownHosts.pins(knownAs).stream()
                .map(HostKeyVerdict.Pin::key)
                .filter(key -> type == null || key.type().equals(type))
                .toList();
        com.jcraft.jsch.HostKey[] found = new com.jcraft.jsch.HostKey[keys.size()];
        for (int index = 0; index < found.length; index++) {
            try {
                found[index] = new com.jcraft.jsch.HostKey(
                        knownAs, Base64.getDecoder().decode(keys.get(index).key()));
            } catch (JSchException e) {
                throw new IllegalStateException("a key of " + knownAs + " cannot be read", e);
            }
        }
        return found;
    }

    @Override
    public com.jcraft.jsch.HostKey[] getHostKey() {
        return getHostKey(null, null);
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return knownHosts.files().toString();
    }

    @Override
    public void add(com.jcraft.jsch.HostKey key, UserInfo asked) {
        throw new UnsupportedOperationException("keys are accepted by people, elsewhere");
    }

    @Override
    public void remove(String host, String type) {
        throw new UnsupportedOperationException("pinned keys are taken away by people, elsewhere");
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        remove(host, type);
    }
}
