package io.urania.lab.host;

import io.urania.lab.card.CardEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a host is started with.
 *
 * @param base the base tree
 * @param card what is on the host's card over the tree; counts the first time only
 * @param clock how far the host's clock is ahead of this machine's; behind it, if negative
 */
public record HostStart(Path base, List<CardEntry> card, Duration clock) {
    public HostStart {
        card = List.copyOf(card);
    }
}
