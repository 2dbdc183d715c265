package io.urania.cluster.spec.access;

import io.urania.cluster.value.Secret;
import io.urania.engine.resource.account.HostUser;
import io.urania.engine.resource.address.AddressSettings;
import io.urania.engine.resource.sshd.SshdSettings;
import java.util.List;
import java.util.Optional;

/**
 * What an inventory asks of the ways to a host.
 *
 * @param users accounts of people; empty if nobody's are looked at, which is not the same as none
 * @param rootPassword the hash of root's password, or a sign that none opens it; empty if it stays as it is
 * @param sshd settings of the SSH server; empty if it stays as it is
 * @param address the address that it keeps without DHCP; empty if it stays as it is
 */
public record AccessSpec(
        Optional<List<HostUser>> users,
        Optional<Secret> rootPassword,
        Optional<SshdSettings> sshd,
        Optional<AddressSettings> address) {

    /** A host that is left alone. */
    public static final AccessSpec NOTHING =
            new AccessSpec(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
