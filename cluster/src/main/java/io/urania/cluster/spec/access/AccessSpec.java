package io.urania.cluster.spec.access;

import io.urania.engine.resource.sshd.SshdSettings;
import java.util.Optional;

/**
 * What an inventory asks of the ways to a host.
 *
 * @param sshd settings of the SSH server; empty if it stays as it is
 */
public record AccessSpec(Optional<SshdSettings> sshd) {

    /** A host that is left alone. */
    public static final AccessSpec NOTHING = new AccessSpec(Optional.empty());
}
