package io.urania.cluster.system.debian;

import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.SystemPath;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.apt.Apt;
import java.util.List;

/** Debian, and whatever says that it is like it. */
public record Debian() implements OperatingSystem {

    @Override
    public String name() {
        return "Debian";
    }

    @Override
    public boolean is(OsRelease release) {
        return release.isLike("debian");
    }

    @Override
    public PackageManager packageManager() {
        return new Apt();
    }

    @Override
    public List<String> packages(Software software) {
        return DebianFamily.packages(software);
    }

    /** Of Debian's images for Raspberry Pis; elsewhere the boot loader has the arguments. */
    @Override
    public String path(SystemPath path) {
        return switch (path) {
            case KERNEL_ARGUMENTS -> "/boot/firmware/cmdline.txt";
            case LOAD_BALANCER_ROOT -> DebianFamily.loadBalancerRoot();
        };
    }

    @Override
    public List<String> directories() {
        return DebianFamily.directories();
    }
}
