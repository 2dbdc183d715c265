package io.urania.engine.system;

import java.util.List;

/**
 * What systemd makes of a unit.
 *
 * @param load its LoadState: {@code loaded}, {@code not-found}, {@code masked}, …
 * @param active its ActiveState: {@code active}, {@code failed}, …
 * @param dropIns files that change it and it alone
 */
public record UnitFact(String load, String active, List<DropIn> dropIns) {

    public UnitFact {
        dropIns = List.copyOf(dropIns);
    }

    public boolean isMasked() {
        return load.equals("masked");
    }

    public boolean isActive() {
        return active.equals("active") || active.equals("activating") || active.equals("reloading");
    }

    /**
     * A file that changes a unit.
     *
     * @param replacesCommand whether it says what the unit runs ({@code ExecStart=})
     */
    public record DropIn(String path, boolean replacesCommand) {}
}
