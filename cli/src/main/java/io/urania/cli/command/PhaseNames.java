package io.urania.cli.command;

import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phases.Phases;
import java.util.Iterator;

/** The phases as words of a command line. */
public final class PhaseNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Phases.descriptions().stream().map(PhaseDescription::word).iterator();
    }
}
