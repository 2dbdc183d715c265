package io.urania.cluster.system.raspberrypios;

import io.urania.artifacts.Architecture;
import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Provision;
import io.urania.cluster.system.Release;
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
    public String recognition() {
        return "os-release has `ID=raspbian` (32 bits), or `ID=debian` and /etc/rpi-issue begins with `Raspberry Pi` (64 bits)";
    }

    @Override
    public boolean is(OsRelease said) {
        return said.id().equals("raspbian")
                || (said.id().equals("debian") && said.image().startsWith("Raspberry Pi"));
    }

    /** Its releases have Debian's numbers and names. */
    @Override
    public List<Release> releases() {
        return DebianFamily.releases(Architecture.ARM64, Architecture.ARM);
    }

    @Override
    public PackageManager packageManager() {
        return new Apt();
    }

    @Override
    public Provision provision(Software software, Release release) {
        return DebianFamily.provision(software, release);
    }

    /** The firmware reads the kernel's arguments from the boot partition, which was mounted at /boot until Bookworm (release notes of 2023-10-10). */
    @Override
    public String path(SystemPath path, Release release) {
        return switch (path) {
            case KERNEL_ARGUMENTS -> release.isFrom("12") ? "/boot/firmware/cmdline.txt" : "/boot/cmdline.txt";
            case LOAD_BALANCER_ROOT -> DebianFamily.LOAD_BALANCER_ROOT;
            case LOAD_BALANCER_SOCKET -> DebianFamily.LOAD_BALANCER_SOCKET;
        };
    }

    @Override
    public List<String> directories() {
        return DebianFamily.directories();
    }
}
