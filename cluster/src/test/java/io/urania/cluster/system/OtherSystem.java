package io.urania.cluster.system;

import io.urania.artifacts.Architecture;
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
    public String recognition() {
        return "os-release has `ID=" + ID + "`";
    }

    @Override
    public boolean is(OsRelease said) {
        return said.id().equals(ID);
    }

    @Override
    public List<Release> releases() {
        return List.of(Release.of("", "", Architecture.AMD64));
    }

    @Override
    public PackageManager packageManager() {
        return new Apt();
    }

    @Override
    public Provision provision(Software software, Release release) {
        return Provision.packaged(
                "other-" + software.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public String path(SystemPath path, Release release) {
        return "/other/" + path.name();
    }

    @Override
    public List<String> directories() {
        return List.of("/other");
    }
}
