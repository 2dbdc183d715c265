package io.urania.engine.resource.service;

import java.util.Optional;

/**
 * How a service is started and restarted.
 *
 * @param means what people notice of a restart, a sentence without its full stop
 * @param gate what has to be well before and after a restart; not asked when the service is only started
 * @param withOthers whether it counts as started only when units on other hosts start too
 * @param reloads whether it reads its files again when it is reloaded, without being restarted
 * @param mayBeSkipped whether it is well, too, where conditions of the unit keep systemd from starting it
 */
public record Restarting(String means, Optional<Gate> gate, boolean withOthers, boolean reloads, boolean mayBeSkipped) {

    /** A restart that is noticed by nobody but the service's users. */
    static final Restarting USUAL =
            new Restarting("unavailable while it restarts", Optional.empty(), false, false, false);

    Restarting meaning(String effect) {
        return new Restarting(effect, gate, withOthers, reloads, mayBeSkipped);
    }

    Restarting through(Gate health) {
        return new Restarting(means, Optional.of(health), withOthers, reloads, mayBeSkipped);
    }

    Restarting startingWithOthers() {
        return new Restarting(means, gate, true, reloads, mayBeSkipped);
    }

    Restarting reloading() {
        return new Restarting(means, gate, withOthers, true, mayBeSkipped);
    }

    Restarting whereItCan() {
        return new Restarting(means, gate, withOthers, reloads, true);
    }
}
