package io.urania.cluster.system;

import io.urania.engine.system.OsRelease;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.apt.Apt;
import java.util.List;
import java.util.Locale;

/** A system that has every package under another name, and every file in another place. */
public record OtherSystem() implements OperatingSystem {

    /** What it says of itself. */
    public static final String ID = "other";

    @Override
    public String name() {
        return "Other";
    }

    @Override
    public boolean is(OsRelease release) {
        return release.id().equals(ID);
    }

    @Override
    public PackageManager packageManager() {
        return new Apt();
    }

    @Override
    public List<String> packages(Software software) {
        return List.of("other-" + software.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public String path(SystemPath path) {
        return "/other/" + path.name();
    }

    @Override
    public List<String> directories() {
        return List.of("/other");
    }
}
