package io.urania.cluster.system.raspberrypios;

import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.SystemPath;
import io.urania.cluster.system.debian.DebianFamily;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.apt.Apt;
import java.util.List;

/** Raspberry Pi OS: for 32 bits it says that it is Raspbian, for 64 bits that it is Debian, and its image says what it is. */
public record RaspberryPiOs() implements OperatingSystem {

    @Override
    public String name() {
        return "Raspberry Pi OS";
    }

    @Override
    public boolean is(OsRelease release) {
        return release.id().equals("raspbian")
                || (release.id().equals("debian") && release.image().startsWith("Raspberry Pi"));
    }

    @Override
    public PackageManager packageManager() {
        return new Apt();
    }

    @Override
    public List<String> packages(Software software) {
        return DebianFamily.packages(software);
    }

    /** The firmware reads the kernel's arguments from the boot partition, which is there since Debian 12. */
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
